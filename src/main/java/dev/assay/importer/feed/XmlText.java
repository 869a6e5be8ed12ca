package dev.assay.importer.feed;

import org.jsoup.parser.Parser;

/// Characters of XML: references undone the way readers of feeds undo them, and what XML forbids left out.
final class XmlText {
  private static final String WINDOWS =
      "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
          + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";
  private static final int LONGEST = 40;

  private int bareAmpersands;
  private int foreignEntities;
  private int forbidden;

  int bareAmpersands() {
    return bareAmpersands;
  }

  int foreignEntities() {
    return foreignEntities;
  }

  int forbidden() {
    return forbidden;
  }

  /// A stretch of text with its references undone.
  String decoded(String text, int from, int to) {
    return read(text, from, to, true);
  }

  /// A stretch of text in which an ampersand is an ampersand: CDATA.
  String literal(String text, int from, int to) {
    return read(text, from, to, false);
  }

  private String read(String text, int from, int to, boolean references) {
    int at = from;
    while (at < to && isPlain(text.charAt(at), references)) {
      at++;
    }
    if (at == to) {
      return text.substring(from, to);
    }
    StringBuilder out = new StringBuilder(to - from).append(text, from, at);
    while (at < to) {
      char c = text.charAt(at);
      if (c == '&' && references) {
        at = reference(text, at, to, out);
      } else if (c == '\r') {
        out.append('\n');
        at += at + 1 < to && text.charAt(at + 1) == '\n' ? 2 : 1;
      } else if (isAllowed(text, at, to)) {
        out.append(c);
        at++;
      } else {
        forbidden++;
        at++;
      }
    }
    return out.toString();
  }

  private static boolean isPlain(char c, boolean references) {
    return (c >= 0x20 && c < 0xd800 && (c != '&' || !references) && c != 0x7f) || c == '\n' || c == '\t';
  }

  private static boolean isAllowed(String text, int at, int to) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 < to && Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
    return c == '\t' || c == '\n' || (c >= 0x20 && c < 0xfffe && c != 0x7f);
  }

  private int reference(String text, int at, int to, StringBuilder out) {
    int end = at + 1;
    int limit = Math.min(to, at + LONGEST);
    while (end < limit && (isNamePart(text.charAt(end)) || (text.charAt(end) == '#' && end == at + 1))) {
      end++;
    }
    if (end == at + 1 || end >= to || text.charAt(end) != ';') {
      bareAmpersands++;
      out.append('&');
      return at + 1;
    }
    String name = text.substring(at + 1, end);
    if (name.startsWith("#")) {
      number(name, out);
      return end + 1;
    }
    switch (name) {
      case "amp" -> out.append('&');
      case "lt" -> out.append('<');
      case "gt" -> out.append('>');
      case "quot" -> out.append('"');
      case "apos" -> out.append('\'');
      default -> named(name, out);
    }
    return end + 1;
  }

  private void named(String name, StringBuilder out) {
    String written = "&" + name + ";";
    String meant = Parser.unescapeEntities(written, true);
    if (meant.equals(written)) {
      bareAmpersands++;
    } else {
      foreignEntities++;
    }
    out.append(meant);
  }

  private void number(String name, StringBuilder out) {
    boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
    String digits = name.substring(hex ? 2 : 1);
    int code = digits.matches(hex ? "[0-9A-Fa-f]{1,6}" : "[0-9]{1,7}") ? Integer.parseInt(digits, hex ? 16 : 10) : -1;
    if (code >= 0x80 && code < 0xa0) {
      out.append(WINDOWS.charAt(code - 0x80));
    } else if (code == '\r') {
      out.append('\n');
    } else if (code == '\t' || code == '\n' || (code >= 0x20 && code < 0xd800) || (code >= 0xe000 && code < 0xfffe)
        || (code >= 0x10000 && code <= 0x10ffff)) {
      out.appendCodePoint(code);
    } else {
      forbidden++;
    }
  }

  private static boolean isNamePart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
