package dev.assay.publish;

import static dev.assay.publish.Folders.artifact;
import static dev.assay.publish.Folders.everything;
import static dev.assay.publish.Folders.tree;
import static dev.assay.publish.Folders.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A look at the output folder that goes on beside other work finds what a look at once finds.
@Timeout(60)
class LookTest {
  private static final Publisher.Options USUAL = Publisher.Options.of(1);
  private static final int FILES = 40;

  @TempDir Path root;
  private Path site;
  private Publisher publisher;
  private Digest left;

  @BeforeEach
  void publishASite() throws IOException {
    site = root.resolve("site");
    publisher = new Publisher(root, site);
    assertTrue(publisher.publish(whole(), USUAL).succeeded());
    left = publisher.standing(1).orElseThrow();
  }

  private static List<Artifact> whole() {
    List<Artifact> artifacts = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      artifacts.add(artifact("/post/" + i + "/", "text " + i));
    }
    return artifacts;
  }

  private Optional<Digest> seen(int jobs) throws IOException {
    try (Look look = publisher.look(jobs)) {
      return look.state();
    }
  }

  private static void rest(long millis) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  @Test
  void aFolderAsItWasLeftHasTheStateInWhichItWasLeft() throws IOException {
    for (int jobs : new int[] {1, 2, 5}) {
      assertEquals(Optional.of(left), seen(jobs));
    }
  }

  @Test
  void aFileThatIsGoneIsMissedWhereverItLay() throws IOException {
    for (int file : new int[] {0, 17, FILES - 1}) {
      Path path = site.resolve("post/" + file + "/index.html");
      byte[] before = Files.readAllBytes(path);
      Files.delete(path);
      for (int jobs : new int[] {1, 2, 5}) {
        assertEquals(Optional.empty(), seen(jobs), file + " with " + jobs);
      }
      Files.write(path, before);
      publisher.publish(whole(), USUAL);
    }
  }

  @Test
  void soIsALostListAndWhatWaitsToBeCompleted() throws IOException {
    Files.createDirectory(site.resolve(OutputFolder.STAGING));
    assertEquals(Optional.empty(), seen(3));
    Files.delete(site.resolve(OutputFolder.STAGING));
    assertEquals(Optional.of(left), seen(3));
    Files.delete(site.resolve(OutputFolder.LIST));
    assertEquals(Optional.empty(), seen(3));
  }

  @Test
  void aFolderThatMustNotBeWrittenToIsNotLookedAt() throws IOException {
    publisher = new Publisher(root, root.resolve("content"));
    assertEquals(Optional.empty(), seen(1));
    assertEquals(Optional.empty(), seen(3));
  }

  @Test
  void anAmendmentGoesByWhatWasSeen() throws IOException {
    for (int jobs : new int[] {1, 3}) {
      try (Look look = publisher.look(jobs)) {
        String text = "amended with " + jobs;
        Publisher.Amended amended = publisher.amend(Amendment.of(List.of(artifact("/post/3/", text))), left, look, USUAL).orElseThrow();
        assertEquals(1, amended.report().written());
        assertEquals(text, tree(site).get("post/3/index.html"));
        left = amended.left();
      }
      assertEquals(Optional.of(left), publisher.standing(1));
    }
  }

  @Test
  void nothingIsAmendedWhereAFileIsNotAsItWasLeft() throws IOException {
    write(site.resolve("post/7/index.html"), "edited by hand");
    Map<String, String> before = everything(site);
    for (int jobs : new int[] {1, 3}) {
      try (Look look = publisher.look(jobs)) {
        assertEquals(Optional.empty(), publisher.amend(Amendment.of(List.of(artifact("/post/3/", "new"))), left, look, USUAL));
      }
    }
    assertEquals(before, everything(site));
  }

  @Test
  void whetherItCanBeAmendedIsKnownBefore() throws IOException {
    for (int jobs : new int[] {1, 3}) {
      try (Look look = publisher.look(jobs)) {
        assertTrue(look.canAmend(left));
        assertFalse(look.canAmend(Digest.of("another state")));
      }
    }
    Files.writeString(site.resolve("post/7/index.html"), "edited by hand");
    for (int jobs : new int[] {1, 3}) {
      try (Look look = publisher.look(jobs)) {
        assertFalse(look.canAmend(left));
      }
    }
  }

  @Test
  void noneCanBeAmendedWhereTheListCannotBeUsed() throws IOException {
    Files.writeString(site.resolve(OutputFolder.LIST), "torn");
    for (int jobs : new int[] {1, 3}) {
      try (Look look = publisher.look(jobs)) {
        assertFalse(look.canAmend(left));
      }
    }
  }

  @Test
  void noneIsWhereTheListIsLostWhileOneLooks() throws IOException {
    try (Look look = publisher.look(1)) {
      assertEquals(Optional.of(left), look.state());
      Files.writeString(site.resolve(OutputFolder.LIST), "torn");
      assertEquals(Optional.empty(), publisher.amend(Amendment.of(List.of(artifact("/post/3/", "new"))), left, look, USUAL));
    }
    assertEquals("text 3", tree(site).get("post/3/index.html"));
  }

  /// Counts who looks at which file.
  private static final class Watched {
    final ConcurrentLinkedQueue<String> files = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<Thread> threads = new ConcurrentLinkedQueue<>();
    final AtomicInteger operations = new AtomicInteger();

    /// @param millis how long each operation of a thread beside takes
    BusyDisk disk(int millis) {
      Thread caller = Thread.currentThread();
      return new BusyDisk((_, path) -> {
        if (Thread.currentThread() != caller && millis > 0) {
          rest(millis);
        }
        operations.incrementAndGet();
        threads.add(Thread.currentThread());
        if (path.endsWith("index.html")) {
          files.add(path.getParent().getFileName().toString());
        }
      });
    }
  }

  @Test
  void everyFileIsLookedAtOnceHoweverManyLook() throws IOException {
    for (int jobs : new int[] {1, 2, 4}) {
      Watched watched = new Watched();
      try (Look look = new Publisher(root, site, watched.disk(1)).look(jobs)) {
        assertTrue(look.state().isPresent());
      }
      assertEquals(FILES, watched.files.size(), "with " + jobs);
      assertEquals(FILES, watched.files.stream().distinct().count());
      assertTrue(watched.threads.stream().distinct().count() <= jobs, watched.threads.toString());
    }
  }

  @Test
  void withOneThreadNothingHappensBeforeSomebodyAsks() throws IOException {
    Watched watched = new Watched();
    try (Look look = new Publisher(root, site, watched.disk(0)).look(1)) {
      rest(50);
      assertEquals(0, watched.operations.get());
      look.state();
      assertEquals(List.of(Thread.currentThread()), watched.threads.stream().distinct().toList());
    }
  }

  @Test
  void withMoreItBeginsAtOnce() throws IOException {
    Watched watched = new Watched();
    try (Look _ = new Publisher(root, site, watched.disk(0)).look(2)) {
      for (int i = 0; watched.files.size() < FILES && i < 1000; i++) {
        rest(10);
      }
      assertEquals(FILES, watched.files.size());
    }
    assertTrue(watched.threads.stream().noneMatch(each -> each == Thread.currentThread()));
  }

  @Test
  void theFirstFileThatIsNotAsItWasLeftEndsIt() throws IOException {
    write(site.resolve("post/0/index.html"), "edited by hand");
    Watched watched = new Watched();
    try (Look look = new Publisher(root, site, watched.disk(0)).look(1)) {
      assertEquals(Optional.empty(), look.state());
    }
    assertEquals(List.of("0"), List.copyOf(watched.files));
  }

  @Test
  void whatIsClosedTouchesNothingAnyMore() {
    for (int jobs : new int[] {2, 4}) {
      Watched watched = new Watched();
      Look look = new Publisher(root, site, watched.disk(15)).look(jobs);
      rest(40);
      look.close();
      int then = watched.operations.get();
      assertTrue(then < FILES, "closed in the middle");
      rest(60);
      assertEquals(then, watched.operations.get());
    }
  }

  @Test
  void whatIsClosedHasSeenNothing() throws IOException {
    Watched watched = new Watched();
    Look look = new Publisher(root, site, watched.disk(0)).look(1);
    look.close();
    assertEquals(Optional.empty(), look.state());
    assertEquals(Optional.empty(), look.list());
    assertEquals(0, watched.operations.get());
  }

  @Test
  void aDiskThatFailsIsToldToWhoAsksAndToNobodyElse() {
    for (int jobs : new int[] {1, 3}) {
      Disk failing = new BusyDisk((operation, path) -> {
        if (operation.equals("stat") && path.endsWith("post/9/index.html")) {
          throw new IOException("it failed");
        }
      });
      try (Look look = new Publisher(root, site, failing).look(jobs)) {
        if (jobs > 1) {
          rest(50);
        }
        assertEquals("it failed", assertThrows(IOException.class, look::state).getMessage());
      }
    }
  }

  @Test
  void whoIsInterruptedStillHearsWhatWasSeenAndStaysInterrupted() throws IOException {
    Watched watched = new Watched();
    try (Look look = new Publisher(root, site, watched.disk(20)).look(2)) {
      rest(30);
      Thread.currentThread().interrupt();
      Optional<Digest> state = look.state();
      assertTrue(Thread.interrupted());
      assertTrue(state.isPresent());
    }
    Look look = new Publisher(root, site, watched.disk(20)).look(2);
    rest(30);
    Thread.currentThread().interrupt();
    look.close();
    int then = watched.operations.get();
    assertTrue(Thread.interrupted());
    rest(60);
    assertEquals(then, watched.operations.get());
  }

  @Test
  void whileSomebodyBuildsNothingStandsAndNothingIsAmended() throws IOException, InterruptedException {
    SiteLock lock = ((SiteLock.Taken) SiteLock.take(root, Duration.ZERO)).lock();
    Publisher.Options impatient = new Publisher.Options(1, false, false, false, Duration.ZERO);
    List<Object> found = new ArrayList<>();
    Thread other =
        Thread.ofPlatform().start(() -> {
          try {
            found.add(publisher.standing(1));
            found.add(publisher.amend(Amendment.of(List.of(artifact("/post/3/", "new"))), left, true, impatient));
          } catch (IOException e) {
            found.add(e);
          }
        });
    other.join();
    lock.close();
    assertEquals(List.of(Optional.empty(), Optional.empty()), found);
  }
}
