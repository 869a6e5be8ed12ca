package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.catalog.FeedIds;
import dev.assay.feed.JsonFeedRules;
import dev.assay.feed.RssRules;
import dev.assay.problem.Problem;
import dev.assay.testing.RelaxNg;
import dev.assay.testing.SiteLinks;
import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sites that are a little odd, and their feeds.
class FeedEdgesTest {
  private static final String BASE = "https://feeds.example/lab/";
  private static final String SETTINGS = "-- content/site.yaml --\ntitle: Feeds\nbase_url: " + BASE + "\n";

  @TempDir private Path temp;
  private Path root;

  @BeforeEach
  void anEmptyFolder() {
    root = temp.resolve("site");
  }

  private Tree built(String text) {
    Sites.built(root, text);
    Tree site = Tree.of(root.resolve("site")).only(path -> !path.startsWith("."));
    RelaxNg atom = new RelaxNg("/dev/assay/feed/atom.rnc");
    for (String folder : FeedReaders.folders(site)) {
      assertEquals(List.of(), RssRules.brokenBy(site.files().get(folder + "feed.xml")), folder);
      assertEquals(List.of(), atom.errors(folder + "atom.xml", site.files().get(folder + "atom.xml")));
      assertEquals(List.of(), JsonFeedRules.brokenBy(site.files().get(folder + "feed.json")), folder);
      List<String> updated = xml(site, folder + "atom.xml").select("entry > updated").eachText();
      assertEquals(updated.size(), new HashSet<>(updated).size(), () -> folder + ": " + updated);
    }
    return site;
  }

  private List<String> problems(String text) {
    SiteText.of(text).into(root);
    return Sites.build(root).problems().stream().map(FeedEdgesTest::line).toList();
  }

  private static String line(Problem problem) {
    return problem.place() + ": " + problem.severity().word() + "[" + problem.code().word() + "]: " + problem.message() + " | " + problem.hint();
  }

  private static Document xml(Tree site, String file) {
    return Jsoup.parse(site.text(file), "", Parser.xmlParser());
  }

  private static List<String> dates(Tree site, String folder) {
    Document feed = xml(site, folder + "feed.xml");
    return feed.select("item").stream().map(item -> item.selectFirst("title").text() + " " + item.selectFirst("pubDate").text()).toList();
  }

  private static String claims(String... claims) {
    return SETTINGS + "-- content/post/a.md --\n---\ntitle: A\ndate: 2026-01-02T10:00:00+09:00\n---\n" + String.join("\n\n", claims) + "\n";
  }

  @Test
  void aFurtherClaimMovesNoDateOfTheOthers() {
    Tree before = built(claims("[Speculation] One. {#one}", "[Speculation] Two. {#two}"));
    assertEquals(
        List.of("[Speculation] One. Fri, 02 Jan 2026 10:00:00 +0900", "[Speculation] Two. Fri, 02 Jan 2026 10:00:00 +0900"),
        dates(before, "claims/speculation/"));
    Tree after = built(claims("[Speculation] New. {#new asserted=2026-11-20}", "[Speculation] One. {#one}", "[Speculation] Zero. {#zero}", "[Speculation] Two. {#two}"));
    assertEquals(
        List.of(
            "[Speculation] New. Fri, 20 Nov 2026 00:00:00 +0000", "[Speculation] One. Fri, 02 Jan 2026 10:00:00 +0900",
            "[Speculation] Zero. Fri, 02 Jan 2026 10:00:00 +0900", "[Speculation] Two. Fri, 02 Jan 2026 10:00:00 +0900"),
        dates(after, "claims/speculation/"));
    Document atom = xml(before, "claims/atom.xml");
    for (var entry : atom.select("entry")) {
      String id = entry.selectFirst("id").text();
      var again = xml(after, "claims/atom.xml").select("entry").stream().filter(other -> other.selectFirst("id").text().equals(id)).findFirst().orElseThrow();
      assertEquals(entry.selectFirst("updated").text(), again.selectFirst("updated").text());
      OffsetDateTime published = OffsetDateTime.parse(entry.selectFirst("published").text());
      assertEquals(published.toEpochSecond(), OffsetDateTime.parse(entry.selectFirst("updated").text()).toEpochSecond());
    }
    assertTrue(after.text("claims.json").contains("\"asserted\":\"2026-11-20\""), after.text("claims.json"));
    assertFalse(after.text("claims/feed.xml").contains("atom:updated"));
  }

  @Test
  void whoRestatesAClaimDoesNotDateIt() {
    Tree site =
        built(
            claims("[Speculation] One. {#one due=2027-01-01}", "[Speculation] New. {#new asserted=2026-11-20 due=2027-02-01}")
                + "-- content/hub/grid.md --\n---\ntitle: Grid\ndate: 2025-01-01\n---\n[Speculation] One. {same=a#one}\n");
    assertEquals(
        List.of("[Speculation] New. Fri, 20 Nov 2026 00:00:00 +0000", "[Speculation] One. Fri, 02 Jan 2026 10:00:00 +0900"), dates(site, "claims/speculation/"));
    assertEquals(
        List.of("Due 1 February 2027: New. Fri, 20 Nov 2026 00:00:00 +0000", "Due 1 January 2027: One. Fri, 02 Jan 2026 10:00:00 +0900"),
        dates(site, "checkpoints/"));
    assertTrue(site.text("claims.json").contains("\"asserted\":\"2026-01-02\""), site.text("claims.json"));
  }

  @Test
  void aClaimIsMadeNeitherBeforeItsNoteNorInTheFuture() {
    assertEquals(
        List.of(
            "content/post/a.md:5:1: warning[claim-option]: this says that it was made on 2025-12-31, before its note was published on 2026-01-02 | leave 'asserted' out, or correct the day",
            "content/post/a.md:7:1: warning[claim-option]: this says that it was made on 2027-01-01, which is after today | give the day on which the claim is published"),
        problems(claims("[Speculation] One. {#one asserted=2025-12-31}", "[Speculation] Two. {#two asserted=2027-01-01}")));
    assertEquals(
        List.of("content/post/a.md:5:35: error[claim-option]: 'May' is not a day | write asserted=2026-11-20"),
        problems(claims("[Speculation] One. {#one asserted=May}")));
  }

  @Test
  void checkpointsAreInTheTextOfTheirNote() {
    Tree site =
        built(
            SETTINGS
                + "-- content/post/a.md --\n---\ntitle: A\ndate: 2026-01-02\ncheckpoints:\n  - {checkpoint: HBM4 ships, due: 2027-01-01, strong: volume, weak: samples}\n---\n"
                + "Before.\n\n```{checkpoints}\n```\n\nAfter.\n"
                + "-- content/post/b.md --\n---\ntitle: B\ndate: 2026-01-03\n---\n```{checkpoints}\n```\n\nText.\n"
                + "-- content/post/c.md --\n---\ntitle: C\ndate: 2026-01-04\n---\n```{checkpoints}\nof: site\n```\n");
    List<String> texts = xml(site, "feed.xml").select("item").stream().map(item -> Jsoup.parse(item.getElementsByTag("content:encoded").text()).text()).toList();
    assertEquals(List.of("C", "B", "A"), xml(site, "feed.xml").select("item > title").eachText());
    assertTrue(texts.get(2).contains("Before.") && texts.get(2).contains("HBM4 ships") && texts.get(2).contains("Strong signal: volume"), texts.get(2));
    assertTrue(texts.get(1).contains("Nothing to look at yet."), texts.get(1));
    assertTrue(site.text("feed.xml").contains("<a href=\"" + BASE + "post/a/#checkpoint-hbm4-ships\">HBM4 ships</a>"), site.text("feed.xml"));
  }

  @Test
  void aHubAtAnAddressWithAnEndingHasItsFeedsInTheFolderOfThatName() {
    String hub = "-- content/hub/grid.md --\n---\ntitle: Grid\nurl: /old/grid.html\n---\nText.\n";
    String post = "-- content/post/a.md --\n---\ntitle: A\ndate: 2026-01-02\nhubs: [grid]\ntags: [grid]\n---\nText. [Feed](/old/grid/feed.xml)\n";
    Tree site = built(SETTINGS + hub + post);
    assertEquals(List.of("A"), xml(site, "old/grid/feed.xml").select("item > title").eachText());
    assertTrue(site.text("old/grid.html").contains("href=\"/lab/old/grid/feed.xml\""));
    assertTrue(site.text("feeds.opml").contains("xmlUrl=\"" + BASE + "old/grid/feed.xml\""));
    assertTrue(site.text("feeds/index.html").contains("href=\"/lab/old/grid/feed.xml\""));
    assertEquals(List.of(), new SiteLinks(site, BASE).broken());
    assertEquals(
        List.of("content/hub/grid.md:3:6: error[address-taken]: the feeds of this hub would lie in /tags/grid/, where those of the list of 'grid' are | give one of them another 'url'"),
        problems(SETTINGS + hub.replace("/old/grid.html", "/tags/grid.html") + post.replace(" [Feed](/old/grid/feed.xml)", "")));
  }

  @Test
  void aHostInKoreanIsWrittenAsItIsSent() {
    Tree site = built("-- content/site.yaml --\ntitle: Feeds\nbase_url: https://전력.한국/lab\nauthors: [{name: Ann, url: \"https://전력.한국/ann\"}]\n-- content/post/a.md --\n---\ntitle: A\ndate: 2026-01-02\n---\nText.\n");
    String host = "https://xn--in2b730a.xn--3e0b707e/";
    assertEquals(host + "lab/post/a/", xml(site, "feed.xml").selectFirst("item > link").text());
    assertTrue(site.text("feed.json").contains("\"url\":\"" + host + "ann\""), site.text("feed.json"));
    assertFalse(site.text("post/a/index.html").contains("전력.한국"));
  }

  @Test
  void anIdThatIsNoAddressIsToldAndAtomHasAnotherThatStays() {
    String text = SETTINGS + "-- content/post/a.md --\n---\ntitle: A\ndate: 2026-01-02\nid: 글 12\n---\nText.\n";
    assertEquals(
        List.of("content/post/a.md:4:5: warning[feed-id]: '글 12' is no address, so Atom carries another id made of it"),
        problems(text).stream().map(line -> line.replaceFirst(" \\| .*", "")).toList());
    Tree site = built(text.replace("title: A", "title: Another"));
    assertEquals("글 12", xml(site, "feed.xml").selectFirst("item > guid").text());
    assertEquals("false", xml(site, "feed.xml").selectFirst("item > guid").attr("isPermaLink"));
    assertEquals("글 12", FeedReaders.json(site.files().get("feed.json")).getFirst().id());
    String atom = xml(site, "atom.xml").selectFirst("entry > id").text();
    assertEquals(FeedIds.iri("글 12"), atom);
    assertTrue(atom.startsWith("urn:uuid:"), atom);
    for (String iri : List.of("https://x.example/?p=1&q=%20", "tag:x.example,2026:글", "urn:isbn:1", "mailto:a@b.example")) {
      assertEquals(iri, FeedIds.iri(iri));
    }
    for (String other : List.of("12", "/post/a/", "a b:c", "http://x.example/%zz", "http://x.example/<a>", "글:1")) {
      assertTrue(FeedIds.iri(other).startsWith("urn:uuid:"), other);
    }
  }

  @Test
  void aTitleThatCannotBeSeenIsToldAndAnotherTakesItsPlace() {
    String text = SETTINGS + "-- content/post/some-note.md --\n---\ntitle: \"\\x07\\u200B\"\ndate: 2026-01-02\n---\nText.\n";
    assertEquals(
        List.of("content/post/some-note.md:2:8: warning[wrong-type]: this title has no character that can be seen | write a title, or leave it out"), problems(text));
    Tree site = built(text);
    assertEquals("Some note", xml(site, "feed.xml").selectFirst("item > title").text());
    assertEquals("Some note", Jsoup.parse(site.text("post/some-note/index.html")).selectFirst("h1").text());
    Tree mixed = built(text.replace("\\x07\\u200B", "A\\x07B"));
    assertEquals("AB", xml(mixed, "feed.xml").selectFirst("item > title").text());
    assertEquals("AB", Jsoup.parse(mixed.text("post/some-note/index.html")).selectFirst("h1").wholeText());
    assertTrue(problems("-- content/site.yaml --\ntitle: \"\\x07\"\n").getFirst().contains("'title' has no character that can be seen"));
  }

  @Test
  void aNoteNamesTheFeedsOfItsHubItsSectionAndTheSite() {
    Tree site =
        built(
            SETTINGS + "-- content/hub/grid.md --\n---\ntitle: Grid\n---\nText.\n-- content/memo/a.md --\n---\ntitle: A\ndate: 2026-01-02\nhubs: [grid]\n---\nText.\n"
                + "-- content/guide/g.md --\n# G\n-- content/page/p.md --\n# P\n");
    assertEquals(List.of("/lab/page/grid/feed.xml", "/lab/memo/feed.xml", "/lab/feed.xml"), feeds(site, "memo/a/index.html"));
    assertEquals(List.of("/lab/page/grid/feed.xml", "/lab/hubs/feed.xml", "/lab/feed.xml"), feeds(site, "page/grid/index.html"));
    assertEquals(List.of("/lab/guide/feed.xml", "/lab/feed.xml"), feeds(site, "guide/g/index.html"));
    assertEquals(List.of("/lab/feed.xml"), feeds(site, "page/p/index.html"));
  }

  private static List<String> feeds(Tree site, String page) {
    return Jsoup.parse(site.text(page)).select("link[rel=alternate][type=application/rss+xml]").eachAttr("href");
  }

  @Test
  void anItemNamesAHundredOfAThousandTags() {
    String tags = IntStream.range(0, 1000).mapToObj(i -> "t" + i).collect(Collectors.joining(", "));
    Tree site = Sites.built(root, SETTINGS + "-- content/post/a.md --\n---\ntitle: A\ndate: 2026-01-02\ntags: [" + tags + "]\ncategories: [Chips]\n---\n[Fact](https://x.example/) It is so.\n");
    List<String> words = xml(site, "tags/t999/feed.xml").select("item > category").eachText();
    assertEquals(102, words.size());
    assertTrue(words.containsAll(List.of("t0", "t99", "Chips", "fact")), words.toString());
  }

  @Test
  void aSiteMayWriteFewerFeeds() {
    String notes = IntStream.rangeClosed(1, 5).mapToObj(i -> "-- content/post/n" + i + ".md --\n---\ntitle: N" + i + "\ndate: 2026-01-0" + i + "\ntags: [x]\n---\nText.\n").collect(Collectors.joining());
    Tree site = Sites.built(root, SETTINGS + "feeds: {limit: 2, formats: [json, rss], archives: false}\n" + notes);
    assertEquals(List.of("N5", "N4"), xml(site, "feed.xml").select("item > title").eachText());
    assertFalse(site.files().keySet().stream().anyMatch(path -> path.endsWith("atom.xml") || path.startsWith("feeds/archive/")), () -> site.files().keySet().toString());
    assertFalse(site.text("feed.json").contains("next_url"));
    assertEquals(
        List.of("/lab/feed.xml", "/lab/feed.json"),
        Jsoup.parse(site.text("index.html")).select("link[rel=alternate][type~=rss|atom|feed]").eachAttr("href"));
    assertFalse(site.text("feeds/index.html").contains("archives"));
    assertEquals(List.of(), new SiteLinks(site, BASE).broken());
    Tree json = Sites.built(root, SETTINGS + "feeds: {limit: 2, formats: json}\n" + notes);
    assertTrue(json.text("feeds.opml").contains(BASE + "tags/x/feed.json"), json.text("feeds.opml"));
    assertTrue(json.has("feeds/archive/1/feed.json"));
    assertEquals(
        List.of("content/site.yaml:3:19: error[wrong-type]: 'feeds.formats' cannot hold 'atm' | did you mean 'atom'?"),
        problems(SETTINGS + "feeds: {formats: [atm]}\n"));
  }

  @Test
  void aCalendarWithoutDaysIsStillOne() {
    Tree site = built(SETTINGS);
    String calendar = site.text("checkpoints.ics");
    assertTrue(calendar.contains("BEGIN:VTIMEZONE\r\nTZID:Etc/UTC\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"), calendar);
    var read = biweekly.Biweekly.parse(calendar).first();
    assertEquals(List.of(), read.getEvents());
    assertEquals(1, read.getTimezoneInfo().getComponents().size());
  }

  @Test
  void trustedHtmlFindsItsAddressesBelowAPathAndInFeeds() {
    Tree site =
        built(
            SETTINGS + "html: trusted\n-- content/post/b.md --\n---\ntitle: B\ndate: 2026-01-01\n---\n# Place\n\nText.\n"
                + "-- content/post/a.md --\n---\ntitle: A\ndate: 2026-01-02\n---\n"
                + "<p><a class=x href='/post/b/?q=1&amp;r=2#place' data-x=\"/kept/\">b</a> <a href=/app/its>app</a> <A HREF=\"//cdn.example/x\">c</A></p>\n"
                + "<img alt=\"\" src=\"/x.png\" srcset=\"/x.png, /y.png 2x,https://z.example/z.png 3x\">\n"
                + "<video poster=\" /p.png \" src=\"/v.mp4\"></video>\n"
                + "<script>let a = '<a href=\"/raw/\">';</script>\n\n"
                + "<STYLE>p { x: y }</STYLE>\n\n"
                + "In a sentence <a href=\"/post/b/\">b</a>, a < b, and <a href=\"mailto:a@b.example\">mail</a>.\n");
    String page = site.text("post/a/index.html");
    for (String part :
        List.of(
            "<p><a class=x href=\"/lab/post/b/?q=1&amp;r=2#place\" data-x=\"/kept/\">b</a> <a href=\"/lab/app/its\">app</a> <A HREF=\"//cdn.example/x\">c</A></p>",
            "<img alt=\"\" src=\"/lab/x.png\" srcset=\"/lab/x.png, /lab/y.png 2x,https://z.example/z.png 3x\">",
            "<video poster=\" /lab/p.png \" src=\"/lab/v.mp4\">", "let a = '<a href=\"/raw/\">';", "In a sentence <a href=\"/lab/post/b/\">b</a>, a &lt; b")) {
      assertTrue(page.contains(part), () -> part + " is not in\n" + page);
    }
    String feed = site.text("feed.xml");
    for (String part :
        List.of(
            "href=\"" + BASE + "post/b/?q=1&amp;r=2#place\"", "src=\"" + BASE + "x.png\"", BASE + "y.png 2x", "poster=\"" + BASE + "p.png\"",
            "In a sentence <a href=\"" + BASE + "post/b/\">b</a>")) {
      assertTrue(feed.contains(part), () -> part + " is not in\n" + feed);
    }
    assertFalse(xml(site, "feed.xml").select("description").text().contains("x: y"), feed);
    // A page that trusted HTML leads to knows of it.
    assertTrue(site.text("post/b/index.html").contains("/lab/post/a/"));
  }
}
