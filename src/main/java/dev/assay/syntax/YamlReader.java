package dev.assay.syntax;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads YAML line by line: keys, values, comments, texts that go on by their indentation.
final class YamlReader {
  private static final Set<String> WORDS = Set.of("true", "false", "null", "yes", "no", "on", "off", "~");

  private final String text;
  private final Tokens out = new Tokens();
  /// Lines that stand deeper than this belong to a text; -1 outside of one.
  private int textBelow = -1;

  private YamlReader(String text) {
    this.text = text;
  }

  static Reader reader() {
    return text -> new YamlReader(text).run();
  }

  private List<Token> run() {
    int line = 0;
    while (line < text.length()) {
      int newline = text.indexOf('\n', line);
      int end = newline < 0 ? text.length() : newline;
      line(line, end);
      line = end + 1;
    }
    return out.list();
  }

  private void line(int start, int end) {
    int at = spaces(start, end);
    if (at == end) {
      return;
    }
    if (textBelow >= 0 && at - start > textBelow) {
      out.add(Sort.STRING, at, end);
      return;
    }
    textBelow = -1;
    if (text.startsWith("---", start) || text.startsWith("...", start) || text.charAt(at) == '%') {
      out.add(Sort.META, at, end);
      return;
    }
    int indent = at - start;
    while (at + 1 < end && (text.charAt(at) == '-' || text.charAt(at) == '?') && text.charAt(at + 1) == ' ') {
      out.add(Sort.KEYWORD, at, at + 1);
      at = spaces(at + 1, end);
    }
    value(at, end, indent, true);
  }

  private int spaces(int from, int end) {
    int at = from;
    while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t' || text.charAt(at) == '\r')) {
      at++;
    }
    return at;
  }

  /// Reads what stands on a line, or in brackets on it.
  private void value(int from, int end, int indent, boolean block) {
    int at = from;
    boolean first = block;
    while (at < end) {
      char c = text.charAt(at);
      if (c == '#' && (at == from || Character.isWhitespace(text.charAt(at - 1)))) {
        out.add(Sort.COMMENT, at, end);
        return;
      }
      if (Character.isWhitespace(c) || "{}[],".indexOf(c) >= 0) {
        first |= c == '{' || c == ',';
        at++;
      } else if (c == '"' || c == '\'') {
        int close = quoteEnd(at, end);
        boolean key = first && isColon(spaces(close, end), end);
        out.add(key ? Sort.NAME : Sort.STRING, at, close);
        first = false;
        at = close;
      } else if (c == ':' && isColon(at, end)) {
        at++;
      } else if ((c == '|' || c == '>') && block) {
        out.add(Sort.META, at, at + 1);
        textBelow = indent;
        at++;
      } else if (c == '&' || c == '*' || c == '!') {
        int word = wordEnd(at, end);
        out.add(Sort.META, at, word);
        at = word;
      } else {
        int plain = plainEnd(at, end, first);
        boolean key = first && isColon(plain, end);
        plain(at, plain, key);
        first = false;
        at = Math.max(plain, at + 1);
      }
    }
  }

  private void plain(int start, int end, boolean key) {
    String word = text.substring(start, end).strip();
    if (key) {
      out.add(Sort.NAME, start, start + word.length());
    } else if (WORDS.contains(word.toLowerCase(Locale.ROOT)) || word.matches("[+-]?(?:0x[0-9a-fA-F]+|[0-9][0-9_]*(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)")) {
      out.add(Sort.LITERAL, start, start + word.length());
    } else {
      out.add(Sort.STRING, start, start + word.length());
    }
  }

  /// The end of a text without quotes.
  private int plainEnd(int from, int end, boolean key) {
    int at = from;
    while (at < end) {
      char c = text.charAt(at);
      boolean comment = c == '#' && at > from && Character.isWhitespace(text.charAt(at - 1));
      if (comment || (key && isColon(at, end)) || "{}[],".indexOf(c) >= 0) {
        break;
      }
      at++;
    }
    return at;
  }

  private boolean isColon(int at, int end) {
    return at < end && text.charAt(at) == ':' && (at + 1 >= end || Character.isWhitespace(text.charAt(at + 1)));
  }

  private int wordEnd(int from, int end) {
    int at = from;
    while (at < end && !Character.isWhitespace(text.charAt(at)) && ",]}".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return Math.max(at, from + 1);
  }

  private int quoteEnd(int from, int end) {
    char quote = text.charAt(from);
    for (int at = from + 1; at < end; at++) {
      if (quote == '"' && text.charAt(at) == '\\') {
        at++;
      } else if (text.charAt(at) == quote) {
        return at + 1;
      }
    }
    return end;
  }
}
