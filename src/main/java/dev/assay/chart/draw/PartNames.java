package dev.assay.chart.draw;

import dev.assay.chart.draw.Canvas.Anchor;
import java.util.ArrayList;
import java.util.List;

/// Names over parts, in as few lines as keep every name off the lines that lead from other names to their parts.
final class PartNames {
  private static final int MOST_LEVELS = 5;
  private static final double GAP = 10;

  private PartNames() {}

  /// A name and where it leads.
  record Name(String text, double x) {}

  /// A name with its place.
  ///
  /// @param anchor whether it stands to the right of its line or to the left
  /// @param level  0 for the lowest line of text
  record Placed(Name name, Anchor anchor, int level) {
    double from() {
      return anchor == Anchor.START ? name.x() : name.x() - width();
    }

    double to() {
      return anchor == Anchor.START ? name.x() + width() : name.x();
    }

    private double width() {
      return TextSize.width(name.text(), Canvas.SMALL) + GAP;
    }
  }

  /// Places the names, or none of them when that takes too many lines.
  ///
  /// @param names from left to right
  static List<Placed> place(List<Name> names, double left, double right) {
    List<Placed> placed = new ArrayList<>();
    for (Name name : names) {
      double width = TextSize.width(name.text(), Canvas.SMALL) + GAP;
      Anchor anchor = name.x() + width <= right ? Anchor.START : Anchor.END;
      if (anchor == Anchor.END && name.x() - width < left) {
        return List.of();
      }
      placed.add(new Placed(name, anchor, 0));
    }
    for (int tries = 0; tries < names.size() * MOST_LEVELS; tries++) {
      int lowest = conflict(placed);
      if (lowest < 0) {
        return placed;
      }
      Placed low = placed.get(lowest);
      if (low.level() + 1 >= MOST_LEVELS) {
        return List.of();
      }
      placed.set(lowest, new Placed(low.name(), low.anchor(), low.level() + 1));
    }
    return List.of();
  }

  /// A name that touches another one or another one's line, and has to go up; −1 when there is none.
  private static int conflict(List<Placed> placed) {
    for (int i = placed.size() - 1; i >= 0; i--) {
      for (int j = 0; j < placed.size(); j++) {
        Placed a = placed.get(i);
        Placed b = placed.get(j);
        boolean crossed = i != j && b.level() >= a.level() && b.name().x() > a.from() - 2 && b.name().x() < a.to() + 2;
        boolean touched = i < j && a.level() == b.level() && a.from() < b.to() && b.from() < a.to();
        if (crossed || touched) {
          return i;
        }
      }
    }
    return -1;
  }
}
