package dev.assay.note;

/// What of a written title can be seen.
public final class TitleText {
  private TitleText() {}

  /// A title without the characters that no page and no feed can show, on one line; empty when nothing is left that anyone
  /// could read.
  public static String seen(String written) {
    StringBuilder seen = new StringBuilder(written.length());
    written.codePoints().map(c -> c == '\n' || c == '\t' ? ' ' : c).filter(c -> !isForbidden(c)).forEach(seen::appendCodePoint);
    String title = seen.toString().strip();
    return title.codePoints().allMatch(TitleText::isUnseen) ? "" : title;
  }

  private static boolean isForbidden(int c) {
    return Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE || (c & 0xFFFE) == 0xFFFE;
  }

  /// Spaces of all kinds, and what joins or directs others.
  private static boolean isUnseen(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
  }
}
