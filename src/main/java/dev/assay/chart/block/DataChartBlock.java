package dev.assay.chart.block;

import dev.assay.chart.BarChart;
import dev.assay.chart.Chart;
import dev.assay.chart.PlotChart;
import dev.assay.chart.PlotChart.Axis;
import dev.assay.chart.PlotChart.Form;
import dev.assay.chart.PlotChart.Point;
import dev.assay.chart.PlotChart.Series;
import dev.assay.chart.StackChart;
import dev.assay.chart.scale.Scale.Sort;
import dev.assay.frontmatter.Fields;
import dev.assay.note.DataTable.Row;
import dev.assay.note.Located;
import dev.assay.problem.Code;
import dev.assay.view.FigureTableView;
import dev.assay.view.Part;
import dev.assay.view.SourceView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// `{data-chart}`: a chart of columns of a data file.
///
/// `type` is `bars`, `stacked`, `line`, `steps` or `scatter`. Bars and stacked parts have names in `x` and numbers in
/// `y`; the others have numbers or days in `x`. `series` parts the rows by a column, `low` and `high` are the range of `y`,
/// `label` names points, `log` makes equal distances of equal ratios.
public final class DataChartBlock {
  private final Fields fields;
  private final Selection data;
  private final Page page;
  private final Set<Integer> used = new LinkedHashSet<>();

  private DataChartBlock(Fields fields, Selection data, Page page) {
    this.fields = fields;
    this.data = data;
    this.page = page;
  }

  /// What is drawn.
  private enum Type {
    BARS,
    STACKED,
    LINE,
    STEPS,
    SCATTER
  }

  /// Reads the options and draws the chart.
  public static Drawn draw(Fields fields, DataFiles files, Page page) {
    return new DataChartBlock(fields, Selection.read(fields, files), page).draw();
  }

  private Drawn draw() {
    Type type =
        fields.choice("type", Map.of("bars", Type.BARS, "stacked", Type.STACKED, "line", Type.LINE, "steps", Type.STEPS, "scatter", Type.SCATTER))
            .orElse(Type.BARS);
    OptionalInt x = column("x");
    if (fields.value("x").isEmpty()) {
      fields.required("x");
    }
    List<Integer> ys = data.columns(fields.list("y"));
    if (fields.value("y").isEmpty()) {
      fields.required("y");
    }
    x.ifPresent(used::add);
    OptionalInt series = column("series");
    series.ifPresent(used::add);
    OptionalInt label = column("label");
    label.ifPresent(used::add);
    used.addAll(ys);
    OptionalInt low = column("low");
    OptionalInt high = column("high");
    low.ifPresent(used::add);
    high.ifPresent(used::add);
    Set<String> logs = logs();
    boolean zero = fields.flag("zero").orElse(false);
    String caption = fields.text("caption").orElse("");
    List<SourceView> sources = Sources.read(fields);
    fields.done();
    FigureTableView table = DataTableBlock.table(data, List.copyOf(used), "", sources, page);
    boolean drawable = x.isPresent() && !ys.isEmpty();
    Columns columns = new Columns(x.orElse(0), ys, series, label, low, high);
    Chart chart = drawable ? chart(type, columns, logs, zero) : new BarChart(List.of(), "", false, Double.NaN);
    Part part = new Part.Chart(Picture.of(chart, caption, "", table, page));
    return new Drawn(part, DataTableBlock.rows(data, List.copyOf(used)), 0, data.problems());
  }

  /// Which columns are what.
  private record Columns(int x, List<Integer> ys, OptionalInt series, OptionalInt label, OptionalInt low, OptionalInt high) {}

  private OptionalInt column(String key) {
    Optional<Located<String>> name = fields.located(key);
    return name.isEmpty() ? OptionalInt.empty() : data.column(name.get().value(), name.get().place());
  }

  private Set<String> logs() {
    Set<String> logs = new LinkedHashSet<>();
    for (Located<String> word : fields.list("log")) {
      if (word.value().equals("x") || word.value().equals("y")) {
        logs.add(word.value());
      } else {
        fields.add(Code.WRONG_TYPE, word.place(), "'" + word.value() + "' is no axis", "write x, y or [x, y]");
      }
    }
    return logs;
  }

  private Chart chart(Type type, Columns columns, Set<String> logs, boolean zero) {
    return switch (type) {
      case BARS -> bars(columns, logs.contains("y"));
      case STACKED -> stack(columns);
      case LINE -> plot(columns, Form.LINE, logs, zero);
      case STEPS -> plot(columns, Form.STEPS, logs, zero);
      case SCATTER -> plot(columns, Form.DOTS, logs, zero);
    };
  }

  private BarChart bars(Columns columns, boolean log) {
    List<BarChart.Bar> bars = new ArrayList<>();
    for (Row row : data.rows()) {
      for (int y : columns.ys()) {
        String name = data.shown(row, columns.x());
        String note = columns.series().isPresent() ? data.shown(row, columns.series().getAsInt()) : columns.ys().size() > 1 ? data.label(y) : "";
        double value = data.number(row, y);
        bars.add(
            new BarChart.Bar(name, note, value, optional(row, columns.low()), optional(row, columns.high()), Double.isNaN(value) ? "" : data.shown(row, y), "", data.kind(row)));
      }
    }
    return new BarChart(bars, data.title(columns.ys().getFirst()), log, Double.NaN);
  }

  private double optional(Row row, OptionalInt column) {
    return column.isPresent() ? data.number(row, column.getAsInt()) : Double.NaN;
  }

  private StackChart stack(Columns columns) {
    List<String> parts;
    Map<String, Map<String, Row>> byRow = new LinkedHashMap<>();
    Set<String> found = new LinkedHashSet<>();
    if (columns.series().isPresent()) {
      for (Row row : data.rows()) {
        String part = data.shown(row, columns.series().getAsInt());
        found.add(part);
        byRow.computeIfAbsent(data.shown(row, columns.x()), _ -> new LinkedHashMap<>()).putIfAbsent(part, row);
      }
      parts = List.copyOf(found);
    } else {
      parts = columns.ys().stream().map(data::label).toList();
    }
    List<StackChart.Row> rows = new ArrayList<>();
    int y = columns.ys().getFirst();
    if (columns.series().isPresent()) {
      byRow.forEach((name, cells) -> rows.add(stacked(name, parts.stream().map(p -> Optional.ofNullable(cells.get(p)).map(row -> new Piece(row, y))).toList())));
    } else {
      data.rows().forEach(row -> rows.add(stacked(data.shown(row, columns.x()), columns.ys().stream().map(each -> Optional.of(new Piece(row, each))).toList())));
    }
    return new StackChart(parts, rows, data.title(y));
  }

  /// One cell of the file.
  private record Piece(Row row, int column) {}

  private StackChart.Row stacked(String name, List<Optional<Piece>> pieces) {
    List<Double> values = pieces.stream().map(p -> p.map(each -> data.number(each.row(), each.column())).orElse(Double.NaN)).toList();
    List<String> texts = pieces.stream().map(p -> p.map(each -> data.shown(each.row(), each.column())).orElse("")).toList();
    double sum = values.stream().filter(v -> !Double.isNaN(v)).mapToDouble(Double::doubleValue).sum();
    return new StackChart.Row(name, "", values, texts, Written.show(Double.toString(sum), new Written.Shown.Significant()));
  }

  private PlotChart plot(Columns columns, Form form, Set<String> logs, boolean zero) {
    boolean time = data.isTime(columns.x());
    Map<String, List<Point>> bySeries = new LinkedHashMap<>();
    for (Row row : data.rows()) {
      double x = time ? Written.day(row.cells().get(columns.x()).text()) : data.number(row, columns.x());
      for (int y : columns.ys()) {
        String name = columns.series().isPresent() ? data.shown(row, columns.series().getAsInt()) : columns.ys().size() > 1 ? data.label(y) : "";
        String label = columns.label().isPresent() ? data.shown(row, columns.label().getAsInt()) : "";
        String title = (label.isEmpty() ? "" : label + ": ") + data.shown(row, columns.x()) + ", " + data.shown(row, y);
        bySeries.computeIfAbsent(name, _ -> new ArrayList<>())
            .add(new Point(x, data.number(row, y), optional(row, columns.low()), optional(row, columns.high()), label, title));
      }
    }
    List<Series> series = new ArrayList<>();
    bySeries.forEach((name, points) -> series.add(new Series(name, form, series.size() + 1, points)));
    Sort across = time ? Sort.TIME : logs.contains("x") ? Sort.LOG : Sort.LINEAR;
    return new PlotChart(
        new Axis(time ? "" : data.title(columns.x()), across, zero && !time),
        new Axis(data.title(columns.ys().getFirst()), logs.contains("y") ? Sort.LOG : Sort.LINEAR, zero && !logs.contains("y")), series, List.of(), false);
  }
}
