package dev.assay.cost;

import dev.assay.cost.core.Metric;
import dev.assay.cost.data.Csv;
import dev.assay.cost.data.Csv.Cell;
import dev.assay.note.Value;
import dev.assay.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Evaluates a table of operating points, one metric a row: the form in which measurements are published and the model
/// is judged. Columns: `id, hardware, num_gpus, tp, pp, ep, dp, model, precision, isl, osl, concurrency, engine, …,
/// metric`; other columns are passed over.
public final class Batch {
  private static final Map<String, String> COLUMNS = columns();

  /// Formats that only the experts of a published model come in, so that a table may call them by either name.
  private static final Map<String, String> ENGINES = Map.of("tensorrt-llm", "trtllm", "trt-llm", "trtllm");

  private final CostModel model;

  public Batch(CostModel model) {
    this.model = model;
  }

  /// One row's outcome.
  ///
  /// @param estimate in `unit`; empty when there is a problem
  /// @param problem  why the row cannot be evaluated; empty otherwise
  public record Result(String id, String metric, Optional<Estimate> estimate, String unit, String problem) {}

  /// Evaluates every row in order.
  ///
  /// @return what was wrong with the table itself; a fault of one row is in its result
  public List<Problem> evaluate(Csv table, Consumer<Result> results) {
    // Several metrics of one operating point follow each other; the last ones evaluated are enough.
    Map<String, Figures> recent = new HashMap<>();
    for (Csv.Row row : table.rows()) {
      results.accept(result(row, recent));
    }
    return table.problems();
  }

  /// What a pure roofline says of every row, in order; NaN where it says nothing.
  public List<Double> rooflines(Csv table) {
    List<Double> rooflines = new ArrayList<>();
    for (Csv.Row row : table.rows()) {
      String metric = row.get("metric").text();
      Read<Optional<Scenario>> scenario = scenario(row, settings(row));
      double number =
          scenario.value().flatMap(
              known -> metric(metric).map(asked -> model.roofline(known).getOrDefault(asked, Double.NaN) * times(metric, known)))
              .orElse(Double.NaN);
      rooflines.add(number);
    }
    return List.copyOf(rooflines);
  }

  static Optional<Metric> metric(String word) {
    return word.equals("gpu_power_w") ? Optional.of(Metric.ACCELERATOR_WATTS) : Metric.of(word);
  }

  /// The table's power is that of all accelerators together.
  static double times(String metric, Scenario scenario) {
    return metric.equals("gpu_power_w") ? scenario.deployment().accelerators() : 1;
  }

  private Result result(Csv.Row row, Map<String, Figures> recent) {
    String id = row.get("id").text();
    String metric = row.get("metric").text();
    Optional<Metric> asked = metric(metric);
    if (asked.isEmpty()) {
      return new Result(id, metric, Optional.empty(), "", "the model computes no '" + metric + "'");
    }
    Value.Mapping settings = settings(row);
    String key = settings.entries().stream().map(e -> e.key() + "=" + text(e.value())).toList().toString();
    Figures figures = recent.get(key);
    if (figures == null) {
      Read<Optional<Scenario>> scenario = scenario(row, settings);
      if (scenario.value().isEmpty()) {
        String why = scenario.problems().isEmpty() ? "the row is not a scenario" : scenario.problems().getFirst().message();
        return new Result(id, metric, Optional.empty(), "", why);
      }
      figures = model.evaluate(scenario.value().get());
      if (recent.size() > 64) {
        recent.clear();
      }
      recent.put(key, figures);
    }
    return result(id, metric, figures, asked.get());
  }

  private static Result result(String id, String metric, Figures figures, Metric asked) {
    Figure figure = figures.get(asked.key()).orElseThrow();
    if (figure.estimate().isEmpty()) {
      return new Result(id, metric, Optional.empty(), "", "blocked by " + String.join(", ", figure.blockers()));
    }
    double times = times(metric, figures.scenario());
    Estimate one = figure.estimate().get();
    Estimate all = new Estimate(one.value() * times, one.p10() * times, one.p50() * times, one.p90() * times);
    return new Result(id, metric, Optional.of(all), figure.unit().symbol(), "");
  }

  /// The scenario of one row.
  Read<Optional<Scenario>> scenario(Csv.Row row, Value.Mapping settings) {
    Fields fields = new Fields(Excerpts.NONE);
    Optional<Scenario> scenario =
        new ScenarioSettings(model.catalog(), fields, true).read(row.get("id").text(), row.place(), settings);
    return new Read<>(scenario, fields.problems());
  }

  static Value.Mapping settings(Csv.Row row) {
    List<Value.Entry> entries = new ArrayList<>();
    COLUMNS.forEach(
        (column, key) -> {
          Cell cell = row.get(column);
          if (!cell.isBlank()) {
            String text = key.equals("engine") ? ENGINES.getOrDefault(cell.text(), cell.text()) : cell.text();
            entries.add(new Value.Entry(key, cell.place(), new Value.Scalar(text.strip(), false, cell.place())));
          }
        });
    return new Value.Mapping(entries, row.place());
  }

  private static String text(Value value) {
    return value instanceof Value.Scalar scalar ? scalar.text() : "";
  }

  private static Map<String, String> columns() {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("hardware", "hardware");
    columns.put("num_gpus", "accelerators");
    columns.put("tp", "tp");
    columns.put("pp", "pp");
    columns.put("ep", "ep");
    columns.put("dp", "dp");
    columns.put("model", "model");
    columns.put("precision", "precision");
    columns.put("isl", "input_tokens");
    columns.put("osl", "output_tokens");
    columns.put("concurrency", "concurrency");
    columns.put("engine", "engine");
    columns.put("engine_version", "engine_version");
    return columns;
  }
}
