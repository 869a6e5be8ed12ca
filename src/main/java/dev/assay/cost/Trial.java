package dev.assay.cost;

import dev.assay.cost.core.Evaluation;
import dev.assay.cost.core.Lever;
import dev.assay.cost.core.Metric;
import dev.assay.cost.data.Catalog;
import java.util.List;
import java.util.OptionalDouble;

/// The most likely outcome of one operating point, without ranges: what levers, break-evens, frontiers and searches
/// compute many times over. Not for several threads.
final class Trial {
  private final Operating operating;
  private final double[] x;
  private final double[] changed;
  private final double[] y = new double[Metric.COUNT];

  Trial(Operating operating) {
    this.operating = operating;
    this.x = operating.typical();
    this.changed = x.clone();
  }

  static Trial of(Scenario scenario, Catalog catalog) {
    return new Trial(Operating.of(scenario, catalog));
  }

  Operating operating() {
    return operating;
  }

  /// The most likely value of a lever in base units; NaN when it is unknown.
  double typical(Lever lever) {
    return x[lever.index()];
  }

  /// Computes the point as it stands.
  Trial run() {
    Evaluation.run(operating.shape(), x, y);
    return this;
  }

  /// Computes the point with some levers at other values, in base units, kept within what makes sense.
  Trial run(List<Lever> levers, double[] values) {
    System.arraycopy(x, 0, changed, 0, x.length);
    for (int i = 0; i < values.length; i++) {
      Lever lever = levers.get(i);
      changed[lever.index()] = Math.clamp(values[i], lever.least(), lever.most());
    }
    Evaluation.run(operating.shape(), changed, y);
    return this;
  }

  /// Computes the point with some levers times a factor.
  Trial scaled(List<Lever> levers, double factor) {
    return run(levers, levers.stream().mapToDouble(lever -> x[lever.index()] * factor).toArray());
  }

  /// What was computed last, in base units; empty when it is unknown.
  OptionalDouble base(Metric metric) {
    double value = y[metric.index()];
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /// What was computed last, in the metric's unit; NaN when it is unknown.
  double value(Metric metric) {
    return metric.unit().fromBase(y[metric.index()]);
  }
}
