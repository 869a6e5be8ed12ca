package dev.assay.view;

import dev.assay.note.Language;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

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

  // The clock's pattern is spelled out: ISO_OFFSET_DATE_TIME drops the seconds when they are zero.
  private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

  /// A day. Spelled by our own rules, because the platform's change with the version of Java.
  public static DateView of(LocalDate day, Language language) {
    return new DateView(day.toString(), spelled(day, language));
  }

  /// A moment, shown as the day it has at the author's own offset.
  public static DateView of(OffsetDateTime moment, Language language) {
    return new DateView(INSTANT.format(moment), spelled(moment.toLocalDate(), language));
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
