package dev.assay.build.cache;

import dev.assay.note.Digest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// One value in one file of the cache, remembered from one build to the next. A file that is damaged, of another program
/// or of another form of the value is as good as absent.
public final class StoredRecord<T> {
  private static final long MAGIC = 0x41_53_53_41_59_4f_4e_31L;
  private static final int HEADER = 32;

  private final Path file;
  private final RecordCodec<T> codec;
  private final Digest key;

  /// @param file    where it lies
  /// @param program names the version of the program
  public StoredRecord(Path file, Class<T> type, Digest program) {
    this.file = file;
    this.codec = RecordCodec.of(type);
    this.key = Digests.digestOf(program, codec.schema());
  }

  /// The value that was stored last.
  ///
  /// @throws IOException when the file is there and cannot be read
  public Optional<T> read() throws IOException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
    if (bytes.length < HEADER) {
      return Optional.empty();
    }
    ByteBuffer header = ByteBuffer.wrap(bytes);
    boolean known =
        header.getLong() == MAGIC
            && header.getLong() == Range.checksum(bytes, HEADER, bytes.length - HEADER)
            && key.equals(new Digest(header.getLong(), header.getLong()));
    try {
      return known ? Optional.of(codec.read(bytes, HEADER, bytes.length - HEADER)) : Optional.empty();
    } catch (DamagedException _) {
      return Optional.empty();
    }
  }

  /// Stores a value in the place of the last one.
  public void write(T value) throws IOException {
    byte[] content = codec.write(value);
    byte[] bytes =
        ByteBuffer.allocate(HEADER + content.length)
            .putLong(MAGIC)
            .putLong(Range.checksum(content, 0, content.length))
            .putLong(key.high())
            .putLong(key.low())
            .put(content)
            .array();
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh); // also when it is a link, which is not followed
    Files.write(fresh, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /// Stores nothing any more.
  public void forget() throws IOException {
    Files.deleteIfExists(file);
  }
}
