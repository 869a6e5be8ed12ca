package dev.assay.markdown;

import java.util.HashMap;
import java.util.Map;

/// Finds the run of backticks that closes another. A length that was looked for in vain is not looked for again, so
/// that runs of rising length cost no more than one pass each way.
final class BacktickRuns {
  private final String text;
  private final Map<Integer, int[]> ends = new HashMap<>();
  private boolean indexed;

  BacktickRuns(String text) {
    this.text = text;
  }

  static int runEnd(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) == '`') {
      end++;
    }
    return end;
  }

  /// The end of the first run of a length at or behind an index; -1 when there is none.
  int close(int from, int length) {
    if (!indexed) {
      index();
    }
    int[] list = ends.get(length);
    if (list == null) {
      return -1;
    }
    while (list[0] < list.length && list[list[0]] - length < from) {
      list[0]++;
    }
    return list[0] < list.length ? list[list[0]] : -1;
  }

  /// Lists the ends of all runs by length; the first entry of a list is the position in it, which only rises.
  private void index() {
    indexed = true;
    Map<Integer, java.util.stream.IntStream.Builder> builders = new HashMap<>();
    int at = text.indexOf('`');
    while (at >= 0) {
      int end = runEnd(text, at);
      builders.computeIfAbsent(end - at, _ -> java.util.stream.IntStream.builder().add(1)).add(end);
      at = text.indexOf('`', end);
    }
    builders.forEach((length, builder) -> ends.put(length, builder.build().toArray()));
  }
}
