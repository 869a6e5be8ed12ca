package dev.assay.chart.draw;

import dev.assay.chart.draw.Canvas.Anchor;
import java.util.List;

/// Labels of rows: beside what they name where there is room, above it where there is not.
final class Rows {
  private static final double LINE = 16;
  private static final double SMALL_LINE = 15;
  private static final double MOST = 0.34;

  private final Canvas canvas;
  private final List<Label> labels;
  private final double room;

  /// What a row is called.
  record Label(String text, String note) {}

  Rows(Canvas canvas, List<Label> labels) {
    this.canvas = canvas;
    this.labels = labels;
    double widest = 0;
    for (Label label : labels) {
      widest = Math.max(widest, TextSize.width(label.text(), Canvas.SIZE));
      widest = Math.max(widest, TextSize.width(label.note(), Canvas.SMALL));
    }
    double width = canvas.paper().width();
    this.room = canvas.paper().isNarrow() ? width : Math.clamp(widest, 40, width * MOST);
  }

  /// Where the bars begin.
  double left() {
    return canvas.paper().isNarrow() ? 0 : room + 12;
  }

  private List<String> lines(int row) {
    return TextSize.lines(labels.get(row).text(), Canvas.SIZE, room, 2);
  }

  private List<String> notes(int row) {
    return TextSize.lines(labels.get(row).note(), Canvas.SMALL, room, 2);
  }

  private double words(int row) {
    return lines(row).size() * LINE + notes(row).size() * SMALL_LINE;
  }

  /// How high a row is, with the gap below it.
  ///
  /// @param bar how high what it names is
  double height(int row, double bar) {
    return canvas.paper().isNarrow() ? words(row) + 5 + bar + 12 : Math.max(words(row), bar) + 10;
  }

  /// Prints the label of a row; the upper edge of what it names.
  ///
  /// @param top the row's upper edge
  double print(int row, double top, double bar) {
    boolean narrow = canvas.paper().isNarrow();
    double height = height(row, bar) - (narrow ? 12 : 10);
    double y = narrow ? top : top + (height - words(row)) / 2;
    Label label = labels.get(row);
    double x = narrow ? 0 : room;
    Anchor anchor = narrow ? Anchor.START : Anchor.END;
    for (String line : lines(row)) {
      canvas.words("label", x, y + 12, anchor, line, label.text());
      y += LINE;
    }
    for (String line : notes(row)) {
      canvas.words("note", x, y + 11, anchor, line, label.note());
      y += SMALL_LINE;
    }
    return narrow ? y + 5 : top + (height - bar) / 2;
  }
}
