package dev.assay.chart.block;

import dev.assay.chart.BarChart;
import dev.assay.chart.PlotChart;
import dev.assay.chart.PlotChart.Axis;
import dev.assay.chart.PlotChart.Form;
import dev.assay.chart.PlotChart.Point;
import dev.assay.chart.PlotChart.Series;
import dev.assay.chart.scale.Scale.Sort;
import dev.assay.cost.Estimate;
import dev.assay.cost.Figure;
import dev.assay.cost.Margin;
import dev.assay.cost.MarketSeries;
import dev.assay.cost.Scenario;
import dev.assay.cost.core.Metric;
import dev.assay.cost.unit.Numbers;
import dev.assay.cost.unit.Range;
import dev.assay.frontmatter.Fields;
import dev.assay.note.DataTable;
import dev.assay.note.Kind;
import dev.assay.note.Located;
import dev.assay.problem.Problem;
import dev.assay.view.FigureTableView;
import dev.assay.view.FigureTableView.Bar;
import dev.assay.view.FigureTableView.Cell;
import dev.assay.view.FigureTableView.Column;
import dev.assay.view.FigureTableView.Row;
import dev.assay.view.Part;
import dev.assay.view.SourceView;
import dev.assay.view.project.Derivations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Prices beside costs.
record CostMarket(Fields fields, CostChartBlock.From from, Page page) {
  /// What prices of compute-hours make of a token. The prices stand in a data file (`file`, with the columns `date`, `price`
  /// and perhaps `series` and `from`), or are the catalog's rents of the scenario's accelerator.
  Drawn implied() {
    Optional<Scenario> scenario = Scenarios.one(fields, "scenario", from.book());
    Metric metric = CostChartBlock.cost(fields);
    List<Problem> problems = new ArrayList<>();
    List<MarketSeries.Hour> hours = new ArrayList<>();
    if (fields.value("file").isPresent()) {
      hours.addAll(written(problems));
    } else {
      scenario.ifPresent(s -> hours.addAll(MarketSeries.rentals(from.model().catalog(), s.hardware().id())));
    }
    String caption = fields.text("caption").orElse("");
    fields.done();
    problems.addAll(0, fields.problems());
    if (scenario.isEmpty() || !problems.isEmpty()) {
      return new Drawn(Blank.part(), List.of(), 0, problems);
    }
    MarketSeries market = MarketSeries.of(from.model(), scenario.get(), metric, hours);
    return new Drawn(new Part.Chart(Picture.of(plot(market), caption, page.word("market.how"), table(market), page)), List.of(), market.points().size(), problems);
  }

  private List<MarketSeries.Hour> written(List<Problem> problems) {
    Selection data = Selection.read(fields, from.data());
    OptionalInt date = column(data, "date");
    OptionalInt price = column(data, "price");
    OptionalInt series = column(data, "series");
    OptionalInt source = column(data, "source");
    for (String needed : List.of("date", "price")) {
      if (fields.value(needed).isEmpty()) {
        fields.required(needed);
      }
    }
    List<MarketSeries.Hour> hours = new ArrayList<>();
    if (date.isPresent() && price.isPresent()) {
      for (DataTable.Row row : data.rows()) {
        double usd = data.number(row, price.getAsInt());
        if (usd >= 0) {
          String kind = data.kind(row);
          hours.add(
              new MarketSeries.Hour(
                  row.cells().get(date.getAsInt()).text(), series.isPresent() ? row.cells().get(series.getAsInt()).text() : "", Range.exact(usd),
                  kind.isEmpty() || kind.equals(Kind.BLOCKED.word()) ? Kind.INFERENCE : Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                  source.isPresent() ? row.cells().get(source.getAsInt()).text() : data.table().file()));
        }
      }
    }
    problems.addAll(data.problems().stream().filter(p -> !fields.problems().contains(p)).toList());
    return hours;
  }

  private OptionalInt column(Selection data, String key) {
    Optional<Located<String>> name = fields.located(key);
    return name.isEmpty() ? OptionalInt.empty() : data.column(name.get().value(), name.get().place());
  }

  private PlotChart plot(MarketSeries market) {
    Map<String, List<Point>> byLabel = new LinkedHashMap<>();
    for (MarketSeries.Point point : market.points()) {
      Optional<Estimate> implied = point.implied().estimate();
      double day = Written.day(point.hour().date());
      String said = point.hour().label() + " " + point.hour().date() + ": " + point.implied().text();
      byLabel
          .computeIfAbsent(point.hour().label(), _ -> new ArrayList<>())
          .add(new Point(day, implied.map(Estimate::value).orElse(Double.NaN), implied.map(Estimate::p10).orElse(Double.NaN), implied.map(Estimate::p90).orElse(Double.NaN), "", said.strip()));
    }
    List<Series> series = new ArrayList<>();
    byLabel.forEach((name, points) -> series.add(new Series(name, points.size() > 1 ? Form.LINE : Form.DOTS, series.size() + 1, points)));
    return new PlotChart(
        new Axis("", Sort.TIME, false), new Axis(CostChartBlock.axis(market.metric(), page), Sort.LINEAR, true), series, List.of(), false);
  }

  private FigureTableView table(MarketSeries market) {
    List<Column> columns =
        List.of(
            new Column(page.word("market.hour"), "", false, ""), new Column(page.word("market.price"), "USD/h", true, ""),
            new Column(CostLeversBlock.capital(CostChartBlock.name(market.metric(), page)), market.metric().unit().symbol(), true, ""));
    List<Row> rows = new ArrayList<>();
    Set<String> sources = new LinkedHashSet<>();
    for (MarketSeries.Point point : market.points()) {
      Figure implied = point.implied();
      sources.add(point.hour().source());
      rows.add(
          new Row(
              point.hour().date(), "", false,
              List.of(
                  cell(point.hour().label(), ""), cell(price(point.hour().usd()), point.hour().kind().word()),
                  new Cell(implied.estimate().isPresent() ? implied.number() : "", implied.kind().word(), implied.range(), "", false, implied.formula(), Bar.NONE))));
    }
    List<SourceView> named = new ArrayList<>(sources.stream().map(Sources::of).toList());
    market.points().stream().map(MarketSeries.Point::implied).findFirst().ifPresent(f -> Sources.of(List.of(f)).stream().filter(s -> !named.contains(s)).forEach(named::add));
    return new FigureTableView(
        page.anchor(), "", page.word("market.date"), columns, rows, from.assumptions(List.of(market.scenario())), named,
        from.figures().apply(market.scenario().name()), Derivations.of(market.points().stream().map(MarketSeries.Point::implied).skip(Math.max(0, market.points().size() - 1)).toList()));
  }

  private static String price(Range usd) {
    return usd.isExact() ? Numbers.three(usd.typical()) : Numbers.three(usd.low()) + "–" + Numbers.three(usd.high());
  }

  /// List prices of the scenario's model, and what they leave over its cost.
  Drawn margin() {
    Optional<Scenario> scenario = Scenarios.one(fields, "scenario", from.book());
    String caption = fields.text("caption").orElse("");
    fields.done();
    if (scenario.isEmpty()) {
      return new Drawn(Blank.part(), List.of(), 0, fields.problems());
    }
    List<Margin> margins = Margin.of(from.model(), scenario.get());
    List<BarChart.Bar> bars =
        margins.stream()
            .map(m -> new BarChart.Bar(m.price().provider(), m.price().model() + " · " + m.price().date(), m.revenue(), Double.NaN, Double.NaN, Numbers.three(m.revenue()), m.margin().estimate().isPresent() ? page.word("market.left", m.margin().text()) : "", m.price().kind().word()))
            .toList();
    double cost = margins.stream().flatMap(m -> m.cost().estimate().stream()).mapToDouble(Estimate::value).findFirst().orElse(Double.NaN);
    BarChart chart = new BarChart(bars, page.word("market.list"), false, cost);
    return new Drawn(new Part.Chart(Picture.of(chart, caption, page.word("market.margin-how"), margins(margins, scenario.get()), page)), List.of(), margins.size(), fields.problems());
  }

  private FigureTableView margins(List<Margin> margins, Scenario scenario) {
    List<Column> columns =
        List.of(
            new Column(page.word("market.model"), "", false, ""), new Column(page.word("market.date"), "", false, ""), new Column(page.word("market.blended"), "USD", true, ""),
            new Column(page.word("market.cost"), "USD", true, ""), new Column(page.word("market.margin"), "%", true, ""));
    List<Row> rows = new ArrayList<>();
    for (Margin m : margins) {
      Figure cost = m.cost();
      Figure margin = m.margin();
      rows.add(
          new Row(
              m.price().provider(), "", false,
              List.of(
                  cell(m.price().model(), ""), cell(m.price().date(), ""), cell(Numbers.three(m.revenue()), m.price().kind().word()),
                  new Cell(cost.estimate().isPresent() ? cost.number() : "", cost.kind().word(), cost.range(), "", false, cost.formula(), Bar.NONE),
                  new Cell(margin.estimate().isPresent() ? margin.number() : "", margin.kind().word(), margin.range(), "", false, margin.formula(), Bar.NONE))));
    }
    List<SourceView> sources = margins.stream().map(m -> m.price().source()).distinct().map(Sources::of).toList();
    return new FigureTableView(
        page.anchor(), "", page.word("market.seller"), columns, rows, from.assumptions(List.of(scenario)), sources,
        from.figures().apply(scenario.name()), Derivations.of(margins.stream().map(Margin::margin).toList()));
  }

  private static Cell cell(String text, String kind) {
    return new Cell(text, kind, "", "", false, "", Bar.NONE);
  }
}
