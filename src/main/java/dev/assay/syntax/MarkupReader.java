package dev.assay.syntax;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Reads HTML and XML: tags, attributes, comments; in HTML, script and style by their own readers.
final class MarkupReader {
  private final String text;
  private final Function<String, Reader> readers;
  private final Tokens out = new Tokens();
  private int at;

  private MarkupReader(String text, Function<String, Reader> readers) {
    this.text = text;
    this.readers = readers;
  }

  /// @param readers of languages that stand inside, by their names
  static Reader of(Function<String, Reader> readers) {
    return text -> new MarkupReader(text, readers).run();
  }

  private List<Token> run() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '<') {
        angle();
      } else if (c == '&') {
        entity();
      } else {
        at++;
      }
    }
    return out.list();
  }

  private void angle() {
    if (text.startsWith("<!--", at)) {
      until("-->", Sort.COMMENT);
    } else if (text.startsWith("<![CDATA[", at)) {
      until("]]>", Sort.STRING);
    } else if (text.startsWith("<!", at) || text.startsWith("<?", at)) {
      until(">", Sort.META);
    } else {
      tag();
    }
  }

  private void until(String end, Sort sort) {
    int found = text.indexOf(end, at);
    int to = found < 0 ? text.length() : found + end.length();
    out.add(sort, at, to);
    at = to;
  }

  private void entity() {
    int end = at + 1;
    while (end < text.length() && end < at + 34 && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '#')) {
      end++;
    }
    if (end < text.length() && text.charAt(end) == ';' && end > at + 1) {
      out.add(Sort.LITERAL, at, end + 1);
      at = end + 1;
    } else {
      at++;
    }
  }

  private void tag() {
    int name = at + 1;
    boolean closing = name < text.length() && text.charAt(name) == '/';
    name += closing ? 1 : 0;
    int end = nameEnd(name);
    if (end == name) {
      at++;
      return;
    }
    out.add(Sort.KEYWORD, name, end);
    at = end;
    attributes();
    String element = text.substring(name, end).toLowerCase(Locale.ROOT);
    if (!closing && (element.equals("script") || element.equals("style"))) {
      inside(element);
    }
  }

  private int nameEnd(int from) {
    int end = from;
    while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || "-_:.@#$*".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    return end;
  }

  private void attributes() {
    while (at < text.length() && text.charAt(at) != '>' && text.charAt(at) != '<') {
      char c = text.charAt(at);
      int end = nameEnd(at);
      if (end > at) {
        out.add(Sort.NAME, at, end);
        at = end;
      } else if (c == '"' || c == '\'') {
        int close = text.indexOf(c, at + 1);
        int to = close < 0 ? text.length() : close + 1;
        out.add(Sort.STRING, at, to);
        at = to;
      } else if (c == '=' && at + 1 < text.length() && nameEnd(at + 1) > at + 1) {
        int to = nameEnd(at + 1);
        out.add(Sort.STRING, at + 1, to);
        at = to;
      } else {
        at++;
      }
    }
  }

  /// What stands up to the end of an element that holds another language.
  private void inside(String element) {
    if (at >= text.length() || text.charAt(at) != '>') {
      return;
    }
    int from = at + 1;
    int end = text.indexOf("</", from);
    while (end >= 0 && !text.regionMatches(true, end + 2, element, 0, element.length())) {
      end = text.indexOf("</", end + 2);
    }
    int to = end < 0 ? text.length() : end;
    out.addAll(readers.apply(element.equals("script") ? "javascript" : "css").read(text.substring(from, to)), from);
    at = to;
  }
}
