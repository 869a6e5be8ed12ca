package dev.assay.publish;

import static dev.assay.publish.Folders.artifact;
import static dev.assay.publish.Folders.everything;
import static dev.assay.publish.Folders.tree;
import static dev.assay.publish.Folders.write;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherTest {
  @TempDir Path root;
  Path site;

  @BeforeEach
  void place() {
    site = root.resolve("site");
  }

  Report publish(Artifact... artifacts) {
    return publish(Publisher.Options.of(2), artifacts);
  }

  Report publish(Publisher.Options options, Artifact... artifacts) {
    return new Publisher(root, site).publish(List.of(artifacts), options);
  }

  Report refused(Artifact... artifacts) {
    Map<String, String> before = everything(site);
    Report report = publish(artifacts);
    assertFalse(report.succeeded());
    assertEquals(0, report.written());
    assertEquals(before, everything(site));
    return report;
  }

  @Test
  void writesASiteIntoAFolderThatIsMissing() {
    Report report = publish(artifact("/", "home"), artifact("/post/x/", "x"), artifact("/feed.xml", "feed"), artifact("/a.css", "css"));
    assertEquals(List.of(), report.problems());
    assertEquals(4, report.written());
    assertEquals(12, report.bytes());
    assertEquals(Map.of("index.html", "home", "post/x/index.html", "x", "feed.xml", "feed", "a.css", "css"), tree(site));
    assertFalse(Files.exists(site.resolve(OutputFolder.STAGING)));
  }

  @Test
  void theSecondTimeNothingIsMadeOrWritten() throws IOException {
    AtomicInteger made = new AtomicInteger();
    Maker counting = () -> {
      made.incrementAndGet();
      return new Maker.Made("x".getBytes());
    };
    publish(artifact("/post/x/", "r", counting), artifact("/", "home"));
    Map<String, FileTime> before = times();
    Report report = publish(artifact("/post/x/", "r", counting), artifact("/", "home"));
    assertEquals(1, made.get());
    assertEquals(0, report.written());
    assertEquals(2, report.reused());
    assertEquals(before, times());
  }

  @Test
  void whatWasMadeWithoutAFaultNeedNotBeTriedAgain() throws IOException {
    Artifact same = artifact("/post/x/", "x");
    Artifact doubtful =
        artifact("/post/y/", "y", () -> new Maker.Made("y".getBytes(), List.of(Problem.ofFile(Severity.WARNING, Code.OUTPUT, "y.md", "it is large", ""))));
    Publisher publisher = new Publisher(root, site);
    assertEquals(List.of(same, doubtful), publisher.unproven(List.of(same, doubtful)), "nothing was published");
    publish(same, doubtful);
    Artifact other = artifact("/post/x/", "other");
    assertEquals(List.of(doubtful), publisher.unproven(List.of(same, doubtful)));
    assertEquals(List.of(other, doubtful), publisher.unproven(List.of(other, doubtful)));
    Map<String, FileTime> before = times();
    publisher.unproven(List.of(other));
    assertEquals(before, times());
  }

  private Map<String, FileTime> times() throws IOException {
    Map<String, FileTime> times = new java.util.TreeMap<>();
    try (var all = Files.walk(root)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        if (!path.endsWith("lock")) {
          times.put(path.toString(), Files.getLastModifiedTime(path));
        }
      }
    }
    return times;
  }

  @Test
  void aNewRecipeWithTheSameBytesWritesNothing() {
    publish(artifact("/", "home"));
    Report report = publish(artifact("/", "another recipe", Maker.of("home".getBytes())));
    assertEquals(0, report.written());
    assertEquals(1, report.reused());
    assertTrue(report.succeeded());
  }

  @Test
  void onlyWhatDiffersIsWritten() {
    publish(artifact("/", "home"), artifact("/post/x/", "x"), artifact("/post/y/", "y"));
    Report report = publish(artifact("/", "home"), artifact("/post/x/", "x2"), artifact("/post/z/", "z"));
    assertEquals(2, report.written());
    assertEquals(1, report.reused());
    assertEquals(1, report.removed());
    assertEquals(Map.of("index.html", "home", "post/x/index.html", "x2", "post/z/index.html", "z"), everythingButList());
  }

  private Map<String, String> everythingButList() {
    return tree(site);
  }

  @Test
  void ifOneMakerFailsNothingChanges() {
    publish(artifact("/", "home"), artifact("/post/x/", "x"));
    Problem problem = Problem.ofFile(Severity.ERROR, Code.TEMPLATE, "templates/note.ftlh", "it fails", "");
    Report report = refused(artifact("/", "changed"), artifact("/post/y/", "r", () -> new Maker.Failed(List.of(problem))));
    assertEquals(List.of(problem), report.problems());
  }

  @Test
  void aFirstBuildThatFailsLeavesNoFolder() {
    Problem problem = Problem.ofFile(Severity.ERROR, Code.TEMPLATE, "templates/note.ftlh", "it fails", "");
    refused(artifact("/", "home"), artifact("/post/y/", "r", () -> new Maker.Failed(List.of(problem))));
    assertFalse(Files.exists(site));
  }

  @Test
  void filesOfOthersStay() {
    write(site.resolve(".gitignore"), "*");
    write(site.resolve("post/own.txt"), "mine");
    publish(artifact("/", "home"), artifact("/post/x/", "x"));
    Report report = publish(artifact("/", "home"));
    assertEquals(1, report.removed());
    assertEquals(Map.of(".gitignore", "*", "post/own.txt", "mine", "index.html", "home"), tree(site));
  }

  @Test
  void foldersOfOthersStayWhenTheyBecomeEmpty() throws IOException {
    Files.createDirectories(site.resolve("post/mine"));
    publish(artifact("/post/mine/x/y/", "x"));
    publish(artifact("/", "home"));
    assertEquals(Map.of("index.html", "home", "post/mine/", ""), tree(site));
  }

  @Test
  void aFileOfOthersInTheWayIsAProblem() {
    write(site.resolve("post/x/index.html"), "mine");
    Report report = refused(artifact("/", "home"), artifact("/post/x/", "x"));
    assertEquals("site/post/x/index.html", report.problems().getFirst().place().file());
    assertEquals(Code.OUTPUT, report.problems().getFirst().code());
  }

  @Test
  void aFileOfOthersWithTheSameBytesIsAdopted() {
    write(site.resolve("post/x/index.html"), "x");
    Report report = publish(artifact("/", "home"), artifact("/post/x/", "x"));
    assertEquals(1, report.written());
    publish(artifact("/", "home"));
    assertEquals(Map.of("index.html", "home", "post/x/", ""), tree(site));
  }

  @Test
  void aChangedFileOfOursIsWrittenAgain() {
    publish(artifact("/", "home"), artifact("/post/x/", "x"));
    write(site.resolve("post/x/index.html"), "changed");
    assertEquals(1, publish(artifact("/", "home"), artifact("/post/x/", "x")).written());
    assertEquals("x", tree(site).get("post/x/index.html"));
  }

  @Test
  void aChangedFileOfOursThatIsNotWantedIsKeptWithAWarning() {
    publish(artifact("/", "home"), artifact("/post/x/", "x"));
    write(site.resolve("post/x/index.html"), "changed");
    Report report = publish(artifact("/", "home"));
    assertTrue(report.succeeded());
    assertEquals(List.of("site/post/x/index.html"), report.problems().stream().map(p -> p.place().file()).toList());
    assertEquals("changed", tree(site).get("post/x/index.html"));
    assertEquals(List.of(), publish(artifact("/", "home")).problems());
  }

  @Test
  void aStrictBuildMakesThatWarningAnError() {
    publish(artifact("/", "home"), artifact("/post/x/", "x"));
    write(site.resolve("post/x/index.html"), "changed");
    Report report = publish(new Publisher.Options(1, false, false, true, Duration.ZERO), artifact("/", "home2"));
    assertFalse(report.succeeded());
    assertEquals("home", tree(site).get("index.html"));
  }

  @Test
  void aChangeThatKeepsSizeAndTimeIsFoundByVerify() throws IOException {
    publish(artifact("/", "home"));
    FileTime time = Files.getLastModifiedTime(site.resolve("index.html"));
    Files.writeString(site.resolve("index.html"), "hole");
    Files.setLastModifiedTime(site.resolve("index.html"), time);
    assertEquals(0, publish(artifact("/", "home")).written());
    assertEquals(1, publish(new Publisher.Options(1, true, false, false, Duration.ZERO), artifact("/", "home")).written());
    assertEquals("home", tree(site).get("index.html"));
  }

  @Test
  void aCleanBuildWritesEverything() {
    publish(artifact("/", "home"), artifact("/post/x/", "x"), artifact("/post/y/", "y"));
    Report report =
        publish(new Publisher.Options(1, false, true, false, Duration.ZERO), artifact("/", "home"), artifact("/post/x/", "x"));
    assertEquals(2, report.written());
    assertEquals(1, report.removed());
  }

  @Test
  void losingTheCacheDoesNoHarm() throws IOException {
    publish(artifact("/", "home"), artifact("/post/x/", "x"), artifact("/post/y/", "y"));
    deleteCache();
    Report report = publish(artifact("/", "home"), artifact("/post/x/", "x2"));
    assertEquals(List.of(), report.problems());
    assertEquals(1, report.written());
    assertEquals(1, report.reused());
    assertEquals(1, report.removed());
    assertEquals(Map.of("index.html", "home", "post/x/index.html", "x2"), tree(site));
  }

  private void deleteCache() throws IOException {
    try (var all = Files.list(root.resolve(".assay"))) {
      for (Path path : (Iterable<Path>) all::iterator) {
        Files.delete(path);
      }
    }
  }

  @Test
  void losingTheListDoesNoHarm() throws IOException {
    publish(artifact("/", "home"), artifact("/post/x/", "x"), artifact("/post/y/", "y"));
    Files.delete(site.resolve(OutputFolder.LIST));
    Report report = publish(artifact("/", "home"), artifact("/post/x/", "x2"));
    assertEquals(List.of(), report.problems());
    assertEquals(Map.of("index.html", "home", "post/x/index.html", "x2"), tree(site));
  }

  @Test
  void losingTheListAndAnEditTogetherOverwritesNothing() throws IOException {
    publish(artifact("/", "home"), artifact("/post/x/", "x"));
    Files.delete(site.resolve(OutputFolder.LIST));
    write(site.resolve("index.html"), "somebody else's");
    refused(artifact("/", "home2"), artifact("/post/x/", "x"));
  }

  @Test
  void aDamagedListOrManifestDoesNoHarm() throws IOException {
    publish(artifact("/", "home"), artifact("/post/x/", "x"));
    Path manifest;
    try (var all = Files.list(root.resolve(".assay"))) {
      manifest = all.filter(path -> path.getFileName().toString().startsWith("published-")).findFirst().orElseThrow();
    }
    for (Path file : List.of(manifest, site.resolve(OutputFolder.LIST))) {
      byte[] good = Files.readAllBytes(file);
      for (int i = 0; i <= good.length; i += 7) {
        byte[] bad = i < good.length ? good.clone() : java.util.Arrays.copyOf(good, good.length / 2);
        if (i < good.length) {
          bad[i] ^= 0x15;
        }
        Files.write(file, bad);
        Report report = publish(artifact("/", "home"), artifact("/post/x/", "x"));
        assertEquals(List.of(), report.problems());
        assertEquals(0, report.written());
        assertEquals(Map.of("index.html", "home", "post/x/index.html", "x"), tree(site));
      }
    }
  }

  @Test
  void aFileBecomesAFolderAndAFolderAFile() {
    publish(artifact("/a", "file"), artifact("/b/x/", "x"), artifact("/b/y/z/", "z"));
    assertEquals(List.of(), publish(artifact("/a/", "page"), artifact("/b", "file")).problems());
    assertEquals(Map.of("a/index.html", "page", "b", "file"), tree(site));
    assertEquals(List.of(), publish(artifact("/a", "file"), artifact("/b/x/", "x")).problems());
    assertEquals(Map.of("a", "file", "b/x/index.html", "x"), tree(site));
  }

  @Test
  void aFolderWithFilesOfOthersDoesNotBecomeAFile() {
    publish(artifact("/b/x/", "x"));
    write(site.resolve("b/mine"), "mine");
    Report report = refused(artifact("/b", "file"));
    assertEquals("site/b/mine", report.problems().getFirst().place().file());
  }

  @Test
  void addressesThatCannotLieSideBySideAreRefused() {
    for (List<Artifact> pair : List.of(
        List.of(artifact("/a", "1"), artifact("/a/", "2")),
        List.of(artifact("/a/", "1"), artifact("/A/", "2")),
        List.of(artifact("/caf\u00e9/", "1"), artifact("/cafe\u0301/", "2")),
        List.of(artifact("/a/", "1"), artifact("/a/index.html", "2")),
        List.of(artifact("/A", "1"), artifact("/a/b/", "2")))) {
      Report report = refused(pair.toArray(Artifact[]::new));
      assertEquals(Code.ADDRESS_TAKEN, report.problems().getFirst().code(), pair.toString());
    }
    assertEquals(Code.OUTPUT, refused(artifact("/.assay-files", "x")).problems().getFirst().code());
  }

  @Test
  void foldersThatAreNoOutputFoldersAreRefused() throws IOException {
    Files.createDirectories(root.resolve("content"));
    List<Path> unfit = new ArrayList<>(List.of(
        root, root.getParent(), root.resolve("content"), root.resolve("content/x"), root.resolve("templates"),
        root.resolve(".assay/x"), root.resolve("x/..")));
    Files.writeString(root.resolve("file"), "x");
    unfit.add(root.resolve("file"));
    for (Path output : unfit) {
      Map<String, String> before = everything(root);
      Report report = new Publisher(root, output).publish(List.of(artifact("/", "home")), Publisher.Options.of(1));
      assertFalse(report.succeeded(), output.toString());
      assertEquals(Code.OUTPUT, report.problems().getFirst().code());
      before.remove(".assay/lock");
      Map<String, String> after = everything(root);
      after.remove(".assay/lock");
      assertEquals(before, after);
    }
  }

  @Test
  void thePreviewMayLieInTheCache() {
    site = root.resolve(".assay/preview");
    assertEquals(List.of(), publish(artifact("/", "home")).problems());
    assertEquals(Map.of("index.html", "home"), tree(site));
  }

  @Test
  void nothingIsWrittenThroughLinks(@TempDir Path elsewhere) throws IOException {
    write(elsewhere.resolve("x/index.html"), "other");
    Files.createDirectories(site);
    Files.createSymbolicLink(site.resolve("post"), elsewhere);
    Files.createSymbolicLink(site.resolve("index.html"), elsewhere.resolve("x/index.html"));
    refused(artifact("/post/x/", "x"));
    refused(artifact("/post/y/", "y"));
    refused(artifact("/", "other"));
    assertEquals(Map.of("x/index.html", "other"), everything(elsewhere));
  }

  @Test
  void anOutputFolderBehindALinkIsRefused(@TempDir Path elsewhere) throws IOException {
    Files.createSymbolicLink(site, elsewhere);
    refused(artifact("/", "home"));
    site = root.resolve("site/deeper");
    refused(artifact("/", "home"));
    assertEquals(Map.of(), everything(elsewhere));
  }

  @Test
  void aRootBehindALinkIsFine(@TempDir Path elsewhere) throws IOException {
    Path link = elsewhere.resolve("link");
    Files.createSymbolicLink(link, root);
    Report report = new Publisher(link, link.resolve("site")).publish(List.of(artifact("/", "home")), Publisher.Options.of(1));
    assertEquals(List.of(), report.problems());
    assertEquals(Map.of("index.html", "home"), tree(site));
  }

  @Test
  void twoOfOneAddressAreRefusedAlsoWhereThatFileLiesThereAlready() {
    publish(artifact("/a.html", "1"));
    assertEquals(Code.ADDRESS_TAKEN, refused(artifact("/a.html", "1"), artifact("/a.html", "1")).problems().getFirst().code());
  }

  @Test
  void aLostListIsWrittenAgainAlsoWhenNothingElseIsToBeDone() throws IOException {
    publish(artifact("/", "home"), artifact("/post/x/", "x"));
    String list = Files.readString(site.resolve(OutputFolder.LIST));
    Files.delete(site.resolve(OutputFolder.LIST));
    assertEquals(0, publish(artifact("/", "home"), artifact("/post/x/", "x")).written());
    assertEquals(list, Files.readString(site.resolve(OutputFolder.LIST)));
  }

  @Test
  void anOlderListIsSetRight() throws IOException {
    publish(artifact("/", "home"), artifact("/post/x/", "x"));
    String older = Files.readString(site.resolve(OutputFolder.LIST));
    publish(artifact("/", "home"));
    String list = Files.readString(site.resolve(OutputFolder.LIST));
    Files.writeString(site.resolve(OutputFolder.LIST), older);
    assertEquals(0, publish(artifact("/", "home")).written());
    assertEquals(list, Files.readString(site.resolve(OutputFolder.LIST)));
  }

  @Test
  void whatStandsOnNoListIsMadeAndComparedBeforeItCountsAsOurs() throws IOException {
    AtomicInteger made = new AtomicInteger();
    Artifact counted = artifact("/post/x/", "x", () -> {
      made.incrementAndGet();
      return new Maker.Made("x".getBytes(UTF_8));
    });
    publish(artifact("/", "home"));
    String older = Files.readString(site.resolve(OutputFolder.LIST));
    publish(artifact("/", "home"), counted);
    Files.writeString(site.resolve(OutputFolder.LIST), older);
    assertEquals(List.of(), publish(artifact("/", "home"), counted).problems());
    assertEquals(2, made.get());
    assertEquals(List.of("index.html", "post/x/index.html"), List.copyOf(Published.read(site).files().keySet()));
  }

  @Test
  void aChangedListThatKeepsSizeAndTimeIsFoundByVerify() throws IOException {
    publish(artifact("/", "home"));
    Path list = site.resolve(OutputFolder.LIST);
    String good = Files.readString(list);
    FileTime time = Files.getLastModifiedTime(list);
    Files.writeString(list, good.replace("index", "andex"));
    Files.setLastModifiedTime(list, time);
    publish(artifact("/", "home"));
    assertFalse(good.equals(Files.readString(list)));
    publish(new Publisher.Options(1, true, false, false, Duration.ZERO), artifact("/", "home"));
    assertEquals(good, Files.readString(list));
  }

  @Test
  void aStrictBuildRefusesWhatIsMadeWithAWarningAndNothingElse() {
    Publisher.Options strict = new Publisher.Options(1, false, false, true, Duration.ZERO);
    Problem large = Problem.ofFile(Severity.WARNING, Code.OUTPUT, "y.md", "it is large", "");
    Artifact doubtful = artifact("/post/y/", "y", () -> new Maker.Made("y".getBytes(UTF_8), List.of(large)));
    assertEquals(List.of(large.asError()), publish(strict, artifact("/", "home"), doubtful).problems());
    assertFalse(Files.exists(site));
    assertEquals(1, publish(strict, artifact("/", "home")).written());
    assertEquals(List.of(large), publish(artifact("/", "home"), doubtful).problems());
    assertEquals(List.of(large), publish(artifact("/", "home"), doubtful).problems(), "it is told each time");
  }

  @Test
  void anEmptyFolderOfOthersDoesNotBecomeAFile() throws IOException {
    publish(artifact("/b/x/", "x"));
    Files.createDirectory(site.resolve("b/mine"));
    assertEquals("site/b/mine", refused(artifact("/b", "file")).problems().getFirst().place().file());
  }

  @Test
  void aFolderBecomesAFileAlsoWhereItWasTheOnlyThingInItsOwn() {
    publish(artifact("/", "home"), artifact("/p/q/x/", "x"));
    assertEquals(List.of(), publish(artifact("/", "home"), artifact("/p/q", "file")).problems());
    assertEquals(Map.of("index.html", "home", "p/q", "file"), tree(site));
  }

  @Test
  void anotherSpellingIsAnotherFileOnADiskThatTellsThemApart() throws IOException {
    publish(artifact("/A.html", "a"));
    write(site.resolve("a.html"), "a");
    assertEquals(List.of(), publish(artifact("/a.html", "a")).problems());
    assertEquals(Map.of("a.html", "a"), tree(site));
  }

  @Test
  void aSiteThatIsBeingBuiltIsLeftAlone() throws Exception {
    SiteLock.Outcome outcome = SiteLock.take(root, Duration.ZERO);
    assertTrue(outcome instanceof SiteLock.Taken);
    List<Report> reports = new ArrayList<>();
    Thread other = Thread.ofPlatform().start(() ->
        reports.add(publish(new Publisher.Options(1, false, false, false, Duration.ofMillis(50)), artifact("/", "home"))));
    other.join();
    assertFalse(reports.getFirst().succeeded());
    assertTrue(reports.getFirst().problems().getFirst().message().contains("is being built"));
    assertTrue(publish(artifact("/", "home")).succeeded(), "the thread that holds the lock may publish");
    ((SiteLock.Taken) outcome).lock().close();
  }

  @Test
  void theReportIsTheSameForAnyNumberOfJobs() {
    Problem one = Problem.ofFile(Severity.ERROR, Code.TEMPLATE, "b", "fails", "");
    Problem two = Problem.ofFile(Severity.ERROR, Code.TEMPLATE, "a", "fails", "");
    Artifact[] artifacts = {
      artifact("/x", "x"), artifact("/y", "y", () -> new Maker.Failed(List.of(one))), artifact("/z", "z", () -> new Maker.Failed(List.of(two)))
    };
    for (int jobs : new int[] {1, 2, 7}) {
      assertEquals(List.of(two, one), publish(Publisher.Options.of(jobs), artifacts).problems());
    }
  }

  @Test
  void whatANewerProgramLeftIsNamedAndLeftAlone() throws IOException {
    publish(artifact("/", "home"), artifact("/post/x/", "x"));
    Path list = site.resolve(OutputFolder.LIST);
    String text = Files.readString(list);
    Files.writeString(list, text.replaceFirst("assay-files [0-9]+", "assay-files 99"));
    Report report = refused(artifact("/", "other"));
    assertEquals(List.of("site/.assay-files"), report.problems().stream().map(each -> each.place().file()).toList());
    assertEquals("a newer version of Assay wrote this folder", report.problems().getFirst().message());

    Files.writeString(list, text);
    write(site.resolve(OutputFolder.STAGING).resolve(Journal.NAME), "assay-journal 99\nwhatever\n");
    report = refused(artifact("/", "other"));
    assertEquals(List.of("site/.assay-staging/journal"), report.problems().stream().map(each -> each.place().file()).toList());
  }

  @Test
  void onlyAHigherNumberOfTheSameFormIsNewer() {
    assertTrue(SealedText.isNewer("assay-files 4\nx".getBytes(UTF_8), "assay-files 3\n"));
    assertTrue(SealedText.isNewer("assay-files 10\n".getBytes(UTF_8), "assay-files 3\n"));
    for (String other : List.of("assay-files 3\n", "assay-files 2\n", "assay-files 4", "assay-files 0004\n", "assay-files -9\n", "assay-files 99999999999\n", "assay-journal 9\n", "", "assay")) {
      assertFalse(SealedText.isNewer(other.getBytes(UTF_8), "assay-files 3\n"), other);
    }
  }
}
