package dev.assay.importer.folder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where the calls of a text end that have an end: all are found in one look at the text. A look from each call to the end of the
/// text would take the square of their number.
final class Closings {
  /// The calls of one name, in the order in which they stand.
  private static final class Marks {
    private final List<Integer> places = new ArrayList<>();
    private final List<Boolean> ends = new ArrayList<>();
    private int[] next = {};

    void add(int place, boolean end) {
      places.add(place);
      ends.add(end);
    }

    /// For each the end that closes what was open before it; -1 when none does.
    void join() {
      next = new int[places.size() + 1];
      next[places.size()] = -1;
      for (int i = places.size() - 1; i >= 0; i--) {
        int inner = next[i + 1];
        next[i] = ends.get(i) ? i : inner < 0 ? -1 : next[inner + 1];
      }
    }

    int behind(int from) {
      int low = 0;
      int high = places.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (places.get(middle) < from) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return next[low] < 0 ? -1 : places.get(next[low]);
    }
  }

  private final Map<String, Marks> byName = new HashMap<>();

  /// Says that a call stands in a text, one behind the other.
  ///
  /// @param words what stands between its signs
  void add(int place, String words) {
    if (words.startsWith("/")) {
      add(words.substring(words.startsWith("/ ") ? 2 : 1), place, true);
    } else if (!words.endsWith("/")) {
      int space = words.indexOf(' ');
      add(space < 0 ? words : words.substring(0, space), place, false);
    }
  }

  private void add(String name, int place, boolean end) {
    byName.computeIfAbsent(name, _ -> new Marks()).add(place, end);
  }

  /// To be called when all are said.
  void join() {
    byName.values().forEach(Marks::join);
  }

  /// Where the call that ends one begins; -1 when there is none.
  ///
  /// @param behind where the one ends
  int of(String name, int behind) {
    Marks marks = byName.get(name);
    return marks == null ? -1 : marks.behind(behind);
  }
}
