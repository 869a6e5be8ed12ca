package dev.assay.frontmatter;

import java.util.ArrayList;
import java.util.List;

/// What TOML's parser does not say, read from the text itself: how deep it nests, where the parts of a key stand, how
/// a value is written.
final class TomlText {
  private final String text;

  TomlText(String text) {
    this.text = text;
  }

  /// One part of a dotted key.
  ///
  /// @param name the part without quotes
  record Part(String name, int start, int end) {}

  /// The first offset at which brackets are nested deeper than a limit; -1 when there is none. The parser is
  /// recursive, so this has to be known before it starts.
  int tooDeepAt(int limit) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '#') {
        i = lineEnd(i) - 1;
      } else if (c == '"' || c == '\'') {
        i = stringEnd(i) - 1;
      } else if (c == '[' || c == '{') {
        depth++;
        if (depth > limit) {
          return i;
        }
      } else if (c == ']' || c == '}') {
        depth = Math.max(0, depth - 1);
      }
    }
    return -1;
  }

  /// The parts of the key, or of the table's name, that begins at an offset.
  List<Part> key(int offset) {
    List<Part> parts = new ArrayList<>();
    int i = offset;
    while (i < text.length() && (text.charAt(i) == '[' || isBlank(text.charAt(i)))) {
      i++;
    }
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean quoted = c == '"' || c == '\'';
      int end = quoted ? stringEnd(i) : bareEnd(i);
      if (end == i) {
        return parts;
      }
      parts.add(new Part(quoted && end - i >= 2 ? text.substring(i + 1, end - 1) : text.substring(i, end), i, end));
      int dot = skipBlanks(end);
      if (dot >= text.length() || text.charAt(dot) != '.') {
        return parts;
      }
      i = skipBlanks(dot + 1);
    }
    return parts;
  }

  /// The offset of the value that follows a key; -1 when the key is a table's name.
  int valueAfter(int keyEnd) {
    int equals = skipBlanks(keyEnd);
    return equals < text.length() && text.charAt(equals) == '=' ? skipBlanks(equals + 1) : -1;
  }

  /// A number, date or boolean as it is written.
  String bare(int offset) {
    int end = offset;
    while (end < text.length() && ",]}#\n\r".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(offset, end).strip();
  }

  /// The offset behind the string, key or other value that begins at an offset, on its line.
  int end(int offset) {
    if (offset >= text.length()) {
      return offset;
    }
    char c = text.charAt(offset);
    if (c == '"' || c == '\'') {
      return stringEnd(offset);
    }
    return c == '[' || c == '{' ? offset + 1 : offset + Math.max(1, bare(offset).length());
  }

  private int stringEnd(int start) {
    char quote = text.charAt(start);
    String three = String.valueOf(quote).repeat(3);
    if (text.startsWith(three, start)) {
      int i = start + 3;
      while (i < text.length() && !text.startsWith(three, i)) {
        i += quote == '"' && text.charAt(i) == '\\' ? 2 : 1;
      }
      int end = Math.min(text.length(), i + 3);
      // Up to two quotes may stand right before the closing three.
      while (end < text.length() && end < i + 5 && text.charAt(end) == quote) {
        end++;
      }
      return end;
    }
    int i = start + 1;
    while (i < text.length() && text.charAt(i) != quote && text.charAt(i) != '\n') {
      i += quote == '"' && text.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(text.length(), i + 1);
  }

  private int bareEnd(int start) {
    int end = start;
    while (end < text.length() && " \t\r\n.=[]{},#\"'".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private int lineEnd(int offset) {
    int end = text.indexOf('\n', offset);
    return end < 0 ? text.length() : end;
  }

  private int skipBlanks(int offset) {
    int i = offset;
    while (i < text.length() && isBlank(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
