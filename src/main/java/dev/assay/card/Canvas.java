package dev.assay.card;

/// A picture in few colours on paper: each of its pixels is paper, or so much of one colour. Edges are smooth by how much
/// of a pixel a shape covers, computed and not sampled.
final class Canvas {
  private static final int LEVELS = 16;

  private final int width;
  private final int height;
  private final int paper;
  private final int[] inks;
  /// 0 is paper; then [#LEVELS] for each ink, the last of them the ink itself.
  /// A row begins with a 0: in a PNG that says how it is written.
  private final byte[] pixels;

  /// @param inks the colours, `0xrrggbb`, at most seven
  Canvas(int width, int height, int paper, int... inks) {
    if (1 + inks.length * LEVELS > 256) {
      throw new IllegalArgumentException("too many inks: " + inks.length);
    }
    this.width = width;
    this.height = height;
    this.paper = paper;
    this.inks = inks.clone();
    this.pixels = new byte[(width + 1) * height];
  }

  /// Fills a shape. What lies outside of the picture is left out.
  ///
  /// @param ink which of the colours
  void fill(Shape shape, int ink) {
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = 0;
    double bottom = 0;
    for (double[] line : shape.lines()) {
      for (int i = 0; i < line.length; i += 2) {
        left = Math.min(left, line[i]);
        right = Math.max(right, line[i]);
        top = Math.min(top, line[i + 1]);
        bottom = Math.max(bottom, line[i + 1]);
      }
    }
    if (left < 0 || top < 0 || right > width - 1 || bottom > height - 1) {
      return;
    }
    Coverage coverage = new Coverage((int) left, (int) top, (int) right + 2, (int) bottom + 1);
    for (double[] line : shape.lines()) {
      double x = line[line.length - 2];
      double y = line[line.length - 1];
      for (int i = 0; i < line.length; i += 2) {
        coverage.edge(x, y, line[i], line[i + 1]);
        x = line[i];
        y = line[i + 1];
      }
    }
    coverage.ink(pixels, width + 1, LEVELS, 1 + ink * LEVELS);
  }

  byte[] png() {
    int[] palette = new int[1 + inks.length * LEVELS];
    palette[0] = paper;
    for (int ink = 0; ink < inks.length; ink++) {
      for (int level = 1; level <= LEVELS; level++) {
        palette[ink * LEVELS + level] = mixed(inks[ink], level);
      }
    }
    return Png.of(width, height, palette, pixels);
  }

  private int mixed(int ink, int level) {
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int from = paper >> shift & 0xff;
      int to = ink >> shift & 0xff;
      mixed |= (from + (to - from) * level / LEVELS) << shift;
    }
    return mixed;
  }
}
