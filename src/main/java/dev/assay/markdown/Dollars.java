package dev.assay.markdown;

import java.util.Optional;
import java.util.regex.Pattern;

/// Tells formulas between dollar signs from sums of money.
///
/// A formula's first sign has no letter or digit before it and no white space behind it; its last one no white space
/// before it and no letter or digit of the Latin alphabet behind it. Nothing between them is another dollar sign. What
/// begins with a number is a formula only if it goes on like one: `$12 to $30`, `US$5` and `$1.2B–$1.4B` are money.
final class Dollars {
  private static final int LONGEST = 2000;

  private static final Pattern TWO_WORDS = Pattern.compile("[A-Za-z]{2,}[,;:]? [A-Za-z]{2,}");

  private Dollars() {}

  /// A formula.
  ///
  /// @param from    where its text begins
  /// @param to      where that ends
  /// @param end     behind its last sign
  record Found(int from, int to, int end, boolean display) {}

  /// The formula that begins at a dollar sign, if one does.
  static Optional<Found> at(String text, int at) {
    if (text.startsWith("$$", at)) {
      return display(text, at);
    }
    if (text.startsWith("$`", at)) {
      int close = text.indexOf("`$", at + 2, Math.min(text.length(), at + LONGEST));
      return close > at + 2 ? Optional.of(new Found(at + 2, close, close + 2, false)) : Optional.empty();
    }
    boolean opens = at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1)) && (at == 0 || (!isWord(text.charAt(at - 1)) && text.charAt(at - 1) != '$'));
    if (!opens) {
      return Optional.empty();
    }
    int close = close(text, at + 1);
    boolean closes = close > at + 1 && !Character.isWhitespace(text.charAt(close - 1)) && (close + 1 >= text.length() || (!isWord(text.charAt(close + 1)) && text.charAt(close + 1) != '$'));
    return closes && isFormula(text.substring(at + 1, close)) ? Optional.of(new Found(at + 1, close, close + 1, false)) : Optional.empty();
  }

  private static Optional<Found> display(String text, int at) {
    int from = at + 2;
    int close = close(text, from);
    boolean closes = close > from && text.startsWith("$$", close) && !text.substring(from, close).isBlank();
    boolean more = (at > 0 && text.charAt(at - 1) == '$') || (closes && close + 2 < text.length() && text.charAt(close + 2) == '$');
    return closes && !more && !isProse(text.substring(from, close)) ? Optional.of(new Found(from, close, close + 2, true)) : Optional.empty();
  }

  /// The next dollar sign that is not escaped; -1 when code begins before it, or it is too far away.
  private static int close(String text, int from) {
    int limit = Math.min(text.length(), from + LONGEST);
    for (int i = from; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '`') {
        return -1;
      } else if (c == '$') {
        return i;
      }
    }
    return -1;
  }

  /// Letters and digits that belong to what money is called: `US$`, `5$`. Letters of Korean, Chinese and Japanese stand
  /// beside formulas without a space.
  private static boolean isWord(char c) {
    return (c >= '0' && c <= '9') || isLatin(c) || (c >= 0xc0 && c < 0x370);
  }

  private static boolean isFormula(String inner) {
    if (!balanced(inner)) {
      return false;
    }
    int number = 0;
    while (number < inner.length() && (Character.isDigit(inner.charAt(number)) || ".,".indexOf(inner.charAt(number)) >= 0)) {
      number++;
    }
    String rest = inner.substring(number);
    if (number == 0) {
      return !isProse(inner);
    }
    boolean sign = rest.isEmpty() || rest.chars().anyMatch(c -> "\\^_=<>+{≤≥×".indexOf(c) >= 0) || rest.matches("[A-Za-z](?:[-/*()].*)?");
    boolean unit = rest.matches("(?:[KMBTkmbn]|bn|mn|tn|억|만|조)");
    return sign && !unit && words(rest) == 0 && rest.codePoints().noneMatch(c -> Character.getType(c) == Character.CURRENCY_SYMBOL || Cjk.isWrittenWithoutSpaces(c) || isHangul(c));
  }

  private static boolean isHangul(int c) {
    return c >= 0x1100 && (c < 0x1200 || (c >= 0xac00 && c <= 0xd7a3));
  }

  /// Two plain words in a row are a sentence.
  private static boolean isProse(String inner) {
    boolean sentence = words(inner) >= 2 && TWO_WORDS.matcher(inner).find();
    boolean korean = words(inner) > 0 && inner.codePoints().anyMatch(Dollars::isHangul);
    return inner.indexOf('\\') < 0 && (sentence || korean);
  }

  /// How many words of two letters or more stand outside of commands and braces.
  private static int words(String text) {
    int words = 0;
    int deep = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int end = i + (c == '\\' ? 1 : 0);
      while (end < text.length() && isLatin(text.charAt(end))) {
        end++;
      }
      deep += c == '{' ? 1 : c == '}' ? -1 : 0;
      words += c != '\\' && deep <= 0 && end - i >= 2 ? 1 : 0;
      i = Math.max(i, end - 1);
    }
    return words;
  }

  private static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean balanced(String text) {
    int braces = 0;
    int brackets = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{' || c == '}') {
        braces += c == '{' ? 1 : -1;
      } else if (c == '(' || c == ')') {
        brackets += c == '(' ? 1 : -1;
      }
      if (braces < 0 || (brackets < 0 && Character.isDigit(text.charAt(0)))) {
        return false;
      }
    }
    return braces == 0 && (brackets == 0 || !Character.isDigit(text.charAt(0)));
  }
}
