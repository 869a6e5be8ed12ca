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

  @Test
  void anAuthorHasANameInEachLanguage() {
    Tree site =
        Sites.built(
            root,
            """
            -- content/site.yaml --
            title: T
            base_url: https://x.example/
            languages: [en, ko]
            authors:
              - {name: Kim Min-su, url: "https://kim.example/", names: {ko: 김민수}}
              - Someone Else
            -- content/post/a.md --
            ---
            title: A
            date: 2026-01-01
            authors: [Kim Min-su]
            ---
            Text.
            -- content/post/b.ko.md --
            ---
            title: B
            date: 2026-01-02
            authors: [김민수]
            ---
            글.
            """);
    assertTrue(page(site, "post/a/index.html").select(".meta").text().contains("Kim Min-su"));
    Document korean = page(site, "ko/post/b/index.html");
    assertTrue(korean.select(".meta").text().contains("김민수"), korean.select(".meta").text());
    assertEquals("/ko/authors/kim-min-su/", korean.select(".meta a[href*=authors]").attr("href"));
    assertEquals("김민수", page(site, "ko/authors/kim-min-su/index.html").select("h1").text());
    assertTrue(site.text("ko/atom.xml").contains("<name>김민수</name>"));
    assertTrue(site.text("atom.xml").contains("<name>Kim Min-su</name>"));
  }

  private static final String COSTS =
      """
      -- content/site.yaml --
      title: T
      base_url: https://x.example/
      languages: [en, ko]
      -- content/data/scenarios.yaml --
      base: {hardware: b200, model: llama-3.1-70b, label: {en: As it is, ko: 지금}}
      year-late:
        extends: base
        cache_hit: 0.6
        label: {en: A year late, ko: 1년 늦음}
      owned: {extends: base, money: own}
      """;

  private static final String BLOCKS =
      """
      ```{cost-table}
      scenarios: [base, year-late, owned]
      columns: [usd_per_million_output_tokens]
      ```

      ```{cost-chart}
      scenarios: [base, year-late]
      figure: usd_per_million_output_tokens
      ```

      ```{cost-breakeven}
      scenario: owned
      against: year-late
      lever: utilisation
      from: 0.05
      to: 1
      name: crossing
      ```

      They meet at {cost}`crossing`; it is {cost}`year-late.usd_per_million_output_tokens / base.usd_per_million_output_tokens as percent` of it,
      decoding takes {cost}`base.decode_share as percent`.
      """;

  private static String costs(String file, String text) {
    return COSTS + "-- content/post/" + file + " --\n---\ntitle: A\ndate: 2026-01-01\n---\n" + text;
  }

  @Test
  void aScenarioIsCalledByItsLabelInThePagesLanguage() {
    Document english = page(Sites.built(root.resolve("en"), costs("a.md", BLOCKS)), "post/a/index.html");
    assertEquals(List.of("As it is", "A year late", "owned"), english.select("figure.figures").first().select(".scroll").first().select("tbody th").eachText().stream().map(text -> text.replaceAll(" (NVIDIA|llama|Llama|B200|b200).*", "")).toList());
    Document korean = page(Sites.built(root.resolve("ko"), costs("a.ko.md", BLOCKS)), "ko/post/a/index.html");
    String text = korean.select("figure.figures").text();
    assertTrue(text.contains("지금") && text.contains("1년 늦음"), text);
    assertTrue(korean.select("svg").text().contains("1년 늦음"), korean.select("svg").text());
  }

  @Test
  void whereTwoMeetCanBeQuotedAndARatioIsAPercentage() {
    Document page = page(Sites.built(root, costs("a.md", BLOCKS)), "post/a/index.html");
    String said = page.select("p:contains(They meet at)").text();
    assertTrue(said.replace(" ", "").matches("Theymeetat\\d[\\d.]*;itis[\\d.]+%ofit,decodingtakes[\\d.]+%\\..*"), said);
    assertTrue(page.select(".figure-notes").text().contains("need not lie in the middle"));
  }

  @Test
  void whatCannotBeAPercentageOrDoesNotMeetIsAnErrorAtItsPlace() {
    dev.assay.testing.SiteText.of(costs("a.md", BLOCKS.replace("from: 0.05", "from: 0.98").replace("base.decode_share as", "base.usd_per_million_output_tokens as"))).into(root);
    List<String> told = Sites.build(root).problems().stream().map(problem -> problem.code().word() + " " + problem.message()).toList();
    assertTrue(told.contains("unit 'USD' cannot be a percentage"), told.toString());
    assertTrue(told.stream().anyMatch(each -> each.startsWith("unknown-figure ")), told.toString());
    dev.assay.testing.SiteText.of(costs("a.md", "Text.").replace("label: {en: As it is, ko: 지금}", "label: [x]")).into(root.resolve("other"));
    List<String> other = Sites.build(root.resolve("other")).problems().stream().map(problem -> problem.message()).toList();
    assertTrue(other.contains("'label' is neither a text nor texts by language"), other.toString());
  }

  @Test
  void aClaimThatACheckpointShowsIsNotListedBesideIt() {
    Tree site =
        Sites.built(
            root,
            """
            -- content/site.yaml --
            title: T
            base_url: https://x.example/
            -- content/post/a.md --
            ---
            title: A
            date: 2026-01-01
            ---
            - **[Speculation]** It clears at the cap. {#cap due=2027-01-20 probability=0.6}
            - **[Speculation]** It clears later. {#later due=2027-06-30 probability=0.6}

            ## Next checkpoints

            | Checkpoint | Strong | Weak | Due | Claims |
            | --- | --- | --- | --- | --- |
            | The auction | up | down | 2027-01-20 | #cap, #later |
            """);
    assertEquals(List.of("The auction", "It clears later."), page(site, "checkpoints/index.html").select(".agenda .point > a").eachText());
    assertTrue(site.text("checkpoints.ics").contains("It clears at the cap"));
  }

  @Test
  void theHomePageHasTheTitleAndTheWordsOfItsLanguage() {
    Tree site =
        Sites.built(
            root,
            """
            -- content/site.yaml --
            title: T
            base_url: https://x.example/
            description: What the site is.
            languages: [en, ko]
            -- content/index.md --
            ---
            title: What it costs
            ---
            Words.
            -- content/index.ko.md --
            ---
            title: 그 값
            description: 이 사이트가 하는 일.
            ---
            글.
            -- content/post/a.md --
            ---
            title: A
            ---
            Text.
            """);
    assertEquals("What it costs", page(site, "index.html").select("h1").text());
    assertEquals("What it costs · T", page(site, "index.html").title());
    assertEquals("What the site is.", page(site, "index.html").select(".lead").text());
    assertEquals("그 값", page(site, "ko/index.html").select("h1").text());
    assertEquals("이 사이트가 하는 일.", page(site, "ko/index.html").select(".lead").text());
    assertEquals("T", page(Sites.built(root.resolve("plain"), "-- content/site.yaml --\ntitle: T\n-- content/post/a.md --\n---\ntitle: A\n---\nText.\n"), "index.html").select("h1").text());
  }
}
