package dev.assay.importer.folder;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Fills the patterns by which Hugo and Jekyll make addresses: `/:year/:month/:slug/`.
final class OldPatterns {
  private static final Pattern TOKEN = Pattern.compile(":([a-z_]+)(?:\\[[^\\]]*\\])?");

  private OldPatterns() {}

  /// What a pattern may ask for.
  ///
  /// @param section the outermost folder, or Jekyll's collection
  /// @param folders the whole path of folders, or Jekyll's categories
  /// @param name    the file's name without ending
  /// @param slug    the head's; empty when it has none
  record Parts(
      String section, String folders, String name, String slug, String title, Optional<LocalDateTime> date, UnaryOperator<String> slugged) {}

  static String fill(String pattern, Parts parts) {
    Matcher token = TOKEN.matcher(pattern);
    StringBuilder out = new StringBuilder();
    while (token.find()) {
      token.appendReplacement(out, Matcher.quoteReplacement(value(String.valueOf(token.group(1)), parts)));
    }
    token.appendTail(out);
    String path = out.toString().replaceAll("/{2,}", "/");
    return path.startsWith("/") ? path : "/" + path;
  }

  private static String value(String token, Parts p) {
    String folders = Arrays.stream(p.folders().split("/", -1)).map(p.slugged()).collect(Collectors.joining("/"));
    return switch (token) {
      case "section", "collection" -> p.slugged().apply(p.section());
      case "sections", "categories", "slugified_categories" -> folders;
      case "slug", "slugorfilename", "slugorcontentbasename" -> p.slugged().apply(p.slug().isEmpty() ? token.equals("slug") && !p.title().isEmpty() ? p.title() : p.name() : p.slug());
      case "title" -> p.slugged().apply(p.title());
      case "filename", "contentbasename", "name", "basename" -> p.slugged().apply(p.name());
      default -> p.date().map(date -> date(token, date)).orElse(token.equals("path") ? p.name() : "");
    };
  }

  private static String date(String token, LocalDateTime d) {
    return switch (token) {
      case "year" -> digits(4, d.getYear());
      case "short_year" -> digits(2, d.getYear() % 100);
      case "month" -> digits(2, d.getMonthValue());
      case "i_month" -> Integer.toString(d.getMonthValue());
      case "monthname", "long_month" -> d.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case "short_month" -> d.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      case "day" -> digits(2, d.getDayOfMonth());
      case "i_day" -> Integer.toString(d.getDayOfMonth());
      case "y_day" -> digits(3, d.getDayOfYear());
      case "yearday" -> Integer.toString(d.getDayOfYear());
      case "week" -> digits(2, d.get(java.time.temporal.IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case "weekday" -> Integer.toString(d.getDayOfWeek() == DayOfWeek.SUNDAY ? 0 : d.getDayOfWeek().getValue());
      case "weekdayname" -> d.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case "short_day" -> d.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      case "hour" -> digits(2, d.getHour());
      case "minute" -> digits(2, d.getMinute());
      case "second" -> digits(2, d.getSecond());
      default -> "";
    };
  }

  private static String digits(int width, int number) {
    return String.format(Locale.ROOT, "%0" + width + "d", number);
  }
}
