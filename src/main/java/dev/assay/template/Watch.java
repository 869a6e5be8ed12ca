package dev.assay.template;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Ends renderings that take too long, by interrupting their thread. One daemon thread watches them all and ends when
/// there is nothing to watch for a while.
final class Watch {
  private static final long LOOK_EVERY_MILLIS = 250;

  private final long limitNanos;
  private final Set<Entry> running = ConcurrentHashMap.newKeySet();
  private boolean watching;

  /// @param limitSeconds how long one rendering may take
  Watch(long limitSeconds) {
    this.limitNanos = TimeUnit.SECONDS.toNanos(limitSeconds);
  }

  /// Runs something that fails soon after its thread is interrupted. Leaves the thread as it found it.
  ///
  /// @param late what to give instead when the time is up
  <T> T over(Supplier<T> work, Supplier<T> late) {
    Entry entry = new Entry(Thread.currentThread(), System.nanoTime());
    running.add(entry);
    begin();
    try {
      T done = work.get();
      return entry.end() ? late.get() : done;
    } catch (RuntimeException e) {
      // FreeMarker says that it was interrupted with an exception that it keeps to itself.
      if (entry.end()) {
        return late.get();
      }
      throw e;
    } finally {
      running.remove(entry);
      entry.end();
    }
  }

  private synchronized void begin() {
    if (!watching) {
      watching = true;
      Thread.ofPlatform().daemon().name("template-watch").start(this::look);
    }
  }

  private void look() {
    int idle = 0;
    while (idle < 4) {
      try {
        Thread.sleep(LOOK_EVERY_MILLIS);
      } catch (InterruptedException e) {
        break;
      }
      long now = System.nanoTime();
      running.forEach(entry -> entry.interruptAfter(now, limitNanos));
      idle = running.isEmpty() ? idle + 1 : 0;
    }
    synchronized (this) {
      watching = false;
      if (!running.isEmpty()) {
        begin();
      }
    }
  }

  /// A rendering under way.
  private static final class Entry {
    private final Thread thread;
    private final long since;
    private boolean ended;
    private boolean interrupted;

    Entry(Thread thread, long since) {
      this.thread = thread;
      this.since = since;
    }

    synchronized void interruptAfter(long now, long limit) {
      if (!ended && !interrupted && now - since > limit) {
        interrupted = true;
        thread.interrupt();
      }
    }

    /// After this the watch never touches the thread; an interrupt of its own is taken back.
    ///
    /// @return whether the watch has interrupted the thread
    synchronized boolean end() {
      if (!ended && interrupted) {
        Thread.interrupted();
      }
      ended = true;
      return interrupted;
    }
  }
}
