package dev.assay.cost;

import dev.assay.cost.CalibrationFit.Fit;
import dev.assay.cost.CalibrationParameters.Parameter;
import dev.assay.cost.accuracy.Accuracy;
import dev.assay.cost.accuracy.Prediction;
import dev.assay.cost.accuracy.PredictionTable;
import dev.assay.cost.accuracy.Predictor;
import dev.assay.cost.core.Lever;
import dev.assay.cost.core.Metric;
import dev.assay.cost.data.Calibration;
import dev.assay.cost.data.Catalog;
import dev.assay.cost.data.Catalog.Table;
import dev.assay.cost.data.Csv;
import dev.assay.cost.unit.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/// The command behind `bench/calibrate`: fits the corrections in `calibration.csv` and the ranges of the model's own error
/// in `engines.csv` and `economics.csv` to the shipped measurements, checks them by leaving out whole models and whole
/// accelerators, and writes what is predicted into `predictions.csv`.
public final class Calibrate {
  /// Where 80 % of a triangle from −1 to 1 lie: within this much of its middle.
  private static final double REACH = 1 - Math.sqrt(0.2);

  private static final int ROUNDS = 40;

  private final Path resources;
  private final Catalog bare;
  private final Csv table = PredictionTable.measurements();
  private final List<CalibrationPoint> points;
  private final List<Parameter> parameters;
  private final CalibrationFit fit;

  private Calibrate(Path resources) {
    this.resources = resources;
    Catalog c = Catalog.shipped();
    this.bare =
        new Catalog(c.accelerators(), c.architectures(), c.economics(), c.engines(), c.rentals(), c.prices(), c.kernels(),
            c.collectives(), Calibration.NONE, c.acceptance());
    this.points = CalibrationPoint.of(table, bare);
    points.forEach(Calibrate::withoutError);
    this.parameters = new CalibrationParameters(points).all();
    this.fit = new CalibrationFit(points, parameters);
  }

  /// @param args the folder `src/main/resources/dev/assay/cost`
  public static void main(String[] args) throws IOException {
    new Calibrate(Path.of(args[0])).run();
  }

  private static void withoutError(CalibrationPoint point) {
    for (Lever lever : Lever.values()) {
      if (lever.layer() == Lever.Layer.MODEL) {
        point.x()[lever.index()] = 1;
      }
    }
  }

  private void run() throws IOException {
    Fit whole = fit.fit(ROUNDS, _ -> true);
    System.out.println(points.size() + " operating points, " + parameters.size() + " factors");
    write("catalog/calibration.csv", factors(whole));
    Map<String, String> errors = errors(whole);
    replaceErrors("catalog/engines.csv", errors);
    replaceErrors("catalog/economics.csv", errors);
    double[] withoutModel = leaveOut(CalibrationPoint::model);
    double[] withoutHardware = leaveOut(CalibrationPoint::accelerator);
    List<Prediction> predictions = new ArrayList<>();
    List<Prediction> plain = new Predictor(new CostModel(reloaded())).predict(table);
    for (int i = 0; i < plain.size(); i++) {
      Prediction p = plain.get(i);
      predictions.add(
          new Prediction(p.measured(), p.p10(), p.p50(), p.p90(), p.roofline(), withoutModel[i], withoutHardware[i], p.problem()));
    }
    write("measurements/predictions.csv", PredictionTable.write(predictions));
    summary(Accuracy.of(predictions));
  }

  /// Errors in per cent: of what the fit saw, of models and accelerators that it did not see, and between repeated runs. What
  /// was predicted for every row is in the file.
  private static void summary(Accuracy accuracy) {
    System.out.printf(Locale.ROOT, "%-38s %6s %8s %10s %12s %8s %6s%n", "class", "rows", "in fit", "new model", "new hardware", "in range", "noise");
    for (Accuracy.ErrorClass each : accuracy.classes()) {
      System.out.printf(
          Locale.ROOT, "%-38s %6d %8.1f %10.1f %12.1f %8.1f %6s%n", each.key(), each.count(), 100 * each.median(),
          100 * each.withoutModel(), 100 * each.withoutHardware(), 100 * each.coverage(),
          each.noise().isPresent() ? String.format(Locale.ROOT, "%.1f", 100 * each.noise().getAsDouble()) : "");
    }
  }

  /// The catalog with what was just written.
  private Catalog reloaded() throws IOException {
    Catalog catalog = bare;
    for (Table each : List.of(Table.ENGINES, Table.ECONOMICS, Table.CALIBRATION)) {
      String text = Files.readString(resources.resolve("catalog").resolve(each.fileName()));
      catalog = catalog.with(each, Csv.read(each.fileName(), text)).catalog();
    }
    return catalog;
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(resources.resolve(name), text);
  }

  private String factors(Fit whole) {
    StringBuilder text = new StringBuilder("engine,version,accelerator,format,setting,factor,spread,points,source\n");
    double[] errors = whole.errors();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter p = parameters.get(i);
      long used = p.points().stream().filter(index -> points.get(index).used()).count();
      text.append(String.join(",", p.engine(), p.version(), p.accelerator(), p.format(), p.lever().key(),
              plain(Math.exp(whole.theta()[i])), plain(errors[i]), Long.toString(used),
              "fitted to measurements.csv by bench/calibrate"))
          .append('\n');
    }
    return text.toString();
  }

  private static String plain(double value) {
    return Numbers.significant(value, 4).replace(",", "");
  }

  /// Half-widths of the model's errors by engine, as logarithms, so that 80 % of measurements lie within p10 to p90.
  private Map<String, String> errors(Fit whole) {
    Map<String, String> lines = new LinkedHashMap<>();
    Map<Metric, Double> all = widths(whole, _ -> true);
    for (String engine : new TreeSet<>(points.stream().map(CalibrationPoint::engine).toList())) {
      Map<Metric, Double> own = widths(whole, point -> point.engine().equals(engine));
      double rate = own.getOrDefault(Metric.OUTPUT_TOKENS_PER_SECOND, own.getOrDefault(Metric.TPOT_MS, 0.5));
      double time = own.getOrDefault(Metric.TPOT_MS, rate);
      double both = Math.min(rate, time);
      lines.put(engine + ",speed_error", range(both));
      lines.put(engine + ",rate_error", range(beside(rate, both)));
      lines.put(engine + ",tpot_error", range(beside(time, both)));
      lines.put(engine + ",ttft_error", range(beside(own.getOrDefault(Metric.TTFT_MS, 1.0), both)));
    }
    lines.put("power_error", range(all.getOrDefault(Metric.ACCELERATOR_WATTS, 0.3)));
    return lines;
  }

  private static double beside(double whole, double part) {
    return Math.sqrt(Math.max(0, whole * whole - part * part));
  }

  private static String range(double width) {
    return plain(Math.exp(-width)) + ",1," + plain(Math.exp(width));
  }

  private Map<Metric, Double> widths(Fit whole, Predicate<CalibrationPoint> wanted) {
    Map<Metric, List<Double>> sizes = new LinkedHashMap<>();
    for (int i = 0; i < points.size(); i++) {
      CalibrationPoint point = points.get(i);
      double[] x = fit.levers(i, whole.theta());
      if (wanted.test(point)) {
        point.seen().forEach(
            (metric, seen) -> {
              double error = Math.abs(fit.predicted(x, point, metric) - seen);
              if (Double.isFinite(error)) {
                sizes.computeIfAbsent(metric, _ -> new ArrayList<>()).add(error);
              }
            });
      }
    }
    Map<Metric, Double> widths = new LinkedHashMap<>();
    sizes.forEach(
        (metric, list) -> {
          double[] sorted = list.stream().mapToDouble(Double::doubleValue).sorted().toArray();
          widths.put(metric, sorted[(int) (share(metric) * (sorted.length - 1))] / REACH);
        });
    return widths;
  }

  /// What is faster than predicted also draws more than predicted, so that energy, their quotient, varies less than the two
  /// apart. Power and throughput give way a little, and all three ranges hold about 80 %.
  private static double share(Metric metric) {
    return metric == Metric.ACCELERATOR_WATTS ? 0.745 : metric == Metric.OUTPUT_TOKENS_PER_SECOND ? 0.79 : 0.8;
  }

  private void replaceErrors(String name, Map<String, String> errors) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line : Files.readAllLines(resources.resolve(name))) {
      String[] cells = line.split(",", -1);
      boolean engines = name.contains("engines");
      String key = engines ? cells[0] + "," + cells[1] : cells[0];
      String range = errors.get(key);
      String written =
          range == null || !line.contains("_error")
              ? line
              : key + "," + range + ",,inference,spread of the model around measurements.csv by bench/calibrate,";
      text.append(written).append('\n');
    }
    Files.writeString(resources.resolve(name), text.toString());
  }

  /// What calibrations say of rows that they did not see.
  private double[] leaveOut(Function<CalibrationPoint, String> group) {
    double[] predicted = new double[table.rows().size()];
    Arrays.fill(predicted, Double.NaN);
    for (String left : new TreeSet<>(points.stream().map(group).toList())) {
      Fit less = fit.fit(ROUNDS, point -> !group.apply(point).equals(left));
      for (int i = 0; i < points.size(); i++) {
        CalibrationPoint point = points.get(i);
        if (group.apply(point).equals(left)) {
          double[] x = fit.levers(i, less.theta());
          point.rows().forEach(
              (row, metric) ->
                  predicted[row] =
                      metric.unit().fromBase(Math.exp(fit.predicted(x, point, metric)))
                          * (table.rows().get(row).get("metric").text().equals("gpu_power_w") ? point.shape().accelerators() : 1));
        }
      }
    }
    return predicted;
  }
}
