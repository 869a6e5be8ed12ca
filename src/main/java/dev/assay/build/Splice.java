package dev.assay.build;

import dev.assay.note.Piece;
import dev.assay.view.project.OwnText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Brings another text onto a page: what fills the holes stays as it lies there, and the markup between them is replaced.
///
/// @param page   the page with the other text
/// @param places where on it the note's own markup stands, as in [PrintedPage]
record Splice(String page, List<Integer> places) {
  /// @param old    the page as it lies there
  /// @param known  where on it the note's own markup stands
  /// @param was    the body that it shows
  /// @param now    the body that it is to show
  /// @return empty when that cannot be done without knowing more of the site: the holes are others, markup would come to
  ///         stand where none was, the first picture may be loaded at another time, or the page shows elsewhere what its text holds
  static Optional<Splice> of(String old, PrintedPage known, OwnText.Parted was, OwnText.Parted now) {
    List<Integer> places = known.places();
    boolean fits =
        was.holes().equals(now.holes()) && places.size() == 2 * was.stretches().size() && samePicture(was, now)
            && known.asked().entrySet().stream().allMatch(mark -> holds(was, mark.getKey()) == mark.getValue() && holds(now, mark.getKey()) == mark.getValue());
    StringBuilder page = new StringBuilder(old.length() + 1024);
    List<Integer> moved = new ArrayList<>();
    int end = 0;
    for (int i = 0; fits && i < was.stretches().size(); i++) {
      String before = was.stretches().get(i);
      String after = now.stretches().get(i);
      int start = places.get(2 * i);
      fits = before.isEmpty() == after.isEmpty() && before.length() == places.get(2 * i + 1) && (start < 0 ? before.isEmpty() : old.startsWith(before, start));
      if (fits && start >= 0) {
        page.append(old, end, start);
        moved.addAll(List.of(page.length(), after.length()));
        page.append(after);
        end = start + before.length();
      } else {
        moved.addAll(List.of(-1, 0));
      }
    }
    return fits ? Optional.of(new Splice(page.append(old, end, old.length()).toString(), moved)) : Optional.empty();
  }

  /// What only stands in a text once its holes are filled is left to the long way.
  private static boolean holds(OwnText.Parted text, String mark) {
    return text.stretches().stream().anyMatch(stretch -> stretch.contains(mark));
  }

  /// Whether a picture is loaded at once depends on how much stands before it.
  private static boolean samePicture(OwnText.Parted was, OwnText.Parted now) {
    int first = IntStream.range(0, was.holes().size()).filter(i -> was.holes().get(i) instanceof Piece.Picture).findFirst().orElse(-1);
    return first < 0 || length(was.stretches(), first) == length(now.stretches(), first);
  }

  private static int length(List<String> stretches, int upTo) {
    return stretches.subList(0, upTo + 1).stream().mapToInt(String::length).sum();
  }
}
