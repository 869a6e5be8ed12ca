package dev.assay.publish;

import static dev.assay.publish.Folders.artifact;
import static dev.assay.publish.Folders.everything;
import static dev.assay.publish.Folders.tree;
import static dev.assay.publish.Folders.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.Digest;
import dev.assay.note.SitePath;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Some files of the last publication changed where they lie: the folder is then as a whole publication would have left it, or nothing is
/// done at all.
class AmendmentTest {
  private static final Publisher.Options USUAL = Publisher.Options.of(1);

  @TempDir Path root;
  private Path site;
  private Publisher publisher;
  private Digest left;

  @BeforeEach
  void publishASite() throws IOException {
    site = root.resolve("site");
    publisher = new Publisher(root, site);
    write(site.resolve("post/of-others.txt"), "theirs");
    Report report = publisher.publish(whole("x", "y"), USUAL);
    assertTrue(report.succeeded(), report.toString());
    left = publisher.standing(1).orElseThrow();
  }

  private static List<Artifact> whole(String x, String y) {
    return List.of(artifact("/", "home"), artifact("/post/x/", x), artifact("/post/y/", y), artifact("/s/a.bin", "a"), artifact("/s/b.bin", "b"), artifact("/feed.xml", "feed"));
  }

  private static Amendment changes(List<Artifact> made, List<Artifact> added, Set<String> removed) {
    return new Amendment(made, added, removed, Set.of());
  }

  private Publisher.Amended amended(Amendment amendment) {
    return publisher.amend(amendment, left, true, USUAL).orElseThrow(() -> new AssertionError("nothing was done"));
  }

  private void refused(Amendment amendment) {
    refused(amendment, left, true, USUAL);
  }

  private void refused(Amendment amendment, Digest state, boolean all, Publisher.Options options) {
    Map<String, String> before = everything(site);
    assertEquals(Optional.empty(), publisher.amend(amendment, state, all, options));
    assertEquals(before, everything(site));
  }

  @Test
  void theFolderIsThenAsAWholePublicationLeavesIt(@TempDir Path other) throws IOException {
    Publisher.Amended amended =
        amended(
            changes(
                List.of(artifact("/s/a.bin", "a2"), artifact("/post/x/", "x and more"), artifact("/feed.xml", "feed")), List.of(artifact("/s/0.bin", "0"), artifact("/s/c.bin", "c")), Set.of("s/b.bin")));
    assertEquals(new Report(4, 3, 1, "a2x and more0c".length(), List.of()), amended.report());
    write(other.resolve("site/post/of-others.txt"), "theirs");
    List<Artifact> all =
        List.of(
            artifact("/", "home"), artifact("/post/x/", "x and more"), artifact("/post/y/", "y"), artifact("/s/0.bin", "0"), artifact("/s/a.bin", "a2"), artifact("/s/c.bin", "c"), artifact("/feed.xml", "feed"));
    new Publisher(other, other.resolve("site")).publish(all, USUAL);
    // The list of owned files as well.
    assertEquals(everything(other.resolve("site")), everything(site));
    assertEquals(Optional.of(amended.left()), publisher.standing(1));
    Report next = publisher.publish(all, USUAL);
    assertEquals(List.of(0, 7, 0), List.of(next.written(), next.reused(), next.removed()));
    assertEquals(List.of(), publisher.unproven(all));
  }

  @Test
  void oneAmendmentFollowsAnother() throws IOException {
    Digest first = amended(Amendment.of(List.of(artifact("/post/x/", "x2")))).left();
    assertFalse(first.equals(left));
    refused(Amendment.of(List.of(artifact("/post/x/", "x3"))));
    assertTrue(publisher.amend(Amendment.of(List.of(artifact("/post/x/", "x3"))), first, true, USUAL).isPresent());
    assertEquals("x3", Files.readString(site.resolve("post/x/index.html")));
  }

  @Test
  void whatIsMadeAsItLiesThereIsNotWritten() throws IOException {
    Publisher.Amended same = amended(Amendment.of(List.of(artifact("/post/x/", "another recipe", Maker.of("x".getBytes(StandardCharsets.UTF_8))))));
    assertEquals(new Report(0, 6, 0, 0, List.of()), same.report());
    assertEquals(new Report(0, 6, 0, 0, List.of()), publisher.amend(Amendment.of(List.of(artifact("/post/y/", "y"))), same.left(), true, USUAL).orElseThrow().report());
    assertEquals(Optional.of(same.left()), publisher.standing(1));
  }

  @Test
  void whatDoesNotFitIsNotDone() {
    refused(Amendment.of(List.of(artifact("/post/z/", "z"))));
    refused(Amendment.of(List.of(artifact("/post/x/", "x2"), artifact("/post/x/", "x3"))));
    refused(changes(List.of(), List.of(artifact("/post/x/", "x2")), Set.of()));
    refused(changes(List.of(), List.of(artifact("/s/c.bin", "c"), artifact("/s/c.bin", "c")), Set.of()));
    refused(changes(List.of(), List.of(artifact("/t/c.bin", "c")), Set.of()));
    refused(changes(List.of(), List.of(), Set.of("s/b.bin")));
    refused(changes(List.of(artifact("/post/x/", "x2")), List.of(), Set.of("s/b.bin")));
    refused(changes(List.of(artifact("/s/a.bin", "a2")), List.of(), Set.of("s/c.bin")));
    refused(changes(List.of(artifact("/s/a.bin", "a2")), List.of(), Set.of("s/a.bin")));
  }

  @Test
  void ofAFolderThatIsMadeWholeNoFileIsLeft() {
    refused(Amendment.of(List.of(artifact("/s/a.bin", "a2")), Set.of("s/")));
    assertEquals(1, amended(Amendment.of(List.of(artifact("/s/a.bin", "a2"), artifact("/s/b.bin", "b")), Set.of("s/"))).report().written());
  }

  @Test
  void anotherStateOfTheFolderIsLeftAlone() throws IOException {
    Amendment amendment = Amendment.of(List.of(artifact("/post/x/", "x2")));
    refused(amendment, Digest.of("another"), true, USUAL);
    refused(amendment, left, true, new Publisher.Options(1, true, false, false, USUAL.patience()));
    refused(amendment, left, true, new Publisher.Options(1, false, true, false, USUAL.patience()));
    write(site.resolve("post/y/index.html"), "edited by hand");
    refused(amendment);
    assertEquals(Optional.empty(), publisher.standing(1));
    // Who has looked already may leave that out.
    assertEquals(1, publisher.amend(amendment, left, false, USUAL).orElseThrow().report().written());
    assertEquals("edited by hand", Files.readString(site.resolve("post/y/index.html")));
  }

  @Test
  void soIsOneWhoseListsAreNotAsTheyWereLeft() throws IOException {
    Amendment amendment = Amendment.of(List.of(artifact("/post/x/", "x2")));
    Files.createDirectory(site.resolve(OutputFolder.STAGING));
    refused(amendment);
    Files.delete(site.resolve(OutputFolder.STAGING));
    Files.writeString(site.resolve(OutputFolder.LIST), Files.readString(site.resolve(OutputFolder.LIST)) + "x");
    refused(amendment);
  }

  @Test
  void soIsOneWithoutAMemory() throws IOException {
    try (var files = Files.list(root.resolve(".assay"))) {
      for (Path file : files.filter(each -> each.getFileName().toString().startsWith("published-")).toList()) {
        Files.delete(file);
      }
    }
    refused(Amendment.of(List.of(artifact("/post/x/", "x2"))));
  }

  @Test
  void aFileThatSomebodyEditedIsNotTakenAway() throws IOException {
    write(site.resolve("s/b.bin"), "edited by hand");
    refused(changes(List.of(artifact("/s/a.bin", "a2")), List.of(), Set.of("s/b.bin")), left, false, USUAL);
  }

  @Test
  void aFileIsTakenAwayAlsoWhenNothingElseChanges() throws IOException {
    Publisher.Amended amended = amended(changes(List.of(artifact("/s/a.bin", "a")), List.of(), Set.of("s/b.bin")));
    assertEquals(new Report(0, 5, 1, 0, List.of()), amended.report());
    assertFalse(Files.exists(site.resolve("s/b.bin")));
    assertEquals(Optional.of(amended.left()), publisher.standing(1));
  }

  @Test
  void whatIsMadeAsItLiesThereIsRememberedByItsNewRecipe() {
    Artifact another = artifact("/post/x/", "another recipe", Maker.of("x".getBytes(StandardCharsets.UTF_8)));
    amended(Amendment.of(List.of(another)));
    assertEquals(List.of(), publisher.unproven(List.of(another)));
  }

  @Test
  void aNewFileStandsOnTheListBeforeItLiesInItsPlace() throws IOException {
    TreeMap<String, Set<String>> owned = new TreeMap<>();
    Disk watched = new BusyDisk((operation, path) -> {
      if (operation.equals("move") && path.startsWith(site.toRealPath().resolve("s"))) {
        owned.put(path.getFileName().toString(), Set.copyOf(Published.read(site).files().keySet()));
      }
    });
    Amendment amendment = changes(List.of(artifact("/s/a.bin", "a2")), List.of(artifact("/s/c.bin", "c")), Set.of("s/b.bin"));
    Set<String> all = Set.of("index.html", "post/x/index.html", "post/y/index.html", "s/a.bin", "s/b.bin", "s/c.bin", "feed.xml");
    assertTrue(new Publisher(root, site, watched).amend(amendment, left, true, USUAL).isPresent());
    assertEquals(Map.of("a.bin", all, "c.bin", all), owned);
  }

  @Test
  void whatComesInBetweenIsNotTakenForOurs() throws IOException {
    Amendment amendment = changes(List.of(artifact("/post/x/", "x2")), List.of(artifact("/s/c.bin", "c")), Set.of());
    Disk busy = BusyDisk.whenReady(() -> write(site.resolve("s/c.bin"), "theirs"));
    Publisher.Amended amended = new Publisher(root, site, busy).amend(amendment, left, true, USUAL).orElseThrow();
    assertEquals(List.of("somebody else put this there while the site was being written"), amended.report().problems().stream().map(Problem::message).toList());
    assertEquals(Optional.of(amended.left()), publisher.standing(1));
    List<Artifact> all = new java.util.ArrayList<>(whole("x2", "y"));
    all.add(artifact("/s/c.bin", "c"));
    assertEquals(List.of("a file that Assay did not write is in the way"), publisher.publish(all, USUAL).problems().stream().map(Problem::message).toList());
    assertEquals("theirs", tree(site).get("s/c.bin"));
  }

  @Test
  void aListThatSaysTheSameIsNotWrittenAgain() throws IOException {
    FaultyDisk disk = FaultyDisk.sound();
    new Publisher(root, site, disk).amend(Amendment.of(List.of(artifact("/s/a.bin", "a2"))), left, true, USUAL).orElseThrow();
    String move = "move " + site.toRealPath().resolve(OutputFolder.LIST);
    assertEquals(1, disk.log().stream().filter(move::equals).count());
  }

  @Test
  void whatCannotBeMadeChangesNothing() {
    Map<String, String> before = everything(site);
    Problem why = Problem.ofFile(Severity.ERROR, Code.OUTPUT, "x.md", "it cannot be", "");
    Publisher.Amended amended =
        amended(Amendment.of(List.of(artifact("/post/y/", "y2"), artifact("/post/x/", "x2", () -> new Maker.Failed(List.of(why))))));
    assertEquals(List.of(why), amended.report().problems());
    assertEquals(left, amended.left());
    assertEquals(before, everything(site));
  }

  @Test
  void whatOthersPutInTheWayIsAProblem() {
    write(site.resolve("s/c.bin"), "theirs");
    Publisher.Amended amended = amended(changes(List.of(), List.of(artifact("/s/c.bin", "c")), Set.of()));
    assertEquals(List.of("a file that Assay did not write is in the way"), amended.report().problems().stream().map(Problem::message).toList());
    assertEquals("theirs", tree(site).get("s/c.bin"));
  }

  @Test
  void aWarningIsToldAgainUntilItsFileIsMadeWithoutOne() throws IOException {
    Problem large = Problem.ofFile(Severity.WARNING, Code.OUTPUT, "y.md", "it is large", "");
    Artifact doubtful = artifact("/post/y/", "y2", () -> new Maker.Made("y2".getBytes(StandardCharsets.UTF_8), List.of(large)));
    Publisher.Amended first = amended(Amendment.of(List.of(doubtful)));
    assertEquals(List.of(large), first.report().problems());
    // An amendment that leaves it would say nothing of it.
    refused(Amendment.of(List.of(artifact("/post/x/", "x2"))), first.left(), true, USUAL);
    assertTrue(publisher.amend(Amendment.of(List.of(artifact("/post/x/", "x2"), artifact("/post/y/", "y3"))), first.left(), true, USUAL).isPresent());
    assertEquals(Map.of("x", "x2", "y", "y3"), new TreeMap<>(Map.of("x", tree(site).get("post/x/index.html"), "y", tree(site).get("post/y/index.html"))));
  }

  @Test
  void aFileIsReadAsItLiesThere() throws IOException {
    assertEquals(Optional.of("x"), publisher.read(new SitePath("/post/x/")).map(bytes -> new String(bytes, StandardCharsets.UTF_8)));
    assertEquals(Optional.empty(), publisher.read(new SitePath("/post/z/")));
    assertEquals(Optional.empty(), publisher.read(new SitePath("/post")));
  }
}
