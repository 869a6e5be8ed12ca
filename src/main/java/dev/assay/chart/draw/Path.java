package dev.assay.chart.draw;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// An outline in SVG's path language, in tenths of a unit.
final class Path {
  private final StringBuilder text = new StringBuilder();

  static Path line(double x1, double y1, double x2, double y2) {
    return new Path().move(x1, y1).to(x2, y2);
  }

  static Path box(double x, double y, double width, double height) {
    return new Path().add("M", x).add(" ", y).add("h", width).add("v", height).add("h", -width).close();
  }

  /// A dot: drawn by the round ends of a line that has no length.
  static Path dot(double x, double y) {
    return new Path().dotAt(x, y);
  }

  Path dotAt(double x, double y) {
    move(x, y);
    text.append("h0");
    return this;
  }

  Path move(double x, double y) {
    return add("M", x).add(" ", y);
  }

  Path to(double x, double y) {
    return add("L", x).add(" ", y);
  }

  Path close() {
    text.append('z');
    return this;
  }

  private Path add(String letter, double number) {
    text.append(letter).append(number(number));
    return this;
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  String text() {
    return text.toString();
  }

  /// A number with at most one decimal.
  static String number(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }
}
