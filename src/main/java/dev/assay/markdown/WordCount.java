package dev.assay.markdown;

/// Counts words and reading time. Words are parted by white space and punctuation, as in English and Korean; each
/// character of a script without spaces (Chinese, Japanese, Thai) is a word.
///
/// Reading takes a minute for 230 words in an alphabet, 500 Hangul syllables, or 500 characters of a script without
/// spaces. Hangul goes by syllables, because Korean words carry their particles and are long.
final class WordCount {
  private static final double WORDS_A_MINUTE = 230;
  private static final double SYLLABLES_A_MINUTE = 500;
  private static final double CHARACTERS_A_MINUTE = 500;

  private int spaced;
  private int hangulWords;
  private int syllables;
  private int characters;

  /// Counts a stretch of text that begins and ends at the end of a word.
  void add(String text) {
    boolean inWord = false;
    boolean hangul = false;
    int at = 0;
    while (at < text.length()) {
      int c = text.charAt(at);
      if (isAsciiWord(c)) {
        // Most of what there is to count.
        inWord = true;
        at++;
        continue;
      }
      if (c >= 0xac00 && c <= 0xd7a3) {
        inWord = true;
        hangul = true;
        syllables++;
        at++;
        continue;
      }
      c = text.codePointAt(at);
      at += Character.charCount(c);
      if (Cjk.isWrittenWithoutSpaces(c)) {
        characters++;
        end(inWord, hangul);
        inWord = false;
        hangul = false;
      } else if (Character.isLetterOrDigit(c)) {
        inWord = true;
      } else if (Character.isWhitespace(c) || c == '/' || c == '—' || c == '|') {
        end(inWord, hangul);
        inWord = false;
        hangul = false;
      }
    }
    end(inWord, hangul);
  }

  private static boolean isAsciiWord(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private void end(boolean inWord, boolean hangul) {
    if (inWord && hangul) {
      hangulWords++;
    } else if (inWord) {
      spaced++;
    }
  }

  int words() {
    return spaced + hangulWords + characters;
  }

  /// At least 1.
  int minutes() {
    double minutes =
        spaced / WORDS_A_MINUTE + syllables / SYLLABLES_A_MINUTE + characters / CHARACTERS_A_MINUTE;
    return Math.max(1, (int) Math.round(minutes));
  }
}
