package dev.assay.math;

import java.util.ArrayList;
import java.util.List;

/// A word of TeX.
///
/// @param kind  what it is
/// @param text  a command's name without its backslash, a character, or a number
record TexToken(Kind kind, String text, int start, int end) {
  enum Kind {
    COMMAND,
    LETTER,
    NUMBER,
    SIGN,
    SPACE,
    END
  }

  boolean is(Kind wanted, String word) {
    return kind == wanted && text.equals(word);
  }

  boolean isCommand(String name) {
    return is(Kind.COMMAND, name);
  }

  boolean isSign(String sign) {
    return is(Kind.SIGN, sign);
  }

  static List<TexToken> all(String tex) {
    List<TexToken> tokens = new ArrayList<>();
    int at = 0;
    while (at < tex.length()) {
      int c = tex.codePointAt(at);
      int end = at + Character.charCount(c);
      Kind kind = Kind.SIGN;
      String text = tex.substring(at, end);
      if (c == '%') {
        int line = tex.indexOf('\n', at);
        at = line < 0 ? tex.length() : line + 1;
        continue;
      }
      if (c == '\\') {
        end = commandEnd(tex, at + 1);
        kind = Kind.COMMAND;
        text = tex.substring(at + 1, end);
      } else if (Character.isWhitespace(c)) {
        kind = Kind.SPACE;
      } else if (isDigit(c) || (c == '.' && end < tex.length() && isDigit(tex.charAt(end)))) {
        end = numberEnd(tex, at);
        kind = Kind.NUMBER;
        text = tex.substring(at, end);
      } else if (Character.isLetter(c)) {
        kind = Kind.LETTER;
      }
      tokens.add(new TexToken(kind, text, at, end));
      at = end;
    }
    tokens.add(new TexToken(Kind.END, "", tex.length(), tex.length()));
    return tokens;
  }

  private static int commandEnd(String tex, int from) {
    int end = from;
    while (end < tex.length() && isAscii(tex.charAt(end))) {
      end++;
    }
    if (end > from) {
      return end < tex.length() && tex.charAt(end) == '*' && tex.startsWith("operatorname", from) ? end + 1 : end;
    }
    return from < tex.length() ? from + Character.charCount(tex.codePointAt(from)) : from;
  }

  /// Thousands may be parted by commas, as people write them: `1,000`.
  private static int numberEnd(String tex, int from) {
    int end = from;
    boolean point = false;
    while (end < tex.length()) {
      char c = tex.charAt(end);
      boolean thousands = c == ',' && !point && digits(tex, end + 1) == 3 && end - from <= 3 + 4 * 20 && end > from;
      boolean decimal = c == '.' && !point && end + 1 < tex.length() && isDigit(tex.charAt(end + 1));
      if (!isDigit(c) && !thousands && !decimal) {
        break;
      }
      point |= decimal;
      end++;
    }
    return end;
  }

  /// How many digits stand at an index; 4 for more.
  private static int digits(String tex, int from) {
    int count = 0;
    while (count < 4 && from + count < tex.length() && isDigit(tex.charAt(from + count))) {
      count++;
    }
    return count;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isAscii(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
