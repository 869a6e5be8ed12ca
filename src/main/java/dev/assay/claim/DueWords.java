package dev.assay.claim;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds a date in the words of a table: `Q3 2026`, `2H26`, `by October`, `Oct 15, 2026`, `2026년 3분기`, `10월 말`.
///
/// A date without a year is the next one after the day on which it was written; without such a day it is none. Of
/// several dates the last counts. A fiscal year begins when its company says, so nothing is read from `FY2027`.
final class DueWords {
  private static final String MONTHS =
      "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
  private static final List<String> MONTH_NAMES =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final String YEAR = "(?:(20\\d{2})|'(\\d{2}))";
  private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";

  private static final Pattern FISCAL = Pattern.compile("\\b(?:FY|fiscal)", Pattern.CASE_INSENSITIVE);

  /// What a pattern's groups mean.
  @FunctionalInterface
  private interface Meaning {
    Optional<LocalDate> last(MatchResult m, Optional<LocalDate> from);
  }

  private record Form(Pattern pattern, Meaning meaning) {
    static Form of(String regex, Meaning meaning) {
      return new Form(Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), meaning);
    }
  }

  /// The more a form says, the earlier it stands: what one has matched is not looked at again.
  private static final List<Form> FORMS =
      List.of(
          Form.of("\\b(20\\d{2})[-./](\\d{1,2})[-./](\\d{1,2})\\b", (m, _) -> day(number(m, 1), number(m, 2), number(m, 3))),
          Form.of("(20\\d{2})\\s*[년年]\\s*(\\d{1,2})\\s*[월月]\\s*(\\d{1,2})\\s*[일日]", (m, _) -> day(number(m, 1), number(m, 2), number(m, 3))),
          Form.of("\\b" + MONTHS + "\\s+" + DAY + ",?\\s+(20\\d{2})\\b", (m, _) -> day(number(m, 3), month(m.group(1)), number(m, 2))),
          Form.of("\\b" + DAY + "\\s+" + MONTHS + ",?\\s+(20\\d{2})\\b", (m, _) -> day(number(m, 3), month(m.group(2)), number(m, 1))),
          Form.of("\\b(20\\d{2})[-\\s]?Q([1-4])\\b", (m, _) -> Optional.of(quarter(number(m, 1), number(m, 2)))),
          Form.of("\\b(20\\d{2})[-\\s]?H([12])\\b", (m, _) -> Optional.of(half(number(m, 1), number(m, 2)))),
          Form.of("\\bQ([1-4])[-\\s/]*" + YEAR + "(?!\\d)", (m, _) -> Optional.of(quarter(year(m, 2), number(m, 1)))),
          Form.of("\\bH([12])[-\\s/]*" + YEAR + "(?!\\d)", (m, _) -> Optional.of(half(year(m, 2), number(m, 1)))),
          Form.of("\\b([1-4])Q[-\\s']*(?:20)?(\\d{2})(?!\\d)", (m, _) -> Optional.of(quarter(2000 + number(m, 2), number(m, 1)))),
          Form.of("\\b([12])H[-\\s']*(?:20)?(\\d{2})(?!\\d)", (m, _) -> Optional.of(half(2000 + number(m, 2), number(m, 1)))),
          Form.of("(20\\d{2})\\s*[년年]\\s*(?:제\\s*)?([1-4])\\s*(?:분기|四半期|季度)", (m, _) -> Optional.of(quarter(number(m, 1), number(m, 2)))),
          Form.of("(20\\d{2})\\s*[년年]\\s*(상|하|上|下)\\s*(?:반기|半期|半年)", (m, _) -> Optional.of(half(number(m, 1), half(m.group(2))))),
          Form.of("(20\\d{2})\\s*[년年]\\s*(\\d{1,2})\\s*[월月]", (m, _) -> month(number(m, 1), number(m, 2))),
          Form.of("\\b" + MONTHS + ",?\\s+" + YEAR + "(?!\\d)", (m, _) -> month(year(m, 2), month(m.group(1)))),
          Form.of("\\b(20\\d{2})[-./](\\d{2})\\b(?![-./]?\\d)", (m, _) -> month(number(m, 1), number(m, 2))),
          Form.of("\\bmid[-\\s]?(20\\d{2})\\b", (m, _) -> Optional.of(LocalDate.of(number(m, 1), 6, 30))),
          Form.of("\\bearly\\s+(20\\d{2})\\b", (m, _) -> Optional.of(LocalDate.of(number(m, 1), 3, 31))),
          Form.of("(20\\d{2})\\s*[년年]\\s*초", (m, _) -> Optional.of(LocalDate.of(number(m, 1), 3, 31))),
          Form.of("(20\\d{2})\\s*[년年]", (m, _) -> Optional.of(LocalDate.of(number(m, 1), 12, 31))),
          Form.of("(?<![\\d$€₩.,])\\b(20[2-9]\\d)\\b(?![\\d.,]*\\d|\\s*%)", (m, _) -> Optional.of(LocalDate.of(number(m, 1), 12, 31))),
          Form.of("\\b" + MONTHS + "\\s+" + DAY + "\\b", (m, from) -> from.flatMap(f -> next(f, month(m.group(1)), number(m, 2)))),
          Form.of("\\b" + DAY + "\\s+" + MONTHS + "(?!\\w)", (m, from) -> from.flatMap(f -> next(f, month(m.group(2)), number(m, 1)))),
          Form.of("(\\d{1,2})\\s*[월月]\\s*(\\d{1,2})\\s*[일日]", (m, from) -> from.flatMap(f -> next(f, number(m, 1), number(m, 2)))),
          Form.of("\\bQ([1-4])\\b|\\b([1-4])Q\\b|([1-4])\\s*(?:분기|四半期|季度)", (m, from) -> from.map(f -> nextQuarter(f, first(m)))),
          Form.of("\\bH([12])\\b|\\b([12])H\\b", (m, from) -> from.map(f -> nextHalf(f, first(m)))),
          Form.of("(상|하|上|下)\\s*(?:반기|半期|半年)", (m, from) -> from.map(f -> nextHalf(f, half(m.group(1))))),
          Form.of("\\byear[-\\s]end\\b|\\bend\\s+of\\s+(?:the\\s+)?year\\b|연말|年末|年底", (_, from) -> from.map(f -> LocalDate.of(f.getYear(), 12, 31))),
          // "May" and "March" are words of their own: a month without a day or year needs a sign that it is one.
          Form.of("(?:\\b(?:by|in|until|before|end of|mid|early|late)[-\\s]+|^)" + MONTHS + "(?!\\w)", (m, from) -> from.flatMap(f -> nextMonth(f, month(m.group(1))))),
          Form.of("(?<!\\d)(\\d{1,2})\\s*[월月]", (m, from) -> from.flatMap(f -> nextMonth(f, number(m, 1)))));

  private DueWords() {}

  /// The date in some words; empty when they hold none.
  ///
  /// @param from the day on which they were written
  static Optional<Due> find(String words, Optional<LocalDate> from) {
    String written = words.strip();
    if (written.isEmpty() || written.length() > 200 || FISCAL.matcher(written).find()) {
      return Optional.empty();
    }
    String rest = written;
    Optional<LocalDate> last = Optional.empty();
    for (Form form : FORMS) {
      Matcher m = form.pattern().matcher(rest);
      StringBuilder left = new StringBuilder();
      while (m.find()) {
        Optional<LocalDate> found = form.meaning().last(m.toMatchResult(), from);
        last = later(last, found);
        m.appendReplacement(left, " ");
      }
      rest = m.appendTail(left).toString();
    }
    return last.map(day -> new Due(written, day));
  }

  private static Optional<LocalDate> later(Optional<LocalDate> a, Optional<LocalDate> b) {
    return java.util.stream.Stream.concat(a.stream(), b.stream()).max(Comparator.naturalOrder());
  }

  private static int number(MatchResult m, int group) {
    return Integer.parseInt(m.group(group));
  }

  private static int year(MatchResult m, int group) {
    return m.group(group) != null ? number(m, group) : 2000 + number(m, group + 1);
  }

  /// The one group that matched.
  private static int first(MatchResult m) {
    for (int i = 1; i <= m.groupCount(); i++) {
      if (m.group(i) != null) {
        return number(m, i);
      }
    }
    throw new IllegalStateException("no group of " + m.group());
  }

  private static int month(String name) {
    return 1 + MONTH_NAMES.indexOf(name.toLowerCase(Locale.ROOT).substring(0, 3));
  }

  private static int half(String word) {
    return word.equals("상") || word.equals("上") ? 1 : 2;
  }

  private static Optional<LocalDate> day(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty(); // the 31st of a month that has 30 days is no date
    }
  }

  private static Optional<LocalDate> month(int year, int month) {
    return month < 1 || month > 12 ? Optional.empty() : Optional.of(YearMonth.of(year, month).atEndOfMonth());
  }

  private static LocalDate quarter(int year, int quarter) {
    return YearMonth.of(year, 3 * quarter).atEndOfMonth();
  }

  private static LocalDate half(int year, int half) {
    return YearMonth.of(year, 6 * half).atEndOfMonth();
  }

  private static Optional<LocalDate> next(LocalDate from, int month, int day) {
    try {
      MonthDay wanted = MonthDay.of(month, day);
      LocalDate thisYear = wanted.atYear(from.getYear());
      return Optional.of(thisYear.isBefore(from) ? wanted.atYear(Year.of(from.getYear()).plusYears(1).getValue()) : thisYear);
    } catch (DateTimeException e) {
      return Optional.empty(); // there is no 13th month
    }
  }

  private static Optional<LocalDate> nextMonth(LocalDate from, int month) {
    return month(from.getYear(), month).flatMap(end -> end.isBefore(from) ? month(from.getYear() + 1, month) : Optional.of(end));
  }

  private static LocalDate nextQuarter(LocalDate from, int quarter) {
    LocalDate end = quarter(from.getYear(), quarter);
    return end.isBefore(from) ? quarter(from.getYear() + 1, quarter) : end;
  }

  private static LocalDate nextHalf(LocalDate from, int half) {
    LocalDate end = half(from.getYear(), half);
    return end.isBefore(from) ? half(from.getYear() + 1, half) : end;
  }
}
