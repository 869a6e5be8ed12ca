import anchor from "markdown-it-anchor";
import footnote from "markdown-it-footnote";
import toc from "markdown-it-toc-done-right";

const SIZE = 20;

// The pages of one list, 20 notes each.
function paged(title, url, notes) {
  const total = Math.max(1, Math.ceil(notes.length / SIZE));
  const at = (number) => (number === 1 ? url : `${url}page/${number}/`);
  return Array.from({ length: total }, (_, i) => ({
    title,
    url: at(i + 1),
    feed: `${url}feed.xml`,
    number: i + 1,
    total,
    newer: i > 0 ? at(i) : "",
    older: i + 1 < total ? at(i + 2) : "",
    notes: notes.slice(i * SIZE, (i + 1) * SIZE),
  }));
}

export default function (config) {
  config.amendLibrary("md", (md) => md.use(anchor).use(footnote).use(toc, { level: [2, 3] }));
  config.addPreprocessor("toc", "md", (data, content) => `[[toc]]\n\n${content}`);
  config.addPassthroughCopy("style.css");
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  config.addFilter("rfc822", (date) => date.toUTCString());
  config.addFilter("minutes", (content) => Math.ceil(content.split(/\s+/).length / 200));
  const newest = (api) => api.getFilteredByGlob("content/post/*.md").sort((a, b) => b.date - a.date);
  const groups = (api) => {
    const notes = newest(api);
    const by = (key) => {
      const found = new Map();
      for (const note of notes) for (const term of note.data[key] ?? []) found.set(term, [...(found.get(term) ?? []), note]);
      return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([term, list]) => [term, `/${key}/${term}/`, list]);
    };
    return { notes, terms: { tags: by("tags"), categories: by("categories") } };
  };
  config.addCollection("newest", newest);
  config.addCollection("lists", (api) => {
    const { notes, terms } = groups(api);
    return [["Notes", "/post/", notes], ...terms.tags, ...terms.categories].flatMap(([title, url, list]) => paged(title, url, list));
  });
  config.addCollection("feeds", (api) => {
    const { notes, terms } = groups(api);
    return [["The bench", "/", notes], ["Notes", "/post/", notes], ...terms.tags, ...terms.categories].map(([title, url, list]) => ({
      title,
      url,
      notes: list.slice(0, SIZE),
    }));
  });
  config.addCollection("overviews", (api) =>
    Object.entries(groups(api).terms).map(([title, terms]) => ({ title, terms: terms.map(([term, url, list]) => ({ term, url, count: list.length })) })),
  );
  return { markdownTemplateEngine: false, dir: { input: ".", includes: "_includes", output: "_site" } };
}
