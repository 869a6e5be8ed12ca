package dev.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `assay fix --ids`: what is derived today is written down, and nothing a reader sees changes.
class FixCommandTest {
  private static final String SITE =
      """
      -- content/site.yaml --
      title: Small
      base_url: https://small.example/
      languages: [en, ko]
      -- content/post/one.md --
      ---
      title: One     # kept
      date: 2026-01-02
      ---
      - **[Fact]** Two H200 wrote 38% more than two H100, [they say](https://s.example/).
      - [inference]: So bandwidth is the price of writing. {because=#named}
      - **[Fact]** It is so, [they say](https://s.example/). {#named}
      - **[Speculation]** Soon,
        perhaps sooner
        {due=2026-12-31
        probability=70%}
      - [Fact](https://s.example/) Same words.
      - [Fact](https://s.example/) Same words.

      > [Fact] Quoted, according to the IEA.
      > And more.

      | a | b |
      | --- | --- |
      | [Fact] Per Reuters, \\| a cell. | x |

      - **[Fact]** With more behind it, per Reuters.

        A second paragraph. {source=https://t.example/}

      :::{speculation}
      A guess.
      :::

      :::{speculation} {due=2027}
      Another guess.
      :::

      ```{inference}
      :because: #named
      In a fence.
      ```

      ## [Blocked]

      - The terms of the contracts.
      - [Fact] Told otherwise, per Reuters.

      ## Again

      - [Fact] Restated. {same=#named}
      - **[Fact] All of it bold, per Reuters.**
      - [Fact] `code` and ![a picture](https://s.example/p.png)
      - [Blocked] \\{not options}
      - [Blocked] ![](https://s.example/q.png)
      -- content/post/one.ko.md --
      +++
      title = "하나"
      date = 2026-01-02
      +++
      - **[사실]** 엔비디아 매출은 늘었다 (로이터에 따르면).
      - **[추측]** 2027년에는 더 늘 것이다.
      - **[사실]** Same words, per Reuters.
      -- content/post/json.md (unended) --
      {"title": "Three", "date": "2026-01-03"}
      No claims
      -- content/post/bare.md --
      # Bare

      See [the second](one.md#claim-AAAAAA).
      -- content/page/kept.md --
      ---
      title: Kept
      id: tag:small.example,2020:kept
      ---
      Nothing to do.
      """;

  @TempDir private Path temp;

  private record Run(int code, String out, String err) {}

  private static Run run(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), false, false), words);
    return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Path site(String text) {
    return SiteText.of(text).into(temp.resolve("site"));
  }

  private JsonNode claims(Path root) throws IOException {
    Run built = run("build", "--root", root.toString(), "--today", "2026-06-01");
    assertEquals(0, built.code, built.err);
    return new JsonMapper().readTree(Files.readString(root.resolve("site/claims.json"))).get("claims");
  }

  private static List<String> said(JsonNode claims) {
    List<String> said = new ArrayList<>();
    claims.forEach(claim -> said.add(claim.get("kind").asString() + " " + claim.get("text").asString() + " " + claim.get("sources").size() + " " + claim.get("because").size()));
    return said.stream().sorted().toList();
  }

  private static List<String> guids(Path root) throws IOException {
    List<String> guids = new ArrayList<>();
    for (String feed : List.of("feed.xml", "ko/feed.xml")) {
      Matcher guid = Pattern.compile("<guid[^>]*>([^<]*)</guid>").matcher(Files.readString(root.resolve("site").resolve(feed)));
      while (guid.find()) {
        guids.add(guid.group(1));
      }
    }
    return guids;
  }

  /// The address that the second claim has today, so that something links to it.
  private String linked() throws IOException {
    Path root = SiteText.of(SITE.replace("See [the second](one.md#claim-AAAAAA).", "")).into(temp.resolve("first"));
    for (JsonNode claim : claims(root)) {
      if (claim.get("text").asString().startsWith("So bandwidth")) {
        String url = claim.get("url").asString();
        return url.substring(url.indexOf('#') + 1);
      }
    }
    throw new AssertionError("no such claim");
  }

  @Test
  void idsAndNamesAreWrittenAndNothingElseChanges() throws IOException {
    String address = linked();
    Path root = site(SITE.replace("claim-AAAAAA", address));
    List<String> saidBefore = said(claims(root));
    List<String> guidsBefore = guids(root);
    Tree before = Tree.of(root.resolve("content"));

    Run dry = run("fix", "--ids", "--dry-run", "--root", root.toString());
    assertEquals(0, dry.code, dry.err);
    assertEquals("", before.difference(Tree.of(root.resolve("content"))));

    Run run = run("fix", "--ids", "--root", root.toString());
    assertEquals(0, run.code, run.err);
    assertEquals(dry.out.replace("to write in", "written in"), run.out);
    assertTrue(run.out.contains("content/post/one.md:5: fact #two-h200-wrote-38-more-two\n"), run.out);
    assertTrue(run.out.contains("content/post/one.ko.md:5: fact #엔비디아-매출은-늘었다-로이터에-따르면\n"), run.out);
    assertTrue(run.out.endsWith("4 ids and 20 names written in 4 notes\n"), run.out);

    Tree after = Tree.of(root.resolve("content"));
    String one = after.text("post/one.md");
    assertTrue(one.startsWith("---\ntitle: One     # kept\ndate: 2026-01-02\nid: urn:uuid:"), one);
    assertTrue(one.contains("- [inference]: So bandwidth is the price of writing. {#" + address + " because=#named}\n"), one);
    assertTrue(one.contains("  perhaps sooner\n  {#soon-perhaps-sooner due=2026-12-31\n  probability=70%}\n"), one);
    assertTrue(one.contains("Same words. {#same-words}\n- [Fact](https://s.example/) Same words. {#same-words-2}\n"), one);
    assertTrue(one.contains("> And more. {#quoted-iea-more}\n"), one);
    assertTrue(one.contains("per Reuters, \\| a cell. {#reuters-cell} | x |".replace("per", "Per")), one);
    assertTrue(one.contains("- **[Fact]** With more behind it, per Reuters. {#more-behind-reuters}\n"), one);
    assertTrue(one.contains(":::{speculation} #guess\n"), one);
    assertTrue(one.contains(":::{speculation} {#another-guess due=2027}\n"), one);
    assertTrue(one.contains("```{inference} #fence\n"), one);
    assertTrue(one.contains("- [Fact] Restated. {same=#named}\n"), one);
    assertTrue(one.contains("- **[Fact] All of it bold, per Reuters.** {#all-bold-reuters}\n"), one);
    assertTrue(one.contains("- [Blocked] ![](https://s.example/q.png) {#blocked-2}\n"), one);
    assertTrue(after.text("post/one.ko.md").contains("per Reuters. {#same-words-reuters}"), after.text("post/one.ko.md"));
    assertTrue(after.text("post/json.md").startsWith("{\"title\": \"Three\", \"date\": \"2026-01-03\", \"id\": \"urn:uuid:"));
    assertTrue(after.text("post/json.md").endsWith("}\nNo claims"));
    assertEquals(before.text("page/kept.md"), after.text("page/kept.md"));

    assertEquals(saidBefore, said(claims(root)));
    assertEquals(guidsBefore, guids(root));

    Run again = run("fix", "--ids", "--root", root.toString());
    assertEquals(0, again.code, again.err);
    assertEquals("nothing to do in 5 notes\n", again.out);
  }

  @Test
  void afterwardsARenameChangesNoId() throws IOException {
    Path root = site(SITE.replace("See [the second](one.md#claim-AAAAAA).", ""));
    assertEquals(0, run("fix", "--ids", "--root", root.toString()).code);
    claims(root);
    List<String> before = guids(root);
    Files.move(root.resolve("content/post/json.md"), root.resolve("content/post/third.md"));
    claims(root);
    assertEquals(before, guids(root));
  }

  @Test
  void aBrokenHeadIsLeftAloneAndTold() throws IOException {
    Path root = site("""
        -- content/post/a.md --
        ---
        title: [
        ---
        - [Fact] Per Reuters, so.
        -- content/post/b.md --
        ---
        title: B
        date: 2026-01-01
        ---
        Text
        """);
    String before = Files.readString(root.resolve("content/post/a.md"));
    Run run = run("fix", "--ids", "--root", root.toString());
    assertEquals(1, run.code);
    assertTrue(run.err.contains("content/post/a.md:2:"), run.err);
    assertTrue(run.out.contains("content/post/b.md: id urn:uuid:"), run.out);
    assertEquals(before, Files.readString(root.resolve("content/post/a.md")));
  }

  @Test
  void itAsksWhatToFix() {
    Run run = run("fix", "--root", site(SITE).toString());
    assertEquals(2, run.code);
    assertTrue(run.err.contains("--ids writes feed ids and names claims"), run.err);
  }
}
