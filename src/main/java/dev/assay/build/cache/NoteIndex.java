package dev.assay.build.cache;

import dev.assay.note.Digest;
import dev.assay.note.SourceId;
import java.nio.ByteBuffer;
import java.util.Optional;

/// What the cache of notes holds: for each source file how it looked when it was read, and where its note lies.
///
/// @param heads  the number of the pack of heads
/// @param bodies the number of the pack of bodies
/// @param rows   an [Entry] for each source
record NoteIndex(Packed heads, Packed bodies, Rows rows) {
  private static final long MAGIC = 0x41_53_53_41_59_4e_43_33L;
  private static final int HEADER = 16;
  private static final int DIGEST = 16;
  private static final int RANGE = 16;
  private static final int SIZE = 0;
  private static final int MODIFIED = 8;
  private static final int BYTES = 16;
  private static final int HEAD = BYTES + DIGEST;
  private static final int TEXT = HEAD + RANGE;
  private static final int BODY = TEXT + RANGE + DIGEST;
  private static final int OUTSIDE = BODY + RANGE;
  private static final int INSIDE = OUTSIDE + DIGEST;
  private static final int WIDTH = INSIDE + DIGEST;

  /// No notes.
  static final Rows NONE = Rows.none(WIDTH);

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

    /// The same with its parts in other places.
    Entry lying(Range newHead, Range newText, Range newBody) {
      return new Entry(size, modified, bytes, newHead, newText, bodyDigest, newBody, facets);
    }

    byte[] row() {
      ByteBuffer out = ByteBuffer.allocate(WIDTH);
      out.putLong(size).putLong(modified);
      write(bytes, out);
      write(head, out);
      write(text, out);
      write(bodyDigest, out);
      write(body, out);
      write(facets.outside(), out);
      write(facets.inside(), out);
      return out.array();
    }

    private static void write(Digest digest, ByteBuffer out) {
      out.putLong(digest.high()).putLong(digest.low());
    }

    private static void write(Range range, ByteBuffer out) {
      out.putLong(range.offset()).putInt(range.length()).putInt(range.checksum());
    }
  }

  /// The entry of a row.
  static Entry entry(Rows rows, int number) {
    ByteBuffer in = rows.row(number);
    return new Entry(
        in.getLong(), in.getLong(), digest(in), range(in), range(in), digest(in), range(in), new Facets(digest(in), digest(in)));
  }

  private static Digest digest(ByteBuffer in) {
    return new Digest(in.getLong(), in.getLong());
  }

  private static Range range(ByteBuffer in) {
    return new Range(in.getLong(), in.getInt(), in.getInt());
  }

  /// How a source looked when its note was read.
  ///
  /// @param guess which of all it probably is
  static Optional<NoteCache.Seen> seen(Rows rows, SourceId source, int guess) {
    int number = rows.find(source, guess);
    return number < 0
        ? Optional.empty()
        : Optional.of(
            new NoteCache.Seen(
                rows.eight(number, SIZE), rows.eight(number, MODIFIED), digest(rows, number, BYTES),
                new Facets(digest(rows, number, OUTSIDE), digest(rows, number, INSIDE))));
  }

  private static Digest digest(Rows rows, int number, int at) {
    return new Digest(rows.eight(number, at), rows.eight(number, at + Long.BYTES));
  }

  /// How many bytes of the pack of heads are in use.
  static long liveHeads(Rows rows) {
    long live = 0;
    for (int i = 0; i < rows.size(); i++) {
      live += rows.four(i, HEAD + Long.BYTES);
    }
    return live;
  }

  /// How many bytes of the pack of bodies are in use.
  static long liveBodies(Rows rows) {
    long live = 0;
    for (int i = 0; i < rows.size(); i++) {
      live += rows.four(i, TEXT + Long.BYTES) + (long) rows.four(i, BODY + Long.BYTES);
    }
    return live;
  }

  /// The index as bytes.
  ///
  /// @param key names the program and the options that made the notes: with another key the index is as good as absent
  byte[] bytes(Digest key) {
    byte[] lines = rows.bytes();
    ByteBuffer out = ByteBuffer.allocate(HEADER + DIGEST + 4 * Long.BYTES + lines.length);
    out.putLong(MAGIC).putLong(0).putLong(key.high()).putLong(key.low());
    out.putLong(heads.number()).putLong(heads.end()).putLong(bodies.number()).putLong(bodies.end());
    out.put(lines);
    byte[] all = out.array();
    return out.putLong(Long.BYTES, Range.checksum(all, HEADER, all.length - HEADER)).array();
  }

  /// Reads an index; empty when it is damaged, of another version, or has another key.
  static Optional<NoteIndex> read(byte[] bytes, Digest key) {
    if (bytes.length < HEADER + DIGEST + 4 * Long.BYTES) {
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (in.getLong() != MAGIC || in.getLong() != Range.checksum(bytes, HEADER, bytes.length - HEADER) || !key.equals(digest(in))) {
      return Optional.empty();
    }
    Packed heads = new Packed(in.getLong(), in.getLong());
    Packed bodies = new Packed(in.getLong(), in.getLong());
    try {
      return Optional.of(new NoteIndex(heads, bodies, Rows.read(bytes, in.position(), WIDTH)));
    } catch (DamagedException _) {
      // Bytes that keep their checksum and make no sense were written by something else.
      return Optional.empty();
    }
  }
}
