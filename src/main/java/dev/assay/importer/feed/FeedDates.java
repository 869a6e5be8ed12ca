package dev.assay.importer.feed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates as feeds write them: RFC 822 with all that people made of it, RFC 3339 and the rest of ISO 8601, and what C's
/// `asctime` prints. The offset that was written stays; a date without one is in UTC.
final class FeedDates {
  private static final String TIME = "(?:[T,]?\\s*(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9})\\d*)?)?)?";
  private static final String ZONE = "\\s*(?:([+-])(\\d{2}):?(\\d{2})?|\\(?([A-Za-z]{1,5})\\)?)?.*";
  private static final Pattern RFC822 =
      Pattern.compile("(?:[\\p{L}.]+,?\\s+)?(\\d{1,2})[\\s-]+(\\p{L}{3,12})\\.?[\\s-]+(\\d{4}|\\d{2})[\\s,]*" + TIME + ZONE);
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(?:[\\p{L}.]+,?\\s+)?(\\p{L}{3,12})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})[\\s,]*" + TIME + ZONE);
  private static final Pattern ASCTIME =
      Pattern.compile("\\p{L}{3},?\\s+(\\p{L}{3})\\s+(\\d{1,2})\\s+(\\d{1,2}):(\\d{2}):(\\d{2})\\s+(?:([A-Za-z]{1,5})\\s+)?(\\d{4})");
  private static final Pattern ISO =
      Pattern.compile("(\\d{4})(?:[-/.년]\\s*(\\d{1,2})(?:[-/.월]\\s*(\\d{1,2})일?)?)?\\s*" + TIME + ZONE);
  private static final Pattern PACKED = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})" + "(?:T?(\\d{2}):?(\\d{2}):?(\\d{2})?(?:[.,](\\d{1,9}))?)?" + ZONE);

  private static final Map<String, Integer> MONTHS =
      Map.ofEntries(
          Map.entry("jan", 1), Map.entry("ene", 1), Map.entry("gen", 1), Map.entry("feb", 2), Map.entry("fév", 2), Map.entry("fev", 2),
          Map.entry("mar", 3), Map.entry("mär", 3), Map.entry("mrz", 3), Map.entry("mrt", 3), Map.entry("apr", 4), Map.entry("abr", 4),
          Map.entry("avr", 4), Map.entry("may", 5), Map.entry("mai", 5), Map.entry("mei", 5), Map.entry("mag", 5), Map.entry("jun", 6),
          Map.entry("giu", 6), Map.entry("jul", 7), Map.entry("lug", 7), Map.entry("aug", 8), Map.entry("ago", 8), Map.entry("aoû", 8),
          Map.entry("sep", 9), Map.entry("set", 9), Map.entry("oct", 10), Map.entry("okt", 10), Map.entry("ott", 10), Map.entry("out", 10),
          Map.entry("nov", 11), Map.entry("dec", 12), Map.entry("dez", 12), Map.entry("déc", 12), Map.entry("dic", 12));
  private static final Map<String, Integer> HOURS =
      Map.ofEntries(
          Map.entry("EST", -5), Map.entry("EDT", -4), Map.entry("CST", -6), Map.entry("CDT", -5), Map.entry("MST", -7), Map.entry("MDT", -6),
          Map.entry("PST", -8), Map.entry("PDT", -7), Map.entry("KST", 9), Map.entry("JST", 9), Map.entry("CET", 1), Map.entry("CEST", 2),
          Map.entry("MEZ", 1), Map.entry("MESZ", 2), Map.entry("BST", 1), Map.entry("WEST", 1), Map.entry("EET", 2), Map.entry("EEST", 3),
          Map.entry("MSK", 3), Map.entry("HKT", 8), Map.entry("SGT", 8), Map.entry("AEST", 10), Map.entry("AEDT", 11), Map.entry("NZST", 12));

  private FeedDates() {}

  /// Reads a date; empty for what is none.
  static Optional<OffsetDateTime> read(String written) {
    String text = written.strip();
    if (text.isEmpty() || text.length() > 80) {
      return Optional.empty();
    }
    try {
      return parse(text).filter(date -> date.getYear() >= 1000 && date.getYear() <= 9999);
    } catch (DateTimeException _) {
      // It has the form of a date, but there is no such day or hour.
      return Optional.empty();
    }
  }

  private static Optional<OffsetDateTime> parse(String text) {
    Matcher m = RFC822.matcher(text);
    if (m.matches()) {
      return of(year(m.group(3)), month(m.group(2)), number(m.group(1)), m, 4);
    }
    m = MONTH_FIRST.matcher(text);
    if (m.matches()) {
      return of(year(m.group(3)), month(m.group(1)), number(m.group(2)), m, 4);
    }
    m = ASCTIME.matcher(text);
    if (m.matches()) {
      int month = month(m.group(1));
      LocalDateTime time =
          LocalDateTime.of(number(m.group(7)), Math.max(1, month), number(m.group(2)), number(m.group(3)), number(m.group(4)), number(m.group(5)));
      return month == 0 ? Optional.empty() : Optional.of(time.atOffset(named(m.group(6))));
    }
    m = PACKED.matcher(text);
    if (m.matches()) {
      return of(number(m.group(1)), number(m.group(2)), number(m.group(3)), m, 4);
    }
    m = ISO.matcher(text);
    return m.matches()
        ? of(number(m.group(1)), m.group(2) == null ? 1 : number(m.group(2)), m.group(3) == null ? 1 : number(m.group(3)), m, 4)
        : Optional.empty();
  }

  /// @param at the group of the hour; minute, second, fraction, sign, offset hours, offset minutes and name follow
  private static Optional<OffsetDateTime> of(int year, int month, int day, Matcher m, int at) {
    if (month == 0) {
      return Optional.empty();
    }
    int hour = number(m.group(at));
    String fraction = m.group(at + 3);
    int nanos = fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    int second = number(m.group(at + 2));
    LocalTime time = LocalTime.of(hour == 24 ? 0 : hour, number(m.group(at + 1)), Math.min(second, 59), nanos);
    LocalDate date = LocalDate.of(year, month, day).plusDays(hour == 24 ? 1 : 0);
    return Optional.of(OffsetDateTime.of(date, time, offset(m, at + 4)));
  }

  private static ZoneOffset offset(Matcher m, int at) {
    String sign = m.group(at);
    if (sign == null) {
      return named(m.group(at + 3));
    }
    int minutes = number(m.group(at + 1)) * 60 + number(m.group(at + 2));
    return ZoneOffset.ofTotalSeconds((sign.equals("-") ? -60 : 60) * minutes);
  }

  private static ZoneOffset named(@Nullable String name) {
    return ZoneOffset.ofHours(name == null ? 0 : HOURS.getOrDefault(name.toUpperCase(Locale.ROOT), 0));
  }

  private static int year(@Nullable String digits) {
    int year = number(digits);
    return year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year;
  }

  private static int month(@Nullable String name) {
    String start = Objects.requireNonNull(name).toLowerCase(Locale.ROOT).substring(0, 3);
    return MONTHS.getOrDefault(start, 0);
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
