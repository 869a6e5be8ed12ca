package dev.assay.markdown;

import java.util.Locale;

/// The parts of links: labels, destinations and titles. Each scan is linear and bounded.
final class LinkSyntax {
  private static final int LONGEST_LABEL = 999;
  private static final int MOST_PARENTHESES = 32;

  private LinkSyntax() {}

  /// The end of a label that opens at an index, the closing bracket included; -1 when there is none.
  static int labelEnd(String text, int open) {
    int limit = Math.min(text.length(), open + LONGEST_LABEL + 2);
    for (int at = open + 1; at < limit; at++) {
      char c = text.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == '[') {
        return -1;
      } else if (c == ']') {
        return at + 1;
      }
    }
    return -1;
  }

  /// A label as labels are compared: white space collapsed, letter case folded.
  static String normalised(String label) {
    StringBuilder out = new StringBuilder(label.length());
    boolean space = false;
    for (int i = 0; i < label.length(); i++) {
      char c = label.charAt(i);
      if (Character.isWhitespace(c)) {
        space = !out.isEmpty();
      } else {
        if (space) {
          out.append(' ');
          space = false;
        }
        out.append(c);
      }
    }
    // Lower, upper and lower again is as near to Unicode's case folding as Java comes: 'ẞ' and 'SS' are the same.
    return out.toString().toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  /// The end of a destination that begins at an index, angle brackets included; -1 when there is none. Without angle
  /// brackets it may be empty.
  static int destinationEnd(String text, int from) {
    if (from < text.length() && text.charAt(from) == '<') {
      return angledEnd(text, from);
    }
    int depth = 0;
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c <= ' ' || c == 0x7f) {
        break;
      }
      if (c == '\\' && at + 1 < text.length() && Markup.isAsciiPunctuation(text.charAt(at + 1))) {
        at++;
      } else if (c == '(') {
        depth++;
        if (depth > MOST_PARENTHESES) {
          return -1;
        }
      } else if (c == ')') {
        if (depth == 0) {
          break;
        }
        depth--;
      }
      at++;
    }
    return depth == 0 ? at : -1;
  }

  private static int angledEnd(String text, int from) {
    for (int at = from + 1; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == '\n' || c == '<') {
        return -1;
      } else if (c == '>') {
        return at + 1;
      }
    }
    return -1;
  }

  /// The decoded destination between two indexes.
  static String destination(String text, int from, int end) {
    boolean angled = end > from && text.charAt(from) == '<';
    return Markup.decode(angled ? text.substring(from + 1, end - 1) : text.substring(from, end));
  }

  /// The end of a title that begins at an index, quotes included; -1 when there is none.
  static int titleEnd(String text, int from, int limit) {
    char open = from < limit ? text.charAt(from) : ' ';
    if (open != '"' && open != '\'' && open != '(') {
      return -1;
    }
    char close = open == '(' ? ')' : open;
    for (int at = from + 1; at < limit; at++) {
      char c = text.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == close) {
        return at + 1;
      } else if (c == '(' && open == '(') {
        return -1;
      }
    }
    return -1;
  }

  /// The index behind white space with at most one line end.
  static int skipSpace(String text, int from) {
    int at = from;
    boolean newline = false;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t' || text.charAt(at) == '\n')) {
      if (text.charAt(at) == '\n') {
        if (newline) {
          return at;
        }
        newline = true;
      }
      at++;
    }
    return at;
  }
}
