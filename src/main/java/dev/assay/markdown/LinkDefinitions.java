package dev.assay.markdown;

import dev.assay.claim.KindWords;
import dev.assay.claim.NearTag;

/// Reads link definitions (`[label]: address "title"`) at the beginning of a paragraph. A label that names a kind
/// defines nothing: `[Fact]: H100` is a claim, and `[Facts]: H100` was meant as one.
final class LinkDefinitions {
  private LinkDefinitions() {}

  /// Reads all definitions that open a text.
  ///
  /// @return where the rest of the text begins
  static int read(Prose prose, KindWords words, Labels labels) {
    String text = prose.text();
    TitleQuotes quotes = new TitleQuotes(text);
    int at = 0;
    while (at < text.length() && text.charAt(at) == '[') {
      int end = one(prose, at, words, labels, quotes);
      if (end < 0) {
        return at;
      }
      at = end;
    }
    return at;
  }

  private static int one(Prose prose, int open, KindWords words, Labels labels, TitleQuotes quotes) {
    String text = prose.text();
    int labelEnd = LinkSyntax.labelEnd(text, open);
    if (labelEnd < 0 || labelEnd >= text.length() || text.charAt(labelEnd) != ':') {
      return -1;
    }
    String label = text.substring(open + 1, labelEnd - 1);
    boolean nearlyTag = NearTag.at("[" + label + "]", words).filter(NearTag::sure).isPresent();
    if (label.isBlank() || words.kind(label).isPresent() || nearlyTag) {
      return -1;
    }
    int from = LinkSyntax.skipSpace(text, labelEnd + 1);
    int end = LinkSyntax.destinationEnd(text, from);
    if (end <= from) {
      return -1;
    }
    int behind = LinkSyntax.skipSpace(text, end);
    int titleEnd = behind > end ? quotes.end(behind) : -1;
    int next = titleEnd < 0 ? -1 : lineEnd(text, titleEnd);
    String title = "";
    if (next >= 0) {
      title = Markup.decode(text.substring(behind + 1, titleEnd - 1));
    } else {
      next = lineEnd(text, end);
    }
    if (next < 0) {
      return -1;
    }
    labels.define(label, LinkTail.address(prose, from, end, title));
    return next;
  }

  /// The index behind a line end that only white space parts from an index; -1 when something else stands there.
  private static int lineEnd(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    if (at == text.length()) {
      return at;
    }
    return text.charAt(at) == '\n' ? at + 1 : -1;
  }
}
