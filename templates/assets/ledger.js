// Filters the ledger on its page. Without this script the lists by kind, status, year, hub, entity and source do the
// same, page by page. It loads the index of all claims when somebody first asks for it.
(() => {
  "use strict";
  const form = document.querySelector("form.find");
  const shown = document.querySelector(".ledger-list");
  if (!form || !shown) return;
  const STEP = 100;
  const found = document.querySelector(".ledger-found");
  const body = found.querySelector("tbody");
  const status = form.querySelector("output");
  const more = found.querySelector("button");
  const fields = ["q", "kind", "status", "year", "hub", "entity", "source"];
  let index, limit = STEP, timer;

  const name = (list, numbers) => (numbers || []).map((n) => list[n]);
  const get = (field) => (form.elements[field] ? form.elements[field].value.trim() : "");

  const load = () => index || (index = fetch(form.dataset.index).then((reply) => {
    if (!reply.ok) throw new Error(reply.status);
    return reply.json();
  }).then((data) => {
    const claims = data.claims.map((c) => ({
      kind: c.k, status: c.s, text: c.t, note: data.notes[c.n], anchor: c.a, asserted: c.d || "", due: c.u || "",
      year: (c.d || "").slice(0, 4), entity: name(data.entities, c.e), hub: name(data.hubs, c.h), source: name(data.sources, c.q),
    }));
    claims.forEach((c) => {
      c.find = [c.text, c.note.t, ...c.entity, ...c.source].join("\n").toLowerCase();
    });
    for (const field of ["year", "hub", "entity", "source"]) options(field, claims);
    return claims;
  }).catch((error) => {
    index = undefined;
    throw error;
  }));

  const options = (field, claims) => {
    const counts = new Map();
    for (const claim of claims) {
      for (const value of [].concat(claim[field])) if (value) counts.set(value, (counts.get(value) || 0) + 1);
    }
    const select = form.elements[field];
    const wanted = select.value || new URLSearchParams(location.search).get(field) || "";
    const sorted = [...counts].sort((a, b) => (field === "year" ? b[0].localeCompare(a[0]) : b[1] - a[1] || a[0].localeCompare(b[0])));
    select.length = 1;
    for (const [value, count] of sorted.slice(0, 500)) select.add(new Option(`${value} (${count})`, value));
    if (wanted && ![...select.options].some((o) => o.value === wanted)) select.add(new Option(wanted, wanted));
    select.value = wanted;
    select.disabled = counts.size === 0;
  };

  const cell = (row, label, ...content) => {
    const td = row.insertCell();
    if (label) td.dataset.label = label;
    td.append(...content);
    return td;
  };

  const link = (address, text) => {
    const a = document.createElement("a");
    a.href = address;
    a.textContent = text;
    return a;
  };

  const row = (claim) => {
    const tr = body.insertRow();
    tr.className = claim.kind;
    const sign = document.querySelector(`.legend .sign.${claim.kind}`);
    const word = form.querySelector(`[name=kind] option[value=${claim.kind}]`).textContent;
    cell(tr, "", sign ? sign.cloneNode(true) : "", " ", word);
    cell(tr, "", link(claim.note.a + claim.anchor, claim.text));
    const state = [...form.elements.status.options].find((o) => o.value === claim.status);
    cell(tr, "", state ? state.textContent : claim.status).className = "status-word " + claim.status;
    cell(tr, claim.asserted && form.dataset.said, claim.asserted).className = "when";
    cell(tr, claim.due && form.dataset.due, claim.due).className = "when";
    cell(tr, "", link(claim.note.a, claim.note.t));
  };

  const apply = async () => {
    const query = new URLSearchParams();
    for (const field of fields) if (get(field)) query.set(field, get(field));
    history.replaceState(null, "", query.size ? "?" + query : location.pathname);
    const active = query.size > 0;
    shown.hidden = active;
    found.hidden = !active;
    status.value = "";
    if (!active) return;
    let claims;
    try {
      claims = await load();
    } catch (error) {
      status.value = form.dataset.failed;
      shown.hidden = false;
      found.hidden = true;
      return;
    }
    const words = get("q").toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = fields.slice(1).filter(get);
    const hits = claims.filter((claim) =>
      words.every((word) => claim.find.includes(word)) && wanted.every((field) => [].concat(claim[field]).includes(get(field))));
    body.replaceChildren();
    hits.slice(0, limit).forEach(row);
    more.hidden = hits.length <= limit;
    status.value = form.dataset.count.replace("{0}", hits.length).replace("{1}", claims.length);
  };

  const again = () => {
    limit = STEP;
    apply();
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    again();
  });
  form.addEventListener("focusin", () => load().catch(() => {}), { once: true });
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(again, 120);
  });
  form.addEventListener("reset", () => setTimeout(again));
  more.addEventListener("click", () => {
    limit += STEP;
    apply();
  });
  const asked = new URLSearchParams(location.search);
  const given = fields.filter((field) => asked.get(field));
  for (const field of given) {
    const element = form.elements[field];
    if (element.tagName === "SELECT" && ![...element.options].some((o) => o.value === asked.get(field))) {
      element.add(new Option(asked.get(field), asked.get(field)));
    }
    element.value = asked.get(field);
  }
  if (given.length) apply();
})();
