package dev.assay.problem;

import java.util.ArrayList;
import java.util.List;

/// One line of a file as a terminal shows it, and the carets below it.
///
/// @param line   the line, cut around the carets when it is long; every character visible
/// @param carets spaces, then `^` and `~` below what is meant
record Excerpt(String line, String carets) {
  private static final int TAB = 4;

  /// How many widths of a line are looked at before the caret, and four times as many in all.
  private static final int FAR = 2;

  private static final String CUT = "…";

  /// A character of the line: how it is shown, and from which cell on.
  private record Shown(String text, int from, int cells) {
    int to() {
      return from + cells;
    }
  }

  /// @param text  the whole line as it stands in the file
  /// @param place which of its code points are meant
  /// @param width how many cells may be used
  static Excerpt of(String text, Place place, int width) {
    // A line may be a whole file long, and be shown a thousand times.
    int column = Math.min(place.column() - 1, text.codePointCount(0, text.length()));
    int skipped = Math.max(0, column - FAR * width);
    int begin = text.offsetByCodePoints(0, skipped);
    String near = text.substring(begin, begin + Math.min(text.length() - begin, 4 * FAR * width));
    return of(shown(near), column - skipped, place.length(), skipped > 0, begin + near.length() < text.length(), width);
  }

  private static Excerpt of(
      List<Shown> line, int column, int length, boolean cutBefore, boolean cutAfter, int width) {
    int first = Math.min(column, line.size());
    int last = Math.min(first + length, line.size());
    int end = line.isEmpty() ? 0 : line.getLast().to();
    int from = first < line.size() ? line.get(first).from() : end;
    int to = last > first ? Math.max(line.get(last - 1).to(), from + 1) : from + 1;
    if (end <= width && !cutBefore && !cutAfter) {
      return new Excerpt(join(line, 0, end), " ".repeat(from) + marks(to - from));
    }
    // As much before the caret as a third of the width, so that what follows it can be read.
    int start = Math.clamp((long) from - width / 3, 0, Math.max(0, end + 1 - width));
    int stop = Math.min(end, start + width);
    String before = start > 0 || cutBefore ? CUT : "";
    String after = stop < end || cutAfter ? CUT : "";
    int left = start + before.length();
    int right = stop - after.length();
    int firstCell = line.stream().filter(c -> c.from() >= left).mapToInt(Shown::from).findFirst().orElse(left);
    String kept = join(line, left, right);
    int marked = Math.max(1, Math.min(to, right) - from);
    return new Excerpt(before + kept + after, " ".repeat(before.length() + from - firstCell) + marks(marked));
  }

  private static List<Shown> shown(String text) {
    List<Shown> line = new ArrayList<>();
    int cell = 0;
    for (int codePoint : text.codePoints().toArray()) {
      String visible = codePoint == '\t' ? " ".repeat(TAB - cell % TAB) : Cells.visible(codePoint);
      Shown shown = new Shown(visible, cell, Cells.of(visible));
      line.add(shown);
      cell = shown.to();
    }
    return line;
  }

  private static String join(List<Shown> line, int left, int right) {
    StringBuilder kept = new StringBuilder();
    for (Shown shown : line) {
      if (shown.from() >= left && shown.to() <= right) {
        kept.append(shown.text());
      }
    }
    return kept.toString();
  }

  private static String marks(int cells) {
    return "^" + "~".repeat(cells - 1);
  }
}
