package dev.assay.claim;

import dev.assay.note.Kind;
import java.util.Optional;

/// The tag at the beginning of a claim: `**[Fact]**`, `[Fact]:`, `__[사실]__`, `［추론］：`.
///
/// ```
/// tag   = [mark] open word close [colon] [mark] [colon]
/// mark  = "*" | "**" | "***" | "_" | "__" | "___"     (the same before and after)
/// open  = "[" | "［"          close = "]" | "］"
/// word  = a word of KindWords, in any letter case, without spaces
/// colon = ":" | "：" | ". " | dash, with a space on either side
/// dash  = "-" | "–" | "—"
/// ```
///
/// A tag whose emphasis goes on behind it (`**[Fact] the rest is bold**`) is a tag without marks: the emphasis
/// belongs to the content.
///
/// @param kind    what the word names
/// @param start   where the tag begins: its mark, or its bracket when the mark goes on
/// @param open    where the bracket opens
/// @param close   behind the closing bracket
/// @param mark    the emphasis before the bracket; empty when there is none
public record ClaimTag(Kind kind, int start, int open, int close, String mark) {
  private static final int LONGEST = 64;

  /// The tag that stands at an index of a text, not looking past the closing bracket.
  public static Optional<ClaimTag> at(String text, int from, KindWords words) {
    int open = from + marks(text, from);
    if (open >= text.length() || (text.charAt(open) != '[' && text.charAt(open) != '［')) {
      return Optional.empty();
    }
    char closing = text.charAt(open) == '[' ? ']' : '］';
    int close = text.indexOf(closing, open, Math.min(text.length(), open + LONGEST));
    if (close < 0) {
      return Optional.empty();
    }
    return words
        .kind(text.substring(open + 1, close))
        .map(kind -> new ClaimTag(kind, from, open, close + 1, text.substring(from, open)));
  }

  /// Where the tag ends, when what follows its bracket (a link's address, say) ends at an index. It takes in the
  /// colon and the closing mark.
  ///
  /// @return the end, or -1 when the mark is not closed there, so that it belongs to the content
  public int end(String text, int behind) {
    int at = colon(text, behind);
    if (!mark.isEmpty()) {
      if (!text.startsWith(mark, at)) {
        return -1;
      }
      at += mark.length();
      if (at < text.length() && text.charAt(at) == mark.charAt(0)) {
        return -1;
      }
      at = colon(text, at);
    }
    return at;
  }

  /// Where the tag ends when its emphasis goes on behind it.
  public int endWithoutMark(String text, int behind) {
    return colon(text, behind);
  }

  private static int colon(String text, int at) {
    int colon = at;
    while (colon < text.length() && text.charAt(colon) == ' ') {
      colon++;
    }
    if (colon >= text.length()) {
      return at;
    }
    char c = text.charAt(colon);
    boolean dash = (c == '-' || c == '–' || c == '—') && colon > at && colon + 1 < text.length() && text.charAt(colon + 1) == ' ';
    boolean period = c == '.' && colon == at && colon + 1 < text.length() && text.charAt(colon + 1) == ' ';
    return c == ':' || c == '：' || dash || period ? colon + 1 : at;
  }

  private static int marks(String text, int from) {
    int at = from;
    while (at < text.length() && at - from < 3 && isMark(text.charAt(at)) && text.charAt(at) == text.charAt(from)) {
      at++;
    }
    return at - from;
  }

  private static boolean isMark(char c) {
    return c == '*' || c == '_';
  }
}
