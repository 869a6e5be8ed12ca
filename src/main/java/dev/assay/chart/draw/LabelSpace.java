package dev.assay.chart.draw;

import dev.assay.chart.draw.Canvas.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds places for labels beside points, off each other and off what is drawn. Mutable while one drawing is made.
final class LabelSpace {
  private static final double NEAR = 7;

  private final Box bounds;
  private final List<Box> taken = new ArrayList<>();
  private final List<double[]> lines = new ArrayList<>();

  LabelSpace(Box bounds) {
    this.bounds = bounds;
  }

  /// Something that no label may cover.
  void take(Box box) {
    taken.add(box);
  }

  /// A line that labels should rather not cover.
  void line(double x1, double y1, double x2, double y2) {
    lines.add(new double[] {x1, y1, x2, y2});
  }

  /// A label's place.
  record Spot(double x, double y, Anchor anchor) {}

  /// A place beside a point; none where every place is taken.
  Optional<Spot> place(double x, double y, String text) {
    Spot best = null;
    int fewest = Integer.MAX_VALUE;
    for (Spot spot : around(x, y)) {
      Box box = Box.ofText(spot.x(), spot.y(), spot.anchor(), text, Canvas.SMALL);
      boolean free = box.within(bounds) && taken.stream().noneMatch(box::touches);
      int crossed = free ? crossed(box) : Integer.MAX_VALUE;
      if (crossed < fewest) {
        best = spot;
        fewest = crossed;
      }
    }
    Optional<Spot> found = Optional.ofNullable(best);
    found.ifPresent(spot -> taken.add(Box.ofText(spot.x(), spot.y(), spot.anchor(), text, Canvas.SMALL)));
    return found;
  }

  private int crossed(Box box) {
    return (int) lines.stream().filter(l -> box.isCrossedBy(l[0], l[1], l[2], l[3])).count();
  }

  private static List<Spot> around(double x, double y) {
    return List.of(
        new Spot(x + NEAR, y - NEAR + 3, Anchor.START), new Spot(x + NEAR, y + 4, Anchor.START),
        new Spot(x + NEAR, y + 13, Anchor.START), new Spot(x, y - NEAR - 2, Anchor.MIDDLE),
        new Spot(x - NEAR, y - NEAR + 3, Anchor.END), new Spot(x - NEAR, y + 4, Anchor.END),
        new Spot(x - NEAR, y + 13, Anchor.END), new Spot(x, y + NEAR + 11, Anchor.MIDDLE));
  }

  /// Base lines for labels in one column: as near to where they were wanted as keeps them apart.
  ///
  /// @param wanted base lines, in any order
  static double[] apart(double[] wanted, double distance, double top, double bottom) {
    Integer[] order = new Integer[wanted.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    java.util.Arrays.sort(order, java.util.Comparator.comparingDouble(i -> wanted[i]));
    double step = Math.min(distance, wanted.length > 1 ? (bottom - top) / (wanted.length - 1) : distance);
    double[] placed = new double[wanted.length];
    double free = top;
    for (int i : order) {
      placed[i] = Math.max(free, wanted[i]);
      free = placed[i] + step;
    }
    double room = bottom;
    for (int i = order.length - 1; i >= 0; i--) {
      placed[order[i]] = Math.min(placed[order[i]], room);
      room = placed[order[i]] - step;
    }
    return placed;
  }
}
