// Shows what is behind a link on this site while a pointer rests on it or it has the focus: the head of that page, or
// the claim or section that the link leads to. It reads the page itself, and no more of it than it needs. Without this
// script links are links.
(() => {
  "use strict";
  const main = document.querySelector("main");
  if (!main || !window.fetch || !window.DOMParser) return;
  const known = new Map();
  const box = document.createElement("div");
  box.className = "preview callout";
  box.id = ":preview";
  box.setAttribute("role", "tooltip");
  box.hidden = true;
  document.body.append(box);
  let shown, wanted, timer;

  const text = (node) => (node ? node.textContent.replace(/\s+/g, " ").trim() : "");

  // The head comes first: the rest of a long page need not come at all.
  const read = async (address, whole) => {
    const stop = new AbortController();
    const reply = await fetch(address, { signal: stop.signal });
    if (!reply.ok || !(reply.headers.get("content-type") || "").includes("html")) throw new Error(reply.status);
    if (whole || !reply.body) return reply.text();
    const reader = reply.body.getReader(), decoder = new TextDecoder();
    let html = "";
    for (;;) {
      const { done, value } = await reader.read();
      html += decoder.decode(value || new Uint8Array(), { stream: !done });
      if (done) return html;
      const main = html.indexOf("<main");
      if (main >= 0 && html.indexOf("</header>", main) >= 0) {
        stop.abort();
        return html;
      }
    }
  };

  const content = (page, anchor) => {
    const parts = [];
    const title = text(page.querySelector("main h1")) || page.title;
    if (!title) return null;
    const add = (name, words, className) => {
      if (!words) return;
      const node = document.createElement(name);
      node.textContent = words;
      if (className) node.className = className;
      parts.push(node);
    };
    add("b", title);
    const place = anchor && page.getElementById(anchor);
    if (place) {
      const copy = place.cloneNode(true);
      copy.querySelectorAll(".evidence, .reasons, .permalink, .linked").forEach((each) => each.remove());
      add("p", text(copy));
      if (/^H[1-6]$/.test(place.tagName)) add("p", text(place.nextElementSibling).slice(0, 300));
    } else {
      const meta = page.querySelector("meta[name=description]");
      add("p", text(page.querySelector("main .lead")) || (meta ? meta.content : ""));
      const mix = page.querySelector("main .mix");
      if (mix) parts.push(document.importNode(mix, true));
    }
    return parts;
  };

  const load = (link) => {
    const anchor = decodeURIComponent(link.hash.slice(1));
    const address = link.href.replace(/#.*$/, "");
    const key = address + "#" + anchor;
    if (!known.has(key)) {
      const page = address === location.href.replace(/#.*$/, "") ? Promise.resolve(document)
        : read(address, anchor).then((html) => new DOMParser().parseFromString(html, "text/html"));
      known.set(key, page.then((found) => content(found, anchor)).catch(() => null));
    }
    return known.get(key);
  };

  const hide = () => {
    clearTimeout(timer);
    wanted = undefined;
    if (shown) shown.removeAttribute("aria-describedby");
    shown = undefined;
    box.hidden = true;
  };

  const show = async (link) => {
    const parts = await load(link);
    if (wanted !== link || !parts) return;
    box.replaceChildren(...parts.map((part) => part.cloneNode(true)));
    box.hidden = false;
    shown = link;
    link.setAttribute("aria-describedby", box.id);
    const at = link.getBoundingClientRect(), size = box.getBoundingClientRect();
    const below = at.bottom + size.height + 8 < innerHeight || at.top < size.height + 8;
    box.style.left = scrollX + Math.max(8, Math.min(at.left, document.documentElement.clientWidth - size.width - 8)) + "px";
    box.style.top = scrollY + (below ? at.bottom + 4 : at.top - size.height - 4) + "px";
  };

  const want = (event, wait) => {
    const link = event.target.closest && event.target.closest("main a[href]");
    if (!link || link === shown || typeof link.href !== "string" || link.origin !== location.origin || link.closest(".toc, .card-title, .tag, .permalink") ||
      /\.(?!html$)\w+$/.test(link.pathname) || (link.pathname === location.pathname && !link.hash)) return;
    clearTimeout(timer);
    wanted = link;
    timer = setTimeout(() => show(link), wait);
  };

  // A pointer may move from the link onto the preview.
  const leave = (event) => {
    const to = event.relatedTarget;
    if (to && to.closest && (to.closest(".preview") || to.closest("a[href]") === wanted)) return;
    clearTimeout(timer);
    timer = setTimeout(hide, 200);
  };

  // Asked when a pointer moves: while the page is read, the answer would have it laid out early.
  main.addEventListener("mouseover", (event) => matchMedia("(hover: hover)").matches && want(event, 350));
  main.addEventListener("mouseout", leave);
  box.addEventListener("mouseenter", () => clearTimeout(timer));
  box.addEventListener("mouseleave", leave);
  main.addEventListener("focusin", (event) => event.target.matches(":focus-visible") && want(event, 350));
  main.addEventListener("focusout", leave);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
})();
