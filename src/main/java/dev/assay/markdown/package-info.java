/// Markdown to finished, safe pieces of a page, and everything a text says on the way: its outline, links, claims,
/// directives and roles.
///
/// Block structure is flexmark's (quotes, lists, code, raw HTML), with block parsers of our own where its are slow
/// or missing (headings, fences with directives, footnotes, definitions). Its tree becomes a sealed tree of ours at
/// once; text inside blocks is read by our own scanner, which is linear, knows emphasis in Korean, Chinese and
/// Japanese, and lets a claim's tag win over a link reference.
///
/// This room knows one text at a time. It must never know what a link leads to, what a figure comes to, or what
/// another note says: these are holes in its pieces. What a shortcode prints it asks of whoever knows templates, and judges before
/// it stands in a page. It must never read a file.
@NullMarked
package dev.assay.markdown;

import org.jspecify.annotations.NullMarked;
