package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testing.Chromium;
import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import dev.assay.testing.TreeServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The demonstration site as people see it: in a browser, on a phone, in the dark, on paper, with keys alone, without
/// script. What needs no browser is tested without one.
class BrowserTest {
  /// One page of every kind, and those with most in them; those that there are in Korean, too.
  private static final List<String> PAGES =
      List.of(
          "/", "/post/", "/post/price-of-a-compute-hour/", "/post/when-a-cache-on-ssd-pays/", "/post/cost-of-a-published-day/",
          "/post/what-a-data-sheet-promises/", "/page/cost-per-token/", "/page/about/", "/hubs/", "/tags/", "/tags/cost-per-token/",
          "/entities/", "/entities/nvidia/", "/claims/", "/claims/fact/", "/claims/scores/", "/checkpoints/", "/corrections/", "/sources/",
          "/sources/web/github.com/", "/search/", "/feeds/", "/archive/", "/404.html", "/guide/", "/guide/claims/");

  private static final Map<String, String> LIGHT = Map.of("prefers-color-scheme", "light");
  private static final Map<String, String> DARK = Map.of("prefers-color-scheme", "dark");

  @TempDir private static Path temp;
  private static Tree site;
  private static TreeServer server;
  private static Chromium browser;
  private static String axe;

  @BeforeAll
  static void buildTheSiteAndStartTheBrowser() throws IOException {
    browser = Chromium.start(temp.resolve("profile"));
    Path root = temp.resolve("root");
    new SiteText("", Tree.of(Path.of("content"))).into(root.resolve("content"));
    Sites.build(root);
    site = Tree.of(root.resolve("site"));
    server = new TreeServer(site);
    try (InputStream script = BrowserTest.class.getResourceAsStream("/axe.min.js")) {
      axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
    browser.send(
        "Page.addScriptToEvaluateOnNewDocument",
        Map.of("source", "window.shifts = []; new PerformanceObserver(list => shifts.push(...list.getEntries().map(e => e.value))).observe({type: 'layout-shift', buffered: true})"));
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void anOrdinaryScreen() {
    browser.scripts(true);
    browser.size(1280, 900, 1);
    browser.media("screen", LIGHT);
  }

  private static List<String> pages() {
    List<String> pages = new ArrayList<>();
    for (String page : PAGES) {
      for (String path : List.of(page, "/ko" + page)) {
        if (site.files().containsKey((path.endsWith("/") ? path + "index.html" : path).substring(1))) {
          pages.add(path);
        }
      }
    }
    assertTrue(pages.containsAll(PAGES) && pages.size() > PAGES.size() + 12, pages.toString());
    return pages;
  }

  /// Loads every page once and puts to it every question that a loaded page can answer.
  @Test
  void everyKindOfPageIsAccessibleQuietStillAndFitsEveryWindow() {
    List<String> wrong = new ArrayList<>();
    for (String page : pages()) {
      browser.size(1280, 900, 1);
      browser.media("screen", LIGHT);
      browser.open(server.address() + page);
      browser.faults().forEach(fault -> wrong.add(page + " says " + fault));
      browser.requests().stream().filter(to -> !to.startsWith(server.address() + "/") && !to.startsWith("data:")).forEach(to -> wrong.add(page + " asks " + to));
      browser.ask(axe + "; true");
      if (page.startsWith("/ko/")) {
        // The colors of a kind of page are the same in every language, and what takes longest.
        violations("rules: {'color-contrast': {enabled: false}}").forEach(each -> wrong.add(page + " " + each));
      } else {
        violations("").forEach(each -> wrong.add(page + " " + each));
        browser.media("screen", DARK);
        violations(only("color-contrast")).forEach(each -> wrong.add(page + " in the dark " + each));
      }
      double shift = browser.ask("shifts.reduce((a, b) => a + b, 0)").asDouble();
      // A word that moves to another line while the page is still being read counts a little on a slow machine.
      if (shift > 0.005) {
        wrong.add(page + " shifts by " + shift);
      }
      browser.size(390, 800, 2);
      browser.settle();
      violations(only("target-size")).forEach(each -> wrong.add(page + " on a phone " + each));
      browser.ask(CUT).forEach(each -> wrong.add(page + " on a phone cuts off " + each.asString()));
      // A phone, a window of 1280 at 200 %, then the narrowest phone.
      for (int width : List.of(390, 640, 320)) {
        if (width != 390) {
          browser.size(width, 700, 1280.0 / 640);
          browser.settle();
        }
        int wide = browser.ask("document.documentElement.scrollWidth").asInt();
        if (wide > width) {
          wrong.add(page + " is " + wide + " wide in a window of " + width + ": " + browser.ask(WIDEST));
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static final String WIDEST =
      "[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth && !e.closest('.scroll, .table, pre, svg')).slice(0, 3).map(e => e.outerHTML.slice(0, 80)).join(' | ')";

  /// Boxes that hide what a reader came for: a record in a box of its own height, a column that stays and leaves no room
  /// for the others.
  private static final String CUT =
      """
      [
        ...[...document.querySelectorAll('main .scroll:has(> .ledger-table)')].filter(e => e.scrollHeight > e.clientHeight + 1).map(e => 'the ledger'),
        ...[...document.querySelectorAll('.figures tbody tr > th:first-child:not([colspan], .exposure *)')].filter(e => e.checkVisibility() && e.offsetWidth > e.closest('.scroll').clientWidth * .6).map(e => e.innerText)
      ]""";

  private static String only(String rule) {
    return "runOnly: {type: 'rule', values: ['" + rule + "']}";
  }

  private static List<String> violations(String options) {
    JsonNode found =
        browser.ask(
            "axe.run({exclude: []}, {resultTypes: ['violations'], iframes: false, " + options + "}).then(r => r.violations.map(v => v.id + ': ' + v.help + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 140)).join(' | ')))");
    List<String> all = new ArrayList<>();
    found.forEach(each -> all.add(each.asString()));
    return all;
  }

  /// The first key leads past the menu; then one after the other, in the order of the page, each marked and in view.
  @Test
  void keysAloneLeadThroughAPage() {
    browser.open(server.address() + "/post/cost-of-a-published-day/");
    browser.press("Tab", 9);
    assertEquals("skip", browser.ask("document.activeElement.className").asString());
    assertTrue(browser.ask("(r => r.left >= 0 && r.top >= 0 && r.width > 0)(document.activeElement.getBoundingClientRect())").asBoolean());
    browser.press("Enter", 13);
    browser.settle();
    assertEquals("#:main", browser.ask("location.hash").asString());
    browser.press("Tab", 9);
    assertTrue(browser.ask("document.querySelector('main').contains(document.activeElement)").asBoolean(), "the skip link leads into the text");

    browser.open(server.address() + "/post/cost-of-a-published-day/");
    browser.ask("window.before = null; true");
    int stops = 0;
    for (int i = 0; i < 60; i++) {
      browser.press("Tab", 9);
      JsonNode stop = browser.ask(FOCUSED);
      if (stop.isNull()) {
        break;
      }
      stops++;
      assertTrue(stop.get("after").asBoolean(), "out of order: " + stop);
      assertTrue(stop.get("outlined").asBoolean(), "not marked: " + stop);
      assertTrue(stop.get("seen").asBoolean(), "not in view: " + stop);
    }
    assertTrue(stops > 30, stops + " stops");
  }

  private static final String FOCUSED =
      """
      (e => {
        if (e === document.body) return null;
        const style = getComputedStyle(e), box = e.getBoundingClientRect();
        const after = !before || (before.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
        before = e;
        return {
          what: e.outerHTML.slice(0, 90), after,
          outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
          seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth };
      })(document.activeElement)""";

  /// The brackets of a tag are a writer's: a heading that is one says its word, as the table of contents does.
  @Test
  void aHeadingThatIsATagSaysItsWord() {
    browser.open(server.address() + "/post/price-of-a-compute-hour/");
    assertEquals("Blocked", browser.ask("document.querySelector('h2#blocked').innerText.trim()").asString());
    assertEquals("Blocked", browser.ask("document.querySelector('.toc a[href=\"#blocked\"]').textContent").asString());
  }

  @Test
  void codeIsCopiedAsItStands() {
    browser.open(server.address() + "/guide/claims/");
    browser.ask("window.copied = ''; navigator.clipboard.writeText = text => { copied = text; return Promise.resolve(); }; document.querySelector('.copy').focus()");
    browser.press("Enter", 13);
    browser.settle();
    assertEquals(browser.ask("document.querySelector('.text pre').textContent").asString(), browser.ask("copied").asString());
    assertEquals("Copied", browser.ask("document.activeElement.ariaLabel").asString());
  }

  @Test
  void aTableSortsByKeysAndSaysSo() {
    browser.open(server.address() + "/post/price-of-a-compute-hour/");
    String column = "[...document.querySelector('.table').querySelectorAll('tbody tr')].map(r => parseFloat(r.cells[0].textContent))";
    List<Double> before = numbers(browser.ask(column));
    browser.ask("document.querySelector('.table .sort').focus()");
    browser.press("Enter", 13);
    assertEquals("ascending", browser.ask("document.querySelector('.table th').getAttribute('aria-sort')").asString());
    assertEquals(before.stream().sorted().toList(), numbers(browser.ask(column)));
    browser.press("Enter", 13);
    assertEquals("descending", browser.ask("document.querySelector('.table th').getAttribute('aria-sort')").asString());
    assertEquals(before.stream().sorted().toList().reversed(), numbers(browser.ask(column)));
    browser.press("Enter", 13);
    assertEquals(before, numbers(browser.ask(column)));
  }

  private static List<Double> numbers(JsonNode list) {
    return list.valueStream().map(JsonNode::asDouble).toList();
  }

  @Test
  void theDecimalPointsOfAColumnStandInALine() {
    browser.open(server.address() + "/post/price-of-a-compute-hour/");
    JsonNode points =
        browser.ask(
            """
            [...document.querySelectorAll('.table tbody tr')].slice(0, 9).flatMap(row => {
              const text = document.createTreeWalker(row.cells[0], NodeFilter.SHOW_TEXT).nextNode();
              const at = /^[\\d,]+\\.\\d+$/.test(text.data.trim()) ? text.data.indexOf('.') : -1;
              if (at < 0) return [];
              const range = document.createRange();
              range.setStart(text, at);
              range.setEnd(text, at + 1);
              return [Math.round(range.getBoundingClientRect().left * 10)];
            })""");
    List<Double> places = numbers(points);
    assertTrue(places.size() > 5 && places.stream().distinct().count() == 1, places.toString());
  }

  @Test
  void theReaderChoosesTheColorsAndTheChoiceLasts() {
    browser.open(server.address() + "/");
    String ground = "getComputedStyle(document.body).backgroundColor";
    String light = browser.ask(ground).asString();
    browser.ask("document.querySelector('.scheme').click()");
    assertEquals("light", browser.ask("document.documentElement.dataset.scheme").asString());
    browser.ask("document.querySelector('.scheme').click()");
    String dark = browser.ask(ground).asString();
    assertFalse(light.equals(dark), dark);
    browser.open(server.address() + "/claims/");
    assertEquals(dark, browser.ask(ground).asString());
    browser.ask("localStorage.clear()");
    browser.media("screen", DARK);
    browser.open(server.address() + "/claims/");
    assertEquals(dark, browser.ask(ground).asString());
  }

  @Test
  void everythingIsReadWithoutScript() {
    for (String page : List.of("/", "/post/when-a-cache-on-ssd-pays/", "/page/cost-per-token/", "/claims/")) {
      browser.scripts(true);
      browser.open(server.address() + page);
      String with = browser.ask("document.querySelector('main').innerText.replace(/[\\s↑↓]+/g, ' ')").asString();
      browser.scripts(false);
      browser.open(server.address() + page);
      String without = browser.ask("document.querySelector('main').innerText.replace(/[\\s↑↓]+/g, ' ')").asString();
      assertTrue(without.length() > 500, without);
      if (!page.equals("/claims/")) {
        assertEquals(with, without, page);
      }
      assertEquals(0, browser.ask("[...document.querySelectorAll('button, form')].filter(e => e.checkVisibility()).length").asInt(), page + " shows what does nothing");
    }
  }

  /// Where the system chooses all colors, the signs are still told apart from the ground and from each other.
  @Test
  void theSignsAreSeenInForcedColors() {
    browser.media("screen", Map.of("forced-colors", "active"));
    browser.open(server.address() + "/post/price-of-a-compute-hour/");
    JsonNode seen =
        browser.ask(
            """
            (() => {
              const ground = getComputedStyle(document.body).backgroundColor;
              const drawn = kind => {
                const sign = document.querySelector('.legend .sign.' + kind);
                const full = sign.querySelector('.full');
                return {stroke: getComputedStyle(sign.querySelector('circle:not(.full), circle')).stroke !== ground,
                  fill: full ? getComputedStyle(full).fill !== ground : false, box: sign.getBoundingClientRect().width};
              };
              return ['fact', 'inference', 'speculation', 'blocked'].map(drawn);
            })()""");
    assertEquals(4, seen.size());
    seen.forEach(sign -> assertTrue(sign.get("stroke").asBoolean() && sign.get("box").asDouble() > 8, seen.toString()));
    assertTrue(seen.get(0).get("fill").asBoolean() && seen.get(1).get("fill").asBoolean() && !seen.get(2).get("fill").asBoolean(), seen.toString());
  }

  @Test
  void onPaperALinkSaysWhereItLeadsAndNothingIsCut() {
    browser.size(700, 1000, 1);
    browser.media("print", Map.of());
    for (String page : List.of("/post/price-of-a-compute-hour/", "/post/when-a-cache-on-ssd-pays/", "/ko/post/cost-of-a-published-day/", "/claims/")) {
      browser.open(server.address() + page);
      assertEquals(
          "[]",
          browser.ask(
              """
              JSON.stringify([...document.querySelectorAll('.text a[href^="http"]')].filter(a => a.checkVisibility())
                .filter(a => !getComputedStyle(a, '::after').content.includes(a.getAttribute('href'))).map(a => a.outerHTML))""").asString(),
          page);
      assertEquals("none", browser.ask("getComputedStyle(document.querySelector('.site-head nav')).display").asString());
      assertEquals(
          "[]",
          browser.ask(
              """
              JSON.stringify([...document.querySelectorAll('button, form, .permalink, details:not([open], .sources, .why:has(ul ul))')]
                .filter(e => e.checkVisibility() && getComputedStyle(e).display !== 'contents').map(e => e.outerHTML.slice(0, 90)))""").asString(),
          page + ": what only a screen can use");
      assertEquals("rgb(255, 255, 255)", browser.ask("getComputedStyle(document.body).backgroundColor").asString());
      assertTrue(browser.ask("document.documentElement.scrollWidth").asInt() <= 700, page + ": " + browser.ask(WIDEST));
      JsonNode pdf = browser.send("Page.printToPDF", Map.of("preferCSSPageSize", true));
      byte[] bytes = java.util.Base64.getDecoder().decode(pdf.get("data").asString());
      assertTrue(new String(bytes, 0, 5, StandardCharsets.US_ASCII).equals("%PDF-") && bytes.length > 20_000, bytes.length + " bytes");
    }
  }

  /// What `chromium --print-to-pdf` writes, with the head and foot that it has by itself.
  @Test
  void aNoteOrHubAsPdfHasItsWholeTextItsTitleOnEachPageAndNothingOfAScreen() throws IOException {
    browser.media("print", Map.of());
    for (String page : List.of("/ko/post/power-arrives-last/", "/ko/page/memory/")) {
      browser.open(server.address() + page);
      String title = browser.ask("document.title").asString();
      JsonNode printed = browser.send("Page.printToPDF", Map.of("preferCSSPageSize", true, "displayHeaderFooter", true));
      JsonNode paragraphs =
          browser.ask(
              """
              [...document.querySelectorAll('.text p, .text li, .text h2, .text td, .note-head h1, .note-head .lead')]
                .filter(e => e.checkVisibility() && !e.querySelector('a, .sign, svg, ul, math')).map(e => e.innerText)""");
      try (PDDocument pdf = Loader.loadPDF(java.util.Base64.getDecoder().decode(printed.get("data").asString()))) {
        StringBuilder text = new StringBuilder();
        for (int number = 1; number <= pdf.getNumberOfPages(); number++) {
          PDFTextStripper stripper = new PDFTextStripper();
          stripper.setStartPage(number);
          stripper.setEndPage(number);
          String one = packed(stripper.getText(pdf));
          assertTrue(one.contains(packed(title)), page + " page " + number + ": " + one);
          assertTrue(one.contains(packed(number + "/" + pdf.getNumberOfPages())), page + " page " + number);
          text.append(one);
          PDRectangle paper = pdf.getPage(number - 1).getMediaBox();
          assertEquals(List.of(595, 842), List.of(Math.round(paper.getWidth()), Math.round(paper.getHeight())), "A4");
        }
        assertTrue(paragraphs.size() > 3, paragraphs.toString());
        int across = 0;
        for (JsonNode paragraph : paragraphs) {
          across += text.indexOf(packed(paragraph.asString())) < 0 ? 1 : 0;
        }
        // One that goes over the end of a page has the page's foot and head within.
        assertTrue(across < pdf.getNumberOfPages(), across + " of " + paragraphs.size() + " are not there as a whole");
        String menu = packed(browser.ask("document.querySelector('.site-head nav').textContent").asString());
        assertFalse(text.toString().contains(menu), "no menu");
        assertEquals(List.of(), relative(pdf));
      }
      assertEquals(
          0,
          browser.ask(
              "[...document.querySelectorAll('.chart > svg')].filter(e => e.checkVisibility() && (getComputedStyle(e).breakInside !== 'avoid' || e.getBoundingClientRect().height > 980)).length").asInt(),
          "drawings are not cut");
      assertEquals(
          0, browser.ask("[...document.querySelectorAll('.why:has(ul ul) > ul')].filter(e => !e.checkVisibility() || e.getBoundingClientRect().height < 10).length").asInt(),
          "reasons of reasons are unfolded");
    }
  }

  private static String packed(String text) {
    return text.replaceAll("[\\s\u00a0\u00ad\u200b]+", "");
  }

  /// The links of a document that lead nowhere from another machine.
  private static List<String> relative(PDDocument pdf) throws IOException {
    List<String> found = new ArrayList<>();
    for (PDPage page : pdf.getPages()) {
      for (PDAnnotation each : page.getAnnotations()) {
        if (each instanceof PDAnnotationLink link && link.getAction() instanceof PDActionURI to && !to.getURI().matches("https?://.*")) {
          found.add(to.getURI());
        }
      }
    }
    return found;
  }
}
