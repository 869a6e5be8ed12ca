package dev.assay.syntax;

import java.util.List;

/// Reads CSS and what is written like it.
final class StyleReader {
  private final String text;
  private final boolean lineComments;
  private final Tokens out = new Tokens();
  private int at;
  private boolean value;

  private StyleReader(String text, boolean lineComments) {
    this.text = text;
    this.lineComments = lineComments;
  }

  /// @param lineComments whether `//` begins a comment
  static Reader of(boolean lineComments) {
    return text -> new StyleReader(text, lineComments).run();
  }

  private List<Token> run() {
    // Whether a `{` or a `;` comes first behind each place tells a selector from a declaration; found in one pass.
    int[] ends = ends();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (text.startsWith("/*", at)) {
        int close = text.indexOf("*/", at + 2);
        take(Sort.COMMENT, close < 0 ? text.length() : close + 2);
      } else if (lineComments && text.startsWith("//", at) && (at == 0 || text.charAt(at - 1) != ':')) {
        int line = text.indexOf('\n', at);
        take(Sort.COMMENT, line < 0 ? text.length() : line);
      } else if (c == '"' || c == '\'') {
        take(Sort.STRING, stringEnd(c));
      } else if (c == '{' || c == '}' || c == ';') {
        value = false;
        at++;
      } else if (c == ':' && !value && declares(ends)) {
        value = true;
        at++;
      } else if (c == '@' || c == '$') {
        take(c == '@' ? Sort.KEYWORD : Sort.NAME, wordEnd(at + 1));
      } else if (c == '#' && value) {
        take(Sort.LITERAL, wordEnd(at + 1));
      } else if ((c == '.' || c == '#') && !value && wordEnd(at + 1) > at + 1 && !Character.isDigit(text.charAt(at + 1))) {
        take(Sort.TYPE, wordEnd(at + 1));
      } else if (Character.isDigit(c) || (c == '.' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1)))) {
        take(Sort.LITERAL, numberEnd());
      } else if (isPart(c)) {
        word(ends);
      } else {
        at++;
      }
    }
    return out.list();
  }

  private void take(Sort sort, int end) {
    out.add(sort, at, Math.max(end, at + 1));
    at = Math.max(end, at + 1);
  }

  private void word(int[] ends) {
    int end = wordEnd(at);
    boolean call = end < text.length() && text.charAt(end) == '(';
    if (call) {
      take(Sort.FUNCTION, end);
    } else if (text.startsWith("--", at)) {
      take(Sort.NAME, end);
    } else if (value) {
      at = end;
    } else {
      take(declares(ends) ? Sort.NAME : Sort.KEYWORD, end);
    }
  }

  private boolean declares(int[] ends) {
    return at < ends.length && ends[at] != '{';
  }

  /// For each place, which of `{`, `}` and `;` comes next.
  private int[] ends() {
    int[] ends = new int[text.length()];
    int next = ';';
    for (int i = text.length() - 1; i >= 0; i--) {
      char c = text.charAt(i);
      boolean interpolated = c == '{' && i > 0 && text.charAt(i - 1) == '#';
      next = !interpolated && (c == '{' || c == '}' || c == ';') ? c : next;
      ends[i] = next;
    }
    return ends;
  }

  private int stringEnd(char quote) {
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == quote) {
        return i + 1;
      } else if (c == '\n') {
        return i;
      }
    }
    return text.length();
  }

  private int numberEnd() {
    int end = at;
    while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '.' || text.charAt(end) == '%')) {
      end++;
    }
    return end;
  }

  private int wordEnd(int from) {
    int end = from;
    while (end < text.length() && isPart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_';
  }
}
