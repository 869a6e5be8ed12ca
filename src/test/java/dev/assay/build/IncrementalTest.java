package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a build leaves behind is what a clean build would have made, whatever happened in between.
class IncrementalTest {
  /// More with `-Dassay.sequences=2000`.
  private static final int SEQUENCES = Integer.getInteger("assay.sequences", 200);
  private static final int EDITS = 3;

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

  @Test
  void a_build_after_any_edits_equals_a_clean_build(@TempDir Path folder) throws IOException {
    long seed = Long.getLong("assay.seed", 20261122L);
    for (int sequence = 0; sequence < SEQUENCES; sequence++) {
      Path root = folder.resolve("s" + sequence);
      Random random = new Random(seed + sequence);
      SiteText.of(SITE).into(root);
      Sites.build(root);
      List<String> edits = new ArrayList<>();
      for (int i = 0; i < EDITS; i++) {
        edits.add(edit(root, random));
        Sites.build(root);
      }
      // An edit may have left an error; the last one puts the site right, so that both builds write.
      repair(root);
      BuildReport last = Sites.build(root);
      assertTrue(last.succeeded(), () -> "seed " + seed + ": " + edits + "\n" + Sites.problems(last));
      Path fresh = folder.resolve("f" + sequence);
      BuildReport clean = SiteBuild.build(Sites.options(root).withOutput(fresh).withClean(true), Progress.NONE);
      assertTrue(clean.succeeded(), () -> Sites.problems(clean));
      int number = sequence;
      // A page that somebody else changed is kept, with a warning, when it is no longer wanted.
      List<String> kept = last.problems().stream().map(problem -> problem.place().file()).toList();
      Tree left = Tree.of(root.resolve("site")).only(path -> !kept.contains("site/" + path));
      assertEquals(
          "", Tree.of(fresh).difference(left), () -> "sequence " + number + ", seed " + seed + ": " + edits);
      delete(root);
      delete(fresh);
    }
  }

  private static String edit(Path root, Random random) throws IOException {
    List<Path> notes = notes(root);
    Path note = notes.get(random.nextInt(notes.size()));
    String name = root.relativize(note).toString();
    switch (random.nextInt(17)) {
      case 0 -> {
        append(note, "\nOne more sentence " + random.nextInt() + ".\n");
        return "append to " + name;
      }
      case 1 -> {
        replace(note, "title: ", "title: New ");
        return "title of " + name;
      }
      case 2 -> {
        replace(note, "tags: [", "tags: [Fresh, ");
        return "tag of " + name;
      }
      case 3 -> {
        Path added = root.resolve("content/post/n" + random.nextInt(1000) + ".md");
        Files.writeString(added, "---\ntitle: Added\ndate: 2026-05-0" + (1 + random.nextInt(9)) + "\ntags: [Memory]\n---\nAdded [alpha](/post/a/).\n");
        return "add " + root.relativize(added);
      }
      case 4 -> {
        Files.delete(note);
        return "delete " + name;
      }
      case 5 -> {
        Path moved = note.resolveSibling("moved-" + note.getFileName());
        Files.move(note, moved, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return "rename " + name;
      }
      case 6 -> {
        Path template = root.resolve("templates/part/date.ftlh");
        Files.createDirectories(template.getParent());
        Files.writeString(template, "<#macro date d></#macro>" + "<!-- " + random.nextInt() + " -->");
        Files.delete(template);
        Files.writeString(root.resolve("content/picture.txt"), "changed " + random.nextInt());
        return "template came and went";
      }
      case 7 -> {
        replace(root.resolve("content/site.yaml"), "title: ", "title: Very ");
        return "title of the site";
      }
      case 8 -> {
        damageOutput(root, random);
        return "damaged output";
      }
      case 9 -> {
        damageCache(root, random);
        return "damaged cache";
      }
      case 10 -> {
        replace(note, "\ndate: 2026-0", "\ndraft: true\ndate: 2026-0");
        return "draft " + name;
      }
      case 13 -> {
        String status = random.nextBoolean() ? "refuted" : "amended";
        String history = "history: [{claim: a#alpha, status: " + status + ", date: 2026-05-0" + (1 + random.nextInt(9)) + ", note: Said " + random.nextInt(99) + "}]";
        replace(note, "\ndate: 2026-0", "\n" + history + "\ndate: 2026-0");
        return history + " in " + name;
      }
      case 14 -> {
        String source = "@book{lee, title = {Grids " + random.nextInt(99) + "}, author = {Lee, Mina}, year = {2024}}\n";
        Files.writeString(root.resolve("content/sources.bib"), source);
        return "bibliography";
      }
      case 15 -> {
        append(note, "\nAs @lee says.\n\n## Next checkpoints\n\n| Checkpoint | Due |\n| --- | --- |\n| Watch " + random.nextInt(99) + " | 2026-1" + random.nextInt(3) + " |\n");
        return "checkpoint and citation in " + name;
      }
      case 16 -> {
        append(note, "\n- [Inference] It follows. {because=a#alpha supports=b#beta}\n");
        return "premise in " + name;
      }
      case 11 -> {
        append(note, "\n- [Fact] Another, says [s](https://s.example/" + random.nextInt(9) + ").\n");
        return "claim in " + name;
      }
      default -> {
        delete(root.resolve(".assay"));
        return "no cache";
      }
    }
  }

  private static void repair(Path root) throws IOException {
    Files.deleteIfExists(root.resolve("templates/part/date.ftlh"));
    boolean alpha = Files.exists(root.resolve("content/post/a.md"));
    for (Path note : notes(root)) {
      String text = Files.readString(note);
      // Whatever led to a note that is gone by now leads nowhere in particular.
      String sound = text.replaceAll("\\]\\([^)h]*\\)", "](https://x.example/)").replaceAll("(?m)^(follows|hubs|pinned): .*\\n", "")
          .replaceAll(":because: .*\\n", "").replaceAll("(?m)^draft: true\\n", "")
          .replaceAll("supports=b#beta", "");
      if (!alpha) {
        sound = sound.replaceAll("(?m)^history: .*\\n", "").replaceAll("because=a#alpha", "");
      }
      // A head has a key once.
      sound = sound.replaceAll("(?m)^(history: .*\\n)(?:history: .*\\n)+", "$1");
      if (!sound.equals(text)) {
        Files.writeString(note, sound);
      }
    }
  }

  private static List<Path> notes(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve("content"))) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  private static void append(Path file, String text) throws IOException {
    Files.writeString(file, Files.readString(file) + text);
  }

  private static void replace(Path file, String from, String to) throws IOException {
    Files.writeString(file, Files.readString(file).replaceFirst(java.util.regex.Pattern.quote(from), to));
  }

  private static void damageOutput(Path root, Random random) throws IOException {
    Path site = root.resolve("site");
    if (!Files.exists(site)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> walk = Files.walk(site)) {
      files = walk.filter(Files::isRegularFile).filter(f -> !f.getFileName().toString().startsWith(".")).sorted().toList();
    }
    Path file = files.get(random.nextInt(files.size()));
    if (random.nextBoolean()) {
      Files.delete(file);
    } else {
      Files.writeString(file, "damaged");
    }
  }

  private static void damageCache(Path root, Random random) throws IOException {
    Path cache = root.resolve(".assay");
    if (!Files.exists(cache)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(cache)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length > 0) {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
          Files.write(file, random.nextBoolean() ? bytes : new String(bytes, StandardCharsets.ISO_8859_1).substring(0, bytes.length / 2).getBytes(StandardCharsets.ISO_8859_1));
        }
      }
    }
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
