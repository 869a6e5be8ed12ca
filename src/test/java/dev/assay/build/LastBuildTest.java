package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A build of a site in which nothing has changed is not done again, and says what the last one said; whatever has
/// changed is seen.
class LastBuildTest {
  private static final String SITE =
      """
      -- content/site.yaml --
      title: Small
      base_url: https://small.example/
      -- content/post/a.md --
      ---
      title: Alpha
      date: 2026-01-01
      ---
      - [Inference] It follows from nothing.
      -- content/post/b.md --
      ---
      title: Beta
      date: 2026-12-01
      ---
      Not out yet.
      -- content/post/c.md --
      ---
      title: Gamma
      date: 2026-01-02
      draft: true
      ---
      A draft.
      -- templates/assets/own.css --
      p { margin: 0; }
      """;

  @TempDir Path root;

  @BeforeEach
  void writes() throws IOException {
    SiteText.of(SITE).into(root);
    settle();
  }

  /// Lets every file look as if it had been written long ago.
  private void settle() throws IOException {
    for (Path folder : List.of(root.resolve("content"), root.resolve("templates"))) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_790_000_000)));
        }
      }
    }
  }

  private static BuildOptions usual(Path root) {
    return Sites.options(root);
  }

  private record Outcome(BuildReport report, boolean done) {}

  private static Outcome build(BuildOptions options) {
    AtomicInteger heard = new AtomicInteger();
    BuildReport report = SiteBuild.build(options, (_, _, _) -> heard.incrementAndGet());
    return new Outcome(report, heard.get() > 0);
  }

  private Tree site() {
    return Tree.of(root.resolve("site"));
  }

  @Test
  void theSecondBuildReadsNothingAndSaysTheSame() {
    Outcome first = build(usual(root));
    Tree before = site();
    Outcome second = build(usual(root));
    assertTrue(first.done());
    assertFalse(second.done());
    assertEquals("", before.difference(site()));
    assertEquals(Sites.problems(first.report()), Sites.problems(second.report()));
    assertTrue(Sites.problems(second.report()).contains("names no premise"), Sites.problems(second.report()));
    assertEquals(first.report().written(), second.report().reused());
    assertEquals(0, second.report().written());
    assertEquals(first.report().claims(), second.report().claims());
    assertEquals(first.report().notes(), second.report().notes());
    assertEquals(first.report().pages(), second.report().pages());
    assertEquals(first.report().leftOut(), second.report().leftOut());
  }

  @Test
  void aFileThatWasWrittenJustNowIsReadAgain() throws IOException {
    // However slow the machine is: a time to come.
    FileTime soon = FileTime.from(Instant.now().plusSeconds(60));
    Path file = root.resolve("content/post/d.md");
    for (String said : List.of("Delta", "Gamma", "Theta")) {
      Files.writeString(file, "# A letter\n\nIt is " + said + ".\n");
      Files.setLastModifiedTime(file, soon);
      assertTrue(build(usual(root)).report().succeeded());
      assertTrue(site().text("post/d/index.html").contains("It is " + said), said);
    }
  }

  /// Something that happens between two builds.
  private record Change(String name, Action action) {
    @Override
    public String toString() {
      return name;
    }
  }

  @FunctionalInterface
  private interface Action {
    void on(Path root) throws IOException;
  }

  private static void replace(Path file, String old, String now) throws IOException {
    Files.writeString(file, Files.readString(file).replace(old, now));
  }

  static List<Change> changes() {
    return List.of(
        new Change("a note of the same size", root -> replace(root.resolve("content/post/a.md"), "follows", "flowers")),
        new Change("a note more", root -> Files.writeString(root.resolve("content/post/e.md"), "# Epsilon\n")),
        new Change("a note less", root -> Files.delete(root.resolve("content/post/a.md"))),
        new Change("a note renamed", root -> Files.move(root.resolve("content/post/a.md"), root.resolve("content/post/z.md"))),
        new Change("a setting", root -> replace(root.resolve("content/site.yaml"), "Small", "Large")),
        new Change("a picture more", root -> Files.write(root.resolve("content/x.png"), new byte[] {1, 2, 3})),
        new Change("a template", root -> replace(root.resolve("templates/assets/own.css"), "0", "1")),
        new Change("a template less", root -> Files.delete(root.resolve("templates/assets/own.css"))),
        new Change("a page gone", root -> Files.delete(root.resolve("site/post/a/index.html"))),
        new Change("a page edited", root -> replace(root.resolve("site/post/a/index.html"), "Alpha", "Omega")),
        new Change("the list of our files gone", root -> Files.delete(root.resolve("site/.assay-files"))),
        new Change("the manifest gone", root -> delete(root, "published-")),
        new Change("the output gone", LastBuildTest::deleteOutput));
  }

  private static void deleteOutput(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve("site"))) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }

  private static Path remembered(Path root, String prefix) throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(".assay"))) {
      return files.filter(file -> file.getFileName().toString().startsWith(prefix)).findFirst().orElseThrow();
    }
  }

  private static void delete(Path root, String prefix) throws IOException {
    Files.delete(remembered(root, prefix));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void whateverChangesIsSeen(Change change, @TempDir Path fresh) throws IOException {
    build(usual(root));
    change.action().on(root);
    assertTrue(build(usual(root)).done());
    Outcome clean = build(usual(root).withOutput(fresh.resolve("site")).withClean(true));
    assertTrue(clean.done());
    assertEquals("", Tree.of(fresh.resolve("site")).difference(site()));
  }

  @Test
  void otherOptionsMakeAnotherBuild() {
    build(usual(root));
    List<BuildOptions> others =
        List.of(
            usual(root).withDrafts(true), usual(root).withBaseUrl("https://other.example/"),
            usual(root).withToday(Sites.TODAY.plusDays(20)), usual(root).withClean(true),
            BuildOptions.of(root).withToday(Sites.TODAY.plusDays(21)));
    for (BuildOptions other : others) {
      Tree before = site();
      assertTrue(build(other).done());
      assertTrue(build(usual(root)).done() || other.clean(), "back to what it was");
      assertEquals("", before.difference(site()));
      assertFalse(build(usual(root)).done());
    }
  }

  @Test
  void aWarningThatBecomesAnErrorIsOne() {
    build(usual(root));
    BuildOptions usual = usual(root);
    BuildOptions strict =
        new BuildOptions(
            root, usual.output(), usual.baseUrl(), false, false, usual.today(), true, false, false, usual.jobs());
    Tree before = site();
    Outcome outcome = build(strict);
    assertFalse(outcome.report().succeeded());
    assertEquals("", before.difference(site()));
    assertFalse(build(strict).report().succeeded());
    assertTrue(build(usual(root)).report().succeeded());
  }

  @Test
  void eachOutputFolderHasItsOwnMemory(@TempDir Path other) {
    build(usual(root));
    build(usual(root).withOutput(other.resolve("out")));
    assertFalse(build(usual(root)).done());
    assertFalse(build(usual(root).withOutput(other.resolve("out"))).done());
  }

  @Test
  void aDamagedMemoryIsNone() throws IOException {
    build(usual(root));
    Path file = remembered(root, "built-");
    byte[] good = Files.readAllBytes(file);
    for (int at = 0; at < good.length; at += 1 + good.length / 40) {
      byte[] bad = good.clone();
      bad[at] ^= 0x10;
      Files.write(file, bad);
      assertTrue(build(usual(root)).done(), "byte " + at);
    }
    Files.write(file, new byte[7]);
    assertTrue(build(usual(root)).done());
    assertFalse(build(usual(root)).done());
  }
}
