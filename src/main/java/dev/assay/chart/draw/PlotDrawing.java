package dev.assay.chart.draw;

import dev.assay.chart.PlotChart;
import dev.assay.chart.PlotChart.Axis;
import dev.assay.chart.PlotChart.Form;
import dev.assay.chart.PlotChart.Point;
import dev.assay.chart.PlotChart.Rule;
import dev.assay.chart.PlotChart.Series;
import dev.assay.chart.draw.Canvas.Anchor;
import dev.assay.chart.scale.Scale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// A plane with points and lines. Lines are named at their ends, points beside them where there is room.
public final class PlotDrawing {
  private static final double HEIGHT = 330;
  private static final double LINE = 15;
  private static final double NAMES = 0.3;
  private static final double NAMED_AT = 0.16;
  private static final int MOST_DOTS = 16;

  private final Canvas canvas;
  private final PlotChart chart;
  private final Scale x;
  private final Scale y;
  private final Box plot;
  private final LabelSpace labels;

  private PlotDrawing(Canvas canvas, PlotChart chart) {
    this.canvas = canvas;
    this.chart = chart;
    double width = canvas.paper().width();
    double top = Frame.title(canvas, chart.y().title(), 0, width) + 12;
    double names = Math.min(width * NAMES, endNames());
    double height = chart.square() ? Math.min(width - 60, 440) : canvas.paper().isNarrow() ? HEIGHT * 0.88 : HEIGHT;
    double bottom = top + height;
    Scale upright = Scale.of(chart.y().sort(), values(false), bottom, top, (int) (height / 48));
    double left = Frame.widest(upright) + 9;
    double right = chart.square() ? Math.min(width - 6, left + height) : width - Math.max(8, names + 10);
    this.y = upright;
    this.x = Scale.of(chart.x().sort(), values(true), left + 4, right, Frame.horizontal(right - left));
    this.plot = new Box(left, top, right, bottom);
    this.labels = new LabelSpace(new Box(left, top - 8, width, bottom - 1));
  }

  /// Draws a chart.
  public static void on(Canvas canvas, PlotChart chart) {
    new PlotDrawing(canvas, chart).draw();
  }

  private double endNames() {
    return chart.series().stream()
        .filter(PlotDrawing::isLine)
        .mapToDouble(series -> TextSize.width(series.name(), Canvas.SMALL))
        .max()
        .orElse(0);
  }

  private static boolean isLine(Series series) {
    return series.form() == Form.LINE || series.form() == Form.CURVE || series.form() == Form.STEPS;
  }

  private List<Double> values(boolean across) {
    List<Double> values = new ArrayList<>();
    for (Series series : chart.series()) {
      for (Point point : series.points()) {
        values.addAll(across ? List.of(point.x()) : List.of(point.y(), point.low(), point.high()));
      }
    }
    for (Rule rule : chart.rules()) {
      switch (rule) {
        case Rule.Vertical(double at, _) when across -> values.add(at);
        case Rule.Horizontal(double at, _) when !across -> values.add(at);
        case Rule.Vertical _, Rule.Horizontal _, Rule.Multiple _ -> {}
      }
    }
    Axis axis = across ? chart.x() : chart.y();
    if (axis.zero()) {
      values.add(0.0);
    }
    if (chart.square()) {
      chart.series().forEach(s -> s.points().forEach(p -> values.add(across ? p.y() : p.x())));
    }
    return values;
  }

  private void draw() {
    Frame.up(canvas, y, plot.left(), plot.right());
    Frame.across(canvas, x, plot.top(), plot.bottom());
    List<String> title = TextSize.lines(chart.x().title(), Canvas.SMALL, canvas.paper().width() - 4.0, 2);
    for (int i = 0; i < title.size(); i++) {
      canvas.words("title", plot.right(), plot.bottom() + 36 + i * LINE, Anchor.END, title.get(i));
    }
    chart.series().forEach(this::band);
    chart.series().forEach(this::marks);
    reserve();
    ends();
    chart.rules().forEach(this::rule);
    chart.series().forEach(this::labels);
    canvas.height(plot.bottom() + Frame.BELOW + title.size() * LINE + 4);
  }

  private boolean isSeen(Point point) {
    return x.places(point.x()) && y.places(point.y());
  }

  private boolean hasRange(Point point) {
    return isSeen(point) && y.places(point.low()) && y.places(point.high()) && point.high() > point.low();
  }

  /// Ranges: a band along a line, an upright line through a dot.
  private void band(Series series) {
    if (series.form() == Form.CLOUD) {
      return;
    }
    boolean line = isLine(series) && series.points().stream().filter(this::hasRange).count() > 1;
    if (!line) {
      Path path = new Path();
      series.points().stream()
          .filter(this::hasRange)
          .forEach(p -> path.move(x.at(p.x()), y.at(p.low())).to(x.at(p.x()), y.at(p.high())));
      if (!path.isEmpty()) {
        canvas.shape("range", path);
      }
      return;
    }
    List<Point> run = new ArrayList<>();
    for (Point point : series.points()) {
      if (hasRange(point)) {
        run.add(point);
      } else {
        area(series, run);
        run.clear();
      }
    }
    area(series, run);
  }

  private void area(Series series, List<Point> run) {
    if (run.size() > 1) {
      Path path = new Path();
      for (int i = 0; i < run.size(); i++) {
        double at = x.at(run.get(i).x());
        if (i == 0) {
          path.move(at, y.at(run.get(i).high()));
        } else {
          path.to(at, y.at(run.get(i).high()));
        }
      }
      for (int i = run.size() - 1; i >= 0; i--) {
        path.to(x.at(run.get(i).x()), y.at(run.get(i).low()));
      }
      canvas.shape("band s" + color(series), path.close());
    }
  }

  private static int color(Series series) {
    return Math.floorMod(series.color() - 1, 8) + 1;
  }

  private void marks(Series series) {
    if (series.form() == Form.CLOUD) {
      cloud(series);
      return;
    }
    if (isLine(series)) {
      joined(series);
    }
    boolean dots = series.form() == Form.DOTS || (series.form() == Form.LINE && series.points().size() <= MOST_DOTS);
    if (dots) {
      for (Point point : series.points()) {
        if (isSeen(point)) {
          canvas.shape("dot s" + color(series), Path.dot(x.at(point.x()), y.at(point.y())), point.title());
        }
      }
    }
  }

  private void joined(Series series) {
    Path path = new Path();
    boolean broken = true;
    double lastX = 0;
    double lastY = 0;
    for (Point point : series.points()) {
      if (!isSeen(point)) {
        broken = true;
        continue;
      }
      double px = x.at(point.x());
      double py = y.at(point.y());
      if (broken) {
        path.move(px, py);
      } else if (series.form() == Form.STEPS) {
        path.to(px, lastY).to(px, py);
        labels.line(lastX, lastY, px, lastY);
      } else {
        path.to(px, py);
        labels.line(lastX, lastY, px, py);
      }
      broken = false;
      lastX = px;
      lastY = py;
    }
    if (!path.isEmpty()) {
      canvas.shape("line s" + color(series), path, series.name());
    }
  }

  /// Thousands of dots as one mark; those that would cover each other are drawn once.
  private void cloud(Series series) {
    TreeSet<Long> places = new TreeSet<>();
    for (Point point : series.points()) {
      if (isSeen(point)) {
        places.add(Math.round(x.at(point.x())) * 10_000 + Math.round(y.at(point.y())));
      }
    }
    Path path = new Path();
    places.forEach(place -> path.dotAt((double) Math.floorDiv(place, 10_000L), (double) Math.floorMod(place, 10_000L)));
    if (!path.isEmpty()) {
      canvas.shape("cloud s" + color(series), path, series.name());
    }
  }

  private void reserve() {
    for (Series series : chart.series()) {
      for (Point point : series.points()) {
        if (series.form() != Form.CLOUD && isSeen(point)) {
          labels.take(Box.around(x.at(point.x()), y.at(point.y()), isLine(series) && series.form() != Form.LINE ? 1 : 4.5));
        }
      }
    }
  }

  /// Names at the ends of lines: in a column on the right, but beside a line that ends long before.
  private void ends() {
    List<Series> named = new ArrayList<>();
    List<Point> last = new ArrayList<>();
    for (Series series : chart.series()) {
      Optional<Point> end = series.points().stream().filter(this::isSeen).reduce((_, b) -> b);
      if (!isLine(series) || series.name().isEmpty() || end.isEmpty()) {
        continue;
      }
      double px = x.at(end.get().x());
      boolean early = px < plot.right() - 40;
      Optional<LabelSpace.Spot> spot = early ? labels.place(px, y.at(end.get().y()), series.name()) : Optional.empty();
      if (spot.isPresent()) {
        canvas.words("end s" + color(series), spot.get().x(), spot.get().y(), spot.get().anchor(), series.name());
      } else {
        named.add(series);
        last.add(end.get());
      }
    }
    column(named, last);
  }

  private void column(List<Series> named, List<Point> last) {
    double[] wanted = last.stream().mapToDouble(p -> y.at(p.y()) + 4).toArray();
    double[] placed = LabelSpace.apart(wanted, LINE, plot.top() + 4, plot.bottom());
    double from = plot.right() + 8;
    double room = canvas.paper().width() - from;
    for (int i = 0; i < named.size(); i++) {
      String name = named.get(i).name();
      String text = TextSize.cut(name, Canvas.SMALL, Math.max(room, 20));
      canvas.words("end s" + color(named.get(i)), from, placed[i], Anchor.START, text, name);
      labels.take(Box.ofText(from, placed[i], Anchor.START, text, Canvas.SMALL));
    }
  }

  private void labels(Series series) {
    for (Point point : series.points()) {
      if (isSeen(point) && !point.label().isEmpty()) {
        String text = TextSize.cut(point.label(), Canvas.SMALL, canvas.paper().width() * 0.45);
        labels
            .place(x.at(point.x()), y.at(point.y()), text)
            .ifPresent(spot -> canvas.words("point-label", spot.x(), spot.y(), spot.anchor(), text, point.label()));
      }
    }
    if (!isLine(series) && !series.name().isEmpty()) {
      name(series);
    }
  }

  /// A series of dots is named beside its last point, a cloud at the corner that it reaches: the first one above, the
  /// others below.
  private void name(Series series) {
    boolean first = chart.series().getFirst().equals(series);
    Comparator<Point> corner = Comparator.comparingDouble(p -> x.at(p.x()) + y.at(p.y()));
    List<Point> all = series.points().stream().filter(this::isSeen).toList();
    List<Point> seen = series.form() == Form.CLOUD ? all.stream().sorted(first ? corner.reversed() : corner).toList() : all;
    int tries = 0;
    for (int i = seen.size() - 1; i >= 0 && tries < 200; i--) {
      tries++;
      Point point = seen.get(i);
      Optional<LabelSpace.Spot> spot = labels.place(x.at(point.x()), y.at(point.y()), series.name());
      if (spot.isPresent()) {
        canvas.words("end s" + color(series), spot.get().x(), spot.get().y(), spot.get().anchor(), series.name());
        return;
      }
    }
  }

  private void rule(Rule rule) {
    switch (rule) {
      case Rule.Vertical(double at, String label) -> {
        if (x.places(at)) {
          double px = x.at(at);
          canvas.shape("rule", Path.line(px, plot.top(), px, plot.bottom()));
          boolean right = px + TextSize.width(label, Canvas.SMALL) + 8 < canvas.paper().width();
          said(label, right ? px + 5 : px - 5, plot.top() + 9, right ? Anchor.START : Anchor.END);
        }
      }
      case Rule.Horizontal(double at, String label) -> {
        if (y.places(at)) {
          canvas.shape("rule", Path.line(plot.left(), y.at(at), plot.right(), y.at(at)));
          said(label, plot.left() + 5, y.at(at) - 5, Anchor.START);
        }
      }
      case Rule.Multiple(double factor, String label) -> multiple(factor, label);
    }
  }

  private void multiple(double factor, String label) {
    double from = Math.max(x.low(), y.low() / factor);
    double to = Math.min(x.high(), y.high() / factor);
    if (from < to && x.places(from) && y.places(from * factor)) {
      double sx = x.at(from);
      double sy = y.at(from * factor);
      double ex = x.at(to);
      double ey = y.at(to * factor);
      canvas.shape(factor == 1 ? "zero" : "rule", Path.line(sx, sy, ex, ey));
      // Lines of several factors lie close together: each is named on its own side.
      if (factor == 1) {
        said(label, ex, ey - 4, Anchor.END);
      } else {
        double side = factor > 1 ? -6 : 6;
        said(label, sx + (ex - sx) * NAMED_AT + side, sy + (ey - sy) * NAMED_AT + (factor > 1 ? -4 : 12), factor > 1 ? Anchor.END : Anchor.START);
      }
    }
  }

  private void said(String whole, double px, double py, Anchor anchor) {
    double room = anchor == Anchor.START ? canvas.paper().width() - px : px;
    String label = TextSize.cut(whole, Canvas.SMALL, room);
    canvas.words("rule-label", px, py, anchor, label);
    labels.take(Box.ofText(px, py, anchor, label, Canvas.SMALL));
  }
}
