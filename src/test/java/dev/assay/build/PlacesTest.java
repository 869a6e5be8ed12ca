package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testing.Tree;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Small things that readers of hubs, notes and checkpoints stumbled over.
class PlacesTest {
  private static final String SITE =
      """
      -- content/site.yaml --
      title: T
      base_url: https://x.example/
      languages: [en, ko]
      entities:
        - {name: Acme, kind: company}
      -- content/data/makers.csv --
      maker,share
      Acme,41
      Other,59
      -- content/hub/power.md --
      ---
      title: Power
      ---
      - **[Fact]** The wire is long, they say. {same=first#long}
      - **[Fact]** The wire is thin, they say. {same=first#thin}
      -- content/hub/alone.md --
      ---
      title: Alone
      ---
      One note.
      -- content/post/first.md --
      ---
      title: First
      date: 2026-06-16
      hubs: [power, alone]
      history: [{claim: "first#settled", status: confirmed, date: 2026-06-20}]
      ---
      - **[Fact]** It is settled, [they say](https://s.example/). {#settled entities=Acme}
      - **[Fact]** The wire is thin, [they say](https://s.example/). {#thin}
      - **[Fact]** The wire is long, [they say](https://s.example/). {#long}

      ```{data-table}
      file: makers.csv
      ```

      See [](#long) and [](second.md).

      ## Next checkpoints

      | Checkpoint | Strong | Weak | Due | Claims |
      | --- | --- | --- | --- | --- |
      | The auction | up | down | 2027-01-20 | #long, second#apart |
      | The report | up | down | 2027-H1 | #thin |
      | Talk | up | down | someday soon | none |
      -- content/post/second.md --
      ---
      title: Second
      date: 2026-07-16
      hubs: [power]
      follows: [first]
      ---
      - **[Fact]** It is apart, [they say](https://s.example/). {#apart}
      -- content/post/second.ko.md --
      ---
      title: 둘째
      date: 2026-07-16
      follows: [first]
      ---
      - **[사실]** 따로다, [그들](https://s.example/). {#apart}
      -- content/post/first.ko.md --
      ---
      title: 첫째
      date: 2026-06-16
      ---
      ## 다음 체크포인트

      | 항목 | 강한 신호 | 약한 신호 | 기한 |
      | --- | --- | --- | --- |
      | 경매 | 위 | 아래 | 2027-01-20 |
      """;

  @TempDir Path root;

  private static Document page(Tree site, String path) {
    return Jsoup.parse(site.text(path));
  }

  @Test
  void whatAHubsWriterChoseComesFirstInTheWritersOrder() {
    Document hub = page(Sites.built(root, SITE), "page/power/index.html");
    assertEquals(List.of("The wire is long, they say.", "The wire is thin, they say.", "It is settled, they say."), hub.select(".known .fact .claims > li > a").eachText());
  }

  @Test
  void aMapHasDaysInWordsAndNoneIsDrawnOfOneNote() {
    Tree site = Sites.built(root, SITE);
    String ticks = String.join(" ", page(site, "page/power/index.html").select(".map .tick").eachText());
    assertTrue(ticks.matches("(?:(?:\\d+ )?[A-Z][a-z]+ 2026 ?)+"), ticks);
    assertTrue(page(site, "page/alone/index.html").select(".map").isEmpty());
  }

  @Test
  void aFollowUpAndItsTranslationAreOneInTheReadersLanguage() {
    Tree site = Sites.built(root, SITE);
    assertEquals(List.of("Second"), page(site, "post/first/index.html").select(".context div:contains(Followed up) a").eachText());
  }

  @Test
  void aTableOfCheckpointsSpeaksInWords() {
    Tree site = Sites.built(root, SITE);
    Document first = page(site, "post/first/index.html");
    assertEquals(List.of("20 January 2027", "H1 2027"), first.select("td time").eachText());
    assertEquals("2027-06-30", first.select("td time").get(1).attr("datetime"));
    assertEquals(List.of("The wire is long, they say.", "It is apart, they say.", "The wire is thin, they say."), first.select("tr[id] td:last-child a").eachText());
    assertEquals(List.of("#long", "/post/second/#apart", "#thin"), first.select("tr[id] td:last-child a").eachAttr("href").stream().map(href -> href.replace("/post/first/#", "#")).toList());
    assertTrue(first.select("tr[id]").text().contains("someday soon none"));
    assertEquals("2027년 1월 20일", page(site, "ko/post/first/index.html").select("td time").text());
    assertEquals(List.of("The wire is long, they say.", "Second"), first.select("p:contains(See ) a").eachText());
  }

  @Test
  void aRowOfDataNamedLikeAnEntityIsAnExposure() {
    Document acme = page(Sites.built(root, SITE), "entities/acme/index.html");
    assertEquals(List.of("share"), acme.select(".exposure th").eachText().stream().map(String::toLowerCase).toList());
    assertEquals(List.of("41"), acme.select(".exposure tbody td").eachText());
    Document hub = page(Sites.built(root.resolve("again"), SITE), "page/power/index.html");
    assertEquals(List.of("It is settled, they say."), hub.select(".exposed td p a").eachText().stream().limit(1).toList());
  }
}
