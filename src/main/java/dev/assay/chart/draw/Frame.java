package dev.assay.chart.draw;

import dev.assay.chart.draw.Canvas.Anchor;
import dev.assay.chart.scale.Scale;
import dev.assay.chart.scale.Tick;
import java.util.ArrayList;
import java.util.List;

/// Axes and their lines.
final class Frame {
  private Frame() {}

  /// Room for a horizontal axis below a plot: ticks alone.
  static final double BELOW = 22;

  /// How many ticks a horizontal axis has room for.
  static int horizontal(double length) {
    return Math.max(2, (int) (length / 84));
  }

  /// Vertical lines and their numbers below. A number that would touch the one before it is left out.
  static void across(Canvas canvas, Scale scale, double top, double bottom) {
    double free = Double.NEGATIVE_INFINITY;
    for (Tick tick : shown(scale)) {
      double x = scale.at(tick.value());
      canvas.shape(tick.value() == 0 ? "zero" : "grid", Path.line(x, top, x, bottom));
      double half = TextSize.width(tick.text(), Canvas.SMALL) / 2;
      double at = Math.clamp(x, half, canvas.paper().width() - half);
      if (at - half > free) {
        canvas.words("tick", at, bottom + 16, Anchor.MIDDLE, tick.text());
        free = at + half + 8;
      }
    }
  }

  private static List<Tick> shown(Scale scale) {
    List<Tick> ticks = new ArrayList<>(scale.ticks());
    // Equal texts would name different places.
    ticks.removeIf(tick -> scale.ticks().stream().filter(other -> other.text().equals(tick.text())).findFirst().orElseThrow().value() != tick.value());
    return ticks;
  }

  /// Horizontal lines and their numbers on the left.
  static void up(Canvas canvas, Scale scale, double left, double right) {
    for (Tick tick : shown(scale)) {
      double y = scale.at(tick.value());
      canvas.shape(tick.value() == 0 ? "zero" : "grid", Path.line(left, y, right, y));
      canvas.words("tick", left - 8, y + 4, Anchor.END, tick.text());
    }
  }

  /// The width that the numbers of a vertical axis take.
  static double widest(Scale scale) {
    return scale.ticks().stream().mapToDouble(tick -> TextSize.width(tick.text(), Canvas.SMALL)).max().orElse(0);
  }

  /// A title over a chart, in as many lines as it needs; how high they are together.
  static double title(Canvas canvas, String text, double left, double room) {
    List<String> lines = TextSize.lines(text, Canvas.SMALL, room, 3);
    for (int i = 0; i < lines.size(); i++) {
      canvas.words("title", left, 13 + i * 16.0, Anchor.START, lines.get(i), text);
    }
    return lines.size() * 16.0;
  }
}
