package dev.assay.publish;

import dev.assay.note.Digest;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// A [Manifest] as it lies in its file: so tens of thousands of files are looked at, and a few of them changed, without an object
/// for each.
final class StoredManifest {
  /// Behind the name: two digests, a stage, a size and a time.
  private static final int FIXED = 16 + 16 + 1 + 8 + 8;

  private final Disk.Stat list;
  private final NavigableSet<String> foreign;
  private final int counted;
  private final ByteBuffer in;
  private final Stretches entries;

  private StoredManifest(Disk.Stat list, NavigableSet<String> foreign, int counted, byte[] bytes, int[] starts) {
    this.list = list;
    this.foreign = foreign;
    this.counted = counted;
    this.in = ByteBuffer.wrap(bytes);
    this.entries = new Stretches(bytes, starts, this::file);
  }

  /// What was written; empty when it is damaged, cut off or of another version.
  static Optional<StoredManifest> of(byte[] bytes) {
    if (!Manifest.isWhole(bytes)) {
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, 0, bytes.length - Integer.BYTES);
    try {
      StoredManifest read = read(bytes, in.position(Integer.BYTES));
      return in.hasRemaining() ? Optional.empty() : Optional.of(read);
    } catch (BufferUnderflowException | IllegalArgumentException _) {
      // Bytes that keep their checksum and make no sense were written by something else.
      return Optional.empty();
    }
  }

  private static StoredManifest read(byte[] bytes, ByteBuffer in) {
    Disk.Stat list = new Disk.Stat(Disk.Type.FILE, in.getLong(), in.getLong());
    NavigableSet<String> foreign = new TreeSet<>();
    for (int left = in.getInt(); left > 0; left--) {
      foreign.add(Manifest.text(in));
    }
    int counted = in.position();
    int count = in.getInt();
    if (count < 0 || count > in.remaining() / FIXED) {
      throw new IllegalArgumentException("more files than there are bytes");
    }
    int[] starts = new int[count + 1];
    for (int i = 0; i < count; i++) {
      starts[i] = in.position();
      int name = in.getShort() & 0xffff;
      in.position(in.position() + name + FIXED);
    }
    starts[count] = in.position();
    return new StoredManifest(list, foreign, counted, bytes, starts);
  }

  int size() {
    return entries.size();
  }

  /// How the list of owned files looked.
  Disk.Stat list() {
    return list;
  }

  /// Names the whole of some bytes that a manifest was read from: how the list of owned files looked, which gets another time
  /// whenever a file is written, and the checksum of all.
  static Digest state(byte[] bytes) {
    byte[] name = Arrays.copyOf(bytes, Manifest.HEAD + Integer.BYTES);
    System.arraycopy(bytes, bytes.length - Integer.BYTES, name, Manifest.HEAD, Integer.BYTES);
    return Digest.of(name);
  }

  /// The path of a file by its number.
  String file(int number) {
    int start = entries.starts()[number];
    return new String(entries.bytes(), start + Short.BYTES, in.getShort(start) & 0xffff, StandardCharsets.UTF_8);
  }

  private int fixed(int number) {
    return entries.starts()[number + 1] - FIXED;
  }

  /// True when a file looks as it was left.
  boolean matches(int number, Disk.Stat stat) {
    int times = fixed(number) + 33;
    return stat.isFile() && stat.size() == in.getLong(times) && stat.modified() == in.getLong(times + 8);
  }

  /// True when an amendment fits what was published, and none of the files that it keeps was made with warnings, which would
  /// have to be told again.
  boolean takes(Amendment amendment) {
    Set<String> made = new HashSet<>();
    Set<String> folders = new HashSet<>();
    boolean fits = true;
    for (Artifact each : amendment.made()) {
      String file = each.address().file();
      folders.add(OutputFolder.parent(file));
      fits &= made.add(file) && entries.find(file) >= 0;
    }
    Set<String> added = new HashSet<>();
    for (Artifact each : amendment.added()) {
      String file = each.address().file();
      fits &= added.add(file) && entries.find(file) < 0 && entries.hasBeginning(OutputFolder.parent(file) + "/");
    }
    for (String file : amendment.removed()) {
      fits &= made.add(file) && entries.find(file) >= 0 && folders.contains(OutputFolder.parent(file));
    }
    for (int i = 0; fits && i < size(); i++) {
      boolean kept = !isDoubtful(i) && !isWithin(i, amendment.whole());
      fits = kept || made.contains(file(i));
    }
    return fits;
  }

  private boolean isDoubtful(int number) {
    return in.getLong(fixed(number)) == Planner.AGAIN.high() && in.getLong(fixed(number) + 8) == Planner.AGAIN.low();
  }

  private boolean isWithin(int number, Set<String> folders) {
    return !folders.isEmpty() && folders.stream().anyMatch(file(number)::startsWith);
  }

  /// What is known of some files, of which those that are not known are left out.
  Manifest part(Iterable<String> files) {
    SortedMap<String, Manifest.Entry> part = new TreeMap<>();
    for (String file : files) {
      int number = entries.find(file);
      if (number >= 0) {
        part.put(file, Manifest.entry(in.duplicate().position(fixed(number))));
      }
    }
    return new Manifest(list, part, foreign);
  }

  /// The same with some entries changed, added or, where there is none, taken away.
  byte[] with(SortedMap<String, Optional<Manifest.Entry>> changes, Disk.Stat listNow) {
    SortedMap<String, Optional<byte[]>> changed = new TreeMap<>();
    int count = size();
    for (Map.Entry<String, Optional<Manifest.Entry>> change : changes.entrySet()) {
      changed.put(change.getKey(), change.getValue().map(entry -> Manifest.bytes(change.getKey(), entry)));
      count += (change.getValue().isPresent() ? 1 : 0) - (entries.find(change.getKey()) >= 0 ? 1 : 0);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(entries.bytes().length + 1024);
    out.writeBytes(Manifest.head(listNow));
    out.write(entries.bytes(), Manifest.HEAD, counted - Manifest.HEAD);
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(count).array());
    entries.write(changed, out);
    return Manifest.sealed(out);
  }
}
