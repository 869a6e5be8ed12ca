package dev.assay.publish;

import static dev.assay.publish.Folders.artifact;
import static dev.assay.publish.Folders.everything;
import static dev.assay.publish.Folders.tree;
import static dev.assay.publish.Folders.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which folders a site may be written to, and under which names they are the same folder.
class OutputFolderTest {
  @TempDir Path root;
  @TempDir Path elsewhere;

  private Report publish(Path output) {
    return new Publisher(root, output).publish(List.of(artifact("/", "home"), artifact("/post/x/", "x")), Publisher.Options.of(1));
  }

  private void isFit(Path output) {
    assertEquals(List.of(), publish(output).problems());
    assertEquals(Map.of("index.html", "home", "post/x/index.html", "x"), tree(output));
  }

  private void isUnfit(Path output, String shown, String fault) {
    Report report = publish(output);
    assertEquals(
        List.of(shown + ": the output folder " + fault),
        report.problems().stream().map(each -> each.place().file() + ": " + each.message()).toList());
  }

  @Test
  void whyAFolderIsNoOutputFolderIsSaid() throws IOException {
    Path home = root.toRealPath();
    isUnfit(root, ".", "is the site's own folder");
    isUnfit(root.resolve("x/.."), ".", "is the site's own folder");
    isUnfit(root.getParent(), home.getParent().toString(), "contains the site's own folder");
    isUnfit(root.resolve("content/x"), "content/x", "lies inside 'content', which Assay reads");
    isUnfit(root.resolve(".assay/preview/x"), ".assay/preview/x", "lies inside '.assay', which Assay reads");
    write(root.resolve("file"), "x");
    isUnfit(root.resolve("file"), "file", "has a file in its place or on its way, 'file'");
    isUnfit(root.resolve("file/site"), "file/site", "has a file in its place or on its way, 'file'");
    Files.createSymbolicLink(root.resolve("link"), elsewhere);
    isUnfit(root.resolve("link"), "link", "is reached through the symbolic link 'link'");
    isUnfit(root.resolve("link/site"), "link/site", "is reached through the symbolic link 'link'");
    write(elsewhere.resolve("file"), "x");
    isUnfit(elsewhere.resolve("file"), elsewhere.toRealPath().resolve("file").toString(), "has a file in its place or on its way, 'file'");
    assertEquals(Map.of("file", "x"), everything(elsewhere));
  }

  @Test
  void aFirstBuildThatFailsLeavesNoneOfTheFoldersThatWereMadeForIt() throws IOException {
    Problem problem = Problem.ofFile(Severity.ERROR, Code.TEMPLATE, "templates/note.ftlh", "it fails", "");
    List<Artifact> artifacts = List.of(artifact("/", "home"), artifact("/post/y/", "r", () -> new Maker.Failed(List.of(problem))));
    Files.createDirectory(elsewhere.resolve("own"));
    Publisher publisher = new Publisher(root, elsewhere.resolve("own/new/deep/site"));
    assertEquals(List.of(problem), publisher.publish(artifacts, Publisher.Options.of(1)).problems());
    assertEquals(Map.of("own/", ""), everything(elsewhere));
  }

  @Test
  void linksInASiteAreRefusedAlsoWhereTheSiteItselfIsReachedByOne() throws IOException {
    Path link = elsewhere.resolve("link");
    Files.createSymbolicLink(link, root);
    Path target = Files.createDirectory(elsewhere.resolve("target"));
    Files.createSymbolicLink(root.resolve("site"), target);
    Report report = new Publisher(link, link.resolve("site/deeper")).publish(List.of(artifact("/", "home")), Publisher.Options.of(1));
    assertEquals("the output folder is reached through the symbolic link 'site'", report.problems().getFirst().message());
    assertEquals(Map.of(), everything(target));
  }

  @Test
  void aFolderOutsideTheSiteIsMadeWithTheFoldersAboveIt() {
    isFit(elsewhere.resolve("new/deep/site"));
  }

  @Test
  void outsideTheSiteOnlyTheLastNameMayBeNoLink() throws IOException {
    Path there = Files.createDirectory(elsewhere.resolve("there"));
    Files.createSymbolicLink(elsewhere.resolve("link"), there);
    isUnfit(elsewhere.resolve("link"), elsewhere.toRealPath().resolve("link").toString(), "is reached through the symbolic link 'link'");
    isFit(elsewhere.resolve("link/site"));
    // It is the folder behind the link, by whatever way: what is known of it is known.
    Report report = publish(there.resolve("site"));
    assertEquals(List.of(0, 2), List.of(report.written(), report.reused()));
    assertEquals(1, known());
  }

  /// How many output folders the cache knows something of.
  private long known() throws IOException {
    try (var files = Files.list(root.resolve(".assay"))) {
      return files.filter(each -> each.getFileName().toString().startsWith("published-")).count();
    }
  }

  @Test
  void aSiteThatWasMovedFindsWhatItKnew() throws IOException {
    Path before = Files.createDirectory(elsewhere.resolve("before"));
    List<Artifact> artifacts = List.of(artifact("/", "home"), artifact("/post/x/", "x"));
    assertTrue(new Publisher(before, before.resolve("site")).publish(artifacts, Publisher.Options.of(1)).succeeded());
    Path after = elsewhere.resolve("after");
    Files.move(before, after);
    assertEquals(List.of(), new Publisher(after, after.resolve("site")).unproven(artifacts));
  }

  @Test
  void eachOutputFolderIsKnownByItself() throws IOException {
    isFit(root.resolve("site"));
    isFit(elsewhere.resolve("site"));
    isFit(root.resolve("site2"));
    assertEquals(3, known());
  }

  @Test
  void whatANewerRunLeftHalfWrittenInTheCacheIsReplaced() throws IOException {
    isFit(root.resolve("site"));
    try (var files = Files.list(root.resolve(".assay"))) {
      for (Path file : files.filter(each -> each.getFileName().toString().startsWith("published-")).toList()) {
        Files.writeString(file.resolveSibling(file.getFileName() + ".new"), "torn");
        Files.delete(file);
      }
    }
    isFit(root.resolve("site"));
    assertEquals(1, known());
  }

  @Test
  void aFirstBuildThatFailsLeavesTheFolderThatWasThere() throws IOException {
    Path site = Files.createDirectory(root.resolve("site"));
    Artifact failing = artifact("/", "r", () -> new Maker.Failed(List.of(dev.assay.problem.Problem.ofFile(
        dev.assay.problem.Severity.ERROR, dev.assay.problem.Code.TEMPLATE, "x", "it fails", ""))));
    assertFalse(new Publisher(root, site).publish(List.of(artifact("/a", "a"), failing), Publisher.Options.of(1)).succeeded());
    assertTrue(Files.isDirectory(site));
    assertEquals(Map.of(), everything(site));
  }
}
