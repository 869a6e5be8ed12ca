package dev.assay.chart.draw;

/// A stretch of paper.
record Box(double left, double top, double right, double bottom) {
  /// The place of a line of text.
  static Box ofText(double x, double y, Canvas.Anchor anchor, String text, double size) {
    double width = TextSize.width(text, size);
    double left =
        switch (anchor) {
          case START -> x;
          case MIDDLE -> x - width / 2;
          case END -> x - width;
        };
    return new Box(left, y - size * 0.8, left + width, y + size * 0.25);
  }

  static Box around(double x, double y, double reach) {
    return new Box(x - reach, y - reach, x + reach, y + reach);
  }

  double width() {
    return right - left;
  }

  boolean touches(Box other) {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }

  boolean within(Box other) {
    return left >= other.left && right <= other.right && top >= other.top && bottom <= other.bottom;
  }

  /// Whether a straight line goes through.
  boolean isCrossedBy(double x1, double y1, double x2, double y2) {
    double from = 0;
    double to = 1;
    double[][] sides = {{x2 - x1, x1 - left}, {x1 - x2, right - x1}, {y2 - y1, y1 - top}, {y1 - y2, bottom - y1}};
    for (double[] side : sides) {
      double slope = side[0];
      double room = side[1];
      if (slope == 0) {
        if (room < 0) {
          return false;
        }
      } else if (slope > 0) {
        from = Math.max(from, -room / slope);
      } else {
        to = Math.min(to, -room / slope);
      }
    }
    return from <= to;
  }
}
