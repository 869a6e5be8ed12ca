package dev.assay.importer.feed;

import java.util.regex.Pattern;

/// The text of a WordPress export as HTML: there a blank line is a paragraph and a line end is a break, as WordPress
/// itself makes of it when it shows a post.
final class WordPressText {
  private static final Pattern BLOCK =
      Pattern.compile(
          "<(p|div|h[1-6]|ul|ol|li|table|blockquote|pre|figure|hr|section|article|dl|iframe|form|details|address|aside|header|footer|script|style)[\\s>/]",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PREFORMATTED = Pattern.compile("(?is)<pre[\\s>].*?</pre>|<script[\\s>].*?</script>|<style[\\s>].*?</style>");

  private WordPressText() {}

  static String html(String text) {
    String plain = text.replaceAll("<!--\\s*/?wp:[^>]*-->", "");
    if (plain.contains("<p>") || plain.contains("<p ")) {
      return plain;
    }
    StringBuilder out = new StringBuilder();
    java.util.regex.Matcher kept = PREFORMATTED.matcher(plain);
    int at = 0;
    while (kept.find()) {
      paragraphs(plain.substring(at, kept.start()), out);
      out.append(kept.group()).append("\n\n");
      at = kept.end();
    }
    paragraphs(plain.substring(at), out);
    return out.toString();
  }

  private static void paragraphs(String text, StringBuilder out) {
    for (String part : text.split("\\r?\\n[ \\t]*\\r?\\n", -1)) {
      String paragraph = part.strip();
      if (paragraph.isEmpty()) {
        continue;
      }
      if (BLOCK.matcher(paragraph).find()) {
        out.append(paragraph).append("\n\n");
      } else {
        out.append("<p>").append(paragraph.replaceAll("\\r?\\n", "<br>\n")).append("</p>\n\n");
      }
    }
  }
}
