/* Searches the site from shards of an index, as the guide's page on search tells. What folds and cuts text here does it as
   'Folding' and 'Terms' in the room 'search' do; a test compares them. */
(() => {
  'use strict';
  const form = document.querySelector('form.search'), found = document.querySelector('.found'), more = document.querySelector('.found + button');
  const { index, count, partly, none, failed } = form.dataset;
  const field = form.elements.q, said = form.querySelector('output'), signs = document.querySelectorAll('template');
  const FIELDS = ['q', 'kind', 'hub', 'entity', 'language', 'from', 'to'];
  // Results at a time; and bytes that one question may read of the index, of texts, and of one of them.
  const PAGE = 8, INDEX = 13e4, ALL = 27e4, TEXT = 2e4;
  let base, facets, question, notes, next, dropped, timer, asked = 0, spent = 0, version = '';

  // Files

  const files = new Map();
  function load(name, read) {
    if (!files.has(name)) {
      files.set(name, fetch(index + name + version, version ? {} : { cache: 'no-cache' })
        .then(reply => reply.ok ? reply.arrayBuffer() : Promise.reject(reply.status))
        .then(bytes => {
          spent += bytes.byteLength;
          form.dataset.read = +(form.dataset.read || 0) + bytes.byteLength;
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
    const size = from.number(), flags = from.number(), all = new Int32Array(size);
    let n = 0, last = 0;
    if (flags & 1) {
      from.some(from.number()).forEach((byte, i) => {
        for (let bit = 0; bit < 8; bit++) if (byte >> bit & 1) all[n++] = i * 8 + bit;
      });
    } else while (n < size) all[n++] = last += from.number();
    return [all, flags & 2];
  }

  // A term's list: each leaf that has it, with its weight there and the kinds of claims it stands in.
  function each(list, use) {
    const from = reader(list), [leaves, kinds] = numbers(from), half = leaves.length + 1 >> 1;
    const mark = (start, i) => list[start + (i >> 1)] >> (i & 1) * 4 & 15;
    leaves.forEach((leaf, i) => use(leaf, mark(from.at, i) / 15, kinds && mark(from.at + half, i)));
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
    const from = await load('notes.bin', reader);
    const days = new Int32Array(size), spoken = new Uint8Array(size), note = new Int32Array(leaves), extra = new Map();
    for (let i = from.number(), day = 0; i < size; i++) days[i] = day += from.number();
    for (let i = 0; i < size;) spoken.fill(from.number(), i, i += from.number());
    for (let n = from.number(), at = 0; n--;) extra.set(at += from.number(), from.number());
    for (let i = 0, leaf = 0; i < size; i++) {
      note.fill(i, leaf, leaf += 1 + (extra.get(i) || 0));
    }
    base = { size, leaves, languages, names: names.split('\n'), sizes, days, spoken, note };
  }

  async function beginFacets() {
    const from = await load('facets.bin', reader);
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
          const number = DIGIT.test(c) && DIGIT.test(w);
          if (chars.length || waits && waits !== "'" && !number) end();
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

  // A question: its parts, each with what it accepts and where that stands in the index, and its phrases.
  function read(q) {
    const parts = new Map(), open = !/\s$/.test(field.value);
    cut(q, (word, from, to) => {
      const s = stem(word), bare = s.replace(/i$/, ''), plain = /^[\d.]*$/.test(word), last = open && to === q.length;
      const near = word.length < 3 - last || plain ? '' : bare.length > 2 && word.startsWith(bare) ? bare : word;
      parts.set(word, {
        word, near,
        worth: term => term === word ? 1 : !near ? 0 : stem(term) === s ? .9 : term.startsWith(word) ? (last ? .5 : .2) + .3 * word.length / term.length : 0,
      });
    }, chars => {
      const whole = chars.join(''), bare = whole.replace(PARTICLE, ''), c = [...bare].length > 1 ? [...bare] : chars, pairs = [];
      for (let i = 0; i + 1 < c.length; i++) if (c.length < 5 || !(i % 2) || i + 2 === c.length) pairs.push(c[i] + c[i + 1]);
      const run = c.join('');
      // A single character begins every pair that it stands in, and is by itself at the end of a run.
      parts.set(run, pairs[0] ? { run, pairs } : { run, word: run, near: run, worth: term => +term.startsWith(run) });
    });
    const all = [...parts.values()], rare = all.filter(part => !COMMON.has(part.word));
    return { parts: (rare[0] ? rare : all).slice(0, 12), phrases: [...q.matchAll(/["“„](.+?)["”]/g)].map(match => flat(match[1])) };
  }

  // Where the parts of a question stand in a text: from, to, which.
  function matches(written, parts) {
    const all = [];
    cut(written, (word, from, to) => {
      const i = parts.findIndex(part => !part.run && part.worth(word));
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
  function place(term) {
    let low = 0, high = base.names.length - 1;
    while (low < high) {
      const middle = low + high + 1 >> 1;
      if (base.names[middle] <= term) low = middle;
      else high = middle - 1;
    }
    return low;
  }
  const span = start => Array.from({ length: place(start + '\uffff') - place(start) + 1 }, (_, i) => place(start) + i);

  // The shards to read: those of the words themselves first, then those of words that begin alike, while they are not too much.
  async function shards(parts) {
    const chosen = new Set();
    let cost = 0;
    const take = places => {
      const fresh = places.filter(i => !chosen.has(i)), sum = fresh.reduce((all, i) => all + base.sizes[i] * 64, cost);
      if (!chosen.size || sum < INDEX) {
        cost = sum;
        fresh.forEach(i => chosen.add(i));
      }
    };
    parts.forEach(part => (part.pairs || [part.word]).forEach(term => take([place(term)])));
    parts.forEach(part => part.near && span(part.near).length < 7 && take(span(part.near)));
    return new Map(await Promise.all([...chosen].map(async i => [i, await load(file(base.names[i]), shard)])));
  }

  // What the leaves are worth for one part of a question, and the kinds of claims that it stands in there.
  function weigh(part, read) {
    const score = new Float32Array(base.leaves), kinds = new Uint8Array(base.leaves);
    if (!part.pairs) {
      for (const i of part.near ? span(part.near) : [place(part.word)]) {
        read.get(i)?.forEach((list, term) => {
          const worth = part.worth(term);
          if (worth) each(list, (leaf, weight, kind) => {
            score[leaf] = Math.max(score[leaf], weight * worth);
            kinds[leaf] |= kind;
          });
        });
      }
      return { score, kinds };
    }
    part.pairs.filter(pair => read.has(place(pair))).forEach((pair, n) => {
      const before = score.slice(), were = kinds.slice();
      score.fill(0);
      each(read.get(place(pair)).get(pair) || [0, 0], (leaf, weight, kind) => {
        score[leaf] = n ? Math.min(before[leaf], weight) : weight;
        kinds[leaf] = n ? were[leaf] & kind : kind;
      });
    });
    return { score, kinds };
  }

  async function search(q) {
    const { parts, phrases } = read(q), shard = await shards(parts), { size, note } = base;
    const sum = new Float32Array(size), has = new Uint8Array(size), kinds = new Uint8Array(size).fill(15), leaf = new Int32Array(size), best = new Float32Array(size);
    for (const part of parts) {
      const { score, kinds: stands } = weigh(part, shard), top = new Float32Array(size), where = new Int32Array(size), within = new Uint8Array(size);
      score.forEach((value, i) => {
        if (value) within[note[i]] |= stands[i];
        if (value > top[note[i]]) top[note[i]] = score[where[note[i]] = i];
      });
      const many = top.reduce((n, value) => n + (value > 0), 0);
      part.rare = Math.log(1 + (size - many + .5) / (many + .5));
      top.forEach((value, n) => {
        kinds[n] &= within[n];
        if (value) has[n]++;
        sum[n] += value * part.rare;
        if (value * part.rare > best[n]) {
          best[n] = value * part.rare;
          leaf[n] = where[n];
        }
      });
    }
    const most = Math.max(...parts.map((_, i) => has.includes(i + 1) ? i + 1 : 0), 0);
    // Of equals the newer one comes first.
    const all = [...has.keys()].filter(n => most && has[n] === most).sort((a, b) => sum[b] - sum[a] || b - a);
    return { parts, phrases, all, kinds, leaf, some: most < parts.length };
  }

  // Filters

  const value = name => form.elements[name]?.value || '';
  const day = name => Date.parse(value(name)) / 864e5;
  const TESTS = {
    kind: (n, kind) => question.kinds[n] >> kind & 1,
    language: (n, tag) => base.languages[base.spoken[n]] === tag,
    from: n => base.days[n] >= day('from'),
    to: n => base.days[n] && base.days[n] <= day('to'),
    hub: (n, name) => facets.some(facet => facet.field === 'hub' && facet.name === name && facet.notes.has(n)),
    entity: (n, name) => facets.some(facet => facet.field === 'entity' && facet.name === name && facet.notes.has(n)),
  };
  const passing = without => question.all.filter(n => FIELDS.every(name => name === 'q' || name === without || !value(name) || TESTS[name](n, value(name))));

  function countFacets() {
    const kinds = passing('kind');
    form.querySelectorAll('[name=kind] ~ small').forEach((small, i) => {
      small.textContent = i ? kinds.filter(n => TESTS.kind(n, i - 1)).length : kinds.length;
    });
    for (const name of ['hub', 'entity']) {
      const all = passing(name), select = form.elements[name], was = select.value;
      const options = facets.filter(facet => facet.field === name)
        .map(facet => [facet.name, all.filter(n => facet.notes.has(n)).length])
        .filter(([facet, n]) => n || facet === was)
        .map(([facet, n]) => new Option(`${facet} (${n})`, facet));
      select.replaceChildren(select.options[0], ...options);
      select.value = was;
      select.parentElement.hidden = !options.length;
    }
  }

  // Showing

  function element(tag, kids, attributes = {}) {
    const made = Object.assign(document.createElement(tag), attributes);
    made.append(...kids);
    return made;
  }

  // A text around its best matches, these marked.
  function excerpt(written, found) {
    const wide = /[\u1100-\ud7ff]/.test(written) ? 130 : 240;
    let start = 0, end = written.length, best = -1;
    if (end > wide * 1.4) {
      for (const [from] of found) {
        const near = new Set(found.filter(other => other[0] >= from && other[1] < from + wide * .7).map(other => other[2])).size;
        if (near > best) {
          best = near;
          start = from;
        }
      }
      start = start < wide / 3 ? 0 : written.lastIndexOf(' ', start - wide / 5) + 1;
      if (start && best >= 0 && found[0] && start < found[0][0] - wide) start = found.find(other => other[0] > start)[0];
      end = start + wide < written.length ? Math.max(written.lastIndexOf(' ', start + wide), start + wide * .8 | 0) : end;
    }
    const out = [start ? '…' : ''];
    for (const [from, to] of found) {
      if (from >= start && to <= end) {
        out.push(written.slice(start, from), element('mark', [written.slice(from, to)]));
        start = to;
      }
    }
    return [...out, written.slice(start, end), end < written.length ? '…' : ''];
  }

  // A note with the places in it that answer best; none where a phrase or a run of characters turns out to be missing.
  function result(n, [title, address, language, date, hubs, sections]) {
    const { parts, phrases, leaf } = question, kind = value('kind'), hits = [];
    const whole = base.note[leaf[n] - 1] !== n && base.note[leaf[n] + 1] !== n;
    const wanted = [...phrases, ...(question.some ? [] : parts.flatMap(part => part.pairs?.[1] ? part.run : []))];
    if (whole && wanted[0]) {
      const all = flat([title, ...sections.flatMap(([, heading, passages]) => [heading, ...passages.map(each => each.at ? each.at(2) && typeof each !== 'string' ? each[2] : each : each)])].join(' \n '));
      if (wanted.some(each => !all.includes(each))) return null;
    }
    for (const [anchor, heading, passages] of sections) {
      const head = matches(heading, parts);
      for (const each of passages) {
        const claim = typeof each !== 'string' && each, written = claim ? claim[2] : each;
        if (kind && claim[0] !== +kind) continue;
        const places = matches(written, parts), which = new Set(places.map(place => place[2]));
        if (places[0]) hits.push({ anchor: claim ? claim[1] : anchor, heading, head, claim, written, places, worth: [...which].reduce((sum, i) => sum + parts[i].rare + .1, 0) * (claim ? 1.3 : 1) + head.length / 5 });
      }
    }
    if (kind && !hits[0]) return null;
    hits.sort((a, b) => b.worth - a.worth);
    const lines = hits.filter((hit, i) => i < 3 && hit.worth > hits[0].worth / 2).map(({ anchor, heading, head, claim, written, places }) => {
      const href = address + (anchor && '#' + encodeURIComponent(anchor)), shown = excerpt(written, places);
      if (claim) {
        const became = claim[3] ? [element('b', [form.dataset[claim[3]]], { className: 'became ' + claim[3] })] : [];
        return element('li', [signs[claim[0]].content.cloneNode(true), ...became, element('a', shown, { href })], { className: 'claim' });
      }
      return element('li', anchor ? [element('a', excerpt(heading, head), { href }), ' ', element('span', shown)] : shown);
    });
    const meta = [date, ...hubs.slice(0, 3)].filter(Boolean).map(each => element('span', [each]));
    return element('li', [
      element('h2', [element('a', excerpt(title, matches(title, parts)), { href: address })]),
      element('p', meta, { className: 'meta' }), element('ul', lines),
    ], { lang: language });
  }

  async function page() {
    const mine = asked;
    let drawn = 0;
    more.hidden = true;
    form.ariaBusy = true;
    while (drawn < PAGE && next < notes.length && (!drawn || spent < ALL - 4 * TEXT)) {
      const some = notes.slice(next, next += 4);
      const texts = await Promise.all(some.map(n => load(`n/${question.leaf[n]}.json`, json)));
      if (mine !== asked) return;
      const made = some.map((n, i) => result(n, texts[i])).filter(Boolean);
      dropped += some.length - made.length;
      drawn += made.length;
      found.append(...made);
    }
    more.hidden = next >= notes.length;
    form.ariaBusy = false;
    const total = notes.length - dropped;
    said.textContent = total ? (question.some ? partly : count).replace('{0}', total) : none;
  }

  async function ask() {
    const mine = ++asked, q = field.value.normalize('NFC').trim().slice(0, 300), state = new URLSearchParams();
    FIELDS.forEach(name => (name === 'language' ? value(name) !== form.dataset.language : value(name)) && state.set(name, value(name)));
    history.replaceState(null, '', location.pathname + (state.size ? '?' + state : ''));
    spent = 0;
    try {
      if (!base) await begin();
      if (value('hub') || value('entity')) await beginFacets();
      const answer = await search(q);
      if (mine !== asked) return;
      question = answer;
      notes = passing();
      next = dropped = 0;
      found.replaceChildren();
      document.querySelector('.filters').hidden = !q;
      await page();
      if (!q) said.textContent = '';
      else {
        if (!facets) await beginFacets();
        if (mine === asked) countFacets();
      }
    } catch (fault) {
      if (mine === asked) said.textContent = failed;
    }
  }

  // Keys

  const soon = wait => {
    clearTimeout(timer);
    timer = setTimeout(ask, wait);
  };
  form.addEventListener('input', event => soon(event.isComposing ? 250 : 120));
  form.addEventListener('reset', () => soon(0));
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
    const links = [...found.querySelectorAll('a')], at = links.indexOf(document.activeElement), step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (at >= 0 && event.key === 'Escape') field.select();
    else if (step && !event.isComposing && (at >= 0 || document.activeElement === field && step > 0)) (links[at + step] || (step < 0 ? field : links[at])).focus();
    else return;
    event.preventDefault();
  });

  const given = new URLSearchParams(location.search);
  for (const name of FIELDS) {
    const control = form.elements[name];
    if (!control || !given.has(name)) continue;
    if (control.options && ![...control.options].some(option => option.value === given.get(name))) control.add(new Option(given.get(name)));
    control.value = given.get(name);
  }
  if (value('q')) ask();
  else field.focus();
})();
