package dev.assay.view;

/// What something rests on.
///
/// @param text    how it is named: a formatted entry, the link's words or host, `Reuters`
/// @param address where it can be read; empty for an attribution without a link
/// @param rank    `entry` of the bibliography, `link`, or `attribution`
public record SourceView(String text, String address, String rank) {
  /// Nothing.
  public static final SourceView NONE = new SourceView("", "", "");
}
