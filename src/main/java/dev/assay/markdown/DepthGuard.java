package dev.assay.markdown;

/// Finds lines that open more quotes and lists in one another than a text may have, before a parser sees them.
final class DepthGuard {
  private DepthGuard() {}

  /// The index of the first mark that is too deep; -1 when there is none.
  static int tooDeep(String text, int from, int deepest) {
    int at = from;
    while (at < text.length()) {
      int found = line(text, at, deepest);
      if (found >= 0) {
        return found;
      }
      at = nextLine(text, at);
    }
    return -1;
  }

  private static int nextLine(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return at + 1;
  }

  private static int line(String text, int from, int deepest) {
    int at = from;
    int depth = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ' ' || c == '\t') {
        at++;
        continue;
      }
      int end = c == '>' ? at + 1 : markEnd(text, at);
      if (end < 0 || isBreak(text, at)) {
        return -1;
      }
      depth++;
      if (depth > deepest) {
        return at;
      }
      at = end;
    }
    return -1;
  }

  /// The end of a list item's mark; -1 when there is none.
  private static int markEnd(String text, int at) {
    int end = at;
    while (end < text.length() && end - at < 9 && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    boolean number = end > at;
    if (end >= text.length() || (number ? ".)" : "-+*").indexOf(text.charAt(end)) < 0) {
      return -1;
    }
    end++;
    return end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t') ? end : -1;
  }

  private static boolean isBreak(String text, int at) {
    char mark = text.charAt(at);
    if (mark != '*' && mark != '-' && mark != '_') {
      return false;
    }
    int count = 0;
    for (int i = at; i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r'; i++) {
      char c = text.charAt(i);
      if (c == mark) {
        count++;
      } else if (c != ' ' && c != '\t') {
        return false;
      }
    }
    return count >= 3;
  }
}
