package dev.assay.importer;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Writes heads and settings as YAML that our own strict reader, and any other, reads back as the same values.
///
/// No anchors, no tags, no block scalars: a text that is not plainly a text stands in double quotes, on one line.
public final class YamlText {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[.SSSSSSSSS]xxx", Locale.ROOT);
  private static final DateTimeFormatter WHOLE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
  /// Letters first, no mark that YAML knows anywhere.
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}][\\p{L}\\p{N}\\p{M} _./+()–—’'-]*");
  private static final Pattern WORD_OF_YAML = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n|nan|inf");
  private static final Pattern KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  private YamlText() {}

  /// A note's text from the first fence to the line below the last.
  public static String head(NoteHead head) {
    StringBuilder out = new StringBuilder("---\n");
    entries(head.entries(), 0, out);
    return out.append("---\n").toString();
  }

  /// Keys and values, one a line.
  public static String mapping(List<Map.Entry<String, HeadValue>> entries) {
    StringBuilder out = new StringBuilder();
    entries(entries, 0, out);
    return out.toString();
  }

  private static void entries(List<Map.Entry<String, HeadValue>> entries, int indent, StringBuilder out) {
    for (Map.Entry<String, HeadValue> entry : entries) {
      out.repeat(' ', indent).append(key(entry.getKey())).append(':');
      value(entry.getValue(), indent, out);
    }
  }

  private static void value(HeadValue value, int indent, StringBuilder out) {
    switch (value) {
      case HeadValue.Items(List<HeadValue> items) when items.isEmpty() -> out.append(" []\n");
      case HeadValue.Items(List<HeadValue> items) when items.stream().allMatch(YamlText::isShort) -> {
        out.append(" [");
        for (int i = 0; i < items.size(); i++) {
          out.append(i == 0 ? "" : ", ").append(scalar(items.get(i)));
        }
        out.append("]\n");
      }
      case HeadValue.Items(List<HeadValue> items) -> {
        out.append('\n');
        items.forEach(item -> item(item, indent + 2, out));
      }
      case HeadValue.Table(var entries) when entries.isEmpty() -> out.append(" {}\n");
      case HeadValue.Table(var entries) -> {
        out.append('\n');
        entries(entries, indent + 2, out);
      }
      case HeadValue.Text _, HeadValue.Moment _, HeadValue.Day _, HeadValue.Flag _, HeadValue.Whole _, HeadValue.Numeral _ ->
          out.append(' ').append(scalar(value)).append('\n');
    }
  }

  private static void item(HeadValue item, int indent, StringBuilder out) {
    out.repeat(' ', indent).append('-');
    if (item instanceof HeadValue.Table(var entries) && !entries.isEmpty()) {
      StringBuilder inner = new StringBuilder();
      entries(entries, indent + 2, inner);
      out.append(' ').append(inner.substring(indent + 2));
    } else {
      value(item, indent, out);
    }
  }

  private static boolean isShort(HeadValue value) {
    return switch (value) {
      case HeadValue.Text(String text) -> text.length() <= 80;
      case HeadValue.Moment _, HeadValue.Day _, HeadValue.Flag _, HeadValue.Whole _, HeadValue.Numeral _ -> true;
      case HeadValue.Items _, HeadValue.Table _ -> false;
    };
  }

  private static String scalar(HeadValue value) {
    return switch (value) {
      case HeadValue.Text(String text) -> text(text);
      case HeadValue.Moment(OffsetDateTime moment) -> moment(moment);
      case HeadValue.Day(var day) -> day.toString();
      case HeadValue.Flag(boolean on) -> Boolean.toString(on);
      case HeadValue.Whole(long number) -> Long.toString(number);
      case HeadValue.Numeral(String digits) -> digits;
      case HeadValue.Items _, HeadValue.Table _ -> throw new IllegalArgumentException("not a scalar: " + value);
    };
  }

  /// A moment with its offset: `2026-05-30T09:00:00+09:00`.
  static String moment(OffsetDateTime moment) {
    return (moment.getNano() == 0 ? WHOLE : MOMENT).format(moment);
  }

  private static String key(String key) {
    return KEY.matcher(key).matches() && !WORD_OF_YAML.matcher(key).matches() ? key : quoted(key);
  }

  /// A scalar that says exactly this text.
  public static String text(String text) {
    boolean plain =
        PLAIN.matcher(text).matches() && !text.endsWith(" ") && text.length() < 200 && !WORD_OF_YAML.matcher(text).matches();
    return plain ? text : quoted(text);
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 8).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        default -> {
          if (pair) {
            out.append(c).append(text.charAt(++i));
          } else if (Character.isSurrogate(c)) {
            out.append('\ufffd');
          } else if (isUnprintable(c)) {
            out.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }

  private static boolean isUnprintable(char c) {
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 || c == 0xfeff || c >= 0xfffe;
  }
}
