package dev.assay.view.project;

/// Escapes text that becomes part of markup.
final class Html {
  private Html() {}

  /// Appends text between tags.
  static void text(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        default -> out.append(c);
      }
    }
  }

  /// Appends the text of a role; a citation that leaves nothing takes the space or the line end before it along.
  static void role(String text, StringBuilder out) {
    if (text.isEmpty() && !out.isEmpty() && " \n".indexOf(out.charAt(out.length() - 1)) >= 0) {
      out.setLength(out.length() - 1);
    }
    text(text, out);
  }

  /// Appends text inside a double-quoted attribute.
  static void attribute(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
  }

  /// Markup without its anchors: they stay on their own page, since a list shows many notes and an id may stand on a
  /// page once.
  static String withoutAnchors(String markup) {
    return markup.contains(" id=\"") ? markup.replaceAll(" id=\"[^\"]*\"", "") : markup;
  }
}
