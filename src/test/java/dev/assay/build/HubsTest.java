package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.catalog.Entry;
import dev.assay.catalog.HubReport;
import dev.assay.testing.SiteLinks;
import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Hubs as places, entities, series, related notes and links to a place, seen from outside.
class HubsTest {
  private static final String SITE =
      """
      -- content/site.yaml --
      title: T
      base_url: https://x.example/
      languages: [en, ko]
      link_entities: true
      fields: {desk: text}
      entities:
        - {name: Samsung Electronics, kind: company, names: {ko: 삼성전자}, aliases: [Samsung], ticker: 005930.KS, url: "https://samsung.example/"}
        - {name: SK hynix, kind: company, names: {ko: SK하이닉스}}
        - {name: HBM4, kind: product}
        - {name: AT&T}
      -- content/hub/memory.md --
      ---
      title: Memory
      thesis: Bytes set the price.
      question: How long will it last?
      pinned: [second]
      gathers:
        - {tags: [hbm], since: 2026-02-01}
        - {claims: {kinds: [speculation], status: [open]}}
        - {fields: {desk: memory}}
        - {entities: [SK hynix]}
      ---
      About memory.
      -- content/hub/power.md --
      ---
      title: Power
      ---
      About power.
      -- content/post/first.md --
      ---
      title: First
      date: 2026-01-01
      tags: [HBM]
      series: Parts
      hubs: [power, memory]
      ---
      ## Makers

      Samsung's lines are full, and `SK hynix` in code is not a mention. [Samsung](https://a.example/) again. HBM4E is another part.

      | Maker | Share | Price |
      | --- | ---: | --- |
      | **Samsung** | 41% | 3 |
      | [SK hynix](https://b.example/) | 53% | |
      | Others | 6% | 4 |

      - **[Fact]** It is so, [they say](https://s.example/). {#so entities=HBM4}
      -- content/post/second.md --
      ---
      title: Second
      date: 2026-02-01
      tags: [hbm]
      series: Parts
      follows: [first]
      hubs: [power]
      ---
      After [the makers](first.md#makers) and [this](first.md#so), and [the whole](first.md).
      -- content/post/third.md --
      ---
      title: Third
      date: 2026-03-01
      tags: [hbm]
      series: Parts
      follows: [first, second]
      ---
      # Samsung in a heading

      ## Samsung here, too

      AT&T and SK hynix-made parts. See [the makers](first.md#makers).
      -- content/post/guess.md --
      ---
      title: Guess
      date: 2026-03-01
      ---
      - **[Speculation]** It may rain. {due=2027-01-01 probability=40%}
      -- content/post/desk.md --
      ---
      title: Desk
      date: 2026-03-02
      desk: memory
      ---
      Text.
      -- content/post/apart.md --
      ---
      title: Apart
      date: 2026-03-03
      ---
      Text.
      -- content/hub/memory.ko.md --
      ---
      title: 메모리
      ---
      - **[Fact]** 그렇다, [그들](https://s.example/). {#so2 same=first#so}
      -- content/post/korean.ko.md --
      ---
      title: 국문
      date: 2026-03-04
      entities: [삼성전자, SK hynix]
      ---
      삼성전자가 앞선다. 삼성전자서비스는 다른 회사다. SK하이닉스에서는 다르다.
      """;

  @TempDir Path root;

  private static Document page(Tree site, String path) {
    return Jsoup.parse(site.text(path));
  }

  private static List<String> texts(Element within, String query) {
    return within.select(query).eachText();
  }

  @Test
  void aHubGathersByNameAndByRuleAndIsReadInOrder() {
    Document hub = page(Sites.built(root, SITE), "page/memory/index.html");
    // Apart has nothing that a rule asks for; First names the hub.
    assertEquals(List.of("Second"), texts(hub, ".path .card-title"));
    assertEquals(List.of("First", "Third", "Guess", "Desk").stream().sorted().toList(), hub.select(".path .lines a").eachText().stream().sorted().toList());
    assertEquals("First", hub.select(".path .lines a").first().text());
    assertEquals("Bytes set the price.", hub.select(".lead").text());
    assertTrue(hub.select(".open-question").text().contains("How long will it last?"));
  }

  @Test
  void aHubsMapHasAStopForEachDatedNoteAndALineForEachFollowUp() {
    Document hub = page(Sites.built(root, SITE), "page/memory/index.html");
    Element wide = hub.selectFirst(".map svg.wide");
    assertEquals(5, wide.select("a").size());
    assertEquals(3, wide.select(".way").size());
    assertEquals(1, wide.select(".pinned").size());
    assertEquals("/post/third/", wide.select("a[aria-label^=Third]").attr("href"));
    assertTrue(wide.select("a[aria-label^=Third]").attr("aria-label").contains("First; Second"));
    assertEquals(5, hub.select(".map svg.narrow a").size());
  }

  @Test
  void namesOnAMapNeverTouchWhetherThereIsOneNoteOrFortyOfOneDay() {
    for (int count : new int[] {1, 2, 40, 60}) {
      StringBuilder site = new StringBuilder("-- content/site.yaml --\ntitle: T\n-- content/hub/h.md --\n---\ntitle: H\n---\nH.\n");
      for (int i = 0; i < count; i++) {
        String date = i % 2 == 0 ? "2026-01-01" : "2026-0" + (1 + i % 9) + "-1" + i % 10;
        site.append("-- content/post/n" + i + ".md --\n---\ntitle: A rather long title of the note number " + i + "\ndate: " + date + "\nhubs: [h]\n---\nText.\n");
      }
      Document hub = page(Sites.built(root.resolve("n" + count), site.toString()), "page/h/index.html");
      for (Element svg : hub.select(".map svg")) {
        assertEquals(Math.min(count, 48), svg.select("a").size());
        Map<String, List<double[]>> lanes = new TreeMap<>();
        for (Element stop : svg.select("a")) {
          Element circle = stop.selectFirst("circle");
          double x = Double.parseDouble(circle.attr("cx"));
          double width = stop.selectFirst("text").text().length() * 5;
          boolean end = stop.selectFirst("text").attr("text-anchor").equals("end");
          double[] taken = {end ? x - width : x, end ? x : x + width};
          List<double[]> lane = lanes.computeIfAbsent(circle.attr("cy"), _ -> new ArrayList<>());
          assertTrue(lane.stream().noneMatch(other -> taken[0] < other[1] && taken[1] > other[0]), count + " notes: " + stop.text());
          lane.add(taken);
        }
      }
    }
  }

  @Test
  void aNoteShowsItsPlaceInEachPathAndInItsSeries() {
    Tree site = Sites.built(root, SITE);
    Document first = page(site, "post/first/index.html");
    List<String> places = texts(first, ".places li");
    assertTrue(places.contains("Memory Before: Second · Next: Third") || places.stream().anyMatch(place -> place.startsWith("Memory Before: Second")), places.toString());
    assertTrue(places.contains("Parts Next: Second"), places.toString());
    assertEquals(List.of("First", "Second", "Third"), texts(page(site, "series/parts/index.html"), ".card-title"));
  }

  @Test
  void aPlaceShowsHowManyLinkToItAndTheFootSaysWho() {
    Document first = page(Sites.built(root, SITE), "post/first/index.html");
    assertEquals("2", first.select("h2#makers .linked").text());
    assertEquals("1", first.select("[id=so] > .linked").text());
    Element foot = first.selectFirst(".backlinks:not(.related)");
    assertEquals(List.of("Makers", "It is so, they say."), texts(foot, "h3"));
    String target = first.select("h2#makers .linked").attr("href").substring(1);
    assertEquals(List.of("Third", "Second"), foot.getElementById(target).nextElementSibling().select("li > a").eachText());
    assertTrue(foot.select("ul").first().text().startsWith("Second"));
  }

  @Test
  void relatedNotesSayWhatTheyHaveInCommon() {
    Tree site = Sites.built(root, SITE);
    Element related = page(site, "post/third/index.html").selectFirst(".related");
    // What it follows up stands above the text already.
    assertTrue(related == null || !texts(related, "li > a").contains("First"));
    Tree two =
        Sites.built(
            root.resolve("two"),
            """
            -- content/site.yaml --
            title: T
            -- content/post/a.md --
            ---
            title: A
            date: 2026-01-01
            ---
            Glaciers calve where meltwater lubricates bedrock. Without meltwater, glaciers rest on their bedrock.
            -- content/post/b.md --
            ---
            title: B
            date: 2026-01-02
            ---
            Meltwater below glaciers reaches bedrock in summer. So much for glaciers, meltwater and bedrock.
            -- content/post/c.md --
            ---
            title: C
            date: 2026-01-03
            ---
            Bread needs flour, yeast and patience. Patience is what bread needs most; flour and yeast are cheap.
            """);
    assertEquals(List.of("A"), texts(page(two, "post/b/index.html"), ".related li > a"));
    assertTrue(page(two, "post/b/index.html").select(".related p").text().contains("bedrock"));
    assertTrue(page(two, "post/c/index.html").select(".related").isEmpty());
  }

  @Test
  void anEntityHasItsNotesItsClaimsAndItsRows() {
    Tree site = Sites.built(root, SITE);
    Document samsung = page(site, "entities/samsung-electronics/index.html");
    assertTrue(samsung.select(".note-head .meta").text().contains("Company"), samsung.select(".meta").text());
    assertTrue(samsung.select(".note-head .meta").text().contains("005930.KS"));
    assertEquals(List.of("Share", "Price"), texts(samsung, ".exposure th"));
    assertEquals(List.of("41%", "3"), texts(samsung, ".exposure tbody td"));
    assertEquals("/post/first/#makers", samsung.select(".exposure caption a").attr("href"));
    assertEquals("It is so, they say.", page(site, "entities/hbm4/index.html").select(".known .claims a").text());
    assertTrue(site.has("entities/samsung-electronics/feed.xml"));
    Document hub = page(site, "page/memory/index.html");
    assertTrue(texts(hub, ".exposed tbody th").contains("Samsung Electronics Company 005930.KS"), texts(hub, ".exposed tbody th").toString());
    assertEquals("삼성전자", page(site, "ko/entities/samsung-electronics/index.html").select("h1").text());
  }

  @Test
  void theFirstMentionIsLinkedButNeverInCodeLinksOrHeadings() {
    Tree site = Sites.built(root, SITE);
    Document first = page(site, "post/first/index.html");
    assertEquals(List.of("Samsung"), texts(first, ".text p > a.entity"));
    assertEquals(List.of("/entities/samsung-electronics/"), first.select(".text p > a.entity").eachAttr("href"));
    assertTrue(first.select("code a, h1 a.entity, h2 a.entity, a a").isEmpty());
    Document third = page(site, "post/third/index.html");
    assertEquals(List.of("AT&T", "SK hynix"), texts(third, ".text a.entity"));
    Document korean = page(site, "ko/post/korean/index.html");
    assertEquals(List.of("삼성전자", "SK하이닉스"), texts(korean, ".text a.entity"));
    assertTrue(korean.select(".text p").text().startsWith("삼성전자가 앞선다. 삼성전자서비스는"));
  }

  @Test
  void whatARuleOrANoteNamesInVainIsAWarningWithTheNearest() {
    SiteText.of(
            SITE.replace("tags: [hbm], since", "tags: [hbmm], since").replace("entities: [삼성전자, SK hynix]", "entities: [삼성전지]"))
        .into(root);
    List<String> told = Sites.build(root).problems().stream().map(p -> p.code().word() + " " + p.message() + " / " + p.hint()).toList();
    assertTrue(told.contains("hub-rule no note has 'hbmm' among its tags / did you mean 'hbm'?") || told.contains("hub-rule no note has 'hbmm' among its tags / did you mean 'HBM'?"), told.toString());
    assertTrue(told.contains("unknown-entity the site lists no entity '삼성전지' / did you mean '삼성전자'?"), told.toString());
  }

  @Test
  void theReportNamesNotesInNoHubStaleHubsAndDeadEnds() {
    Sites.built(root, SITE);
    var checked = SiteBuild.check(Sites.options(root), Progress.NONE);
    HubReport report = HubReport.of(checked.analysis().model().catalog(), Sites.TODAY, 90);
    assertEquals(List.of("국문", "Apart"), report.homeless().stream().map(Entry::title).toList());
    assertEquals(List.of("메모리", "Power", "Memory"), report.stale().stream().map(each -> each.hub().title()).toList());
    assertEquals(294, report.stale().get(1).days());
    List<String> deadEnds = report.deadEnds().stream().map(Entry::title).toList();
    assertTrue(deadEnds.contains("Apart") && deadEnds.contains("First") && !deadEnds.contains("Second"), deadEnds.toString());
    assertEquals(List.of("메모리"), HubReport.of(checked.analysis().model().catalog(), Sites.TODAY, 300).stale().stream().map(each -> each.hub().title()).toList());
  }

  @Test
  void everyNoteIsAtMostThreeClicksFromHome() {
    StringBuilder site = new StringBuilder(SITE);
    site.append("-- content/page/lonely.md --\n---\ntitle: Lonely\n---\nText.\n");
    for (int i = 0; i < 60; i++) {
      site.append("-- content/notes/n" + i + ".md --\n---\ntitle: N" + i + "\ndate: 2025-01-01\n---\nText.\n");
    }
    SiteLinks links = new SiteLinks(Sites.built(root, site.toString()), "https://x.example/");
    Map<String, Integer> clicks = links.clicks("index.html");
    List<String> far = links.pages().keySet().stream().filter(path -> path.matches("(ko/)?(post|page|notes)/[^/]+/index.html")).filter(path -> clicks.getOrDefault(path, 99) > 3).toList();
    assertEquals(List.of(), far);
    assertEquals(List.of(), links.broken());
  }

  @Test
  void anEditMovesOnlyWhatShowsItAndTheSiteIsAsAfterACleanBuild(@TempDir Path clean) throws IOException {
    Tree before = Sites.built(root, SITE);
    Path apart = root.resolve("content/post/apart.md");
    Files.writeString(apart, Files.readString(apart).replace("Text.", "Other words altogether."));
    assertTrue(Sites.build(root).succeeded());
    Tree after = Tree.of(root.resolve("site"));
    assertTrue(before.changed(after).stream().noneMatch(path -> path.startsWith("post/") && path.endsWith(".html") && !path.startsWith("post/apart/") && !path.equals("post/index.html")), before.changed(after).toString());
    assertFalse(before.changed(after).contains("page/memory/index.html"));
    Path first = root.resolve("content/post/first.md");
    Files.writeString(first, Files.readString(first).replace("41%", "42%").replace("title: First", "title: The first"));
    assertTrue(Sites.build(root).succeeded());
    SiteText.of(SITE).into(clean);
    Files.copy(apart, clean.resolve("content/post/apart.md"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Files.copy(first, clean.resolve("content/post/first.md"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertTrue(Sites.build(clean).succeeded());
    assertEquals("", Tree.of(clean.resolve("site")).difference(Tree.of(root.resolve("site"))));
  }
}
