package dev.assay.build.cache;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.assay.note.Digest;
import dev.assay.note.SourceId;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One value for each of many notes in one file of the cache. To find one value only that is read, and when some are
/// replaced the others are copied as they lie there, in one piece while most of that piece is still wanted.
///
/// A book that is damaged, of another program or of another form of the values is as good as empty.
public final class RecordBook<T> {
  private static final long MAGIC = 0x41_53_53_41_59_42_4b_32L;
  private static final int TRAILER = 40;

  /// A row of the index: where a value begins, how long it is, and its checksum.
  private static final int WIDTH = Long.BYTES + Integer.BYTES + Integer.BYTES;
  private static final int LENGTH = Long.BYTES;

  /// So many bytes of values that nobody wants may lie there in any case.
  private static final long SPARE = 1 << 20;

  private final Path file;
  private final RecordCodec<T> codec;
  private final Digest key;

  /// What lies in a file.
  ///
  /// @param rows where each value lies
  /// @param end  where the values end
  private record Index(Rows rows, long end) {}

  /// @param file    where it lies
  /// @param program names the version of the program
  public RecordBook(Path file, Class<T> type, Digest program) {
    this.file = file;
    this.codec = RecordCodec.of(type);
    this.key = Digests.digestOf(program, codec.schema());
  }

  /// The value of a note.
  ///
  /// @throws IOException when the file is there and cannot be read
  public Optional<T> find(SourceId note) throws IOException {
    try (FileChannel channel = FileChannel.open(file, READ, NOFOLLOW_LINKS)) {
      Rows rows = index(channel).rows();
      int number = rows.find(note);
      return number < 0 ? Optional.empty() : Optional.of(codec.read(value(channel, rows, number)));
    } catch (NoSuchFileException | EOFException | DamagedException _) {
      return Optional.empty();
    }
  }

  /// Begins to replace the values of some notes. Nothing is written before the first of them comes.
  public Draft draft() {
    return new Draft();
  }

  /// New values of some notes, which are on the disk as soon as they are given. It counts once it is finished.
  public final class Draft implements AutoCloseable {
    private final Path now = file.resolveSibling(file.getFileName() + ".new");

    /// The rows of new values, and of those that are no more nothing.
    private final Map<SourceId, Optional<byte[]>> changes = new HashMap<>();

    private final ByteBuffer waiting = ByteBuffer.allocate(1 << 16);
    private @Nullable FileChannel channel;
    private @Nullable IOException failure;
    private long written;
    private boolean isOver;

    private Draft() {}

    /// The value of a note, or that it has none any more; from any thread. What the disk has against it is told when the
    /// draft is finished. After that nothing is taken any more.
    public void put(SourceId note, Optional<T> value) {
      Optional<byte[]> bytes = value.map(codec::write);
      synchronized (this) {
        if (isOver) {
          return;
        }
        changes.put(note, Optional.empty());
        try {
          if (bytes.isPresent() && failure == null) {
            changes.put(note, Optional.of(appended(bytes.get())));
          }
        } catch (IOException e) {
          failure = e;
        }
      }
    }

    /// Appends a value.
    ///
    /// @return its row
    private byte[] appended(byte[] bytes) throws IOException {
      byte[] row = row(written + waiting.position(), bytes.length, Range.checksum(bytes, 0, bytes.length));
      append(bytes);
      return row;
    }

    private void append(byte[] bytes) throws IOException {
      if (bytes.length > waiting.remaining()) {
        empty();
      }
      if (bytes.length > waiting.capacity()) {
        write(ByteBuffer.wrap(bytes));
      } else {
        waiting.put(bytes);
      }
    }

    private void empty() throws IOException {
      write(waiting.flip());
      waiting.clear();
    }

    private void write(ByteBuffer bytes) throws IOException {
      FileChannel to = opened();
      while (bytes.hasRemaining()) {
        written += to.write(bytes);
      }
    }

    private FileChannel opened() throws IOException {
      FileChannel to = channel;
      if (to == null) {
        Files.deleteIfExists(now); // and never through a link that lies there
        to = FileChannel.open(now, CREATE_NEW, WRITE);
        channel = to;
      }
      return to;
    }

    /// Puts the new values into the place of the old ones and keeps all others.
    public void finish() throws IOException {
      finish(Optional.empty());
    }

    /// Puts the new values into the place of the old ones and keeps the others.
    ///
    /// @param wanted of the others, those that stay
    public void finish(Predicate<SourceId> wanted) throws IOException {
      finish(Optional.of(wanted));
    }

    private synchronized void finish(Optional<Predicate<SourceId>> wanted) throws IOException {
      if (failure != null) {
        throw failure;
      }
      if (changes.isEmpty()) {
        isOver = true;
        return;
      }
      byte[] rows = kept(wanted).with(changes).bytes();
      append(rows);
      ByteBuffer end = ByteBuffer.allocate(TRAILER);
      end.putLong(rows.length).putLong(Range.checksum(rows, 0, rows.length)).putLong(key.high()).putLong(key.low()).putLong(MAGIC);
      append(end.array());
      empty();
      close();
      Files.move(now, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Copies what stays of the old values.
    ///
    /// @return where they lie now
    private Rows kept(Optional<Predicate<SourceId>> wanted) throws IOException {
      try (FileChannel old = FileChannel.open(file, READ, NOFOLLOW_LINKS)) {
        Index known = index(old);
        Map<SourceId, Optional<byte[]>> gone = new HashMap<>();
        changes.keySet().forEach(note -> gone.put(note, Optional.empty()));
        if (wanted.isPresent()) {
          IntStream.range(0, known.rows().size()).mapToObj(known.rows()::name).filter(wanted.get().negate()).forEach(note -> gone.put(note, Optional.empty()));
        }
        Rows left = known.rows().with(gone);
        long live = IntStream.range(0, left.size()).mapToLong(i -> left.four(i, LENGTH)).sum();
        return live == 0 || known.end() > 2 * live + SPARE ? one(old, left) : whole(old, known.end(), left);
      } catch (NoSuchFileException | EOFException | DamagedException _) {
        // An old book that cannot be read is an empty one; what was copied of it counts as nothing.
        return Rows.none(WIDTH);
      }
    }

    /// Copies all that lies there.
    private Rows whole(FileChannel old, long end, Rows left) throws IOException {
      empty();
      long moved = written;
      FileChannel to = opened();
      for (long from = 0; from < end; ) {
        long copied = old.transferTo(from, end - from, to);
        if (copied <= 0) {
          throw new EOFException("ends too early");
        }
        from += copied;
        written += copied;
      }
      return left.plus(0, moved);
    }

    /// Copies value by value.
    private Rows one(FileChannel old, Rows left) throws IOException {
      Map<SourceId, Optional<byte[]>> there = new HashMap<>();
      for (int i = 0; i < left.size(); i++) {
        there.put(left.name(i), sound(old, left, i));
      }
      return left.with(there);
    }

    private Optional<byte[]> sound(FileChannel old, Rows rows, int number) throws IOException {
      try {
        return Optional.of(appended(value(old, rows, number)));
      } catch (EOFException | DamagedException _) {
        // A value that cannot be read is none; the others can.
        return Optional.empty();
      }
    }

    /// Lets go of the file. What was not finished counts as nothing, and is written over by the next draft.
    @Override
    public synchronized void close() throws IOException {
      isOver = true;
      FileChannel open = channel;
      channel = null;
      if (open != null) {
        open.close();
      }
    }
  }

  private Index index(FileChannel channel) throws IOException, DamagedException {
    long trailer = channel.size() - TRAILER;
    ByteBuffer end = ByteBuffer.wrap(bytes(channel, trailer, TRAILER));
    long length = end.getLong();
    long checksum = end.getLong();
    boolean known = key.equals(new Digest(end.getLong(), end.getLong())) && end.getLong() == MAGIC;
    if (!known) {
      return new Index(Rows.none(WIDTH), 0);
    }
    if (length < 0 || length > trailer) {
      throw new DamagedException("an index is longer than its file");
    }
    byte[] bytes = bytes(channel, trailer - length, Math.toIntExact(length));
    if (Range.checksum(bytes, 0, bytes.length) != checksum) {
      throw new DamagedException("an index is not what it was");
    }
    return new Index(Rows.read(bytes, 0, WIDTH), trailer - length);
  }

  private static byte[] row(long start, int length, int checksum) {
    return ByteBuffer.allocate(WIDTH).putLong(start).putInt(length).putInt(checksum).array();
  }

  private static byte[] value(FileChannel channel, Rows rows, int number) throws IOException, DamagedException {
    ByteBuffer row = rows.row(number);
    byte[] bytes = bytes(channel, row.getLong(), row.getInt());
    if (Range.checksum(bytes, 0, bytes.length) != row.getInt()) {
      throw new DamagedException("a value is not what it was");
    }
    return bytes;
  }

  private static byte[] bytes(FileChannel channel, long start, int length) throws IOException {
    if (start < 0 || length < 0 || start + length > channel.size()) {
      throw new EOFException("ends too early");
    }
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, start + bytes.position()) < 0) {
        throw new EOFException("ends too early");
      }
    }
    return bytes.array();
  }
}
