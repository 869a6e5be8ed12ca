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
              Metric.ACCELERATOR_WATTS, 0.05, Metric.JOULES_PER_OUTPUT_TOKEN, 0.07));

  private static final double NUDGE = 1e-4;

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
  /// @param errors their standard errors
  record Fit(double[] theta, double[] errors, double badness) {}

  /// Fits to the points that calibration may use and that are wanted.
  Fit fit(double[] start, int most, Predicate<CalibrationPoint> wanted) {
    double[] theta = start.clone();
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
      if (before - badness < 1e-4 * before) {
        break;
      }
    }
    return new Fit(theta, standardErrors(normal), badness);
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
    double[] errors = errors(point, levers(p, theta));
    List<Integer> touched = touching.get(p);
    double[][] slopes = new double[touched.size()][];
    for (int k = 0; k < slopes.length; k++) {
      double[] nudged = theta.clone();
      nudged[touched.get(k)] += NUDGE;
      slopes[k] = errors(point, levers(p, nudged));
      for (int e = 0; e < errors.length; e++) {
        slopes[k][e] = (slopes[k][e] - errors[e]) / NUDGE;
      }
    }
    for (int k = 0; k < slopes.length; k++) {
      for (int e = 0; e < errors.length; e++) {
        gradient[touched.get(k)] += slopes[k][e] * errors[e];
        for (int m = 0; m < slopes.length; m++) {
          normal[touched.get(k)][touched.get(m)] += slopes[k][e] * slopes[m][e];
        }
      }
    }
  }
}
