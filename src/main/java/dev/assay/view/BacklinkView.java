package dev.assay.view;

/// A note that links to this one.
///
/// @param title    its title
/// @param address  where it is
/// @param sentence the words around the link, plain text; empty when there are none to show
/// @param date     when it was published; none for a page without a date
public record BacklinkView(String title, String address, String sentence, DateView date) {}
