package dev.assay.claim.cite;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A date as a bibliography has it: a day, a month, a year, a range of these, or words.
///
/// @param from    the date, or the beginning of a range; absent for words
/// @param to      the end of a range
/// @param circa   whether it is about then
/// @param literal the words of a date that is not in numbers; else empty
public record PartialDate(Optional<Point> from, Optional<Point> to, boolean circa, String literal) {
  private static final Pattern POINT = Pattern.compile("([+-]?\\d{1,4})(?:[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?)?(?:T.*)?");
  private static final List<Integer> LENGTHS = List.of(31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31);

  /// @param month 1 to 12, or 0 when only the year is known
  /// @param day   1 to 31, or 0 when only the month is known
  public record Point(int year, int month, int day) {
    @Override
    public String toString() {
      String text = String.format(Locale.ROOT, "%04d", year);
      text += month == 0 ? "" : String.format(Locale.ROOT, "-%02d", month);
      return text + (day == 0 ? "" : String.format(Locale.ROOT, "-%02d", day));
    }
  }

  /// One date in numbers.
  public static PartialDate of(int year, int month, int day) {
    return new PartialDate(Optional.of(new Point(year, month, day)), Optional.empty(), false, "");
  }

  /// A date in words.
  public static PartialDate words(String literal) {
    return new PartialDate(Optional.empty(), Optional.empty(), false, literal);
  }

  /// Reads `2026`, `2026-05`, `2026-05-01`, `2026-05-01/2026-06-30`, `2026~`; anything else is words.
  public static PartialDate read(String text) {
    String plain = text.strip();
    boolean circa = plain.endsWith("~") || plain.endsWith("?");
    String bare = circa ? plain.substring(0, plain.length() - 1) : plain;
    Optional<Point> whole = point(bare);
    if (whole.isPresent()) {
      return new PartialDate(whole, Optional.empty(), circa, "");
    }
    int slash = bare.indexOf('/');
    if (slash > 0) {
      Optional<Point> from = point(bare.substring(0, slash));
      String end = bare.substring(slash + 1);
      Optional<Point> to = point(end);
      boolean open = end.isEmpty() || end.equals("..");
      if (from.isPresent() && (to.isPresent() || open)) {
        return new PartialDate(from, to, circa, "");
      }
    }
    return words(plain);
  }

  private static Optional<Point> point(String text) {
    Matcher matcher = POINT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int month = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
    int day = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
    boolean fits = month <= 12 && (month > 0 || matcher.group(2) == null);
    boolean dayFits = day == 0 ? matcher.group(3) == null : month > 0 && month <= 12 && day <= LENGTHS.get(month - 1);
    return fits && dayFits ? Optional.of(new Point(Integer.parseInt(matcher.group(1)), month, day)) : Optional.empty();
  }

  /// The year as people write it; the words of a date without one.
  public String year() {
    return from.map(point -> Integer.toString(point.year())).orElse(literal);
  }

  /// `2026-05-01`, `2026-05/2026-06`, or the words.
  @Override
  public String toString() {
    return from.map(point -> point + to.map(end -> "/" + end).orElse("")).orElse(literal);
  }
}
