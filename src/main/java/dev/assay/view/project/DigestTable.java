package dev.assay.view.project;

import dev.assay.note.Digest;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/// A digest for each of many numbered things, computed when it is first asked for, from any thread. A ledger has millions: as
/// objects in a map they would take ten times the room.
final class DigestTable {
  private static final int CHUNK = 1 << 10;

  private final AtomicReferenceArray<Chunk> chunks;

  /// @param count how many things there are
  DigestTable(int count) {
    this.chunks = new AtomicReferenceArray<>(count / CHUNK + 1);
  }

  private static final class Chunk {
    private final long[] halves = new long[2 * CHUNK];
    private final AtomicIntegerArray known = new AtomicIntegerArray(CHUNK / Integer.SIZE);

    boolean isKnown(int at) {
      return (known.get(at / Integer.SIZE) >>> at & 1) != 0;
    }

    Digest get(int at) {
      return new Digest(halves[2 * at], halves[2 * at + 1]);
    }

    /// Two threads may put the same: both halves stand before the sign that says so.
    void put(int at, Digest digest) {
      halves[2 * at] = digest.high();
      halves[2 * at + 1] = digest.low();
      known.getAndUpdate(at / Integer.SIZE, bits -> bits | 1 << at);
    }
  }

  /// The digest of a thing.
  Digest of(int number, Supplier<Digest> compute) {
    Chunk chunk = chunk(number / CHUNK);
    int at = number % CHUNK;
    if (chunk.isKnown(at)) {
      return chunk.get(at);
    }
    Digest digest = compute.get();
    chunk.put(at, digest);
    return digest;
  }

  private Chunk chunk(int index) {
    Chunk known = chunks.get(index);
    if (known != null) {
      return known;
    }
    Chunk fresh = new Chunk();
    return chunks.compareAndSet(index, null, fresh) ? fresh : chunks.get(index);
  }
}
