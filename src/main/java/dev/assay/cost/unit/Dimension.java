package dev.assay.cost.unit;

/// What a number counts, as powers of seven base quantities. Two units measure the same thing when their dimensions
/// are equal; a ratio has none.
public record Dimension(int bytes, int flop, int seconds, int joules, int dollars, int tokens, int accelerators) {
  public static final Dimension NONE = new Dimension(0, 0, 0, 0, 0, 0, 0);
  public static final Dimension BYTES = new Dimension(1, 0, 0, 0, 0, 0, 0);
  public static final Dimension FLOP = new Dimension(0, 1, 0, 0, 0, 0, 0);
  public static final Dimension TIME = new Dimension(0, 0, 1, 0, 0, 0, 0);
  public static final Dimension ENERGY = new Dimension(0, 0, 0, 1, 0, 0, 0);
  public static final Dimension MONEY = new Dimension(0, 0, 0, 0, 1, 0, 0);
  public static final Dimension TOKENS = new Dimension(0, 0, 0, 0, 0, 1, 0);
  public static final Dimension ACCELERATORS = new Dimension(0, 0, 0, 0, 0, 0, 1);
  public static final Dimension POWER = ENERGY.per(TIME);

  /// The dimension of a product.
  public Dimension times(Dimension other) {
    return plus(other, 1);
  }

  /// The dimension of a quotient.
  public Dimension per(Dimension other) {
    return plus(other, -1);
  }

  private Dimension plus(Dimension other, int sign) {
    return new Dimension(
        bytes + sign * other.bytes,
        flop + sign * other.flop,
        seconds + sign * other.seconds,
        joules + sign * other.joules,
        dollars + sign * other.dollars,
        tokens + sign * other.tokens,
        accelerators + sign * other.accelerators);
  }
}
