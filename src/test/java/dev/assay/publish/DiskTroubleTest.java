package dev.assay.publish;

import static dev.assay.publish.Folders.artifact;
import static dev.assay.publish.Folders.everything;
import static dev.assay.publish.Folders.tree;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.Digest;
import dev.assay.problem.Problem;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is said of a disk that fails, and what a disk says of what lies there.
class DiskTroubleTest {
  private static final Publisher.Options USUAL = Publisher.Options.of(1);

  @TempDir Path root;

  private static Disk failing(IOException fault) {
    return new BusyDisk((operation, _) -> {
      if (operation.equals("write")) {
        throw fault;
      }
    });
  }

  private Problem told(Path output, IOException fault) {
    Report report = new Publisher(root, output, failing(fault)).publish(List.of(artifact("/", "home")), USUAL);
    assertEquals(1, report.problems().size());
    return report.problems().getFirst();
  }

  private String message(IOException fault) {
    return told(root.resolve("site"), fault).message();
  }

  @Test
  void aFullDiskIsSaidToBeFull() {
    Problem full = told(root.resolve("site"), new FileSystemException("/x", null, "No space left on device"));
    assertEquals("the disk is full: No space left on device ('/x')", full.message());
    assertEquals("make room and build again; the next build completes what this one began", full.hint());
    assertEquals("the disk is full: Disk quota exceeded", message(new IOException("Disk quota exceeded")));
    Problem failed = told(root.resolve("site"), new FileSystemException("/x", null, "Input/output error"));
    assertEquals("the disk failed: Input/output error ('/x')", failed.message());
    assertEquals("put that right and build again; the next build completes what this one began", failed.hint());
  }

  @Test
  void aFaultIsToldInTheWordsOfTheDisk() {
    assertEquals("the disk failed: it is gone", message(new IOException("it is gone")));
    assertEquals("the disk failed: IOException", message(new IOException()));
    assertEquals("the disk failed: AccessDeniedException (/x)", message(new AccessDeniedException("/x")));
    assertEquals("the disk failed: EOFException", message(new EOFException()));
    assertEquals("the disk failed: EOFException (too short)", message(new EOFException("too short")));
  }

  @Test
  void theFolderIsNamedAsItsWriterKnowsIt(@TempDir Path elsewhere) {
    IOException fault = new IOException("x");
    assertEquals("site", told(root.resolve("site"), fault).place().file());
    assertEquals("a/site", told(root.resolve("b/../a/site"), fault).place().file());
    Path other = elsewhere.resolve("site");
    assertEquals(other.toString(), told(other, fault).place().file());
    Path missing = root.resolve("missing");
    Report report = new Publisher(missing, missing).publish(List.of(artifact("/", "home")), USUAL);
    assertEquals(missing.toString(), report.problems().getFirst().place().file());
    assertFalse(Files.exists(missing));
  }

  @Test
  void anAmendmentThatTheDiskRefusesChangesNothing() throws IOException {
    Path site = root.resolve("site");
    Publisher publisher = new Publisher(root, site);
    publisher.publish(List.of(artifact("/", "home"), artifact("/post/x/", "x")), USUAL);
    Digest left = publisher.standing(1).orElseThrow();
    Map<String, String> before = everything(site);
    Publisher.Amended amended =
        new Publisher(root, site, failing(new IOException("it is gone"))).amend(Amendment.of(List.of(artifact("/post/x/", "x2"))), left, true, USUAL).orElseThrow();
    assertEquals(List.of("the disk failed: it is gone"), amended.report().problems().stream().map(Problem::message).toList());
    assertEquals(left, amended.left());
    assertEquals(before, everything(site));
    assertEquals(Optional.of(left), publisher.standing(1));
  }

  @Test
  void whatCannotBeReadProvesNothing() {
    List<Artifact> artifacts = List.of(artifact("/", "home"));
    new Publisher(root, root.resolve("site")).publish(artifacts, USUAL);
    Disk unreadable = new BusyDisk((operation, _) -> {
      if (operation.equals("read")) {
        throw new IOException("it is gone");
      }
    });
    assertEquals(artifacts, new Publisher(root, root.resolve("site"), unreadable).unproven(artifacts));
    assertEquals(List.of(), new Publisher(root, root.resolve("site")).unproven(artifacts));
    assertEquals(artifacts, new Publisher(root, root).unproven(artifacts), "no output folder");
  }

  @Test
  @Timeout(60)
  void asManyMakersRunAtOnceAsThereAreJobs() {
    CyclicBarrier together = new CyclicBarrier(3);
    Maker waiting = () -> {
      try {
        together.await(10, TimeUnit.SECONDS);
        return new Maker.Made(new byte[] {1});
      } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
        throw new IllegalStateException(e);
      }
    };
    Report report =
        new Publisher(root, root.resolve("site"))
            .publish(List.of(artifact("/a", "a", waiting), artifact("/b", "b", waiting), artifact("/c", "c", waiting)), Publisher.Options.of(3));
    assertEquals(3, report.written());
  }

  @Test
  @Timeout(60)
  void withOneJobAllIsMadeByWhoAsks() {
    List<Thread> makers = new ArrayList<>();
    Maker noting = () -> {
      makers.add(Thread.currentThread());
      return new Maker.Made(new byte[] {1});
    };
    new Publisher(root, root.resolve("site")).publish(List.of(artifact("/a", "a", noting), artifact("/b", "b", noting)), USUAL);
    assertEquals(List.of(Thread.currentThread(), Thread.currentThread()), makers);
  }

  @Test
  @Timeout(60)
  void whereTheDiskFailsTheRestIsNotTried() {
    AtomicInteger made = new AtomicInteger();
    List<Artifact> artifacts = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      artifacts.add(artifact("/a" + i, "a" + i, () -> {
        made.incrementAndGet();
        try {
          Thread.sleep(2);
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
        return new Maker.Made(new byte[] {1});
      }));
    }
    Disk failing = new BusyDisk((operation, path) -> {
      if (operation.equals("write") && path.endsWith("f0")) {
        throw new IOException("it is gone");
      }
    });
    Report report = new Publisher(root, root.resolve("site"), failing).publish(artifacts, Publisher.Options.of(3));
    assertEquals("the disk failed: it is gone", report.problems().getFirst().message());
    assertTrue(made.get() < 100, "made " + made.get());
    assertFalse(Files.exists(root.resolve("site")));
  }

  @Test
  @Timeout(60)
  void aFaultOfTheProgramIsThrownOnAndLeavesTheSiteAsItWas() {
    for (int jobs : new int[] {1, 3}) {
      new Publisher(root, root.resolve("site")).publish(List.of(artifact("/", "home")), USUAL);
      Artifact wrong = artifact("/b", "b", () -> {
        throw new IllegalStateException("a fault");
      });
      Artifact worse = artifact("/b", "b", () -> {
        throw new AssertionError("a fault");
      });
      Publisher publisher = new Publisher(root, root.resolve("site"));
      assertEquals(
          "a fault",
          assertThrows(IllegalStateException.class, () -> publisher.publish(List.of(artifact("/", "home2"), wrong), Publisher.Options.of(jobs))).getMessage());
      assertThrows(AssertionError.class, () -> publisher.publish(List.of(artifact("/", "home2"), worse), Publisher.Options.of(jobs)));
      assertEquals(Map.of("index.html", "home"), tree(root.resolve("site")));
    }
  }

  @Test
  @Timeout(60)
  void whoIsInterruptedWhileOthersMakeStopsAndStaysInterrupted() {
    Thread caller = Thread.currentThread();
    Artifact slow = artifact("/b", "b", () -> {
      caller.interrupt();
      try {
        Thread.sleep(20_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return new Maker.Made(new byte[] {1});
    });
    Report report = new Publisher(root, root.resolve("site")).publish(List.of(slow), Publisher.Options.of(2));
    assertTrue(Thread.interrupted());
    assertFalse(report.succeeded());
    assertFalse(Files.exists(root.resolve("site")));
  }

  @Test
  void aDiskSaysWhatLiesAtAPath() throws IOException {
    Disk disk = Disk.real();
    Path file = Files.writeString(root.resolve("file"), "text");
    Files.createSymbolicLink(root.resolve("link"), file);
    assertEquals(Disk.Type.FILE, disk.stat(file).orElseThrow().type());
    assertEquals(4, disk.stat(file).orElseThrow().size());
    assertEquals(Disk.Type.FOLDER, disk.stat(root).orElseThrow().type());
    assertEquals(Disk.Type.LINK, disk.stat(root.resolve("link")).orElseThrow().type());
    assertEquals(Optional.empty(), disk.stat(root.resolve("nothing")));
    assertEquals(Optional.empty(), disk.stat(root.resolve("nothing/below")));
    assertEquals(Optional.empty(), disk.stat(root.resolve("file/below")));
    assertEquals(Optional.empty(), disk.stat(root.resolve("file/far/below")));
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(root.resolve("socket")));
      assertEquals(Disk.Type.OTHER, disk.stat(root.resolve("socket")).orElseThrow().type());
    }
    assertThrows(IOException.class, () -> disk.stat(root.resolve("long".repeat(100))));
  }

  @Test
  void twoNamesOfOneFileAreTheSame() throws IOException {
    Path file = Files.writeString(root.resolve("A"), "text");
    Files.createLink(root.resolve("other"), file);
    Files.writeString(root.resolve("copy"), "text");
    assertTrue(Disk.real().same(file, root.resolve("other")));
    assertFalse(Disk.real().same(file, root.resolve("copy")));
  }

  @Test
  void theListOfWhatWasPublishedIsReadFromTheFolder() throws IOException {
    Path site = root.resolve("site");
    assertEquals(Published.NOTHING, Published.read(site));
    new Publisher(root, site).publish(List.of(artifact("/", "home"), artifact("/a.css", "css"), artifact("/post/x/", "x")), USUAL);
    assertEquals(
        Map.of("index.html", new Owned(Digest.of("home"), Stage.PAGE), "a.css", new Owned(Digest.of("css"), Stage.ASSET), "post/x/index.html", new Owned(Digest.of("x"), Stage.PAGE)),
        Published.read(site).files());
    assertEquals(List.of("/a.css", "/", "/post/x/"), Published.read(site).files().keySet().stream().map(file -> Published.address(file).value()).toList());
    Files.delete(site.resolve(OutputFolder.LIST));
    Files.createDirectory(site.resolve(OutputFolder.LIST));
    assertEquals(Published.NOTHING, Published.read(site));
  }
}
