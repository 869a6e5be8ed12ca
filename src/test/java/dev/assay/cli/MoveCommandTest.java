package dev.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `assay mv`: a note moves, and everything that speaks of it follows.
class MoveCommandTest {
  private static final String SITE =
      """
      -- content/site.yaml --
      title: Small
      base_url: https://small.example/
      languages: [en, ko]
      menu:
        - {label: Memory, url: /post/memory/}
      -- content/post/memory.md --
      ---
      title: Memory   # as it was
      date: 2026-01-02
      image: {src: memory.png, alt: Memory}
      hubs: [cost]
      ---
      - [Fact](https://s.example/) It is so. {#so}
      - [Inference] Thus. {#thus because=#so}

      See [the other](../note/other.md#part), [again][o], ![a picture](memory.png "Title"), [itself](#so)
      and [by address](/note/other/), [near](../other.md).

      [o]: <../note/other.md>
      -- content/post/memory.ko.md --
      ---
      title: 메모리
      date: 2026-01-02
      ---
      - [사실](https://s.example/) 그렇다. {#so}

      [다른 글](/note/other.md) 및 ![그림](memory.png)
      -- content/post/memory.png --
      not really a picture
      -- content/other.md --
      The page [beside the settings](post/memory.md).
      -- content/note/other.md --
      +++
      title = "Other"
      date = 2026-02-02
      follows = ["memory", "post/memory", "../post/memory.md"]
      hubs = ["cost"]

      [[history]]
      claim = "memory#so"
      status = "refuted"
      date = 2026-02-01
      +++
      ## Part

      - [Inference] After it. {#after because=memory#so,memory#thus supports="memory#so"}
      - [Fact](https://s.example/) Again. {same=memory#so}

      :::{inference} #third
      :because: memory#thus, #after
      Text.
      :::

      [a](../post/memory.md) [b](../post/memory.md#so) [](/post/memory.md) [d](memory.md) [e](/post/memory/#thus)
      [f](../../post/memory/) [g](https://small.example/post/memory/) <a href="../post/memory.md?x=1#so">raw</a>
      `[code](../post/memory.md)` \\[not](../post/memory.md) ![pic](../post/memory.png) [r] [그](../post/memory.ko.md)

      [r]: ../post/memory.md#so "title"
      -- content/note/other.ko.md --
      ---
      title: 다른 글
      date: 2026-02-02
      follows: memory
      ---
      [메모리](../post/memory.md)
      -- content/hub/cost.md --
      ---
      title: Cost
      pinned:
        - memory   # first
        - other
      ---
      See [memory](../post/memory.md) and [claims](../post/memory.md#thus).
      -- content/post/bundle/index.md --
      {
        "title": "Bundle",
        "date": "2026-03-03",
        "follows": ["memory"]
      }
      ![in it](pic.png) ![deep](img/deep.png) [m](../memory.md) ![out](../memory.png) [page](/other.md)
      -- content/post/bundle/pic.png --
      pic
      -- content/post/bundle/img/deep.png --
      deep
      -- content/note/links.md --
      ---
      title: Links
      date: 2026-04-04
      ---
      [bundle](../post/bundle/index.md) ![its picture](../post/bundle/pic.png) [deep](/post/bundle/img/deep.png)
      [address](/post/bundle/) [relative](../../post/bundle/)
      """;

  @TempDir private Path temp;
  private Path root;

  private record Run(int code, String out, String err) {}

  private static Run run(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), false, false), words);
    return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @BeforeEach
  void write() {
    root = SiteText.of(SITE).into(temp.resolve("site"));
  }

  private Run move(String from, String to) {
    return run("mv", "--root", root.toString(), from, to);
  }

  /// Builds, and everything must be right.
  private Tree built() {
    Run built = run("build", "--root", root.toString(), "--today", "2026-06-01");
    assertEquals(0, built.code, built.err);
    return Tree.of(root.resolve("site"));
  }

  private static List<String> guids(Tree site) {
    List<String> guids = new ArrayList<>();
    for (String feed : List.of("feed.xml", "ko/feed.xml", "claims/fact/feed.xml", "claims/inference/feed.xml", "ko/claims/fact/feed.xml")) {
      Matcher guid = Pattern.compile("<guid[^>]*>([^<]*)</guid>").matcher(site.text(feed));
      while (guid.find()) {
        guids.add(guid.group(1));
      }
    }
    return guids;
  }

  private static List<String> claims(Tree site, String from, String to) {
    List<String> claims = new ArrayList<>();
    JsonNode all = new JsonMapper().readTree(site.text("claims.json")).get("claims");
    for (JsonNode claim : all) {
      claims.add((claim.get("kind").asString() + " " + claim.get("id").asString() + " " + claim.get("text").asString() + " " + claim.get("because") + " " + claim.get("status")).replace(from + "#", to + "#"));
    }
    return claims.stream().sorted().toList();
  }

  /// Every note's page that was there is there still, or leads on.
  private static void assertEveryPageAnswers(Tree before, Tree after) {
    TreeSet<String> gone = new TreeSet<>();
    before.files().keySet().stream().filter(path -> path.matches("(ko/)?(post|note|page)/[^/]+/index.html") && !after.has(path)).forEach(gone::add);
    assertEquals(new TreeSet<>(), gone);
  }

  @Test
  void aRenameChangesEverythingThatSpeaksOfTheNote() {
    Tree before = built();
    Run run = move("post/memory.md", "post/bandwidth.md");
    assertEquals(0, run.code, run.err);
    assertEquals(
        """
        content/post/memory.ko.md -> content/post/bandwidth.ko.md
          /ko/post/memory/ leads to /ko/post/bandwidth/
        content/post/memory.md -> content/post/bandwidth.md
          /post/memory/ leads to /post/bandwidth/
        content/hub/cost.md: 3 places rewritten
        content/note/other.ko.md: 2 places rewritten
        content/note/other.md: 18 places rewritten
        content/other.md: 1 place rewritten
        content/post/bundle/index.md: 2 places rewritten
        """,
        run.out);
    Tree after = Tree.of(root.resolve("content"));
    assertTrue(after.text("post/bandwidth.md").startsWith("---\ntitle: Memory   # as it was\ndate: 2026-01-02\nimage: {src: memory.png, alt: Memory}\nhubs: [cost]\nid: urn:uuid:"), after.text("post/bandwidth.md"));
    assertTrue(after.text("post/bandwidth.md").contains("\naliases: [/post/memory/]\n---\n- [Fact]"), after.text("post/bandwidth.md"));
    String other = after.text("note/other.md");
    assertTrue(other.contains("follows = [\"bandwidth\", \"post/bandwidth\", \"../post/bandwidth.md\"]\n"), other);
    assertTrue(other.contains("claim = \"bandwidth#so\"\n"), other);
    assertTrue(other.contains("{#after because=bandwidth#so,bandwidth#thus supports=\"bandwidth#so\"}"), other);
    assertTrue(other.contains("{same=bandwidth#so}"), other);
    assertTrue(other.contains(":because: bandwidth#thus, #after\n"), other);
    assertTrue(other.contains("[a](../post/bandwidth.md) [b](../post/bandwidth.md#so) [](/post/bandwidth.md) [d](bandwidth.md) [e](/post/bandwidth/#thus)\n"), other);
    assertTrue(other.contains("[f](/post/bandwidth/) [g](https://small.example/post/memory/) <a href=\"../post/bandwidth.md?x=1#so\">raw</a>\n"), other);
    assertTrue(other.contains("`[code](../post/memory.md)` \\[not](../post/memory.md) ![pic](../post/memory.png) [r] [그](../post/bandwidth.ko.md)\n"), other);
    assertTrue(other.contains("[r]: ../post/bandwidth.md#so \"title\"\n"), other);
    assertTrue(after.text("note/other.ko.md").contains("follows: bandwidth\n---\n[메모리](../post/bandwidth.md)\n"));
    assertTrue(after.text("hub/cost.md").contains("  - bandwidth   # first\n  - other\n"));
    Tree now = built();
    assertEquals(guids(before), guids(now));
    assertEquals(claims(before, "memory", "bandwidth"), claims(now, "memory", "bandwidth"));
    assertEveryPageAnswers(before, now);
    assertTrue(now.text("post/memory/index.html").contains("/post/bandwidth/"));
  }

  @Test
  void aMoveIntoAnotherFolderRewritesItsOwnLinks() {
    Tree before = built();
    Run run = move(root.resolve("content/post/memory.ko.md").toString(), "note/");
    assertEquals(0, run.code, run.err);
    String moved = Tree.of(root.resolve("content")).text("note/memory.md");
    assertTrue(moved.contains("image: {src: ../post/memory.png, alt: Memory}\n"), moved);
    assertTrue(moved.contains("See [the other](../note/other.md#part), [again][o], ![a picture](../post/memory.png \"Title\"), [itself](#so)\n"), moved);
    assertTrue(moved.contains("[by address](/note/other/), [near](../other.md).\n\n[o]: <../note/other.md>\n"), moved);
    Tree now = built();
    assertEquals(guids(before), guids(now));
    assertEveryPageAnswers(before, now);
  }

  @Test
  void aFolderMovesWithItsPictures() {
    Tree before = built();
    Run run = move("content/post/bundle/", "content/note/parcel");
    assertEquals(0, run.code, run.err);
    Tree content = Tree.of(root.resolve("content"));
    assertFalse(content.has("post/bundle/index.md"));
    assertTrue(content.has("note/parcel/img/deep.png"));
    String moved = content.text("note/parcel/index.md");
    assertTrue(moved.contains("![in it](pic.png) ![deep](img/deep.png) [m](../../post/memory.md) ![out](../../post/memory.png) [page](/other.md)\n"), moved);
    String links = content.text("note/links.md");
    assertTrue(links.contains("[bundle](parcel/index.md) ![its picture](parcel/pic.png) [deep](/note/parcel/img/deep.png)\n"), links);
    assertTrue(links.contains("[address](/note/parcel/) [relative](/note/parcel/)\n"), links);
    Tree now = built();
    assertEquals(guids(before), guids(now));
    assertEveryPageAnswers(before, now);
  }

  @Test
  void aFileBecomesAFolderAndAFileAgain() {
    Tree before = built();
    Tree content = Tree.of(root.resolve("content"));
    assertEquals(0, move("post/memory.md", "post/memory/index.md").code);
    assertTrue(Tree.of(root.resolve("content")).text("post/memory/index.md").contains("![a picture](../memory.png \"Title\")"));
    assertEquals(guids(before), guids(built()));
    Run back = move("post/memory", "post/memory.md");
    assertEquals(0, back.code, back.err);
    assertEquals(guids(before), guids(built()));
    assertEquals(content.files().keySet(), Tree.of(root.resolve("content")).files().keySet());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "post/memory.md | note/other.md | is there already",
      "post/memory.md | post/memory.md | is where it should go already",
      "post/memry.md | post/x.md | there is no note",
      "post/memory.md | ../x.md | cannot be a path",
      "post/memory.md | /tmp/x.md | outside of the site's content",
      "post/bundle | post/bundle/in/it | lies in the folder that is moved",
      "post/bundle | post/flat.md | holds more than the note",
      "post/memory.md | post/x.ko.md | another language",
      "post/memory.md | post/.hidden.md | passed over",
      "hub/cost.md | post/cost.md | nothing was moved",
  })
  void whatCannotBeMovedStaysAsItIs(String from, String to, String why) {
    Tree before = Tree.of(root);
    Run run = move(from, to);
    assertEquals(1, run.code, run.out);
    assertTrue(run.err.contains(why), run.err);
    assertEquals("", before.difference(Tree.of(root)));
  }

  @Test
  void aDryRunChangesNothing() {
    Tree before = Tree.of(root);
    Run run = run("mv", "--dry-run", "--root", root.toString(), "post/memory.md", "post/bandwidth.md");
    assertEquals(0, run.code, run.err);
    assertTrue(run.out.contains("content/post/memory.md -> content/post/bandwidth.md\n"), run.out);
    assertTrue(run.out.endsWith("nothing was changed (--dry-run)\n"), run.out);
    assertEquals("", before.difference(Tree.of(root)));
  }

  @Test
  void aNoteThatCannotBeRewrittenStopsTheMove() throws IOException {
    Files.setPosixFilePermissions(root.resolve("content/note"), java.nio.file.attribute.PosixFilePermissions.fromString("r-xr-xr-x"));
    Tree before = Tree.of(root);
    try {
      Run run = move("post/memory.md", "post/bandwidth.md");
      // Who may do everything is not stopped by permissions.
      if (run.code != 0) {
        assertEquals("", before.difference(Tree.of(root)));
      }
    } finally {
      Files.setPosixFilePermissions(root.resolve("content/note"), java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void aHubKeepsItsNotes() {
    Tree before = built();
    Run run = move("hub/cost.md", "hub/price.md");
    assertEquals(0, run.code, run.err);
    Tree content = Tree.of(root.resolve("content"));
    assertTrue(content.text("post/memory.md").contains("hubs: [price]\n"));
    assertTrue(content.text("note/other.md").contains("hubs = [\"price\"]\n"));
    Tree now = built();
    assertEveryPageAnswers(before, now);
  }
}
