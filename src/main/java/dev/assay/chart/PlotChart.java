package dev.assay.chart;

import dev.assay.chart.scale.Scale;
import java.util.List;

/// Points and lines in a plane.
///
/// @param x      the horizontal axis
/// @param y      the vertical axis
/// @param series from the back to the front
/// @param rules  lines to compare with
/// @param square whether both axes are equally long
public record PlotChart(Axis x, Axis y, List<Series> series, List<Rule> rules, boolean square) implements Chart {
  public PlotChart {
    series = List.copyOf(series);
    rules = List.copyOf(rules);
  }

  @Override
  public String axis() {
    return y.title();
  }

  /// One axis.
  ///
  /// @param title what it measures, with its unit
  /// @param sort  how its numbers are spread
  /// @param zero  whether zero is on it even if no number is near
  public record Axis(String title, Scale.Sort sort, boolean zero) {}

  /// How a series is drawn.
  public enum Form {
    /// A dot for each point.
    DOTS,
    /// Many dots, small and without labels.
    CLOUD,
    /// Dots joined in the order of the points.
    LINE,
    /// Lines without dots.
    CURVE,
    /// Each value holds until the next one.
    STEPS
  }

  /// Some points.
  ///
  /// @param name  said at the end of a line; empty for a series that needs none
  /// @param color a number from 1 for its color; series that belong together may share one
  public record Series(String name, Form form, int color, List<Point> points) {
    public Series {
      points = List.copyOf(points);
    }
  }

  /// One point.
  ///
  /// @param x     NaN when it is unknown
  /// @param y     NaN when it is unknown: a line is broken there
  /// @param low   where the range of `y` begins; NaN when it has none
  /// @param high  where the range of `y` ends
  /// @param label said beside it where there is room; may be empty
  /// @param title what a pointer that rests on it is told; may be empty
  public record Point(double x, double y, double low, double high, String label, String title) {
    /// A point without a range and words.
    public static Point at(double x, double y) {
      return new Point(x, y, Double.NaN, Double.NaN, "", "");
    }
  }

  /// A line to compare with.
  public sealed interface Rule {
    /// What it says; may be empty.
    String label();

    /// All of one `x`.
    record Vertical(double x, String label) implements Rule {}

    /// All of one `y`.
    record Horizontal(double y, String label) implements Rule {}

    /// `y` is a multiple of `x`.
    record Multiple(double factor, String label) implements Rule {}
  }
}
