package dev.assay.publish;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// Does something for each of many, on some threads.
final class Jobs {
  private Jobs() {}

  /// Something that is done for each of many, on any thread.
  @FunctionalInterface
  interface Step {
    void at(int index) throws IOException;
  }

  /// @param threads how many
  /// @throws IOException that of a step; the others are not even tried then
  static void each(int count, int threads, Step step) throws IOException {
    if (threads == 1) {
      for (int i = 0; i < count; i++) {
        step.at(i);
      }
      return;
    }
    AtomicInteger next = new AtomicInteger();
    Callable<Boolean> work = () -> {
      boolean done = false;
      try {
        for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
          step.at(i);
        }
        done = true;
      } finally {
        if (!done) {
          next.set(count); // the disk failed: the others need not try
        }
      }
      return true;
    };
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      for (Future<Boolean> each : pool.invokeAll(Collections.nCopies(threads, work))) {
        each.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped");
    } catch (ExecutionException e) {
      throw thrown(e);
    }
  }

  /// What a task threw; what is no fault of the disk is thrown on.
  static IOException thrown(ExecutionException e) {
    return switch (e.getCause()) {
      case IOException failed -> failed;
      case RuntimeException bug -> throw bug;
      case Error dead -> throw dead;
      case null, default -> throw new IllegalStateException(e);
    };
  }
}
