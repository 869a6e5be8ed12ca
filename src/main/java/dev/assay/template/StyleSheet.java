package dev.assay.template;

import java.nio.charset.StandardCharsets;

/// A style sheet as it is sent: without comments and without the white space that only people need. What stands in
/// quotes, and white space that has a meaning, stay.
final class StyleSheet {
  private StyleSheet() {}

  static byte[] small(byte[] sheet) {
    String text = new String(sheet, StandardCharsets.UTF_8);
    StringBuilder out = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '/' && text.startsWith("/*", i)) {
        int end = text.indexOf("*/", i + 2);
        i = end < 0 ? text.length() : end + 1;
        gap = true;
      } else if (Character.isWhitespace(c)) {
        gap = true;
      } else {
        if (gap && !out.isEmpty() && !stands(out.charAt(out.length() - 1)) && !stands(c) && out.charAt(out.length() - 1) != ':') {
          out.append(' ');
        }
        if (c == '}' && !out.isEmpty() && out.charAt(out.length() - 1) == ';') {
          out.setLength(out.length() - 1);
        }
        gap = false;
        int end = c == '"' || c == '\'' ? quoted(text, i) : i + 1;
        out.append(text, i, end);
        i = end - 1;
      }
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// Around these white space says nothing; after a colon neither, but before one it does: `a :hover`.
  private static boolean stands(char c) {
    return c == '{' || c == '}' || c == ';' || c == ',' || c == '>';
  }

  private static int quoted(String text, int open) {
    int at = open + 1;
    while (at < text.length() && text.charAt(at) != text.charAt(open)) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(text.length(), at + 1);
  }
}
