package dev.assay.publish;

import dev.assay.note.Digest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// A look at an output folder: whether all that the last publication left there still lies there as it was. It goes on beside other
/// work, because of tens of thousands of files it takes as long as all the rest of a small edit; whoever waits for it takes part.
/// Whoever begins it holds the site's lock until it is closed.
public final class Look implements AutoCloseable {
  private final AtomicBoolean isWanted = new AtomicBoolean(true);
  private final AtomicBoolean isAsLeft = new AtomicBoolean(true);
  private final AtomicInteger next = new AtomicInteger();
  private final FutureTask<Optional<Seen>> begun;
  private final FutureTask<Optional<StoredList>> list;
  private final List<FutureTask<Boolean>> beside;

  /// A folder that is being looked at.
  private record Seen(Publication publication, Publication.Left left) {}

  /// Finds the folder; nothing where it is not fit to be written to.
  @FunctionalInterface
  interface Finding {
    Optional<Publication> publication() throws IOException;
  }

  /// @param threads how many look besides whoever waits
  Look(Finding folder, int threads) {
    this.begun = new FutureTask<>(() -> begin(folder));
    this.list = new FutureTask<>(() -> list(folder));
    this.beside = IntStream.range(0, threads).mapToObj(_ -> new FutureTask<>(this::look)).toList();
    beside.forEach(
        each ->
            Thread.ofPlatform().name("look").daemon().start(
                () -> {
                  each.run();
                  list.run(); // nothing in all threads but one
                }));
  }

  private Optional<Seen> begin(Finding folder) throws IOException {
    Optional<Publication> found = isWanted.get() ? folder.publication() : Optional.empty();
    return found.isEmpty() ? Optional.empty() : found.get().remembered().map(left -> new Seen(found.get(), left));
  }

  private Optional<StoredList> list(Finding folder) throws IOException {
    Optional<Publication> found = isWanted.get() && isAsLeft.get() ? folder.publication() : Optional.empty();
    return found.isEmpty() ? Optional.empty() : found.get().storedList();
  }

  private boolean look() throws IOException {
    Optional<Seen> seen = result(begun);
    int count = seen.map(each -> each.left().manifest().size()).orElse(0);
    for (int i = next.getAndIncrement(); i < count && isAsLeft.get() && isWanted.get(); i = next.getAndIncrement()) {
      if (!seen.orElseThrow().publication().isAsLeft(seen.orElseThrow().left(), i)) {
        isAsLeft.set(false);
      }
    }
    return true;
  }

  /// The state in which the last publication left the folder, named by a digest; empty unless every file that it wrote lies there
  /// with the size and time it was left with, and nothing waits to be completed. It waits until that is known.
  ///
  /// @throws IOException when the disk fails
  public Optional<Digest> state() throws IOException {
    return left().map(Publication.Left::state);
  }

  /// True when the folder is in a state, and the list of what is owned there can be used: without these it is not amended. The list is read
  /// while others look.
  ///
  /// @param state as the last publication named it
  /// @throws IOException when the disk fails
  public boolean canAmend(Digest state) throws IOException {
    return list().isPresent() && state().equals(Optional.of(state));
  }

  Optional<Publication.Left> left() throws IOException {
    look();
    for (FutureTask<Boolean> each : beside) {
      result(each);
    }
    return isAsLeft.get() && isWanted.get() ? result(begun).map(Seen::left) : Optional.empty();
  }

  /// The list of owned files; empty where it cannot be used.
  ///
  /// @throws IOException when the disk fails
  Optional<StoredList> list() throws IOException {
    return result(list);
  }

  private static <T> T result(FutureTask<T> task) throws IOException {
    task.run(); // nothing where it has begun
    boolean isInterrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException _) {
          isInterrupted = true; // it does not take long
        }
      }
    } catch (ExecutionException e) {
      throw Jobs.thrown(e);
    } finally {
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Ends it.
  @Override
  public void close() {
    isWanted.set(false);
    beside.forEach(Look::end);
    if (!beside.isEmpty()) {
      end(list);
    }
  }

  private static void end(FutureTask<?> task) {
    task.run(); // nothing where it has begun
    boolean isInterrupted = false;
    while (!task.isDone()) {
      try {
        task.get();
      } catch (InterruptedException _) {
        isInterrupted = true; // it does not take long
      } catch (ExecutionException _) {
        break; // nobody asks any more
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
