package dev.assay.feed;

/// Escaping for markup.
final class Markup {
  private Markup() {}

  /// Plain text as the content of an element.
  static String text(String plain) {
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /// Plain text as the value of a double-quoted attribute.
  static String attribute(String plain) {
    return text(plain).replace("\"", "&quot;");
  }
}
