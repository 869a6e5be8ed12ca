package dev.assay.chart.block;

import dev.assay.chart.PlotChart;
import dev.assay.chart.PlotChart.Axis;
import dev.assay.chart.PlotChart.Form;
import dev.assay.chart.PlotChart.Point;
import dev.assay.chart.PlotChart.Series;
import dev.assay.chart.scale.Scale.Sort;
import dev.assay.cost.Figure;
import dev.assay.cost.Frontier;
import dev.assay.cost.Offer;
import dev.assay.cost.Scenario;
import dev.assay.cost.core.Metric;
import dev.assay.cost.unit.Numbers;
import dev.assay.frontmatter.Fields;
import dev.assay.note.Kind;
import dev.assay.view.FigureTableView;
import dev.assay.view.FigureTableView.Bar;
import dev.assay.view.FigureTableView.Cell;
import dev.assay.view.FigureTableView.Column;
import dev.assay.view.FigureTableView.Row;
import dev.assay.view.LinkView;
import dev.assay.view.Part;
import dev.assay.view.project.Derivations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Throughput of an accelerator against the speed that one user sees.
record CostFrontier(Fields fields, CostChartBlock.From from, Page page) {
  Drawn draw() {
    List<Scenario> scenarios = Scenarios.several(fields, "scenarios", from.book());
    String caption = fields.text("caption").orElse("");
    fields.done();
    List<Frontier> frontiers = scenarios.stream().map(s -> Frontier.of(from.model().catalog(), s)).toList();
    List<Series> series = new ArrayList<>();
    for (Frontier frontier : frontiers) {
      series.add(new Series(page.scenario(frontier.scenario().name()), Form.LINE, series.size() + 1, points(frontier)));
    }
    PlotChart chart =
        new PlotChart(
            new Axis(CostChartBlock.axis(Metric.TOKENS_PER_SECOND_PER_USER, page), Sort.LOG, false),
            new Axis(CostChartBlock.axis(Metric.OUTPUT_TOKENS_PER_SECOND_PER_ACCELERATOR, page), Sort.LOG, false), series, List.of(), false);
    List<LinkView> links = scenarios.stream().flatMap(s -> from.figures().apply(s.name()).stream()).toList();
    int count = frontiers.stream().mapToInt(f -> f.best().size()).sum();
    return new Drawn(new Part.Chart(Picture.of(chart, caption, page.word("frontier.how"), table(frontiers, links), page)), List.of(), count, fields.problems());
  }

  /// A layout is named where it begins to be the best one.
  private static List<Point> points(Frontier frontier) {
    List<Point> points = new ArrayList<>();
    Set<String> named = new HashSet<>();
    for (Offer offer : frontier.best()) {
      String label = named.add(offer.layout()) ? offer.layout() : "";
      String title =
          offer.layout() + ", " + Numbers.three(offer.concurrency()) + ": " + Numbers.three(offer.perUser()) + ", " + Numbers.three(offer.perAccelerator());
      points.add(new Point(offer.perUser(), offer.perAccelerator(), Double.NaN, Double.NaN, label, title));
    }
    return points;
  }

  private FigureTableView table(List<Frontier> frontiers, List<LinkView> links) {
    List<Metric> metrics =
        List.of(Metric.TOKENS_PER_SECOND_PER_USER, Metric.OUTPUT_TOKENS_PER_SECOND_PER_ACCELERATOR, Metric.TTFT_MS, Metric.USD_PER_MILLION_OUTPUT_TOKENS);
    List<Column> columns = new ArrayList<>(List.of(new Column(page.word("frontier.layout"), "", false, ""), new Column(page.word("frontier.requests"), "", true, "")));
    metrics.forEach(m -> columns.add(new Column(CostLeversBlock.capital(CostChartBlock.name(m, page)), m.unit().symbol(), true, "")));
    List<Row> rows = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    for (Frontier frontier : frontiers) {
      from.book().figures(frontier.scenario().name()).flatMap(f -> f.get(Metric.OUTPUT_TOKENS_PER_SECOND.key())).ifPresent(figures::add);
      String kind = figures.isEmpty() ? Kind.INFERENCE.word() : figures.getLast().kind().word();
      for (Offer offer : frontier.best()) {
        List<Cell> cells = new ArrayList<>(List.of(cell(offer.layout(), ""), cell(Numbers.three(offer.concurrency()), "")));
        for (double value : List.of(offer.perUser(), offer.perAccelerator(), offer.ttftMs(), offer.usdPerMillionOutput())) {
          cells.add(cell(Double.isFinite(value) ? Numbers.three(value) : "", kind));
        }
        rows.add(new Row(page.scenario(frontier.scenario().name()), "", false, cells));
      }
    }
    return new FigureTableView(page.anchor(), "", page.word("figures.scenario"), columns, rows, from.assumptions(frontiers.stream().map(Frontier::scenario).toList()), Sources.of(figures), links, Derivations.of(figures));
  }

  private static Cell cell(String text, String kind) {
    return new Cell(text, kind, "", "", false, "", Bar.NONE);
  }
}
