// Loads the page again when the site was built anew, and shows what the build complains of. Only the preview adds it.
(() => {
  "use strict";
  const at = new URL(document.currentScript.src).searchParams.get("at") || "";
  const key = "assay-scroll " + location.pathname;

  const kept = sessionStorage.getItem(key);
  if (kept !== null) {
    sessionStorage.removeItem(key);
    addEventListener("load", () => scrollTo({ top: Number(kept), behavior: "instant" }));
  }

  const reload = () => {
    sessionStorage.setItem(key, String(scrollY));
    location.reload();
  };

  // The panel has a root and a sheet of its own: the site's styles do not reach it, and its own reach nothing else.
  // What the report says are the words of a file, so they are only ever set as text.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { all: initial; position: fixed; inset: auto 0 0 0; z-index: 2147483647; }
    details { font: 14px/1.5 ui-monospace, monospace; color: #f4f4f5; background: #1b1b1f; border-top: 4px solid #d97706; max-height: 60vh; overflow: auto; }
    details.errors { border-color: #ef4444; }
    summary { position: sticky; top: 0; padding: .6rem 1.25rem; background: #1b1b1f; cursor: pointer; font-weight: 600; }
    summary:focus-visible { outline: 2px solid #93c5fd; outline-offset: -4px; }
    pre { margin: 0; padding: 0 1.25rem 1rem; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4; }
    @media print { :host { display: none; } }
  `);

  let panel = null;
  let shown = "";
  const show = (report) => {
    // Told again after the connection was cut: what the reader has folded stays folded.
    if (report === shown) {
      return;
    }
    shown = report;
    if (panel) {
      panel.remove();
      panel = null;
    }
    const text = report.trimEnd();
    if (!text) {
      return;
    }
    const sum = text.slice(text.lastIndexOf("\n") + 1);
    const errors = /^\d+ errors?\b/.test(sum);
    const details = document.createElement("details");
    details.className = errors ? "errors" : "";
    // Warnings do not stop the build: they wait to be opened.
    details.open = errors;
    const summary = document.createElement("summary");
    summary.textContent = errors ? sum + ": this is the last good page" : sum;
    const pre = document.createElement("pre");
    pre.textContent = text.slice(0, text.length - sum.length).trimEnd();
    details.append(summary, pre);
    panel = document.createElement("div");
    panel.setAttribute("role", "alert");
    panel.setAttribute("aria-label", "Problems of the build");
    const root = panel.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    root.append(details);
    document.body.append(panel);
  };

  const here = decodeURI(location.pathname);
  const isPart = (path) => /\.(css|js|mjs|svg|png|jpe?g|gif|webp|avif|woff2?)$/.test(path);

  const events = new EventSource("/.assay/events?since=" + encodeURIComponent(at));
  events.addEventListener("reload", reload);
  events.addEventListener("changed", (event) => {
    if (event.data.split("\n").some((path) => path === here || path + "index.html" === here || isPart(path))) {
      reload();
    }
  });
  events.addEventListener("problems", (event) => show(event.data));
})();
