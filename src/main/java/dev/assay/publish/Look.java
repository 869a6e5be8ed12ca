package dev.assay.publish;

import dev.assay.note.Digest;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;

/// A look at an output folder: whether all that the last publication left there still lies there as it was. It goes on beside other
/// work, because of tens of thousands of files it takes as long as all the rest of a small edit. Whoever begins it holds the site's
/// lock until it is closed.
public final class Look implements AutoCloseable {
  private final AtomicBoolean isWanted = new AtomicBoolean(true);
  private final FutureTask<Optional<Publication.Left>> task;
  private final FutureTask<Optional<StoredList>> list;
  private final boolean isBeside;

  /// Looks.
  @FunctionalInterface
  interface Looking {
    /// @param isWanted turns false when nobody needs the answer any more
    Optional<Publication.Left> look(AtomicBoolean isWanted) throws IOException;
  }

  /// @param listing reads the list of owned files, which whoever amends the folder will need
  /// @param beside  whether to begin at once, on another thread, or when somebody asks
  Look(Looking looking, Callable<Optional<StoredList>> listing, boolean beside) {
    this.task = new FutureTask<>(() -> looking.look(isWanted));
    this.list = new FutureTask<>(() -> isWanted.get() ? listing.call() : Optional.empty());
    this.isBeside = beside;
    if (beside) {
      Thread.ofPlatform().name("look").daemon().start(this::run);
    }
  }

  private void run() {
    task.run();
    list.run();
  }

  /// The state in which the last publication left the folder, named by a digest; empty unless every file that it wrote lies there
  /// with the size and time it was left with, and nothing waits to be completed. It waits until that is known.
  ///
  /// @throws IOException when the disk fails
  public Optional<Digest> state() throws IOException {
    return left().map(Publication.Left::state);
  }

  Optional<Publication.Left> left() throws IOException {
    return result(task);
  }

  /// The list of owned files; empty where it cannot be used.
  Optional<StoredList> list() throws IOException {
    return result(list);
  }

  private static <T> Optional<T> result(FutureTask<Optional<T>> task) throws IOException {
    task.run(); // nothing where it has begun
    try {
      return task.get();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw Jobs.thrown(e);
    }
  }

  /// Ends it.
  @Override
  public void close() {
    isWanted.set(false);
    if (!isBeside) {
      return;
    }
    try {
      left();
    } catch (IOException _) {
      // Nobody asked.
      return;
    }
  }
}
