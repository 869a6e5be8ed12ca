package dev.assay.markdown;

/// Which characters count as what when emphasis opens and closes.
///
/// CommonMark's rule takes `**"낮다"**고` for text, because a closing mark behind punctuation must be followed by
/// white space or punctuation, and Korean, Chinese and Japanese put none there. Here a character of these scripts
/// counts like white space in that rule, on both sides; nothing changes for text without them.
final class Cjk {
  private Cjk() {}

  static boolean isWhitespace(int c) {
    return c == '\n' || c == '\t' || c == '\f' || c == '\r' || Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  /// Punctuation and symbols, as CommonMark 0.31 counts them.
  static boolean isPunctuation(int c) {
    if (c < 0x80) {
      return Markup.isAsciiPunctuation((char) c);
    }
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION, Character.DASH_PUNCTUATION, Character.START_PUNCTUATION,
          Character.END_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION, Character.MATH_SYMBOL, Character.CURRENCY_SYMBOL, Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL -> true;
      default -> false;
    };
  }

  /// Letters, signs and punctuation of Korean, Chinese and Japanese.
  static boolean isCjk(int c) {
    if (c < 0x1100) {
      return false;
    }
    if ((c >= 0x3000 && c <= 0x33ff) || (c >= 0xfe30 && c <= 0xfe4f) || (c >= 0xff00 && c <= 0xffef)) {
      return true;
    }
    return switch (Character.UnicodeScript.of(c)) {
      case HANGUL, HAN, HIRAGANA, KATAKANA, BOPOMOFO, YI -> true;
      default -> false;
    };
  }

  /// True for scripts written without spaces between words, where reading is counted by characters.
  static boolean isWrittenWithoutSpaces(int c) {
    if (c < 0x2e80) {
      return (c >= 0x0e00 && c <= 0x0eff) || (c >= 0x1000 && c <= 0x109f);
    }
    if (c >= 0xac00 && c <= 0xd7a3) {
      return false;
    }
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, BOPOMOFO -> true;
      default -> false;
    };
  }
}
