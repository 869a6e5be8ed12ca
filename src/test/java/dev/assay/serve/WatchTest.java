package dev.assay.serve;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Edits are noticed wherever they are made.
@Timeout(60)
class WatchTest {
  @TempDir Path root;

  /// Tells of each edit until the watch is closed.
  private static Semaphore edits(Watch watch) {
    Semaphore edits = new Semaphore(0);
    Thread.ofPlatform().daemon().start(() -> {
      try {
        while (true) {
          watch.await();
          edits.release();
        }
      } catch (ClosedWatchServiceException _) {
        // that is the end
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    });
    return edits;
  }

  @Test
  void foldersThatComeOneInAnotherAreAllWatched() throws Exception {
    Path content = Files.createDirectory(root.resolve("content"));
    try (Watch watch = Watch.of(List.of(content), root.resolve("site"))) {
      Semaphore edits = edits(watch);
      for (int round = 0; round < 12; round++) {
        Path deepest = content.resolve(round + "/a/b/c/d/e/f/g");
        Files.createDirectories(deepest);
        while (edits.tryAcquire(150, TimeUnit.MILLISECONDS)) {
          // until all of it has been told
        }
        for (Path folder = deepest; !folder.equals(content); folder = folder.getParent()) {
          Files.writeString(folder.resolve("x.md"), "x");
          assertTrue(edits.tryAcquire(10, TimeUnit.SECONDS), "an edit below " + content.relativize(folder) + " is noticed");
          while (edits.tryAcquire(60, TimeUnit.MILLISECONDS)) {
            // until it is quiet
          }
        }
      }
    }
  }

  @Test
  void foldersThatGoAtOnceEndNothing() throws Exception {
    Path content = Files.createDirectory(root.resolve("content"));
    try (Watch watch = Watch.of(List.of(content), root.resolve("site"))) {
      Semaphore edits = edits(watch);
      for (int i = 0; i < 3000; i++) {
        Files.createDirectories(content.resolve(i + "/a"));
        Files.delete(content.resolve(i + "/a"));
        Files.delete(content.resolve(Integer.toString(i)));
      }
      while (edits.tryAcquire(300, TimeUnit.MILLISECONDS)) {
        // until all of it has been told
      }
      Files.writeString(content.resolve("x.md"), "x");
      assertTrue(edits.tryAcquire(10, TimeUnit.SECONDS));
    }
  }
}
