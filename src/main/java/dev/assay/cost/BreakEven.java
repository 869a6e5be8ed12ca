package dev.assay.cost;

import dev.assay.cost.core.Lever;
import dev.assay.cost.core.Metric;
import dev.assay.cost.data.Catalog;
import dev.assay.cost.unit.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// Where one scenario becomes cheaper (or faster) than another as a lever moves: at which utilisation owning beats
/// renting, from which hit rate on a cache pays.
///
/// @param lever     that moves
/// @param metric    that is compared
/// @param varied    the scenario in which the lever moves
/// @param other     what it is compared with: a scenario, or a number
/// @param points    both curves over the whole width, for a chart
/// @param crossings values of the lever at which the two are equal, in its unit, rising; empty when one stays below
/// @param outcome   one sentence without a full stop
public record BreakEven(
    Lever lever, Metric metric, String varied, String other, List<Point> points, List<Double> crossings, String outcome) {
  private static final int POINTS = 65;
  private static final int HALVINGS = 60;

  public BreakEven {
    points = List.copyOf(points);
    crossings = List.copyOf(crossings);
  }

  /// Both sides at one value of the lever.
  ///
  /// @param x      in the lever's unit
  /// @param varied in the metric's unit; NaN where it cannot be computed
  /// @param other  the same of the other side
  public record Point(double x, double varied, double other) {}

  /// Compares two scenarios.
  ///
  /// @param low      the lever's lowest value, in its unit
  /// @param high     its highest
  /// @param together whether the lever moves in both scenarios
  public static BreakEven between(
      Catalog catalog, Scenario varied, Scenario other, Lever lever, Metric metric, double low, double high,
      boolean together) {
    Trial one = Trial.of(varied, catalog);
    Trial two = Trial.of(other, catalog);
    double constant = two.run().value(metric);
    return of(
        lever, metric, varied.name(), other.name(), low, high, at(one, lever, metric),
        together ? at(two, lever, metric) : _ -> constant);
  }

  /// Compares a scenario with a number in the metric's unit: a price, a target.
  public static BreakEven against(
      Catalog catalog, Scenario varied, double threshold, Lever lever, Metric metric, double low, double high) {
    String other = Numbers.three(threshold) + " " + metric.unit().symbol();
    return of(
        lever, metric, varied.name(), other.strip(), low, high, at(Trial.of(varied, catalog), lever, metric),
        _ -> threshold);
  }

  private static DoubleUnaryOperator at(Trial trial, Lever lever, Metric metric) {
    List<Lever> levers = List.of(lever);
    return x -> trial.run(levers, new double[] {lever.unit().toBase(x)}).value(metric);
  }

  private static BreakEven of(
      Lever lever, Metric metric, String varied, String other, double low, double high, DoubleUnaryOperator one,
      DoubleUnaryOperator two) {
    List<Point> points = new ArrayList<>();
    for (double x : Sweep.values(low, high, POINTS)) {
      points.add(new Point(x, one.applyAsDouble(x), two.applyAsDouble(x)));
    }
    List<Double> crossings = new ArrayList<>();
    for (int i = 1; i < points.size(); i++) {
      Point before = points.get(i - 1);
      Point after = points.get(i);
      double left = before.varied() - before.other();
      double right = after.varied() - after.other();
      if (left == 0 && right != 0) {
        crossings.add(before.x());
      } else if (left * right < 0) {
        crossings.add(root(x -> one.applyAsDouble(x) - two.applyAsDouble(x), before.x(), after.x()));
      }
    }
    return new BreakEven(
        lever, metric, varied, other, points, crossings, outcome(lever, metric, varied, other, points, crossings));
  }

  private static double root(DoubleUnaryOperator difference, double low, double high) {
    double below = low;
    double above = high;
    boolean rises = difference.applyAsDouble(low) < 0;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = below + (above - below) / 2;
      if (difference.applyAsDouble(middle) < 0 == rises) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return below + (above - below) / 2;
  }

  private static String outcome(
      Lever lever, Metric metric, String varied, String other, List<Point> points, List<Double> crossings) {
    Point first = points.getFirst();
    if (Double.isNaN(first.varied()) || Double.isNaN(first.other())) {
      return "'" + metric.key() + "' cannot be computed at " + lever.key() + " " + text(lever, first.x());
    }
    String lower = first.varied() <= first.other() ? varied : other;
    String higher = first.varied() <= first.other() ? other : varied;
    if (crossings.isEmpty()) {
      return first.varied() == first.other()
          ? varied + " and " + other + " are equal throughout"
          : lower + " stays below " + higher + " from " + text(lever, first.x()) + " to "
              + text(lever, points.getLast().x());
    }
    return lower + " is lower up to " + lever.key() + " " + text(lever, crossings.getFirst()) + ", " + higher + " beyond";
  }

  private static String text(Lever lever, double value) {
    return (Numbers.three(value) + " " + lever.unit().symbol()).strip();
  }
}
