/* Searches the site from shards of an index, as the guide's page on search tells. What folds and cuts text here does it as
   'Folding' and 'Terms' in the room 'search' do; a test compares them. */
(() => {
  'use strict';
  const form = document.querySelector('form.search'), found = document.querySelector('.found'), more = found.nextElementSibling;
  const fields = form.elements, said = form.querySelector('output'), say = form.dataset, signs = document.querySelectorAll('template'), details = form.querySelector('details');
  const NAMES = ['q', 'kind', 'hub', 'entity', 'language', 'from', 'to'];
  // Results at a time; and bytes that one question may read of the index, and of all.
  const PAGE = 8, INDEX = 13e4, ALL = 19e4;
  let base, facets, question, notes, next, dropped, timer, asked = 0, spent = 0, version = '';

  // Files

  const files = new Map();
  function load(name, read) {
    if (!files.has(name)) {
      files.set(name, fetch(say.index + name + version, version ? {} : { cache: 'no-cache' })
        .then(reply => reply.ok ? reply.arrayBuffer() : Promise.reject(reply.status))
        .then(bytes => {
          spent += bytes.byteLength;
          say.read = +(say.read || 0) + bytes.byteLength;
          return read(new Uint8Array(bytes));
        }));
      files.get(name).catch(() => files.delete(name));
    }
    return files.get(name);
  }
  const text = bytes => new TextDecoder().decode(bytes);
  const json = bytes => JSON.parse(text(bytes));

  const reader = (bytes, at = 0) => ({
    get at() { return at; },
    some: length => bytes.subarray(at, at += length),
    number() {
      for (let value = 0, unit = 1; ; unit *= 128) {
        value += (bytes[at] & 127) * unit;
        if (!(bytes[at++] & 128)) return value;
      }
    },
  });

  function numbers(from) {
    const all = new Int32Array(from.number()), flags = from.number();
    let n = 0, last = 0;
    if (flags & 1) {
      from.some(from.number()).forEach((byte, i) => {
        for (let bit = 0; bit < 8; bit++) if (byte >> bit & 1) all[n++] = i * 8 + bit;
      });
    } else while (n < all.length) all[n++] = last += from.number();
    return [all, flags & 2];
  }

  // A term's list: each leaf that has it, with its weight there and the kinds of claims it stands in.
  function each(list, use) {
    const from = reader(list), [leaves, kinds] = numbers(from), half = leaves.length + 1 >> 1;
    const mark = i => list[from.at + (i >> 1)] >> (i & 1) * 4 & 15;
    leaves.forEach((leaf, i) => use(leaf, mark(i), kinds && mark(i + half * 2)));
  }

  function shard(bytes) {
    const from = reader(bytes), lists = new Map();
    for (let term = []; from.at < bytes.length;) {
      term = [...term.slice(0, from.number()), ...from.some(from.number())];
      lists.set(text(new Uint8Array(term)), from.some(from.number()));
    }
    return lists;
  }

  async function begin() {
    const [, size, leaves, languages, names, sizes, stamp] = await load('index.json', json);
    version = '?' + stamp;
    const from = await load('notes.bin', reader), days = new Int32Array(size), spoken = new Uint8Array(size), note = new Int32Array(leaves), extra = [];
    for (let i = from.number(), day = 0; i < size; i++) days[i] = day += from.number();
    const kinds = languages.length, bits = kinds > 16 ? 8 : kinds > 4 ? 4 : kinds > 2 ? 2 : kinds - 1;
    for (let i = 0, byte; bits && i < size; i++) {
      if (i * bits % 8 === 0) [byte] = from.some(1);
      spoken[i] = byte >> i * bits % 8 & (1 << bits) - 1;
    }
    for (let n = from.number(), at = 0; n--;) extra[at += from.number()] = from.number();
    for (let i = 0, leaf = 0; i < size; i++) note.fill(i, leaf, leaf += 1 + (extra[i] || 0));
    base = { size, languages, names: names.split(' '), sizes, days, spoken, note };
  }

  async function beginFacets() {
    const from = await load('facets.bin', bytes => bytes).then(bytes => reader(bytes));
    facets = [];
    for (let n = from.number(); n--;) {
      facets.push({ field: from.number() ? 'entity' : 'hub', language: from.number(), name: text(from.some(from.number())), notes: new Set(numbers(from)[0]) });
    }
  }

  // Words

  const folded = new Map();
  function fold(c) {
    if (c < '\x80') return c.toLowerCase();
    if (!folded.has(c)) folded.set(c, c.normalize('NFKD').toLowerCase().replace(/[\u0300-\u036f]/g, '').replaceAll('ς', 'σ').normalize('NFC'));
    return folded.get(c);
  }
  const JOINED = /^(?=[\p{L}\p{N}\p{M}])[\p{sc=Hang}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Bopo}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}ー]/u;
  const LETTER = /^[\p{L}\p{N}]/u, MARK = /^\p{M}/u, DIGIT = /\p{Nd}$/u;

  // The words of a text, and its runs of scripts without spaces, with the places of their characters.
  function cut(written, word, run) {
    let w = '', length = 0, from = 0, to = 0, waits = '', chars = [], places = [], i = 0;
    const end = () => {
      if (length) word(w, from, to);
      if (chars.length) run(chars, places, to);
      w = waits = '';
      length = 0;
      chars = [];
      places = [];
    };
    for (const raw of written) {
      for (const c of fold(raw)) {
        const mark = c > '\x7f' && MARK.test(c);
        if (c >= '\u0e00' && (JOINED.test(c) || mark && chars.length)) {
          if (length) end();
          chars.push(c);
          places.push(i);
          to = i + raw.length;
        } else if (mark ? length : LETTER.test(c)) {
          if (chars.length || waits && waits !== "'" && !(DIGIT.test(c) && DIGIT.test(w))) end();
          if (waits === '.' && length++ < 32) w += '.';
          waits = '';
          if (!length) from = i;
          if (length++ < 32) w += c;
          to = i + raw.length;
        } else if (length && !waits && "'’.,".includes(c)) waits = c === '’' ? "'" : c;
        else end();
      }
      i += raw.length;
    }
    end();
  }

  function flat(written) {
    const all = [];
    cut(written, word => all.push(word), chars => all.push(chars.join('')));
    return all.join(' ');
  }

  const COMMON = new Set('a an and are as at be by for from in is it of on or that the this to with'.split(' '));
  const PARTICLE = /(?:(?:에서|으로)?부터|(?:에서|으로|까지|이라|하)?[는도]|에서|에게|으로|까지|보다|처럼|이나|하고|마다|[은이가을를의에와과로만])$/;

  // What English endings leave of a word: price, prices, priced and pricing are one.
  function stem(word) {
    if (!/^[a-z]{4,}$/.test(word)) return word;
    const s = word.replace(/([^s])s$/, '$1').replace(/(?:ied?|y)$/, 'i').replace(/(?<=[aeiouy].*)(?:ing|ed)$/, '');
    return s.length > 3 ? s.replace(/([^aeiouylsz])\1$/, '$1').replace(/e$/, '') : word;
  }

  // A question: its parts as they stand in texts, each with the terms of the index that it takes, and its phrases.
  function read(q) {
    const parts = new Map(), open = !/\s$/.test(fields.q.value);
    cut(q, (word, from, to) => {
      const s = stem(word), bare = s.replace(/i$/, ''), last = open && to === q.length;
      const near = word.length < 3 - last || /^[\d.]*$/.test(word) ? '' : bare.length > 2 && word.startsWith(bare) ? bare : word;
      const worth = term => term === word ? 1 : !near ? 0 : stem(term) === s ? .9 : term.startsWith(word) ? (last ? .5 : .2) + .3 * word.length / term.length : 0;
      parts.set(word, { worth, terms: [{ word, near, worth }], rare: 0 });
    }, chars => {
      const bare = [...chars.join('').replace(PARTICLE, '')], c = bare.length > 1 ? bare : chars, run = c.join(''), terms = [];
      for (let i = 0; i + 1 < c.length; i++) {
        if (c.length < 5 || !(i % 2) || i + 2 === c.length) terms.push({ word: c[i] + c[i + 1], worth: term => +(term === c[i] + c[i + 1]) });
      }
      // A single character begins every pair that it stands in, and is by itself at the end of a run.
      parts.set(run, { run, rare: 0, terms: terms[0] ? terms : [{ word: run, near: run, worth: term => +term.startsWith(run) }] });
    });
    const all = [...parts], rare = all.filter(([word]) => !COMMON.has(word));
    return { parts: (rare[0] ? rare : all).slice(0, 12).map(part => part[1]), phrases: [...q.matchAll(/["“„](.+?)["”]/g)].map(match => flat(match[1])) };
  }

  // Where the parts of a question stand in a text: from, to, which.
  function matches(written) {
    const all = [], { parts } = question;
    cut(written, (word, from, to) => {
      const i = parts.findIndex(part => part.worth?.(word));
      if (i >= 0) all.push([from, to, i]);
    }, (chars, places, to) => {
      const run = chars.join('');
      parts.forEach((part, i) => {
        for (let at = part.run ? run.indexOf(part.run) : -1; at >= 0; at = run.indexOf(part.run, at + part.run.length)) {
          const first = [...run.slice(0, at)].length;
          all.push([places[first], places[first + [...part.run].length] ?? to, i]);
        }
      });
    });
    return all.sort((a, b) => a[0] - b[0]);
  }

  // Finding

  const file = key => 't/_' + [...key].map(c => /[a-z0-9]/.test(c) ? c : `-${c.codePointAt().toString(16)}-`).join('') + '.bin';
  const place = term => {
    let low = 0, high = base.names.length;
    while (high - low > 1) {
      const middle = low + high >> 1;
      if (base.names[middle] <= term) low = middle;
      else high = middle;
    }
    return low;
  };
  const span = ({ word, near }) => {
    const all = [];
    for (let i = place(near || word); i <= place(near ? near + '\uffff' : word); i++) all.push(i);
    return all;
  };

  // The shards to read: those of the words themselves first, then those of words that begin alike, while they are not too much.
  async function shards(terms) {
    const chosen = new Map();
    let cost = 0;
    const take = places => {
      const fresh = places.filter(i => !chosen.has(i)), sum = fresh.reduce((all, i) => all + (base.sizes.charCodeAt(i) - 93) * 512, cost);
      if (!cost || sum < INDEX) {
        cost = sum;
        fresh.forEach(i => chosen.set(i, load(file(base.names[i]), shard)));
      }
    };
    terms.forEach(term => take([place(term.word)]));
    terms.forEach(term => span(term).length < 7 && take(span(term)));
    for (const [i, loading] of chosen) chosen.set(i, await loading);
    return chosen;
  }

  async function search(q) {
    const { parts, phrases } = read(q), terms = parts.flatMap(part => part.terms.map(term => [term, part])), loaded = await shards(terms.map(term => term[0]));
    const { size, note } = base, floats = () => new Float32Array(size), sum = floats(), best = floats();
    const has = new Uint8Array(size), kinds = new Uint8Array(size).fill(15), leaf = new Int32Array(size);
    for (const [term, part] of terms) {
      const top = floats(), where = new Int32Array(size), within = new Uint8Array(size);
      for (const i of span(term)) {
        loaded.get(i)?.forEach((list, word) => {
          const worth = term.worth(word);
          if (worth) each(list, (leaf, weight, kind) => {
            const n = note[leaf];
            within[n] |= kind;
            if (weight * worth > top[n]) {
              top[n] = weight * worth;
              where[n] = leaf;
            }
          });
        });
      }
      const many = top.reduce((n, value) => n + (value > 0), 0), rare = Math.log(1 + (size - many + .5) / (many + .5)) / part.terms.length;
      part.rare += rare;
      top.forEach((value, n) => {
        kinds[n] &= within[n];
        has[n] += value > 0;
        sum[n] += value * rare;
        if (value * rare > best[n]) {
          best[n] = value * rare;
          leaf[n] = where[n];
        }
      });
    }
    const most = has.reduce((a, b) => Math.max(a, b), 0);
    // Of equals the newer one comes first.
    const all = [...has.keys()].filter(n => most && has[n] === most).sort((a, b) => sum[b] - sum[a] || b - a);
    return { parts, phrases, all, kinds, leaf, some: most < terms.filter(([term]) => loaded.has(place(term.word))).length };
  }

  // Filters

  const value = name => fields[name]?.value || '';
  const passes = (n, name, wanted) => {
    switch (name) {
      case 'q': return true;
      case 'kind': return question.kinds[n] >> wanted & 1;
      case 'language': return base.languages[base.spoken[n]] === wanted;
      case 'from': return base.days[n] >= Date.parse(wanted) / 864e5;
      case 'to': return base.days[n] && base.days[n] <= Date.parse(wanted) / 864e5;
      default: return facets.some(facet => facet.field === name && facet.name === wanted && facet.notes.has(n));
    }
  };
  const passing = without => question.all.filter(n => NAMES.every(name => name === without || !value(name) || passes(n, name, value(name))));

  function countFacets() {
    const all = passing('kind');
    form.querySelectorAll('[name=kind] ~ small').forEach((small, i) => {
      small.textContent = i ? all.filter(n => passes(n, 'kind', i - 1)).length : all.length;
    });
    for (const name of facets ? ['hub', 'entity'] : []) {
      const all = passing(name), select = fields[name], was = select.value, counts = new Map();
      for (const facet of facets) {
        const n = all.filter(n => facet.notes.has(n)).length;
        if (facet.field === name && (n || facet.name === was)) counts.set(facet.name, n + (counts.get(facet.name) || 0));
      }
      select.replaceChildren(select.options[0], ...[...counts].map(([facet, n]) => new Option(`${facet} (${n})`, facet)));
      select.value = was;
      select.parentElement.hidden = !counts.size;
    }
  }

  // Showing

  function element(tag, kids, attributes) {
    const made = Object.assign(document.createElement(tag), attributes);
    made.append(...kids);
    return made;
  }

  // A text around its best matches, these marked.
  function excerpt(written, places = matches(written)) {
    const wide = /[\u1100-\ud7ff]/.test(written) ? 130 : 240, out = [];
    let start = 0, end = written.length, best = 0;
    if (end > wide * 1.4) {
      for (const [from] of places) {
        const near = new Set(places.filter(place => place[0] >= from && place[1] < from + wide * .7).map(place => place[2])).size;
        if (near > best) {
          best = near;
          start = from;
        }
      }
      const space = written.lastIndexOf(' ', start - wide / 5) + 1;
      start = start < wide / 3 ? 0 : start - space < wide / 2 ? space : start;
      const stop = written.lastIndexOf(' ', start + wide);
      if (start + wide < end) end = stop > start + wide / 2 ? stop : start + wide;
      if (start) out.push('…');
    }
    for (const [from, to] of places) {
      if (from >= start && to <= end) {
        out.push(written.slice(start, from), element('mark', [written.slice(from, to)]));
        start = to;
      }
    }
    return [...out, written.slice(start, end), end < written.length ? '…' : ''];
  }

  // A note with the places in it that answer best; none where a phrase or a run of characters turns out to be missing.
  function result(n, [title, address, language, date, hubs, sections]) {
    const { parts, phrases, leaf, some } = question, kind = value('kind'), hits = [], at = leaf[n];
    const wanted = [...phrases, ...some ? [] : parts.flatMap(part => part.terms[1] ? part.run : [])];
    if (wanted[0] && base.note[at - 1] !== n && base.note[at + 1] !== n) {
      const all = flat([title, ...sections.flatMap(([, heading, passages]) => [heading, ...passages.map(passage => passage.trim ? passage : passage[2])])].join(' | '));
      if (wanted.some(each => !all.includes(each))) return [];
    }
    for (const [anchor, heading, passages] of sections) {
      for (const passage of passages) {
        const claim = !passage.trim, written = claim ? passage[2] : passage, places = matches(written);
        if (!places[0] || kind && passage[0] !== +kind) continue;
        const worth = [...new Set(places.map(place => place[2]))].reduce((sum, i) => sum + parts[i].rare + .1, 0) * (claim ? 1.3 : 1);
        hits.push({ anchor: claim ? passage[1] : anchor, heading, claim: claim && passage, written, places, worth });
      }
    }
    if (kind && !hits[0]) return [];
    hits.sort((a, b) => b.worth - a.worth);
    const lines = hits.filter((hit, i) => i < 3 && hit.worth > hits[0].worth / 2).map(({ anchor, heading, claim, written, places }) => {
      const link = kids => element('a', kids, { href: address + (anchor && '#' + encodeURIComponent(anchor)) }), shown = excerpt(written, places);
      if (!claim) return element('li', anchor ? [link(excerpt(heading)), ' ', ...shown] : shown);
      const became = claim[3] ? [element('b', [say[claim[3]]], { className: 'became ' + claim[3] })] : [];
      return element('li', [signs[claim[0]].content.cloneNode(true), ...became, link(shown)], { className: 'claim' });
    });
    return [element('li', [
      element('h2', [element('a', excerpt(title), { href: address })]),
      element('p', [date, ...hubs.slice(0, 3)].filter(Boolean).map(each => element('span', [each])), { className: 'meta' }),
      element('ul', lines),
    ], { lang: language })];
  }

  async function page() {
    const mine = asked;
    let drawn = 0, first = true;
    more.hidden = true;
    for (; drawn < PAGE && next < notes.length && (first || spent < ALL); first = false) {
      const some = notes.slice(next, next += 4), texts = await Promise.all(some.map(n => load(`n/${question.leaf[n]}.json`, json)));
      if (mine !== asked) return;
      const made = some.flatMap((n, i) => result(n, texts[i]));
      dropped += some.length - made.length;
      drawn += made.length;
      found.append(...made);
    }
    more.hidden = next >= notes.length;
    const total = notes.length - dropped, sentence = !total ? 'none' : question.some ? 'partly' : dropped && !more.hidden ? 'looked' : 'count';
    said.textContent = value('q') && say[sentence].replace('{0}', sentence === 'looked' ? next - dropped : total).replace('{1}', next).replace('{2}', notes.length);
  }

  async function ask() {
    const mine = ++asked, q = value('q').normalize('NFC').trim().slice(0, 300), state = new URLSearchParams();
    NAMES.forEach(name => value(name) !== (name === 'language' ? say.language : '') && state.set(name, value(name)));
    history.replaceState(null, '', location.pathname + (state.size ? '?' + state : ''));
    spent = 0;
    try {
      if (!base) await begin();
      if (!facets && details.open) await beginFacets();
      const answer = await search(q);
      if (mine !== asked) return;
      question = answer;
      notes = passing();
      next = dropped = 0;
      found.replaceChildren();
      form.querySelector('.filters').hidden = !q;
      await page();
      if (mine === asked) countFacets();
    } catch (fault) {
      if (mine === asked) said.textContent = say.failed;
    }
  }

  // Keys

  const soon = wait => {
    clearTimeout(timer);
    timer = setTimeout(ask, wait);
  };
  form.addEventListener('input', () => soon(120));
  details.addEventListener('toggle', () => facets || beginFacets().then(() => question && countFacets()));
  form.addEventListener('reset', () => {
    const q = value('q');
    setTimeout(() => {
      fields.q.value = q;
      ask();
    });
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    clearTimeout(timer);
    ask().then(() => found.querySelector('a')?.focus());
  });
  more.addEventListener('click', () => {
    spent = 0;
    const last = found.lastElementChild;
    page().then(() => last.nextElementSibling?.querySelector('a').focus());
  });
  document.addEventListener('keydown', event => {
    const links = [...found.querySelectorAll('a')], active = document.activeElement, at = links.indexOf(active), step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (at >= 0 && event.key === 'Escape') fields.q.select();
    else if (step && (at >= 0 || active === fields.q && step > 0 && links[0])) (links[at + step] || (step < 0 ? fields.q : active)).focus();
    else return;
    event.preventDefault();
  });

  const given = new URLSearchParams(location.search);
  NAMES.filter(name => fields[name] && given.has(name)).forEach(name => {
    const to = given.get(name), field = fields[name];
    if (field.options && ![...field.options].some(option => option.value === to)) field.add(new Option(to));
    field.value = to;
    details.open ||= !!field.closest?.('details');
  });
  if (value('q')) ask();
  else fields.q.focus();
})();
