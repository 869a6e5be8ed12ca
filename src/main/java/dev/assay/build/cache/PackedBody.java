package dev.assay.build.cache;

import dev.assay.note.Body;
import dev.assay.note.Digest;
import dev.assay.note.Piece;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A body that lies in a pack. Its pieces are read each time somebody asks for them, so that a site's bodies are never in
/// memory together.
///
/// @param index is deleted when the body cannot be read
record PackedBody(Digest digest, Range range, Pack pack, Path index) implements Body {
  private static final RecordCodec<Pieces> CODEC = RecordCodec.of(Pieces.class);

  record Pieces(List<Piece> pieces, List<List<List<String>>> tables) {}

  static byte[] bytes(Body body) {
    return CODEC.write(new Pieces(body.pieces(), body.tables()));
  }

  static Digest schema() {
    return CODEC.schema();
  }

  @Override
  public List<Piece> pieces() {
    return read().pieces();
  }

  @Override
  public List<List<List<String>>> tables() {
    return read().tables();
  }

  private Pieces read() {
    try {
      return CODEC.read(pack.read(range));
    } catch (IOException | DamagedException e) {
      throw lost(pack, index, e);
    }
  }

  /// The cache is as good as absent, and has to be so for the next build too.
  ///
  /// @throws IllegalStateException when the cache was closed before
  /// @throws UncheckedIOException  when this thread is to end, which says nothing of the cache
  static CacheLostException lost(Pack pack, Path index, Exception cause) {
    if (pack.isClosed()) {
      throw new IllegalStateException("the cache was closed before " + pack.file() + " was read", cause);
    }
    if (cause instanceof ClosedChannelException closed) {
      throw new UncheckedIOException("the thread that read " + pack.file() + " was interrupted", closed);
    }
    CacheLostException lost = new CacheLostException(pack.file(), cause);
    try {
      Files.deleteIfExists(index);
    } catch (IOException e) {
      lost.addSuppressed(e);
    }
    return lost;
  }
}
