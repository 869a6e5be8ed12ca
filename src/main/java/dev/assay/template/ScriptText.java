package dev.assay.template;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/// A script of the theme as it is sent: without comments and without the white space that only people need. Names stay,
/// and so do the ends of lines that could end a statement: what the theme writes is what a browser's debugger shows.
///
/// Only for scripts that we wrote: they end statements with semicolons, and a division never follows a closing bracket of a
/// condition.
final class ScriptText {
  private static final String BEFORE_PATTERN = "(,=:[!&|?{};+-*%<>~^\n";
  private static final Set<String> WORDS_BEFORE_PATTERN = Set.of("return", "typeof", "case", "of", "in", "await");

  private final String text;
  private final StringBuilder out;
  private int at;

  private ScriptText(String text) {
    this.text = text;
    this.out = new StringBuilder(text.length());
  }

  static byte[] small(byte[] script) {
    ScriptText small = new ScriptText(new String(script, StandardCharsets.UTF_8));
    while (small.at < small.text.length()) {
      small.next();
    }
    return small.out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  private void next() {
    char c = text.charAt(at);
    if (Character.isWhitespace(c) || text.startsWith("//", at) || text.startsWith("/*", at)) {
      gap();
    } else if (c == '"' || c == '\'') {
      copy(quoted(at, c));
    } else if (c == '`') {
      copy(template(at));
    } else if (c == '/' && startsPattern()) {
      copy(pattern(at));
    } else {
      copy(at + 1);
    }
  }

  private void copy(int end) {
    out.append(text, at, end);
    at = end;
  }

  /// White space and comments, as what they come to: nothing, a space, or the end of a line.
  private void gap() {
    boolean line = false;
    while (at < text.length()) {
      if (text.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        at = end < 0 ? text.length() : end + 2;
      } else if (Character.isWhitespace(text.charAt(at))) {
        line |= text.charAt(at) == '\n';
        at++;
      } else {
        break;
      }
    }
    if (out.isEmpty() || at >= text.length()) {
      return;
    }
    char before = out.charAt(out.length() - 1);
    char after = text.charAt(at);
    boolean words = isWord(before) && isWord(after);
    boolean doubled = before == after && (before == '+' || before == '-');
    if (line && "{;,([=&|?:>+".indexOf(before) < 0 && "})],;.?:&|".indexOf(after) < 0) {
      out.append('\n');
    } else if (words || doubled) {
      out.append(' ');
    }
  }

  private static boolean isWord(char c) {
    return Character.isJavaIdentifierPart(c) || c == '#';
  }

  private boolean startsPattern() {
    if (out.isEmpty() || BEFORE_PATTERN.indexOf(out.charAt(out.length() - 1)) >= 0) {
      return true;
    }
    int from = out.length();
    while (from > 0 && isWord(out.charAt(from - 1))) {
      from--;
    }
    return WORDS_BEFORE_PATTERN.contains(out.substring(from));
  }

  private int quoted(int open, char quote) {
    int i = open + 1;
    while (i < text.length() && text.charAt(i) != quote) {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(text.length(), i + 1);
  }

  private int template(int open) {
    int i = open + 1;
    int depth = 0;
    while (i < text.length() && (depth > 0 || text.charAt(i) != '`')) {
      char c = text.charAt(i);
      if (c == '\\') {
        i += 2;
      } else if (depth > 0 && (c == '"' || c == '\'')) {
        i = quoted(i, c);
      } else if (depth > 0 && c == '`') {
        i = template(i);
      } else {
        depth += text.startsWith("${", i) || (depth > 0 && c == '{') ? 1 : depth > 0 && c == '}' ? -1 : 0;
        i += text.startsWith("${", i) ? 2 : 1;
      }
    }
    return Math.min(text.length(), i + 1);
  }

  private int pattern(int open) {
    boolean set = false;
    int i = open + 1;
    while (i < text.length() && (set || text.charAt(i) != '/')) {
      char c = text.charAt(i);
      set = c == '[' || (set && c != ']');
      i += c == '\\' ? 2 : 1;
    }
    return Math.min(text.length(), i + 1);
  }
}
