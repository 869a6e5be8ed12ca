package dev.assay.cost.unit;

/// A value with its unit as a writer put it: `3.35 TB/s`, `80 GiB`, `0.4..0.7`, `0.06..0.085..0.15 USD/kWh`.
///
/// @param range in the written unit
public record Quantity(Range range, Unit unit) {
  /// What reading a quantity gives: the quantity, or why there is none.
  public sealed interface Reading {
    /// It could be read.
    record Read(Quantity quantity) implements Reading {}

    /// It could not.
    ///
    /// @param message what is wrong, one sentence without a full stop
    /// @param hint    what to write instead
    record Refused(String message, String hint) implements Reading {}
  }

  /// An exact value.
  public static Quantity of(double value, String unit) {
    return new Quantity(Range.exact(value), Unit.of(unit));
  }

  /// Reads a number, `low..high` or `low..typical..high`, followed by a unit unless it is a plain ratio.
  public static Reading read(String text) {
    return new QuantityReader(text).read();
  }

  /// The range in base units.
  public Range base() {
    return range.times(unit.scale());
  }

  @Override
  public String toString() {
    String numbers =
        range.isExact()
            ? Numbers.shortest(range.typical())
            : Numbers.shortest(range.low()) + ".." + Numbers.shortest(range.typical()) + ".."
                + Numbers.shortest(range.high());
    return unit.symbol().isEmpty() ? numbers : numbers + " " + unit.symbol();
  }
}
