package dev.assay.search;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Makes characters equal that a reader takes for the same: case, accents, width, ligatures.
///
/// It works on one character at a time, so that a browser can tell which characters of a text a match covers. The text
/// has to be in the composed form (NFC).
final class Folding {
  /// Below it lie the letters that change, and the signs that texts are full of.
  private static final int KNOWN = 0x3000;

  /// What was folded before. Two threads may both fill a place, with equal texts.
  private static final @Nullable String[] FOLDED = new String[KNOWN];

  private Folding() {}

  /// True for a character that folds to itself, without a look at it.
  static boolean isPlain(int c) {
    return c < 0x80 ? c < 'A' || c > 'Z' : (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FA);
  }

  /// The character, folded: usually one, none for an accent that stands alone, several for a ligature.
  static String of(int c) {
    if (c >= KNOWN) {
      return folded(c);
    }
    String known = FOLDED[c];
    if (known == null) {
      known = folded(c);
      FOLDED[c] = known;
    }
    return known;
  }

  private static String folded(int c) {
    String lower = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder bare = new StringBuilder(lower.length());
    for (int i = 0; i < lower.length(); i++) {
      char each = lower.charAt(i);
      if (each < 0x300 || each > 0x36F) {
        bare.append(each == 'ς' ? 'σ' : each);
      }
    }
    return Normalizer.normalize(bare, Normalizer.Form.NFC);
  }
}
