package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An edit that shows on a note's own page and in feeds is told from one that may show anywhere, and both come out as a
/// clean build would make them.
class OneEditTest {
  private static final String SITE =
      """
      -- content/site.yaml --
      title: Small
      base_url: https://small.example/
      -- content/index.md --
      # Home
      Welcome.
      -- content/hub/power.md --
      ---
      title: Power
      ---
      What a hub says.
      -- content/post/a.md --
      ---
      title: Alpha
      date: 2026-01-01
      tags: [Grid]
      hubs: [power]
      ---
      The first paragraph sums it up.

      The second paragraph does not.

      | Item | Value |
      | --- | ---: |
      | Watts | 12 |

      - [Fact] Alpha holds, says [a source](https://s.example/a). {#alpha}
      - [Inference] So it goes on. {because=#alpha}

      ## Part

      The last paragraph links to [beta](b.md).
      -- content/post/b.md --
      ---
      title: Beta
      date: 2026-02-01
      tags: [Grid]
      hubs: [power]
      ---
      Beta rests on alpha.

      - [Inference] Beta follows. {#beta because=a#alpha}
      """;

  @TempDir private Path root;

  @BeforeEach
  void isBuilt() throws IOException {
    SiteText.of(SITE).into(root);
    try (Stream<Path> files = Files.walk(root.resolve("content"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_790_000_000)));
      }
    }
    build();
  }

  private BuildReport build() {
    BuildReport report = SiteBuild.build(Sites.options(root), Progress.NONE);
    assertTrue(report.succeeded(), () -> Sites.problems(report));
    return report;
  }

  private void edit(String file, String from, String to) throws IOException {
    Path path = root.resolve(file);
    String text = Files.readString(path);
    assertTrue(text.contains(from), from);
    Files.writeString(path, text.replace(from, to));
  }

  /// The notes whose text alone has changed; empty when the change may show anywhere.
  private Optional<List<String>> edited() throws IOException {
    BuildOptions options = Sites.options(root);
    var listing = FolderReader.list(options);
    Reading reading = new FolderReader(options, Progress.NONE).read(listing, NoteStore.Use.READ_ONLY);
    try (var _ = reading.store()) {
      return new LastBuild(options, listing, Instant.now())
          .edit(reading, options.today().orElseThrow())
          .map(edit -> edit.notes().stream().map(Object::toString).toList());
    }
  }

  private void isAsClean() {
    Path fresh = root.resolveSibling(root.getFileName() + "-fresh");
    BuildReport clean = SiteBuild.build(Sites.options(root).withOutput(fresh).withClean(true), Progress.NONE);
    assertTrue(clean.succeeded(), () -> Sites.problems(clean));
    Tree whole = Tree.of(fresh).only(path -> !path.startsWith("."));
    assertEquals("", whole.difference(Tree.of(root.resolve("site")).only(path -> !path.startsWith("."))));
  }

  @ParameterizedTest
  @CsvSource({
    "content/post/a.md, The second paragraph does not., The second paragraph does so.",
    "content/post/a.md, The second paragraph does not., 'A line more.\n\nThe second paragraph does not.'",
    "content/post/a.md, | Watts | 12 |, '| Watts | 13 |\n| Volts | 14 |'",
    "content/post/a.md, The second paragraph, '<b>The</b> second paragraph'",
    "content/hub/power.md, What a hub says., 'What a hub says.\n\nAnd more of it.'",
  })
  void aTextShowsOnItsOwnPageAndInFeeds(String file, String from, String to) throws IOException {
    edit(file, from, to);
    assertTrue(edited().filter(notes -> notes.size() == 1).isPresent(), () -> file + ": " + to);
    BuildReport report = build();
    assertTrue(report.written() >= 1 && report.written() <= 20, () -> Integer.toString(report.written()));
    isAsClean();
    assertEquals(0, build().written());
  }

  @ParameterizedTest
  @CsvSource({
    "content/post/a.md, title: Alpha, title: Omega",
    "content/post/a.md, tags: [Grid], 'tags: [Grid, Heat]'",
    "content/post/a.md, The first paragraph, The opening paragraph",
    "content/post/a.md, So it goes on., So it stops.",
    "content/post/a.md, ## Part, ## Another part",
    "content/post/a.md, [beta](b.md), [the hub](../hub/power.md)",
    "content/post/a.md, The last paragraph, The very last paragraph",
    "content/post/b.md, because=a#alpha, due=2027-01-01",
    "content/site.yaml, title: Small, title: Large",
  })
  void whatOthersSeeOfANoteMayShowAnywhere(String file, String from, String to) throws IOException {
    edit(file, from, to);
    assertEquals(Optional.empty(), edited());
    build();
    isAsClean();
  }

  @Test
  void aHomePageIsMoreThanItsNote() throws IOException {
    edit("content/index.md", "Welcome.", "Welcome.\n\nAnd stay.");
    build();
    isAsClean();
  }

  @Test
  void aFileThatWasTakenAwayIsMadeAgainWithTheEdit() throws IOException {
    Files.delete(root.resolve("site/post/b/index.html"));
    edit("content/post/a.md", "The second", "A second");
    assertTrue(edited().isPresent());
    build();
    isAsClean();
  }

  @Test
  void aFailedBuildBetweenTwoEditsIsNotForgotten() throws IOException {
    edit("content/post/b.md", "because=a#alpha", "because=a#gone");
    BuildReport failed = SiteBuild.build(Sites.options(root), Progress.NONE);
    assertTrue(!failed.succeeded());
    edit("content/post/b.md", "because=a#gone", "because=a#alpha");
    edit("content/post/a.md", "Alpha holds", "Alpha has always held");
    SiteBuild.build(Sites.options(root).withOutput(root.resolve("elsewhere")), Progress.NONE);
    edit("content/post/a.md", "The second", "A second");
    assertEquals(Optional.empty(), edited());
    build();
    isAsClean();
  }

  @Test
  void problemsOfTheEditedTextAreToldWhereTheyStandNow() throws IOException {
    edit("content/post/a.md", "[Inference] So it goes on. {because=#alpha}", "[Inference] So it goes on.");
    String before = Sites.problems(build());
    edit("content/post/a.md", "The second paragraph", "One line.\n\nThe second paragraph");
    assertTrue(edited().isPresent());
    String after = Sites.problems(build());
    assertTrue(before.contains("a.md:16:") && after.contains("a.md:18:"), () -> before + after);
  }
}
