/// What lets readers search a site in their browser, from a plain host of files.
///
/// A note becomes the words by which it is found, with how much each says of it ([NoteWords]), and the text from which
/// excerpts are cut ([Excerpts]); all notes together become shards of an index, each a range of words in their order
/// ([TermShards]). A browser reads a list of the shards, then those that hold the words asked for, then the texts of the
/// few notes that it shows: so a question costs about the same on a site of a hundred notes and of ten thousand.
///
/// Why the index is our own: Pagefind makes one in shards, but it is a program in Rust or Node that reads finished pages,
/// needs WebAssembly in the browser, and finds Korean by the beginning of a word only; MiniSearch and Lunr read one whole
/// index at once, megabytes for a large site; Lucene's analysers would bring 12 MB for Korean alone, and nothing that
/// reads their index in a browser. What we need of them is little: words cut at spaces, pairs of characters for scripts
/// that write none or bind particles to words, a weight of four bits, and lists of numbers.
///
/// What is read here at build time and what the script reads in a browser must fold and cut text alike: [Folding] and
/// [Terms] have their likeness in `search.js`, and a test compares the two. The room knows notes and nothing of pages:
/// addresses, titles and names of hubs come to it as texts. It never reads or writes a file.
@NullMarked
package dev.assay.search;

import org.jspecify.annotations.NullMarked;
