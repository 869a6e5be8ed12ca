package dev.assay.chart.block;

import dev.assay.chart.TornadoChart;
import dev.assay.cost.Levers;
import dev.assay.cost.Scenario;
import dev.assay.cost.core.Lever;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// `{cost-levers}`: what moves a figure, the strongest first: lever by lever, or by layer of the stack.
public final class CostLeversBlock {
  private static final int USUAL = 10;
  private static final int MOST = 60;

  private final Levers levers;
  private final Page page;
  private final int limit;

  private CostLeversBlock(Levers levers, Page page, int limit) {
    this.levers = levers;
    this.page = page;
    this.limit = limit;
  }

  /// Reads the options and draws the chart.
  public static Drawn draw(Fields fields, CostChartBlock.From from, Page page) {
    Optional<Scenario> scenario = Scenarios.one(fields, "scenario", from.book());
    Metric metric = CostChartBlock.metric(fields, Metric.USD_PER_MILLION_TOKENS);
    boolean layers = fields.choice("by", Map.of("lever", false, "layer", true)).orElse(false);
    int limit = fields.integer("limit", 1, MOST).orElse(USUAL);
    String caption = fields.text("caption").orElse("");
    fields.done();
    if (scenario.isEmpty()) {
      return new Drawn(Blank.part(), List.of(), 0, fields.problems());
    }
    Levers levers = Levers.of(from.model().catalog(), scenario.get(), metric);
    CostLeversBlock block = new CostLeversBlock(levers, page, limit);
    List<Line> lines = layers ? block.layers() : block.levers();
    FigureTableView table = block.table(lines, layers, from.assumptions(List.of(scenario.get())), from.figures().apply(scenario.get().name()));
    TornadoChart chart = block.chart(lines, metric);
    return new Drawn(new Part.Chart(Picture.of(chart, caption, block.note(), table, page)), List.of(), lines.size(), fields.problems());
  }

  /// One row.
  private record Line(String label, String note, String value, double lower, double higher, String elasticity) {}

  private List<Line> levers() {
    List<Line> lines = new ArrayList<>();
    for (Levers.Effect effect : levers.effects().stream().limit(limit).toList()) {
      lines.add(
          new Line(
              capital(page.name("lever." + effect.key(), effect.label())), layer(effect.layer()) + " · " + effect.text(), effect.text(),
              100 * effect.lower(), 100 * effect.higher(), signed(effect.elasticity())));
    }
    return lines;
  }

  private List<Line> layers() {
    List<Line> lines = new ArrayList<>();
    for (Levers.LayerEffect effect : levers.layers().stream().limit(limit).toList()) {
      String keys = String.join(", ", effect.keys().stream().limit(4).map(key -> page.name("lever." + key, key.replace('_', ' '))).toList());
      String more = effect.keys().size() > 4 ? " " + page.word("chart.more", effect.keys().size() - 4) : "";
      lines.add(new Line(capital(layer(effect.layer())), keys + more, "", 100 * effect.lowest(), 100 * effect.highest(), ""));
    }
    return lines;
  }

  private String layer(Lever.Layer layer) {
    String key = layer.name().toLowerCase(Locale.ROOT);
    return page.name("layer." + key, key.replace('_', ' '));
  }

  private TornadoChart chart(List<Line> lines, Metric metric) {
    boolean layers = lines.stream().allMatch(line -> line.elasticity().isEmpty());
    return new TornadoChart(
        lines.stream().map(l -> new TornadoChart.Lever(l.label(), l.note(), l.lower(), l.higher(), percent(l.lower()), percent(l.higher()))).toList(),
        page.word("levers.axis", CostChartBlock.name(metric, page)), page.word(layers ? "levers.best" : "levers.lower"),
        page.word(layers ? "levers.worst" : "levers.higher"));
  }

  private FigureTableView table(List<Line> lines, boolean layers, List<String> assumptions, List<LinkView> files) {
    List<Column> columns =
        layers
            ? List.of(column("levers.of", ""), column("levers.best", "%"), column("levers.worst", "%"))
            : List.of(column("levers.value", ""), column("levers.elasticity", ""), column("levers.lower", "%"), column("levers.higher", "%"));
    String kind = levers.figure().kind().word();
    List<Row> rows = new ArrayList<>();
    for (Line line : lines) {
      List<Cell> cells = new ArrayList<>();
      cells.add(new Cell(layers ? line.note() : line.value(), "", "", "", false, "", Bar.NONE));
      if (!layers) {
        cells.add(new Cell(line.elasticity(), kind, "", "", false, "", Bar.NONE));
      }
      cells.add(new Cell(percent(line.lower()), kind, "", "", false, "", Bar.NONE));
      cells.add(new Cell(percent(line.higher()), kind, "", "", false, "", Bar.NONE));
      rows.add(new Row(line.label(), "", false, cells));
    }
    return new FigureTableView(
        page.anchor(), "", page.word(layers ? "levers.layer" : "levers.lever"), columns, rows, assumptions,
        Sources.of(List.of(levers.figure())), files, Derivations.of(List.of(levers.figure())));
  }

  private String note() {
    Set<String> unknown = new LinkedHashSet<>();
    if (levers.figure().kind() == Kind.BLOCKED) {
      unknown.addAll(levers.figure().blockers());
    }
    unknown.addAll(levers.unknown());
    return page.word("levers.how") + (unknown.isEmpty() ? "" : "; " + page.word("figures.blocked", String.join(", ", unknown)));
  }

  private Column column(String key, String unit) {
    return new Column(page.word(key), unit, !key.equals("levers.value") && !key.equals("levers.of"), "");
  }

  private static String percent(double value) {
    return Math.abs(value) < 0.005 ? "0" : signed(value);
  }

  private static String signed(double value) {
    String digits = Numbers.significant(Math.abs(value), Math.abs(value) < 1 ? 1 : 2);
    return (value < 0 ? "−" : "+") + digits;
  }

  static String capital(String text) {
    return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
