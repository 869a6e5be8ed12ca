package dev.assay.card;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;

/// What of a text can be drawn, letter by letter.
final class Letters {
  /// Scripts whose letters stand side by side, from left to right, each with one look.
  private static final Set<UnicodeScript> SIDE_BY_SIDE =
      EnumSet.of(
          UnicodeScript.COMMON, UnicodeScript.INHERITED, UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC, UnicodeScript.ARMENIAN,
          UnicodeScript.GEORGIAN, UnicodeScript.HANGUL, UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.BOPOMOFO);

  /// Emoji are left out from here: below stand digits, arrows and signs such as ©, which are emoji by name.
  private static final int SIGNS = 0x2600;

  private Letters() {}

  /// The text as it is drawn: composed, white space as single spaces, without emoji and marks that nobody sees.
  static String drawn(String text) {
    StringBuilder drawn = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .map(Letters::plain)
        .filter(letter -> !isLeftOut(letter))
        .forEach(
            letter -> {
              if (letter != ' ' || (!drawn.isEmpty() && drawn.charAt(drawn.length() - 1) != ' ')) {
                drawn.appendCodePoint(letter);
              }
            });
    return drawn.toString().strip();
  }

  private static boolean isLeftOut(int letter) {
    int type = Character.getType(letter);
    boolean selector = letter >= 0xfe00 && letter <= 0xfe0f;
    boolean emoji = (letter >= SIGNS && Character.isEmoji(letter)) || (letter >= 0x1f000 && letter <= 0x1faff) || letter == 0x20e3;
    return type == Character.FORMAT || type == Character.SURROGATE || selector || emoji;
  }

  /// One of the many spaces and dashes as one that fonts have.
  private static int plain(int letter) {
    if (Character.isWhitespace(letter) || Character.isSpaceChar(letter) || Character.isISOControl(letter)) {
      return ' ';
    }
    return switch (letter) {
      case 0x2010, 0x2011 -> '-';
      case 0x2012 -> 0x2013;
      case 0x2015 -> 0x2014;
      default -> letter;
    };
  }

  static boolean isSideBySide(int letter) {
    return SIDE_BY_SIDE.contains(UnicodeScript.of(letter)) && Character.getType(letter) != Character.NON_SPACING_MARK;
  }

  /// Scripts that are written without spaces: a line may end behind each letter.
  static boolean isUnspaced(int letter) {
    return switch (UnicodeScript.of(letter)) {
      case HAN, HIRAGANA, KATAKANA, BOPOMOFO -> true;
      case UnicodeScript _ -> (letter >= 0x3000 && letter <= 0x303f) || (letter >= 0xff00 && letter <= 0xff60) || letter == 0x30fc;
    };
  }
}
