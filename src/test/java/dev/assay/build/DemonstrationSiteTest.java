package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.problem.ProblemText;
import dev.assay.testing.HtmlValidity;
import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What a newcomer builds first: this repository's own site, and a folder with one file in it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemonstrationSiteTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @TempDir private static Path temp;
  private BuildReport report;
  private Tree site;

  @BeforeAll
  void buildTheSite() {
    Path root = temp.resolve("demonstration");
    new SiteText("", new Tree(Tree.of(Path.of("content")).files())).into(root.resolve("content"));
    report = build(root);
    site = Tree.of(root.resolve("site"));
  }

  @Test
  void itBuildsWithoutErrors() {
    assertTrue(report.succeeded(), ProblemText.of(false).report(report.problems()));
    assertTrue(site.has("index.html"), site.toString());
  }

  @Test
  void everyPageIsValidHtml() {
    assertEquals(List.of(), HtmlValidity.errors(site));
  }

  @Test
  void noPageLoadsAnythingFromAnotherHost() {
    site.files().keySet().stream()
        .filter(path -> path.endsWith(".html"))
        .forEach(
            path ->
                assertEquals(
                    List.of(),
                    Jsoup.parse(site.text(path)).select("script[src], img[src], link[rel=stylesheet], link[rel=icon], iframe").stream()
                        .map(element -> element.attr(element.hasAttr("src") ? "src" : "href"))
                        .filter(address -> address.contains("//"))
                        .toList(),
                    path));
  }

  @Test
  void aSecondBuildWritesNothing() {
    assertEquals(0, build(temp.resolve("demonstration")).written());
  }

  @Test
  void aBodyEditRewritesThePagesThatShowItAndNoOther() throws IOException {
    Path root =
        SiteText.of(
                """
                -- content/site.yaml --
                title: Site
                base_url: https://site.example/
                -- content/post/one.md --
                ---
                title: One
                date: 2026-05-01
                tags: [power]
                categories: [energy]
                hubs: [grid]
                ---
                First words.

                - **[Fact]** It is so. {#so source=https://source.example}
                -- content/post/two.md --
                ---
                title: Two
                date: 2026-05-02
                tags: [memory]
                ---
                Second words, and [a link](one.md).
                -- content/hub/grid.md --
                ---
                title: Grid
                ---
                A hub.
                """)
            .into(temp.resolve("minimal"));
    assertTrue(build(root).succeeded());
    Tree before = Tree.of(root.resolve("site"));
    Path note = root.resolve("content/post/one.md");
    Files.writeString(note, Files.readString(note) + "\nA last sentence.\n");
    BuildReport second = build(root);
    List<String> pages = before.changed(Tree.of(root.resolve("site"))).stream().filter(path -> !path.startsWith(".")).toList();
    assertEquals(
        List.of(
            "categories/energy/feed.xml", "feed.xml", "page/grid/feed.xml", "post/feed.xml", "post/one/index.html",
            "tags/power/feed.xml"),
        pages);
    assertEquals(1, second.parsed());
    assertEquals(pages.size(), second.written());
  }

  @Test
  void aFolderWithOneFileIsASite() {
    Path root = SiteText.of("-- thoughts.md --\n# On power\n\nText, **[Fact]** in the middle.\n\n- [Speculation] It may be so.\n").into(temp.resolve("notes"));
    BuildReport alone = build(root);
    assertTrue(alone.succeeded(), ProblemText.of(false).report(alone.problems()));
    Tree tree = Tree.of(root.resolve("site"));
    assertTrue(tree.has("index.html") && tree.has("feed.xml"), tree.toString());
    assertTrue(tree.files().keySet().stream().anyMatch(path -> path.endsWith("thoughts/index.html")), tree.toString());
    assertEquals(List.of(), HtmlValidity.errors(tree));
  }

  private static BuildReport build(Path root) {
    return SiteBuild.build(BuildOptions.of(root).withToday(TODAY), Progress.NONE);
  }
}
