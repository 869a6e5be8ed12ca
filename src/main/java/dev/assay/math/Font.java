package dev.assay.math;

import java.util.Map;

/// A style of letters. Browsers know most of them only as letters of their own in Unicode.
enum Font {
  /// Letters slanted, one by one.
  PLAIN(0, 0, 0, false),
  UPRIGHT(0, 0, 0, true),
  BOLD(0x1d400, 0x1d41a, 0x1d7ce, true),
  ITALIC(0x1d434, 0x1d44e, 0, true),
  BOLD_ITALIC(0x1d468, 0x1d482, 0x1d7ce, false),
  SCRIPT(0x1d49c, 0x1d4b6, 0, false),
  FRAKTUR(0x1d504, 0x1d51e, 0, false),
  DOUBLE(0x1d538, 0x1d552, 0x1d7d8, false),
  SANS(0x1d5a0, 0x1d5ba, 0x1d7e2, true),
  MONO(0x1d670, 0x1d68a, 0x1d7f6, true);

  /// Letters that Unicode had before, under other numbers.
  private static final Map<Integer, Integer> EARLIER =
      Map.ofEntries(
          Map.entry(0x1d455, 0x210e), Map.entry(0x1d49d, 0x212c), Map.entry(0x1d4a0, 0x2130), Map.entry(0x1d4a1, 0x2131),
          Map.entry(0x1d4a3, 0x210b), Map.entry(0x1d4a4, 0x2110), Map.entry(0x1d4a7, 0x2112), Map.entry(0x1d4a8, 0x2133),
          Map.entry(0x1d4ad, 0x211b), Map.entry(0x1d4ba, 0x212f), Map.entry(0x1d4bc, 0x210a), Map.entry(0x1d4c4, 0x2134),
          Map.entry(0x1d506, 0x212d), Map.entry(0x1d50b, 0x210c), Map.entry(0x1d50c, 0x2111), Map.entry(0x1d515, 0x211c),
          Map.entry(0x1d51d, 0x2128), Map.entry(0x1d53a, 0x2102), Map.entry(0x1d53f, 0x210d), Map.entry(0x1d545, 0x2115),
          Map.entry(0x1d547, 0x2119), Map.entry(0x1d548, 0x211a), Map.entry(0x1d549, 0x211d), Map.entry(0x1d551, 0x2124));

  private static final Map<String, Font> COMMANDS =
      Map.ofEntries(
          Map.entry("mathrm", UPRIGHT), Map.entry("mathup", UPRIGHT), Map.entry("rm", UPRIGHT), Map.entry("mathnormal", PLAIN),
          Map.entry("mathbf", BOLD), Map.entry("bf", BOLD), Map.entry("mathit", ITALIC), Map.entry("it", ITALIC),
          Map.entry("boldsymbol", BOLD_ITALIC), Map.entry("bm", BOLD_ITALIC), Map.entry("mathbfit", BOLD_ITALIC),
          Map.entry("mathcal", SCRIPT), Map.entry("mathscr", SCRIPT), Map.entry("cal", SCRIPT), Map.entry("mathfrak", FRAKTUR),
          Map.entry("mathbb", DOUBLE), Map.entry("Bbb", DOUBLE), Map.entry("mathsf", SANS), Map.entry("mathtt", MONO));

  private final int capitals;
  private final int small;
  private final int digits;
  /// Whether neighbours make one word.
  private final boolean words;

  Font(int capitals, int small, int digits, boolean words) {
    this.capitals = capitals;
    this.small = small;
    this.digits = digits;
    this.words = words;
  }

  static Map<String, Font> commands() {
    return COMMANDS;
  }

  boolean words() {
    return words;
  }

  /// A letter or digit in this style.
  String of(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().map(this::of).forEach(out::appendCodePoint);
    return out.toString();
  }

  private int of(int c) {
    if (capitals > 0 && c >= 'A' && c <= 'Z') {
      return earlier(capitals + c - 'A');
    }
    if (small > 0 && c >= 'a' && c <= 'z') {
      return earlier(small + c - 'a');
    }
    if (digits > 0 && c >= '0' && c <= '9') {
      return digits + c - '0';
    }
    return this == BOLD || this == BOLD_ITALIC ? greek(c) : c;
  }

  private int greek(int c) {
    int capital = this == BOLD ? 0x1d6a8 : 0x1d71c;
    if (c >= 0x391 && c <= 0x3a9) {
      return capital + c - 0x391;
    }
    return c >= 0x3b1 && c <= 0x3c9 ? capital + 26 + c - 0x3b1 : c;
  }

  private static int earlier(int c) {
    return EARLIER.getOrDefault(c, c);
  }
}
