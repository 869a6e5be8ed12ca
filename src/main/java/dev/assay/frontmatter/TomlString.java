package dev.assay.frontmatter;

/// A TOML string in one of its four forms, read at an offset.
///
/// @param value   what it says
/// @param end     the offset behind it
/// @param fault   what is wrong with it; empty when nothing is
/// @param faultAt where that is
/// @param hint    what to do about it
record TomlString(String value, int end, String fault, int faultAt, String hint) {
  private static final String ESCAPES = "btnfr\"\\";
  private static final String MEANINGS = "\b\t\n\f\r\"\\";

  /// Reads the string that begins with a quotation mark at an offset.
  static TomlString at(String text, int start) {
    char quote = text.charAt(start);
    boolean lines = text.startsWith(String.valueOf(quote).repeat(3), start);
    return lines ? lines(text, start, quote) : line(text, start, quote);
  }

  private static TomlString line(String text, int start, char quote) {
    StringBuilder value = new StringBuilder();
    int i = start + 1;
    while (i < text.length() && text.charAt(i) != quote) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        return unclosed(start, "close it with the same mark on the same line");
      }
      if (isControl(c)) {
        return control(c, i);
      }
      int after = quote == '"' && c == '\\' ? escape(text, i, value) : i + 1;
      if (after < 0) {
        return badEscape(i);
      }
      if (after == i + 1) {
        value.append(c);
      }
      i = after;
    }
    return i < text.length() ? good(value, i + 1) : unclosed(start, "close it with the same mark on the same line");
  }

  private static TomlString lines(String text, int start, char quote) {
    String three = String.valueOf(quote).repeat(3);
    StringBuilder value = new StringBuilder();
    int i = afterLineEnd(text, start + 3);
    while (i < text.length() && !text.startsWith(three, i)) {
      char c = text.charAt(i);
      if (c != '\n' && c != '\r' && isControl(c)) {
        return control(c, i);
      }
      if (quote == '"' && c == '\\') {
        int joined = joinLines(text, i);
        int after = joined > 0 ? joined : escape(text, i, value);
        if (after < 0) {
          return badEscape(i);
        }
        i = after;
      } else {
        int after = afterLineEnd(text, i);
        value.append(after > i ? '\n' : c);
        i = Math.max(after, i + 1);
      }
    }
    if (i >= text.length()) {
      return unclosed(start, "close it with " + three);
    }
    // One or two more quotation marks belong to the text.
    int end = i + 3;
    while (end < text.length() && end < i + 5 && text.charAt(end) == quote) {
      value.append(quote);
      end++;
    }
    return good(value, end);
  }

  private static int afterLineEnd(String text, int i) {
    if (text.startsWith("\r\n", i)) {
      return i + 2;
    }
    return i < text.length() && (text.charAt(i) == '\n' || text.charAt(i) == '\r') ? i + 1 : i;
  }

  /// The offset of the text that a backslash at the end of a line joins to it; -1 when there is no line end behind.
  private static int joinLines(String text, int backslash) {
    int i = backslash + 1;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    if (afterLineEnd(text, i) == i) {
      return -1;
    }
    while (i < text.length() && " \t\r\n".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }

  /// Appends what an escape means and gives the offset behind it; -1 when it means nothing.
  private static int escape(String text, int backslash, StringBuilder value) {
    char c = backslash + 1 < text.length() ? text.charAt(backslash + 1) : '\0';
    int simple = ESCAPES.indexOf(c);
    if (simple >= 0) {
      value.append(MEANINGS.charAt(simple));
      return backslash + 2;
    }
    int digits = c == 'u' ? 4 : c == 'U' ? 8 : 0;
    int end = backslash + 2 + digits;
    if (digits == 0 || end > text.length() || !text.substring(backslash + 2, end).matches("[0-9A-Fa-f]+")) {
      return -1;
    }
    long point = Long.parseLong(text, backslash + 2, end, 16);
    boolean scalar = point <= Character.MAX_CODE_POINT && !(point >= 0xD800 && point <= 0xDFFF);
    if (scalar) {
      value.appendCodePoint((int) point);
    }
    return scalar ? end : -1;
  }

  private static boolean isControl(char c) {
    return (c < 0x20 && c != '\t') || c == 0x7f;
  }

  private static TomlString good(StringBuilder value, int end) {
    return new TomlString(value.toString(), end, "", 0, "");
  }

  private static TomlString unclosed(int start, String hint) {
    return new TomlString("", start, "the quotation mark that opens here is never closed", start, hint);
  }

  private static TomlString badEscape(int at) {
    return new TomlString("", at, "the backslash here begins no escape that TOML knows", at, "use single quotes, or double the backslash");
  }

  private static TomlString control(char c, int at) {
    String name = String.format(java.util.Locale.ROOT, "U+%04X", (int) c);
    return new TomlString("", at, "the control character " + name + " cannot stand here", at, "write it as \\u" + name.substring(2));
  }
}
