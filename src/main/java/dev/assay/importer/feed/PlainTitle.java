package dev.assay.importer.feed;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/// Titles as plain text. Atom says what a title is written in; in RSS it is text that many write as HTML.
final class PlainTitle {
  private static final Pattern REFERENCE = Pattern.compile("&(?:#[0-9]{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});");
  private static final Pattern INLINE =
      Pattern.compile("<(b|i|em|strong|code|sub|sup|span|a|cite|q|u|s|mark|small|font)(?:\\s[^<>]*)?>[^<]*</\\1>", Pattern.CASE_INSENSITIVE);

  private PlainTitle() {}

  /// The title of an RSS item: references are undone once more, and marks around words go. A lone `<` stays.
  static String ofRss(Field field) {
    String text = field.nested() ? ofHtml(field.markup()) : field.text();
    if (INLINE.matcher(text).find()) {
      return ofHtml(text);
    }
    return tidy(REFERENCE.matcher(text).find() ? Parser.unescapeEntities(text, true) : text);
  }

  static String ofHtml(String html) {
    return tidy(Jsoup.parseBodyFragment(html).text());
  }

  /// One line without white space around it.
  static String tidy(String text) {
    return text.replaceAll("[\\s\\u00a0\\u200b\\ufeff]+", " ").strip();
  }
}
