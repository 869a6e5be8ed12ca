package dev.assay.cost;

/// A computed number and its range, in the unit of its figure.
///
/// @param value at the most likely inputs: the number that prose and tables print
/// @param p10   one outcome in ten is below
/// @param p50   half of the outcomes are below
/// @param p90   one outcome in ten is above
public record Estimate(double value, double p10, double p50, double p90) {
  public Estimate {
    if (!Double.isFinite(value) || !Double.isFinite(p10) || !Double.isFinite(p50) || !Double.isFinite(p90)) {
      throw new IllegalArgumentException("estimate " + value + ", " + p10 + ", " + p50 + ", " + p90);
    }
  }

  /// A number without a range.
  public static Estimate exact(double value) {
    return new Estimate(value, value, value, value);
  }

  /// True when nothing it rests on varies.
  public boolean isExact() {
    return p10 == p90;
  }
}
