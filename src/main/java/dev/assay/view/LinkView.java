package dev.assay.view;

/// A word that leads somewhere.
///
/// @param text    what is read
/// @param address where it leads; empty for a word that leads nowhere
public record LinkView(String text, String address) {
  /// No link: a list's first page has no previous one.
  public static final LinkView NONE = new LinkView("", "");
}
