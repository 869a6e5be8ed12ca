package dev.assay.cost;

import dev.assay.cost.core.Lever;
import dev.assay.cost.core.Metric;
import dev.assay.cost.data.Catalog;
import dev.assay.cost.data.Input;
import dev.assay.cost.unit.Range;
import dev.assay.note.Kind;
import java.util.ArrayList;
import java.util.List;

/// One scenario computed again and again while one lever takes different values.
///
/// @param lever  that moves
/// @param points in the order of the values that were asked for
public record Sweep(Scenario scenario, Lever lever, List<Point> points) {
  public Sweep {
    points = List.copyOf(points);
  }

  /// The figures at one value of the lever.
  ///
  /// @param x       in the lever's unit
  public record Point(double x, Figures figures) {}

  /// Computes every figure, with its range, at each value.
  ///
  /// @param values in the lever's unit
  public static Sweep of(CostModel model, Scenario scenario, Lever lever, List<Double> values) {
    List<Point> points = new ArrayList<>();
    for (double value : values) {
      points.add(new Point(value, model.evaluate(at(scenario, lever, value))));
    }
    return new Sweep(scenario, lever, points);
  }

  /// The scenario with a lever at an exact value, in the lever's unit.
  static Scenario at(Scenario scenario, Lever lever, double value) {
    Input input =
        Input.known(lever.key(), Range.exact(value), lever.unit(), Kind.INFERENCE, "varied by a sweep");
    return scenario.with(lever, input);
  }

  /// Values between two ends, in equal steps, or in equal ratios where both are positive and far apart.
  ///
  /// @param count at least 2
  public static List<Double> values(double low, double high, int count) {
    boolean ratios = low > 0 && high / low > 20;
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double share = (double) i / (count - 1);
      values.add(ratios ? low * StrictMath.pow(high / low, share) : low + (high - low) * share);
    }
    return List.copyOf(values);
  }

  /// The number of a metric at one value of a lever, most likely inputs only; NaN when it is unknown.
  static double quick(Catalog catalog, Scenario scenario, Lever lever, double value, Metric metric) {
    return Trial.of(scenario, catalog).run(List.of(lever), new double[] {lever.unit().toBase(value)}).value(metric);
  }
}
