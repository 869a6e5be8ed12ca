package dev.assay.publish;

import dev.assay.note.Digest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The list of owned files ([Ownership]) as it lies in the output folder: a few of tens of thousands of lines are changed and the
/// others are copied.
final class StoredList {
  private final Stretches lines;

  private StoredList(byte[] bytes, int[] starts) {
    this.lines = new Stretches(bytes, starts, number -> file(bytes, starts, number));
  }

  private static String file(byte[] bytes, int[] starts, int number) {
    int from = starts[number] + Ownership.PATH;
    return new String(bytes, from, Math.max(0, starts[number + 1] - 1 - from), StandardCharsets.UTF_8);
  }

  /// What was written; empty when it is damaged, cut off or of another version.
  static Optional<StoredList> of(byte[] bytes) {
    byte[] header = Ownership.HEADER.getBytes(StandardCharsets.UTF_8);
    int end = bytes.length - Ownership.END.length() - 33;
    if (end < header.length || !Arrays.equals(bytes, 0, header.length, header, 0, header.length)) {
      return Optional.empty();
    }
    byte[] seal = seal(Digest.of(bytes, 0, end));
    if (!Arrays.equals(bytes, end, bytes.length, seal, 0, seal.length)) {
      return Optional.empty();
    }
    byte[] folder = Ownership.FOLDER.getBytes(StandardCharsets.UTF_8);
    int[] starts = new int[16 + bytes.length / 64];
    int count = 0;
    for (int at = header.length; at < end; ) {
      if (!Arrays.equals(bytes, at, Math.min(end, at + folder.length), folder, 0, folder.length)) {
        starts = count + 1 == starts.length ? Arrays.copyOf(starts, starts.length * 2) : starts;
        starts[count++] = at;
      }
      while (bytes[at] != '\n') {
        at++;
      }
      at++;
    }
    starts[count] = end;
    return Optional.of(new StoredList(bytes, Arrays.copyOf(starts, count + 1)));
  }

  private static byte[] seal(Digest digest) {
    return (Ownership.END + digest.hex() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  int size() {
    return lines.size();
  }

  /// The same with some files changed, added or, where there is nothing, taken away.
  byte[] with(SortedMap<String, Optional<Owned>> changes) {
    SortedMap<String, Optional<byte[]>> changed = new TreeMap<>();
    for (Map.Entry<String, Optional<Owned>> change : changes.entrySet()) {
      String file = change.getKey();
      changed.put(file, change.getValue().map(owned -> Ownership.line(file, owned).getBytes(StandardCharsets.UTF_8)));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(lines.bytes().length + 1024);
    out.write(lines.bytes(), 0, lines.starts()[0]);
    lines.write(changed, out);
    byte[] content = out.toByteArray();
    out.writeBytes(seal(Digest.of(content)));
    return out.toByteArray();
  }
}
