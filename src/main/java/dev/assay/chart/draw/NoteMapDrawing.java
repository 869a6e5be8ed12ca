package dev.assay.chart.draw;

import dev.assay.chart.scale.Scale;
import dev.assay.chart.scale.Tick;
import dev.assay.claim.Due;
import dev.assay.note.Language;
import dev.assay.view.DateView;
import dev.assay.view.MapView;
import dev.assay.view.project.NoteMaps.Stop;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Notes from left to right by their day, each on a lane on which its name touches no other, as near as can be to the
/// note that it follows up; lines lead from there to here.
public final class NoteMapDrawing {
  private static final double LANE = 36;
  private static final double TOP = 26;
  private static final double DOT = 5;
  private static final double GAP = 18;
  private static final double AXIS = 26;

  private final String form;
  private final double width;
  private final double most;
  private final List<Stop> stops;
  private final Language language;

  /// For each lane, the stretches that are taken.
  private final List<List<double[]>> lanes = new ArrayList<>();

  private NoteMapDrawing(String form, double width, double most, List<Stop> stops, Language language) {
    this.form = form;
    this.width = width;
    this.most = most;
    this.stops = stops;
    this.language = language;
  }

  /// The map for a wide page and for a narrow one.
  ///
  /// @param stops    oldest first; at least one
  /// @param language of the days along the foot
  public static List<MapView.Drawing> of(List<Stop> stops, Language language) {
    return List.of(
        new NoteMapDrawing("wide", 760, 300, stops, language).drawing(), new NoteMapDrawing("narrow", 350, 225, stops, language).drawing());
  }

  /// Where a note stands.
  private record Spot(double x, int lane, boolean left, String text) {
    double y() {
      return TOP + lane * LANE;
    }
  }

  private MapView.Drawing drawing() {
    List<Double> days = stops.stream().map(stop -> (double) stop.day().toEpochDay()).toList();
    boolean oneDay = days.getFirst().equals(days.getLast());
    Scale scale = Scale.of(Scale.Sort.TIME, days, DOT + 2, width - DOT - 2, Math.max(2, (int) (width / 140)));
    List<Spot> spots = new ArrayList<>();
    for (int i = 0; i < stops.size(); i++) {
      // A scale over one day has that day in its middle, where no name has room.
      spots.add(spot(stops.get(i), oneDay ? DOT + 2 : scale.at(days.get(i)), spots));
    }
    double foot = TOP + Math.max(0, lanes.size() - 1) * LANE + LANE / 2 - 2;
    return new MapView.Drawing(
        form, (int) width, (int) Math.ceil(foot + AXIS), oneDay ? oneDay(foot) : ticks(scale, foot), ways(spots), printed(spots));
  }

  private Spot spot(Stop stop, double x, List<Spot> before) {
    String text = TextSize.cut(stop.title(), Canvas.SIZE, Math.min(most, Math.max(x, width - x)));
    double length = TextSize.width(text, Canvas.SIZE) - DOT;
    boolean left = x + length > width;
    double from = left ? x - length : x - DOT;
    double to = left ? x + DOT : x + length;
    int wanted = stop.follows().stream().filter(i -> i < before.size()).findFirst().map(i -> before.get(i).lane()).orElse(0);
    int lane = free(wanted, from, to);
    lanes.get(lane).add(new double[] {from, to});
    return new Spot(x, lane, left, text);
  }

  /// The lane nearest to one that has room; a new one below where none has.
  private int free(int wanted, double from, double to) {
    for (int away = 0; away <= lanes.size(); away++) {
      for (int lane : new int[] {wanted + away, wanted - away}) {
        if (lane >= 0 && lane < lanes.size() && lanes.get(lane).stream().noneMatch(taken -> from < taken[1] + GAP && to > taken[0] - GAP)) {
          return lane;
        }
      }
    }
    lanes.add(new ArrayList<>());
    return lanes.size() - 1;
  }

  private List<MapView.Way> ways(List<Spot> spots) {
    List<MapView.Way> ways = new ArrayList<>();
    Set<String> drawn = new HashSet<>();
    for (int i = 0; i < spots.size(); i++) {
      for (int earlier : stops.get(i).follows()) {
        String path = way(spots.get(earlier), spots.get(i));
        if (earlier != i && drawn.add(path)) {
          ways.add(new MapView.Way(path));
        }
      }
    }
    return ways;
  }

  /// A line that leaves to the right and arrives from the left; between notes of one day it bows.
  private static String way(Spot from, Spot to) {
    double bend = Math.max(14, Math.abs(to.x() - from.x()) / 2);
    double out = from.x() + bend;
    double in = to.x() - from.x() < 8 ? to.x() + bend : to.x() - bend;
    return "M" + Path.number(from.x()) + " " + Path.number(from.y()) + "C" + Path.number(out) + " " + Path.number(from.y()) + " "
        + Path.number(in) + " " + Path.number(to.y()) + " " + Path.number(to.x()) + " " + Path.number(to.y());
  }

  private List<MapView.Stop> printed(List<Spot> spots) {
    List<MapView.Stop> printed = new ArrayList<>();
    for (int i = 0; i < spots.size(); i++) {
      Spot spot = spots.get(i);
      Stop stop = stops.get(i);
      printed.add(
          new MapView.Stop(
              Path.number(spot.x()), Path.number(spot.y()), Path.number(spot.left() ? spot.x() + DOT : spot.x() - DOT),
              Path.number(spot.y() - 10), spot.left() ? "end" : "start", Canvas.clean(spot.text()), stop.told(), stop.address(), stop.pinned()));
    }
    return printed;
  }

  private List<MapView.Tick> oneDay(double foot) {
    return List.of(
        new MapView.Tick(
            Path.number(DOT + 2), Path.number(foot + 17), "start", DateView.of(stops.getFirst().day(), language).text(),
            Path.line(DOT + 2, TOP, DOT + 2, foot).text()));
  }

  /// A day, month or year of the scale in words.
  private String words(String tick) {
    return Due.parse(tick).map(due -> DateView.period(tick, due.last(), language).text()).orElse(tick);
  }

  private List<MapView.Tick> ticks(Scale scale, double foot) {
    List<MapView.Tick> ticks = new ArrayList<>();
    double free = Double.NEGATIVE_INFINITY;
    for (Tick tick : scale.ticks()) {
      double x = scale.at(tick.value());
      String text = words(tick.text());
      double half = TextSize.width(text, Canvas.SMALL) / 2;
      double at = Math.clamp(x, half, width - half);
      if (at - half > free) {
        ticks.add(
            new MapView.Tick(Path.number(at), Path.number(foot + 17), "middle", text, Path.line(x, 2, x, foot).text()));
        free = at + half + 10;
      }
    }
    return ticks;
  }
}
