package dev.assay.build;

import dev.assay.source.SourceFile;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Tells which files may have changed again, after they were looked at, without getting another time: those that were written less
/// than a tick of the disk's clock before.
///
/// @param settled the last time, in nanoseconds since 1970, after which a file could not change without getting another
record Tick(long settled) {
  private static final Duration LENGTH = Duration.ofMillis(50);

  /// A time that no file has.
  private static final long NEVER = Long.MIN_VALUE;

  /// @param looked when the first of them was looked at, or before
  static Tick of(Instant looked) {
    return new Tick(ChronoUnit.NANOS.between(Instant.EPOCH, looked.minus(LENGTH)));
  }

  /// True for a file that was changed so late that it may have changed again without a sign.
  boolean isFresh(SourceFile file) {
    return file.modified() > settled;
  }

  /// The time by which a file is recognised as unchanged.
  long known(SourceFile file) {
    return isFresh(file) ? NEVER : file.modified();
  }
}
