package dev.assay.cost.accuracy;

import dev.assay.cost.data.Csv;
import dev.assay.cost.unit.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The shipped measurements and predictions, joined by the measurement's id.
public final class PredictionTable {
  private static final String FOLDER = "/dev/assay/cost/measurements/";

  private PredictionTable() {}

  /// The table of measurements that the program ships.
  public static Csv measurements() {
    return table("measurements.csv");
  }

  /// Every measurement with its prediction.
  static List<Prediction> shipped() {
    Map<String, Csv.Row> predicted = new HashMap<>();
    table("predictions.csv").rows().forEach(row -> predicted.put(key(row), row));
    List<Prediction> all = new ArrayList<>();
    for (Csv.Row row : measurements().rows()) {
      Csv.Row prediction = predicted.get(key(row));
      if (prediction == null) {
        throw new IllegalStateException("no prediction for measurement " + row.get("id").text() + ": run bench/calibrate");
      }
      all.add(
          new Prediction(
              measurement(row), number(prediction, "p10"), number(prediction, "p50"), number(prediction, "p90"),
              number(prediction, "roofline"), number(prediction, "without_model"), number(prediction, "without_hardware"),
              prediction.get("problem").text()));
    }
    return List.copyOf(all);
  }

  /// Predictions as the table that the program ships, four significant digits each.
  public static String write(List<Prediction> predictions) {
    StringBuilder text = new StringBuilder("id,metric,p10,p50,p90,roofline,without_model,without_hardware,problem\n");
    for (Prediction each : predictions) {
      text.append(each.measured().id()).append(',').append(each.measured().metric());
      for (double number :
          List.of(each.p10(), each.p50(), each.p90(), each.roofline(), each.withoutModel(), each.withoutHardware())) {
        text.append(',').append(Double.isNaN(number) ? "" : Numbers.significant(number, 4).replace(",", ""));
      }
      text.append(",\"").append(each.problem().replace("\"", "\"\"")).append("\"\n");
    }
    return text.toString();
  }

  /// One operating point has several metrics.
  private static String key(Csv.Row row) {
    return row.get("id").text() + " " + row.get("metric").text();
  }

  /// A row as a measurement.
  public static Measurement measurement(Csv.Row row) {
    return new Measurement(
        row.get("id").text(), row.get("hardware").text(), row.get("model").text(), row.get("precision").text(),
        (row.get("engine").text() + " " + row.get("engine_version").text()).strip(), layout(row), workload(row),
        row.get("metric").text(), number(row, "value"), row.get("unit").text(), (int) number(row, "repeats"),
        number(row, "spread"), row.get("source").text());
  }

  private static String layout(Csv.Row row) {
    StringBuilder text = new StringBuilder("tp ").append(row.get("tp").text());
    for (String degree : List.of("pp", "ep", "dp")) {
      if (!row.get(degree).text().equals("1") && !row.get(degree).isBlank()) {
        text.append(" · ").append(degree).append(' ').append(row.get(degree).text());
      }
    }
    return text.toString();
  }

  private static String workload(Csv.Row row) {
    return row.get("isl").text() + " in, " + row.get("osl").text() + " out, " + row.get("concurrency").text() + " requests";
  }

  private static double number(Csv.Row row, String column) {
    Csv.Cell cell = row.get(column);
    return cell.isBlank() ? Double.NaN : Double.parseDouble(cell.text());
  }

  private static Csv table(String name) {
    try (InputStream in = PredictionTable.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its table " + name);
      }
      return Csv.read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the program's table " + name + " cannot be read", e);
    }
  }
}
