package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.catalog.FeedFormat;
import dev.assay.feed.JsonFeedRules;
import dev.assay.feed.RssRules;
import dev.assay.testing.RelaxNg;
import dev.assay.testing.SiteLinks;
import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every feed of the demonstration site, as feed readers read it: valid in each format, the same in all of them, and
/// carrying its notes whole and in a form that is right without the site.
class DemonstrationFeedsTest {
  private static final String BASE = "https://assay.example/";
  private static final Pattern TAG = Pattern.compile("\\[(Fact|Inference|Speculation|Blocked|사실|추론|추측|보류)]");

  @TempDir private static Path temp;
  private static Path output;
  private static BuildReport report;
  private static Tree site;

  @BeforeAll
  static void buildTheSite() {
    Path root = temp.resolve("site");
    new SiteText("", Tree.of(Path.of("content"))).into(root.resolve("content"));
    new SiteText("", Tree.of(Path.of("templates"))).into(root.resolve("templates"));
    report = Sites.build(root);
    output = root.resolve("site");
    site = Tree.of(output).only(path -> !path.startsWith("."));
  }

  @Test
  void everyListHasItsFeedInEveryFormatAndOpmlNamesIt() {
    List<String> folders = subscribed();
    assertEquals(report.feeds(), folders.size());
    TreeSet<String> named = new TreeSet<>();
    for (Element line : Jsoup.parse(site.text("feeds.opml"), Parser.xmlParser()).select("outline[xmlUrl]")) {
      assertTrue(named.add(decoded(line.attr("xmlUrl"))), line.attr("xmlUrl"));
    }
    for (String folder : folders) {
      for (FeedFormat format : FeedFormat.values()) {
        assertTrue(site.has(folder + format.file()), folder + format.file());
      }
      assertTrue(named.remove(BASE + folder + "feed.xml"), folder);
    }
    assertEquals(new TreeSet<>(), named);
    List<String> lists = List.of("", "ko/", "post/", "guide/", "hubs/", "claims/", "claims/fact/", "claims/inference/", "claims/speculation/", "claims/blocked/", "ko/claims/fact/", "tags/cost-per-token/", "page/cost-per-token/", "authors/the-assay-authors/", "entities/deepseek/");
    assertEquals(List.of(), lists.stream().filter(list -> !folders.contains(list)).toList());
  }

  @Test
  void everyFeedIsValid() {
    RelaxNg atom = new RelaxNg("/dev/assay/feed/atom.rnc");
    List<String> faults = new ArrayList<>();
    for (String folder : FeedReaders.folders(site)) {
      RssRules.brokenBy(site.files().get(folder + "feed.xml")).forEach(fault -> faults.add(folder + "feed.xml: " + fault));
      faults.addAll(atom.errors(folder + "atom.xml", site.files().get(folder + "atom.xml")));
      JsonFeedRules.brokenBy(site.files().get(folder + "feed.json")).forEach(fault -> faults.add(folder + "feed.json: " + fault));
    }
    faults.addAll(new RelaxNg("/dev/assay/feed/opml.rnc").errors("feeds.opml", site.files().get("feeds.opml")));
    assertEquals(List.of(), faults);
  }

  @Test
  void allFormatsHoldTheSameItemsInTheSameOrder() {
    for (String folder : FeedReaders.folders(site)) {
      List<FeedReaders.Item> items = FeedReaders.json(site.files().get(folder + "feed.json"));
      assertEquals(items, FeedReaders.rome(site.text(folder + "feed.xml")), folder);
      assertEquals(items, FeedReaders.rome(site.text(folder + "atom.xml")), folder);
      assertTrue(items.stream().allMatch(item -> item.length() > 0), folder);
    }
  }

  @Test
  void feedparserAndNewsboatReadEveryFeedAsItWasWritten() {
    JsonNode read = FeedReaders.others(output, temp);
    List<String> faults = new ArrayList<>();
    for (String folder : FeedReaders.folders(site)) {
      TreeMap<String, FeedReaders.Item> items = FeedReaders.byId(FeedReaders.json(site.files().get(folder + "feed.json")));
      for (String file : List.of("feed.xml", "atom.xml")) {
        for (String reader : List.of("feedparser", "newsboat")) {
          JsonNode feed = read.path("feeds").path(folder + file).path(reader);
          faults.addAll(feed.path("fault").asString().isEmpty() ? List.of() : List.of(folder + file + ": " + feed.path("fault")));
          assertEquals(items, FeedReaders.byId(FeedReaders.read(feed)), reader + " of " + folder + file);
        }
      }
    }
    assertEquals(List.of(), faults);
    TreeSet<String> imported = new TreeSet<>();
    read.path("opml").path("urls").forEach(url -> imported.add(decoded(url.asString())));
    TreeSet<String> written = new TreeSet<>();
    subscribed().forEach(folder -> written.add(BASE + folder + "feed.xml"));
    assertEquals(written, imported);
    assertEquals("", read.path("opml").path("fault").asString());
  }

  @Test
  void everyAddressInAFeedLeadsSomewhere() {
    TreeMap<String, byte[]> files = new TreeMap<>(site.files());
    for (String folder : FeedReaders.folders(site)) {
      StringBuilder page = new StringBuilder("<title>x</title>");
      for (JsonNode item : feed(folder).path("items")) {
        page.append("<a href=\"").append(item.path("url").asString()).append("\">x</a>").append(item.path("content_html").asString(""));
        item.path("_assay").path("claims").forEach(
            kind -> kind.forEach(claim -> page.append("<a href=\"").append(claim.path("url").asString()).append("\">x</a>")));
      }
      // At an address without a page beside it, where an address that is not absolute leads nowhere.
      files.put("only-here/" + folder + "x/y.html", page.toString().getBytes(StandardCharsets.UTF_8));
    }
    List<String> broken = new SiteLinks(new Tree(files), BASE).broken();
    assertEquals(List.of(), broken.stream().filter(line -> line.startsWith("only-here/")).toList());
  }

  @Test
  void aFeedHoldsItsNotesWhole() {
    SiteLinks links = new SiteLinks(site, BASE);
    int notes = 0;
    for (String language : List.of("", "ko/")) {
      for (JsonNode item : feed(language).path("items")) {
        notes++;
        Document page = links.pages().get(links.file(item.path("url").asString()).orElseThrow());
        Element text = page.selectFirst(".text").clone();
        // What happened since is told on the page alone.
        text.select("aside.since-then").remove();
        Document body = Jsoup.parseBodyFragment(item.path("content_html").asString());
        String title = item.path("title").asString();
        assertEquals(page.selectFirst("h1").ownText().strip(), title);
        headings(text, body, title);
        assertEquals(text.select("pre").eachText(), body.select("pre").eachText(), title);
        assertEquals(text.select("blockquote, aside.callout").size(), body.select("blockquote").size(), title);
        tables(text, body, title);
        claims(text, body, item, title);
      }
    }
    assertTrue(notes >= 7, notes + " notes in the feeds");
  }

  private static void headings(Element page, Element feed, String title) {
    List<String> shown = new ArrayList<>();
    for (Element heading : page.select("h2[id], h3[id], h4[id]")) {
      Element plain = heading.clone();
      plain.select("a.permalink, a[aria-label]").remove();
      shown.add(heading.id() + " " + plain.text().strip());
    }
    // The list of references has a heading of its own in feeds, where the page has it outside of the text.
    assertEquals(shown, feed.select("h2[id], h3[id], h4[id]").stream().map(h -> h.id() + " " + h.text()).toList(), title);
  }

  /// Plain tables with the same cells, units in the header.
  private static void tables(Element page, Element feed, String title) {
    // How figures came about is told on the page alone.
    List<Element> tables = page.select("table").stream().filter(table -> table.closest(".derivation") == null).toList();
    assertEquals(tables.size(), feed.select("table").size(), title);
    for (int i = 0; i < tables.size(); i++) {
      Element shown = tables.get(i);
      Element plain = feed.select("table").get(i);
      assertEquals(List.of(), plain.select("[class], [style], button, svg").eachText(), title);
      assertEquals(
          shown.select("thead th").stream().map(th -> letters(th.text())).toList(),
          plain.select("thead th").stream().map(th -> letters(th.text())).toList(), title);
      plain.select("caption").forEach(caption -> assertTrue(letters(page.text()).contains(letters(caption.text())), title + ": " + caption.text()));
      assertEquals(shown.select("tr").size(), plain.select("tr").size(), title);
    }
  }

  /// The tags that the page shows as signs, and the claims themselves.
  private static void claims(Element page, Element feed, JsonNode item, String title) {
    String words = letters(feed.text());
    for (Element claim : page.select("[data-claim]")) {
      Element plain = claim.clone();
      plain.select(".tag, .became, .evidence, .reasons, .linked, .sidenote").remove();
      assertTrue(words.contains(letters(plain.text())), title + ": " + plain.text());
      Element there = feed.getElementById(claim.id());
      boolean heading = there == null ? false : !TAG.matcher(there.text()).find();
      assertTrue(there != null && (heading || TAG.matcher(there.text()).lookingAt()), title + ": " + claim.id());
    }
    int listed = 0;
    for (JsonNode kind : item.path("_assay").path("claims")) {
      listed += kind.size();
    }
    assertEquals(page.select("[data-claim]").size(), listed, title);
  }

  @Test
  void whatBelongsToThePageStaysThere() {
    for (String folder : FeedReaders.folders(site)) {
      for (JsonNode item : feed(folder).path("items")) {
        Document body = Jsoup.parseBodyFragment(item.path("content_html").asString(""));
        String what = folder + " " + item.path("title").asString();
        assertEquals(List.of(), body.select("script, style, svg, form, button, nav, .evidence, .reasons, .permalink, [data-claim], [role=note]").eachText(), what);
        for (Element element : body.getAllElements()) {
          element.attributes().forEach(
              attribute -> {
                String name = attribute.getKey();
                assertFalse(name.startsWith("on") || name.startsWith("data-") || name.equals("style"), what + ": " + attribute);
                assertTrue(!name.equals("class") || attribute.getValue().startsWith("language-"), what + ": " + attribute);
              });
        }
      }
    }
    for (String path : site.files().keySet()) {
      if (path.endsWith("feed.xml") || path.endsWith("atom.xml") || path.endsWith("feed.json") || path.endsWith(".opml")) {
        String text = site.text(path);
        boolean allowed = text.codePoints().allMatch(c -> c == '\n' || c == '\t' || (c >= 0x20 && c != 0x7f && c != 0xFFFE && c != 0xFFFF && c != 0xFFFD));
        assertTrue(allowed && text.endsWith("\n"), path);
      }
    }
  }

  @Test
  void koreanIsWholeInEveryFormat() {
    String sentence = Jsoup.parse(site.text("ko/index.html")).select("main h3 a, main h2 a").first().text();
    for (FeedFormat format : FeedFormat.values()) {
      assertTrue(site.text("ko/" + format.file()).contains(sentence), format + ": " + sentence);
    }
    assertTrue(site.text("ko/claims/fact/feed.xml").contains("[사실]"));
    assertEquals("ko", feed("ko/").path("language").asString());
  }

  @Test
  void everyPageNamesItsFeedsTheNearestFirst() {
    new SiteLinks(site, BASE).pages().forEach(
        (path, page) -> {
          List<String> named = page.select("link[rel=alternate][type~=rss|atom|feed]").eachAttr("href").stream().map(DemonstrationFeedsTest::decoded).toList();
          if (page.selectFirst("meta[http-equiv=refresh]") == null) {
            String home = path.startsWith("ko/") ? "/ko/" : "/";
            assertEquals(List.of(home + "feed.xml", home + "atom.xml", home + "feed.json"), named.subList(named.size() - 3, named.size()), path);
            String folder = path.replaceFirst("(page/\\d+/)?index\\.html$", "");
            if (site.has(folder + "feed.xml")) {
              assertEquals("/" + folder + "feed.xml", named.getFirst(), path);
            }
          }
          named.forEach(address -> assertTrue(site.has(address.substring(1)), path + ": " + address));
        });
  }

  @Test
  void thePageOfFeedsListsThemAll() {
    for (String language : List.of("", "ko/")) {
      Document page = Jsoup.parse(site.text(language + "feeds/index.html"));
      List<String> rss = page.select(".feed-list a[type=application/rss+xml]").eachAttr("href").stream().map(DemonstrationFeedsTest::decoded).sorted().toList();
      List<String> expected =
          subscribed().stream()
              .filter(folder -> folder.startsWith("ko/") == language.equals("ko/"))
              .map(folder -> "/" + folder + "feed.xml")
              .sorted(Comparator.naturalOrder())
              .toList();
      assertEquals(expected, rss);
    }
  }

  /// The folders of feeds that people subscribe to: not those of archives.
  private static List<String> subscribed() {
    return FeedReaders.folders(site).stream().filter(folder -> !folder.contains("feeds/archive/")).toList();
  }

  private static JsonNode feed(String folder) {
    return new JsonMapper().readTree(site.files().get(folder + "feed.json"));
  }

  private static String decoded(String address) {
    return java.net.URLDecoder.decode(address, StandardCharsets.UTF_8);
  }

  private static String letters(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
