package dev.assay.view;

import dev.assay.note.Language;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A date for machines and for people.
///
/// @param iso  `2026-05-30` or `2026-05-30T09:00:00+09:00`; empty when there is no date
/// @param text `30 May 2026`, `2026년 5월 30일`; empty when there is no date
public record DateView(String iso, String text) {
  /// No date.
  public static final DateView NONE = new DateView("", "");

  private static final List<String> MONTHS =
      List.of("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December");

  private static final Pattern PERIOD = Pattern.compile("(?<year>\\d{4})(?:-(?<part>[QqHh]?)(?<number>\\d{1,2}))?");

  // The clock's pattern is spelled out: ISO_OFFSET_DATE_TIME drops the seconds when they are zero.
  private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

  /// A site shows the same days again and again; the latest of them are kept.
  private static final Recent<List<Object>, DateView> KNOWN = new Recent<>(16_384);

  /// A day. Spelled by our own rules, because the platform's change with the version of Java.
  public static DateView of(LocalDate day, Language language) {
    return KNOWN.of(List.of(day, language), () -> new DateView(day.toString(), spelled(day, language)));
  }

  /// A moment, shown as the day it has at the author's own offset.
  public static DateView of(OffsetDateTime moment, Language language) {
    return KNOWN.of(List.of(moment, language), () -> new DateView(INSTANT.format(moment), spelled(moment.toLocalDate(), language)));
  }

  /// A day, month, quarter, half or year.
  ///
  /// @param written `2026-11-22`, `2026-11`, `2026-Q4`, `2026-H2` or `2026`; anything else stays as it is
  /// @param last    its last day
  public static DateView period(String written, LocalDate last, Language language) {
    Matcher form = PERIOD.matcher(written);
    String text = form.matches() ? period(form, last, language.locale().getLanguage()).orElse(written) : written;
    return new DateView(last.toString(), written.equals(last.toString()) ? spelled(last, language) : text);
  }

  private static Optional<String> period(Matcher form, LocalDate last, String language) {
    String year = form.group("year");
    String part = form.group("part") == null ? "year" : form.group("part").toUpperCase(Locale.ROOT);
    int number = form.group("number") == null ? 0 : Integer.parseInt(form.group("number"));
    boolean second = number == 2;
    String text =
        switch (language) {
          case "en" -> switch (part) {
            case "year" -> year;
            case "Q", "H" -> part + number + " " + year;
            default -> MONTHS.get(last.getMonthValue() - 1) + " " + year;
          };
          case "ko" -> switch (part) {
            case "year" -> year + "년";
            case "Q" -> year + "년 " + number + "분기";
            case "H" -> year + "년 " + (second ? "하반기" : "상반기");
            default -> year + "년 " + last.getMonthValue() + "월";
          };
          case "ja", "zh" -> switch (part) {
            case "year" -> year + "年";
            case "Q" -> year + "年第" + number + (language.equals("ja") ? "四半期" : "季度");
            case "H" -> year + "年" + (second ? "下" : "上") + (language.equals("ja") ? "期" : "半年");
            default -> year + "年" + last.getMonthValue() + "月";
          };
          default -> "";
        };
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static String spelled(LocalDate day, Language language) {
    int year = day.getYear();
    int month = day.getMonthValue();
    int date = day.getDayOfMonth();
    return switch (language.locale().getLanguage()) {
      case "en" -> date + " " + MONTHS.get(month - 1) + " " + year;
      case "ko" -> year + "년 " + month + "월 " + date + "일";
      case "ja", "zh" -> year + "年" + month + "月" + date + "日";
      default -> day.toString();
    };
  }
}
