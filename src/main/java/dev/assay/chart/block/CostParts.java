package dev.assay.chart.block;

import dev.assay.chart.StackChart;
import dev.assay.cost.Bottleneck;
import dev.assay.cost.CostLayers;
import dev.assay.cost.Estimate;
import dev.assay.cost.Figure;
import dev.assay.cost.Figures;
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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What a figure of several scenarios is made of, stacked.
record CostParts(Fields fields, CostChartBlock.From from, Page page) {
  /// One scenario's parts, in the figure's unit; NaN where nothing is known.
  private record Whole(Scenario scenario, Figure figure, List<Double> values) {}

  /// A cost by what is paid for.
  Drawn layers() {
    List<Scenario> scenarios = Scenarios.several(fields, "scenarios", from.book());
    Metric metric = CostChartBlock.cost(fields);
    List<CostLayers.Item> items = new ArrayList<>();
    List<Whole> wholes = new ArrayList<>();
    List<CostLayers> all = scenarios.stream().map(s -> CostLayers.of(from.model().catalog(), s, metric)).toList();
    for (CostLayers.Item item : CostLayers.Item.values()) {
      if (all.stream().flatMap(l -> l.parts().stream()).anyMatch(p -> p.item() == item)) {
        items.add(item);
      }
    }
    for (CostLayers each : all) {
      List<Double> values = items.stream().map(item -> value(each, item)).toList();
      figure(each.scenario(), metric).ifPresent(f -> wholes.add(new Whole(each.scenario(), f, values)));
    }
    List<String> names = items.stream().map(i -> page.name("cost." + i.name().toLowerCase(Locale.ROOT), i.label())).toList();
    return drawn(names, wholes, metric, page.word("layers.how"));
  }

  private static double value(CostLayers layers, CostLayers.Item item) {
    double none = Double.isNaN(layers.total()) ? Double.NaN : 0;
    return layers.parts().stream().filter(p -> p.item() == item).mapToDouble(CostLayers.Part::value).findFirst().orElse(none);
  }

  /// A decoding step by what it waits for.
  Drawn step() {
    List<Scenario> scenarios = Scenarios.several(fields, "scenarios", from.book());
    List<Bottleneck.Resource> resources = Arrays.asList(Bottleneck.Resource.values());
    List<Whole> wholes = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      List<Double> values = resources.stream().map(r -> figure(scenario, r.metric()).flatMap(Figure::estimate).map(Estimate::value).orElse(Double.NaN)).toList();
      figure(scenario, Metric.STEP_TIME).ifPresent(f -> wholes.add(new Whole(scenario, f, values)));
    }
    List<String> names = resources.stream().map(r -> page.word("step." + r.name().toLowerCase(Locale.ROOT))).toList();
    return drawn(names, wholes, Metric.STEP_TIME, page.word("step.how"));
  }

  private java.util.Optional<Figure> figure(Scenario scenario, Metric metric) {
    return from.book().figures(scenario.name()).flatMap((Figures figures) -> figures.get(metric.key()));
  }

  private Drawn drawn(List<String> names, List<Whole> wholes, Metric metric, String how) {
    String caption = fields.text("caption").orElse("");
    fields.done();
    List<StackChart.Row> rows =
        wholes.stream()
            .map(w -> new StackChart.Row(page.scenario(w.scenario().name()), "", w.values(), w.values().stream().map(CostParts::text).toList(), w.figure().estimate().isPresent() ? w.figure().number() : ""))
            .toList();
    StackChart chart = new StackChart(names, rows, CostChartBlock.axis(metric, page));
    List<LinkView> links = wholes.stream().flatMap(w -> from.figures().apply(w.scenario().name()).stream()).toList();
    FigureTableView table = table(names, wholes, metric, links);
    int count = wholes.stream().mapToInt(w -> w.values().size()).sum();
    return new Drawn(new Part.Chart(Picture.of(chart, caption, how, table, page)), List.of(), count, fields.problems());
  }

  private static String text(double value) {
    return Double.isFinite(value) ? Numbers.three(value) : "";
  }

  private FigureTableView table(List<String> names, List<Whole> wholes, Metric metric, List<LinkView> links) {
    String unit = metric.unit().symbol();
    List<Column> columns = new ArrayList<>(names.stream().map(name -> new Column(CostLeversBlock.capital(name), unit, true, "")).toList());
    columns.add(new Column(page.word("figures.total"), unit, true, ""));
    List<Row> rows = new ArrayList<>();
    for (Whole whole : wholes) {
      List<Cell> cells = new ArrayList<>(whole.values().stream().map(v -> new Cell(text(v), whole.figure().kind().word(), "", "", false, "", Bar.NONE)).toList());
      Figure figure = whole.figure();
      boolean blocked = figure.kind() == Kind.BLOCKED;
      cells.add(new Cell(blocked ? "" : figure.number(), figure.kind().word(), figure.range(), "", false, figure.formula(), Bar.NONE));
      rows.add(new Row(page.scenario(whole.scenario().name()), "", false, cells));
    }
    List<Figure> figures = wholes.stream().map(Whole::figure).toList();
    return new FigureTableView(page.anchor(), "", page.word("figures.scenario"), columns, rows, from.assumptions(wholes.stream().map(Whole::scenario).toList()), Sources.of(figures), links, Derivations.of(figures));
  }
}
