package dev.assay.cost.unit;

/// A value that is not known exactly: lowest, most likely and highest. An exact one has all three equal.
///
/// It is read as a triangular distribution, which needs no more than these three numbers and has ends.
public record Range(double low, double typical, double high) {
  public Range {
    boolean finite = Double.isFinite(low) && Double.isFinite(typical) && Double.isFinite(high);
    if (!finite || low > typical || typical > high) {
      throw new IllegalArgumentException("range " + low + ".." + typical + ".." + high);
    }
  }

  /// A value that is known.
  public static Range exact(double value) {
    return new Range(value, value, value);
  }

  /// Two ends with the middle as the most likely value.
  public static Range between(double low, double high) {
    return new Range(low, low + (high - low) / 2, high);
  }

  /// True when there is nothing to vary.
  public boolean isExact() {
    return low == high;
  }

  /// The same range in other units; the factor must be positive.
  public Range times(double factor) {
    return new Range(low * factor, typical * factor, high * factor);
  }

  /// The value below which a share of the distribution lies: the inverse of the triangular distribution function,
  /// with square roots only, so that every machine gets the same bits.
  ///
  /// @param share from 0 to 1
  public double quantile(double share) {
    double span = high - low;
    if (span == 0) {
      return typical;
    }
    double split = (typical - low) / span;
    return share < split
        ? low + Math.sqrt(share * span * (typical - low))
        : high - Math.sqrt((1 - share) * span * (high - typical));
  }

  /// The logarithms of a factor's range: half and double are equally far from one. The exponential of a quantile of it is
  /// the factor's.
  ///
  /// @throws IllegalArgumentException when the range is not positive
  public Range logarithms() {
    if (low <= 0) {
      throw new IllegalArgumentException("a factor from " + low);
    }
    return new Range(StrictMath.log(low), StrictMath.log(typical), StrictMath.log(high));
  }
}
