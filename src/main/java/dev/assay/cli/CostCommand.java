package dev.assay.cli;

import dev.assay.cost.Batch;
import dev.assay.cost.CostModel;
import dev.assay.cost.Excerpts;
import dev.assay.cost.Figure;
import dev.assay.cost.Figures;
import dev.assay.cost.Read;
import dev.assay.cost.Scenario;
import dev.assay.cost.ScenarioReader;
import dev.assay.cost.Scenarios;
import dev.assay.cost.core.Metric;
import dev.assay.cost.data.Catalog;
import dev.assay.cost.data.Csv;
import dev.assay.export.FigureCsv;
import dev.assay.export.FigureJson;
import dev.assay.note.Value;
import dev.assay.problem.Nearest;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The cost model at the terminal: a scenario of the site, one put together from options, or a table of operating points.
@Command(
    name = "cost",
    mixinStandardHelpOptions = true,
    description = "Computes what a token costs: speed, power and price of a model on an accelerator.",
    footer = {
      "",
      "Examples:",
      "  assay cost --hardware b200 --model llama-3.1-70b",
      "  assay cost base --set cache_hit=0.6 --explain",
      "  assay cost --hardware h100-sxm --model llama-3.1-8b --set 'electricity=0.06..0.12 USD/kWh' --set money=own",
      "  assay cost --list models",
      "  assay cost --batch points.csv --format csv"
    })
public final class CostCommand implements Callable<Integer> {
  /// How figures are printed.
  enum Format {
    TABLE,
    JSON,
    CSV
  }

  /// What can be listed.
  enum Listing {
    HARDWARE,
    MODELS,
    ENGINES,
    FIGURES,
    SETTINGS
  }

  private final SiteScenarios site;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..1", paramLabel = "SCENARIO", description = "a scenario of the site")
  private Optional<String> scenario = Optional.empty();

  @Option(names = "--root", paramLabel = "DIR", description = "the site's folder (default: this one)")
  private Path root = Path.of("");

  @Option(names = "--hardware", paramLabel = "ID", description = "an accelerator: h100-sxm, b200, mi300x …")
  private Optional<String> hardware = Optional.empty();

  @Option(names = "--model", paramLabel = "ID", description = "a model: llama-3.1-70b, deepseek-v3 …")
  private Optional<String> model = Optional.empty();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "any other setting of a scenario, as in its file: tp=8, input_tokens=2000, 'pue=1.1..1.3'")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--figure",
      paramLabel = "KEY",
      description = "print only this figure; may be given several times")
  private List<String> figures = new ArrayList<>();

  @Option(names = "--explain", description = "print how the figures come about, down to inputs and sources")
  private boolean explain;

  @Option(names = "--format", paramLabel = "table|json|csv", description = "default: table")
  private Format format = Format.TABLE;

  @Option(
      names = "--list",
      paramLabel = "hardware|models|engines|figures|settings",
      description = "print what can be named, and stop")
  private Optional<Listing> listing = Optional.empty();

  @Option(names = "--batch", paramLabel = "FILE", description = "a CSV file of operating points, one metric a row")
  private Optional<Path> batch = Optional.empty();

  public CostCommand(SiteScenarios site) {
    this.site = site;
  }

  @Override
  public Integer call() {
    CostModel costs = new CostModel(Catalog.shipped());
    if (listing.isPresent()) {
      list(costs.catalog(), listing.get()).forEach(out()::println);
      out().flush();
      return 0;
    }
    return batch.isPresent() ? runBatch(costs, batch.get()) : runScenario(costs);
  }

  private static List<String> list(Catalog catalog, Listing listing) {
    return switch (listing) {
      case HARDWARE -> catalog.accelerators().values().stream().map(a -> a.id() + "  " + a.name()).toList();
      case MODELS -> catalog.architectures().values().stream().map(a -> a.id() + "  " + a.name()).toList();
      case ENGINES -> List.copyOf(catalog.engines().keySet());
      case FIGURES -> Stream.of(Metric.values()).map(m -> m.key() + "  " + m.label()).toList();
      case SETTINGS -> ScenarioReader.keys();
    };
  }

  private int runBatch(CostModel costs, Path file) {
    Csv table = Csv.read(file.toString(), read(file));
    List<Batch.Result> results = new ArrayList<>();
    List<Problem> problems = new Batch(costs).evaluate(table, results::add);
    switch (format) {
      case JSON -> print(FigureJson.batch(results));
      case CSV, TABLE -> print(FigureCsv.batch(results));
    }
    return report(problems) ? 1 : 0;
  }

  private String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw wrong("'" + file + "' is not in UTF-8", e);
    } catch (IOException e) {
      throw wrong("'" + file + "' cannot be read", e);
    }
  }

  private int runScenario(CostModel costs) {
    Read<Scenarios> known = site.of(root);
    Read<Scenarios> read = new ScenarioReader(costs.catalog()).read(written(known.value()), known.value(), Excerpts.NONE);
    String name = scenario.orElse("cli");
    Optional<Scenario> found = read.value().get(scenario.isPresent() && noChanges() ? name : "cli");
    // A scenario that exists and cannot be read has its problems among the site's.
    boolean faulty = report(found.isEmpty() && read.problems().isEmpty() ? known.problems() : read.problems());
    if (faulty || found.isEmpty()) {
      return 1;
    }
    Figures computed = costs.evaluate(found.get());
    switch (format) {
      case JSON -> print(FigureJson.write(computed));
      case CSV -> print(FigureCsv.write(computed));
      case TABLE -> CostReport.print(out(), computed, chosen(), explain);
    }
    return 0;
  }

  private boolean noChanges() {
    return settings.isEmpty() && hardware.isEmpty() && model.isEmpty();
  }

  private List<Metric> chosen() {
    List<Metric> metrics = new ArrayList<>();
    for (String key : figures) {
      metrics.add(
          Metric.of(key)
              .orElseThrow(
                  () -> wrong("the model computes no '" + key + "': " + Nearest.hint(key, Metric.keys()), null)));
    }
    return metrics;
  }

  /// The options as a scenario of their own that extends the one that was named.
  private Value.Mapping written(Scenarios known) {
    Place place = Place.ofFile("options");
    if (scenario.isPresent() && known.get(scenario.get()).isEmpty() && !known.refused().contains(scenario.get())) {
      throw wrong("there is no scenario '" + scenario.get() + "': " + Nearest.hint(scenario.get(), known.names()), null);
    }
    if (scenario.isEmpty() && (hardware.isEmpty() || model.isEmpty())) {
      throw wrong("name a scenario of the site, or give --hardware and --model", null);
    }
    if (scenario.isPresent() && noChanges()) {
      return new Value.Mapping(List.of(), place);
    }
    Map<String, String> all = new LinkedHashMap<>();
    scenario.ifPresent(base -> all.put("extends", base));
    hardware.ifPresent(id -> all.put("hardware", id));
    model.ifPresent(id -> all.put("model", id));
    all.putAll(settings);
    List<Value.Entry> entries =
        all.entrySet().stream()
            .map(e -> new Value.Entry(e.getKey(), Place.ofFile("--" + e.getKey()), scalar(e.getKey(), e.getValue())))
            .toList();
    return new Value.Mapping(List.of(new Value.Entry("cli", place, new Value.Mapping(entries, place))), place);
  }

  private static Value scalar(String key, String value) {
    return new Value.Scalar(value, false, Place.ofFile("--" + key));
  }

  private boolean report(List<Problem> problems) {
    PrintWriter err = spec.commandLine().getErr();
    for (Problem problem : problems) {
      String hint = problem.hint().isEmpty() ? "" : " (" + problem.hint() + ")";
      // An option has no lines; what stands in a file is named with its place.
      boolean inFile = !problem.place().file().startsWith("--") && !problem.place().equals(Place.ofFile(problem.place().file()));
      err.println((inFile ? problem.place() : problem.place().file()) + ": " + problem.severity().word() + "[" + problem.code().word() + "]: "
          + problem.message() + hint);
    }
    err.flush();
    return problems.stream().anyMatch(Problem::isError);
  }

  private void print(byte[] text) {
    out().print(new String(text, StandardCharsets.UTF_8));
    out().flush();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private ParameterException wrong(String message, @Nullable Throwable cause) {
    return new ParameterException(spec.commandLine(), message, cause);
  }
}
