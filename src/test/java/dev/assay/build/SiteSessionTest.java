package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A preview makes what an edit shows on and nothing else, tells what a build would tell, and ends up with the same files.
class SiteSessionTest {
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
      The first paragraph sums it up.

      The second paragraph does not.

      - [Inference] So it goes on. {#so}
      -- content/post/b.md --
      ---
      title: Beta
      date: 2026-02-01
      ---
      Beta.
      """;

  @TempDir private Path root;
  private SiteSession session;

  @BeforeEach
  void begins() {
    SiteText.of(SITE).into(root);
    session = SiteBuild.session(Sites.options(root));
    assertTrue(session.build(Progress.NONE).succeeded());
  }

  @AfterEach
  void ends() {
    session.close();
  }

  private void edit(String from, String to) throws IOException {
    Path path = root.resolve("content/post/a.md");
    String text = Files.readString(path);
    assertTrue(text.contains(from), from);
    Files.writeString(path, text.replace(from, to));
  }

  private Tree tree() {
    return Tree.of(root.resolve("site")).only(path -> !path.startsWith("."));
  }

  private void isAsClean(BuildReport told) {
    Path fresh = root.resolve("fresh");
    BuildReport clean = SiteBuild.build(Sites.options(root).withOutput(fresh).withClean(true), Progress.NONE);
    assertEquals(Sites.problems(clean), Sites.problems(told));
    assertEquals("", Tree.of(fresh).only(path -> !path.startsWith(".")).difference(tree()));
  }

  @Test
  void aTextIsMadeAndNothingElseLookedAt() throws IOException {
    // Whoever looked at everything would put it back.
    Files.delete(root.resolve("site/archive/index.html"));
    edit("The second paragraph", "Another paragraph");
    BuildReport report = session.build(Progress.NONE);
    assertTrue(report.succeeded());
    assertTrue(Files.readString(root.resolve("site/post/a/index.html")).contains("Another paragraph"));
    assertFalse(Files.exists(root.resolve("site/archive/index.html")));
    session.settle();
    edit("title: Alpha", "title: Omega");
    BuildReport whole = session.build(Progress.NONE);
    session.settle();
    isAsClean(whole);
  }

  @Test
  void whatIsSearchedComesBehind() throws IOException {
    edit("The second paragraph", "Another zirconium paragraph");
    BuildReport report = session.build(Progress.NONE);
    session.settle();
    isAsClean(report);
    // Of the file's bytes alone nobody sees anything.
    edit("Another zirconium", "Another zirconium ".strip());
    Files.writeString(root.resolve("content/post/a.md"), Files.readString(root.resolve("content/post/a.md")) + "\n\n");
    BuildReport again = session.build(Progress.NONE);
    session.settle();
    isAsClean(again);
  }

  @Test
  void problemsStandWhereTheTextStandsNow() throws IOException {
    edit("The second paragraph", "A line.\n\nThe second paragraph");
    BuildReport report = session.build(Progress.NONE);
    session.settle();
    assertTrue(Sites.problems(report).contains("a.md:11:3"), Sites.problems(report));
    isAsClean(report);
    edit("A line.\n\n", "");
    BuildReport back = session.build(Progress.NONE);
    session.settle();
    isAsClean(back);
  }

  @Test
  void withAnErrorNothingChangesAndAllIsWellAfterwards() throws IOException {
    Tree before = tree();
    edit("The second paragraph", "[nowhere](missing.md) The second paragraph");
    assertFalse(session.build(Progress.NONE).succeeded());
    session.settle();
    assertEquals("", before.difference(tree()));
    edit("[nowhere](missing.md) The", "Still the");
    BuildReport report = session.build(Progress.NONE);
    session.settle();
    isAsClean(report);
  }

  @Test
  void whereWarningsAreErrorsTheyAreHereToo() throws IOException {
    session.close();
    edit(" {#so}", " {#so because=b#beta}");
    Files.writeString(root.resolve("content/post/b.md"), "---\ntitle: Beta\ndate: 2026-02-01\n---\n- [Speculation] Beta. {#beta}\n");
    edit("- [Inference]", "- [Speculation]");
    edit(" because=b#beta", "");
    Files.writeString(root.resolve("content/site.yaml"), "title: Small\nbase_url: https://small.example/\nstrict: true\n");
    session = SiteBuild.session(Sites.options(root));
    BuildReport first = session.build(Progress.NONE);
    assertTrue(first.succeeded(), () -> Sites.problems(first));
    Tree before = tree();
    edit("The second paragraph does not.", "The second paragraph does not.\n\n[^x]: Never marked.");
    assertFalse(session.build(Progress.NONE).succeeded());
    assertEquals("", before.difference(tree()));
  }

  @Test
  void aLostCacheIsNoLoss() throws IOException {
    try (var files = Files.list(root.resolve(".assay"))) {
      for (Path file : files.filter(path -> path.getFileName().toString().startsWith("notes-")).toList()) {
        Files.write(file, new byte[(int) Files.size(file)]);
      }
    }
    edit("The second paragraph", "Another paragraph");
    BuildReport report = session.build(Progress.NONE);
    session.settle();
    isAsClean(report);
  }
}
