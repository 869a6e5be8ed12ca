package dev.assay.markdown;

import java.util.Optional;

/// What follows a link's closing bracket.
///
/// @param end where the link ends
record LinkTail(Inline.Address address, int end) {
  /// An address in parentheses that begins at an index.
  static Optional<LinkTail> inline(Prose prose, int open, TitleQuotes quotes) {
    String text = prose.text();
    if (open >= text.length() || text.charAt(open) != '(') {
      return Optional.empty();
    }
    int from = LinkSyntax.skipSpace(text, open + 1);
    int end = LinkSyntax.destinationEnd(text, from);
    if (end < 0) {
      return Optional.empty();
    }
    int behind = LinkSyntax.skipSpace(text, end);
    String title = "";
    if (behind > end) {
      int titleEnd = quotes.end(behind);
      if (titleEnd > 0) {
        title = Markup.decode(text.substring(behind + 1, titleEnd - 1));
        behind = LinkSyntax.skipSpace(text, titleEnd);
      }
    }
    if (behind >= text.length() || text.charAt(behind) != ')') {
      return Optional.empty();
    }
    return Optional.of(new LinkTail(address(prose, from, end, title), behind + 1));
  }

  /// The address between two indexes.
  static Inline.Address address(Prose prose, int from, int end, String title) {
    String target = LinkSyntax.destination(prose.text(), from, end);
    int start = prose.offset(from);
    return new Inline.Address(target, title, start, Math.max(start + 1, prose.offset(Math.max(from, end - 1)) + 1));
  }
}
