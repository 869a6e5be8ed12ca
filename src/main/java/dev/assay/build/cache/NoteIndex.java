package dev.assay.build.cache;

import dev.assay.note.Digest;
import dev.assay.note.SourceId;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the cache of notes holds: for each source file how it looked when it was read, and where its note lies.
///
/// @param heads   the number of the pack of heads
/// @param bodies  the number of the pack of bodies
/// @param entries by source
record NoteIndex(Packed heads, Packed bodies, Map<SourceId, Entry> entries) {
  private static final long MAGIC = 0x41_53_53_41_59_4e_43_32L;
  private static final int HEADER = 16;

  /// A pack as the index knows it.
  record Packed(long number, long end) {}

  /// One note.
  ///
  /// @param size       of the source file, in bytes
  /// @param modified   when the source file was last changed, as the reader of sources counts it
  /// @param bytes      the digest of the source file
  /// @param head       where the note without its body lies
  /// @param text       where what it says beside its body lies
  /// @param bodyDigest the digest of its body
  /// @param body       where its body lies
  /// @param facets     of the note
  record Entry(long size, long modified, Digest bytes, Range head, Range text, Digest bodyDigest, Range body, Facets facets) {
    Entry at(long newSize, long newModified) {
      return new Entry(newSize, newModified, bytes, head, text, bodyDigest, body, facets);
    }
  }

  /// The index as bytes.
  ///
  /// @param key names the program and the options that made the notes: with another key the index is as good as absent
  byte[] bytes(Digest key) {
    Out out = Out.withTable();
    Leaves.write(key, out);
    write(heads, out);
    write(bodies, out);
    SortedMap<SourceId, Entry> sorted = new TreeMap<>(entries);
    out.unsigned(sorted.size());
    sorted.forEach((source, entry) -> {
      out.text(source.value());
      out.number(entry.size());
      out.number(entry.modified());
      Leaves.write(entry.bytes(), out);
      entry.head().write(out);
      entry.text().write(out);
      Leaves.write(entry.bodyDigest(), out);
      entry.body().write(out);
      Leaves.write(entry.facets().outside(), out);
      Leaves.write(entry.facets().inside(), out);
    });
    byte[] content = out.done();
    return ByteBuffer.allocate(HEADER + content.length)
        .putLong(MAGIC)
        .putLong(Range.checksum(content, 0, content.length))
        .put(content)
        .array();
  }

  private static void write(Packed pack, Out out) {
    out.unsigned(pack.number());
    out.unsigned(pack.end());
  }

  /// Reads an index; empty when it is damaged, of another version, or has another key.
  static Optional<NoteIndex> read(byte[] bytes, Digest key) {
    if (bytes.length < HEADER) {
      return Optional.empty();
    }
    ByteBuffer header = ByteBuffer.wrap(bytes);
    if (header.getLong() != MAGIC || header.getLong() != Range.checksum(bytes, HEADER, bytes.length - HEADER)) {
      return Optional.empty();
    }
    try {
      In in = new In(bytes, HEADER, bytes.length - HEADER);
      return key.equals(new Digest(in.eight(), in.eight())) ? Optional.of(read(in)) : Optional.empty();
    } catch (DamagedException e) {
      return Optional.empty();
    }
  }

  private static NoteIndex read(In in) throws DamagedException {
    Packed heads = new Packed(in.unsigned(), in.unsigned());
    Packed bodies = new Packed(in.unsigned(), in.unsigned());
    int count = in.count();
    Map<SourceId, Entry> entries = LinkedHashMap.newLinkedHashMap(count);
    for (int i = 0; i < count; i++) {
      SourceId source = new SourceId(in.text());
      entries.put(source, new Entry(in.number(), in.number(), digest(in), Range.read(in), Range.read(in), digest(in), Range.read(in), new Facets(digest(in), digest(in))));
    }
    in.end();
    return new NoteIndex(heads, bodies, entries);
  }

  private static Digest digest(In in) throws DamagedException {
    return new Digest(in.eight(), in.eight());
  }
}
