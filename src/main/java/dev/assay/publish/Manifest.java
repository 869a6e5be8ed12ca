package dev.assay.publish;

import dev.assay.note.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/// What the last publication into one output folder left there. It lies in the cache and can be lost at any time: then
/// everything is made again, and only what differs is written.
///
/// @param list    how the list of owned files looked, so that it need not be read when it still looks so
/// @param entries what is known of each file, by path
/// @param foreign as in the list of owned files
record Manifest(Disk.Stat list, SortedMap<String, Entry> entries, NavigableSet<String> foreign) {
  static final Manifest NONE = new Manifest(new Disk.Stat(Disk.Type.OTHER, -1, -1), new TreeMap<>(), new TreeSet<>());

  private static final List<Stage> STAGES = List.of(Stage.values());

  private static final int MAGIC = 0x41_53_50_33;

  /// How many bytes stand before the foreign folders.
  static final int HEAD = Integer.BYTES + 2 * Long.BYTES;

  /// One file.
  ///
  /// @param recipe   what its bytes were made of
  /// @param content  its bytes
  /// @param stage    when it is replaced
  /// @param size     in bytes
  /// @param modified as the disk counts it
  record Entry(Digest recipe, Digest content, Stage stage, long size, long modified) {
    Owned owned() {
      return new Owned(content, stage);
    }

    boolean matches(Disk.Stat stat) {
      return stat.isFile() && stat.size() == size && stat.modified() == modified;
    }
  }

  /// The same knowledge as a list of owned files.
  Ownership ownership() {
    SortedMap<String, Owned> files = new TreeMap<>();
    entries.forEach((file, entry) -> files.put(file, entry.owned()));
    return new Ownership(files, foreign);
  }

  /// The same, of those files only that are certainly still what Assay wrote: for when the list of owned files is lost.
  Ownership stillThere(OutputFolder out, Disk disk) throws IOException {
    SortedMap<String, Owned> files = new TreeMap<>();
    for (Map.Entry<String, Entry> each : entries.entrySet()) {
      Optional<Disk.Stat> stat = disk.stat(out.at(each.getKey()));
      if (stat.isPresent() && each.getValue().matches(stat.get())) {
        files.put(each.getKey(), each.getValue().owned());
      }
    }
    return new Ownership(files, foreign);
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(64 + entries.size() * 113);
    out.writeBytes(head(list));
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(foreign.size()).array());
    for (String folder : foreign) {
      out.writeBytes(bytes(folder));
    }
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(entries.size()).array());
    entries.forEach((file, entry) -> out.writeBytes(bytes(file, entry)));
    return sealed(out);
  }

  /// What a manifest begins with.
  static byte[] head(Disk.Stat list) {
    return ByteBuffer.allocate(HEAD).putInt(MAGIC).putLong(list.size()).putLong(list.modified()).array();
  }

  /// The same with a checksum of all that was written.
  static byte[] sealed(ByteArrayOutputStream out) {
    CRC32C crc = new CRC32C();
    try {
      out.writeTo(new CheckedOutputStream(OutputStream.nullOutputStream(), crc));
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot be read", e);
    }
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array());
    return out.toByteArray();
  }

  /// One file as it is written.
  static byte[] bytes(String file, Entry entry) {
    byte[] name = bytes(file);
    return ByteBuffer.allocate(name.length + 49)
        .put(name)
        .putLong(entry.recipe().high()).putLong(entry.recipe().low())
        .putLong(entry.content().high()).putLong(entry.content().low())
        .put((byte) STAGES.indexOf(entry.stage()))
        .putLong(entry.size()).putLong(entry.modified())
        .array();
  }

  private static byte[] bytes(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Short.BYTES + utf8.length).putShort((short) utf8.length).put(utf8).array();
  }

  /// True for bytes that keep their checksum and begin as a manifest does.
  static boolean isWhole(byte[] bytes) {
    return bytes.length >= 32
        && ByteBuffer.wrap(bytes).getInt(bytes.length - Integer.BYTES) == checksum(bytes, bytes.length - Integer.BYTES)
        && ByteBuffer.wrap(bytes).getInt() == MAGIC;
  }

  /// Reads a manifest; [#NONE] when it is damaged, cut off or of another version.
  static Manifest read(byte[] bytes) {
    if (!isWhole(bytes)) {
      return NONE;
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, Integer.BYTES, bytes.length - 2 * Integer.BYTES);
    try {
      Manifest read = read(in);
      return in.hasRemaining() ? NONE : read;
    } catch (BufferUnderflowException | IllegalArgumentException _) {
      return NONE;
    }
  }

  private static Manifest read(ByteBuffer in) {
    Disk.Stat list = new Disk.Stat(Disk.Type.FILE, in.getLong(), in.getLong());
    NavigableSet<String> foreign = new TreeSet<>();
    for (int left = in.getInt(); left > 0; left--) {
      foreign.add(text(in));
    }
    // Sorted already: a tree is built from sorted entries without comparing them.
    Map<String, Entry> entries = new HashMap<>();
    for (int left = in.getInt(); left > 0; left--) {
      String file = text(in);
      if (!Ownership.isFile(file)) {
        return NONE;
      }
      entries.put(file, entry(in));
    }
    return new Manifest(list, new TreeMap<>(entries), foreign);
  }

  /// What is known of one file, behind its name.
  static Entry entry(ByteBuffer in) {
    Digest recipe = digest(in);
    Digest content = digest(in);
    int stage = in.get();
    if (stage < 0 || stage >= STAGES.size()) {
      throw new IllegalArgumentException("there is no stage " + stage);
    }
    return new Entry(recipe, content, STAGES.get(stage), in.getLong(), in.getLong());
  }

  static String text(ByteBuffer in) {
    byte[] utf8 = new byte[Math.min(in.getShort() & 0xffff, in.remaining())];
    in.get(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private static Digest digest(ByteBuffer in) {
    return new Digest(in.getLong(), in.getLong());
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }

  /// What is known of a file.
  Optional<Entry> find(String file) {
    return Optional.ofNullable(entries.get(file));
  }
}
