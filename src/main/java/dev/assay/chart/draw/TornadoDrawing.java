package dev.assay.chart.draw;

import dev.assay.chart.TornadoChart;
import dev.assay.chart.TornadoChart.Lever;
import dev.assay.chart.draw.Canvas.Anchor;
import dev.assay.chart.scale.Scale;
import java.util.ArrayList;
import java.util.List;

/// Bars to both sides of zero: hollow for a lower lever, full for a higher one.
public final class TornadoDrawing {
  private static final double THICK = 9;
  private static final double BAR = 2 * THICK + 1;
  private static final double GAP = 6;

  private final Canvas canvas;
  private final TornadoChart chart;
  private final Rows rows;

  private TornadoDrawing(Canvas canvas, TornadoChart chart) {
    this.canvas = canvas;
    this.chart = chart;
    this.rows = new Rows(canvas, chart.levers().stream().map(each -> new Rows.Label(each.label(), each.note())).toList());
  }

  /// Draws a chart.
  public static void on(Canvas canvas, TornadoChart chart) {
    new TornadoDrawing(canvas, chart).draw();
  }

  private void draw() {
    double words =
        chart.levers().stream()
            .mapToDouble(each -> Math.max(width(each.lowerText()), width(each.higherText())))
            .max()
            .orElse(0);
    double left = rows.left() + words + GAP;
    double right = canvas.paper().width() - words - GAP - 2;
    double top = Frame.title(canvas, chart.axis(), rows.left(), canvas.paper().width() - rows.left()) + 8;
    top = key(top) + 10;
    List<Double> values = new ArrayList<>(List.of(0.0));
    chart.levers().forEach(each -> values.addAll(List.of(each.lower(), each.higher())));
    Scale scale = Scale.of(Scale.Sort.LINEAR, values, left, right, Frame.horizontal(right - left));
    double bottom = top;
    for (int i = 0; i < chart.levers().size(); i++) {
      bottom += rows.height(i, BAR);
    }
    Frame.across(canvas, scale, top - 4, bottom);
    double y = top;
    for (int i = 0; i < chart.levers().size(); i++) {
      Lever lever = chart.levers().get(i);
      double at = rows.print(i, y, BAR);
      bar("hollow", lever.lower(), lever.lowerText(), scale, at, lever.label() + ", " + chart.lower() + ": " + lever.lowerText());
      bar("bar", lever.higher(), lever.higherText(), scale, at + THICK + 1, lever.label() + ", " + chart.higher() + ": " + lever.higherText());
      canvas.shape("zero", Path.line(scale.at(0), at - 2, scale.at(0), at + BAR + 2));
      y += rows.height(i, BAR);
    }
    canvas.height(bottom + Frame.BELOW);
  }

  private static double width(String text) {
    return TextSize.width(text, Canvas.SMALL);
  }

  /// What the two forms mean; how far down it reaches.
  private double key(double top) {
    double x = rows.left();
    double y = top;
    for (String[] each : new String[][] {{"hollow", chart.lower()}, {"bar", chart.higher()}}) {
      double width = 22 + width(each[1]);
      if (x > rows.left() && x + width > canvas.paper().width()) {
        x = rows.left();
        y += 16;
      }
      canvas.shape(each[0], Path.box(x + 0.5, y, 14, THICK));
      canvas.words("note", x + 20, y + 8.5, Anchor.START, each[1]);
      x += width + 16;
    }
    return y + THICK;
  }

  private void bar(String role, double value, String text, Scale scale, double top, String title) {
    double zero = scale.at(0);
    if (!scale.places(value)) {
      canvas.words("unknown", zero + GAP, top + 8, Anchor.START, canvas.paper().unknown());
      return;
    }
    double x = scale.at(value);
    if (Math.abs(x - zero) >= 0.5) {
      canvas.shape(role, Path.box(Math.min(zero, x), top + 0.5, Math.abs(x - zero), THICK - 1), title);
    }
    boolean fall = value < 0;
    canvas.words("tick", x + (fall ? -GAP : GAP), top + 8.5, fall ? Anchor.END : Anchor.START, text);
  }
}
