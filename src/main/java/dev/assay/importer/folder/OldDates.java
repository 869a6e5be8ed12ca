package dev.assay.importer.folder;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads dates in all the forms that other generators take.
final class OldDates {
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[Tt ]+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:[.,]\\d+)?)?"
              + "\\s*(?:([Zz]|UTC|GMT)|([+-])(\\d{2}):?(\\d{2}))?(?:\\s+[A-Z]{2,5})?.{0,6}");

  private static final List<DateTimeFormatter> WORDS =
      List.of(
          DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH), DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH), DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH));

  private OldDates() {}

  /// @param zone applies when the text has no offset
  static Optional<OffsetDateTime> read(String text, ZoneId zone) {
    Matcher iso = ISO.matcher(text.strip());
    if (iso.matches()) {
      return iso(iso, zone);
    }
    try {
      return Optional.of(OffsetDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME));
    } catch (DateTimeParseException _) {
      return words(text.strip(), zone);
    }
  }

  private static Optional<OffsetDateTime> iso(Matcher m, ZoneId zone) {
    try {
      LocalDate day = LocalDate.of(number(m, 1), number(m, 2), number(m, 3));
      LocalTime time = LocalTime.of(number(m, 4), number(m, 5), number(m, 6));
      if (m.group(7) != null) {
        return Optional.of(OffsetDateTime.of(day, time, ZoneOffset.UTC));
      }
      if (m.group(8) != null) {
        int sign = "-".equals(m.group(8)) ? -1 : 1;
        return Optional.of(OffsetDateTime.of(day, time, ZoneOffset.ofHoursMinutes(sign * number(m, 9), sign * number(m, 10))));
      }
      return Optional.of(day.atTime(time).atZone(zone).toOffsetDateTime());
    } catch (DateTimeException _) {
      // There is no such day or hour, so there is no date.
      return Optional.empty();
    }
  }

  private static int number(Matcher m, int group) {
    String digits = m.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static Optional<OffsetDateTime> words(String text, ZoneId zone) {
    for (DateTimeFormatter form : WORDS) {
      try {
        return Optional.of(LocalDate.parse(text, form).atStartOfDay(zone).toOffsetDateTime());
      } catch (DateTimeParseException _) {
        // The next form may fit.
      }
    }
    return Optional.empty();
  }

  /// A zone by its name; UTC when there is no such.
  static ZoneId zone(Optional<String> name) {
    try {
      return name.map(ZoneId::of).orElse(ZoneOffset.UTC);
    } catch (DateTimeException _) {
      return ZoneOffset.UTC;
    }
  }
}
