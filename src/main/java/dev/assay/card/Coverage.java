package dev.assay.card;

/// How much of each pixel a shape covers. Every edge adds, to the pixels that it passes, the area to its right, with the sign
/// of its direction; summed up along a row that gives the share that is inside.
final class Coverage {
  private final int left;
  private final int top;
  private final int columns;
  private final int rows;
  private final double[] sums;

  Coverage(int left, int top, int right, int bottom) {
    this.left = left;
    this.top = top;
    this.columns = right - left + 1;
    this.rows = bottom - top;
    this.sums = new double[columns * rows];
  }

  void edge(double fromX, double fromY, double toX, double toY) {
    if (fromY == toY) {
      return;
    }
    double sign = fromY < toY ? 1 : -1;
    double x0 = (sign > 0 ? fromX : toX) - left;
    double y0 = (sign > 0 ? fromY : toY) - top;
    double x1 = (sign > 0 ? toX : fromX) - left;
    double y1 = (sign > 0 ? toY : fromY) - top;
    double slope = (x1 - x0) / (y1 - y0);
    int last = Math.min(rows - 1, (int) y1);
    double x = x0;
    for (int row = (int) y0; row <= last; row++) {
      double height = Math.min(row + 1, y1) - Math.max(row, y0);
      double next = x + slope * height;
      inRow(row * columns, Math.min(x, next), Math.max(x, next), sign * height);
      x = next;
    }
  }

  /// An edge within one row, from a lesser to a greater `x`.
  ///
  /// @param area how much of the row's height it has, with its sign
  private void inRow(int row, double from, double to, double area) {
    int first = (int) from;
    int last = (int) to;
    if (first == last) {
      double middle = (from + to) / 2 - first;
      sums[row + first] += area * (1 - middle);
      sums[row + first + 1] += area * middle;
      return;
    }
    double perColumn = area / (to - from);
    double within = first + 1 - from;
    double done = perColumn * within * within / 2;
    sums[row + first] += done;
    double before = done;
    for (int column = first + 1; column < last; column++) {
      double whole = perColumn * (column - from + 0.5);
      sums[row + column] += whole - before;
      before = whole;
    }
    double rest = to - last;
    double whole = area - perColumn * rest * rest / 2;
    sums[row + last] += whole - before;
    sums[row + last + 1] += area - whole;
  }

  /// Puts it on a picture, where it is more than what is there.
  ///
  /// @param stride from one row to the next; the first byte of each is none of its pixels
  /// @param base the number of the faintest of the ink's shades
  void ink(byte[] pixels, int stride, int levels, int base) {
    for (int row = 0; row < rows; row++) {
      double sum = 0;
      for (int column = 0; column < columns; column++) {
        sum += sums[row * columns + column];
        int level = (int) Math.min(levels, Math.abs(sum) * levels + 0.5);
        int at = (top + row) * stride + 1 + left + column;
        if (level > 0) {
          int before = (pixels[at] & 0xff) - base + 1;
          boolean same = before > 0 && before <= levels;
          pixels[at] = (byte) (base - 1 + (same ? Math.max(before, level) : level));
        }
      }
    }
  }
}
