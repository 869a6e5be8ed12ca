package dev.assay.view.project;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// JSON that may stand in a `script` element: what could end the element or begin a comment is escaped.
final class JsonText {
  private JsonText() {}

  /// Texts, lists and maps; an empty text, list or map is left out of the map that holds it.
  static String of(Object value) {
    StringBuilder out = new StringBuilder(1 << 10);
    write(value, out);
    return out.toString();
  }

  private static void write(Object value, StringBuilder out) {
    switch (value) {
      case String text -> string(text, out);
      case List<?> list -> {
        char before = '[';
        for (Object each : list) {
          out.append(before);
          write(each, out);
          before = ',';
        }
        out.append(list.isEmpty() ? "[]" : "]");
      }
      case Map<?, ?> map -> {
        char before = '{';
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          if (!isEmpty(entry.getValue())) {
            out.append(before);
            string(entry.getKey().toString(), out);
            out.append(':');
            write(entry.getValue(), out);
            before = ',';
          }
        }
        out.append(before == '{' ? "{}" : "}");
      }
      default -> throw new IllegalArgumentException("no JSON: " + value.getClass());
    }
  }

  private static boolean isEmpty(Object value) {
    return switch (value) {
      case String text -> text.isEmpty();
      case List<?> list -> list.isEmpty();
      case Map<?, ?> map -> map.isEmpty();
      default -> false;
    };
  }

  private static void string(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean half = Character.isSurrogate(c) && !paired(text, i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20 || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029' || c == 0x7f || half) {
        out.append(String.format(Locale.ROOT, "\\u%04x", half ? 0xFFFD : (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private static boolean paired(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }
}
