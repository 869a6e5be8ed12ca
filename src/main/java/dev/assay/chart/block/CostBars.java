package dev.assay.chart.block;

import dev.assay.chart.BarChart;
import dev.assay.chart.BarChart.Bar;
import dev.assay.cost.CostTableOptions;
import dev.assay.cost.Estimate;
import dev.assay.cost.Figure;
import dev.assay.cost.FigureTable;
import dev.assay.cost.Read;
import dev.assay.cost.core.Metric;
import dev.assay.cost.unit.Numbers;
import dev.assay.frontmatter.Fields;
import dev.assay.problem.Problem;
import dev.assay.view.ChartView;
import dev.assay.view.LinkView;
import dev.assay.view.Part;
import dev.assay.view.project.FigureViews;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One figure of several scenarios as bars with their ranges.
record CostBars(Fields fields, CostChartBlock.From from, Page page) {
  Drawn draw() {
    Metric metric = CostChartBlock.metric(fields, Metric.USD_PER_MILLION_TOKENS);
    boolean log = fields.flag("log").orElse(false);
    CostTableOptions options =
        new CostTableOptions(
            fields.list("scenarios"), List.of(metric), fields.located("baseline"), fields.text("caption").orElse(""), fields.mapping().place());
    fields.done();
    Read<FigureTable> read = options.fill(from.book(), from.excerpts());
    List<Problem> problems = new ArrayList<>(fields.problems());
    problems.addAll(read.problems());
    FigureTable table = read.value();
    List<Bar> bars = table.rows().stream().map(row -> bar(row, page)).toList();
    BarChart chart = new BarChart(bars, CostChartBlock.axis(metric, page), log, baseline(table));
    List<LinkView> links = table.rows().stream().flatMap(row -> from.figures().apply(row.scenario()).stream()).toList();
    FigureTable bare = new FigureTable("", table.columns(), table.rows(), table.baseline(), table.notes());
    ChartView view = Picture.of(chart, table.caption(), "", new FigureViews(page.words(), page.language(), page.labels()).table(bare, page.anchor(), links), page);
    return new Drawn(new Part.Chart(view), List.of(), bars.size(), problems);
  }

  private static double baseline(FigureTable table) {
    return table.rows().stream()
        .filter(row -> table.baseline().filter(row.scenario()::equals).isPresent())
        .flatMap(row -> row.cells().getFirst().figure().estimate().stream())
        .mapToDouble(Estimate::value)
        .findFirst()
        .orElse(Double.NaN);
  }

  private static Bar bar(FigureTable.Row row, Page page) {
    FigureTable.Cell cell = row.cells().getFirst();
    Figure figure = cell.figure();
    Optional<Estimate> estimate = figure.estimate();
    String change = cell.toBaseline().map(ratio -> "×" + Numbers.three(ratio)).orElse("");
    return new Bar(
        page.scenario(row.scenario()), row.description(), estimate.map(Estimate::value).orElse(Double.NaN),
        estimate.map(Estimate::p10).orElse(Double.NaN), estimate.map(Estimate::p90).orElse(Double.NaN),
        estimate.isPresent() ? figure.number() : "", change, figure.kind().word());
  }
}
