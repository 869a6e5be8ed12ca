package dev.assay.build.cache;

import dev.assay.note.SourceId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Rows of bytes, one for each of many notes, in the order of their names: as they lie in a file of the cache. Of tens of thousands a few
/// are found and changed, and the others never become objects.
///
/// A row is the length of its name in two bytes, the name in UTF-8, and then as many bytes as each row has.
final class Rows {
  private final ByteBuffer bytes;
  private final int width;

  /// Where each row begins, and, as one more, where the last ends.
  private final int[] starts;

  private Rows(byte[] bytes, int width, int[] starts) {
    this.bytes = ByteBuffer.wrap(bytes);
    this.width = width;
    this.starts = starts;
  }

  /// No rows.
  ///
  /// @param width how many bytes each has behind its name
  static Rows none(int width) {
    return new Rows(new byte[0], width, new int[1]);
  }

  /// Reads what [#bytes] gave.
  ///
  /// @throws DamagedException when it is not that
  static Rows read(byte[] all, int from, int width) throws DamagedException {
    byte[] bytes = Arrays.copyOfRange(all, from, all.length);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int[] starts = new int[1 + bytes.length / (Short.BYTES + 1 + width)];
    int count = 0;
    while (in.hasRemaining()) {
      starts[count++] = in.position();
      int length = in.remaining() < Short.BYTES ? 0 : in.getShort() & 0xffff;
      if (length == 0 || length + width > in.remaining()) {
        throw new DamagedException("rows that end too early");
      }
      in.position(in.position() + length + width);
    }
    starts[count] = bytes.length;
    return new Rows(bytes, width, Arrays.copyOf(starts, count + 1));
  }

  /// All rows as they lie in a file.
  byte[] bytes() {
    return bytes.array();
  }

  int size() {
    return starts.length - 1;
  }

  /// The name of a row by its number.
  SourceId name(int number) {
    return new SourceId(new String(bytes.array(), from(number), to(number) - from(number), StandardCharsets.UTF_8));
  }

  private int from(int number) {
    return starts[number] + Short.BYTES;
  }

  private int to(int number) {
    return starts[number + 1] - width;
  }

  /// A row without its name.
  ByteBuffer row(int number) {
    return bytes.slice(to(number), width);
  }

  /// A number of a row.
  ///
  /// @param at where it stands behind the name
  long eight(int number, int at) {
    return bytes.getLong(to(number) + at);
  }

  /// A number of a row.
  ///
  /// @param at where it stands behind the name
  int four(int number, int at) {
    return bytes.getInt(to(number) + at);
  }

  /// The number of the row of a name; where there is none, one less than nothing less the number that it would get.
  int find(SourceId name) {
    return find(utf8(name));
  }

  /// As above, of one of many names that are asked for in order.
  ///
  /// @param guess the number that it probably has
  int find(SourceId name, int guess) {
    byte[] wanted = utf8(name);
    boolean there = guess < size() && Arrays.equals(bytes.array(), from(guess), to(guess), wanted, 0, wanted.length);
    return there ? guess : find(wanted);
  }

  private static byte[] utf8(SourceId name) {
    return name.value().getBytes(StandardCharsets.UTF_8);
  }

  private int find(byte[] name) {
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Arrays.compareUnsigned(bytes.array(), from(middle), to(middle), name, 0, name.length);
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

  /// The same rows with a number added to one of each.
  ///
  /// @param at where it stands behind the name, in eight bytes
  Rows plus(int at, long by) {
    byte[] moved = bytes.array().clone();
    ByteBuffer to = ByteBuffer.wrap(moved);
    for (int i = 0; i < size(); i++) {
      to.putLong(to(i) + at, eight(i, at) + by);
    }
    return new Rows(moved, width, starts);
  }

  @SuppressWarnings("ArrayRecordComponent") // bytes as they will lie in the file
  private record Change(byte[] name, Optional<byte[]> row) {}

  /// The same with some rows changed, added or, where there is nothing, taken away.
  Rows with(Map<SourceId, Optional<byte[]>> changes) {
    List<Change> sorted = new ArrayList<>(changes.size());
    int more = 0;
    for (Map.Entry<SourceId, Optional<byte[]>> each : changes.entrySet()) {
      byte[] name = utf8(each.getKey());
      sorted.add(new Change(name, each.getValue()));
      more += each.getValue().isPresent() ? Short.BYTES + name.length + width : 0;
    }
    sorted.sort((a, b) -> Arrays.compareUnsigned(a.name, b.name));
    ByteBuffer out = ByteBuffer.allocate(Math.addExact(bytes.capacity(), more));
    int[] outStarts = new int[size() + sorted.size() + 1];
    int count = 0;
    int next = 0;
    for (Change change : sorted) {
      int found = find(change.name);
      int at = found < 0 ? -1 - found : found;
      count = copy(next, at, out, outStarts, count);
      if (change.row.isPresent()) {
        outStarts[count++] = out.position();
        out.putShort((short) change.name.length).put(change.name).put(change.row.get());
      }
      next = found < 0 ? at : at + 1;
    }
    count = copy(next, size(), out, outStarts, count);
    outStarts[count] = out.position();
    return new Rows(Arrays.copyOf(out.array(), out.position()), width, Arrays.copyOf(outStarts, count + 1));
  }

  private int copy(int first, int end, ByteBuffer out, int[] outStarts, int count) {
    int by = out.position() - starts[first];
    for (int i = first; i < end; i++) {
      outStarts[count + i - first] = starts[i] + by;
    }
    out.put(bytes.array(), starts[first], starts[end] - starts[first]);
    return count + end - first;
  }
}
