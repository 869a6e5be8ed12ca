package dev.assay.cost;

import dev.assay.cost.CalibrationParameters.Parameter;
import dev.assay.cost.core.Evaluation;
import dev.assay.cost.core.Lever;
import dev.assay.cost.core.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Least squares with priors, by Levenberg and Marquardt's method, of the logarithms of predictions to those of
/// measurements. Large errors count by their size, not by its square, so that a slip in a table cannot bend the rest.
final class CalibrationFit {
  /// What an error of each metric is measured in.
  private static final Map<Metric, Double> SCALE =
      new EnumMap<>(
          Map.of(Metric.OUTPUT_TOKENS_PER_SECOND, 0.08, Metric.TPOT_MS, 0.08, Metric.TTFT_MS, 0.35,
              Metric.ACCELERATOR_WATTS, 0.035, Metric.JOULES_PER_OUTPUT_TOKEN, 0.06));

  private static final double NUDGE = 1e-4;

  /// A fit ends when a round makes it better by less than this share.
  private static final double ENOUGH = 1e-5;

  private final List<CalibrationPoint> points;
  private final List<Parameter> parameters;
  private final List<List<Integer>> touching;
  private final double[] y = new double[Metric.COUNT];

  CalibrationFit(List<CalibrationPoint> points, List<Parameter> parameters) {
    this.points = points;
    this.parameters = parameters;
    this.touching = new ArrayList<>();
    points.forEach(_ -> touching.add(new ArrayList<>()));
    for (int i = 0; i < parameters.size(); i++) {
      for (int point : parameters.get(i).points()) {
        touching.get(point).add(i);
      }
    }
  }

  /// A fit.
  ///
  /// @param theta  logarithms of the factors
  /// @param normal the matrix of the last round
  record Fit(double[] theta, double[][] normal, double badness) {
    /// Standard errors of the logarithms.
    double[] errors() {
      return standardErrors(normal);
    }
  }

  /// Fits to the points that calibration may use and that are wanted. Begins where nothing is corrected: begun at a fit that
  /// saw more, it would end early near there and remember what it must not know.
  Fit fit(int most, Predicate<CalibrationPoint> wanted) {
    double[] theta = new double[parameters.size()];
    double damping = 1e-2;
    double badness = badness(theta, wanted);
    double[][] normal = new double[0][];
    for (int round = 0; round < most; round++) {
      double[] gradient = new double[theta.length];
      normal = normal(theta, wanted, gradient);
      double before = badness;
      for (int attempt = 0; attempt < 8; attempt++) {
        double[] next = step(theta, normal, gradient, damping);
        double after = badness(next, wanted);
        if (after < badness) {
          theta = next;
          badness = after;
          damping = Math.max(damping / 4, 1e-8);
          break;
        }
        damping *= 4;
      }
      if (before - badness < ENOUGH * before) {
        break;
      }
    }
    return new Fit(theta, normal, badness);
  }

  private static double[] step(double[] theta, double[][] normal, double[] gradient, double damping) {
    double[][] damped = new double[theta.length][];
    double[] right = new double[theta.length];
    for (int i = 0; i < theta.length; i++) {
      damped[i] = normal[i].clone();
      damped[i][i] *= 1 + damping;
      right[i] = -gradient[i];
    }
    double[] change = Cholesky.solve(damped, right);
    double[] next = theta.clone();
    for (int i = 0; i < theta.length; i++) {
      next[i] += Math.clamp(change[i], -1, 1);
    }
    return next;
  }

  private static double[] standardErrors(double[][] normal) {
    double[] errors = new double[normal.length];
    for (int i = 0; i < normal.length; i++) {
      double[] unit = new double[normal.length];
      unit[i] = 1;
      double[][] copy = Arrays.stream(normal).map(double[]::clone).toArray(double[][]::new);
      errors[i] = Math.sqrt(Cholesky.solve(copy, unit)[i]);
    }
    return errors;
  }

  /// The levers of a point with every factor that touches it.
  double[] levers(int point, double[] theta) {
    double[] x = points.get(point).x().clone();
    for (int i : touching.get(point)) {
      x[parameters.get(i).lever().index()] *= Math.exp(theta[i]);
    }
    for (int i : touching.get(point)) {
      Lever lever = parameters.get(i).lever();
      double most = lever.unit().toBase(Operating.most(lever));
      x[lever.index()] = Math.min(most, x[lever.index()]);
    }
    return x;
  }

  /// The logarithm of a prediction in base units.
  double predicted(double[] x, CalibrationPoint point, Metric metric) {
    Evaluation.run(point.shape(), x, y);
    return Math.log(y[metric.index()]);
  }

  private static double soft(double error) {
    return Math.signum(error) * Math.sqrt(2 * (Math.sqrt(1 + error * error) - 1));
  }

  /// Errors of a point in units of their scale, softened.
  private double[] errors(CalibrationPoint point, double[] x) {
    Evaluation.run(point.shape(), x, y);
    double[] errors = new double[point.seen().size()];
    int at = 0;
    for (Map.Entry<Metric, Double> seen : point.seen().entrySet()) {
      Double scale = SCALE.get(seen.getKey());
      double error = Math.log(y[seen.getKey().index()]) - seen.getValue();
      errors[at++] = scale == null || !Double.isFinite(error) ? 0 : soft(error / scale);
    }
    return errors;
  }

  private double badness(double[] theta, Predicate<CalibrationPoint> wanted) {
    double sum = 0;
    for (int i = 0; i < points.size(); i++) {
      if (points.get(i).used() && wanted.test(points.get(i))) {
        for (double error : errors(points.get(i), levers(i, theta))) {
          sum += error * error;
        }
      }
    }
    for (int i = 0; i < theta.length; i++) {
      double prior = theta[i] / parameters.get(i).deviation();
      sum += prior * prior;
    }
    return sum;
  }

  private double[][] normal(double[] theta, Predicate<CalibrationPoint> wanted, double[] gradient) {
    double[][] normal = new double[theta.length][theta.length];
    for (int i = 0; i < theta.length; i++) {
      double weight = 1 / (parameters.get(i).deviation() * parameters.get(i).deviation());
      normal[i][i] += weight;
      gradient[i] += theta[i] * weight;
    }
    for (int p = 0; p < points.size(); p++) {
      if (points.get(p).used() && wanted.test(points.get(p))) {
        add(p, theta, normal, gradient);
      }
    }
    return normal;
  }

  private void add(int p, double[] theta, double[][] normal, double[] gradient) {
    CalibrationPoint point = points.get(p);
    List<Integer> touched = touching.get(p);
    double[] x = levers(p, theta);
    double[] errors = errors(point, x);
    // Factors on one lever have one slope.
    Map<Lever, double[]> slopes = new EnumMap<>(Lever.class);
    for (int i : touched) {
      slopes.computeIfAbsent(parameters.get(i).lever(), lever -> slope(point, x, lever, errors));
    }
    for (int i : touched) {
      double[] one = slopes.getOrDefault(parameters.get(i).lever(), errors);
      for (int e = 0; e < errors.length; e++) {
        gradient[i] += one[e] * errors[e];
      }
      for (int k : touched) {
        double[] two = slopes.getOrDefault(parameters.get(k).lever(), errors);
        for (int e = 0; e < errors.length; e++) {
          normal[i][k] += one[e] * two[e];
        }
      }
    }
  }

  private double[] slope(CalibrationPoint point, double[] x, Lever lever, double[] errors) {
    double[] nudged = x.clone();
    double most = lever.unit().toBase(Operating.most(lever));
    nudged[lever.index()] = Math.min(most, x[lever.index()] * Math.exp(NUDGE));
    double[] slope = errors(point, nudged);
    for (int e = 0; e < errors.length; e++) {
      slope[e] = (slope[e] - errors[e]) / NUDGE;
    }
    return slope;
  }
}
