package dev.assay.cli;

import dev.assay.cost.Batch;
import dev.assay.cost.CostModel;
import dev.assay.cost.Figures;
import dev.assay.cost.Frontier;
import dev.assay.cost.Levers;
import dev.assay.cost.Margin;
import dev.assay.cost.Read;
import dev.assay.cost.Scenario;
import dev.assay.cost.ScenarioReader;
import dev.assay.cost.Scenarios;
import dev.assay.cost.Search;
import dev.assay.cost.SiteCosts;
import dev.assay.cost.accuracy.Accuracy;
import dev.assay.cost.core.Metric;
import dev.assay.cost.data.Catalog;
import dev.assay.cost.data.Csv;
import dev.assay.export.FigureCsv;
import dev.assay.export.FigureJson;
import dev.assay.frontmatter.DataReader;
import dev.assay.frontmatter.ParsedMapping;
import dev.assay.note.Value;
import dev.assay.problem.Nearest;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.ProblemText;
import dev.assay.problem.SourceText;
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
    description = "Computes what a token costs: speed, power and price of a model on an accelerator.",
    footer = {
      "",
      "Examples:",
      "  assay cost --hardware b200 --model llama-3.1-70b",
      "  assay cost base --set cache_hit=0.6 --explain",
      "  assay cost --hardware h100-sxm --model llama-3.1-8b --set 'electricity=0.06..0.12 USD/kWh' --set money=own",
      "  assay cost --hardware h200 --model llama-3.1-70b --tp 2 --sweep concurrency=1..256",
      "  assay cost --hardware b200 --model deepseek-v3 --search --tpot-at-most 25 --ttft-at-most 2000",
      "  assay cost base --levers usd_per_million_output_tokens",
      "  assay cost owned --break-even utilisation=0.1..1 --against rented",
      "  assay cost --file scenarios.yaml cached",
      "  assay cost --list models",
      "  assay cost --batch points.csv --format csv",
      "  assay cost --accuracy",
      "",
      "Every setting of a scenario is an option of its own as well, as in --cache-hit 0.6; --list settings names them."
    },
    modelTransformer = CostSettings.class)
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

  @Option(names = "--file", paramLabel = "FILE", description = "a file of scenarios (YAML, TOML or JSON), over the site's")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--sweep",
      paramLabel = "KEY=VALUES",
      description = "compute the scenario at several values of a setting: concurrency=1..256, tp=1,2,4, hardware=h200,b200")
  private Optional<String> sweep = Optional.empty();

  @Option(
      names = "--levers",
      paramLabel = "FIGURE",
      description = "what moves a figure, ranked and by layer of the stack")
  private Optional<String> levers = Optional.empty();

  @Option(
      names = "--break-even",
      paramLabel = "LEVER=LOW..HIGH",
      description = "where a lever makes the scenario as dear as --against; of the first --figure, else the cost of all tokens")
  private Optional<String> breakEven = Optional.empty();

  @Option(names = "--against", paramLabel = "SCENARIO|NUMBER", description = "a scenario of the site or a price, for --break-even")
  private Optional<String> against = Optional.empty();

  @Option(names = "--frontier", description = "interactivity against throughput, over layouts and batches")
  private boolean frontier;

  @Option(names = "--search", description = "the cheapest layout and batch within --tpot-at-most and --ttft-at-most")
  private boolean search;

  @Option(names = "--tpot-at-most", paramLabel = "MS", description = "milliseconds per output token, for --search")
  private Optional<Double> tpotAtMost = Optional.empty();

  @Option(names = "--ttft-at-most", paramLabel = "MS", description = "milliseconds to the first token, for --search")
  private Optional<Double> ttftAtMost = Optional.empty();

  @Option(names = "--market", description = "list prices of the model against its modelled cost")
  private boolean market;

  @Option(names = "--accuracy", description = "the model's errors on published measurements, by class")
  private boolean accuracy;

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

  private boolean unreadable;

  public CostCommand(SiteScenarios site) {
    this.site = site;
  }

  /// Takes a setting that was given as an option of its own.
  void set(String key, String value) {
    settings.put(key, value);
  }

  @Override
  public Integer call() {
    boolean onlyTable = accuracy || levers.isPresent() || breakEven.isPresent() || frontier || search || market;
    if (breakEven.isPresent() != against.isPresent()) {
      throw wrong("'--break-even' and '--against' belong together", null);
    }
    if ((onlyTable && format != Format.TABLE) || (sweep.isPresent() && format == Format.JSON)) {
      String allowed = onlyTable ? "a table alone" : "a table or as CSV alone";
      throw wrong("what was asked for is printed as " + allowed + ": leave out '--format'", null);
    }
    if (accuracy) {
      CostAccuracy.print(out(), Accuracy.shipped());
      return 0;
    }
    Read<SiteCosts> known = site.of(root);
    CostModel costs = new CostModel(known.value().catalog());
    if (listing.isPresent()) {
      list(costs.catalog(), listing.get()).forEach(out()::println);
      out().flush();
      return 0;
    }
    return batch.isPresent() ? runBatch(costs, batch.get()) : runScenario(costs, known);
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

  private int runScenario(CostModel costs, Read<SiteCosts> known) {
    Read<Scenarios> scenarios = withFile(costs, known);
    if (unreadable) {
      return 1;
    }
    List<Optional<Setting>> points = new ArrayList<>();
    sweep.ifPresentOrElse(
        text -> Setting.swept(text).forEach(each -> points.add(Optional.of(each))), () -> points.add(Optional.empty()));
    if (points.isEmpty()) {
      throw wrong("'--sweep " + sweep.orElse("") + "' names no values: write KEY=LOW..HIGH or KEY=A,B,C", null);
    }
    List<CostSweep.Row> rows = new ArrayList<>();
    for (Optional<Setting> point : points) {
      point.ifPresent(each -> settings.put(each.key(), each.value()));
      Optional<Scenario> found = find(costs, scenarios);
      if (found.isEmpty()) {
        return 1;
      }
      if (point.isEmpty()) {
        return print(costs, found.get(), scenarios.value());
      }
      rows.add(new CostSweep.Row(point.get().value(), costs.evaluate(found.get())));
    }
    CostSweep.print(out(), points.getFirst().map(Setting::key).orElse(""), rows, chosen(), format == Format.CSV);
    return 0;
  }

  /// The site's scenarios, with those of a file over them.
  private Read<Scenarios> withFile(CostModel costs, Read<SiteCosts> known) {
    if (file.isEmpty()) {
      return new Read<>(known.value().scenarios(), known.problems());
    }
    SourceText text = new SourceText(file.get().toString(), read(file.get()));
    ParsedMapping parsed;
    try {
      parsed = DataReader.mapping(text);
    } catch (IllegalArgumentException e) {
      throw wrong("'" + file.get() + "' is neither YAML, TOML nor JSON", e);
    }
    // Of a file that cannot be parsed nobody can say which scenarios it lacks.
    unreadable = report(parsed.problems());
    Read<Scenarios> read =
        new ScenarioReader(costs.catalog()).read(parsed.mapping(), known.value().scenarios(), place -> text.line(place.line()));
    return read;
  }

  /// The scenario that is asked for; its problems are printed when there is none.
  private Optional<Scenario> find(CostModel costs, Read<Scenarios> known) {
    Typed typed = Typed.of(scenario, all());
    Read<Scenarios> read =
        new ScenarioReader(costs.catalog()).read(written(known.value(), typed), known.value(), typed.excerpts());
    Optional<Scenario> found = read.value().get(scenario.isPresent() && noChanges() ? scenario.get() : Typed.NAME);
    // A scenario that exists and cannot be read has its problems among the site's.
    boolean faulty = report(found.isEmpty() && read.problems().isEmpty() ? known.problems() : read.problems());
    return faulty ? Optional.empty() : found;
  }

  private int print(CostModel costs, Scenario found, Scenarios known) {
    if (breakEven.isPresent()) {
      try {
        Metric metric = figures.isEmpty() ? Metric.USD_PER_MILLION_TOKENS : metric(figures.getFirst());
        CostBreakEven asked = CostBreakEven.of(breakEven.get());
        CostBreakEven.print(out(), asked.with(costs.catalog(), found, known, against.orElse(""), metric));
      } catch (CostBreakEven.Unasked e) {
        throw wrong(e.reason(), e);
      }
    } else if (levers.isPresent()) {
      CostReport.levers(out(), Levers.of(costs.catalog(), found, metric(levers.get())));
    } else if (frontier) {
      CostReport.offers(out(), Frontier.of(costs.catalog(), found).best());
    } else if (search) {
      Search result = Search.of(costs.catalog(), found, new Search.Target(tpotAtMost, ttftAtMost));
      CostReport.search(out(), result);
      return result.cheapest().isEmpty() ? 1 : 0;
    } else if (market) {
      CostReport.margins(out(), Margin.of(costs, found));
    } else {
      Figures computed = costs.evaluate(found);
      switch (format) {
        case JSON -> print(FigureJson.write(computed.only(keys())));
        case CSV -> print(FigureCsv.write(computed.only(keys())));
        case TABLE -> CostReport.print(out(), computed, chosen(), explain);
      }
    }
    return 0;
  }

  private Metric metric(String key) {
    return Metric.of(key)
        .orElseThrow(() -> wrong("the model computes no '" + key + "': " + Nearest.hint(key, Metric.keys()), null));
  }

  private boolean noChanges() {
    return settings.isEmpty() && hardware.isEmpty() && model.isEmpty();
  }

  private List<Metric> chosen() {
    return figures.stream().map(this::metric).toList();
  }

  private List<String> keys() {
    return chosen().stream().map(Metric::key).toList();
  }

  /// Everything that was given as an option, by key.
  private Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    hardware.ifPresent(id -> all.put("hardware", id));
    model.ifPresent(id -> all.put("model", id));
    all.putAll(settings);
    return all;
  }

  /// The options as a scenario of their own that extends the one that was named.
  private Value.Mapping written(Scenarios known, Typed typed) {
    if (scenario.isPresent() && known.get(scenario.get()).isEmpty() && !known.refused().contains(scenario.get())) {
      throw wrong("there is no scenario '" + scenario.get() + "': " + Nearest.hint(scenario.get(), known.names()), null);
    }
    boolean named = all().keySet().containsAll(List.of("hardware", "model"));
    if (scenario.isEmpty() && !named) {
      throw wrong("name a scenario of the site, or give --hardware and --model", null);
    }
    return scenario.isPresent() && noChanges() ? new Value.Mapping(List.of(), Place.ofFile("options")) : typed.mapping();
  }

  private boolean report(List<Problem> problems) {
    if (!problems.isEmpty()) {
      PrintWriter err = spec.commandLine().getErr();
      err.print(ProblemText.of(false).report(problems));
      err.flush();
    }
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
