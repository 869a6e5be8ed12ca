package dev.assay.markdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Reads the tags of markup as browsers do, whatever it is: nothing is refused, every character is looked at once.
final class MarkupTags {
  /// Stands in markup for what is not known before a template runs.
  static final char UNKNOWN = '\uFFFC';

  /// Elements whose content is no markup.
  private static final Set<String> TEXT = Set.of("script", "style", "textarea", "title", "xmp", "noframes", "noembed", "iframe");

  private final String text;
  private final List<Tag> tags = new ArrayList<>();

  /// A tag that opens an element.
  ///
  /// @param start      of its name
  /// @param attributes by their names in small letters, the first of each
  /// @param content    what is in the element, where that is no markup; unknown where it does not end here
  /// @param inside     where the content begins
  record Tag(String name, int start, int end, Map<String, Attribute> attributes, String content, int inside) {
    String value(String attribute) {
      return attributes.containsKey(attribute) ? attributes.get(attribute).value() : "";
    }

    boolean has(String attribute) {
      return attributes.containsKey(attribute);
    }
  }

  /// @param start of its name
  /// @param end   behind its name
  /// @param value with character references decoded
  record Attribute(int start, int end, String value) {}

  private MarkupTags(String text) {
    this.text = text;
  }

  static List<Tag> of(String markup) {
    MarkupTags reader = new MarkupTags(markup);
    reader.read();
    return reader.tags;
  }

  private void read() {
    int at = text.indexOf('<');
    while (at >= 0) {
      int behind = at + 1;
      if (text.startsWith("<!--", at)) {
        int close = text.indexOf("-->", at + 2);
        behind = close < 0 ? text.length() : close + 3;
      } else if (behind < text.length() && isLetter(text.charAt(behind))) {
        behind = tag(behind);
      }
      at = text.indexOf('<', behind);
    }
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /// @return where to go on
  private int tag(int start) {
    int nameEnd = start;
    while (nameEnd < text.length() && !isBreak(text.charAt(nameEnd)) && text.charAt(nameEnd) != '<') {
      nameEnd++;
    }
    String name = text.substring(start, nameEnd).toLowerCase(Locale.ROOT);
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    int at = nameEnd;
    while (at < text.length() && text.charAt(at) != '>') {
      if (isBreak(text.charAt(at))) {
        at++;
      } else {
        at = attribute(at, attributes);
      }
    }
    int inside = Math.min(at + 1, text.length());
    String content = "";
    int behind = inside;
    if (TEXT.contains(name)) {
      int close = RawWriter.indexOfClosing(text, name, inside);
      content = close < 0 ? text.substring(inside) + UNKNOWN : text.substring(inside, close);
      behind = close < 0 ? text.length() : close;
    }
    tags.add(new Tag(name, start, nameEnd, attributes, content, inside));
    return behind;
  }

  private static boolean isBreak(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '/' || c == '>';
  }

  private int attribute(int start, Map<String, Attribute> attributes) {
    int nameEnd = start + 1; // a '=' at the beginning is part of the name
    while (nameEnd < text.length() && !isBreak(text.charAt(nameEnd)) && text.charAt(nameEnd) != '=') {
      nameEnd++;
    }
    int at = spaceEnd(nameEnd);
    int end = nameEnd;
    String value = "";
    if (at < text.length() && text.charAt(at) == '=') {
      int from = spaceEnd(at + 1);
      boolean quoted = from < text.length() && "\"'".indexOf(text.charAt(from)) >= 0;
      int to = quoted ? text.indexOf(text.charAt(from), from + 1) : unquotedEnd(from);
      to = to < 0 ? text.length() : to;
      value = Markup.decodeEntities(text.substring(Math.min(quoted ? from + 1 : from, to), to));
      end = quoted ? Math.min(to + 1, text.length()) : to;
    }
    attributes.putIfAbsent(text.substring(start, nameEnd).toLowerCase(Locale.ROOT), new Attribute(start, nameEnd, value));
    return end;
  }

  private int spaceEnd(int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private int unquotedEnd(int from) {
    int at = from;
    while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && text.charAt(at) != '>') {
      at++;
    }
    return at;
  }
}
