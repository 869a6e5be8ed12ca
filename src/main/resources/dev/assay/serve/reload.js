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

  let panel = null;
  const show = (report) => {
    if (panel) {
      panel.remove();
      panel = null;
    }
    if (!report) {
      return;
    }
    panel = document.createElement("section");
    panel.setAttribute("role", "alert");
    panel.setAttribute("aria-label", "Problems of the build");
    panel.style.cssText =
      "position:fixed;inset:auto 0 0 0;z-index:2147483647;max-height:50vh;overflow:auto;padding:1rem 1.25rem;" +
      "background:#1b1b1f;color:#f4f4f5;border-top:4px solid #d92d20;font:14px/1.5 ui-monospace,monospace";
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = "Close";
    close.style.cssText =
      "position:sticky;top:0;float:right;font:inherit;color:inherit;background:#3f3f46;border:0;padding:.25rem .75rem";
    close.addEventListener("click", () => show(""));
    const text = document.createElement("pre");
    text.textContent = report;
    text.style.cssText = "margin:0;white-space:pre-wrap;background:none;color:inherit;font:inherit";
    panel.append(close, text);
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
