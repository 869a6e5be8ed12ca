package dev.assay.testing.faults;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Which file operation of this process fails, and how. Operations are counted below one folder only.
public final class Faults {
  /// How an operation fails.
  public enum Kind {
    /// It does nothing and says so; the next ones work.
    ERROR,
    /// From it on nothing can be made or written.
    FULL,
    /// If it writes, it writes half and says so; the next ones work.
    SHORT,
    /// The process dies before it.
    HALT,
    /// The process dies in the middle of it: a write leaves half.
    HALT_SHORT
  }

  /// The end of the process: no operation after it does anything.
  public static final class Halt extends Error {
    private static final long serialVersionUID = 1L;

    Halt() {
      super("halt", null, false, false);
    }
  }

  /// What an operation does.
  enum Does {
    LOOK,
    REMOVE,
    MAKE,
    WRITE
  }

  private static final Faults NONE = new Faults(Path.of("/nowhere"), Kind.ERROR, Integer.MAX_VALUE);

  private static volatile Faults now = NONE;

  private final Path below;
  private final Kind kind;
  private final int at;
  private final BitSet changes = new BitSet();
  private final BitSet writes = new BitSet();
  private final List<String> told = new ArrayList<>();
  private int operations;

  private Faults(Path below, Kind kind, int at) {
    this.below = FaultyPath.real(below);
    this.kind = kind;
    this.at = at;
  }

  /// Lets one operation below a folder fail from now on.
  public static Faults begin(Path below, Kind kind, int at) {
    now = new Faults(below, kind, at);
    return now;
  }

  /// Lets all work again.
  public static void end() {
    now = NONE;
  }

  /// How many operations there were.
  public synchronized int operations() {
    return operations;
  }

  /// Whether a kind of fault can be told from another at an operation.
  public synchronized boolean matters(Kind how, int operation) {
    return switch (how) {
      case ERROR, HALT -> true;
      case FULL -> changes.get(operation);
      case SHORT, HALT_SHORT -> writes.get(operation);
    };
  }

  /// What failed: `move site/x`.
  public synchronized String told() {
    return String.join(", ", told);
  }

  /// @return whether half is to be written, and [#half] then says how that ends
  static boolean before(Does does, String what, Path path) throws IOException {
    Faults faults = now;
    return faults != NONE && path.startsWith(faults.below) && faults.counted(does, what, path);
  }

  private synchronized boolean counted(Does does, String what, Path path) throws IOException {
    operations++;
    changes.set(operations, does == Does.MAKE || does == Does.WRITE);
    writes.set(operations, does == Does.WRITE);
    if (operations == at) {
      told.add(what + " " + below.relativize(path));
    }
    boolean here = operations == at;
    switch (kind) {
      case ERROR -> {
        if (here) {
          throw new FileSystemException(path.toString(), null, "Input/output error");
        }
      }
      case FULL -> {
        if (operations >= at && changes.get(operations)) {
          throw full(path);
        }
      }
      case SHORT -> {
        return here && does == Does.WRITE;
      }
      case HALT -> {
        if (operations >= at) {
          throw new Halt();
        }
      }
      case HALT_SHORT -> {
        if (operations > at) {
          throw new Halt();
        }
        return here && does == Does.WRITE;
      }
    }
    return false;
  }

  /// Ends a write of which half is done.
  static IOException half(Path path) {
    if (now.kind == Kind.HALT_SHORT) {
      throw new Halt();
    }
    return full(path);
  }

  private static FileSystemException full(Path path) {
    return new FileSystemException(path.toString(), null, "No space left on device");
  }
}
