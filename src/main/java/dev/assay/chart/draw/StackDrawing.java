package dev.assay.chart.draw;

import dev.assay.chart.StackChart;
import dev.assay.chart.StackChart.Row;
import dev.assay.chart.draw.Canvas.Anchor;
import dev.assay.chart.scale.Scale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Parts end to end, named above the first row in which they are wide enough to be seen.
public final class StackDrawing {
  private static final double THICK = 24;
  private static final double GAP = 7;
  private static final double SMALLEST = 1.5;

  private final Canvas canvas;
  private final StackChart chart;
  private final Rows rows;

  private StackDrawing(Canvas canvas, StackChart chart) {
    this.canvas = canvas;
    this.chart = chart;
    this.rows = new Rows(canvas, chart.rows().stream().map(row -> new Rows.Label(row.label(), row.note())).toList());
  }

  /// Draws a chart.
  public static void on(Canvas canvas, StackChart chart) {
    new StackDrawing(canvas, chart).draw();
  }

  /// One part on paper.
  private record Piece(int part, double from, double to) {
    double width() {
      return to - from;
    }
  }

  private void draw() {
    double left = rows.left();
    double words = chart.rows().stream().mapToDouble(row -> TextSize.width(row.total(), Canvas.SIZE)).max().orElse(0);
    double right = canvas.paper().width() - words - GAP - 2;
    List<Double> totals = new ArrayList<>(List.of(0.0));
    chart.rows().forEach(row -> totals.add(row.values().stream().mapToDouble(StackDrawing::drawn).sum()));
    Scale scale = Scale.of(Scale.Sort.LINEAR, totals, left, right, Frame.horizontal(right - left));
    double top = Frame.title(canvas, chart.axis(), left, canvas.paper().width() - left) + 8;
    List<List<Piece>> pieces = chart.rows().stream().map(row -> pieces(row, scale)).toList();
    top = names(pieces, top) + 8;
    double bottom = top;
    for (int i = 0; i < chart.rows().size(); i++) {
      bottom += rows.height(i, THICK);
    }
    Frame.across(canvas, scale, top - 4, bottom);
    double y = top;
    for (int i = 0; i < chart.rows().size(); i++) {
      row(chart.rows().get(i), pieces.get(i), scale, rows.print(i, y, THICK));
      y += rows.height(i, THICK);
    }
    canvas.height(bottom + Frame.BELOW);
  }

  private static double drawn(double value) {
    return Scale.isUsable(value) && value > 0 ? value : 0;
  }

  private List<Piece> pieces(Row row, Scale scale) {
    List<Piece> pieces = new ArrayList<>();
    double sum = 0;
    for (int i = 0; i < chart.parts().size() && i < row.values().size(); i++) {
      double next = sum + drawn(row.values().get(i));
      if (next > sum) {
        pieces.add(new Piece(i, scale.at(sum), scale.at(next)));
      }
      sum = next;
    }
    return pieces;
  }

  /// Names over the first row that has most of the parts, each with a line down to it; a key where they would be in each
  /// other's way, or where parts are missing from that row. How far down they reach.
  private double names(List<List<Piece>> pieces, double top) {
    List<Piece> first = pieces.stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
    boolean all = pieces.stream().flatMap(List::stream).allMatch(p -> first.stream().anyMatch(f -> f.part() == p.part()));
    boolean isTop = !pieces.isEmpty() && pieces.getFirst().equals(first) && !canvas.paper().isNarrow();
    List<PartNames.Name> names =
        first.stream().map(p -> new PartNames.Name(chart.parts().get(p.part()), p.from() + Math.min(p.width() / 2, 10))).toList();
    List<PartNames.Placed> placed = all && isTop ? PartNames.place(names, rows.left(), canvas.paper().width()) : List.of();
    return placed.isEmpty() ? key(pieces, top) : direct(placed, top);
  }

  private double direct(List<PartNames.Placed> placed, double top) {
    int levels = placed.stream().mapToInt(PartNames.Placed::level).max().orElse(0) + 1;
    double base = top + levels * 17.0;
    for (PartNames.Placed each : placed) {
      double y = base - 5 - each.level() * 17.0;
      double x = each.name().x();
      boolean end = each.anchor() == Anchor.END;
      canvas.words("note", end ? x - 4 : x + 4, y, each.anchor(), each.name().text());
      canvas.shape("lead", Path.line(x, y - 8, x, base + 12));
    }
    return base;
  }

  /// The parts and their colors in lines; how far down they reach.
  private double key(List<List<Piece>> pieces, double top) {
    double width = canvas.paper().width();
    double x = rows.left();
    double y = top + 10;
    for (int part : pieces.stream().flatMap(List::stream).mapToInt(Piece::part).distinct().sorted().toArray()) {
      String name = chart.parts().get(part);
      double needed = 18 + TextSize.width(name, Canvas.SMALL);
      if (x > rows.left() && x + needed > width) {
        x = rows.left();
        y += 18;
      }
      canvas.shape(role(part), Path.box(x + 0.5, y - 9.5, 11, 11));
      canvas.words("note", x + 17, y, Anchor.START, TextSize.cut(name, Canvas.SMALL, width - x - 20), name);
      x += needed + 14;
    }
    return y + 6;
  }

  private static String role(int part) {
    return "part s" + (part % 8 + 1);
  }

  private void row(Row row, List<Piece> pieces, Scale scale, double top) {
    double end = scale.at(0);
    for (Piece piece : pieces) {
      String name = chart.parts().get(piece.part());
      String text = piece.part() < row.texts().size() ? row.texts().get(piece.part()) : "";
      double gap = piece.width() > 3 ? 1 : 0;
      canvas.shape(role(piece.part()), Path.box(piece.from(), top, Math.max(SMALLEST, piece.width()) - gap, THICK), row.label() + ", " + name + ": " + text);
      if (TextSize.width(text, Canvas.SMALL) + 8 < piece.width()) {
        canvas.words("inside", (piece.from() + piece.to()) / 2, top + THICK / 2 + 4, Anchor.MIDDLE, text);
      }
      end = piece.to();
    }
    boolean unknown = pieces.isEmpty() && row.total().isEmpty();
    canvas.words(unknown ? "unknown" : "value", end + GAP, top + THICK / 2 + 4.5, Anchor.START, unknown ? canvas.paper().unknown() : row.total());
  }
}
