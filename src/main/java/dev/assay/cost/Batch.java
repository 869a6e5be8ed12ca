package dev.assay.cost;

import dev.assay.cost.core.Metric;
import dev.assay.cost.data.Csv;
import dev.assay.cost.data.Csv.Cell;
import dev.assay.note.Value;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Evaluates a table of operating points, one metric a row: the form in which measurements are published and the model
/// is judged. Columns: `id, hardware, num_gpus, tp, pp, ep, dp, model, precision, isl, osl, concurrency, engine, …,
/// metric`; other columns are passed over.
public final class Batch {
  private static final Map<String, String> COLUMNS = columns();
  private static final List<String> NEEDED = List.of("id", "hardware", "model", "metric");
  private static final Set<String> COUNTS = Set.of("accelerators", "tp", "pp", "ep", "dp");
  private static final Pattern WHOLE = Pattern.compile("\\s*([0-9]+)\\.0*\\s*");

  /// What tables call an engine beside its id.
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

  /// Evaluates every row in order, each to one result.
  ///
  /// @return what was wrong with the table itself; a fault of one row is in its result
  public List<Problem> evaluate(Csv table, Consumer<Result> results) {
    // Several metrics of one operating point follow each other; the last ones evaluated are enough.
    Map<String, Figures> recent = new HashMap<>();
    Set<Place> faulty = new HashSet<>();
    for (Csv.Row row : table.every()) {
      if (row.fault().isEmpty()) {
        results.accept(result(row, recent));
      } else {
        faulty.add(row.place());
        results.accept(
            new Result(row.get("id").text(), row.get("metric").text(), Optional.empty(), "", row.fault()));
      }
    }
    List<Problem> problems = new ArrayList<>(missing(table));
    table.problems().stream().filter(problem -> !faulty.contains(problem.place())).forEach(problems::add);
    return List.copyOf(problems);
  }

  private static List<Problem> missing(Csv table) {
    List<String> present = table.columns().stream().map(column -> column.text().strip()).toList();
    Place place = table.columns().isEmpty() ? Place.ofFile(table.source().file()) : table.columns().getFirst().place();
    return NEEDED.stream()
        .filter(column -> !present.contains(column))
        .map(
            column ->
                table.source().problem(Severity.ERROR, Code.DATA_SYNTAX, place, "the table has no column '" + column + "'",
                    Nearest.hint(column, present)))
        .toList();
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
    Optional<Metric> asked = metric(metric.strip());
    if (asked.isEmpty()) {
      String why = metric.isBlank() ? "the row names no metric" : "the model computes no '" + metric + "'";
      return new Result(id, metric, Optional.empty(), "", why);
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
    double times = times(metric.strip(), figures.scenario());
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
            entries.add(new Value.Entry(key, cell.place(), new Value.Scalar(written(key, cell.text().strip()), false, cell.place())));
          }
        });
    return new Value.Mapping(entries, row.place());
  }

  /// A cell as a scenario would have it: programs that fill blanks with numbers write counts as `8.0`.
  private static String written(String key, String text) {
    Matcher whole = WHOLE.matcher(text);
    return COUNTS.contains(key) && whole.matches() ? whole.group(1)
        : key.equals("engine") ? ENGINES.getOrDefault(text, text)
        : key.equals("concurrency") && text.equalsIgnoreCase("max") ? "max" : text;
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
