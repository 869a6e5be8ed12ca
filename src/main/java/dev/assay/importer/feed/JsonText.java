package dev.assay.importer.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads JSON value by value, so that what stands before a fault is kept. Values are [String], [Map], [List]; numbers,
/// `true`, `false` are the text that was written, and `null` is an empty text.
///
/// The room that reads data files gives each value its place, which costs too much on a feed of one very long line.
final class JsonText {
  private static final int DEEPEST = 200;

  private final String text;
  private int at;
  private int depth;

  JsonText(String text) {
    this.text = text;
  }

  /// What an object's key leads to.
  interface Entries {
    /// Reads the value of a key with [JsonText#value()], or passes it over with the same.
    void entry(String key) throws RefusedException;
  }

  /// What an array holds.
  interface Elements {
    void element() throws RefusedException;
  }

  /// Reads the object that begins here, entry by entry.
  void object(Entries entries) throws RefusedException {
    expect('{');
    deeper();
    while (peek() != '}') {
      String key = string();
      expect(':');
      entries.entry(key);
      comma('}');
    }
    expect('}');
    depth--;
  }

  /// Reads the array that begins here, element by element.
  void array(Elements elements) throws RefusedException {
    expect('[');
    deeper();
    while (peek() != ']') {
      elements.element();
      comma(']');
    }
    expect(']');
    depth--;
  }

  /// Whether an array begins here.
  boolean isArray() {
    return peek() == '[';
  }

  /// Reads one value.
  Object value() throws RefusedException {
    return switch (peek()) {
      case '{' -> {
        Map<String, Object> map = new LinkedHashMap<>();
        object(key -> map.putIfAbsent(key, value()));
        yield map;
      }
      case '[' -> {
        List<Object> list = new ArrayList<>();
        array(() -> list.add(value()));
        yield list;
      }
      case '"' -> string();
      default -> word();
    };
  }

  private void deeper() throws RefusedException {
    if (++depth > DEEPEST) {
      throw fault("values are nested deeper than " + DEEPEST);
    }
  }

  private void comma(char close) throws RefusedException {
    char c = peek();
    if (c == ',') {
      at++;
    } else if (c != close) {
      throw fault("a comma is missing");
    }
  }

  private void expect(char c) throws RefusedException {
    if (peek() != c) {
      throw fault(at >= text.length() ? "the file ends too early" : "'" + c + "' is missing");
    }
    at++;
  }

  private char peek() {
    while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == '\uFEFF')) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private String word() throws RefusedException {
    int from = at;
    while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    if (at == from) {
      throw fault(at >= text.length() ? "the file ends too early" : "'" + text.charAt(at) + "' is not JSON");
    }
    String word = text.substring(from, at);
    return word.equals("null") ? "" : word;
  }

  private String string() throws RefusedException {
    expect('"');
    int from = at;
    while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\\') {
      at++;
    }
    StringBuilder out = new StringBuilder();
    out.append(text, from, at);
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at++);
      if (c == '\\' && at < text.length()) {
        escape(out);
      } else {
        out.append(c);
      }
    }
    expect('"');
    return out.toString();
  }

  private void escape(StringBuilder out) {
    char c = text.charAt(at++);
    switch (c) {
      case 'n' -> out.append('\n');
      case 't' -> out.append('\t');
      case 'r' -> out.append('\r');
      case 'b', 'f' -> out.append(' ');
      case 'u' -> unicode().ifPresentOrElse(out::append, () -> out.append('\uFFFD'));
      default -> out.append(c);
    }
  }

  private Optional<Character> unicode() {
    if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9A-Fa-f]{4}")) {
      return Optional.empty();
    }
    at += 4;
    return Optional.of((char) Integer.parseInt(text, at - 4, at, 16));
  }

  private RefusedException fault(String what) {
    int line = 1;
    for (int i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) {
      line++;
    }
    return new RefusedException("the JSON cannot be read on from line " + line + ": " + what, "");
  }
}
