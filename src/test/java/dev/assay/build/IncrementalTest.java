package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An edit writes what shows it, and no file more. That it writes all of these is what [EditSequencesTest] looks at.
class IncrementalTest {
  private static final String SITE =
      """
      -- content/site.yaml --
      title: Small
      base_url: https://small.example/
      cards: false
      languages: [en, ko]
      page_size: 3
      bibliography: sources.bib
      -- content/sources.bib --
      @book{lee, title = {Grids}, author = {Lee, Mina}, year = {2024}}
      -- content/post/a.md --
      ---
      title: Alpha
      date: 2026-01-01
      tags: [Memory, Power]
      hubs: [hub]
      ---
      First words of alpha. See [beta](b.md) and [](c.md).

      - **[Fact]** Alpha holds, says [a source](https://s.example/a). {#alpha}
      - [Speculation] Perhaps. {#perhaps due=2027 probability=40%}
      - [Fact] Grids are slow [@lee, p. 4]. {#grids}
      -- content/post/b.md --
      ---
      title: Beta
      date: 2026-02-01
      tags: [Memory]
      follows: [a]
      ---
      ## Part one
      Beta rests on alpha.

      :::{inference} #beta
      :because: a#alpha
      So beta follows.
      :::
      -- content/post/c.md --
      ---
      title: Gamma
      date: 2026-03-01
      categories: [Notes]
      aliases: [/old/gamma/]
      ---
      Gamma links to [part one](b.md#part-one).
      -- content/post/c.ko.md --
      ---
      title: 감마
      date: 2026-03-01
      ---
      한국어 노트입니다.
      -- content/post/d.md --
      ---
      title: Delta
      date: 2026-04-01
      tags: [Power]
      hubs: [hub]
      ---
      Delta stands alone.

      ## Next checkpoints

      | Checkpoint | Strong signal | Due |
      | --- | --- | --- |
      | Prices, for [alpha](#watch) {#watch} | they rise | 2026-12 |
      -- content/hub/hub.md --
      ---
      title: The hub
      pinned: [a]
      ---
      What belongs together.
      -- content/page/about.md --
      # About
      Who writes.
      -- content/picture.txt --
      not a picture
      """;

  private static void append(Path file, String text) throws IOException {
    Files.writeString(file, Files.readString(file) + text);
  }

  private static void replace(Path file, String from, String to) throws IOException {
    Files.writeString(file, Files.readString(file).replaceFirst(java.util.regex.Pattern.quote(from), to));
  }

  @Test
  void nothing_changed_writes_nothing(@TempDir Path root) {
    Sites.built(root, SITE);
    BuildReport again = Sites.build(root);
    assertEquals(0, again.written() + again.removed());
    assertEquals(0, again.parsed());
  }

  @Test
  void an_edited_body_rewrites_its_page_and_what_shows_it(@TempDir Path root) throws IOException {
    Tree before = Sites.built(root, SITE);
    append(root.resolve("content/post/d.md"), "\nA second paragraph that no list shows.\n");
    BuildReport report = Sites.build(root);
    Tree after = Tree.of(root.resolve("site"));
    // The feeds carry whole notes; the marker of what Assay wrote names every file with its digest.
    TreeSet<String> expected = new TreeSet<>(List.of("post/d/index.html"));
    for (String list : List.of("", "post/", "page/hub/", "tags/power/")) {
      expected.addAll(List.of(list + "feed.xml", list + "atom.xml", list + "feed.json"));
    }
    // What readers search is the text, its words, and what names them.
    expected.addAll(List.of("search/n/6.json", "search/t/_.bin", "search/index.json"));
    assertEquals(
        expected,
        new TreeSet<>(before.changed(after).stream().filter(path -> !path.startsWith(".")).toList()));
    assertEquals(16, report.written());
    assertEquals(1, report.parsed());
  }

  @Test
  void a_new_title_rewrites_only_what_names_it(@TempDir Path root) throws IOException {
    Tree before = Sites.built(root, SITE);
    replace(root.resolve("content/post/d.md"), "title: Delta", "title: Omega");
    Sites.build(root);
    TreeSet<String> changed = new TreeSet<>(before.changed(Tree.of(root.resolve("site"))));
    assertTrue(changed.contains("post/d/index.html") && changed.contains("index.html") && changed.contains("post/c/index.html"), changed::toString);
    // Alpha names it as the next note in the reading path of their hub; Beta names it nowhere.
    assertTrue(changed.contains("post/a/index.html"), changed::toString);
    assertTrue(!changed.contains("post/b/index.html") && !changed.contains("page/about/index.html"), changed::toString);
  }
}
