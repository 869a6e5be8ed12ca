package dev.assay.cost;

import dev.assay.cost.core.Evaluation;
import dev.assay.cost.core.Lever;
import dev.assay.cost.core.Metric;
import dev.assay.cost.core.Samples;
import dev.assay.cost.data.Catalog;
import dev.assay.cost.unit.Range;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Evaluates scenarios against a catalog. Immutable; one evaluation costs a few milliseconds and gives the same bits
/// on every machine.
public final class CostModel {
  private final Catalog catalog;
  private final double[][] points;

  public CostModel(Catalog catalog) {
    this(catalog, Samples.COUNT);
  }

  /// A model whose ranges come from more or fewer samples than usual.
  public CostModel(Catalog catalog, int samples) {
    this.catalog = catalog;
    this.points = Samples.of(samples);
  }

  /// What the model knows.
  public Catalog catalog() {
    return catalog;
  }

  /// One number of a scenario over one of another, in base units. What varies in both varies together in every sample, so that
  /// what two scenarios share does not widen the range of what tells them apart. Empty when either is unknown.
  Optional<Estimate> ratio(Scenario above, Metric over, Scenario below, Metric under) {
    Operating one = Operating.of(above, catalog);
    Operating two = Operating.of(below, catalog);
    TreeSet<Lever> both = new TreeSet<>(one.uncertain());
    both.addAll(two.uncertain());
    List<Lever> order = List.copyOf(both);
    double[] left = one.typical();
    double[] right = two.typical();
    double[] y = new double[Metric.COUNT];
    Evaluation.run(one.shape(), left, y);
    double value = y[over.index()];
    Evaluation.run(two.shape(), right, y);
    value /= y[under.index()];
    if (!Double.isFinite(value)) {
      return Optional.empty();
    }
    double[] quotients = sample(one, left, points, order)[over.index()];
    double[] divisors = sample(two, right, points, order)[under.index()];
    for (int i = 0; i < quotients.length; i++) {
      quotients[i] /= divisors[i];
    }
    return Optional.of(estimate(value, sorted(quotients), 1));
  }

  /// Every figure of a scenario, with ranges.
  public Figures evaluate(Scenario scenario) {
    Operating operating = Operating.of(scenario, catalog);
    Map<Metric, Estimate> estimates = estimates(operating, points);
    Figured figured = new Figured(scenario, operating, estimates);
    Map<String, Figure> figures = new LinkedHashMap<>();
    for (Metric metric : Metric.values()) {
      figures.put(metric.key(), figured.figure(metric));
    }
    return new Figures(scenario, figures, operating.assumptions());
  }

  /// The numbers of a scenario alone, with ranges but without what explains them; those that are unknown are left out.
  public Map<Metric, Estimate> estimates(Scenario scenario) {
    return Collections.unmodifiableMap(estimates(Operating.of(scenario, catalog), points));
  }

  /// The numbers of a scenario on kernels without any loss and with an engine that takes no time: the pure roofline that
  /// the model is compared with. Power is the rated one. Without time to first token, of which it says nothing.
  public Map<Metric, Double> roofline(Scenario scenario) {
    Operating operating = Operating.of(scenario, catalog);
    double[] x = operating.typical();
    Lossless.apply(x);
    double[] y = new double[Metric.COUNT];
    Evaluation.run(operating.shape(), x, y);
    Map<Metric, Double> numbers = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      if (metric != Metric.TTFT_MS && Double.isFinite(y[metric.index()])) {
        numbers.put(metric, metric.unit().fromBase(y[metric.index()]));
      }
    }
    return Collections.unmodifiableMap(numbers);
  }

  private static Map<Metric, Estimate> estimates(Operating operating, double[][] points) {
    double[] x = operating.typical();
    double[] typical = new double[Metric.COUNT];
    Evaluation.run(operating.shape(), x, typical);
    double[][] sampled = sample(operating, x, points, operating.uncertain());
    Map<Metric, Estimate> estimates = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      double value = typical[metric.index()];
      // Outcomes in which the model does not fit in memory have no value and are not part of the range.
      if (Double.isFinite(value)) {
        estimates.put(metric, estimate(value, sorted(sampled[metric.index()]), metric.unit().scale()));
      }
    }
    return estimates;
  }

  /// Finite outcomes in order; a single one when all are the same.
  private static double[] sorted(double[] outcomes) {
    double first = outcomes[0];
    boolean varies = false;
    int count = 0;
    for (double outcome : outcomes) {
      varies |= outcome != first;
      if (Double.isFinite(outcome)) {
        outcomes[count++] = outcome;
      }
    }
    double[] finite = Arrays.copyOf(outcomes, varies ? count : Math.min(1, count));
    Arrays.sort(finite);
    return finite;
  }

  /// Ranges of several skewed inputs can leave the outcome at their most likely values outside of p10 to p90. The range
  /// is then widened to hold it: nobody should be told a number and a range without it.
  private static Estimate estimate(double value, double[] sorted, double scale) {
    if (sorted.length == 0) {
      return Estimate.exact(value / scale);
    }
    double p10 = Math.min(value, quantile(sorted, 0.1));
    double p90 = Math.max(value, quantile(sorted, 0.9));
    return new Estimate(value / scale, p10 / scale, quantile(sorted, 0.5) / scale, p90 / scale);
  }

  /// Outcomes of every metric, `[metric][sample]`.
  ///
  /// @param order of the levers, each with a dimension of its own; those that do not vary here are exact
  private static double[][] sample(Operating operating, double[] typical, double[][] points, List<Lever> order) {
    List<Lever> uncertain = order.stream().filter(lever -> operating.input(lever).range().isPresent()).toList();
    int[] dimension = uncertain.stream().mapToInt(order::indexOf).toArray();
    int count = points[0].length;
    double[][] sampled = new double[Metric.COUNT][count];
    double[] x = typical.clone();
    double[] y = new double[Metric.COUNT];
    Range[] ranges = new Range[uncertain.size()];
    int[] at = new int[ranges.length];
    boolean[] ratio = new boolean[ranges.length];
    for (int i = 0; i < ranges.length; i++) {
      Range range = operating.base(uncertain.get(i));
      // The model's own errors are factors: to be too slow by half is as likely as to be too fast by half.
      ratio[i] = uncertain.get(i).layer() == Lever.Layer.MODEL;
      ranges[i] = ratio[i] ? range.logarithms() : range;
      at[i] = uncertain.get(i).index();
    }
    for (int point = 0; point < count; point++) {
      for (int i = 0; i < ranges.length; i++) {
        double drawn = ranges[i].quantile(points[dimension[i]][point]);
        x[at[i]] = ratio[i] ? StrictMath.exp(drawn) : drawn;
      }
      Evaluation.run(operating.shape(), x, y);
      for (int metric = 0; metric < Metric.COUNT; metric++) {
        sampled[metric][point] = y[metric];
      }
    }
    return sampled;
  }

  /// A quantile of sorted values, between neighbours in proportion.
  private static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) at;
    double above = sorted[Math.min(below + 1, sorted.length - 1)];
    return sorted[below] + (above - sorted[below]) * (at - below);
  }
}
