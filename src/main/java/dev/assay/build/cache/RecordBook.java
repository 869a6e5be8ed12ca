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
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One value for each of many notes in one file of the cache. To find one value only that is read, and when some are
/// replaced the others are copied as they lie there.
///
/// A book that is damaged, of another program or of another form of the values is as good as empty.
public final class RecordBook<T> {
  private static final long MAGIC = 0x41_53_53_41_59_42_4b_31L;
  private static final int TRAILER = 40;

  private final Path file;
  private final RecordCodec<T> codec;
  private final Digest key;

  /// Where a value lies.
  private record Stretch(long start, int length, long checksum) {}

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
      Stretch found = index(channel).get(note);
      return found == null ? Optional.empty() : Optional.of(codec.read(bytes(channel, found)));
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
    private final SortedMap<SourceId, Stretch> index = new TreeMap<>();
    private final Set<SourceId> gone = new HashSet<>();
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
        index.remove(note);
        gone.add(note);
        try {
          if (bytes.isPresent() && failure == null) {
            index.put(note, append(bytes.get()));
          }
        } catch (IOException e) {
          failure = e;
        }
      }
    }

    private Stretch append(byte[] bytes) throws IOException {
      Stretch stretch = new Stretch(written + waiting.position(), bytes.length, Range.checksum(bytes, 0, bytes.length));
      if (bytes.length > waiting.remaining()) {
        empty();
      }
      if (bytes.length > waiting.capacity()) {
        write(ByteBuffer.wrap(bytes));
      } else {
        waiting.put(bytes);
      }
      return stretch;
    }

    private void empty() throws IOException {
      write(waiting.flip());
      waiting.clear();
    }

    private void write(ByteBuffer bytes) throws IOException {
      FileChannel to = channel;
      if (to == null) {
        Files.deleteIfExists(now); // and never through a link that lies there
        to = FileChannel.open(now, CREATE_NEW, WRITE);
        channel = to;
      }
      while (bytes.hasRemaining()) {
        written += to.write(bytes);
      }
    }

    /// Puts the new values into the place of the old ones and keeps the others.
    ///
    /// @param wanted of the others, those that stay
    public synchronized void finish(Predicate<SourceId> wanted) throws IOException {
      if (failure != null) {
        throw failure;
      }
      if (gone.isEmpty()) {
        isOver = true;
        return;
      }
      keep(wanted);
      Out out = Out.withTable();
      out.unsigned(index.size());
      index.forEach((note, stretch) -> {
        out.text(note.value());
        out.number(stretch.start());
        out.number(stretch.length());
        out.eight(stretch.checksum());
      });
      byte[] bytes = out.done();
      append(bytes);
      ByteBuffer end = ByteBuffer.allocate(TRAILER);
      end.putLong(bytes.length).putLong(Range.checksum(bytes, 0, bytes.length)).putLong(key.high()).putLong(key.low()).putLong(MAGIC);
      append(end.array());
      empty();
      close();
      Files.move(now, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void keep(Predicate<SourceId> wanted) throws IOException {
      try (FileChannel old = FileChannel.open(file, READ, NOFOLLOW_LINKS)) {
        SortedMap<SourceId, Stretch> known = index(old);
        for (Map.Entry<SourceId, Stretch> each : known.entrySet()) {
          if (!gone.contains(each.getKey()) && wanted.test(each.getKey())) {
            index.put(each.getKey(), append(bytes(old, each.getValue())));
          }
        }
      } catch (NoSuchFileException | EOFException | DamagedException _) {
        // An old book that cannot be read is an empty one; what was copied of it is what it was.
        return;
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

  private SortedMap<SourceId, Stretch> index(FileChannel channel) throws IOException, DamagedException {
    ByteBuffer end = ByteBuffer.wrap(bytes(channel, channel.size() - TRAILER, TRAILER));
    long length = end.getLong();
    long checksum = end.getLong();
    boolean known = key.equals(new Digest(end.getLong(), end.getLong())) && end.getLong() == MAGIC;
    SortedMap<SourceId, Stretch> index = new TreeMap<>();
    if (known) {
      if (length < 0 || length > channel.size() - TRAILER) {
        throw new DamagedException("an index is longer than its file");
      }
      byte[] bytes = bytes(channel, channel.size() - TRAILER - length, Math.toIntExact(length));
      if (Range.checksum(bytes, 0, bytes.length) != checksum) {
        throw new DamagedException("an index is not what it was");
      }
      In in = new In(bytes, 0, bytes.length);
      for (int left = in.count(); left > 0; left--) {
        index.put(new SourceId(in.text()), new Stretch(in.number(), in.small(), in.eight()));
      }
      in.end();
    }
    return index;
  }

  private static byte[] bytes(FileChannel channel, Stretch stretch) throws IOException, DamagedException {
    byte[] bytes = bytes(channel, stretch.start(), stretch.length());
    if (Range.checksum(bytes, 0, bytes.length) != stretch.checksum()) {
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
