/// Reads the folders of other generators: Hugo, Jekyll and Zola.
///
/// Each generator has a class that knows its conventions, and says them in one language: a list of [OldPage], each
/// with the address that it has on the old site, its head in common words and its text as it was written; and a list
/// of [OldFile]. What the texts hold beyond Markdown (shortcodes, Liquid, Kramdown's attributes) is turned into Markdown
/// or HTML where it is known, and kept visibly where it is not. Links between pages are found by the old addresses
/// and become links between files.
///
/// It must never run a template or a program of the old site, follow a link out of its folder, or fetch anything.
@NullMarked
package dev.assay.importer.folder;

import org.jspecify.annotations.NullMarked;
