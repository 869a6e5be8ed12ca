package dev.assay.importer.html;

import dev.assay.markdown.Markdown;
import java.util.regex.Pattern;

/// Keeps text text: puts a backslash before what our Markdown would take for markup.
final class Escapes {
  private static final Pattern HEADING = Pattern.compile("^#{1,6}(?:\\s|$)");
  private static final Pattern BULLET = Pattern.compile("^[-+](?:\\s|$)");
  private static final Pattern NUMBER = Pattern.compile("^([0-9]{1,9})([.)])(?=\\s|$)");
  private static final Pattern ONLY_MARKS = Pattern.compile("^[-=|:\\s]+$");
  private static final Pattern NOTE = Pattern.compile("^\\[\\^[^\\]\\s]+\\]:");

  /// What [#isSpecial] looks at, by code; everything else is text wherever it stands.
  private static final boolean[] SIGNS = new boolean[128];

  static {
    "\\`*[{]_<&~^|:.@!$".chars().forEach(c -> SIGNS[c] = true);
  }

  private Escapes() {}

  /// Text inside a line.
  ///
  /// @param before the character before it in the line, `\n` for none
  /// @param after  the character behind it, `\n` for none
  /// @param link   whether it stands inside a link
  /// @param table  whether it stands in a cell
  static void text(String text, char before, char after, boolean link, boolean table, StringBuilder out) {
    int copied = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= SIGNS.length || !SIGNS[c]) {
        continue;
      }
      char previous = i == 0 ? before : text.charAt(i - 1);
      char next = i + 1 < text.length() ? text.charAt(i + 1) : after;
      if (isSpecial(text, i, previous, next, link, table)) {
        out.append(text, copied, i).append('\\');
        copied = i;
      }
    }
    out.append(text, copied, text.length());
  }

  private static boolean isSpecial(String text, int i, char previous, char next, boolean link, boolean table) {
    char c = text.charAt(i);
    return switch (c) {
      case '\\', '`', '*', '[', '{' -> true;
      case ']' -> link;
      case '_' -> !(Character.isLetterOrDigit(previous) && Character.isLetterOrDigit(next));
      case '<' -> next == '/' || next == '!' || next == '?' || isAsciiLetter(next) || brokenOff(text, i, next);
      case '&' -> next == '#' || isAsciiLetter(next) || brokenOff(text, i, next);
      case '~', '^' -> next == c || previous == c || closesInWord(text, i, c);
      case '|' -> table;
      case ':' -> text.startsWith("//", i + 1) && endsWith(text, i, "http", "https");
      case '$' -> Markdown.opensFormula(text, i) || brokenOff(text, i, next);
      case '.' -> endsWith(text, i, "www");
      case '@' -> Character.isLetterOrDigit(next) || next == '_' || next == '{';
      case '!' -> next == '[' || brokenOff(text, i, next);
      default -> false;
    };
  }

  /// Whether a text ends here and the line goes on with markup.
  private static boolean brokenOff(String text, int i, char next) {
    return i + 1 == text.length() && next != '\n';
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /// Whether the same mark comes again before white space, so that the two would enclose something; where a text is
  /// broken off by other leaves, the mark may come in one of them.
  private static boolean closesInWord(String text, int at, char mark) {
    int end = at + 1;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      if (text.charAt(end) == mark) {
        return true;
      }
      end++;
    }
    return end == text.length() && at > 0 && text.lastIndexOf(mark, at - 1) >= 0;
  }

  private static boolean endsWith(String text, int at, String... words) {
    for (String word : words) {
      if (text.regionMatches(true, at - word.length(), word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }

  /// A finished line: what only the beginning of a line would turn into a block.
  static String line(String line) {
    if (line.isEmpty()) {
      return line;
    }
    char c = line.charAt(0);
    boolean block =
        switch (c) {
          case '#' -> HEADING.matcher(line).find();
          case '-', '+' -> BULLET.matcher(line).find() || ONLY_MARKS.matcher(line).matches();
          case '=', '|' -> ONLY_MARKS.matcher(line).matches();
          case '>' -> true;
          case ':' -> line.length() > 1 && (line.charAt(1) == ' ' || line.charAt(1) == ':' || ONLY_MARKS.matcher(line).matches());
          case '~' -> line.startsWith("~~~");
          default -> false;
        };
    if (block) {
      return "\\" + line;
    }
    if (c >= '0' && c <= '9') {
      return NUMBER.matcher(line).replaceFirst("$1\\\\$2");
    }
    if (c == '[' && NOTE.matcher(line).find()) {
      int colon = line.indexOf("]:") + 1;
      return line.substring(0, colon) + "\\" + line.substring(colon);
    }
    return line;
  }

  /// A link's address as it stands in parentheses.
  static String address(String address) {
    StringBuilder out = new StringBuilder(address.length());
    boolean balanced = isBalanced(address);
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      switch (c) {
        case '(', ')' -> out.append(balanced ? "" : "\\").append(c);
        case '<' -> out.append("%3C");
        case '>' -> out.append("%3E");
        case '|' -> out.append("%7C");
        case '\\' -> out.append("%5C");
        case ' ', '\n', '\t', '\r' -> out.append("%20");
        case '&' -> out.append(startsReference(address, i) ? "\\&" : "&");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean isBalanced(String address) {
    int depth = 0;
    for (int i = 0; i < address.length() && depth >= 0 && depth <= 8; i++) {
      depth += address.charAt(i) == '(' ? 1 : address.charAt(i) == ')' ? -1 : 0;
    }
    return depth == 0;
  }

  private static boolean startsReference(String text, int at) {
    int end = at + 1;
    while (end < text.length() && end - at < 34 && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '#')) {
      end++;
    }
    return end < text.length() && text.charAt(end) == ';';
  }

  /// A title in double quotes.
  static String title(String title) {
    return title.isEmpty()
        ? ""
        : " \"" + title.replace("\\", "\\\\").replace("\"", "\\\"").replace("&", "\\&").replace("|", "&#124;").replace("\n", " ") + "\"";
  }
}
