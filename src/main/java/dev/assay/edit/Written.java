package dev.assay.edit;

import dev.assay.frontmatter.Format;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How values are written in each format.
final class Written {
  /// Words that some reader of YAML takes for something else than text.
  private static final Set<String> NOT_TEXT = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  private static final Pattern PLAIN = Pattern.compile("(?:[\\p{L}\\p{N}/_]|\\.\\.?/)[^\\p{Cntrl}]*");
  private static final Pattern NUMBER_LIKE = Pattern.compile("[-+.]?[0-9][0-9A-Fa-fxo_.:,eE+TZ-]*");
  private static final Pattern BARE_KEY = Pattern.compile("[A-Za-z0-9_-]+");

  private Written() {}

  /// A value on one line.
  ///
  /// @param flow whether it stands inside brackets
  static String value(Format format, NewValue value, boolean flow) {
    return switch (value) {
      case NewValue.Word(String word) -> format == Format.JSON && !isJsonWord(word) ? quoted(word) : word;
      case NewValue.Text(String text) -> format == Format.YAML ? yaml(text, flow) : quoted(text);
      case NewValue.Fields fields ->
          fields.fields().stream().map(field -> pair(format, field, true)).collect(Collectors.joining(", ", "{", "}"));
    };
  }

  /// A key and its value on one line.
  static String pair(Format format, NewValue.Field field, boolean flow) {
    return key(format, field.key()) + (format == Format.TOML ? " = " : ": ") + value(format, field.value(), flow);
  }

  static String key(Format format, String key) {
    return switch (format) {
      case YAML -> yaml(key, true);
      case TOML -> BARE_KEY.matcher(key).matches() ? key : quoted(key);
      case JSON -> quoted(key);
    };
  }

  private static boolean isJsonWord(String word) {
    return word.equals("true") || word.equals("false") || word.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
  }

  private static String yaml(String text, boolean flow) {
    boolean plain =
        PLAIN.matcher(text).matches()
            && text.strip().equals(text)
            && !text.contains(": ")
            && !text.endsWith(":")
            && !text.contains(" #")
            && !(flow && text.codePoints().anyMatch(c -> ",[]{}".indexOf(c) >= 0))
            && text.codePoints().noneMatch(Written::isOdd)
            && !NOT_TEXT.contains(text.toLowerCase(Locale.ROOT))
            && !NUMBER_LIKE.matcher(text).matches();
    return plain ? text : quoted(text);
  }

  /// Line ends of Unicode, byte order marks and halves of characters are better seen than guessed.
  private static boolean isOdd(int c) {
    return c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0xFEFF || (c >= 0xD800 && c < 0xE000) || (c & 0xFFFE) == 0xFFFE;
  }

  /// A string in double quotes; the escapes used mean the same in YAML, TOML and JSON.
  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> {
                  if (c < 0x20 || c == 0x7f || (c <= 0xFFFF && isOdd(c)) || (c >= 0x80 && c < 0xA0)) {
                    out.append(String.format(Locale.ROOT, "\\u%04X", c));
                  } else {
                    out.appendCodePoint(c);
                  }
                }
              }
            });
    return out.append('"').toString();
  }
}
