package dev.assay.chart.draw;

/// What is drawn on.
///
/// @param form    `wide` or `narrow`
/// @param width   in CSS pixels
/// @param unknown the word for what nobody knows
public record Paper(String form, int width, String unknown) {
  private static final int WIDE = 660;
  private static final int NARROW = 356;

  /// The column of a page and a bit of its margin; also what feeds show.
  public static Paper wide(String unknown) {
    return new Paper("wide", WIDE, unknown);
  }

  /// A phone.
  public static Paper narrow(String unknown) {
    return new Paper("narrow", NARROW, unknown);
  }

  /// True where labels do not fit beside what they name.
  public boolean isNarrow() {
    return width < WIDE;
  }
}
