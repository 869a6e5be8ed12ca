package dev.assay.serve;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Lets go of whoever does not take what is sent: after some time the thread that sends is interrupted, which closes its connection.
///
/// The server's own limit is for a whole answer, and would cut off a page that hears events for longer than that.
final class Patience implements AutoCloseable {
  private final Duration longest;
  private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("assay-patience").factory());

  /// @param longest how long one thing that is sent may take
  Patience(Duration longest) {
    this.longest = longest;
    clock.setRemoveOnCancelPolicy(true);
  }

  /// Something that is sent.
  interface Sending {
    void send() throws IOException;
  }

  /// Sends something in this thread.
  void during(Sending work) throws IOException {
    Future<?> end = clock.schedule(Thread.currentThread()::interrupt, longest.toMillis(), TimeUnit.MILLISECONDS);
    try {
      work.send();
    } finally {
      if (!end.cancel(false)) {
        Thread.interrupted(); // its time is over: what this thread does next is not meant
      }
    }
  }

  /// For how many things that are being sent it looks at the clock.
  int waiting() {
    return clock.getQueue().size();
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
