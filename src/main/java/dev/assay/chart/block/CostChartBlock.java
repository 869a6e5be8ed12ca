package dev.assay.chart.block;

import dev.assay.chart.BarChart;
import dev.assay.chart.BarChart.Bar;
import dev.assay.cost.CostTableOptions;
import dev.assay.cost.Estimate;
import dev.assay.cost.Excerpts;
import dev.assay.cost.Figure;
import dev.assay.cost.FigureBook;
import dev.assay.cost.FigureTable;
import dev.assay.cost.Read;
import dev.assay.cost.core.Metric;
import dev.assay.cost.unit.Numbers;
import dev.assay.frontmatter.Fields;
import dev.assay.note.Located;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import dev.assay.problem.Problem;
import dev.assay.view.LinkView;
import dev.assay.view.Part;
import dev.assay.view.project.FigureViews;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// `{cost-chart}`: one figure of several scenarios as bars with their ranges.
public final class CostChartBlock {
  private CostChartBlock() {}

  /// Reads the options and draws the chart.
  ///
  /// @param files addresses of a scenario's figures, by its name
  public static Drawn draw(Fields fields, FigureBook book, Excerpts excerpts, Function<String, List<LinkView>> files, Page page) {
    Metric metric = metric(fields, Metric.USD_PER_MILLION_TOKENS);
    boolean log = fields.flag("log").orElse(false);
    Read<FigureTable> read =
        new CostTableOptions(fields.list("scenarios"), List.of(metric), fields.located("baseline"), fields.text("caption").orElse(""), fields.mapping().place())
            .fill(book, excerpts);
    fields.done();
    FigureTable table = read.value();
    List<Problem> problems = new ArrayList<>(fields.problems());
    problems.addAll(read.problems());
    List<LinkView> links = table.rows().stream().flatMap(row -> files.apply(row.scenario()).stream()).toList();
    List<Bar> bars = table.rows().stream().map(row -> bar(row)).toList();
    double rule =
        table.baseline().flatMap(name -> table.rows().stream().filter(row -> row.scenario().equals(name)).findFirst())
            .flatMap(row -> row.cells().getFirst().figure().estimate()).map(Estimate::value).orElse(Double.NaN);
    BarChart chart = new BarChart(bars, axis(metric, page), log, rule);
    var view = Picture.of(chart, table.caption(), new FigureViews(page.words(), page.language()).table(withoutCaption(table), page.anchor(), links), page);
    return new Drawn(new Part.Chart(view), List.of(), bars.size(), problems);
  }

  private static FigureTable withoutCaption(FigureTable table) {
    return new FigureTable("", table.columns(), table.rows(), table.baseline(), table.notes());
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

  /// What a figure measures, with its unit.
  static String axis(Metric metric, Page page) {
    String name = page.name("figure." + metric.key(), metric.label());
    String capital = name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
    return metric.unit().symbol().isEmpty() ? capital : capital + ", " + metric.unit().symbol();
  }

  private static Bar bar(FigureTable.Row row) {
    FigureTable.Cell cell = row.cells().getFirst();
    Figure figure = cell.figure();
    Optional<Estimate> estimate = figure.estimate();
    String change = cell.toBaseline().map(ratio -> "×" + Numbers.three(ratio)).orElse("");
    return new Bar(
        row.scenario(), row.description(), estimate.map(Estimate::value).orElse(Double.NaN),
        estimate.map(Estimate::p10).orElse(Double.NaN), estimate.map(Estimate::p90).orElse(Double.NaN),
        estimate.isPresent() ? figure.number() : "", change, figure.kind().word());
  }
}
