package dev.assay.cost.accuracy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// The model's errors on published measurements, by class, with all that was predicted.
///
/// @param classes     what was measured, by which software
/// @param predictions one for each measurement, in the order of the table
public record Accuracy(List<ErrorClass> classes, List<Prediction> predictions) {
  private static final int WORST = 5;

  public Accuracy {
    classes = List.copyOf(classes);
    predictions = List.copyOf(predictions);
  }

  /// The errors of one class of measurements. Errors are shares: 0.07 is 7 %.
  ///
  /// @param key             `output_tokens_per_second · trtllm`; the metric alone for all engines together
  /// @param metric          `output_tokens_per_second`
  /// @param engine          `trtllm`; empty for all engines together
  /// @param count           measurements
  /// @param unpredicted     how many of them the model cannot evaluate
  /// @param median          median absolute error
  /// @param p90             nine errors in ten are smaller
  /// @param roofline        median absolute error of a roofline without any loss; NaN where it predicts no such thing
  /// @param coverage        share of measurements within p10 to p90
  /// @param noise           median difference of repeated runs of one configuration, half of largest over smallest less one;
  ///                        empty when nothing was repeated
  /// @param withoutModel    median error on models that calibration did not see
  /// @param withoutHardware median error on accelerators that calibration did not see
  /// @param worst           the largest errors, largest first
  public record ErrorClass(
      String key,
      String metric,
      String engine,
      int count,
      int unpredicted,
      double median,
      double p90,
      double roofline,
      double coverage,
      OptionalDouble noise,
      double withoutModel,
      double withoutHardware,
      List<Prediction> worst) {
    public ErrorClass {
      worst = List.copyOf(worst);
    }
  }

  /// Sums up predictions: first each metric over all engines, then by engine.
  public static Accuracy of(List<Prediction> predictions) {
    List<ErrorClass> classes = new ArrayList<>();
    for (String metric : values(predictions, each -> each.measured().metric())) {
      List<Prediction> all = only(predictions, each -> each.measured().metric().equals(metric));
      classes.add(errors(metric, "", all));
      List<String> engines = values(all, Accuracy::engine);
      for (String engine : engines.size() > 1 ? engines : List.<String>of()) {
        classes.add(errors(metric, engine, only(all, each -> engine(each).equals(engine))));
      }
    }
    return new Accuracy(classes, predictions);
  }

  private static String engine(Prediction prediction) {
    String engine = prediction.measured().engine();
    int space = engine.indexOf(' ');
    return space < 0 ? engine : engine.substring(0, space);
  }

  private static List<String> values(List<Prediction> predictions, Function<Prediction, String> of) {
    return predictions.stream().map(of).distinct().toList();
  }

  private static List<Prediction> only(List<Prediction> predictions, Predicate<Prediction> which) {
    return predictions.stream().filter(which).toList();
  }

  private static ErrorClass errors(String metric, String engine, List<Prediction> all) {
    List<Prediction> known = only(all, Prediction::isKnown);
    long covered = known.stream().filter(Prediction::isCovered).count();
    double[] repeated =
        all.stream().filter(each -> each.measured().repeats() > 1)
            .mapToDouble(each -> (each.measured().spread() - 1) / 2).sorted().toArray();
    return new ErrorClass(
        engine.isEmpty() ? metric : metric + " · " + engine, metric, engine, all.size(), all.size() - known.size(),
        quantile(known, Prediction::p50, 0.5), quantile(known, Prediction::p50, 0.9), quantile(known, Prediction::roofline, 0.5),
        known.isEmpty() ? Double.NaN : (double) covered / known.size(),
        repeated.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(repeated[repeated.length / 2]),
        quantile(known, Prediction::withoutModel, 0.5), quantile(known, Prediction::withoutHardware, 0.5),
        known.stream().sorted(Comparator.comparingDouble(Accuracy::ratio).reversed()).limit(WORST).toList());
  }

  /// How far off as a factor, so that half and double are equally bad.
  private static double ratio(Prediction prediction) {
    return Math.abs(Math.log(prediction.p50() / prediction.measured().value()));
  }

  private static double quantile(List<Prediction> known, ToDoubleFunction<Prediction> predicted, double share) {
    double[] errors =
        known.stream().mapToDouble(each -> each.error(predicted.applyAsDouble(each))).filter(Double::isFinite).sorted().toArray();
    if (errors.length == 0) {
      return Double.NaN;
    }
    double at = share * (errors.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, errors.length - 1);
    return errors[below] + (errors[above] - errors[below]) * (at - below);
  }

  /// The errors of the program as it is.
  public static Accuracy shipped() {
    return Shipped.ACCURACY;
  }

  private static final class Shipped {
    static final Accuracy ACCURACY = of(PredictionTable.shipped());

    private Shipped() {}
  }
}
