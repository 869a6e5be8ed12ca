package dev.assay.catalog;

/// A link from one note to another.
///
/// @param from     the note that links
/// @param fragment the anchor it leads to; empty for the page
/// @param sentence the words around the link
public record Backlink(Entry from, String fragment, String sentence) {}
