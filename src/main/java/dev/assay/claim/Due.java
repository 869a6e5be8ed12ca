package dev.assay.claim;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// When something will be known: a day, a month, a quarter, a half or a year.
///
/// @param written as the writer wrote it: `2026-11-22`, `2026-11`, `2026-Q4`, `2026-H2`, `2026`
/// @param last    its last day; it is overdue from the day after
public record Due(String written, LocalDate last) implements Comparable<Due> {
  private static final Pattern FORM =
      Pattern.compile("(\\d{4})(?:-(?:[Qq]([1-4])|[Hh]([12])|(\\d{2})(?:-(\\d{2}))?))?");

  /// Reads one of the five forms; empty when it is none of them or no such day exists.
  public static Optional<Due> parse(String text) {
    Matcher m = FORM.matcher(text.strip());
    if (!m.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(m.group(1));
    try {
      return Optional.of(new Due(text.strip(), last(year, m.group(2), m.group(3), m.group(4), m.group(5))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// Finds a date in words, as tables have them: `Q3 2026`, `by October`, `3분기`. A date without a year is the next one
  /// after a day; without such a day it is none.
  ///
  /// @param from the day on which the words were written
  public static Optional<Due> find(String words, Optional<LocalDate> from) {
    Optional<Due> exact = parse(words);
    return exact.isPresent() ? exact : DueWords.find(words, from);
  }

  private static LocalDate last(int year, String quarter, String half, String month, String day) {
    if (quarter != null) {
      return YearMonth.of(year, 3 * Integer.parseInt(quarter)).atEndOfMonth();
    }
    if (half != null) {
      return YearMonth.of(year, 6 * Integer.parseInt(half)).atEndOfMonth();
    }
    if (day != null) {
      return LocalDate.of(year, Integer.parseInt(month), Integer.parseInt(day));
    }
    return month != null
        ? YearMonth.of(year, Integer.parseInt(month)).atEndOfMonth()
        : Year.of(year).atMonth(12).atEndOfMonth();
  }

  /// By the last day; of those that end together a day comes before its month, and a month before its year.
  @Override
  public int compareTo(Due other) {
    int byDay = last.compareTo(other.last);
    int byLength = Integer.compare(other.written.length(), written.length());
    return byDay != 0 ? byDay : byLength != 0 ? byLength : written.compareTo(other.written);
  }
}
