package dev.assay.feed;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;

/// Dates as feeds write them. The offset that the author wrote is kept: `+0900` stays `+0900`.
final class FeedDate {
  /// The names are spelled out, because those of a locale may change with the Java platform's data.
  private static final DateTimeFormatter RFC_822 =
      new DateTimeFormatterBuilder()
          .appendText(
              ChronoField.DAY_OF_WEEK,
              Map.of(1L, "Mon", 2L, "Tue", 3L, "Wed", 4L, "Thu", 5L, "Fri", 6L, "Sat", 7L, "Sun"))
          .appendPattern(", dd ")
          .appendText(
              ChronoField.MONTH_OF_YEAR,
              Map.ofEntries(
                  Map.entry(1L, "Jan"), Map.entry(2L, "Feb"), Map.entry(3L, "Mar"), Map.entry(4L, "Apr"),
                  Map.entry(5L, "May"), Map.entry(6L, "Jun"), Map.entry(7L, "Jul"), Map.entry(8L, "Aug"),
                  Map.entry(9L, "Sep"), Map.entry(10L, "Oct"), Map.entry(11L, "Nov"), Map.entry(12L, "Dec")))
          .appendPattern(" uuuu HH:mm:ss ")
          .appendOffset("+HHMM", "+0000")
          .toFormatter(Locale.ROOT);

  private FeedDate() {}

  /// `Sun, 22 Nov 2026 09:30:00 +0900`: RFC 822 with four digits of year.
  static String rfc822(OffsetDateTime date) {
    return RFC_822.format(wholeMinutes(date));
  }

  /// `2026-11-22T09:30:00+09:00`: RFC 3339.
  static String rfc3339(OffsetDateTime date) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(wholeMinutes(date).truncatedTo(ChronoUnit.SECONDS));
  }

  /// The same with the fraction of its second, if it has one.
  static String exact(OffsetDateTime date) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(wholeMinutes(date));
  }

  /// Neither form can say an offset with seconds; the moment matters more than the offset.
  private static OffsetDateTime wholeMinutes(OffsetDateTime date) {
    int seconds = date.getOffset().getTotalSeconds();
    return seconds % 60 == 0 ? date : date.withOffsetSameInstant(ZoneOffset.ofTotalSeconds(seconds / 60 * 60));
  }
}
