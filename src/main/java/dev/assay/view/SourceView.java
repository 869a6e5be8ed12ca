package dev.assay.view;

/// What something rests on.
///
/// @param text    how it is named: `Kim 2026`, the link's words or host, `Reuters`
/// @param address where it can be read, or its page on this site; empty for a name that nothing is known of
/// @param rank    `entry` of the bibliography, `link`, or `attribution`
/// @param title   the title of an entry; empty for others
/// @param locator where in it: `p. 4`; empty for the whole
/// @param page    its page on this site, which lists all that rests on it; empty when it has none
public record SourceView(String text, String address, String rank, String title, String locator, String page) {
  /// Nothing.
  public static final SourceView NONE = new SourceView("", "", "");

  /// A source that is only named or linked.
  public SourceView(String text, String address, String rank) {
    this(text, address, rank, "", "", "");
  }
}
