package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.catalog.FeedFormat;
import dev.assay.catalog.FeedIds;
import dev.assay.feed.JsonFeedRules;
import dev.assay.feed.RssRules;
import dev.assay.note.SourceId;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.testing.RelaxNg;
import dev.assay.testing.SiteLinks;
import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Which feeds sites have and what is in them, from small sites as text.
class FeedsOfSitesTest {
  private static final String BASE = "https://feeds.example/lab/";
  private static final String SETTINGS = "-- content/site.yaml --\ntitle: Feeds\nbase_url: " + BASE + "\n";

  @TempDir private Path temp;
  private Path root;

  @BeforeEach
  void anEmptyFolder() {
    root = temp.resolve("site");
  }

  /// Builds a site and checks every feed of it.
  private Tree built(String text) {
    Sites.built(root, text);
    return valid();
  }

  private Tree rebuilt() {
    BuildReport report = Sites.build(root);
    assertTrue(report.succeeded(), () -> Sites.problems(report));
    return valid();
  }

  private Tree valid() {
    Tree site = Tree.of(root.resolve("site")).only(path -> !path.startsWith("."));
    RelaxNg atom = new RelaxNg("/dev/assay/feed/atom.rnc");
    for (String folder : FeedReaders.folders(site)) {
      assertEquals(List.of(), RssRules.brokenBy(site.files().get(folder + "feed.xml")), folder);
      assertEquals(List.of(), atom.errors(folder + "atom.xml", site.files().get(folder + "atom.xml")));
      assertEquals(List.of(), JsonFeedRules.brokenBy(site.files().get(folder + "feed.json")), folder);
      List<FeedReaders.Item> items = FeedReaders.json(site.files().get(folder + "feed.json"));
      assertEquals(items.stream().map(FeedReaders.Item::id).toList(), rss(site, folder).select("item > guid").eachText(), folder);
      assertEquals(items.stream().map(item -> FeedIds.iri(item.id())).toList(), atom(site, folder).select("entry > id").eachText(), folder);
    }
    assertEquals(List.of(), new RelaxNg("/dev/assay/feed/opml.rnc").errors("feeds.opml", site.files().get("feeds.opml")));
    return site;
  }

  private static Document rss(Tree site, String folder) {
    return Jsoup.parse(site.text(folder + "feed.xml"), "", Parser.xmlParser());
  }

  private static Document atom(Tree site, String folder) {
    return Jsoup.parse(site.text(folder + "atom.xml"), "", Parser.xmlParser());
  }

  private static JsonNode json(Tree site, String folder) {
    return new JsonMapper().readTree(site.files().get(folder + "feed.json"));
  }

  private static List<String> titles(Tree site, String folder) {
    return rss(site, folder).select("item > title").eachText();
  }

  private static List<String> ids(Tree site, String folder) {
    return rss(site, folder).select("item > guid").eachText();
  }

  private static String post(String name, String head) {
    return "-- content/post/" + name + ".md --\n---\ntitle: " + name + "\n" + head + "---\nThe text of " + name + ".\n";
  }

  private static String posts(int count) {
    StringBuilder text = new StringBuilder();
    IntStream.rangeClosed(1, count).forEach(i -> text.append(post("n" + i, "date: 2026-01-" + (i < 10 ? "0" : "") + i + "\n")));
    return text.toString();
  }

  @Test
  void eachListHasItsFeed() {
    Tree site =
        built(
            SETTINGS + "authors: [{name: Ann Lee, url: \"https://ann.example/\"}]\nlanguages: [en, ko]\nentities: [{name: SK hynix, aliases: [Hynix]}]\n"
                + post("alpha", "date: 2026-01-01\ntags: [HBM]\ncategories: [Chips]\nseries: Memory\nentities: [hynix]\nhubs: [grid]\n")
                + post("beta", "date: 2026-01-02\ntags: [HBM]\nauthors: [Bo]\nentities: [SK hynix]\n")
                + "-- content/post/alpha.ko.md --\n---\ntitle: 알파\ndate: 2026-01-01\ntags: [메모리]\n---\n본문입니다.\n"
                + "-- content/memo/gamma.md --\n---\ntitle: gamma\ndate: 2026-01-03\n---\nText.\n"
                + "-- content/hub/grid.md --\n---\ntitle: Grid\ndate: 2026-01-04\ndescription: Where it hangs together.\n---\nText.\n"
                + "-- content/guide/start.md --\n# Start\n");
    assertEquals(List.of("gamma", "beta", "alpha"), titles(site, ""));
    assertEquals(List.of("알파"), titles(site, "ko/"));
    assertEquals(List.of("beta", "alpha"), titles(site, "post/"));
    assertEquals(List.of("gamma"), titles(site, "memo/"));
    assertEquals(List.of("beta", "alpha"), titles(site, "tags/hbm/"));
    assertEquals(List.of("알파"), titles(site, "ko/tags/메모리/"));
    assertEquals(List.of("alpha"), titles(site, "categories/chips/"));
    assertEquals(List.of("alpha"), titles(site, "series/memory/"));
    assertEquals(List.of("beta", "alpha"), titles(site, "entities/sk-hynix/"));
    assertEquals(List.of("gamma", "alpha"), titles(site, "authors/ann-lee/"));
    assertEquals(List.of("beta"), titles(site, "authors/bo/"));
    assertEquals(List.of("alpha"), titles(site, "page/grid/"));
    assertEquals("Where it hangs together.", rss(site, "page/grid/").selectFirst("channel > description").text());
    assertEquals(List.of("Grid"), titles(site, "hubs/"));
    assertEquals(List.of(), titles(site, "guide/"));
    assertEquals(List.of(), titles(site, "claims/fact/"));
    // Each feed has a page beside it, and all links of those pages lead somewhere.
    FeedReaders.folders(site).forEach(folder -> assertTrue(site.has(folder + "index.html"), folder));
    assertEquals(List.of(), new SiteLinks(site, BASE).broken());
  }

  @Test
  void theSettingsChooseTheLists() {
    Tree site = built(SETTINGS + "authors: [Ann]\ntaxonomies: [categories]\n" + post("a", "date: 2026-01-01\ntags: [HBM]\ncategories: [Chips]\nentities: [X]\nseries: S\n"));
    assertTrue(site.has("categories/chips/feed.json"));
    assertEquals(List.of(), site.files().keySet().stream().filter(path -> path.matches("(tags|authors|entities|series)/.*")).toList());
    assertEquals(List.of(), new SiteLinks(site, BASE).broken());
  }

  @Test
  void anItemSaysWhatItIsAboutEachTaxonomyApart() {
    Tree site =
        built(
            SETTINGS
                + post("a", "date: 2026-01-01T08:00:00+09:00\nupdated: 2026-01-02T08:00:00+09:00\ntags: [power]\ncategories: [power]\nseries: power\nentities: [Power]\nhubs: [grid]\nauthors: [Ann, Bo]\n")
                    .replace("The text of a.", "- [Fact] It is so, per Reuters.\n- [Blocked] It is not known.")
                + "-- content/hub/grid.md --\n# Grid\n");
    Element item = rss(site, "").selectFirst("item");
    assertEquals(
        List.of("tags/ power", "categories/ power", "series/ power", "entities/ Power", "hubs/ Grid", "claims/ fact", "claims/ blocked"),
        item.select("category").stream().map(c -> c.attr("domain").replace(BASE, "") + " " + c.text()).toList());
    assertEquals("Thu, 01 Jan 2026 08:00:00 +0900", item.selectFirst("pubDate").text());
    assertEquals("2026-01-02T08:00:00+09:00", item.selectFirst("atom|updated").text());
    assertEquals(List.of("Ann", "Bo"), item.select("dc|creator").eachText());
    assertEquals("Fri, 02 Jan 2026 08:00:00 +0900", rss(site, "").selectFirst("lastBuildDate").text());
    JsonNode same = json(site, "").path("items").get(0);
    assertEquals("2026-01-02T08:00:00+09:00", same.path("date_modified").asString());
    assertEquals("It is so, per Reuters.", same.path("_assay").path("claims").path("fact").get(0).path("text").asString());
    assertTrue(same.path("_assay").path("claims").path("blocked").get(0).path("name").isMissingNode());
    assertEquals(List.of("2026-01-01T08:00:00+09:00", "2026-01-02T08:00:00+09:00"), atom(site, "").select("entry > published, entry > updated").eachText());
  }

  @Test
  void aNamedClaimIsAnItemWithItsReasonsAndSources() {
    Tree site =
        built(
            SETTINGS
                + "-- content/post/race.md --\n---\ntitle: The race\ndate: 2026-01-01T08:00:00+09:00\n---\n"
                + "- [Fact] Prices fell. See [the list](https://list.example/a). {#prices}\n- [Fact] Nobody named this, per Reuters.\n\n"
                + ":::{inference} #cost\n:because: #prices\nThe race turns to **cost**, see [below](#prices).\n:::\n");
    assertEquals(List.of("[Fact] Prices fell. See the list."), titles(site, "claims/fact/"));
    assertEquals(2, ids(site, "claims/").size());
    JsonNode item = json(site, "claims/inference/").path("items").get(0);
    assertEquals(BASE + "post/race/#cost", item.path("url").asString());
    Document content = Jsoup.parseBodyFragment(item.path("content_html").asString());
    assertTrue(content.text().startsWith("[Inference] The race turns to cost, see below. Because [Fact] Prices fell."), content.text());
    assertEquals(List.of(BASE + "post/race/#prices", BASE + "post/race/#prices", BASE + "post/race/#cost"), content.select("a").eachAttr("href"));
    assertTrue(Jsoup.parse(json(site, "claims/fact/").path("items").get(0).path("content_html").asString()).select("a[href=https://list.example/a]").size() >= 2);
    assertEquals("race#cost", item.path("_assay").path("claims").path("inference").get(0).path("name").asString());
    // Another title, another address and another kind are still the same claim.
    String id = item.path("id").asString();
    replace("content/post/race.md", "title: The race", "title: Another\nurl: /elsewhere/\nslug: race");
    replace("content/post/race.md", "{inference}", "{speculation}");
    assertEquals(List.of(id), ids(rebuilt(), "claims/speculation/"));
  }

  @Test
  void idsAndChangesAreTheNotesOwn() {
    String notes = post("kept", "date: 2026-01-01\nid: \"tag:old.example,2019:x\"\n") + post("plain", "date: 2026-01-02\n");
    Tree before = built(SETTINGS + notes);
    List<String> ids = ids(before, "");
    assertEquals("tag:old.example,2019:x", ids.getLast());
    List<String> feedId = atom(before, "").select("feed > id").eachText();
    replace("content/post/plain.md", "title: plain", "title: Other words\nslug: other-words\ntags: [new]");
    replace("content/post/kept.md", "title: kept", "title: Changed\nurl: /somewhere/else/");
    replace("content/site.yaml", "title: Feeds", "title: New name\ntime_zone: Asia/Seoul\nauthors: [Ann]\nfeeds: {content: summary, limit: 5}\npermalinks: {post: \"/:year/:slug/\"}");
    write("templates/feed.css", "");
    Tree after = rebuilt();
    assertEquals(ids, ids(after, ""));
    assertEquals(feedId, atom(after, "").select("feed > id").eachText());
    assertFalse(after.text("feed.xml").contains("atom:updated"), after.text("feed.xml"));
    // A site that moves takes the ids along.
    replace("content/site.yaml", BASE, "https://moved.example/");
    Tree moved = rebuilt();
    assertEquals(ids, ids(moved, ""));
    assertTrue(moved.text("feed.xml").contains("https://moved.example/"));
  }

  @Test
  void anIdIsTheSameWhateverItHolds() {
    Tree site =
        built(
            SETTINGS + post("a", "date: 2026-01-03\nid: \"https://old.example/?p=1&x=<2> \\x01\"\n") + post("b", "date: 2026-01-02\nid: \"\\x01\"\n")
                + post("c", "date: 2026-01-01\nid: \"tag:x.example,2026:한글\\U0001F600\\uFFFE\"\n"));
    List<String> ids = FeedReaders.json(site.files().get("feed.json")).stream().map(FeedReaders.Item::id).toList();
    assertEquals(List.of("https://old.example/?p=1&x=<2>", FeedIds.of(new SourceId("post/b.md")), "tag:x.example,2026:한글😀"), ids);
  }

  @Test
  void theAddressesOfASiteBelowAKoreanFolderAreAscii() {
    Tree site =
        built(
            "-- content/site.yaml --\ntitle: Feeds\nbase_url: https://feeds.example:8443/노트/%EA%B8%80/\n"
                + post("a", "date: 2026-01-03\ntags: [메모리]\n"));
    String base = "https://feeds.example:8443/%EB%85%B8%ED%8A%B8/%EA%B8%80/";
    assertEquals(base, rss(site, "").selectFirst("channel > link").text());
    assertEquals(base + "post/a/", rss(site, "").selectFirst("item > link").text());
    assertEquals(base + "tags/%EB%A9%94%EB%AA%A8%EB%A6%AC/feed.json", json(site, "tags/메모리/").path("feed_url").asString());
    for (String file : List.of("feed.xml", "atom.xml", "feed.json", "feeds.opml", "index.html", "sitemap.xml")) {
      assertFalse(site.text(file).contains("노트"), file);
    }
    assertEquals(List.of(), new SiteLinks(site, base).broken());
  }

  @Test
  void archivesHoldEverythingOlderAndAFullOneNeverChanges() {
    String settings = SETTINGS + "feeds: {limit: 4, hub: \"https://hub.example/\"}\n";
    Tree site = built(settings + posts(10));
    assertEquals(List.of("n10", "n9", "n8", "n7"), titles(site, ""));
    assertEquals(List.of("n4", "n3", "n2", "n1"), titles(site, "feeds/archive/1/"));
    assertEquals(List.of("n8", "n7", "n6", "n5"), titles(site, "feeds/archive/2/"));
    assertEquals(List.of("n10", "n9"), titles(site, "feeds/archive/3/"));
    assertEquals(IntStream.rangeClosed(1, 10).mapToObj(i -> "n" + i).sorted().toList(), crawled(site));
    assertEquals(List.of("n6", "n5"), titlesBeyondTheCurrent(site));
    Document first = rss(site, "feeds/archive/1/");
    assertEquals(1, first.select("channel > fh|archive").size());
    assertEquals(List.of("self", "current", "next-archive"), first.select("channel > atom|link").eachAttr("rel"));
    assertEquals(List.of("self", "hub", "prev-archive"), rss(site, "").select("channel > atom|link").eachAttr("rel"));
    assertEquals(0, rss(site, "").select("fh|archive").size());
    assertEquals(atom(site, "").selectFirst("feed > id").text(), atom(site, "feeds/archive/1/").selectFirst("feed > id").text());
    assertEquals(1, atom(site, "feeds/archive/2/").select("feed > fh|archive").size());
    // As the site grows by one note after the other, the archives that were full stay as they are.
    Tree before = site;
    for (int i = 11; i <= 21; i++) {
      write("content/post/n" + i + ".md", "---\ntitle: n" + i + "\ndate: 2026-01-" + i + "\n---\nText.\n");
      Tree after = rebuilt();
      for (int full = 1; full <= (i - 1) / 4; full++) {
        for (FeedFormat format : FeedFormat.values()) {
          String path = "feeds/archive/" + full + "/" + format.file();
          assertArrayEquals(before.files().get(path), after.files().get(path), i + ": " + path);
        }
      }
      assertEquals(IntStream.rangeClosed(1, i).mapToObj(n -> "n" + n).sorted().toList(), crawled(after));
      before = after;
    }
    assertFalse(FeedReaders.folders(site).stream().anyMatch(folder -> folder.startsWith("post/feeds/")));
    assertFalse(site.text("feeds.opml").contains("archive"));
  }

  /// The titles that a program finds which follows the feed back through its archives, in each format.
  private static List<String> crawled(Tree site) {
    List<List<String>> found = new ArrayList<>();
    for (String file : List.of("feed.xml", "atom.xml")) {
      List<String> titles = new ArrayList<>();
      for (String path = file; !path.isEmpty(); ) {
        Document feed = Jsoup.parse(site.text(path), "", Parser.xmlParser());
        titles.addAll(feed.select("item > title, entry > title").eachText());
        path = feed.select("channel > atom|link[rel=prev-archive], feed > link[rel=prev-archive]").attr("href").replace(BASE, "");
      }
      found.add(titles.stream().distinct().sorted().toList());
    }
    List<String> titles = new ArrayList<>();
    for (String path = "feed.json"; !path.isEmpty(); ) {
      JsonNode feed = new JsonMapper().readTree(site.files().get(path));
      feed.path("items").forEach(item -> titles.add(item.path("title").asString()));
      path = feed.path("next_url").asString("").replace(BASE, "");
    }
    found.add(titles.stream().distinct().sorted().toList());
    assertEquals(1, found.stream().distinct().count(), found.toString());
    return found.getFirst();
  }

  private static List<String> titlesBeyondTheCurrent(Tree site) {
    String older = rss(site, "").select("channel > atom|link[rel=prev-archive]").attr("href").replace(BASE, "").replace("feed.xml", "");
    List<String> titles = new ArrayList<>(titles(site, older));
    titles.removeAll(titles(site, ""));
    return titles;
  }

  @Test
  void aNoteWithAPictureHasAnEnclosureAndAThumbnail() throws IOException {
    SiteText.of(SETTINGS + post("a", "date: 2026-01-01\nimage: {src: a.svg, alt: A}\n") + post("b", "date: 2026-01-02\nimage: {src: \"https://other.example/b.jpg\", alt: B}\n") + "-- content/post/a.svg --\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>\n").into(root);
    Tree site = rebuilt();
    long size = Files.size(root.resolve("site/post/a.svg"));
    Element own = rss(site, "").select("item").get(1);
    assertEquals(BASE + "post/a.svg", own.selectFirst("enclosure").attr("url"));
    assertEquals(Long.toString(size), own.selectFirst("enclosure").attr("length"));
    assertEquals("image/svg+xml", own.selectFirst("enclosure").attr("type"));
    assertEquals(BASE + "post/a.svg", own.selectFirst("media|thumbnail").attr("url"));
    Element other = rss(site, "").select("item").get(0);
    assertEquals(0, other.select("enclosure").size());
    assertEquals("https://other.example/b.jpg", other.selectFirst("media|thumbnail").attr("url"));
    assertEquals(Long.toString(size), atom(site, "").select("entry").get(1).selectFirst("link[rel=enclosure]").attr("length"));
    assertEquals(size, json(site, "").path("items").get(1).path("attachments").get(0).path("size_in_bytes").asLong());
  }

  @Test
  void aSiteMayChooseSummaries() {
    Tree site = built(SETTINGS + "feeds: {content: summary}\n" + post("a", "date: 2026-01-01\ndescription: In short.\n"));
    assertFalse(site.text("feed.xml").contains("content:encoded"));
    assertEquals("In short.", rss(site, "").selectFirst("item > description").text());
    assertEquals("In short.", json(site, "").path("items").get(0).path("content_text").asString());
    assertEquals(0, atom(site, "").select("content").size());
  }

  @Test
  void aSiteWithoutNotesHasValidFeeds() {
    Tree site = built(SETTINGS + "-- content/page/about.md --\n# About\n");
    for (String folder : List.of("", "claims/", "claims/fact/", "claims/blocked/")) {
      assertEquals(List.of(), titles(site, folder));
      assertEquals("2000-01-01T00:00:00Z", atom(site, folder).selectFirst("feed > updated").text());
    }
  }

  @Test
  void aLargeFeedIsToldBeforeAnythingIsWrittenAndOnEveryBuild() {
    String large = SETTINGS + post("a", "date: 2026-01-01\n").replace("The text of a.", "Word after word. ".repeat(70_000));
    SiteText.of(large).into(root);
    List<Problem> checked = SiteBuild.check(Sites.options(root), Progress.NONE).report().problems();
    List<String> expected =
        List.of("/atom.xml", "/feed.json", "/feed.xml", "/post/atom.xml", "/post/feed.json", "/post/feed.xml").stream().map(feed -> "the feed '" + feed + "' is 1.2 MB").toList();
    assertEquals(expected, tooLarge(checked));
    replace("content/site.yaml", "title: Feeds", "title: Feeds\nstrict: true");
    assertFalse(Sites.build(root).succeeded());
    assertFalse(Files.exists(root.resolve("site/feed.xml")));
    replace("content/site.yaml", "\nstrict: true", "");
    BuildReport first = Sites.build(root);
    assertEquals(expected, tooLarge(first.problems()));
    assertTrue(first.succeeded() && Files.exists(root.resolve("site/feed.xml")));
    BuildReport second = Sites.build(root);
    assertEquals(expected, tooLarge(second.problems()));
    assertEquals(0, second.written());
    replace("content/site.yaml", "title: Feeds", "title: Feeds\nfeeds: {content: summary}");
    assertEquals(List.of(), tooLarge(Sites.build(root).problems()));
  }

  private static List<String> tooLarge(List<Problem> problems) {
    return problems.stream().filter(problem -> problem.code() == Code.FEED_TOO_LARGE).map(Problem::message).sorted().toList();
  }

  private void replace(String file, String from, String to) {
    try {
      String text = Files.readString(root.resolve(file));
      assertTrue(text.contains(from), file + " has no " + from);
      Files.writeString(root.resolve(file), text.replace(from, to));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void write(String file, String text) {
    try {
      Files.createDirectories(root.resolve(file).getParent());
      Files.writeString(root.resolve(file), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
