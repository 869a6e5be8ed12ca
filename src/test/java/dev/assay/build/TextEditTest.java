package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import dev.assay.publish.Look;
import dev.assay.publish.Publisher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Other words in a note are brought onto its page and into feeds as they lie there, without the rest of the site, and come
/// out as a clean build would make them; whatever else was edited is left to the long way.
class TextEditTest {
  private static final String SITE =
      """
      -- content/site.yaml --
      title: Small
      base_url: https://small.example/lab/
      link_entities: true
      feeds: {formats: [rss, atom, json]}
      -- content/index.md --
      # Home
      Welcome.
      -- content/hub/power.md --
      ---
      title: Power
      ---
      What a hub says.

      And more that it says.
      -- content/post/a.md --
      ---
      title: Alpha
      date: 2026-01-01
      tags: [Grid]
      entities: [Nvidia]
      hubs: [power]
      ---
      The first paragraph sums it up.

      The second paragraph does not, says Nvidia.

      | Item | Value |
      | --- | ---: |
      | Watts | 12 |

      - [Fact] Alpha holds, says [a source](https://s.example/a). {#alpha}
      - [Inference] So it goes on. {because=#alpha}

      ## Part

      The last paragraph links to [beta](b.md) and [](b.md).[^n]

      ```java
      int x = 1;
      ```

      [^n]: A note `beside` it.
      -- content/post/b.md --
      ---
      title: Beta
      date: 2026-02-01
      tags: [Grid]
      hubs: [power]
      ---
      Beta rests on alpha.

      - [Inference] Beta follows. {#beta because=a#alpha}
      - [Inference] And this follows from nothing.
      """;

  @TempDir private Path root;

  @BeforeEach
  void isBuilt() throws IOException {
    SiteText.of(SITE).into(root);
    settle();
    assertTrue(build().succeeded());
  }

  /// Every file gets a time at which it will not change any more.
  private void settle() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).filter(file -> !file.startsWith(root.resolve("site")) && !file.startsWith(root.resolve(".assay"))).toList()) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_790_000_000L + Files.readString(file).hashCode() % 1_000_000)));
      }
    }
  }

  private BuildOptions options() {
    return options(root.resolve("site"), false);
  }

  private BuildOptions options(Path output, boolean clean) {
    return new BuildOptions(root, output, Optional.empty(), false, false, Optional.of(LocalDate.of(2026, 3, 1)), false, clean, false, 2);
  }

  private BuildReport build() {
    return SiteBuild.build(options(), Progress.NONE);
  }

  /// Builds the short way only.
  private Optional<BuildReport> edited() {
    BuildOptions options = options();
    var listing = FolderReader.list(options);
    try (Look look = new Publisher(options.root(), options.output()).look(options.jobs())) {
      return TextEdit.of(options, listing, new LastBuild(options, listing, Instant.now()), look);
    }
  }

  private void replace(String file, String was, String now) throws IOException {
    Path path = root.resolve("content").resolve(file);
    String text = Files.readString(path);
    assertTrue(text.contains(was), was);
    Files.writeString(path, text.replace(was, now));
    settle();
  }

  private void assertCleanIsTheSame(Path elsewhere) throws IOException {
    Tree shown = Tree.of(root.resolve("site"));
    assertTrue(SiteBuild.build(options(elsewhere, true), Progress.NONE).succeeded());
    assertEquals("", Tree.of(elsewhere).difference(shown));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "post/a.md|paragraph does not, says Nvidia|paragraph says & < > \"quoted\" ]]> and nothing of NVIDIA",
    "post/a.md|does not, says Nvidia|does, and that of Nvidia",
    "post/a.md|Watts|Volts",
    "post/a.md|int x = 1|String y = null",
    "post/a.md|A note `beside`|Another note `below`",
    "post/a.md|paragraph does not|한국어 paragraph 🎉 does not",
    "post/b.md|Beta follows. {#beta because=a#alpha}|Beta follows. {#beta because=a#alpha}",
    "hub/power.md|And more that|And quite another that",
  })
  void otherWordsComeOutAsInACleanBuild(String file, String was, String now, @TempDir Path elsewhere) throws IOException {
    replace(file, was, now);
    Optional<BuildReport> report = edited();
    assertTrue(report.isPresent() || was.equals(now));
    assertCleanIsTheSame(elsewhere);
    assertEquals(0, build().written(), "nothing is left to do");
  }

  @Test
  void aCacheThatCannotBeWrittenIsToldUntilItCan() throws IOException {
    Path inTheWay = Files.createDirectories(root.resolve(".assay/notes-index.new/x"));
    replace("post/a.md", "does not", "does");
    assertTrue(build().problems().stream().anyMatch(problem -> problem.message().contains("could not be remembered")));
    Files.delete(inTheWay);
    Files.delete(inTheWay.getParent());
    assertTrue(build().problems().stream().noneMatch(problem -> problem.message().contains("could not be remembered")));
  }

  @Test
  void editsFollowEachOther(@TempDir Path elsewhere) throws IOException {
    replace("post/a.md", "does not", "does");
    assertTrue(edited().isPresent());
    replace("post/a.md", "does", "does, and does not,");
    replace("hub/power.md", "And more", "And less");
    BuildReport report = edited().orElseThrow();
    assertEquals(2, report.parsed());
    assertCleanIsTheSame(elsewhere);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "post/a.md|title: Alpha|title: Other",
    "post/a.md|The first paragraph sums|Now the first paragraph sums",
    "post/a.md|Alpha holds|Alpha fails",
    "post/a.md|## Part|## Whole",
    "post/a.md|(b.md)|(b.md#beta)",
    "post/a.md|s.example|t.example",
    "post/a.md|The second|## A heading/The second",
    "site.yaml|title: Small|title: Large",
  })
  void whatOthersCanSeeIsLeftToTheLongWay(String file, String was, String now, @TempDir Path elsewhere) throws IOException {
    replace(file, was, now.replace("/", "\n\n"));
    Tree before = Tree.of(root.resolve("site"));
    assertTrue(edited().isEmpty());
    assertEquals("", before.difference(Tree.of(root.resolve("site"))), "nothing was written");
    assertTrue(build().succeeded());
    assertCleanIsTheSame(elsewhere);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pages-", "fed-", "notes-", "built-", "published-"})
  void aDamagedCacheIsLeftToTheLongWay(String which, @TempDir Path elsewhere) throws IOException {
    replace("post/a.md", "does not", "does");
    try (Stream<Path> files = Files.list(root.resolve(".assay"))) {
      for (Path file : files.filter(path -> path.getFileName().toString().startsWith(which)).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length; i += 7) {
          bytes[i] ^= 0x55;
        }
        Files.write(file, bytes);
      }
    }
    assertTrue(build().succeeded());
    assertCleanIsTheSame(elsewhere);
  }

  @Test
  void aPageThatSomebodyChangedIsMadeTheLongWay(@TempDir Path elsewhere) throws IOException {
    Path page = root.resolve("site/post/a/index.html");
    FileTime time = Files.getLastModifiedTime(page);
    Files.write(page, Files.readString(page).replace("paragraph", "PARAGRAPH").getBytes(StandardCharsets.UTF_8));
    Files.setLastModifiedTime(page, time);
    replace("post/a.md", "does not", "does");
    assertTrue(edited().isEmpty());
    assertTrue(build().succeeded());
    assertFalse(Files.readString(page).contains("PARAGRAPH"));
    assertCleanIsTheSame(elsewhere);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "<#macro body of><#list of.parts as part><#if part.type == 'html'><p data-length='${part.html?markup_string?length}'>x</p>${part.html}</#if></#list></#macro>",
    "<#macro body of><#list of.parts as part><#if part.type == 'html'>${part.html?markupString?length}${part.html}</#if></#list></#macro>",
    "<#macro body of><#assign again><#list of.parts as part><#if part.type == 'html'>${part.html}</#if></#list></#assign>${again}</#macro>",
    "<#macro body of><#list of.parts as part><#if part.type == 'html'>${part.html}${part.html}</#if></#list></#macro>",
    "<#macro body of><#assign n = 0><#list of.parts as part><#if part.type == 'html'><#outputformat 'undefined'><#assign s>${part.html}</#assign><#assign n = n + s?length></#outputformat>${part.html}</#if></#list>${n}</#macro>",
  })
  void aTemplateThatDoesMoreWithTheTextThanPrintItOnceIsRunAgain(String body, @TempDir Path elsewhere) throws IOException {
    Path template = root.resolve("templates/part/body.ftlh");
    Files.createDirectories(template.getParent());
    Files.writeString(template, body);
    settle();
    assertTrue(build().succeeded());
    replace("post/a.md", "does not", "does, as everybody knows,");
    assertTrue(edited().isEmpty());
    assertTrue(build().succeeded());
    assertCleanIsTheSame(elsewhere);
  }

  @Test
  void whatWasBuiltIntoAnotherFolderSinceIsNotTakenForPublished(@TempDir Path other, @TempDir Path elsewhere) throws IOException {
    replace("post/a.md", "does not", "does");
    assertTrue(SiteBuild.build(options(other, false), Progress.NONE).succeeded());
    Path note = root.resolve("content/post/a.md");
    Files.setLastModifiedTime(note, FileTime.from(Instant.ofEpochSecond(1_795_000_000)));
    assertTrue(build().succeeded());
    assertCleanIsTheSame(elsewhere);
  }

  @Test
  void whatWasToldOfAFileThatAnotherFolderWasBuiltWithStandsWhereItDoes(@TempDir Path other) throws IOException {
    replace("post/b.md", "tags: [Grid]", "tags:   [Grid]   # as before");
    replace("post/b.md", "- [Inference] And", "-   [Inference] And");
    assertTrue(SiteBuild.build(options(other, false), Progress.NONE).succeeded());
    replace("post/b.md", "Beta rests on alpha.", "Beta rests on alpha.\n\nMore.");
    assertEquals(SiteBuild.check(options(), Progress.NONE).report().problems(), build().problems());
  }

  @Test
  void feedsAtAHubsOldAddressAreBroughtUpToDate(@TempDir Path elsewhere) throws IOException {
    replace("hub/power.md", "title: Power", "title: Power\naliases: [/old-hub/]");
    assertTrue(build().succeeded());
    replace("post/a.md", "does not", "does");
    assertTrue(edited().isEmpty());
    assertTrue(build().succeeded());
    assertTrue(Tree.of(root.resolve("site")).has("old-hub/feed.xml"));
    assertCleanIsTheSame(elsewhere);
  }

  @Test
  void whatCannotBeNotedIsLeftAloneAndTheEditCounts(@TempDir Path elsewhere, @TempDir Path foreign) throws IOException {
    Path precious = Files.writeString(foreign.resolve("precious.txt"), "mine");
    Path book;
    try (Stream<Path> files = Files.list(root.resolve(".assay"))) {
      book = files.filter(path -> path.getFileName().toString().startsWith("pages-")).findFirst().orElseThrow();
    }
    Path fresh = book.resolveSibling(book.getFileName() + ".new");
    Files.createSymbolicLink(fresh, precious);
    replace("post/a.md", "does not", "does");
    assertEquals(1, edited().orElseThrow().parsed());
    assertEquals("mine", Files.readString(precious));
    assertCleanIsTheSame(elsewhere);
    Files.createDirectories(fresh.resolve("folder"));
    replace("post/a.md", "paragraph does", "paragraph never does");
    assertTrue(edited().orElseThrow().written() > 0);
    assertCleanIsTheSame(elsewhere);
  }

  @Test
  void warningsMoveWithTheTextAboveThem() throws IOException {
    replace("post/b.md", "Beta rests on alpha.", "Beta rests on alpha.\n\nAnother paragraph stands here now.");
    BuildReport report = edited().orElseThrow();
    assertEquals(
        SiteBuild.check(options(), Progress.NONE).report().problems(), report.problems());
    assertTrue(report.problems().stream().anyMatch(problem -> problem.excerpt().contains("follows from nothing")), report.problems().toString());
  }
}
