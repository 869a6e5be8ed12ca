package dev.assay.search;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// Texts, numbers and lists as JSON, without white space. Jackson, which writes JSON elsewhere, refuses half a surrogate pair,
/// and a note may have one.
final class Json {
  private final StringBuilder out = new StringBuilder(1 << 12);

  static byte[] of(Object value) {
    Json json = new Json();
    json.write(value);
    return json.out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  private void write(Object value) {
    switch (value) {
      case String text -> text(text);
      case Integer number -> out.append(number);
      case List<?> list -> {
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
          out.append(i == 0 ? "" : ",");
          write(list.get(i));
        }
        out.append(']');
      }
      default -> throw new IllegalArgumentException("no JSON: " + value.getClass());
    }
  }

  private void text(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20 || c == 0x7F || c == '\u2028' || c == '\u2029') {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
        out.append(c).append(text.charAt(++i));
      } else {
        out.append(Character.isSurrogate(c) ? '\uFFFD' : c);
      }
    }
    out.append('"');
  }
}
