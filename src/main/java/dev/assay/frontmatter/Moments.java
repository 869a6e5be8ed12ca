package dev.assay.frontmatter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads dates as people write them in front matter: `2026-05-30`, `2026-05-30 09:00`, `2026-05-30T09:00:00+09:00`,
/// `2026-05-30 09:00:00 +0900`.
final class Moments {
  private static final Pattern MOMENT =
      Pattern.compile(
          "(\\d{4})-(\\d{2})-(\\d{2})"
              + "(?:(?:[Tt]| +)(\\d{2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?"
              + "(?: *([Zz]|UTC|GMT)| *([+-])(\\d{2}):?(\\d{2})?)?)?");
  private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4}) *[-/.년] *(\\d{1,2}) *[-/.월] *(\\d{1,2}) *[.일]?");
  private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2}) *[-/.] *(\\d{1,2}) *[-/.] *(\\d{4})");
  private static final Pattern MONTH_NAME =
      Pattern.compile("(?:(\\d{1,2})(?:st|nd|rd|th)? +)?([A-Za-z]{3,9})\\.? +(?:(\\d{1,2})(?:st|nd|rd|th)?,? +)?(\\d{4})");
  private static final Map<String, Integer> MONTHS =
      Map.ofEntries(
          Map.entry("jan", 1), Map.entry("feb", 2), Map.entry("mar", 3), Map.entry("apr", 4), Map.entry("may", 5),
          Map.entry("jun", 6), Map.entry("jul", 7), Map.entry("aug", 8), Map.entry("sep", 9), Map.entry("oct", 10),
          Map.entry("nov", 11), Map.entry("dec", 12));

  private Moments() {}

  /// A moment or why there is none.
  sealed interface Outcome {
    record At(OffsetDateTime moment) implements Outcome {}

    /// It has the form of a date, but there is no such day, hour or offset.
    record Nonsense(String reason) implements Outcome {}

    /// It has another form.
    ///
    /// @param suggestion the same date in a form that is read; empty when there is none to see
    record Other(String suggestion) implements Outcome {}
  }

  /// @param zone applies when the text has no offset; a bare date is the beginning of that day there
  static Outcome read(String text, ZoneId zone) {
    Matcher m = MOMENT.matcher(text.strip());
    if (!m.matches()) {
      return new Outcome.Other(suggestion(text.strip()));
    }
    try {
      LocalDate date = LocalDate.of(number(m, 1), number(m, 2), number(m, 3));
      if (date.getYear() < 1000) {
        return new Outcome.Nonsense("the year " + m.group(1) + " is too long ago");
      }
      if (m.group(4) == null) {
        return new Outcome.At(date.atStartOfDay(zone).toOffsetDateTime());
      }
      LocalTime time = LocalTime.of(number(m, 4), number(m, 5), number(m, 6), nanos(m.group(7)));
      Optional<ZoneOffset> offset = offset(m);
      return new Outcome.At(
          offset.map(o -> OffsetDateTime.of(date, time, o)).orElseGet(() -> date.atTime(time).atZone(zone).toOffsetDateTime()));
    } catch (DateTimeException e) {
      return new Outcome.Nonsense(reason(m));
    }
  }

  private static String reason(Matcher m) {
    int month = number(m, 2);
    int day = number(m, 3);
    if (month < 1 || month > 12) {
      return "there is no month " + m.group(2);
    }
    if (day < 1 || day > java.time.YearMonth.of(number(m, 1), month).lengthOfMonth()) {
      return m.group(1) + "-" + m.group(2) + " has no day " + m.group(3);
    }
    return "there is no such time of day or offset";
  }

  private static int number(Matcher m, int group) {
    String digits = m.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static int nanos(@org.jspecify.annotations.Nullable String fraction) {
    return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
  }

  private static Optional<ZoneOffset> offset(Matcher m) {
    if (m.group(8) != null) {
      return Optional.of(ZoneOffset.UTC);
    }
    if (m.group(9) == null) {
      return Optional.empty();
    }
    int sign = "-".equals(m.group(9)) ? -1 : 1;
    return Optional.of(ZoneOffset.ofHoursMinutes(sign * number(m, 10), sign * number(m, 11)));
  }

  private static String suggestion(String text) {
    Matcher year = YEAR_FIRST.matcher(text);
    if (year.matches()) {
      return iso(number(year, 1), number(year, 2), number(year, 3));
    }
    Matcher last = YEAR_LAST.matcher(text);
    if (last.matches()) {
      // Only a number beyond 12 tells a day from a month.
      return number(last, 1) > 12
          ? iso(number(last, 3), number(last, 2), number(last, 1))
          : number(last, 2) > 12 ? iso(number(last, 3), number(last, 1), number(last, 2)) : "";
    }
    Matcher named = MONTH_NAME.matcher(text);
    if (!named.matches() || (named.group(1) == null) == (named.group(3) == null)) {
      return "";
    }
    String month = java.util.Objects.requireNonNull(named.group(2)).substring(0, 3).toLowerCase(Locale.ROOT);
    int day = named.group(1) != null ? number(named, 1) : number(named, 3);
    return MONTHS.containsKey(month) ? iso(number(named, 4), MONTHS.get(month), day) : "";
  }

  private static String iso(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day).toString();
    } catch (DateTimeException _) {
      // Then there is no date to suggest.
      return "";
    }
  }
}
