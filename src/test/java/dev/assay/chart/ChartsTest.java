package dev.assay.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.chart.PlotChart.Axis;
import dev.assay.chart.PlotChart.Form;
import dev.assay.chart.PlotChart.Point;
import dev.assay.chart.PlotChart.Rule;
import dev.assay.chart.PlotChart.Series;
import dev.assay.chart.draw.TextSize;
import dev.assay.chart.scale.Scale.Sort;
import dev.assay.view.DrawingView;
import dev.assay.view.MarkView;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Charts of friendly and of hostile numbers: everything stays on the paper, nothing is written over anything else.
class ChartsTest {
  private static final double NONE = Double.NaN;
  private static final double[] HOSTILE = {NONE, 0, -1, 1, 1e-12, 1e15, -1e15, 5, 5, Double.POSITIVE_INFINITY, 1e308};
  private static final String LONG = "A label that goes on and on and says what could have been said in a note below the chart";
  private static final String KOREAN = "출력 토큰 백만 개당 비용과 그 범위를 나타내는 아주 긴 이름";
  private static final String RTL = "تكلفة الرمز الواحد بالدولار الأمريكي";

  private static BarChart.Bar bar(String label, double value, double low, double high) {
    return new BarChart.Bar(label, "", value, low, high, Double.isNaN(value) ? "" : Double.toString(value), "", "inference");
  }

  private static List<Chart> charts() {
    List<Chart> charts = new ArrayList<>();
    List<String> names = List.of("a", LONG, KOREAN, RTL, "", "x\u0000\u202Ey<&>\"'", "🚀🚀");
    List<BarChart.Bar> bars = new ArrayList<>();
    List<StackChart.Row> rows = new ArrayList<>();
    List<TornadoChart.Lever> levers = new ArrayList<>();
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      double value = HOSTILE[i % HOSTILE.length];
      String name = names.get(i % names.size());
      bars.add(bar(name, value, value - 1, value * 2));
      rows.add(new StackChart.Row(name, "", List.of(value, 3.0, NONE), List.of("v", "3", ""), "t"));
      levers.add(new TornadoChart.Lever(name, "note", value, -value, "l", "h"));
      points.add(new Point(i % 3 == 0 ? value : i, value, value - 1, value + 1, name, ""));
    }
    for (boolean log : new boolean[] {false, true}) {
      charts.add(new BarChart(bars, LONG, log, 3));
      charts.add(new BarChart(List.of(bar(KOREAN, 5, 5, 5)), "", log, NONE));
      charts.add(new BarChart(List.of(), "nothing", log, NONE));
      charts.add(new BarChart(List.of(bar("a", NONE, NONE, NONE), bar("b", NONE, NONE, NONE)), "unknown", log, NONE));
    }
    charts.add(new StackChart(List.of("one", LONG, KOREAN), rows, "parts"));
    charts.add(new StackChart(List.of(), List.of(), "none"));
    charts.add(new TornadoChart(levers, RTL, "lower", "higher"));
    charts.add(new TornadoChart(List.of(), "", "", ""));
    for (Sort sort : Sort.values()) {
      for (Form form : Form.values()) {
        Axis x = new Axis("x", sort, false);
        Axis y = new Axis(LONG, sort == Sort.TIME ? Sort.LINEAR : sort, true);
        List<Rule> rules = List.of(new Rule.Vertical(2, LONG), new Rule.Horizontal(3, "h"), new Rule.Multiple(1, "equal"), new Rule.Multiple(0, "z"));
        charts.add(new PlotChart(x, y, List.of(new Series(LONG, form, 1, points), new Series(KOREAN, form, 9, points.subList(0, 1))), rules, false));
        charts.add(new PlotChart(x, y, List.of(), List.of(), true));
      }
    }
    return charts;
  }

  @Test
  void everyChartIsDrawnForAWidePageAndForANarrowOne() {
    for (Chart chart : charts()) {
      List<DrawingView> drawings = Charts.draw(chart, "unknown");
      assertEquals(List.of("wide", "narrow"), drawings.stream().map(DrawingView::form).toList());
      assertTrue(drawings.getFirst().width() > drawings.getLast().width());
      drawings.forEach(d -> assertTrue(d.height() > 0 && d.height() < 10_000, chart + " " + d.height()));
    }
  }

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d)?");

  @Test
  void noMarkHasAPlaceThatIsNoNumber() {
    for (Chart chart : charts()) {
      for (DrawingView drawing : Charts.draw(chart, "unknown")) {
        for (MarkView mark : drawing.marks()) {
          switch (mark) {
            case MarkView.Shape shape -> assertTrue(shape.path().matches("[MLhvzHV0-9 .-]+"), shape.path());
            case MarkView.Words words -> {
              assertTrue(NUMBER.matcher(words.x()).matches() && NUMBER.matcher(words.y()).matches(), words.toString());
              assertFalse(words.text().isBlank());
              assertTrue(words.text().codePoints().allMatch(c -> c >= 0x20 && (c < 0x202A || c > 0x202E)), words.text());
            }
            case MarkView.Sign sign -> assertTrue(NUMBER.matcher(sign.x()).matches(), sign.toString());
          }
        }
      }
    }
  }

  @Test
  void wordsStayOnThePaper() {
    for (Chart chart : charts()) {
      for (DrawingView drawing : Charts.draw(chart, "unknown")) {
        for (MarkView mark : drawing.marks()) {
          if (mark instanceof MarkView.Words words && !words.role().equals("value") && !words.role().equals("note")) {
            double width = TextSize.width(words.text(), words.role().equals("label") ? 13 : 12);
            double x = Double.parseDouble(words.x());
            double left = words.anchor().equals("start") ? x : words.anchor().equals("end") ? x - width : x - width / 2;
            assertTrue(left > -12 && left + width < drawing.width() + 14, drawing.form() + " " + drawing.width() + ": " + words);
          }
        }
      }
    }
  }

  @Test
  void labelsOfPointsDoNotCoverEachOther() {
    List<Point> points = IntStream.range(0, 40).mapToObj(i -> new Point(i % 8, i / 8.0, NONE, NONE, "point " + i, "")).toList();
    PlotChart chart = new PlotChart(new Axis("x", Sort.LINEAR, false), new Axis("y", Sort.LINEAR, false), List.of(new Series("", Form.DOTS, 1, points)), List.of(), false);
    for (DrawingView drawing : Charts.draw(chart, "unknown")) {
      List<MarkView.Words> labels = drawing.marks().stream().filter(MarkView.Words.class::isInstance).map(MarkView.Words.class::cast).filter(w -> w.role().equals("point-label")).toList();
      assertTrue(labels.size() > 5, drawing.form() + " " + labels.size());
      for (int i = 0; i < labels.size(); i++) {
        for (int j = 0; j < i; j++) {
          assertFalse(cover(labels.get(i), labels.get(j)), labels.get(i) + " " + labels.get(j));
        }
      }
    }
  }

  private static boolean cover(MarkView.Words one, MarkView.Words two) {
    double[] a = span(one);
    double[] b = span(two);
    return a[0] < b[1] && b[0] < a[1] && Math.abs(Double.parseDouble(one.y()) - Double.parseDouble(two.y())) < 10;
  }

  private static double[] span(MarkView.Words words) {
    double width = TextSize.width(words.text(), 12);
    double x = Double.parseDouble(words.x());
    double left = words.anchor().equals("start") ? x : words.anchor().equals("end") ? x - width : x - width / 2;
    return new double[] {left, left + width};
  }

  private static MarkView.Shape shape(DrawingView drawing, String role) {
    return drawing.marks().stream().filter(MarkView.Shape.class::isInstance).map(MarkView.Shape.class::cast).filter(s -> s.role().equals(role)).findFirst().orElseThrow();
  }

  private static double[] box(MarkView.Shape shape) {
    Matcher matcher = Pattern.compile("M(-?[\\d.]+) (-?[\\d.]+)h(-?[\\d.]+)v(-?[\\d.]+)").matcher(shape.path());
    assertTrue(matcher.lookingAt(), shape.path());
    return IntStream.rangeClosed(1, 4).mapToDouble(i -> Double.parseDouble(matcher.group(i))).toArray();
  }

  @Test
  void aBarIsAsLongAsItsValue() {
    BarChart chart = new BarChart(List.of(bar("one", 10, NONE, NONE), bar("two", 5, NONE, NONE)), "x", false, NONE);
    DrawingView drawing = Charts.draw(chart, "unknown").getFirst();
    List<double[]> bars =
        drawing.marks().stream().filter(m -> m instanceof MarkView.Shape s && s.role().equals("bar")).map(m -> box((MarkView.Shape) m)).toList();
    assertEquals(2, bars.size());
    assertEquals(bars.get(0)[2], 2 * bars.get(1)[2], 0.2);
    assertEquals(bars.get(0)[0], bars.get(1)[0]);
  }

  @Test
  void aBarWithoutAValueSaysSo() {
    DrawingView drawing = Charts.draw(new BarChart(List.of(bar("one", NONE, NONE, NONE)), "x", false, NONE), "weiß man nicht").getFirst();
    assertTrue(drawing.marks().stream().anyMatch(m -> m instanceof MarkView.Words w && w.text().equals("weiß man nicht")));
    assertTrue(drawing.marks().stream().noneMatch(m -> m instanceof MarkView.Shape s && s.role().equals("bar")));
  }

  @Test
  void aNegativeBarGoesToTheOtherSideOfZero() {
    DrawingView drawing = Charts.draw(new BarChart(List.of(bar("one", -4, NONE, NONE), bar("two", 4, NONE, NONE)), "x", false, NONE), "?").getFirst();
    List<double[]> bars =
        drawing.marks().stream().filter(m -> m instanceof MarkView.Shape s && s.role().equals("bar")).map(m -> box((MarkView.Shape) m)).toList();
    assertEquals(bars.get(0)[0] + bars.get(0)[2], bars.get(1)[0], 0.2);
  }

  @Test
  void aRangeIsDrawnFromEndToEnd() {
    DrawingView drawing = Charts.draw(new BarChart(List.of(bar("one", 4, 2, 8)), "x", false, NONE), "?").getFirst();
    assertTrue(shape(drawing, "range").path().startsWith("M"), "no range");
  }

  @Test
  void thousandsOfDotsAreOneMark() {
    List<Point> points = IntStream.rangeClosed(1, 5_000).mapToObj(i -> Point.at(i, i * 1.1)).toList();
    PlotChart chart = new PlotChart(new Axis("x", Sort.LOG, false), new Axis("y", Sort.LOG, false), List.of(new Series("", Form.CLOUD, 1, points)), List.of(), true);
    DrawingView drawing = Charts.draw(chart, "?").getFirst();
    assertTrue(shape(drawing, "cloud s1").path().length() < 20_000);
    assertTrue(drawing.marks().size() < 80);
  }

  @Test
  void aLineIsBrokenWhereAValueIsUnknown() {
    List<Point> points = List.of(Point.at(1, 1), Point.at(2, 2), Point.at(3, NONE), Point.at(4, 4), Point.at(5, 5));
    PlotChart chart = new PlotChart(new Axis("x", Sort.LINEAR, false), new Axis("y", Sort.LINEAR, false), List.of(new Series("", Form.LINE, 1, points)), List.of(), false);
    assertEquals(2, shape(Charts.draw(chart, "?").getFirst(), "line s1").path().chars().filter(c -> c == 'M').count());
  }

  @Test
  void textIsCutBetweenCharactersAndBrokenAtSpaces() {
    assertEquals("abc", TextSize.cut("abc", 12, 100));
    assertTrue(TextSize.cut("🚀🚀🚀🚀🚀🚀🚀🚀", 12, 60).matches("(?:🚀)+…"));
    assertEquals(List.of("one two", "three four"), TextSize.lines("one two three four", 12, 60, 3));
    assertTrue(TextSize.width("가나다", 12) > TextSize.width("abc", 12));
  }
}
