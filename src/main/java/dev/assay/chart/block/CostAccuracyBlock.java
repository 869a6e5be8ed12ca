package dev.assay.chart.block;

import dev.assay.chart.PlotChart;
import dev.assay.chart.PlotChart.Axis;
import dev.assay.chart.PlotChart.Form;
import dev.assay.chart.PlotChart.Point;
import dev.assay.chart.PlotChart.Rule;
import dev.assay.chart.PlotChart.Series;
import dev.assay.chart.scale.Scale.Sort;
import dev.assay.cost.accuracy.Accuracy;
import dev.assay.cost.accuracy.Prediction;
import dev.assay.cost.core.Metric;
import dev.assay.cost.unit.Numbers;
import dev.assay.frontmatter.Fields;
import dev.assay.view.FigureTableView;
import dev.assay.view.FigureTableView.Bar;
import dev.assay.view.FigureTableView.Cell;
import dev.assay.view.FigureTableView.Column;
import dev.assay.view.FigureTableView.Row;
import dev.assay.view.LinkView;
import dev.assay.view.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// `{cost-accuracy}`: how wrong the model has been on published measurements.
///
/// `show` is `classes` (errors by what was measured and by engine), `chart` (predicted against measured) or `worst` (the
/// rows it misses most); `metric` keeps one of them. The table of measurements is large, so nothing is read before a page
/// really has to be printed.
public final class CostAccuracyBlock {
  private static final Map<String, String> METRICS =
      Map.of(
          "output_tokens_per_second", "output_tokens_per_second", "tpot_ms", "tpot_ms", "ttft_ms", "ttft_ms", "gpu_power_w",
          "gpu_power_w", "joules_per_output_token", "joules_per_output_token");

  private final Page page;
  private final Optional<String> metric;
  private final String caption;

  private CostAccuracyBlock(Page page, Optional<String> metric, String caption) {
    this.page = page;
    this.metric = metric;
    this.caption = caption;
  }

  /// What is shown.
  public enum Show {
    CLASSES,
    CHART,
    WORST
  }

  /// A block whose options are read and whose contents are not made yet.
  ///
  /// @param chart whether it is a chart
  /// @param made  makes it, the same each time
  public record Later(boolean chart, Supplier<Part> made, Drawn drawn) {}

  /// Reads the options.
  public static Later read(Fields fields, Page page) {
    Show show = fields.choice("show", Map.of("classes", Show.CLASSES, "chart", Show.CHART, "worst", Show.WORST)).orElse(Show.CLASSES);
    Optional<String> metric = fields.choice("metric", METRICS);
    if (show == Show.CHART && fields.value("metric").isEmpty()) {
      fields.required("metric");
    }
    CostAccuracyBlock block = new CostAccuracyBlock(page, metric, fields.text("caption").orElse(""));
    fields.done();
    Supplier<Part> made =
        switch (show) {
          case CLASSES -> () -> new Part.FigureTable(block.classes(Accuracy.shipped()));
          case WORST -> () -> new Part.FigureTable(block.worst(Accuracy.shipped()));
          case CHART -> () -> new Part.Chart(block.chart(Accuracy.shipped()));
        };
    return new Later(show == Show.CHART, made, new Drawn(Blank.part(), List.of(), 0, fields.problems()));
  }

  private List<Accuracy.ErrorClass> wanted(Accuracy accuracy) {
    return accuracy.classes().stream().filter(each -> metric.isEmpty() || metric.get().equals(each.metric())).toList();
  }

  private FigureTableView classes(Accuracy accuracy) {
    List<Column> columns = new ArrayList<>();
    for (String key : List.of("engine", "count", "median", "p90", "roofline", "model", "hardware", "coverage", "noise")) {
      boolean share = !key.equals("engine") && !key.equals("count");
      columns.add(new Column(page.word("accuracy." + key), share ? "%" : "", !key.equals("engine"), page.name("accuracy." + key + ".title", "")));
    }
    List<Row> rows = new ArrayList<>();
    for (Accuracy.ErrorClass each : wanted(accuracy)) {
      List<Cell> cells = new ArrayList<>();
      cells.add(cell(each.engine().isEmpty() ? page.word("accuracy.all") : each.engine()));
      String left = each.unpredicted() == 0 ? "" : page.word("accuracy.unpredicted", each.unpredicted());
      cells.add(new Cell(Integer.toString(each.count()), "", left, "", false, "", Bar.NONE));
      for (double share : List.of(each.median(), each.p90(), each.roofline(), each.withoutModel(), each.withoutHardware(), each.coverage(), each.noise().orElse(Double.NaN))) {
        cells.add(cell(percent(share)));
      }
      rows.add(new Row(name(each.metric()), "", each.engine().isEmpty(), cells));
    }
    return new FigureTableView(page.anchor(), caption, page.word("accuracy.what"), columns, rows, List.of(page.word("accuracy.how")), List.of(), List.of());
  }

  private String name(String key) {
    return CostLeversBlock.capital(page.name("figure." + key, Metric.of(key).map(Metric::label).orElse(page.name("accuracy." + key, key.replace('_', ' ')))));
  }

  private static String percent(double share) {
    return Double.isFinite(share) ? Numbers.significant(100 * share, share >= 0.1 ? 3 : 2) : "–";
  }

  private static Cell cell(String text) {
    return new Cell(text, "", "", "", false, "", Bar.NONE);
  }

  private FigureTableView worst(Accuracy accuracy) {
    List<Column> columns =
        List.of(
            new Column(page.word("accuracy.row"), "", false, ""), new Column(page.word("accuracy.measured"), "", true, ""),
            new Column(page.word("accuracy.predicted"), "", true, ""), new Column(page.word("accuracy.ratio"), "", true, ""));
    List<Row> rows = new ArrayList<>();
    for (Accuracy.ErrorClass each : wanted(accuracy)) {
      if (each.engine().isEmpty()) {
        each.worst().forEach(prediction -> rows.add(row(prediction)));
      }
    }
    return new FigureTableView(page.anchor(), caption, page.word("accuracy.what"), columns, rows, List.of(), List.of(), List.of());
  }

  private Row row(Prediction prediction) {
    var measured = prediction.measured();
    String range = Numbers.three(prediction.p10()) + "–" + Numbers.three(prediction.p90());
    return new Row(
        name(measured.metric()), measured.id(), false,
        List.of(
            cell(where(prediction)), cell(Numbers.three(measured.value())), new Cell(Numbers.three(prediction.p50()), "", range, "", false, "", Bar.NONE),
            cell("×" + Numbers.three(prediction.p50() / measured.value()))));
  }

  private static String where(Prediction prediction) {
    var m = prediction.measured();
    return String.join(" · ", List.of(m.hardware(), m.model(), m.precision(), m.engine(), m.layout(), m.workload()));
  }

  private dev.assay.view.ChartView chart(Accuracy accuracy) {
    String key = metric.orElseThrow();
    List<Prediction> known = accuracy.predictions().stream().filter(p -> p.measured().metric().equals(key) && p.isKnown()).toList();
    List<Series> series = new ArrayList<>();
    List<Point> rooflines = known.stream().filter(p -> Double.isFinite(p.roofline())).map(p -> Point.at(p.measured().value(), p.roofline())).toList();
    if (!rooflines.isEmpty()) {
      series.add(new Series(page.word("accuracy.roofline"), Form.CLOUD, 5, rooflines));
    }
    series.add(new Series(page.word("accuracy.model-name"), Form.CLOUD, 1, known.stream().map(p -> Point.at(p.measured().value(), p.p50())).toList()));
    String unit = known.stream().findFirst().map(p -> p.measured().unit()).orElse("");
    List<Rule> rules =
        List.of(new Rule.Multiple(1, page.word("accuracy.equal")), new Rule.Multiple(1.25, "+25%"), new Rule.Multiple(0.8, "−20%"));
    PlotChart chart =
        new PlotChart(
            new Axis(page.word("accuracy.measured") + ", " + unit, Sort.LOG, false),
            new Axis(page.word("accuracy.predicted") + ", " + unit, Sort.LOG, false), series, rules, true);
    return Picture.of(chart, caption.isEmpty() ? name(key) : caption, page.word("accuracy.chart-how"), only(key, accuracy), page);
  }

  private FigureTableView only(String key, Accuracy accuracy) {
    FigureTableView all = new CostAccuracyBlock(page, Optional.of(key), "").classes(accuracy);
    return new FigureTableView(all.anchor(), "", all.corner(), all.columns(), all.rows(), List.of(), List.of(), List.<LinkView>of());
  }
}
