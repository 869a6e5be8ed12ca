package dev.assay.cli;

import dev.assay.cost.BreakEven;
import dev.assay.cost.Scenario;
import dev.assay.cost.Scenarios;
import dev.assay.cost.core.Lever;
import dev.assay.cost.core.Metric;
import dev.assay.cost.data.Catalog;
import dev.assay.cost.unit.Numbers;
import dev.assay.cost.unit.Quantity;
import dev.assay.cost.unit.Range;
import dev.assay.cost.unit.Unit;
import dev.assay.problem.Nearest;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// `--break-even utilisation=0.1..1 --against rented`: where a scenario meets another one, or a price, as a lever moves.
///
/// @param lever that moves
/// @param low   in the lever's unit
/// @param high  in the lever's unit
record CostBreakEven(Lever lever, double low, double high) {
  private static final int LINES = 9;

  /// A question that cannot be asked; the message is one plain sentence.
  static final class Unasked extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    Unasked(String reason) {
      super(reason);
      this.reason = reason;
    }

    /// What is wrong, and a way out.
    String reason() {
      return reason;
    }
  }

  /// Reads `utilisation=0.1..1` or `electricity=0.04..0.2 USD/kWh`.
  static CostBreakEven of(String text) throws Unasked {
    int equals = text.indexOf('=');
    String key = text.substring(0, Math.max(0, equals)).strip().replace('-', '_');
    if (equals < 1) {
      throw new Unasked("'--break-even " + text + "' names no lever: write LEVER=LOW..HIGH");
    }
    List<String> known = Arrays.stream(Lever.values()).filter(l -> l.layer() != Lever.Layer.MODEL).map(Lever::key).toList();
    if (!known.contains(key)) {
      throw new Unasked("there is no lever '" + key + "': " + Nearest.hint(key, known));
    }
    Lever lever = Lever.of(key).orElseThrow();
    Range range = number(text.substring(equals + 1), lever.unit());
    if (range.isExact()) {
      throw new Unasked("'--break-even " + text + "' is one value: write LEVER=LOW..HIGH");
    }
    if (lever.unit().toBase(range.low()) < lever.least() || lever.unit().toBase(range.high()) > lever.most()) {
      throw new Unasked(
          "'" + key + "' lies between " + Numbers.three(lever.unit().fromBase(lever.least())) + " and "
              + Numbers.three(lever.unit().fromBase(lever.most())));
    }
    return new CostBreakEven(lever, range.low(), range.high());
  }

  /// A range in a unit; a bare number is in it already.
  private static Range number(String text, Unit unit) throws Unasked {
    switch (Quantity.read(text)) {
      case Quantity.Reading.Refused(String message, String hint) -> throw new Unasked(message + ": " + hint);
      case Quantity.Reading.Read(Quantity quantity) -> {
        if (quantity.unit().symbol().isEmpty()) {
          return quantity.range();
        }
        if (!quantity.unit().measures(unit.dimension())) {
          String instead = unit.symbol().isEmpty() ? "write a plain number" : "write it in " + unit.symbol();
          throw new Unasked("'" + text.strip() + "' is in '" + quantity.unit().symbol() + "', which does not measure it: " + instead);
        }
        Range base = quantity.base();
        return new Range(unit.fromBase(base.low()), unit.fromBase(base.typical()), unit.fromBase(base.high()));
      }
    }
  }

  /// Compares a scenario with what `--against` names: another scenario, or a number in the figure's unit.
  BreakEven with(Catalog catalog, Scenario scenario, Scenarios known, String against, Metric metric) throws Unasked {
    if (known.get(against).isPresent()) {
      return BreakEven.between(catalog, scenario, known.get(against).get(), lever, metric, low, high, false);
    }
    if (against.isEmpty() || !(Character.isDigit(against.charAt(0)) || against.charAt(0) == '.')) {
      String hint = known.names().isEmpty() ? "write a number, or name a scenario of the site" : Nearest.hint(against, known.names());
      throw new Unasked("there is no scenario '" + against + "': " + hint);
    }
    return BreakEven.against(catalog, scenario, number(against, metric.unit()).typical(), lever, metric, low, high);
  }

  static void print(PrintWriter out, BreakEven even) {
    out.println(even.outcome());
    List<List<String>> lines = new ArrayList<>();
    String unit = even.lever().unit().symbol();
    out.println((even.metric().key() + " " + even.metric().unit().symbol()).strip() + ":");
    lines.add(List.of((even.lever().key() + " " + unit).strip(), even.varied(), even.other()));
    int steps = even.points().size() - 1;
    for (int i = 0; i < LINES; i++) {
      BreakEven.Point point = even.points().get(i * steps / (LINES - 1));
      lines.add(List.of(Numbers.three(point.x()), known(point.varied()), known(point.other())));
    }
    Columns.print(out, lines);
    even.crossings().forEach(x -> out.println(("equal at " + even.lever().key() + " " + Numbers.three(x) + " " + unit).strip()));
    out.flush();
  }

  private static String known(double value) {
    return Double.isFinite(value) ? Numbers.three(value) : "unknown";
  }
}
