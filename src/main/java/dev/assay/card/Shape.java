package dev.assay.card;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Closed lines, straight or bent, that enclose what is filled. What two lines of opposite direction enclose is left out.
final class Shape {
  /// A line of points, each `x, y`.
  private final List<double[]> lines = new ArrayList<>();
  private double[] points = new double[64];
  private int used;

  /// Begins a new line.
  Shape from(double x, double y) {
    close();
    return to(x, y);
  }

  /// A straight line.
  Shape to(double x, double y) {
    if (used + 2 > points.length) {
      points = Arrays.copyOf(points, points.length * 2);
    }
    points[used++] = x;
    points[used++] = y;
    return this;
  }

  /// A line bent towards a point, as TrueType has them.
  ///
  /// @param steps into how many straight ones it is cut
  Shape bent(double overX, double overY, double x, double y, int steps) {
    double fromX = points[used - 2];
    double fromY = points[used - 1];
    for (int i = 1; i < steps; i++) {
      double t = (double) i / steps;
      double u = 1 - t;
      to(u * u * fromX + 2 * u * t * overX + t * t * x, u * u * fromY + 2 * u * t * overY + t * t * y);
    }
    return to(x, y);
  }

  /// Ends the line.
  private void close() {
    if (used > 0) {
      lines.add(Arrays.copyOf(points, used));
      used = 0;
    }
  }

  List<double[]> lines() {
    close();
    return lines;
  }

  static Shape box(double x, double y, double width, double height) {
    return new Shape().from(x, y).to(x + width, y).to(x + width, y + height).to(x, y + height);
  }

  /// A part of a disc, in degrees from the top, clockwise.
  static Shape disc(double x, double y, double radius, double from, double until) {
    Shape shape = new Shape();
    shape.arc(x, y, radius, from, until);
    return shape;
  }

  static Shape ring(double x, double y, double radius, double thick) {
    Shape shape = new Shape();
    shape.arc(x, y, radius, 0, 360);
    shape.close();
    shape.arc(x, y, radius - thick, 360, 0);
    return shape;
  }

  private void arc(double x, double y, double radius, double from, double until) {
    int steps = 72;
    for (int i = 0; i <= steps; i++) {
      double angle = Math.PI / 180 * (from + (until - from) * i / steps);
      // The same to the last bit on every machine, which the faster functions need not be.
      to(x + radius * StrictMath.sin(angle), y - radius * StrictMath.cos(angle));
    }
  }

  /// A straight stroke.
  static Shape stroke(double fromX, double fromY, double toX, double toY, double thick) {
    double length = Math.sqrt((toX - fromX) * (toX - fromX) + (toY - fromY) * (toY - fromY));
    double acrossX = (toY - fromY) / length * thick / 2;
    double acrossY = -(toX - fromX) / length * thick / 2;
    return new Shape()
        .from(fromX + acrossX, fromY + acrossY)
        .to(toX + acrossX, toY + acrossY)
        .to(toX - acrossX, toY - acrossY)
        .to(fromX - acrossX, fromY - acrossY);
  }
}
