package dev.assay.cost;

import dev.assay.cost.core.Evaluation;
import dev.assay.cost.core.Lever;
import dev.assay.cost.core.Metric;
import dev.assay.cost.core.Shape;
import dev.assay.cost.data.Catalog;
import dev.assay.cost.data.Csv;
import dev.assay.cost.data.Format;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One operating point that was measured, ready for the arithmetic before any correction.
///
/// @param x     levers in base units
/// @param dense the arithmetic of dense products, and `experts` the format of experts, formats of one width together
/// @param seen  what was measured, as natural logarithms in base units, with the measurement's place in the table
/// @param used  whether calibration may look at it
record CalibrationPoint(
    Shape shape, double[] x, String engine, String version, String accelerator, Format dense, Format experts, String model,
    Map<Metric, Double> seen, Map<Integer, Metric> rows, boolean used) {

  /// The points of a table; rows that cannot be evaluated have none.
  static List<CalibrationPoint> of(Csv table, Catalog catalog) {
    Batch batch = new Batch(new CostModel(catalog));
    Map<String, CalibrationPoint> points = new LinkedHashMap<>();
    for (int i = 0; i < table.rows().size(); i++) {
      Csv.Row row = table.rows().get(i);
      Optional<Scenario> scenario = batch.scenario(row, Batch.settings(row)).value();
      Optional<Metric> metric = Batch.metric(row.get("metric").text());
      if (scenario.isPresent() && metric.isPresent()) {
        CalibrationPoint point = points.computeIfAbsent(key(row), _ -> point(scenario.get(), catalog, row));
        double value = Double.parseDouble(row.get("value").text()) / Batch.times(row.get("metric").text(), scenario.get());
        point.seen.put(metric.get(), Math.log(metric.get().unit().toBase(value)));
        point.rows.put(i, metric.get());
      }
    }
    return new ArrayList<>(points.values());
  }

  private static String key(Csv.Row row) {
    StringBuilder key = new StringBuilder();
    for (String column :
        List.of("hardware", "num_gpus", "tp", "pp", "ep", "dp", "model", "precision", "isl", "osl", "concurrency", "engine",
            "engine_version")) {
      key.append(row.get(column).text()).append('|');
    }
    return key + row.get("id").text().substring(0, 3);
  }

  private static CalibrationPoint point(Scenario scenario, Catalog catalog, Csv.Row row) {
    Operating operating = Operating.of(scenario, catalog);
    double[] x = operating.typical();
    double[] y = new double[Metric.COUNT];
    Evaluation.run(operating.shape(), x, y);
    // A system of 16 or 64 with the very numbers of one of 4 or 8 is a slip in its table; nor can 512 requests have been
    // in flight where each token took 4 ms. What does not fit cannot be learned from either.
    String accelerators = row.get("num_gpus").text();
    boolean slipped = accelerators.equals("16") || accelerators.equals("64");
    boolean hurried = row.get("concurrency").text().equals("512") && scenario.model().id().equals("gpt-oss-120b");
    boolean fits = Double.isFinite(y[Metric.BATCH.index()]);
    return new CalibrationPoint(
        operating.shape(), x, scenario.engine(), scenario.engineVersion(), scenario.hardware().kernelsOf(),
        Operating.denseFamily(scenario), Operating.expertFamily(scenario), scenario.model().id(), new EnumMap<>(Metric.class),
        new LinkedHashMap<>(), fits && !slipped && !hurried);
  }
}
