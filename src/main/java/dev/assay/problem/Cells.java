package dev.assay.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How a terminal shows single characters: how many cells each takes, and what stands for one that it must not be
/// sent.
public final class Cells {
  /// First and last code points of the wide ranges of Unicode's East Asian Width (classes W and F), gaps of
  /// unassigned characters closed.
  private static final int[] WIDE = {
    0x1100, 0x115F, 0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23EC, 0x23F0, 0x23F0, 0x23F3, 0x23F3, 0x25FD, 0x25FE,
    0x2614, 0x2615, 0x2648, 0x2653, 0x267F, 0x267F, 0x2693, 0x2693, 0x26A1, 0x26A1, 0x26AA, 0x26AB, 0x26BD, 0x26BE,
    0x26C4, 0x26C5, 0x26CE, 0x26CE, 0x26D4, 0x26D4, 0x26EA, 0x26EA, 0x26F2, 0x26F3, 0x26F5, 0x26F5, 0x26FA, 0x26FA,
    0x26FD, 0x26FD, 0x2705, 0x2705, 0x270A, 0x270B, 0x2728, 0x2728, 0x274C, 0x274C, 0x274E, 0x274E, 0x2753, 0x2755,
    0x2757, 0x2757, 0x2795, 0x2797, 0x27B0, 0x27B0, 0x27BF, 0x27BF, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50, 0x2B55, 0x2B55,
    0x2E80, 0x303E, 0x3041, 0x3247, 0x3250, 0x4DBF, 0x4E00, 0xA4CF, 0xA960, 0xA97F, 0xAC00, 0xD7A3, 0xF900, 0xFAFF,
    0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x18D08, 0x1AFF0, 0x1B2FF,
    0x1F004, 0x1F004, 0x1F0CF, 0x1F0CF, 0x1F18E, 0x1F18E, 0x1F191, 0x1F19A, 0x1F200, 0x1F320, 0x1F32D, 0x1F335,
    0x1F337, 0x1F37C, 0x1F37E, 0x1F393, 0x1F3A0, 0x1F3CA, 0x1F3CF, 0x1F3D3, 0x1F3E0, 0x1F3F0, 0x1F3F4, 0x1F3F4,
    0x1F3F8, 0x1F43E, 0x1F440, 0x1F440, 0x1F442, 0x1F4FC, 0x1F4FF, 0x1F53D, 0x1F54B, 0x1F54E, 0x1F550, 0x1F567,
    0x1F57A, 0x1F57A, 0x1F595, 0x1F596, 0x1F5A4, 0x1F5A4, 0x1F5FB, 0x1F64F, 0x1F680, 0x1F6C5, 0x1F6CC, 0x1F6CC,
    0x1F6D0, 0x1F6D2, 0x1F6D5, 0x1F6DF, 0x1F6EB, 0x1F6EC, 0x1F6F4, 0x1F6FC, 0x1F7E0, 0x1F7EB, 0x1F7F0, 0x1F7F0,
    0x1F90C, 0x1F93A, 0x1F93C, 0x1F945, 0x1F947, 0x1F9FF, 0x1FA70, 0x1FAFF, 0x20000, 0x3FFFD
  };

  private Cells() {}

  /// How many cells a text takes that was made visible.
  public static int of(String visible) {
    return visible.codePoints().map(Cells::of).sum();
  }

  /// How many cells one visible character takes: 0 for a combining mark, 2 for a wide letter, else 1.
  static int of(int codePoint) {
    if (codePoint < 0x300) {
      return 1;
    }
    int type = Character.getType(codePoint);
    boolean onTop =
        type == Character.NON_SPACING_MARK
            || type == Character.ENCLOSING_MARK
            || type == Character.FORMAT
            || (codePoint >= 0x1160 && codePoint <= 0x11FF);
    if (onTop) {
      return 0;
    }
    return isWide(codePoint) ? 2 : 1;
  }

  /// The character as a terminal may show it. What would steer the terminal, end the line or turn the direction of
  /// the text is shown by name, so that a file can neither forge a report nor hide what it says.
  static String visible(int codePoint) {
    if (codePoint < 0x20) {
      return Character.toString(0x2400 + codePoint);
    }
    if (codePoint == 0x7F) {
      return "␡";
    }
    boolean steers =
        (codePoint >= 0x80 && codePoint <= 0x9F)
            || codePoint == 0x61C
            || codePoint == 0x200E
            || codePoint == 0x200F
            || (codePoint >= 0x2028 && codePoint <= 0x202E)
            || (codePoint >= 0x2066 && codePoint <= 0x2069)
            || codePoint == 0xFEFF
            || (codePoint >= 0xD800 && codePoint <= 0xDFFF);
    return steers ? String.format(Locale.ROOT, "<U+%04X>", codePoint) : Character.toString(codePoint);
  }

  /// A text of one line, made visible.
  public static String visible(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints().forEach(codePoint -> visible.append(visible(codePoint)));
    return visible.toString();
  }

  /// A visible text in lines of at most so many cells, broken at spaces, between wide letters, and anywhere in a word
  /// that is longer than a line.
  ///
  /// @return at least one line
  public static List<String> wrapped(String visible, int width) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    int used = 0;
    int stop = -1;
    int at = 0;
    while (at < visible.length()) {
      int codePoint = visible.codePointAt(at);
      int cells = of(codePoint);
      if (used + cells > width) {
        int end = codePoint == ' ' ? at : stop > start ? stop : Math.max(at, start + 1);
        lines.add(visible.substring(start, end).stripTrailing());
        start = end;
        while (start < visible.length() && visible.charAt(start) == ' ') {
          start++;
        }
        at = start;
        used = 0;
        stop = -1;
        continue;
      }
      used += cells;
      at += Character.charCount(codePoint);
      if (codePoint == ' ' || cells == 2) {
        stop = at;
      }
    }
    if (start < visible.length() || lines.isEmpty()) {
      lines.add(visible.substring(start));
    }
    return lines;
  }

  private static boolean isWide(int codePoint) {
    int low = 0;
    int high = WIDE.length / 2 - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (codePoint < WIDE[2 * middle]) {
        high = middle - 1;
      } else if (codePoint > WIDE[2 * middle + 1]) {
        low = middle + 1;
      } else {
        return true;
      }
    }
    return false;
  }
}
