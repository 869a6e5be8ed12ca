package dev.assay.build;

import dev.assay.note.Mapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/// Applies a function to many values with several threads; the results come in the order of the values.
final class Parallel {
  private static final int MAX_CHUNK = 16;

  private Parallel() {}

  /// Something that runs work on threads of its own.
  interface Threads {
    <R> Future<R> submit(Supplier<R> work);
  }

  /// With as many new threads as there are jobs.
  ///
  /// @param done hears how many are finished
  static <T, R> List<R> map(List<T> values, int jobs, Function<T, R> function, IntConsumer done) {
    try (ExecutorService pool = Executors.newFixedThreadPool(Math.clamp(values.size(), 1, jobs))) {
      Threads threads =
          new Threads() {
            @Override
            public <S> Future<S> submit(Supplier<S> work) {
              return pool.submit(work::get);
            }
          };
      return map(values, jobs, threads, function, done);
    }
  }

  /// With as many new threads as there are jobs, for rooms that have none.
  static Mapper mapper(int jobs) {
    return new Mapper() {
      @Override
      public <T, R> List<R> map(List<T> values, Function<T, R> function) {
        return Parallel.map(values, jobs, function, _ -> {});
      }
    };
  }

  /// Begins some work on a thread of its own; with one job it is done when it is asked for.
  static <R> Beside<R> beside(int jobs, Supplier<R> work) {
    FutureTask<R> task = new FutureTask<>(work::get);
    return new Beside<>(task, jobs > 1 ? Optional.of(Thread.ofPlatform().name("beside").start(task)) : Optional.empty());
  }

  /// Work that goes on beside that of whoever began it, and not after it is closed.
  record Beside<R>(FutureTask<R> task, Optional<Thread> thread) implements AutoCloseable {
    /// What came of it.
    R result() {
      // Once only, whoever is first.
      task.run();
      return Parallel.result(task);
    }

    @Override
    public void close() {
      task.cancel(false);
      thread.ifPresent(Beside::join);
    }

    private static void join(Thread thread) {
      boolean interrupted = false;
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// On some threads.
  static <T, R> List<R> map(List<T> values, int jobs, Threads threads, Function<T, R> function, IntConsumer done) {
    AtomicInteger finished = new AtomicInteger();
    int size = Math.clamp(values.size() / (jobs * 8L), 1, MAX_CHUNK);
    List<Future<List<R>>> chunks = new ArrayList<>();
    for (int from = 0; from < values.size(); from += size) {
      List<T> chunk = values.subList(from, Math.min(values.size(), from + size));
      chunks.add(
          threads.submit(
              () -> {
                List<R> some = new ArrayList<>(chunk.size());
                for (T value : chunk) {
                  some.add(function.apply(value));
                  done.accept(finished.incrementAndGet());
                }
                return some;
              }));
    }
    List<R> results = new ArrayList<>(values.size());
    for (Future<List<R>> chunk : chunks) {
      results.addAll(result(chunk));
    }
    return results;
  }

  /// What came of some work: waited for whatever interrupts, and what it threw is thrown on.
  static <R> R result(Future<R> future) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException bug) {
        throw bug;
      }
      if (e.getCause() instanceof Error fatal) {
        throw fatal;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
