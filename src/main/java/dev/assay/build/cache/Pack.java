package dev.assay.build.cache;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// One file to which stretches of bytes are appended and from which they are read, from any thread. What was appended is
/// never changed. Bytes behind its end, left by a build that was cut off, count as nothing and are written over.
final class Pack implements AutoCloseable {
  private static final int BUFFER = 1 << 18;

  private final Path file;
  private volatile FileChannel channel;
  private volatile boolean isClosed;
  private final ByteBuffer waiting = ByteBuffer.allocate(BUFFER);
  private long written;

  private Pack(Path file, FileChannel channel, long end) {
    this.file = file;
    this.channel = channel;
    this.written = end;
  }

  /// Begins a pack.
  static Pack begin(Path file) throws IOException {
    return new Pack(file, FileChannel.open(file, CREATE_NEW, READ, WRITE), 0);
  }

  /// Opens a pack that exists.
  ///
  /// @param end where its known stretches end
  static Pack open(Path file, long end) throws IOException {
    FileChannel channel = FileChannel.open(file, READ, WRITE, NOFOLLOW_LINKS);
    if (channel.size() < end) {
      channel.close();
      throw new EOFException(file + " is shorter than it was");
    }
    return new Pack(file, channel, end);
  }

  Path file() {
    return file;
  }

  /// Where the stretches end.
  synchronized long end() {
    return written + waiting.position();
  }

  synchronized Range append(byte[] bytes) throws IOException {
    Range range = new Range(end(), bytes.length, Range.checksum(bytes, 0, bytes.length));
    if (waiting.remaining() < bytes.length) {
      flush();
    }
    if (bytes.length > BUFFER) {
      write(ByteBuffer.wrap(bytes));
    } else {
      waiting.put(bytes);
    }
    return range;
  }

  /// Puts what waits in memory into the file. What does not fit on the disk goes on waiting, and can be read from there.
  synchronized void flush() throws IOException {
    waiting.flip();
    try {
      write(waiting);
    } finally {
      waiting.compact();
    }
  }

  private void write(ByteBuffer bytes) throws IOException {
    if (!channel.isOpen()) {
      reopen(channel);
    }
    while (bytes.hasRemaining()) {
      written += channel.write(bytes, written);
    }
  }

  /// Reads a stretch.
  ///
  /// @throws DamagedException       when the bytes are not those that were appended
  /// @throws ClosedChannelException when the pack was closed, or this thread is to end
  byte[] read(Range range) throws IOException, DamagedException {
    while (true) {
      FileChannel from = channel;
      try {
        return read(from, range);
      } catch (ClosedChannelException e) {
        // A thread that is interrupted while it reads closes the file for all. The others go on with another.
        if (isClosed || Thread.currentThread().isInterrupted()) {
          throw e;
        }
        reopen(from);
      }
    }
  }

  private synchronized void reopen(FileChannel closed) throws IOException {
    if (channel.equals(closed) && !isClosed) {
      channel = FileChannel.open(file, READ, WRITE, NOFOLLOW_LINKS);
    }
  }

  boolean isClosed() {
    return isClosed;
  }

  private byte[] read(FileChannel from, Range range) throws IOException, DamagedException {
    byte[] kept = waiting(range);
    int inFile = range.length() - kept.length;
    // Before the memory is asked for: a damaged length must not take it all.
    if (range.offset() < 0 || range.length() < 0 || (inFile > 0 && range.offset() > from.size() - inFile)) {
      throw new DamagedException(file + " ends too early");
    }
    ByteBuffer bytes = ByteBuffer.allocate(range.length());
    bytes.limit(inFile);
    while (bytes.hasRemaining()) {
      if (from.read(bytes, range.offset() + bytes.position()) < 0) {
        throw new DamagedException(file + " ends too early");
      }
    }
    bytes.limit(range.length());
    bytes.put(kept);
    if (Range.checksum(bytes.array(), 0, range.length()) != range.checksum()) {
      throw new DamagedException(file + " is damaged at " + range.offset());
    }
    return bytes.array();
  }

  /// The end of a stretch that is not in the file, because the disk is full; most often nothing.
  private synchronized byte[] waiting(Range range) {
    long end = range.offset() + range.length();
    if (end > written && end <= end()) {
      try {
        flush();
      } catch (IOException _) {
        // Whoever saves the cache is told: there it fails again.
        long first = Math.max(range.offset(), written);
        byte[] kept = new byte[(int) Math.max(0, end - first)];
        waiting.get((int) (first - written), kept);
        return kept;
      }
    }
    return new byte[0];
  }

  /// True when more of the pack is dead than alive, and it is worth being written anew.
  ///
  /// @param live how many of its bytes are in use
  boolean isWasteful(long live) {
    return end() - live > live + (1 << 22);
  }

  @Override
  public synchronized void close() throws IOException {
    isClosed = true;
    channel.close();
  }
}
