package dev.assay.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What lay at an address once answers there after one move and after several.
class OldAddressesTest {
  private static final String SITE =
      """
      -- content/site.yaml --
      title: Small
      base_url: https://small.example/lab/
      languages: [en, ko]
      -- content/hub/cost.md --
      ---
      title: Cost
      ---
      Text.
      -- content/hub/cost.ko.md --
      ---
      title: 비용
      ---
      글.
      -- content/post/box/index.md --
      ---
      title: Box
      date: 2026-01-02
      hubs: [cost]
      scenarios: {base: {hardware: h100-sxm, model: llama-3.1-70b}}
      checkpoints:
        - {checkpoint: Prices, due: 2027-01-01}
      ---
      ![in it](pic.png) ![deep](img/deep.png)

      [Speculation] Prices fall. {#fall due=2027-02-01}

      [Speculation] And so on. {due=2027-03-01}

      ```{cost-table}
      scenarios: [base]
      columns: [usd_per_million_output_tokens]
      ```

      ```{cost-chart}
      scenarios: [base]
      figure: usd_per_million_output_tokens
      ```
      -- content/post/box/pic.png --
      pic
      -- content/post/box/img/deep.png --
      deep
      -- content/post/other.md --
      ---
      title: Other
      date: 2026-01-01
      ---
      Text.
      """;

  @TempDir private Path temp;
  private Path root;

  @BeforeEach
  void write() {
    root = SiteText.of(SITE).into(temp.resolve("site"));
  }

  private String run(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), false, false), words);
    assertEquals(0, code, () -> err.toString(StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }

  private void move(String from, String to) {
    run("mv", "--root", root.toString(), from, to);
  }

  private Tree built() {
    run("build", "--root", root.toString(), "--today", "2026-06-01");
    return Tree.of(root.resolve("site")).only(path -> !path.startsWith(".") && !path.startsWith("assets/"));
  }

  private static TreeSet<String> gone(Tree before, Tree after) {
    TreeSet<String> gone = new TreeSet<>(before.files().keySet());
    gone.removeAll(after.files().keySet());
    return gone;
  }

  private static String feedId(String atom) {
    return atom.replaceFirst("(?s).*?<id>([^<]*)</id>.*", "$1");
  }

  private static List<String> ids(Tree site, String feed) {
    return Pattern.compile("<guid[^>]*>([^<]*)</guid>").matcher(site.text(feed)).results().map((MatchResult m) -> m.group(1)).toList();
  }

  @Test
  void everyFileAnswersAfterAMove() {
    Tree before = built();
    assertTrue(before.has("cost/box/base.json") && before.has("post/box/img/deep.png") && before.has("ko/page/cost/feed.json"), () -> before.files().keySet().toString());
    assertTrue(before.files().keySet().stream().anyMatch(path -> path.matches("post/box/.*\\.svg")), () -> before.files().keySet().toString());
    move("hub/cost.md", "hub/price.md");
    move("post/box", "post/crate");
    Tree after = built();
    assertEquals(new TreeSet<>(), gone(before, after));
    assertArrayEquals(after.files().get("page/price/feed.xml"), after.files().get("page/cost/feed.xml"));
    assertTrue(after.text("page/cost/atom.xml").contains("rel=\"self\" href=\"https://small.example/lab/page/price/atom.xml\""), after.text("page/cost/atom.xml"));
    assertArrayEquals(before.files().get("post/box/img/deep.png"), after.files().get("post/box/img/deep.png"));
    assertArrayEquals(after.files().get("cost/crate/base.csv"), after.files().get("cost/box/base.csv"));
    assertEquals(feedId(before.text("page/cost/atom.xml")), feedId(after.text("page/cost/atom.xml")));
    for (String feed : List.of("feed.xml", "page/cost/feed.xml", "claims/feed.xml", "checkpoints/feed.xml")) {
      assertFalse(ids(before, feed).isEmpty(), feed);
      assertEquals(ids(before, feed), ids(after, feed), feed);
    }
  }

  @Test
  void everyFileAnswersAfterAChainOfMoves() {
    Tree first = built();
    move("hub/cost.md", "hub/price.md");
    move("post/box", "post/crate");
    Tree second = built();
    move("hub/price.md", "hub/value.md");
    move("post/crate", "post/chest");
    Tree third = built();
    assertEquals(new TreeSet<>(), gone(first, third));
    assertEquals(new TreeSet<>(), gone(second, third));
    // And when it comes back, nothing of it is told twice.
    move("hub/value.md", "hub/cost.md");
    move("post/chest", "post/box");
    Tree last = built();
    assertEquals(new TreeSet<>(), gone(third, last));
    assertArrayEquals(first.files().get("post/box/pic.png"), last.files().get("post/box/pic.png"));
  }

  @Test
  void whatLiesThereNowStays() {
    built();
    move("post/box", "post/crate");
    SiteText.of("-- content/post/box/pic.png --\nanother\n").into(root);
    assertEquals("another\n", built().text("post/box/pic.png"));
  }
}
