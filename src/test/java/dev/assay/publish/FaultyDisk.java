package dev.assay.publish;

import dev.assay.note.Digest;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// The real disk, of which one operation fails.
final class FaultyDisk implements Disk {
  /// How it fails.
  enum Fault {
    /// The operation does nothing and says so; the next ones work.
    ERROR,
    /// From this operation on nothing can be written.
    FULL,
    /// The operation, if it writes, writes half; the next ones work.
    SHORT,
    /// The process dies before this operation.
    HALT,
    /// The process dies in the middle of this operation: a write leaves half a file.
    HALT_SHORT
  }

  /// The end of the process: no operation after it does anything.
  static final class Halt extends Error {
    Halt() {
      super("halt", null, false, false);
    }
  }

  private final Disk disk = Disk.real();
  private final Fault fault;
  private final int failing;
  private final BitSet writes = new BitSet();
  private final List<String> log = new ArrayList<>();
  private int operations;

  FaultyDisk(Fault fault, int failing) {
    this.fault = fault;
    this.failing = failing;
  }

  /// A disk that never fails.
  static FaultyDisk sound() {
    return new FaultyDisk(Fault.ERROR, Integer.MAX_VALUE);
  }

  int operations() {
    return operations;
  }

  /// Which operations wrote; the others cannot be short or lack space.
  BitSet writes() {
    return writes;
  }

  /// What was moved, deleted and made safe, in order, by where it ended.
  List<String> log() {
    return log;
  }

  private void before(boolean write) throws IOException {
    operations++;
    writes.set(operations, write);
    boolean now = operations == failing;
    boolean later = operations > failing;
    switch (fault) {
      case ERROR -> {
        if (now) {
          throw new IOException("fault " + failing);
        }
      }
      case FULL -> {
        if ((now || later) && write) {
          throw new FileSystemException("disk", null, "No space left on device");
        }
      }
      case SHORT -> {}
      case HALT -> {
        if (now || later) {
          throw new Halt();
        }
      }
      case HALT_SHORT -> {
        if (later) {
          throw new Halt();
        }
      }
    }
  }

  @Override
  public synchronized Optional<Stat> stat(Path path) throws IOException {
    before(false);
    return disk.stat(path);
  }

  @Override
  public synchronized byte[] read(Path file) throws IOException {
    before(false);
    return disk.read(file);
  }

  @Override
  public synchronized Digest digest(Path file) throws IOException {
    before(false);
    return disk.digest(file);
  }

  @Override
  public synchronized void write(Path file, byte[] bytes) throws IOException {
    before(true);
    if (operations == failing && (fault == Fault.SHORT || fault == Fault.HALT_SHORT)) {
      disk.write(file, Arrays.copyOf(bytes, bytes.length / 2));
      if (fault == Fault.SHORT) {
        throw new FileSystemException(file.toString(), null, "No space left on device");
      }
      throw new Halt();
    }
    disk.write(file, bytes);
  }

  @Override
  public synchronized void sync(Path file) throws IOException {
    before(false); // and no more: a test does not lose its power
    log.add("sync " + file);
  }

  @Override
  public synchronized void move(Path from, Path to) throws IOException {
    before(true);
    disk.move(from, to);
    log.add("move " + to);
  }

  @Override
  public synchronized void delete(Path path) throws IOException {
    before(false);
    disk.delete(path);
    log.add("delete " + path);
  }

  @Override
  public synchronized void makeFolder(Path folder) throws IOException {
    before(true);
    disk.makeFolder(folder);
  }

  @Override
  public synchronized List<String> names(Path folder) throws IOException {
    before(false);
    return disk.names(folder);
  }

  @Override
  public synchronized boolean same(Path a, Path b) throws IOException {
    before(false);
    return disk.same(a, b);
  }
}
