package dev.assay.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Two builds of one site are kept apart, whoever runs them.
@Timeout(60)
class SiteLockTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir Path root;
  private Path file;

  @BeforeEach
  void place() {
    file = root.resolve(".assay/lock");
  }

  /// A process that takes the lock of a site and keeps it until its input ends.
  public static final class Process {
    private Process() {}

    /// @param args the site's folder
    public static void main(String[] args) throws IOException {
      SiteLock.Outcome outcome = SiteLock.take(Path.of(args[0]), Duration.ZERO);
      System.out.println(outcome instanceof SiteLock.Taken ? "taken" : "held");
      while (System.in.read() >= 0) {
        // Nobody says anything.
      }
    }
  }

  private SiteLock taken(Duration wait) throws IOException {
    return assertInstanceOf(SiteLock.Taken.class, SiteLock.take(root, wait)).lock();
  }

  private String heldBy(Duration wait) throws IOException {
    return assertInstanceOf(SiteLock.Held.class, SiteLock.take(root, wait)).by();
  }

  /// Begins something in another thread.
  private static <T> FutureTask<T> elsewhere(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread.ofPlatform().daemon().start(task);
    return task;
  }

  private static <T> T inAnotherThread(Callable<T> work) throws Exception {
    return elsewhere(work).get(50, TimeUnit.SECONDS);
  }

  @Test
  void whatOneThreadHoldsNoOtherTakesUntilItIsClosed() throws Exception {
    SiteLock lock = taken(Duration.ZERO);
    assertEquals("another task of this process", inAnotherThread(() -> heldBy(Duration.ofMillis(20))));
    lock.close();
    inAnotherThread(() -> {
      taken(Duration.ZERO).close();
      return true;
    });
  }

  @Test
  void aThreadMayTakeItAgainAndHoldsItUntilTheFirstIsClosed() throws Exception {
    SiteLock first = taken(Duration.ZERO);
    SiteLock second = taken(Duration.ZERO);
    second.close();
    assertEquals("another task of this process", inAnotherThread(() -> heldBy(Duration.ZERO)));
    assertEquals("held", ofAnotherProcess());
    first.close();
    assertEquals("taken", ofAnotherProcess());
  }

  @Test
  void whoWaitsLongEnoughGetsIt() throws Exception {
    SiteLock lock = taken(Duration.ZERO);
    FutureTask<Boolean> waiting =
        elsewhere(() -> {
          taken(LONG).close();
          return true;
        });
    Thread.sleep(50);
    lock.close();
    assertTrue(waiting.get(20, TimeUnit.SECONDS));
  }

  @Test
  void publishingIsALockOfItsOwn() throws Exception {
    SiteLock lock = taken(Duration.ZERO);
    inAnotherThread(() -> {
      assertInstanceOf(SiteLock.Taken.class, SiteLock.takeToPublish(root, Duration.ZERO)).lock().close();
      return true;
    });
    lock.close();
    assertTrue(Files.exists(root.resolve(".assay/publishing")));
  }

  @Test
  void whoHoldsItStandsInTheFile() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "process 4711, and more than there is now");
    SiteLock lock = taken(Duration.ZERO);
    assertEquals("process " + ProcessHandle.current().pid(), Files.readString(file));
    lock.close();
  }

  /// Starts a process that takes the lock; says what it said, and ends it.
  private String ofAnotherProcess() throws IOException, InterruptedException {
    java.lang.Process process = process();
    try (BufferedReader output = process.inputReader()) {
      return String.valueOf(output.readLine());
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private java.lang.Process process() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
            System.getProperty("java.class.path"), Process.class.getName(), root.toString())
        .redirectErrorStream(true)
        .start();
  }

  @Test
  void aProcessThatHoldsItIsNamedAndWhenItDiesTheLockIsFree() throws Exception {
    java.lang.Process process = process();
    try (BufferedReader output = process.inputReader()) {
      assertEquals("taken", output.readLine());
      assertEquals("process " + process.pid(), heldBy(Duration.ZERO));
      assertEquals("process " + process.pid(), inAnotherThread(() -> heldBy(Duration.ofMillis(60))), "who did not get it lets others try");
    } finally {
      process.destroyForcibly().waitFor();
    }
    taken(LONG).close();
  }

  /// The file as another class loader of this process locks it.
  private FileChannel lockedFromOutside(String text) throws IOException {
    Files.createDirectories(file.getParent());
    FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.truncate(0);
    channel.lock(1L << 40, 1, false);
    channel.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
    return channel;
  }

  @Test
  void whoWaitsForTheFileWaitsAsLongAsWasSaid() throws Exception {
    try (FileChannel _ = lockedFromOutside("process 4711")) {
      long begun = System.nanoTime();
      assertEquals("process 4711", heldBy(Duration.ofMillis(200)));
      long millis = (System.nanoTime() - begun) / 1_000_000;
      assertTrue(millis >= 200 && millis < 20_000, String.format(Locale.ROOT, "%d ms", millis));
    }
  }

  @Test
  void whoWaitsForTheFileGetsItWhenItIsFree() throws Exception {
    FutureTask<Boolean> waiting;
    try (FileChannel _ = lockedFromOutside("process 4711")) {
      waiting =
          elsewhere(() -> {
            taken(LONG).close();
            return true;
          });
      Thread.sleep(80);
      assertFalse(waiting.isDone());
    }
    assertTrue(waiting.get(20, TimeUnit.SECONDS));
  }

  @Test
  void aFileThatNamesNobodyIsNotShown() throws IOException {
    try (FileChannel _ = lockedFromOutside("<b>process</b> 4711")) {
      assertEquals("another process", heldBy(Duration.ZERO));
    }
    Files.delete(file);
    try (FileChannel _ = lockedFromOutside("")) {
      assertEquals("another process", heldBy(Duration.ZERO));
      Files.delete(file);
    }
    taken(Duration.ZERO).close();
  }

  @Test
  void whoIsInterruptedWhileHeWaitsGivesUpAndStaysInterrupted() throws Exception {
    SiteLock lock = taken(Duration.ZERO);
    assertEquals("another task of this process, interrupted", interrupted());
    lock.close();
    try (FileChannel _ = lockedFromOutside("process 4711")) {
      assertEquals("process 4711, interrupted", interrupted());
    }
    taken(Duration.ZERO).close();
  }

  private String interrupted() throws Exception {
    List<Thread> waiting = new ArrayList<>();
    CyclicBarrier begun = new CyclicBarrier(2);
    FutureTask<String> task =
        elsewhere(() -> {
          waiting.add(Thread.currentThread());
          begun.await();
          return heldBy(LONG) + (Thread.interrupted() ? ", interrupted" : "");
        });
    begun.await();
    Thread.sleep(60);
    waiting.getFirst().interrupt();
    return task.get(20, TimeUnit.SECONDS);
  }

  @Test
  void aCacheFolderThatIsALinkOrAFileIsNotUsed(@TempDir Path elsewhere) throws IOException {
    Path folder = root.resolve(".assay");
    Files.createSymbolicLink(folder, elsewhere);
    IOException thrown = assertThrows(IOException.class, () -> SiteLock.take(root, Duration.ZERO));
    assertEquals("'" + root.toRealPath().resolve(".assay") + "' is a symbolic link", thrown.getMessage());
    Files.delete(folder);
    Files.writeString(folder, "x");
    assertThrows(IOException.class, () -> SiteLock.take(root, Duration.ZERO));
    assertEquals("x", Files.readString(folder));
  }

  @Test
  void twoThatComeFirstAtOnceDoNotStumbleOverTheNewFolder() throws Exception {
    for (int round = 0; round < 60; round++) {
      Path site = Files.createDirectory(root.resolve("site" + round));
      CyclicBarrier begun = new CyclicBarrier(2);
      Callable<Boolean> taking = () -> {
        begun.await();
        ((SiteLock.Taken) SiteLock.take(site, LONG)).lock().close();
        return true;
      };
      FutureTask<Boolean> other = elsewhere(taking);
      assertTrue(taking.call());
      assertTrue(other.get(20, TimeUnit.SECONDS));
    }
  }
}
