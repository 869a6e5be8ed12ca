package dev.assay.testing.faults;

import dev.assay.testing.faults.Faults.Does;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/// An open file whose reads and writes may fail.
final class FaultyChannel extends FileChannel {
  private final FileChannel real;
  private final Path at;

  FaultyChannel(FileChannel real, Path at) {
    this.real = real;
    this.at = at;
  }

  @Override
  public int read(ByteBuffer to) throws IOException {
    Faults.before(Does.LOOK, "read", at);
    return real.read(to);
  }

  @Override
  public long read(ByteBuffer[] to, int offset, int length) throws IOException {
    Faults.before(Does.LOOK, "read", at);
    return real.read(to, offset, length);
  }

  @Override
  public int read(ByteBuffer to, long position) throws IOException {
    Faults.before(Does.LOOK, "read", at);
    return real.read(to, position);
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    if (Faults.before(Does.WRITE, "write", at)) {
      real.write(half(from));
      throw Faults.half(at);
    }
    return real.write(from);
  }

  @Override
  public long write(ByteBuffer[] from, int offset, int length) throws IOException {
    if (Faults.before(Does.WRITE, "write", at)) {
      real.write(half(from[offset]));
      throw Faults.half(at);
    }
    return real.write(from, offset, length);
  }

  @Override
  public int write(ByteBuffer from, long position) throws IOException {
    if (Faults.before(Does.WRITE, "write", at)) {
      real.write(half(from), position);
      throw Faults.half(at);
    }
    return real.write(from, position);
  }

  private static ByteBuffer half(ByteBuffer from) {
    return from.duplicate().limit(from.position() + from.remaining() / 2);
  }

  @Override
  public long position() throws IOException {
    return real.position();
  }

  @Override
  public FileChannel position(long position) throws IOException {
    real.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return real.size();
  }

  @Override
  public FileChannel truncate(long size) throws IOException {
    Faults.before(Does.REMOVE, "cut", at);
    real.truncate(size);
    return this;
  }

  @Override
  public void force(boolean attributes) throws IOException {
    Faults.before(Does.WRITE, "sync", at);
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
    Faults.before(Does.LOOK, "read", at);
    return real.transferTo(position, count, target);
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long position, long count) throws IOException {
    Faults.before(Does.WRITE, "write", at);
    return real.transferFrom(source, position, count);
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
    Faults.before(Does.LOOK, "map", at);
    return real.map(mode, position, size);
  }

  @Override
  public FileLock lock(long position, long size, boolean shared) throws IOException {
    return real.lock(position, size, shared);
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) throws IOException {
    return real.tryLock(position, size, shared);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    real.close();
  }
}
