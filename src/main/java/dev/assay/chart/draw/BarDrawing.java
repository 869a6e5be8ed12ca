package dev.assay.chart.draw;

import dev.assay.chart.BarChart;
import dev.assay.chart.BarChart.Bar;
import dev.assay.chart.draw.Canvas.Anchor;
import dev.assay.chart.scale.Scale;
import java.util.ArrayList;
import java.util.List;

/// Bars one below the other: from zero to the value, the range as a line across the end, the value behind it.
public final class BarDrawing {
  private static final double THICK = 18;
  private static final double GAP = 7;

  private final Canvas canvas;
  private final BarChart chart;
  private final Rows rows;

  private BarDrawing(Canvas canvas, BarChart chart) {
    this.canvas = canvas;
    this.chart = chart;
    this.rows = new Rows(canvas, chart.bars().stream().map(bar -> new Rows.Label(bar.label(), bar.note())).toList());
  }

  /// Draws a chart.
  public static void on(Canvas canvas, BarChart chart) {
    new BarDrawing(canvas, chart).draw();
  }

  private void draw() {
    double left = rows.left();
    double right = canvas.paper().width() - chart.bars().stream().mapToDouble(this::words).max().orElse(0) - GAP - 2;
    double top = Frame.title(canvas, chart.axis(), left, canvas.paper().width() - left) + 10;
    Scale scale = Scale.of(chart.log() ? Scale.Sort.LOG : Scale.Sort.LINEAR, values(), left, right, Frame.horizontal(right - left));
    double bottom = top;
    for (int i = 0; i < chart.bars().size(); i++) {
      bottom += rows.height(i, THICK);
    }
    Frame.across(canvas, scale, top - 4, bottom);
    List<Words> words = new ArrayList<>();
    double y = top;
    for (int i = 0; i < chart.bars().size(); i++) {
      words.add(bar(chart.bars().get(i), scale, rows.print(i, y, THICK)));
      y += rows.height(i, THICK);
    }
    if (scale.places(chart.rule())) {
      double x = scale.at(chart.rule());
      canvas.shape("rule", Path.line(x, top - 4, x, bottom));
    }
    // Words keep off the line only when they are printed over it.
    words.forEach(this::value);
    canvas.height(bottom + Frame.BELOW);
  }

  private List<Double> values() {
    List<Double> values = new ArrayList<>();
    for (Bar bar : chart.bars()) {
      values.addAll(List.of(bar.value(), bar.low(), bar.high()));
    }
    if (!chart.log()) {
      values.add(0.0);
    }
    return values;
  }

  private double words(Bar bar) {
    double sign = bar.kind().isEmpty() ? 0 : Canvas.SIGN + 4;
    double extra = bar.extra().isEmpty() ? 0 : GAP + TextSize.width(bar.extra(), Canvas.SMALL);
    String text = bar.text().isEmpty() ? canvas.paper().unknown() : bar.text();
    return sign + TextSize.width(text, Canvas.SIZE) + extra;
  }

  /// The words behind a bar, and where they begin.
  private record Words(Bar bar, boolean known, double from, double y) {}

  private Words bar(Bar bar, Scale scale, double top) {
    double zero = chart.log() ? scale.at(scale.low()) : scale.at(0);
    double middle = top + THICK / 2;
    double end = zero;
    boolean known = scale.places(bar.value());
    String title = title(bar);
    if (known) {
      double x = scale.at(bar.value());
      if (chart.log()) {
        canvas.shape("stem", Path.line(zero, middle, x, middle));
      } else {
        canvas.shape("bar", Path.box(Math.min(zero, x), top, Math.max(1, Math.abs(x - zero)), THICK), title);
      }
      end = Math.max(zero, x);
      if (scale.places(bar.low()) && scale.places(bar.high()) && bar.high() > bar.low()) {
        double from = scale.at(bar.low());
        double to = scale.at(bar.high());
        canvas.shape("range", range(from, to, middle), title);
        end = Math.max(end, to);
      }
      if (chart.log()) {
        canvas.shape("dot", Path.dot(x, middle), title);
      } else if (Math.abs(x - zero) > 2) {
        canvas.shape("edge", Path.line(x, top, x, top + THICK));
      }
    }
    return new Words(bar, known, end + GAP, middle + 4.5);
  }

  private static Path range(double from, double to, double middle) {
    return new Path().move(from, middle).to(to, middle).move(from, middle - 4).to(from, middle + 4).move(to, middle - 4).to(to, middle + 4);
  }

  private void value(Words words) {
    Bar bar = words.bar();
    double x = words.from();
    double y = words.y();
    if (!bar.kind().isEmpty()) {
      canvas.sign(bar.kind(), x, y);
      x += Canvas.SIGN + 4;
    }
    String text = bar.text().isEmpty() ? canvas.paper().unknown() : bar.text();
    canvas.words(words.known() ? "value" : "unknown", x, y, Anchor.START, text);
    canvas.words("note", x + TextSize.width(text, Canvas.SIZE) + GAP, y, Anchor.START, bar.extra());
  }

  private static String title(Bar bar) {
    return bar.label() + ": " + bar.text();
  }
}
