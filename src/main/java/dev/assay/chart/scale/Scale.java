package dev.assay.chart.scale;

import java.util.List;

/// From numbers to places between two ends of the paper. Immutable.
public sealed interface Scale permits LinearScale, LogScale, TimeScale {
  /// The place of a number, in the units of the paper; not kept within the ends.
  double at(double value);

  /// The round numbers to name.
  List<Tick> ticks();

  /// The smallest number.
  double low();

  /// The greatest number.
  double high();

  /// True for a number that this scale can place: finite, and positive where that is needed.
  boolean places(double value);

  /// What an axis is.
  enum Sort {
    LINEAR,
    LOG,
    /// Days since 1970-01-01.
    TIME
  }

  /// A scale that holds some numbers and a little more, so that it ends at round ones.
  ///
  /// @param values what has to be on it; what cannot be placed is left out
  /// @param start  the place of the smallest number; may lie beyond `end`, as on a vertical axis
  /// @param count  how many ticks there is room for, at least 2; there may be a few more or less
  static Scale of(Sort sort, List<Double> values, double start, double end, int count) {
    return switch (sort) {
      case LINEAR -> LinearScale.over(values, start, end, count);
      case LOG -> LogScale.over(values, start, end, count);
      case TIME -> TimeScale.over(values, start, end, count);
    };
  }

  /// True for a number that can be drawn at all. Beyond these sizes the arithmetic of a scale would overflow.
  static boolean isUsable(double value) {
    return Double.isFinite(value) && Math.abs(value) < 1e290 && (value == 0 || Math.abs(value) > 1e-290);
  }
}
