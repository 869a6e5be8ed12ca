package dev.assay.markdown;

import java.util.ArrayList;
import java.util.List;

/// The raw elements that are open, so that whatever a note leaves open is closed where its block ends.
final class TagStack {
  private static final int DEEPEST = 64;

  private final List<String> open = new ArrayList<>();
  private int floor;

  /// Opens an element; false when too many are open already.
  boolean open(String tag) {
    return open.size() < DEEPEST && open.add(tag);
  }

  /// How many are open.
  int size() {
    return open.size();
  }

  /// Keeps what is open now from being closed until [#leave].
  ///
  /// @return what to give back to [#leave]
  int enter() {
    int outer = floor;
    floor = open.size();
    return outer;
  }

  /// Closes what was opened since the matching [#enter].
  void leave(int outer, Output out) {
    closeTo(floor, out);
    floor = outer;
  }

  /// Closes an element and everything in it; false when no such element is open here.
  boolean close(String tag, Output out) {
    int at = open.lastIndexOf(tag);
    if (at < floor) {
      return false;
    }
    closeTo(at, out);
    return true;
  }

  /// Closes everything from the first element that may not hold further blocks.
  void closeUnspanned(Output out) {
    for (int i = floor; i < open.size(); i++) {
      if (!RawHtml.isSpanning(open.get(i))) {
        closeTo(i, out);
      }
    }
  }

  private void closeTo(int size, Output out) {
    while (open.size() > size) {
      out.html("</" + open.removeLast() + ">");
    }
  }
}
