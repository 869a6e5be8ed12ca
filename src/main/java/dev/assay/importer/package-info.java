/// A way in for those who have a site: feeds and other generators' folders become notes.
///
/// The flow, a new value at each door:
///
/// ```
/// bytes ─feed.FeedBytes→ text ─feed.FeedReader→ ImportedFeed of ImportedItem      (what the source says, no judgement)
///       ─FeedNotes→ ImportedNote                                                   (head, body, files beside it)
///           body: HTML ─html.HtmlToMarkdown→ Markdown                              (read back and compared)
///       ─NoteFiles→ files under content/, never over one that is there
///       ─ImportReport→ what was written, kept as HTML, changed or lost, item by item
/// ```
///
/// A note is the meeting point: every source ends in [dev.assay.importer.ImportedNote], and only
/// [dev.assay.importer.NoteFiles] writes. Importing again is safe: a note whose id the site has is left alone, whatever
/// became of its file, and a name that is taken by another note gets a number.
///
/// Sources are not trusted. They are read within limits, nothing is fetched unless the writer asks for it, and no name
/// that a source gives can leave the content's folder. What cannot be read is said, and what was read before is kept.
///
/// This room must never change a file that exists, and must never know how pages or feeds are made, except that it
/// reads its own Markdown back the way a feed carries it, to see that nothing was lost.
@NullMarked
package dev.assay.importer;

import org.jspecify.annotations.NullMarked;
