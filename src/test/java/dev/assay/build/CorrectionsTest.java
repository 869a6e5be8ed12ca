package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A chain of a fact and two inferences over three notes, in which the fact is refuted later: every page and feed that
/// has to tell of it does, in both languages, and nothing is told twice.
class CorrectionsTest {
  private static final String SITE =
      """
      -- content/site.yaml --
      title: Chain
      base_url: https://chain.example/
      languages: [en, ko]
      authors: [{name: A. Analyst}]
      -- content/post/one.md --
      ---
      title: One
      date: 2026-01-02
      ---
      - **[Fact]** The plant opens in May, [they say](https://s.example/). {#fact}
      -- content/post/one.ko.md --
      ---
      title: 하나
      date: 2026-01-02
      ---
      - **[사실]** 공장은 5월에 문을 연다고 [한다](https://s.example/). {#fact}
      -- content/post/two.md --
      ---
      title: Two
      date: 2026-02-02
      ---
      - **[Inference]** So supply doubles by summer. {#mid because=one#fact}
      -- content/post/three.md --
      ---
      title: Three
      date: 2026-03-02
      corrections:
        - {date: 2026-03-05, note: "The table had two rows exchanged.", claim: "#top"}
      ---
      - **[Inference]** So prices fall by autumn. {#top because=two#mid}
      - [Speculation] They fall by a third. {#third due=2026-06 probability=60%}
      """;

  private static final String REFUTED =
      """
      -- content/post/four.md --
      ---
      title: Four
      date: 2026-04-02
      history:
        - {claim: one#fact, status: refuted, date: 2026-04-01, note: The opening was moved to next year., source: "https://s.example/delay"}
      ---
      What happened.
      -- content/post/four.ko.md --
      ---
      title: 넷
      date: 2026-04-02
      history:
        - {claim: one#fact, status: refuted, date: 2026-04-01, note: 개장이 내년으로 미뤄졌다.}
      ---
      그 뒤의 일.
      """;

  @TempDir private Path root;

  private Tree built(String text) {
    SiteText.of(text).into(root);
    BuildReport report = Sites.build(root);
    assertTrue(report.succeeded(), () -> Sites.problems(report));
    return Tree.of(root.resolve("site"));
  }

  private static List<String> items(Tree site, String feed, String element) {
    Document read = Jsoup.parse(site.text(feed), "", Parser.xmlParser());
    return read.select("item > " + element).eachText();
  }

  @Test
  void theOldPageShowsAtTheClaimWhatHappened() {
    Tree site = built(SITE + REFUTED);
    Document page = Jsoup.parse(site.text("post/one/index.html"));
    assertEquals("refuted", page.select("#fact").attr("data-status"));
    assertEquals("Refuted 1 April 2026", page.select("#fact .became").text());
    assertEquals(
        "Refuted 1 April 2026: The opening was moved to next year. (s.example › delay) in Four", page.select("#fact .since").text());
    assertEquals("/post/four/", page.select("#fact .since .told a").attr("href"));
    assertEquals("1 April 2026 Refuted: The plant opens in May, they say. The opening was moved to next year. (s.example › delay) in Four", page.select(".since-then li").text());
    Document korean = Jsoup.parse(site.text("ko/post/one/index.html"));
    assertTrue(korean.select("#fact .since").text().contains("개장이 내년으로 미뤄졌다."), korean.select("#fact .since").text());
    assertEquals("/ko/post/four/", korean.select("#fact .since .told a").attr("href"));
  }

  @Test
  void whatRestsOnItIsMarkedOnItsPageAndInTheLedgerAndReported() {
    Tree site = built(SITE + REFUTED);
    assertEquals("Premise refuted", Jsoup.parse(site.text("post/two/index.html")).select("#mid .became").text());
    Document top = Jsoup.parse(site.text("post/three/index.html"));
    assertEquals("Premise refuted", top.select("#top .became").text());
    assertEquals(
        List.of("/post/two/#mid", "/post/one/#fact"), top.select("#top .since.fallen .reason a").eachAttr("href"));
    assertEquals(
        List.of("Premise refuted", "Premise refuted"), Jsoup.parse(site.text("claims/index.html")).select(".status-word .fallen").eachText());
    BuildReport report = Sites.build(root);
    assertEquals(
        List.of(
            "this inference rests on 'two#mid', which rests on 'one#fact', refuted on 2026-04-01",
            "this inference rests on 'one#fact', refuted on 2026-04-01"),
        report.problems().stream().map(problem -> problem.message()).toList());
  }

  @Test
  void everyChangeIsAnItemOfItsOwn() {
    Tree site = built(SITE + REFUTED);
    assertEquals(
        List.of(
            "Expired: They fall by a third.", "Refuted: The plant opens in May, they say.", "Corrected: So prices fall by autumn."),
        items(site, "corrections/feed.xml", "title"));
    assertEquals(List.of("반박됨: 공장은 5월에 문을 연다고 한다."), items(site, "ko/corrections/feed.xml", "title"));
    assertEquals(
        List.of("They fall by a third.", "The plant opens in May, they say.", "So prices fall by autumn."),
        Jsoup.parse(site.text("corrections/index.html")).select(".changes .point a").eachText());
    List<String> ids = items(site, "corrections/feed.xml", "guid");
    assertEquals(3, ids.stream().distinct().count());
    assertEquals(
        List.of("Overdue June 2026: They fall by a third."), items(site, "checkpoints/feed.xml", "title"));
    assertEquals(List.of(), items(site, "ko/checkpoints/feed.xml", "title"));
    for (String feed : List.of("corrections/atom.xml", "corrections/feed.json", "checkpoints/atom.xml", "checkpoints/feed.json")) {
      assertTrue(site.files().containsKey(feed), feed);
    }
  }

  @Test
  void otherWordsLeaveTheItemsWhatTheyAre() throws IOException {
    List<String> before = items(built(SITE + REFUTED), "corrections/feed.xml", "guid");
    Path note = root.resolve("content/post/one.md");
    Files.writeString(note, Files.readString(note).replace("title: One", "title: Another").replace("The plant opens", "The new plant opens"));
    Path told = root.resolve("content/post/four.md");
    Files.writeString(told, Files.readString(told).replace("The opening was", "Its opening was"));
    assertTrue(Sites.build(root).succeeded());
    assertEquals(before, items(Tree.of(root.resolve("site")), "corrections/feed.xml", "guid"));
  }

  @Test
  void anEventInOneNoteRendersTheOthersAnewAndAsACleanBuildWould() throws IOException {
    Tree before = built(SITE);
    Tree after = built(REFUTED);
    for (String page : List.of("post/one/index.html", "ko/post/one/index.html", "post/two/index.html", "post/three/index.html", "corrections/index.html", "corrections/feed.xml")) {
      assertTrue(!before.text(page).equals(after.text(page)), page);
    }
    Path fresh = root.resolve("fresh");
    assertTrue(SiteBuild.build(Sites.options(root).withOutput(fresh).withClean(true), Progress.NONE).succeeded());
    assertEquals("", Tree.of(fresh).difference(after));
    Files.delete(root.resolve("content/post/four.md"));
    Files.delete(root.resolve("content/post/four.ko.md"));
    assertTrue(Sites.build(root).succeeded());
    assertEquals("", before.difference(Tree.of(root.resolve("site")).only(path -> !path.startsWith("fresh"))));
  }
}
