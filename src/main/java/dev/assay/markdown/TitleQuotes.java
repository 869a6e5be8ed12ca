package dev.assay.markdown;

/// Finds the ends of quoted titles. A quote that nothing closes is remembered, so that many of them cost one pass.
final class TitleQuotes {
  private final String text;
  private boolean noDouble;
  private boolean noSingle;

  TitleQuotes(String text) {
    this.text = text;
  }

  /// The end of the title that begins at an index, quotes included; -1 when there is none.
  int end(int from) {
    char open = from < text.length() ? text.charAt(from) : ' ';
    if ((open == '"' && noDouble) || (open == '\'' && noSingle)) {
      return -1;
    }
    int end = LinkSyntax.titleEnd(text, from, text.length());
    if (end < 0) {
      noDouble |= open == '"';
      noSingle |= open == '\'';
    }
    return end;
  }
}
