package dev.assay.publish;

import dev.assay.note.Digest;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 + entries.size() * 113);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeLong(list.size());
      out.writeLong(list.modified());
      out.writeInt(foreign.size());
      for (String folder : foreign) {
        write(out, folder);
      }
      out.writeInt(entries.size());
      for (Map.Entry<String, Entry> each : entries.entrySet()) {
        Entry entry = each.getValue();
        write(out, each.getKey());
        write(out, entry.recipe());
        write(out, entry.content());
        out.writeByte(STAGES.indexOf(entry.stage()));
        out.writeLong(entry.size());
        out.writeLong(entry.modified());
      }
      out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to be written", e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeShort(utf8.length);
    out.write(utf8);
  }

  private static void write(DataOutputStream out, Digest digest) throws IOException {
    out.writeLong(digest.high());
    out.writeLong(digest.low());
  }

  /// Reads a manifest; [#NONE] when it is damaged, cut off or of another version.
  static Manifest read(byte[] bytes) {
    if (bytes.length < 32 || ByteBuffer.wrap(bytes).getInt(bytes.length - 4) != checksum(bytes, bytes.length - 4)) {
      return NONE;
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, 0, bytes.length - 4);
    try {
      Manifest read = in.getInt() == MAGIC ? read(in) : NONE;
      return in.hasRemaining() ? NONE : read;
    } catch (BufferUnderflowException e) {
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
      Digest recipe = digest(in);
      Digest content = digest(in);
      int stage = in.get();
      if (stage < 0 || stage >= STAGES.size()) {
        return NONE;
      }
      entries.put(file, new Entry(recipe, content, STAGES.get(stage), in.getLong(), in.getLong()));
    }
    return new Manifest(list, new TreeMap<>(entries), foreign);
  }

  private static String text(ByteBuffer in) {
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
