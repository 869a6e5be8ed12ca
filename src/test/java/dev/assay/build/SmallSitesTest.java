package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.build.scaffold.Scaffold;
import dev.assay.feed.RssRules;
import dev.assay.testing.HtmlValidity;
import dev.assay.testing.SiteLinks;
import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What one does with a site in its first week: each test is a site small enough to see, and what becomes of it.
class SmallSitesTest {
  private static final String BASE = "https://small.example/";
  private static final String SETTINGS =
      """
      -- content/site.yaml --
      title: Small
      base_url: https://small.example/
      """;

  @TempDir private Path temp;

  private Path root() {
    return temp.resolve("power-notes");
  }

  /// Builds a site that must be sound: no problem, valid pages and feeds, no link that leads nowhere.
  private Tree sound(String text, String base) {
    SiteText.of(text).into(root());
    return sound(Sites.build(root()), base);
  }

  private Tree sound(String text) {
    return sound(text, BASE);
  }

  private Tree sound(BuildReport report, String base) {
    assertEquals(List.of(), report.problems(), () -> Sites.problems(report));
    Tree site = Tree.of(root().resolve("site")).only(path -> !path.startsWith("."));
    assertEquals(List.of(), HtmlValidity.errors(site));
    assertEquals(List.of(), new SiteLinks(site, base).broken());
    site.files().forEach(
        (path, bytes) -> assertEquals(List.of(), path.endsWith("feed.xml") ? RssRules.brokenBy(bytes) : List.of(), path));
    return site;
  }

  private static Document page(Tree site, String path) {
    return Jsoup.parse(site.text(path), "");
  }

  private static Document feed(Tree site, String path) {
    return Jsoup.parse(site.text(path), "", Parser.xmlParser());
  }

  private static List<String> titles(Tree site, String list) {
    return page(site, list).select("main .card-title a, main .lines a").eachText();
  }

  private static String post(String name, String date, String more) {
    return "-- content/post/" + name + ".md --\n---\ntitle: " + name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1)
        + "\ndate: " + date + "\n" + more + "---\nThe text of " + name + ".\n";
  }

  @Test
  void aFolderWithOneFileIsASite() {
    Tree site =
        sound(
            """
            -- thoughts.md --
            # On power

            Power is what a data center buys first.

            - [Speculation] It will be the last thing to get cheap.
            """,
            "http://localhost:4000/");
    Document note = page(site, "page/thoughts/index.html");
    assertEquals("On power", note.selectFirst("h1").text());
    assertEquals(1, note.select("h1").size());
    assertEquals("On power · Power notes", note.title());
    assertEquals("speculation", note.selectFirst("[data-claim]").attr("data-claim"));
    assertEquals(List.of("On power"), titles(site, "index.html"));
    assertEquals("Power notes", feed(site, "feed.xml").selectFirst("channel > title").text());
  }

  @Test
  void aNoteWithoutATitleIsCalledAfterItsFile() {
    SiteText.of("-- memory-wall.md --\nJust words.\n").into(root());
    BuildReport report = Sites.build(root());
    assertTrue(report.succeeded(), () -> Sites.problems(report));
    assertEquals("Memory wall", page(Tree.of(root().resolve("site")), "page/memory-wall/index.html").selectFirst("h1").text());
  }

  @Test
  void aNewSiteBuildsAsItStands() throws IOException {
    Scaffold.site(root(), OffsetDateTime.parse("2026-11-20T09:00:00Z"));
    BuildReport report = SiteBuild.build(Sites.options(root()).withBaseUrl(BASE), Progress.NONE);
    Tree site = sound(report, BASE);
    assertEquals(4, report.claims().values().stream().mapToInt(Integer::intValue).sum());
    assertEquals(List.of("What a token costs"), page(site, "page/cost-of-compute/index.html").select(".path .card-title a").eachText());
    assertTrue(page(site, "post/first-note/index.html").select("table td").size() > 1);
  }

  @Test
  void aNewSiteAsksForNothingButItsAddress() throws IOException {
    Scaffold.site(root(), OffsetDateTime.parse("2026-11-20T09:00:00Z"));
    BuildReport report = Sites.build(root());
    assertEquals(List.of("no-base-url"), report.problems().stream().map(problem -> problem.code().word()).toList(), () -> Sites.problems(report));
    assertTrue(report.succeeded());
  }

  @Test
  void aSiteWithoutSettingsIsCalledAfterItsFolder() {
    Tree site = sound(post("alpha", "2026-01-02", ""), "http://localhost:4000/");
    assertEquals("Power notes", page(site, "index.html").selectFirst("h1").text());
    assertTrue(site.has("post/alpha/index.html"), site.toString());
  }

  @Test
  void draftsAndNotesOfAnotherDayAreLeftOut() {
    String text =
        SETTINGS + post("alpha", "2026-01-02", "") + post("draft", "2026-01-03", "draft: true\n")
            + post("later", "2027-01-01", "") + post("waiting", "2026-01-04", "publish: 2026-11-23\n")
            + post("gone", "2026-01-05", "expires: 2026-11-22\n") + post("lasting", "2026-01-06", "expires: 2026-11-23\n");
    Tree site = sound(text);
    assertEquals(List.of("Lasting", "Alpha"), titles(site, "post/index.html"));
    assertEquals(List.of("Lasting", "Alpha"), feed(site, "feed.xml").select("item > title").eachText());
    for (String name : List.of("draft", "later", "waiting", "gone")) {
      assertFalse(site.has("post/" + name + "/index.html"), name);
    }
    BuildReport report = Sites.build(root());
    assertEquals(4, report.leftOut());
    sound(SiteBuild.build(Sites.options(root()).withDrafts(true), Progress.NONE), BASE);
    Tree drafts = Tree.of(root().resolve("site"));
    assertTrue(page(drafts, "post/draft/index.html").selectFirst("h1").text().contains("Draft"));
    BuildReport past = SiteBuild.build(Sites.options(root()).withToday(java.time.LocalDate.of(2027, 1, 1)), Progress.NONE);
    sound(past, BASE);
    assertEquals(List.of("Later", "Waiting", "Alpha"), titles(Tree.of(root().resolve("site")), "post/index.html"));
  }

  @Test
  void aLinkToADraftSaysThatItIsOne() {
    SiteText.of(SETTINGS + post("draft", "2026-01-03", "draft: true\n") + "-- content/page/about.md --\n# About\nSee [it](../post/draft.md).\n")
        .into(root());
    BuildReport report = Sites.build(root());
    assertTrue(Sites.problems(report).contains("is a draft\n"), () -> Sites.problems(report));
    assertTrue(Sites.problems(report).contains("build with --drafts"), () -> Sites.problems(report));
    assertFalse(report.succeeded());
  }

  @Test
  void anOldAddressLeadsToTheNewOne() {
    Tree site = sound(SETTINGS + post("alpha", "2026-01-02", "aliases: [/old/alpha/, /2019/alpha.html]\n"));
    for (String path : List.of("old/alpha/index.html", "2019/alpha.html")) {
      Document old = page(site, path);
      assertEquals("0; url=/post/alpha/", old.selectFirst("meta[http-equiv=refresh]").attr("content"));
      assertEquals(BASE + "post/alpha/", old.selectFirst("link[rel=canonical]").attr("href"));
      assertFalse(site.text("sitemap.xml").contains(path.replace("index.html", "")), path);
    }
  }

  @Test
  void aLongListHasPages() {
    String text = SETTINGS + "page_size: 2\n";
    for (int day = 1; day <= 5; day++) {
      text += post("note" + day, "2026-01-0" + day, "tags: [power]\n");
    }
    Tree site = sound(text);
    assertEquals(List.of("Note5", "Note4"), titles(site, "post/index.html"));
    assertEquals(List.of("Note3", "Note2"), titles(site, "post/page/2/index.html"));
    assertEquals(List.of("Note1"), titles(site, "post/page/3/index.html"));
    assertEquals(List.of("Note1"), titles(site, "tags/power/page/3/index.html"));
    assertFalse(site.has("post/page/4/index.html"));
    Document middle = page(site, "post/page/2/index.html");
    assertEquals("/post/", middle.selectFirst("a[rel=prev]").attr("href"));
    assertEquals("/post/page/3/", middle.selectFirst("a[rel=next]").attr("href"));
    assertTrue(page(site, "post/index.html").select("a[rel=prev]").isEmpty());
    assertTrue(page(site, "post/page/3/index.html").select("a[rel=next]").isEmpty());
    assertEquals(5, feed(site, "post/feed.xml").select("item").size());
  }

  @Test
  void twoLanguagesHaveListsAndFeedsOfTheirOwn() {
    Tree site =
        sound(
            """
            -- content/site.yaml --
            title: Small
            base_url: https://small.example/
            languages: [en, ko]
            """
                + post("alpha", "2026-01-02", "tags: [power]\n") + post("beta", "2026-01-03", "")
                + """
                -- content/post/alpha.ko.md --
                ---
                title: 알파
                date: 2026-01-02
                tags: [전력]
                ---
                한국어 노트입니다. [베타](beta.md)를 보라.
                """);
    assertEquals(List.of("Beta", "Alpha"), titles(site, "post/index.html"));
    assertEquals(List.of("알파"), titles(site, "ko/post/index.html"));
    assertEquals(List.of("알파"), titles(site, "ko/index.html"));
    assertEquals(List.of("알파"), feed(site, "ko/feed.xml").select("item > title").eachText());
    assertEquals(List.of("Beta", "Alpha"), feed(site, "feed.xml").select("item > title").eachText());
    assertTrue(site.has("ko/tags/전력/index.html") && !site.has("tags/전력/index.html"), site.toString());
    Document korean = page(site, "ko/post/alpha/index.html");
    assertEquals("ko", korean.selectFirst("html").attr("lang"));
    assertEquals(
        List.of(BASE + "post/alpha/", BASE + "post/alpha/", BASE + "ko/post/alpha/"), korean.select("link[hreflang]").eachAttr("href"));
    assertEquals(List.of("en", "x-default", "ko"), page(site, "post/alpha/index.html").select("link[hreflang]").eachAttr("hreflang"));
    assertTrue(page(site, "post/beta/index.html").select("link[hreflang]").isEmpty());
    assertEquals("/post/beta/", korean.selectFirst(".text a[href*=beta]").attr("href"));
  }

  @Test
  void theHomePageOfALanguageHasWordsOfItsOwn() {
    Tree site =
        sound(
            """
            -- content/site.yaml --
            title: Small
            description: What it is about
            base_url: https://small.example/
            languages: [en, ko]
            -- content/index.ko.md --
            ---
            description: 무엇을 다루는가
            ---
            여기서 시작하라.
            """
                + post("alpha", "2026-01-02", ""));
    assertEquals("What it is about", page(site, "index.html").selectFirst("meta[name=description]").attr("content"));
    assertEquals("무엇을 다루는가", page(site, "ko/index.html").selectFirst("meta[name=description]").attr("content"));
    assertTrue(page(site, "ko/index.html").selectFirst("main").text().contains("무엇을 다루는가"));
  }

  @Test
  void theMenuSpeaksTheLanguageOfThePage() {
    Tree site =
        sound(
            """
            -- content/site.yaml --
            title: Small
            base_url: https://small.example/
            languages: [en, ko]
            menu:
              - {label: {en: "What is due", ko: 다가올 일}, url: /checkpoints/}
              - {label: Corrections, url: /corrections/}
              - {label: {ko: 저장소}, url: "https://code.example/"}
            -- content/post/alpha.ko.md --
            ---
            title: 알파
            date: 2026-01-02
            ---
            한국어 노트입니다.
            """
                + post("alpha", "2026-01-02", ""));
    assertEquals(List.of("What is due", "Corrections", "저장소"), page(site, "index.html").select("header nav a:not([lang])").eachText());
    Document korean = page(site, "ko/index.html");
    assertEquals(List.of("다가올 일", "정정", "저장소"), korean.select("header nav a:not([lang])").eachText());
    assertEquals(List.of("/ko/checkpoints/", "/ko/corrections/", "https://code.example/"), korean.select("header nav a:not([lang])").eachAttr("href"));
  }

  @Test
  void aFolderWithAnIndexIsANoteWithItsPictures() {
    Tree site =
        sound(
            SETTINGS
                + """
                -- content/post/hbm4/index.md --
                ---
                title: HBM4
                date: 2026-01-02
                ---
                The stack: ![a chart](chart.svg) and [the numbers](data/rows.csv).
                -- content/post/hbm4/chart.svg --
                <svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>
                -- content/post/hbm4/data/rows.csv --
                a,b
                -- content/post/beside.md --
                ---
                title: Beside
                date: 2026-01-03
                ---
                The same ![chart](hbm4/chart.svg).
                """);
    assertEquals("/post/hbm4/chart.svg", page(site, "post/hbm4/index.html").selectFirst(".text img").attr("src"));
    assertEquals("/post/hbm4/chart.svg", page(site, "post/beside/index.html").selectFirst(".text img").attr("src"));
    assertEquals("a,b\n", site.text("post/hbm4/data/rows.csv"));
    assertTrue(site.text("feed.xml").contains("src=\"" + BASE + "post/hbm4/chart.svg\""), site.text("feed.xml"));
  }

  @Test
  void aSiteBelowAPathCarriesItInEveryLink() {
    String base = "https://host.example/lab/";
    Tree site =
        sound(
            "-- content/site.yaml --\ntitle: Small\nbase_url: " + base + "\nmenu: [{label: All, url: /archive/}]\n"
                + post("alpha", "2026-01-02", "tags: [power]\naliases: [/old/]\n")
                + "-- content/post/beta.md --\n---\ntitle: Beta\ndate: 2026-01-03\n---\nSee [alpha](alpha.md), [it again](/post/alpha/) and ![x](x.svg).\n"
                + "-- content/post/x.svg --\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n",
            base);
    for (Element item : feed(site, "feed.xml").select("item")) {
      assertTrue(item.selectFirst("link").text().startsWith(base + "post/"), item.toString());
      Jsoup.parseBodyFragment(item.selectFirst("content|encoded").text()).select("[href], [src]")
          .forEach(e -> assertTrue((e.attr("href") + e.attr("src")).startsWith(base), e.toString()));
    }
    assertEquals("0; url=/lab/post/alpha/", page(site, "old/index.html").selectFirst("meta[http-equiv=refresh]").attr("content"));
    feed(site, "sitemap.xml").select("loc").eachText().forEach(url -> assertTrue(url.startsWith(base), url));
    assertEquals("/lab/archive/", page(site, "index.html").selectFirst("header nav a").attr("href"));
  }

  @Test
  void anotherBaseUrlMayBeGivenForOneBuild() {
    SiteText.of(SETTINGS + post("alpha", "2026-01-02", "")).into(root());
    sound(SiteBuild.build(Sites.options(root()).withBaseUrl("https://other.example/x/"), Progress.NONE), "https://other.example/x/");
    assertFalse(Tree.of(root().resolve("site")).text("feed.xml").contains("small.example"));
  }

  @Test
  void aSiteHasAddressesOfItsOwn() {
    Tree site =
        sound(
            SETTINGS + "permalinks: {post: '/:year/:month/:day/:slug/', page: '/:slug/', tags: '/topic/:slug/'}\n"
                + post("alpha", "2026-01-02", "tags: [AI Power]\n") + "-- content/page/about.md --\n# About\nSee [](../post/alpha.md).\n");
    assertTrue(site.has("2026/01/02/alpha/index.html") && site.has("about/index.html"), site.toString());
    assertTrue(site.has("topic/ai-power/index.html") && site.has("topic/ai-power/feed.xml") && site.has("topic/index.html"), site.toString());
    assertFalse(site.has("tags/index.html") || site.has("post/alpha/index.html"), site.toString());
  }

  @Test
  void aNoteMayChooseItsSlugOrItsWholeAddress() {
    Tree site = sound(SETTINGS + post("alpha", "2026-01-02", "slug: first\n") + post("beta", "2026-01-03", "url: /special/beta.html\n"));
    assertTrue(site.has("post/first/index.html") && site.has("special/beta.html"), site.toString());
    assertEquals(List.of("/special/beta.html", "/post/first/"), page(site, "post/index.html").select(".card-title a").eachAttr("href"));
  }

  @Test
  void theIndexIntroducesTheHomePage() {
    Tree site = sound(SETTINGS + "-- content/index.md --\nWelcome to [alpha](post/alpha.md).\n" + post("alpha", "2026-01-02", ""));
    Document home = page(site, "index.html");
    assertEquals("Welcome to alpha.", home.selectFirst(".text p").text());
    assertEquals(List.of("Alpha"), titles(site, "index.html"));
    assertFalse(site.has("page/index/index.html") || site.has("index/index.html"), site.toString());
  }

  @Test
  void anyOtherFolderIsASectionWithItsOwnListAndFeed() {
    Tree site =
        sound(SETTINGS + post("alpha", "2026-01-02", "") + "-- content/memo/hours.md --\n---\ntitle: Hours\ndate: 2026-01-03\n---\nText.\n");
    assertEquals(List.of("Hours"), titles(site, "memo/index.html"));
    assertEquals(List.of("Alpha"), titles(site, "post/index.html"));
    assertEquals(List.of("Hours"), feed(site, "memo/feed.xml").select("item > title").eachText());
    assertEquals(List.of("Hours", "Alpha"), feed(site, "feed.xml").select("item > title").eachText());
    assertTrue(site.has("memo/hours/index.html"), site.toString());
  }

  @Test
  void oneTemplateAndOneWordCanBeReplaced() {
    String plain = SETTINGS + post("alpha", "2026-01-02", "");
    Tree before = sound(plain);
    Tree after =
        sound(
            plain
                + "-- templates/part/date.ftlh --\n<#macro date of><#if of.iso?has_content><time datetime=\"${of.iso}\">on ${of.iso}</time></#if></#macro>\n"
                + "-- templates/i18n/en.properties --\nframe.generator = Published by the desk\n");
    assertEquals("on 2026-01-02T00:00:00+00:00", page(after, "post/alpha/index.html").selectFirst("time").text());
    assertTrue(page(after, "index.html").selectFirst("footer").text().endsWith("Published by the desk"));
    assertEquals(
        page(before, "index.html").selectFirst("head").html(), page(after, "index.html").selectFirst("head").html());
  }

  @Test
  void aStyleOfTheSiteTakesThePlaceOfTheDefaultOne() {
    Tree site = sound(SETTINGS + "-- templates/assets/style.css --\nbody { color: teal }\n" + post("alpha", "2026-01-02", ""));
    String style = page(site, "index.html").selectFirst("link[rel=stylesheet]").attr("href");
    assertEquals("body { color: teal }\n", site.text(style.substring(1)));
  }

  @Test
  void aLinkWithoutWordsTakesTheTitleOfItsNote() {
    Tree site = sound(SETTINGS + post("alpha", "2026-01-02", "") + "-- content/page/about.md --\n# About\nSee [](../post/alpha.md) first.\n");
    assertEquals("See Alpha first.", page(site, "page/about/index.html").selectFirst(".text p").text());
  }

  @Test
  void aNoteShowsWhoLinksToItAndInWhichSentence() {
    Tree site =
        sound(
            SETTINGS + post("alpha", "2026-01-02", "")
                + "-- content/post/beta.md --\n---\ntitle: Beta\ndate: 2026-01-03\n---\nFirst words. It rests on [alpha](alpha.md), which came before. Last words.\n");
    Element backlinks = page(site, "post/alpha/index.html").selectFirst(".backlinks");
    assertEquals("/post/beta/", backlinks.selectFirst("a").attr("href"));
    assertEquals("It rests on alpha, which came before.", backlinks.selectFirst("p").text());
    assertTrue(page(site, "post/beta/index.html").select(".backlinks:not(.related)").isEmpty());
  }

  @Test
  void aLinkWithoutWordsKeepsItsPlaceInTheSentence() {
    Tree site = sound(SETTINGS + post("alpha", "2026-01-02", "") + "-- content/index.md --\nBegin with [](post/alpha.md), then go on.\n");
    Element backlinks = page(site, "post/alpha/index.html").selectFirst(".backlinks");
    assertEquals("Small", backlinks.selectFirst("a").text());
    assertEquals("Begin with …, then go on.", backlinks.selectFirst("p").text());
  }

  @Test
  void aPictureIsReadByItsWordsWhereItCannotBeShown() {
    Tree site = sound(SETTINGS + "-- content/page/about.md --\n# About\nHere is ![a chart & \"more\"](chart.svg).\n-- content/page/chart.svg --\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n");
    assertEquals("Here is a chart & \"more\".", page(site, "page/about/index.html").selectFirst("meta[name=description]").attr("content"));
  }

  @Test
  void aNoteLeadsToItsNeighbours() {
    Tree site = sound(SETTINGS + post("alpha", "2026-01-01", "") + post("beta", "2026-01-02", "") + post("gamma", "2026-01-03", ""));
    Document middle = page(site, "post/beta/index.html");
    assertEquals("/post/alpha/", middle.selectFirst("a[rel=prev]").attr("href"));
    assertEquals("/post/gamma/", middle.selectFirst("a[rel=next]").attr("href"));
    assertEquals(Optional.empty(), Optional.ofNullable(page(site, "post/gamma/index.html").selectFirst("a[rel=next]")));
    assertEquals(Optional.empty(), Optional.ofNullable(page(site, "post/alpha/index.html").selectFirst("a[rel=prev]")));
  }

  @Test
  void aNoteNamesWhatItFollowsUpAndWhatFollowsIt() {
    Tree site = sound(SETTINGS + post("alpha", "2026-01-01", "") + post("beta", "2026-01-02", "follows: [alpha]\n"));
    assertEquals("/post/alpha/", page(site, "post/beta/index.html").selectFirst(".context a").attr("href"));
    assertEquals("/post/beta/", page(site, "post/alpha/index.html").selectFirst(".context a").attr("href"));
  }

  @Test
  void aHubShowsItsPinnedNotesInTheirOrderAndTheRestByDate() {
    Tree site =
        sound(
            SETTINGS + "-- content/hub/grid.md --\n---\ntitle: Grid\npinned: [gamma, alpha]\n---\nA thesis.\n"
                + post("alpha", "2026-01-01", "hubs: [grid]\n") + post("beta", "2026-01-02", "hubs: [grid]\n")
                + post("gamma", "2026-01-03", "") + post("delta", "2026-01-04", "hubs: [grid]\n") + post("other", "2026-01-05", ""));
    Document hub = page(site, "page/grid/index.html");
    assertEquals(List.of("Beta", "Delta"), hub.select(".path > .lines a").eachText(), "the rest in the order in which they were written");
    assertEquals(List.of("Gamma", "Alpha"), hub.select(".path .card-title a").eachText());
    assertEquals(List.of("Delta", "Gamma", "Beta", "Alpha"), feed(site, "page/grid/feed.xml").select("item > title").eachText());
    assertEquals("/page/grid/", page(site, "post/beta/index.html").selectFirst(".context a").attr("href"));
  }

  @Test
  void aGuideIsReadInTheOrderOfItsWeights() {
    Tree site =
        sound(
            SETTINGS + "-- content/guide/b.md --\n---\ntitle: Second\nweight: 20\n---\nText.\n"
                + "-- content/guide/a.md --\n---\ntitle: Third\nweight: 30\n---\nText.\n"
                + "-- content/guide/c.md --\n---\ntitle: First\nweight: 3\n---\nText.\n");
    assertEquals(List.of("First", "Second", "Third"), titles(site, "guide/index.html"));
    Document second = page(site, "guide/b/index.html");
    assertEquals("/guide/c/", second.selectFirst("a[rel=prev]").attr("href"));
    assertEquals("/guide/a/", second.selectFirst("a[rel=next]").attr("href"));
  }

  @Test
  void termsThatDifferInLetterCaseShareOnePageUnderTheUsualName() {
    Tree site =
        sound(
            SETTINGS + post("alpha", "2026-01-01", "tags: [hbm]\n") + post("beta", "2026-01-02", "tags: [HBM]\n")
                + post("gamma", "2026-01-03", "tags: [HBM, \"C++\"]\nseries: Memory\n"));
    assertEquals("HBM", page(site, "tags/hbm/index.html").selectFirst("h1").text());
    assertEquals(List.of("Gamma", "Beta", "Alpha"), titles(site, "tags/hbm/index.html"));
    assertTrue(site.has("tags/c++/index.html") && site.has("series/memory/index.html"), site.toString());
  }

  @Test
  void wordsThatLookLikeMarkupStayWordsEverywhere() {
    String hostile = "<script>alert('x')</script> & \"quotes\"";
    Tree site =
        sound(
            SETTINGS + "description: '<b>bold</b>'\n"
                + "-- content/post/alpha.md --\n---\ntitle: '" + hostile.replace("'", "''") + "'\ndate: 2026-01-02\ndescription: '</title><img src=x>'\n"
                + "tags: ['<i>tag</i>']\n---\nText.\n");
    site.files().keySet().stream()
        .filter(path -> path.endsWith(".html"))
        .forEach(path -> assertTrue(page(site, path).select("script:not([type=application/ld+json]):not([src]), i, b:containsOwn(bold), img[src=x]").isEmpty(), path));
    assertEquals(hostile, page(site, "post/alpha/index.html").selectFirst("h1").text());
    assertEquals(hostile, feed(site, "feed.xml").selectFirst("item > title").text());
  }

  @Test
  void aTableOfFiguresLeavesAHeadingItsName() {
    Tree site =
        sound(
            SETTINGS + "-- content/data/scenarios.yaml --\nbase: {hardware: h100-sxm, model: llama-3.1-8b}\n" + post("alpha", "2026-01-02", "")
                + "\n## Figure 1\n\n```{cost-table}\nscenarios: [base]\ncolumns: [params]\n```\n");
    Document note = page(site, "post/alpha/index.html");
    assertEquals("h2", note.getElementById("figure-1").normalName());
    assertEquals(1, note.select("figure[id]").size());
  }

  @Test
  void claimsMayStandInEverySortOfBlock() {
    Tree site =
        sound(
            SETTINGS + post("alpha", "2026-01-02", "")
                + """

                | x | y |
                | - | - |
                | [Fact] cell {#cell source=https://s.example/} | [Blocked] z |

                > [Speculation] in a quotation. {#quoted}

                1. [Speculation] ordered {#ordered}
                   - [Speculation] nested {#nested}

                     with a second paragraph

                - [x] [Fact] a task {source=https://s.example/}

                Term
                : [Speculation] in a definition

                > [!NOTE]
                > [Blocked] in a callout

                X[^1] and [Fact] in a sentence, `[Fact]` in code.

                - item

                  :::{speculation} #in-list
                  Text.
                  :::

                [^1]: [Speculation] in a footnote.
                """);
    Document note = page(site, "post/alpha/index.html");
    assertEquals("td", note.getElementById("cell").normalName());
    assertEquals(List.of("quoted", "ordered", "nested", "in-list"), note.select("#quoted, #ordered, #nested, #in-list").eachAttr("id"));
    assertEquals(
        note.select("[data-claim]").size(),
        new tools.jackson.databind.json.JsonMapper().readTree(site.text("claims.json")).get("claims").size());
  }

  @Test
  void aStrictSiteIsNotWrittenWithAWarning() {
    String fact = post("alpha", "2026-01-02", "") + "\n- **[Fact]** Nobody says so. {#so}\n";
    SiteText.of(SETTINGS + fact).into(root());
    BuildReport lenient = Sites.build(root());
    assertTrue(lenient.succeeded() && lenient.problems().size() == 1, () -> Sites.problems(lenient));
    Tree before = Tree.of(root().resolve("site"));
    SiteText.of(SETTINGS + "strict: true\n" + fact).into(root());
    BuildReport strict = Sites.build(root());
    assertFalse(strict.succeeded());
    assertEquals("", before.difference(Tree.of(root().resolve("site"))));
  }

  /// What is written is a tag; what is read is a word. Feeds carry the text as it was written.
  @Test
  void aHeadingThatIsATagSaysItsWordOnThePage() {
    Tree site =
        sound(SETTINGS + "-- content/post/a.md --\n---\ntitle: A\ndate: 2026-05-01\ntoc: true\n---\n## Known\n\nText.\n\n## [Blocked]\n\n- The terms.\n\n## [Draft] two\n\nText.\n");
    Document page = page(site, "post/a/index.html");
    assertEquals(List.of("Known", "Blocked", "[Draft] two"), page.select(".toc li").eachText());
    Element heading = page.selectFirst("h2#blocked");
    heading.select(".bracket, .permalink").remove();
    assertEquals("Blocked", heading.text());
    assertTrue(site.text("feed.xml").contains("[</span>Blocked<span"), site.text("feed.xml"));
  }

  @Test
  void theArchiveHasYearsAndThenWhatHasNoDate() {
    Tree site =
        sound(SETTINGS + "-- content/post/a.md --\n---\ntitle: A\ndate: 2026-05-01\n---\nText.\n-- content/post/b.md --\n---\ntitle: B\ndate: 2025-05-01\n---\nText.\n-- content/page/c.md --\n---\ntitle: C\n---\nText.\n");
    assertEquals(List.of("2026", "2025", "Without a date"), page(site, "archive/index.html").select("main h2").eachText());
  }

  /// "3분의 2" is one thing: a title is not broken inside of it.
  @Test
  void aNumberStaysWithTheKoreanWordBeforeIt() {
    Tree site = sound(SETTINGS + "language: ko\n-- content/post/a.md --\n---\ntitle: 부품값의 3분의 2, HBM 4\ndate: 2026-05-01\n---\n글.\n");
    assertEquals("부품값의\u00a03분의\u00a02, HBM 4", page(site, "post/a/index.html").selectFirst("h1").wholeText());
    assertEquals("부품값의\u00a03분의\u00a02, HBM 4", page(site, "post/index.html").selectFirst(".card-title").wholeText());
  }
}
