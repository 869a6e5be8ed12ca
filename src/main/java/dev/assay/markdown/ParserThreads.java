package dev.assay.markdown;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Threads with stacks large enough for any text within the limits. Close them when no more texts are to be read.
///
/// Any work may run on them, so that a builder can read front matter and text of a note in one go; on them
/// [Markdown#parse] starts no thread of its own.
public final class ParserThreads implements AutoCloseable {
  private static final long STACK_BYTES = 64L << 20;
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final ExecutorService executor;

  /// @param count how many texts are read at once, at least 1
  public ParserThreads(int count) {
    if (count < 1) {
      throw new IllegalArgumentException(count + " threads");
    }
    this.executor = Executors.newFixedThreadPool(count, (ThreadFactory) LargeStack::new);
  }

  /// Runs some work on one of the threads.
  public <T> CompletableFuture<T> submit(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, executor);
  }

  /// Waits for the work in progress.
  @Override
  public void close() {
    executor.close();
  }

  /// Runs some work on a large stack and waits for it: here, when this thread has one.
  static <T> T onLargeStack(Supplier<T> work) {
    if (Thread.currentThread() instanceof LargeStack) {
      return work.get();
    }
    CompletableFuture<T> result = new CompletableFuture<>();
    new LargeStack(() -> result.completeAsync(work, Runnable::run)).start();
    try {
      return result.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw e;
      }
    }
  }

  /// A platform thread: virtual ones overflow like any other, and their stacks cannot be set.
  private static final class LargeStack extends Thread {
    LargeStack(Runnable work) {
      super(null, work, "markdown-" + NUMBER.incrementAndGet(), STACK_BYTES);
      setDaemon(true);
    }
  }
}
