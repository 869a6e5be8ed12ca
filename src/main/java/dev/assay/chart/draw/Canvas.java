package dev.assay.chart.draw;

import dev.assay.view.DrawingView;
import dev.assay.view.MarkView;
import java.util.ArrayList;
import java.util.List;

/// Collects marks. Mutable while one drawing is made.
public final class Canvas {
  /// The size of text in CSS pixels.
  public static final double SIZE = 13;

  /// The size of smaller text: ticks, notes, titles of axes.
  public static final double SMALL = 12;

  private final Paper paper;
  private final List<MarkView> marks = new ArrayList<>();
  private int height = 1;

  public Canvas(Paper paper) {
    this.paper = paper;
  }

  Paper paper() {
    return paper;
  }

  void height(double height) {
    this.height = (int) Math.ceil(height);
  }

  /// What was drawn.
  public DrawingView drawing() {
    return new DrawingView(paper.form(), paper.width(), height, marks);
  }

  void shape(String role, Path path, String title) {
    marks.add(new MarkView.Shape(role, path.text(), clean(title)));
  }

  void shape(String role, Path path) {
    shape(role, path, "");
  }

  void words(String role, double x, double y, Anchor anchor, String text) {
    words(role, x, y, anchor, text, "");
  }

  void words(String role, double x, double y, Anchor anchor, String text, String whole) {
    String shown = clean(text);
    if (!shown.isBlank()) {
      String title = clean(whole);
      marks.add(new MarkView.Words(role, Path.number(x), Path.number(y), anchor.word(), shown, title.equals(shown) ? "" : title));
    }
  }

  /// A sign beside a line of text.
  ///
  /// @param y the base line of the text
  void sign(String kind, double x, double y) {
    if (!kind.isEmpty()) {
      marks.add(new MarkView.Sign(kind, Path.number(x), Path.number(y - SIGN - 0.5), Path.number(SIGN)));
    }
  }

  /// The width of a sign, without the gap behind it.
  static final double SIGN = 8.5;

  /// Which part of a text its place is.
  enum Anchor {
    START,
    MIDDLE,
    END;

    String word() {
      return switch (this) {
        case START -> "start";
        case MIDDLE -> "middle";
        case END -> "end";
      };
    }
  }

  /// Text that may stand in a file of XML, on one line.
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isWhitespace(c) ? ' ' : c)
        .filter(c -> c >= 0x20 && (c < 0x7F || c > 0x9F) && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF && !isDirection(c))
        .forEach(clean::appendCodePoint);
    return clean.toString().strip();
  }

  /// Overrides of direction would turn what stands behind them around.
  private static boolean isDirection(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }
}
