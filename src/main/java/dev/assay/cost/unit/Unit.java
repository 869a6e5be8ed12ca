package dev.assay.cost.unit;

import java.util.Optional;

/// A unit as it was written, with its dimension and its size in base units (byte, FLOP, second, joule, dollar,
/// token, accelerator).
///
/// Decimal and binary prefixes are kept apart: `GB` is 10⁹ bytes, `GiB` 2³⁰. A month is a twelfth of 365.25 days.
///
/// @param symbol as it is printed after a number; empty for a plain ratio
/// @param scale  how many base units one of it is
public record Unit(String symbol, Dimension dimension, double scale) {
  public static final Unit NONE = new Unit("", Dimension.NONE, 1);

  public Unit {
    if (!(scale > 0) || Double.isInfinite(scale)) {
      throw new IllegalArgumentException("scale " + scale + " of unit '" + symbol + "'");
    }
  }

  /// Reads a unit: factors joined by `-`, `·` or `*`, divisors after `/` or ` per `, as in `USD/kW-month`.
  ///
  /// @return nothing when a part of it is no known unit
  public static Optional<Unit> parse(String text) {
    return UnitReader.read(text.strip());
  }

  /// A unit that the program itself names.
  ///
  /// @throws IllegalArgumentException when it is no unit
  public static Unit of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException("unit '" + text + "'"));
  }

  /// True when both measure the same thing.
  public boolean measures(Dimension other) {
    return dimension.equals(other);
  }

  /// Turns a number of this unit into base units.
  public double toBase(double value) {
    return value * scale;
  }

  /// Turns a number of base units into this unit.
  public double fromBase(double value) {
    return value / scale;
  }

  @Override
  public String toString() {
    return symbol;
  }
}
