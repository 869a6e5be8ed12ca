package dev.assay.chart.block;

import dev.assay.cost.CostModel;
import dev.assay.cost.Excerpts;
import dev.assay.cost.FigureBook;
import dev.assay.cost.Scenario;
import dev.assay.cost.core.Metric;
import dev.assay.frontmatter.Fields;
import dev.assay.note.Located;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import dev.assay.view.LinkView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// `{cost-chart}`: figures of scenarios as a chart.
///
/// `type` is `bars` (one figure of several scenarios, with ranges), `layers` (a cost by what is paid for), `step` (a
/// decoding step by what it waits for), `frontier` (throughput against interactivity), `implied` (what prices of
/// compute-hours make of a token) or `margin` (list prices over the modelled cost).
public final class CostChartBlock {
  private CostChartBlock() {}

  /// What is drawn.
  private enum Type {
    BARS,
    LAYERS,
    STEP,
    FRONTIER,
    IMPLIED,
    MARGIN
  }

  private static final Map<String, Type> TYPES =
      Map.of(
          "bars", Type.BARS, "layers", Type.LAYERS, "step", Type.STEP, "frontier", Type.FRONTIER, "implied", Type.IMPLIED,
          "margin", Type.MARGIN);

  /// What a cost chart draws from.
  ///
  /// @param figures addresses of a scenario's figures, by its name
  /// @param data    the site's data files
  public record From(FigureBook book, CostModel model, Excerpts excerpts, Function<String, List<LinkView>> figures, DataFiles data) {
    /// What scenarios assumed because nobody said otherwise, each once.
    List<String> assumptions(List<Scenario> scenarios) {
      return scenarios.stream()
          .flatMap(scenario -> book.figures(scenario.name()).stream())
          .flatMap(figures -> figures.assumptions().stream())
          .distinct()
          .toList();
    }
  }

  /// Reads the options and draws the chart.
  public static Drawn draw(Fields fields, From from, Page page) {
    return switch (fields.choice("type", TYPES).orElse(Type.BARS)) {
      case BARS -> new CostBars(fields, from, page).draw();
      case LAYERS -> new CostParts(fields, from, page).layers();
      case STEP -> new CostParts(fields, from, page).step();
      case FRONTIER -> new CostFrontier(fields, from, page).draw();
      case IMPLIED -> new CostMarket(fields, from, page).implied();
      case MARGIN -> new CostMarket(fields, from, page).margin();
    };
  }

  /// The option `figure`.
  static Metric metric(Fields fields, Metric usual) {
    Optional<Located<String>> word = fields.located("figure");
    Optional<Metric> metric = word.flatMap(w -> Metric.of(w.value()));
    if (word.isPresent() && metric.isEmpty()) {
      fields.add(Code.UNKNOWN_FIGURE, word.get().place(), "the model computes no '" + word.get().value() + "'", Nearest.hint(word.get().value(), Metric.keys()));
    }
    return metric.orElse(usual);
  }

  /// The option `figure` where it has to be a cost.
  static Metric cost(Fields fields) {
    Metric metric = metric(fields, Metric.USD_PER_MILLION_TOKENS);
    if (!metric.key().startsWith("usd_")) {
      List<String> costs = Metric.keys().stream().filter(key -> key.startsWith("usd_")).toList();
      fields.add(Code.UNKNOWN_FIGURE, fields.located("figure").orElseThrow().place(), "'" + metric.key() + "' is no cost", Nearest.hint(metric.key(), costs));
    }
    return metric;
  }

  /// What a figure is called.
  static String name(Metric metric, Page page) {
    return page.name("figure." + metric.key(), metric.label());
  }

  /// What a figure measures, with its unit.
  static String axis(Metric metric, Page page) {
    String name = CostLeversBlock.capital(name(metric, page));
    return metric.unit().symbol().isEmpty() ? name : name + ", " + metric.unit().symbol();
  }
}
