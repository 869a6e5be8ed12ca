package dev.assay.chart.block;

import dev.assay.chart.BarChart;
import dev.assay.chart.Chart;
import dev.assay.chart.Charts;
import dev.assay.chart.PlotChart;
import dev.assay.chart.StackChart;
import dev.assay.chart.TornadoChart;
import dev.assay.view.ChartView;
import dev.assay.view.FigureTableView;
import java.util.ArrayList;
import java.util.List;

/// A chart with its figures as a table and its words for those who do not see it.
final class Picture {
  private static final int MOST = 12;

  private Picture() {}

  static ChartView of(Chart chart, String caption, String note, FigureTableView table, Page page) {
    String title = caption.isEmpty() ? page.word("chart.title", chart.axis()) : caption;
    return new ChartView(
        page.anchor(), caption, title, description(chart, page), note, Charts.draw(chart, page.word("figures.unknown")), table,
        page.image());
  }

  private static String description(Chart chart, Page page) {
    return switch (chart) {
      case BarChart bars -> said(page.word("chart.bars", bars.axis()), bars.bars().stream().map(bar -> bar(bar, page)).toList(), page);
      case StackChart stack -> said(page.word("chart.stack", stack.axis()), stack.rows().stream().map(row -> row(stack, row)).toList(), page);
      case TornadoChart tornado ->
          said(
              page.word("chart.tornado", tornado.axis(), tornado.lower(), tornado.higher()),
              tornado.levers().stream().map(l -> l.label() + " " + l.lowerText() + ", " + l.higherText()).toList(), page);
      case PlotChart plot -> said(page.word("chart.plot", plot.x().title(), plot.y().title()), plot(plot), page);
    };
  }

  private static String bar(BarChart.Bar bar, Page page) {
    String text = bar.text().isEmpty() ? page.word("figures.unknown") : bar.text();
    return (bar.label() + " " + text + " " + bar.extra()).strip();
  }

  private static String row(StackChart stack, StackChart.Row row) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < stack.parts().size() && i < row.texts().size(); i++) {
      parts.add(stack.parts().get(i) + " " + row.texts().get(i));
    }
    return row.label() + ": " + String.join(", ", parts);
  }

  private static List<String> plot(PlotChart plot) {
    List<String> said = new ArrayList<>();
    plot.series().stream().map(PlotChart.Series::name).filter(name -> !name.isEmpty()).distinct().forEach(said::add);
    plot.series().stream().flatMap(s -> s.points().stream()).map(PlotChart.Point::label).filter(label -> !label.isEmpty()).forEach(said::add);
    plot.rules().stream().map(PlotChart.Rule::label).filter(label -> !label.isEmpty()).forEach(said::add);
    return said;
  }

  private static String said(String head, List<String> parts, Page page) {
    if (parts.isEmpty()) {
      return head + ".";
    }
    String shown = String.join("; ", parts.subList(0, Math.min(MOST, parts.size())));
    String more = parts.size() > MOST ? "; " + page.word("chart.more", parts.size() - MOST) : "";
    return head + ": " + shown + more + ".";
  }
}
