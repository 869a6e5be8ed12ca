package dev.assay.publish;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.IntFunction;

/// Stretches of bytes that lie one behind the other in the order of their names, as in a list of files that was read. Of tens of
/// thousands a few can be found and changed without any of the others becoming an object.
///
/// @param bytes  all of them, and what stands around them
/// @param starts where each begins, and, as one more, where the last ends
/// @param names  the name of each by its number
@SuppressWarnings("ArrayRecordComponent") // a list of files as it lies
record Stretches(byte[] bytes, int[] starts, IntFunction<String> names) {
  int size() {
    return starts.length - 1;
  }

  /// The number of a name; where it is none, one less than nothing less the number that it would get.
  int find(String name) {
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = names.apply(middle).compareTo(name);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1 - low;
  }

  /// True when a name begins so.
  boolean hasBeginning(String beginning) {
    int at = find(beginning);
    int next = at < 0 ? -1 - at : at;
    return next < size() && names.apply(next).startsWith(beginning);
  }

  /// Writes all stretches with some changed: other bytes for those that are there, new ones in their places, and none for those
  /// that go.
  void write(SortedMap<String, Optional<byte[]>> changes, ByteArrayOutputStream out) {
    int from = 0;
    for (Map.Entry<String, Optional<byte[]>> change : changes.entrySet()) {
      int at = find(change.getKey());
      int next = at < 0 ? -1 - at : at;
      out.write(bytes, starts[from], starts[next] - starts[from]);
      change.getValue().ifPresent(stretch -> out.write(stretch, 0, stretch.length));
      from = at < 0 ? next : next + 1;
    }
    out.write(bytes, starts[from], starts[size()] - starts[from]);
  }
}
