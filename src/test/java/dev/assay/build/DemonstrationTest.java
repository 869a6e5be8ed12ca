package dev.assay.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.export.ClaimRow;
import dev.assay.export.ClaimsSchema;
import dev.assay.note.Kind;
import dev.assay.note.PagePolicy;
import dev.assay.testing.FinishedFiles;
import dev.assay.testing.HtmlValidity;
import dev.assay.testing.JsonSchemas;
import dev.assay.testing.SiteLinks;
import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The demonstration site, which is what a newcomer sees first: everything that its own guide promises holds for it.
///
/// The repository's content and templates are built in a folder of their own, since a test writes nothing in the
/// repository.
class DemonstrationTest {
  private static final String BASE = "https://assay.example/";
  private static final int CLICKS = 3;

  @TempDir private static Path temp;
  private static Path root;
  private static BuildReport report;
  private static Tree site;
  private static SiteLinks links;

  @BeforeAll
  static void buildTheSite() {
    root = temp.resolve("site of the repository");
    new SiteText("", Tree.of(Path.of("content"))).into(root.resolve("content"));
    new SiteText("", Tree.of(Path.of("templates"))).into(root.resolve("templates"));
    report = Sites.build(root);
    site = Tree.of(root.resolve("site")).only(path -> !path.startsWith("."));
    links = new SiteLinks(site, BASE);
  }

  @Test
  void itHasNoProblems() {
    assertEquals(List.of(), report.problems(), () -> Sites.problems(report));
    assertTrue(report.pages() > 30 && report.figures() > 20, report.toString());
  }

  /// A rate from a data sheet was wrong, and a chain of two inferences rested on it: the pages, the ledger and the feeds tell
  /// it, each in its language, and what was looked at again raises no doubt any more.
  @Test
  void aRefutedFactIsToldWhereverItMatters() {
    Document fact = Jsoup.parse(site.text("post/what-a-data-sheet-promises/index.html"));
    assertEquals("refuted", fact.select("#bf16-rate").attr("data-status"));
    assertEquals("/post/half-a-data-sheet/", fact.select("#bf16-rate .since .told a").attr("href"));
    Document korean = Jsoup.parse(site.text("ko/post/what-a-data-sheet-promises/index.html"));
    assertEquals("/ko/post/half-a-data-sheet/", korean.select("#bf16-rate .since .told a").attr("href"));
    assertEquals("amended", Jsoup.parse(site.text("post/how-fast-a-prompt-can-be-read/index.html")).select("#read-ceiling").attr("data-status"));
    Document floor = Jsoup.parse(site.text("post/the-floor-under-a-read-token/index.html"));
    assertEquals("superseded", floor.select("#read-floor").attr("data-status"));
    assertEquals("/post/half-a-data-sheet/#read-floor", floor.select("#read-floor .since .told a").attr("href"));
    assertEquals(
        List.of("Amended", "Corrected", "Refuted", "Superseded"),
        chain("corrections/feed.xml").map(item -> item.selectFirst("title").text().replaceFirst(":.*", "")).sorted().toList());
    assertEquals(2, chain("ko/corrections/feed.xml").count());
    JsonNode claims = new JsonMapper().readTree(site.text("claims.json")).get("claims");
    assertTrue(
        claims.valueStream().anyMatch(
            claim -> claim.get("id").asString().equals("what-a-data-sheet-promises#bf16-rate") && claim.get("status").asString().equals("refuted")));
  }

  /// What a feed of corrections tells of the notes about the rate.
  private static Stream<Element> chain(String feed) {
    return Jsoup.parse(site.text(feed), "", Parser.xmlParser()).select("item").stream().filter(
        item -> item.selectFirst("link").text().matches(".*/post/(what-a-data-sheet|half-a-data-sheet|how-fast-a-prompt|the-floor-under).*"));
  }

  @Test
  void theLedgerForProgramsObeysItsSchema() {
    JsonMapper json = new JsonMapper();
    assertEquals(List.of(), JsonSchemas.faults(JsonSchemas.of(json.readTree(ClaimsSchema.write())), json.readTree(site.text("claims.json"))));
  }

  @Test
  void everyPageIsValidHtml() {
    assertEquals(List.of(), HtmlValidity.errors(site));
  }

  @Test
  void everyLinkInsideTheSiteLeadsToAFileAndItsFragmentToAnElement() {
    assertEquals(List.of(), links.broken());
  }

  @Test
  void everyIdIsUniqueOnItsPage() {
    List<String> twice = new ArrayList<>();
    links.pages().forEach(
        (path, page) -> {
          TreeSet<String> seen = new TreeSet<>();
          page.select("[id]").eachAttr("id").stream().filter(id -> !seen.add(id)).forEach(id -> twice.add(path + "#" + id));
        });
    assertEquals(List.of(), twice);
  }

  @Test
  void everyPageIsWithinThreeClicksOfHome() {
    Map<String, Integer> clicks = links.clicks("index.html");
    List<String> far = new ArrayList<>();
    for (String path : links.pages().keySet()) {
      if (isIndexed(path) && clicks.getOrDefault(path, Integer.MAX_VALUE) > CLICKS) {
        far.add(path + (clicks.containsKey(path) ? ": " + clicks.get(path) + " clicks" : ": no way"));
      }
    }
    assertEquals(List.of(), far);
  }

  @Test
  void noPageLoadsAnythingFromAnotherHost() {
    assertEquals(List.of(), links.foreignRequests());
  }

  @Test
  void theSitemapListsExactlyThePagesThatMayBeFound() {
    TreeSet<String> listed = new TreeSet<>();
    Document sitemap = Jsoup.parse(site.text("sitemap.xml"), Parser.xmlParser());
    for (Element loc : sitemap.select("url > loc")) {
      assertTrue(listed.add(links.file(loc.text()).orElseThrow()), "twice: " + loc.text());
    }
    TreeSet<String> indexed = new TreeSet<>();
    links.pages().keySet().stream().filter(DemonstrationTest::isIndexed).forEach(indexed::add);
    assertEquals(indexed, listed);
    assertTrue(site.text("robots.txt").contains("Sitemap: " + BASE + "sitemap.xml\n"), site.text("robots.txt"));
  }

  @Test
  void everyPageSaysWhereItStandsItself() {
    links.pages().forEach(
        (path, page) -> {
          Element canonical = page.selectFirst("link[rel=canonical]");
          assertEquals(links.redirected(path), links.file(canonical.attr("href")).orElseThrow(), path);
        });
  }

  @Test
  void theLedgerFileHoldsExactlyTheLedger() {
    List<ClaimRow> rows = SiteBuild.analyse(Sites.options(root), Progress.NONE, checked -> checked.analysis().rows(_ -> true));
    JsonNode claims = new JsonMapper().readTree(site.text("claims.json")).get("claims");
    List<String> ids = claims.valueStream().map(claim -> claim.get("id").asString()).toList();
    assertEquals(rows.stream().map(ClaimRow::id).toList(), ids);
    Map<Kind, Integer> kinds = new EnumMap<>(report.claims());
    for (JsonNode claim : claims) {
      kinds.merge(Kind.valueOf(claim.get("kind").asString().toUpperCase(Locale.ROOT)), -1, Integer::sum);
      for (JsonNode place : claim.get("places")) {
        assertTrue(isOnAPage(place.asString()), place.asString());
      }
    }
    assertTrue(kinds.values().stream().allMatch(left -> left == 0), kinds.toString());
  }

  @Test
  void everyClaimOnAPageIsInTheLedger() {
    TreeSet<String> places = new TreeSet<>();
    new JsonMapper().readTree(site.text("claims.json")).get("claims")
        .forEach(claim -> claim.get("places").forEach(place -> places.add(place.asString())));
    TreeSet<String> shown = new TreeSet<>();
    links.pages().forEach(
        (path, page) -> page.select("[data-claim]").forEach(claim -> shown.add(page.baseUri() + "#" + claim.id())));
    assertEquals(shown, decoded(places));
  }

  private static TreeSet<String> decoded(TreeSet<String> addresses) {
    TreeSet<String> decoded = new TreeSet<>();
    addresses.forEach(address -> decoded.add(java.net.URLDecoder.decode(address, UTF_8)));
    return decoded;
  }

  private static boolean isOnAPage(String address) {
    String fragment = java.net.URLDecoder.decode(address.substring(address.indexOf('#') + 1), UTF_8);
    Document page = links.pages().get(links.file(address).orElseThrow());
    return page != null && page.getElementById(fragment) != null;
  }

  @Test
  void bothLanguagesAreThereAndLeadToEachOther() {
    Map<String, Integer> languages = new TreeMap<>();
    links.pages().forEach(
        (path, page) -> {
          String language = page.selectFirst("html").attr("lang");
          languages.merge(language, 1, Integer::sum);
          assertEquals(path.startsWith("ko/") ? "ko" : "en", language, path);
          for (Element other : page.select("link[hreflang]:not([hreflang=x-default])")) {
            Document there = links.pages().get(links.file(other.attr("href")).orElseThrow());
            assertEquals(other.attr("hreflang"), there.selectFirst("html").attr("lang"), path);
            assertTrue(there.select("link[hreflang=" + language + "]").eachAttr("href").contains(page.selectFirst("link[rel=canonical]").attr("href")), path + " → " + other.attr("href"));
          }
        });
    assertEquals(new TreeSet<>(List.of("en", "ko")), languages.keySet());
    assertTrue(links.pages().get("ko/index.html").text().contains("토큰"));
    assertTrue(site.text("ko/feed.xml").contains("<language>ko</language>"), site.text("ko/feed.xml"));
    assertTrue(links.pages().get("post/cost-of-a-published-day/index.html").select("a[hreflang=ko]").size() == 1);
  }

  @Test
  void aSecondBuildReadsAndWritesNothing() {
    BuildReport second = Sites.build(root);
    assertEquals(0, second.parsed() + second.written() + second.removed());
  }

  /// The headers file of the guide gives each feed of the demonstration site its media type.
  @Test
  void theHeadersOfTheGuideFitTheFeedsOfASite() throws IOException {
    String guide = Files.readString(Path.of("content/guide/deploying.md"));
    String block = guide.substring(guide.indexOf("```text\n/*\n") + 8);
    block = block.substring(0, block.indexOf("```"));
    Map<Pattern, String> types = new LinkedHashMap<>();
    String path = "";
    for (String line : block.lines().toList()) {
      if (line.startsWith("/")) {
        path = line;
      } else if (line.strip().startsWith("Content-Type: ")) {
        types.put(Pattern.compile(Pattern.quote(path).replace("*", "\\E.*\\Q")), line.strip().substring("Content-Type: ".length()));
      }
    }
    int feeds = 0;
    for (Map.Entry<String, byte[]> file : site.files().entrySet()) {
      String name = file.getKey().substring(file.getKey().lastIndexOf('/') + 1);
      String wanted =
          switch (name) {
            case "feed.xml" -> "application/rss+xml; charset=utf-8";
            case "atom.xml" -> "application/atom+xml; charset=utf-8";
            case "feed.json" -> "application/feed+json; charset=utf-8";
            case "feeds.opml" -> "text/x-opml; charset=utf-8";
            default -> "";
          };
      String given = "";
      for (Map.Entry<Pattern, String> type : types.entrySet()) {
        given = type.getKey().matcher("/" + file.getKey()).matches() ? type.getValue() : given;
      }
      assertEquals(wanted, given, file.getKey());
      feeds += wanted.isEmpty() ? 0 : 1;
    }
    assertTrue(feeds > 5, feeds + " feeds");
  }

  @Test
  void nothingInItIsUnsafeOrStoppedByThePolicyThatTheGuideStates() throws IOException {
    assertEquals(List.of(), FinishedFiles.broken(site));
    assertTrue(Files.readString(Path.of("content/guide/deploying.md")).contains("\n" + PagePolicy.STRICT.text() + "\n"), PagePolicy.STRICT.text());
  }

  private static boolean isIndexed(String path) {
    Document page = links.pages().get(path);
    return page.selectFirst("meta[name=robots][content=noindex]") == null;
  }
}
