package dev.assay.importer.feed;

import dev.assay.importer.feed.ImportedItem.Markup;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/// Atom's text: plain, HTML or XHTML, as the type says, in the words of Atom 1.0 and of 0.3.
final class AtomText {
  private AtomText() {}

  /// A text as HTML.
  ///
  /// @param base what relative addresses in it are relative to
  static Markup markup(Field field, String base) {
    String own = Web.resolved(base, field.attribute("xml:base"));
    String at = own.isEmpty() ? base : own;
    String type = type(field);
    if (field.nested() || type.equals("xhtml") || type.equals("application/xhtml+xml") || type.endsWith("+xml") || type.endsWith("/xml")) {
      // Escaped markup under the name of XHTML is meant as markup.
      return new Markup(field.nested() ? field.markup() : field.text(), at);
    }
    String text = field.attribute("mode").equals("base64") ? base64(field.text()) : field.text();
    return new Markup(type.equals("html") || type.equals("text/html") ? text : paragraphs(text), at);
  }

  /// A text without markup, on one line.
  static String plain(Field field) {
    String type = type(field);
    if (field.nested()) {
      return PlainTitle.ofHtml(field.markup());
    }
    return type.equals("html") || type.equals("text/html") ? PlainTitle.ofHtml(field.text()) : PlainTitle.tidy(field.text());
  }

  private static String type(Field field) {
    String type = field.attribute("type").toLowerCase(Locale.ROOT);
    boolean escaped = field.attribute("mode").equals("escaped");
    return type.isEmpty() || type.equals("text/plain") ? escaped ? "html" : "text" : type;
  }

  /// Plain text as HTML: a blank line begins a paragraph.
  static String paragraphs(String text) {
    StringBuilder out = new StringBuilder();
    for (String paragraph : text.strip().split("\\n[ \\t]*\\n\\s*", -1)) {
      String escaped = paragraph.strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
      out.append("<p>").append(escaped.replace("\n", "<br>\n")).append("</p>\n");
    }
    return out.toString();
  }

  private static String base64(String text) {
    try {
      return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      // It is not what it says; then it is what it looks like.
      return text;
    }
  }
}
