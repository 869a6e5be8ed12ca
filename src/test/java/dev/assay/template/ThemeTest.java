package dev.assay.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.Language;
import dev.assay.note.Shortcode;
import dev.assay.view.AccountingView;
import dev.assay.view.BodyView;
import dev.assay.view.FigureTableView;
import dev.assay.view.Markup;
import dev.assay.view.PageView;
import dev.assay.view.Part;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What the default theme promises.
class ThemeTest {
  private static final Templates TEMPLATES = Templates.standard();
  private static final String STYLE = text("style.css");

  private static String text(String asset) {
    return new String(TEMPLATES.asset(asset).orElseThrow().bytes(), StandardCharsets.UTF_8);
  }

  /// Components whose values come from a fixed list, or are tags and numbers; everything else may hold anything.
  private static final Set<String> FIXED =
      Set.of("kind", "status", "language", "taxonomy", "rank", "base", "iso", "date", "type");

  private static final String PAYLOAD = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>&amp;<!--";

  @TestFactory
  Stream<DynamicTest> noTextBecomesMarkup() {
    return Samples.pages().entrySet().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey(),
                    () -> {
                      String html = PagesTest.html((PageView) poisoned(each.getValue()));
                      assertFalse(html.contains("<script>"), html);
                      assertFalse(html.contains("<img src=x"), html);
                      assertFalse(html.contains("<!--"), html);
                      assertEquals(List.of(), attributesOf(html, "onerror"));
                    }));
  }

  private static List<String> attributesOf(String html, String name) {
    var found = new ArrayList<String>();
    for (var element : org.jsoup.Jsoup.parse(html).getElementsByAttribute(name)) {
      found.add(element.outerHtml());
    }
    return found;
  }

  @Test
  void noTextOfAFigureBecomesMarkupInAFeed() {
    Renderer renderer = new Renderer(TEMPLATES);
    for (Map.Entry<String, Record> part :
        Map.of("feed/figure-table.ftlh", (Record) Samples.figures(), "feed/accounting.ftlh", Samples.accounting()).entrySet()) {
      Outcome outcome = renderer.renderPart(part.getKey(), Language.ENGLISH, "x", (Record) poisoned(part.getValue()));
      assertFalse(((Outcome.Rendered) outcome).html().contains("<script"), outcome.toString());
    }
  }

  /// The same view with every free text replaced.
  private static Object poisoned(Object value) {
    return switch (value) {
      case List<?> list -> list.stream().map(ThemeTest::poisoned).toList();
      case BodyView body -> BodyView.of(body.parts().stream().map(part -> (Part) poisoned(part)).toList());
      case Markup markup -> markup;
      case Record record -> poisonedRecord(record);
      default -> value;
    };
  }

  private static Object poisonedRecord(Record record) {
    try {
      RecordComponent[] components = record.getClass().getRecordComponents();
      Object[] values = new Object[components.length];
      for (int i = 0; i < components.length; i++) {
        Object value = components[i].getAccessor().invoke(record);
        boolean free = value instanceof String && !FIXED.contains(components[i].getName());
        values[i] = free ? PAYLOAD : poisoned(value);
      }
      Constructor<?> constructor =
          record.getClass().getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(record.getClass().getName(), e);
    }
  }

  @TestFactory
  Stream<DynamicTest> aStrictContentSecurityPolicyHolds() {
    return Samples.pages().entrySet().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey(),
                    () -> {
                      var page = org.jsoup.Jsoup.parse(PagesTest.html(each.getValue()));
                      // Data for programs is not run; a script comes from the site itself.
                      assertEquals(0, page.select("script:not([type=application/ld+json]):not([src^=/])").size());
                      assertEquals(0, page.select("script[src]").stream().filter(script -> !script.data().isEmpty()).count());
                      assertEquals(0, page.select("style, iframe, object, embed, [style]").size());
                      assertEquals(0, page.select("link[rel=stylesheet]:not([href^=/]), img[src^=http], link[rel=icon]:not([href^=/])").size());
                      page.getAllElements().forEach(element -> element.attributes().forEach(a -> assertFalse(a.getKey().startsWith("on"))));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> aPageHasLandmarksAndOneTitle() {
    return Samples.pages().entrySet().stream()
        .filter(each -> !each.getKey().equals("redirect"))
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey(),
                    () -> {
                      var page = org.jsoup.Jsoup.parse(PagesTest.html(each.getValue()));
                      assertEquals(1, page.select("main").size());
                      assertEquals(1, page.select("h1").size());
                      assertEquals("#:main", page.select("a").first().attr("href"));
                      assertEquals(":main", page.select("main").attr("id"));
                      page.select("nav").forEach(nav -> assertFalse(nav.attr("aria-label").isEmpty()));
                      page.select("[id]").forEach(e -> assertEquals(1, page.getElementsByAttributeValue("id", e.id()).size(), e.id()));
                    }));
  }

  @Test
  void thePageOfAnOldAddressLeadsToTheNewOne() {
    var page = org.jsoup.Jsoup.parse(PagesTest.html(Samples.pages().get("redirect")));
    assertEquals("0; url=/post/memory/", page.select("meta[http-equiv=refresh]").attr("content"));
    assertEquals("noindex", page.select("meta[name=robots]").attr("content"));
    assertEquals("/post/memory/", page.select("a").attr("href"));
  }

  @Test
  void theNearestFeedComesFirst() {
    var page = org.jsoup.Jsoup.parse(PagesTest.html(Samples.note()));
    assertEquals(
        List.of("/page/memory/feed.xml", "/page/memory/atom.xml", "/page/memory/feed.json", "/feed.xml", "/atom.xml", "/feed.json"),
        page.select("link[rel=alternate][type]").eachAttr("href"));
  }

  @Test
  void stylesAreSmallAndLoadNothing() {
    for (String own : List.of("home.css", "hub.css", "record.css", "search.css", "writing.css")) {
      String all = STYLE + text(own);
      assertTrue(all.getBytes(StandardCharsets.UTF_8).length < 30_000, own + ": " + all.length() + " bytes");
      assertFalse(all.contains("url("));
      assertFalse(all.contains("@import"));
    }
  }

  @Test
  void everyColourOfTextHasSevenToOneOnItsGround() {
    for (Map<String, String> colours : List.of(colours(1), colours(2))) {
      for (String text : List.of("ink", "soft", "accent", "fact", "inference", "speculation", "blocked")) {
        for (String ground : List.of("paper", "raised")) {
          double contrast = contrast(colours.get(text), colours.get(ground));
          assertTrue(contrast >= 7, text + " on " + ground + ": " + contrast);
        }
      }
      assertTrue(contrast(colours.get("ink"), colours.get("marked")) >= 7);
      assertTrue(contrast(colours.get("strong-line"), colours.get("paper")) >= 3);
    }
  }

  /// What code is drawn in, by the letters of `writing.css`, on the ground of code and on that of added and removed lines.
  @Test
  void everyColourOfCodeCanBeReadOnItsGround() {
    String writing = text("writing.css").replaceAll("\\s", "");
    String code = writing.substring(writing.indexOf("pre{"), writing.indexOf("}}") + 2);
    StringBuilder table = new StringBuilder();
    Set<String> letters = new TreeSet<>();
    for (int scheme = 1; scheme <= 2; scheme++) {
      Map<String, String> colours = colours(scheme);
      Matcher rule = Pattern.compile("([.a-z,:()]+)\\{([a-z-]+):([^;}]+)").matcher(code.substring("pre{".length()));
      while (rule.find()) {
        boolean ground = rule.group(2).equals("background");
        if (ground || rule.group(2).equals("color")) {
          String colour = colour(rule.group(3), colours, scheme);
          double contrast = ground ? contrast(colours.get("ink"), colour) : contrast(colour, colours.get("raised"));
          table.append(scheme == 1 ? "light " : "dark  ").append(rule.group(1)).append(' ').append(colour).append(' ').append(Math.round(contrast * 10) / 10.0).append('\n');
          letters.add(rule.group(1));
          assertTrue(contrast >= 4.5, table::toString);
        }
      }
    }
    assertEquals(Set.of(".k", ".t", ".s", ".n", ".f,.v", ".c", ".m", ".i", ".d"), letters, table::toString);
  }

  private static String colour(String written, Map<String, String> colours, int scheme) {
    Matcher named = Pattern.compile("var\\(--([a-z-]+)\\)").matcher(written);
    Matcher pair = Pattern.compile("light-dark\\((#[0-9a-f]{6}),(#[0-9a-f]{6})\\)").matcher(written);
    Matcher mixed = Pattern.compile("color-mix\\(insrgb,var\\(--([a-z-]+)\\)([0-9]+)%,transparent\\)").matcher(written);
    if (named.matches()) {
      return colours.get(named.group(1));
    }
    if (pair.matches()) {
      return pair.group(scheme);
    }
    assertTrue(mixed.matches(), written);
    double share = Integer.parseInt(mixed.group(2)) / 100.0;
    String above = colours.get(mixed.group(1));
    String below = colours.get("raised");
    StringBuilder colour = new StringBuilder("#");
    for (int i = 1; i < 7; i += 2) {
      long part = Math.round(Integer.parseInt(above.substring(i, i + 2), 16) * share + Integer.parseInt(below.substring(i, i + 2), 16) * (1 - share));
      colour.append(String.format(Locale.ROOT, "%02x", part));
    }
    return colour.toString();
  }

  /// The colours of the light scheme (1) or the dark one (2).
  private static Map<String, String> colours(int scheme) {
    Map<String, String> colours = new TreeMap<>();
    Matcher matcher = Pattern.compile("--([a-z-]+):light-dark\\((#[0-9a-f]{6}),(#[0-9a-f]{6})\\)").matcher(STYLE);
    while (matcher.find()) {
      colours.put(matcher.group(1), matcher.group(1 + scheme));
    }
    return colours;
  }

  /// The contrast ratio of WCAG 2.
  private static double contrast(String a, String b) {
    double x = luminance(a);
    double y = luminance(b);
    return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
  }

  private static double luminance(String colour) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
  }

  @Test
  void templatesSpeakOnlyThroughStrings() {
    Pattern words = Pattern.compile(">[^<>$\\n]*[A-Za-z]{2,}[^<>$\\n]*<");
    for (String name : TEMPLATES.names()) {
      String markup =
          TEMPLATES.file(name).orElseThrow().text()
              .replaceAll("(?s)<#--.*?-->", "").replaceAll("\\$\\{[^}]*}", "").replaceAll("</?[#@][^>]*>", "");
      Matcher matcher = words.matcher(markup);
      assertFalse(matcher.find(), () -> name + ": " + matcher.group());
    }
  }

  @Test
  void everyStringThatTemplatesAskForExists() {
    Strings english = TEMPLATES.strings(Language.ENGLISH);
    Set<String> asked = new TreeSet<>();
    for (String name : TEMPLATES.names()) {
      Matcher matcher = Pattern.compile("\\bt\\(\"([a-z.-]+)\"[,)]").matcher(TEMPLATES.file(name).orElseThrow().text());
      while (matcher.find()) {
        asked.add(matcher.group(1));
        assertTrue(english.has(matcher.group(1)), name + " asks for " + matcher.group(1));
      }
    }
    assertTrue(asked.size() > 50, asked.toString());
  }

  /// So nothing that a site replaces shows in them, and notes need not be read again for it.
  @Test
  void shortcodesOfTheProgramAskForNothing() {
    List<String> files = TEMPLATES.names().stream().filter(name -> name.startsWith("shortcodes/")).toList();
    assertFalse(files.isEmpty());
    for (String file : files) {
      assertEquals(List.of(file), TEMPLATES.closure(file));
      assertFalse(Pattern.compile("\\b(?:t|day|asset)\\s*\\(").matcher(TEMPLATES.file(file).orElseThrow().text()).find(), file);
    }
    ShortcodeTemplates shortcodes = ShortcodeTemplates.of(TEMPLATES, Map.of());
    assertEquals(List.of(), shortcodes.problems());
    assertEquals(files.stream().filter(file -> !file.contains(".feed.")).count(), shortcodes.all().stream().filter(Shortcode::usable).count());
  }

  @Test
  void signsAreDrawnTheSameInEveryPlace() {
    String html = PagesTest.html(Samples.note());
    assertTrue(html.contains("<svg class=\"sign fact\""));
    assertTrue(html.contains("aria-label=\"Inference\""));
    assertFalse(html.contains("●"));
    String icon = text("icon.svg");
    assertTrue(icon.contains("<circle") && !icon.contains("http://") || icon.indexOf("http://") == icon.lastIndexOf("http://"));
  }

  @Test
  void aTableInAFeedHasItsUnitsInTheHeadAndNothingDrawn() {
    FigureTableView figures = Samples.figures();
    AccountingView accounting = Samples.accounting();
    Renderer renderer = new Renderer(TEMPLATES);
    String table = ((Outcome.Rendered) renderer.renderPart("feed/figure-table.ftlh", Language.ENGLISH, "x", figures)).html();
    assertTrue(table.contains("Cost (USD per million output tokens)"), table);
    assertTrue(table.contains("<strong>0.402</strong> (0.31–0.55) −19%"), table);
    assertTrue(table.contains("unknown"), table);
    assertTrue(table.contains("<p>5 sources</p>"), table);
    String lines = ((Outcome.Rendered) renderer.renderPart("feed/accounting.ftlh", Language.KOREAN, "x", accounting)).html();
    assertTrue(lines.contains("보고된 값"), lines);
    for (String html : List.of(table, lines)) {
      assertEquals(0, org.jsoup.Jsoup.parseBodyFragment(html).select("svg, [class], [style], [tabindex], script, div").size(), html);
    }
  }
}
