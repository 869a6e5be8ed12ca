package dev.assay.search;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/// Cuts a text into the terms by which it is found.
///
/// A word is a run of letters and digits: `HBM4` is `hbm4`, `$0.27` is `0.27`, `1,000` is `1000`, `10~15%` is `10` and `15`. A
/// script that writes no spaces, or binds particles to words as Korean does, gives each two neighbouring characters, and the
/// last character of a run by itself: `메모리를` is `메모`, `모리`, `리를`, `를`. So every word within a compound is found
/// without a dictionary, and every single character is the beginning of a term.
final class Terms {
  /// Longer words are cut: nobody types them.
  static final int LONGEST = 32;

  private static final Set<UnicodeScript> JOINED =
      EnumSet.of(
          UnicodeScript.HAN, UnicodeScript.HANGUL, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.BOPOMOFO,
          UnicodeScript.THAI, UnicodeScript.LAO, UnicodeScript.KHMER, UnicodeScript.MYANMAR);

  private static final int MARKS =
      (1 << Character.NON_SPACING_MARK) | (1 << Character.ENCLOSING_MARK) | (1 << Character.COMBINING_SPACING_MARK);

  private static final int WORD =
      (1 << Character.UPPERCASE_LETTER) | (1 << Character.LOWERCASE_LETTER) | (1 << Character.TITLECASE_LETTER)
          | (1 << Character.MODIFIER_LETTER) | (1 << Character.OTHER_LETTER) | (1 << Character.DECIMAL_DIGIT_NUMBER)
          | (1 << Character.LETTER_NUMBER) | (1 << Character.OTHER_NUMBER);

  private final Consumer<String> out;
  private final StringBuilder word = new StringBuilder();
  private int length;
  private int before = -1;
  private int waiting = -1;

  private Terms(Consumer<String> out) {
    this.out = out;
  }

  /// Every term of a text, in order, as often as it stands there.
  static void each(String text, Consumer<String> out) {
    Terms terms = new Terms(out);
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (Folding.isPlain(c)) {
        terms.add(c);
      } else {
        Folding.of(c).codePoints().forEach(terms::add);
      }
    }
    terms.end();
  }

  private void add(int c) {
    if (c < 0x80) {
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        letter(c);
      } else {
        sign(c);
      }
      return;
    }
    int type = 1 << Character.getType(c);
    if (isJoined(c, type)) {
      joined(c);
    } else if ((type & WORD) != 0 || ((type & MARKS) != 0 && length > 0)) {
      letter(c);
    } else {
      sign(c);
    }
  }

  /// A mark belongs to what stands before it.
  private boolean isJoined(int c, int type) {
    return c >= 0xE00 && (type & (WORD | MARKS)) != 0 && (c == 'ー' || JOINED.contains(UnicodeScript.of(c)) || (before >= 0 && (type & MARKS) != 0));
  }

  private void letter(int c) {
    endOfRun();
    if (waiting >= 0) {
      boolean number = Character.isDigit(c) && Character.isDigit(word.codePointBefore(word.length()));
      if (waiting == '.' && number) {
        append('.');
      } else if (!(waiting == ',' && number) && waiting != '\'') {
        endOfWord();
      }
      waiting = -1;
    }
    append(c);
  }

  private void append(int c) {
    if (length < LONGEST) {
      word.appendCodePoint(c);
      length++;
    }
  }

  private void joined(int c) {
    endOfWord();
    if (before >= 0) {
      out.accept(Character.toString(before) + Character.toString(c));
    }
    before = c;
  }

  /// A point or a comma within a number, an apostrophe within a word: what follows decides.
  private void sign(int c) {
    int kind = c == '’' ? '\'' : c;
    boolean binds = length > 0 && waiting < 0 && (kind == '\'' || kind == '.' || kind == ',');
    if (binds) {
      waiting = kind;
    } else {
      end();
    }
  }

  private void end() {
    endOfRun();
    endOfWord();
  }

  private void endOfRun() {
    if (before >= 0) {
      out.accept(Character.toString(before));
      before = -1;
    }
  }

  private void endOfWord() {
    if (length > 0) {
      out.accept(word.toString());
      word.setLength(0);
      length = 0;
    }
    waiting = -1;
  }
}
