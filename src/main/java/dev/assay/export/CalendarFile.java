package dev.assay.export;

import biweekly.ICalDataType;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.RawComponent;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.DateTimeStamp;
import biweekly.property.Status;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// What is due as a calendar (RFC 5545): one whole day each, which blocks no time. Nothing in it comes from the clock, so
/// that the same entries make the same bytes.
public final class CalendarFile {
  private static final int OCTETS = 75;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String PRODUCT = "-//Assay//Checkpoints//EN";

  private CalendarFile() {}

  /// One day.
  ///
  /// @param uid       names it for ever
  /// @param day       the day
  /// @param stamped   when it was written
  /// @param summary   what it is, one line
  /// @param details   further lines; may be empty
  /// @param url       where it stands
  /// @param cancelled whether it is no longer looked for
  public record Entry(String uid, LocalDate day, Instant stamped, String summary, String details, String url, boolean cancelled) {}

  /// A calendar in UTF-8. One without entries holds a time zone instead, since a calendar must hold something (RFC 5545,
  /// §3.6), and who has subscribed shall go on finding it.
  ///
  /// @param name what a calendar program calls it
  public static byte[] of(String name, List<Entry> entries) {
    ICalendar calendar = new ICalendar();
    calendar.setProductId(PRODUCT);
    calendar.setExperimentalProperty("X-WR-CALNAME", plain(name));
    entries.forEach(entry -> calendar.addEvent(event(entry)));
    if (entries.isEmpty()) {
      calendar.addComponent(utc());
    }
    StringWriter out = new StringWriter();
    try (ICalWriter writer = new ICalWriter(out, ICalVersion.V2_0)) {
      // The library counts characters where the standard counts octets.
      writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
      writer.write(calendar);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory takes what is written to it", e);
    }
    return folded(out.toString()).getBytes(StandardCharsets.UTF_8);
  }

  private static RawComponent utc() {
    RawComponent standard = new RawComponent("STANDARD");
    standard.addExperimentalProperty("DTSTART", "19700101T000000");
    standard.addExperimentalProperty("TZOFFSETFROM", "+0000");
    standard.addExperimentalProperty("TZOFFSETTO", "+0000");
    RawComponent zone = new RawComponent("VTIMEZONE");
    zone.addExperimentalProperty("TZID", "Etc/UTC");
    zone.addComponent(standard);
    return zone;
  }

  private static VEvent event(Entry entry) {
    VEvent event = new VEvent();
    event.setUid(plain(entry.uid()));
    // The library counts years in the calendar of the machine's language, the Buddhist one in Thailand, so days are
    // written for it.
    event.setDateTimeStamp((DateTimeStamp) null);
    event.addExperimentalProperty("DTSTAMP", STAMP.format(entry.stamped()));
    event.addExperimentalProperty("DTSTART", ICalDataType.DATE, DateTimeFormatter.BASIC_ISO_DATE.format(entry.day()));
    event.setSummary(plain(entry.summary()));
    if (!entry.details().isEmpty()) {
      event.setDescription(plain(entry.details()));
    }
    event.setUrl(plain(entry.url()));
    event.setTransparency(true);
    if (entry.cancelled()) {
      event.setStatus(Status.cancelled());
    }
    return event;
  }

  /// Lines of at most 75 octets; what is longer goes on in the next line behind a space.
  static String folded(String text) {
    StringBuilder out = new StringBuilder(text.length() + text.length() / 40);
    int octets = 0;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      int size = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
      if (c == '\r' || c == '\n') {
        octets = 0;
      } else if (octets + size > OCTETS) {
        out.append("\r\n ");
        octets = 1 + size;
      } else {
        octets += size;
      }
      out.appendCodePoint(c);
      at += Character.charCount(c);
    }
    return out.toString();
  }

  /// Control characters and halves of characters have no place in a calendar; a line feed is written as an escape.
  private static String plain(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> c == '\n' || !Character.isISOControl(c))
        .forEach(c -> out.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c));
    return out.toString();
  }
}
