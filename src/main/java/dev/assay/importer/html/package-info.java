/// HTML from elsewhere to Markdown of ours.
///
/// ```
/// HTML ─jsoup→ elements ─HtmlReader→ Block*          what an article consists of, and nothing else
///      Block* ─MarkdownWriter→ Markdown ─markdown room→ HTML ─HtmlReader→ Block*
/// ```
///
/// The Markdown is read back, and the two trees must say the same, word for word and mark for mark; [Outline] is how
/// they are compared. A block for which that fails is written with inline tags instead of marks, and when that fails
/// too it stays HTML. So a conversion is right or says where it is not.
///
/// It knows nothing of feeds or of notes' heads.
@NullMarked
package dev.assay.importer.html;

import org.jspecify.annotations.NullMarked;
