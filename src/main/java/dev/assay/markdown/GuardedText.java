package dev.assay.markdown;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;

/// A text that can be read only so often. flexmark has no limits and its thread cannot be interrupted, but it reads
/// its input character by character; so the input itself ends a parse that has become too costly.
///
/// The number of characters read is counted first: that limit is the same on every machine. The processor time is a
/// second line for costs that reading does not show.
final class GuardedText implements CharSequence {
  private static final int STRIDE = 1 << 14;
  private static final long FREE = 10_000_000L;
  /// Longer texts get more time, by their length.
  private static final int ORDINARY = 200_000;

  private final String text;
  private final long most;
  private final long nanos;
  private final long begin;
  private long read;
  private long lateSince = -1;
  private int untilCheck = STRIDE;

  GuardedText(String text, Limits limits) {
    this.text = text;
    this.most = FREE + (long) limits.work() * text.length();
    double scale = Math.max(1, text.length() / (double) ORDINARY);
    this.nanos = (long) (limits.seconds() * scale * TimeUnit.SECONDS.toNanos(1));
    this.begin = System.nanoTime();
  }

  /// A parse was given up.
  static final class TooCostly extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Where in the text it was reading.
    private final int index;

    TooCostly(int index) {
      super("too costly at " + index, null, false, false);
      this.index = index;
    }

    int index() {
      return index;
    }
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (--untilCheck == 0) {
      check(index);
    }
    return text.charAt(index);
  }

  /// Ends the parse when it has cost too much; for loops that do not read.
  void check(int index) {
    read += STRIDE - untilCheck;
    untilCheck = STRIDE;
    if (read > most || isLate()) {
      throw new TooCostly(index);
    }
  }

  /// The wall clock is asked first, because it is cheap. Once it is late, processor time counts from there: a busy
  /// machine gets its text read, and an idle one gives up after twice the half.
  private boolean isLate() {
    if (System.nanoTime() - begin <= nanos / 2) {
      return false;
    }
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long now = threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() : System.nanoTime();
    if (lateSince < 0) {
      lateSince = now;
    }
    return now - lateSince > nanos / 2;
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
