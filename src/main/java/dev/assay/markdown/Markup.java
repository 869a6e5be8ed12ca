package dev.assay.markdown;

import com.vladsch.flexmark.util.sequence.Html5Entities;

/// Escaping for HTML, and decoding of escapes and entities in Markdown.
final class Markup {
  private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

  private Markup() {}

  /// Appends a stretch of text so that it is text in HTML, in an element or in a double-quoted attribute. Characters
  /// that neither HTML nor XML allows become U+FFFD, so that a page and a feed can both carry the result.
  static void escape(CharSequence text, int start, int end, StringBuilder out) {
    int plain = start;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c >= 0x20 && c < 0x7f && c != '&' && c != '<' && c != '>' && c != '"') {
        continue;
      }
      if ((c >= 0xa0 && c < 0xd800) || c == '\n' || c == '\t') {
        continue;
      }
      if (Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
        continue;
      }
      out.append(text, plain, i).append(replacement(c));
      plain = i + 1;
    }
    out.append(text, plain, end);
  }

  static String escape(CharSequence text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    escape(text, 0, text.length(), out);
    return out.toString();
  }

  /// A text as pages and feeds can both carry it, not escaped yet.
  static String seen(String text) {
    return decode(escape(text), false);
  }

  private static String replacement(char c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\r' -> "";
      default -> allowed(c) ? Character.toString(c) : "\ufffd";
    };
  }

  private static boolean allowed(char c) {
    return (c >= 0xa0 && c < 0xd800) || (c >= 0xe000 && c < 0xfffe && !(c >= 0xfdd0 && c <= 0xfdef));
  }

  static boolean isAsciiPunctuation(char c) {
    return c < 0x80 && PUNCTUATION.indexOf(c) >= 0;
  }

  /// Undoes backslash escapes and entities.
  static String decode(String text) {
    return decode(text, true);
  }

  /// Undoes entities only, as in HTML.
  static String decodeEntities(String text) {
    return decode(text, false);
  }

  private static String decode(String text, boolean escapes) {
    if ((!escapes || text.indexOf('\\') < 0) && text.indexOf('&') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (escapes && c == '\\' && at + 1 < text.length() && isAsciiPunctuation(text.charAt(at + 1))) {
        out.append(text.charAt(at + 1));
        at += 2;
        continue;
      }
      int end = c == '&' ? entityEnd(text, at) : -1;
      if (end < 0) {
        out.append(c);
        at++;
      } else {
        out.append(entity(text.substring(at, end)));
        at = end;
      }
    }
    return out.toString();
  }

  /// The end of the entity that begins at an index; -1 when none does.
  static int entityEnd(String text, int at) {
    int end = at + 1;
    int limit = Math.min(text.length(), at + 34);
    boolean numeric = end < limit && text.charAt(end) == '#';
    if (numeric) {
      end++;
    }
    boolean hex = numeric && end < limit && (text.charAt(end) == 'x' || text.charAt(end) == 'X');
    int digits = hex ? end + 1 : end;
    end = digits;
    while (end < limit && isEntityPart(text.charAt(end), numeric, hex)) {
      end++;
    }
    boolean tooLong = numeric && end - digits > (hex ? 6 : 7);
    if (end == digits || tooLong || end >= limit || text.charAt(end) != ';') {
      return -1;
    }
    String written = text.substring(at, end + 1);
    return numeric || !entity(written).equals(written) ? end + 1 : -1;
  }

  private static boolean isEntityPart(char c, boolean numeric, boolean hex) {
    boolean digit = c >= '0' && c <= '9';
    if (numeric) {
      return digit || (hex && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));
    }
    return digit || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /// What an entity stands for.
  static String entity(String written) {
    String text = Html5Entities.entityToString(written);
    return text.length() == 1 && Character.isSurrogate(text.charAt(0)) ? "\ufffd" : text;
  }
}
