package dev.assay.publish;

import static dev.assay.publish.Folders.artifact;
import static dev.assay.publish.Folders.tree;
import static dev.assay.publish.Folders.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody else writes into the output folder while a site is being published, or between a publication that was cut off and the one
/// that completes it: nothing of his is touched, and the rest is completed.
class MeanwhileTest {
  private static final Publisher.Options USUAL = Publisher.Options.of(1);
  private static final String IN_THE_WAY = "somebody else put this there while the site was being written";

  @TempDir Path root;
  private Path site;

  @BeforeEach
  void place() {
    site = root.resolve("site");
  }

  private Report publish(Artifact... artifacts) {
    return new Publisher(root, site).publish(List.of(artifacts), USUAL);
  }

  private Report publish(Disk disk, Artifact... artifacts) {
    return new Publisher(root, site, disk).publish(List.of(artifacts), USUAL);
  }

  private static List<String> told(Report report) {
    return report.problems().stream().map(each -> each.place().file() + ": " + each.message()).toList();
  }

  private Set<String> owned() throws IOException {
    return Published.read(site).files().keySet();
  }

  @Test
  void aFileThatComesInBetweenStaysAndIsTold() throws IOException {
    publish(artifact("/", "home"));
    Report report = publish(BusyDisk.whenReady(() -> write(site.resolve("post/x/index.html"), "mine")), artifact("/", "home2"), artifact("/post/x/", "x"), artifact("/post/y/", "y"));
    assertEquals(List.of("site/post/x/index.html: " + IN_THE_WAY), told(report));
    assertEquals(List.of("move it and build again"), report.problems().stream().map(Problem::hint).toList());
    assertEquals(Map.of("index.html", "home2", "post/x/index.html", "mine", "post/y/index.html", "y"), tree(site));
    assertEquals(Set.of("index.html", "post/y/index.html"), owned());
    // Nor is it taken for ours later.
    assertEquals(List.of("site/post/x/index.html: a file that Assay did not write is in the way"), told(publish(artifact("/", "home2"), artifact("/post/x/", "x"), artifact("/post/y/", "y"))));
    assertEquals(List.of(), publish(artifact("/", "home2")).problems());
    assertEquals(Map.of("index.html", "home2", "post/x/index.html", "mine"), tree(site));
  }

  @Test
  void aFileThatComesInBetweenWithTheSameBytesIsAdopted() throws IOException {
    publish(artifact("/", "home"));
    Report report = publish(BusyDisk.whenReady(() -> write(site.resolve("post/x/index.html"), "x")), artifact("/", "home"), artifact("/post/x/", "x"));
    assertEquals(List.of(), told(report));
    assertEquals(Set.of("index.html", "post/x/index.html"), owned());
  }

  @Test
  void aLinkOrAFolderThatComesInBetweenStays(@TempDir Path elsewhere) throws IOException {
    publish(artifact("/", "home"), artifact("/a/b/", "x"), artifact("/c", "c"));
    Report report =
        publish(
            BusyDisk.whenReady(() -> {
              Files.createSymbolicLink(site.resolve("post"), elsewhere);
              Files.createDirectories(site.resolve("tags"));
              Files.createSymbolicLink(site.resolve("link"), elsewhere);
              Files.delete(site.resolve("c"));
              Files.createDirectories(site.resolve("c/mine"));
            }),
            artifact("/", "home"), artifact("/post/x/", "x"), artifact("/tags", "tags"), artifact("/link", "l"), artifact("/c", "c2"), artifact("/a/b/", "x2"));
    assertEquals(
        List.of("site/c: " + IN_THE_WAY, "site/link: " + IN_THE_WAY, "site/post/x/index.html: " + IN_THE_WAY, "site/tags: " + IN_THE_WAY), told(report));
    assertEquals(Map.of(), tree(elsewhere));
    assertEquals(Map.of("index.html", "home", "a/b/index.html", "x2", "post", "-> " + elsewhere, "link", "-> " + elsewhere, "tags/", "", "c/mine/", ""), tree(site));
    assertEquals(Set.of("index.html", "a/b/index.html"), owned());
  }

  @Test
  void aFileThatIsEditedInBetweenIsNotDeleted() {
    publish(artifact("/", "home"), artifact("/post/x/", "x"), artifact("/post/y/", "y"));
    Report report = publish(BusyDisk.whenReady(() -> write(site.resolve("post/x/index.html"), "edited")), artifact("/", "home"));
    assertEquals(List.of(), told(report));
    assertEquals(Map.of("index.html", "home", "post/x/index.html", "edited"), tree(site));
  }

  @Test
  void nothingIsDeletedBehindALinkThatComesInBetween(@TempDir Path elsewhere) throws IOException {
    publish(artifact("/", "home"), artifact("/post/x/", "x"));
    write(elsewhere.resolve("x/index.html"), "x");
    publish(
        BusyDisk.whenReady(() -> {
          Files.delete(site.resolve("post/x/index.html"));
          Files.delete(site.resolve("post/x"));
          Files.delete(site.resolve("post"));
          Files.createSymbolicLink(site.resolve("post"), elsewhere);
        }),
        artifact("/", "home"));
    assertEquals(Map.of("x/index.html", "x"), tree(elsewhere));
  }

  @Test
  void aFolderThatIsTakenAwayInBetweenIsMadeAgain() throws IOException {
    publish(artifact("/", "home"), artifact("/post/x/", "x"));
    Report report =
        publish(
            BusyDisk.whenReady(() -> {
              Files.delete(site.resolve("post/x/index.html"));
              Files.delete(site.resolve("post/x"));
              Files.delete(site.resolve("post"));
            }),
            artifact("/", "home"), artifact("/post/x/", "x2"));
    assertEquals(List.of(), told(report));
    assertEquals(Map.of("index.html", "home", "post/x/index.html", "x2"), tree(site));
  }

  @Test
  void nothingIsWrittenThroughALinkThatComesInBetween(@TempDir Path elsewhere) throws IOException {
    publish(artifact("/", "home"), artifact("/post/x/", "x"));
    Files.createDirectory(elsewhere.resolve("x"));
    Report report =
        publish(
            BusyDisk.whenReady(() -> {
              Files.move(site.resolve("post"), root.resolve("old"));
              Files.createSymbolicLink(site.resolve("post"), elsewhere);
            }),
            artifact("/", "home"), artifact("/post/x/", "x2"), artifact("/post/y.html", "y"));
    assertEquals(List.of("site/post/x/index.html: " + IN_THE_WAY, "site/post/y.html: " + IN_THE_WAY), told(report));
    assertEquals(Map.of("x/", ""), tree(elsewhere));
  }

  @Test
  void aFolderThatSomebodyMakesAtTheLastMomentIsUsedAndAFileIsNot() throws IOException {
    publish(artifact("/", "home"));
    assertEquals(List.of(), told(publish(lastMoment("post", () -> Files.createDirectory(site.resolve("post"))), artifact("/", "home"), artifact("/post/x/", "x"))));
    Report report = publish(lastMoment("tags", () -> Files.writeString(site.resolve("tags"), "mine")), artifact("/", "home"), artifact("/post/x/", "x"), artifact("/tags/t/", "t"));
    assertEquals("the disk failed: 'site/tags' is not a folder", report.problems().getFirst().message());
    assertEquals(Map.of("index.html", "home", "post/x/index.html", "x", "tags", "mine"), withoutStaging());
    // What was promised is completed around it.
    report = publish(artifact("/", "home"), artifact("/post/x/", "x"));
    assertEquals(List.of(), told(report));
    assertEquals(Map.of("index.html", "home", "post/x/index.html", "x", "tags", "mine"), tree(site));
  }

  /// A disk on which something happens just before a folder is asked for the second time after everything is ready.
  private BusyDisk lastMoment(String folder, BusyDisk.Deed deed) {
    AtomicInteger asked = new AtomicInteger(Integer.MIN_VALUE);
    return new BusyDisk((operation, path) -> {
      if (operation.equals("sync")) {
        asked.set(0);
      } else if (operation.equals("stat") && path.endsWith("site/" + folder) && asked.incrementAndGet() == 2) {
        deed.done();
      }
    });
  }

  private Map<String, String> withoutStaging() {
    Map<String, String> tree = tree(site);
    tree.keySet().removeIf(file -> file.startsWith(OutputFolder.STAGING));
    return tree;
  }

  @Test
  void aNewFileStandsOnTheListBeforeItLiesInItsPlace() throws IOException {
    publish(artifact("/", "home"), artifact("/post/x/", "x"), artifact("/post/y/", "y"));
    List<String> then = new ArrayList<>();
    Disk watched = new BusyDisk((operation, path) -> {
      if (operation.equals("move") && path.endsWith("index.html")) {
        then.add(site.toRealPath().relativize(path) + " of " + String.join(" ", owned()));
      }
    });
    publish(watched, artifact("/", "home"), artifact("/post/x/", "x2"), artifact("/post/y/", "y"), artifact("/post/z/", "z"));
    String all = "index.html post/x/index.html post/y/index.html post/z/index.html";
    assertEquals(List.of("post/x/index.html of " + all, "post/z/index.html of " + all), then);
  }

  /// Lets a run promise a site and die before the first file has moved.
  private void promise(Artifact... artifacts) {
    boolean[] died = new boolean[1];
    try {
      publish(
          new BusyDisk((operation, path) -> {
            if (operation.equals("move") && !path.endsWith(Journal.NAME)) {
              died[0] = true;
            }
            if (died[0]) {
              throw new FaultyDisk.Halt();
            }
          }),
          artifacts);
    } catch (FaultyDisk.Halt _) {
      assertTrue(Files.exists(site.resolve(OutputFolder.STAGING).resolve(Journal.NAME)), "it promised");
      return;
    }
    throw new AssertionError("nothing was to be done");
  }

  @Test
  void whatWasPromisedIsCompletedByWhoeverComesNext() {
    publish(artifact("/", "home"), artifact("/post/x/", "x"));
    promise(artifact("/", "home2"), artifact("/post/y/", "y"));
    Problem problem = Problem.ofFile(dev.assay.problem.Severity.ERROR, dev.assay.problem.Code.TEMPLATE, "x", "it fails", "");
    assertFalse(publish(artifact("/", "r", () -> new Maker.Failed(List.of(problem)))).succeeded());
    assertEquals(Map.of("index.html", "home2", "post/y/index.html", "y"), tree(site));
    assertFalse(Files.exists(site.resolve(OutputFolder.STAGING)));
  }

  @Test
  void whatCameInBetweenIsNeitherOverwrittenNorTakenForOurs() throws IOException {
    publish(artifact("/", "home"), artifact("/post/x/", "x"));
    promise(artifact("/", "home"), artifact("/post/x/", "x2"), artifact("/post/y/", "y"));
    write(site.resolve("post/y/index.html"), "mine");
    // And a run that died while it struck that from the list has left this.
    write(site.resolve(OutputFolder.STAGING).resolve("disowned"), "torn");
    Report report = publish(artifact("/", "home"), artifact("/post/x/", "x2"));
    assertEquals(List.of(), told(report));
    assertEquals(Map.of("index.html", "home", "post/x/index.html", "x2", "post/y/index.html", "mine"), tree(site));
    assertEquals(Set.of("index.html", "post/x/index.html"), owned());
  }

  @Test
  void aStagedFileThatIsNotWholeIsMadeAgain() {
    publish(artifact("/", "home"), artifact("/post/x/", "x"));
    promise(artifact("/", "home2"), artifact("/post/x/", "x2"));
    write(site.resolve(OutputFolder.STAGING).resolve("f0"), "torn");
    assertEquals(1, publish(artifact("/", "home2"), artifact("/post/x/", "x2")).written());
    assertEquals(Map.of("index.html", "home2", "post/x/index.html", "x2"), tree(site));
  }

  @Test
  void whatWasCompletedIsNotTakenForWhatLayThereBefore() throws IOException {
    publish(artifact("/", "home"), artifact("/post/x/", "x"));
    FileTime before = Files.getLastModifiedTime(site.resolve("index.html"));
    promise(artifact("/", "hom2"), artifact("/post/x/", "x"));
    // As large as the old one, and on a disk whose clock is coarse as old.
    Files.setLastModifiedTime(site.resolve(OutputFolder.STAGING).resolve("f0"), before);
    Report report = publish(artifact("/", "home"), artifact("/post/x/", "x"));
    assertEquals(List.of(), told(report));
    assertEquals(Map.of("index.html", "home", "post/x/index.html", "x"), tree(site));
    assertEquals(List.of(1, 1), List.of(report.written(), report.reused()));
  }

  @Test
  void whatWasCompletedLeavesTheRestKnown() {
    AtomicInteger made = new AtomicInteger();
    Artifact counted = artifact("/post/x/", "x", () -> {
      made.incrementAndGet();
      return new Maker.Made("x".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    });
    publish(artifact("/", "home"), counted);
    promise(artifact("/", "home2"), counted);
    publish(artifact("/", "home2"), counted);
    assertEquals(1, made.get());
  }

  @Test
  void theJournalGoesBeforeAnythingThatItNames() throws IOException {
    publish(artifact("/", "home"));
    List<String> gone = new ArrayList<>();
    Disk disk = new BusyDisk((operation, path) -> {
      if (operation.equals("sync")) {
        write(site.resolve("post/x/index.html"), "mine");
      } else if (operation.equals("delete") && path.getParent().endsWith(OutputFolder.STAGING)) {
        gone.add(path.getFileName().toString());
      }
    });
    publish(disk, artifact("/post/x/", "x"), artifact("/", "home"));
    assertEquals(List.of(Journal.NAME, "f0"), gone);
  }

  @Test
  void aStagingFolderThatIsNoneIsLeftAlone() {
    publish(artifact("/", "home"));
    write(site.resolve(OutputFolder.STAGING), "mine");
    Report report = publish(artifact("/", "home2"));
    assertTrue(report.problems().getFirst().message().endsWith(OutputFolder.STAGING + "' is not a folder"), told(report).toString());
    assertEquals(Map.of("index.html", "home", OutputFolder.STAGING, "mine"), tree(site));
  }

  @Test
  void whatWasOnlyPreparedIsThrownAway() {
    publish(artifact("/", "home"));
    write(site.resolve(OutputFolder.STAGING).resolve("f7"), "half");
    assertEquals(0, publish(artifact("/", "home")).written());
    assertFalse(Files.exists(site.resolve(OutputFolder.STAGING)));
  }
}
