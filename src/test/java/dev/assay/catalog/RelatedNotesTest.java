package dev.assay.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.note.Language;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which notes have most in common, what is said of it, and how well the notes of a site hang together.
class RelatedNotesTest {
  private static String post(String name, String head, String... lines) {
    return CatalogText.note("post/" + name + ".md", "{title: " + name.toUpperCase(Locale.ROOT) + ", date: 2026-01-02" + (head.isEmpty() ? "" : ", ") + head + "}", lines);
  }

  private static List<String> related(CatalogText read, String path) {
    return new RelatedNotes(read.catalog(), Language.ENGLISH)
        .of(read.entry(path)).stream()
            .map(each -> each.note().title() + " " + each.why().stream().map(reason -> reason.sort() + " " + reason.names()).toList())
            .toList();
  }

  @Test
  void notesAreRelatedByWhatTheyShareAndSaySo() {
    CatalogText read =
        CatalogText.sound(
            post("a", "tags: [HBM], series: Wall") + post("b", "tags: [hbm], series: wall") + post("c", "tags: [HBM]") + post("d", "tags: [Power]"));
    assertEquals(List.of("B [SERIES [Wall], TAG [HBM]]", "C [TAG [HBM]]"), related(read, "post/a.md"));
    assertEquals(List.of(), related(read, "post/d.md"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|', quoteCharacter = '`',
      value = {
        "categories: [Chips] | categories: [chips] | TAG [Chips]",
        "entities: [Intel] | entities: [Intel] | ENTITY [Intel]",
        "hubs: [h] | hubs: [h] | HUB [Hub]",
        "follows: z | follows: z | FOLLOWS [Z]",
      })
  void anythingInCommonCounts(String one, String other, String why) {
    String rest = CatalogText.note("hub/h.md", "title: Hub", "Words.") + post("z", "");
    assertEquals(List.of("B [" + why + "]"), related(CatalogText.sound(rest + post("a", one) + post("b", other)), "post/a.md"));
  }

  @Test
  void soDoesWhatBothLinkTo() {
    String rest = CatalogText.note("page/p.md", "title: The page", "Words.");
    assertEquals(
        List.of("B [TARGET [The page]]"),
        related(CatalogText.sound(rest + post("a", "", "See [it](../page/p.md).") + post("b", "", "And [this](../page/p.md).")), "post/a.md").stream().filter(line -> line.startsWith("B")).toList());
    assertEquals(
        List.of("B [TARGET [the data]]"),
        related(CatalogText.sound(post("a", "", "See [the data](https://s.example/x#a).") + post("b", "", "And [other words](https://s.example/x#b).")), "post/a.md"));
    assertEquals(
        List.of("B [TARGET [https://s.example/x]]"),
        related(CatalogText.sound(post("a", "", "See <https://s.example/x>.") + post("b", "", "And [other words](https://s.example/x).")), "post/a.md"));
  }

  @Test
  void aLinkToTheNoteItselfIsAReason() {
    CatalogText read = CatalogText.sound(post("a", "", "See [it](b.md) and [me](a.md).") + post("b", ""));
    assertEquals(List.of("B [LINK []]"), related(read, "post/a.md"));
    assertEquals(List.of(), related(read, "post/b.md"));
  }

  @Test
  void ofThreeReasonsTheTwoStrongestAreTold() {
    CatalogText read =
        CatalogText.sound(
            post("a", "tags: [x, y, z, w], series: Wall, entities: [Intel]") + post("b", "tags: [w, z, y, x], series: Wall, entities: [Intel]") + post("c", "tags: [x]"));
    // Of the tags the rarest come first, and three are named.
    assertEquals(List.of("B [TAG [w, y, z], SERIES [Wall]]", "C [TAG [x]]"), related(read, "post/a.md"));
  }

  @Test
  void fiveNotesAreNamedTheNewestOfEquals() {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 8; i++) {
      text.append(CatalogText.note("post/n" + i + ".md", "{title: N" + i + ", date: 2026-01-0" + i + ", tags: [x]}", "Words."));
    }
    assertEquals(List.of("N8", "N7", "N6", "N5", "N4"), related(CatalogText.sound(text.toString()), "post/n1.md").stream().map(line -> line.substring(0, 2)).toList());
    assertEquals(List.of("N7", "N6", "N5", "N4", "N3"), related(CatalogText.sound(text.toString()), "post/n8.md").stream().map(line -> line.substring(0, 2)).toList());
  }

  private static CatalogText crowd(int notes) {
    StringBuilder text = new StringBuilder();
    for (int i = 10; i < 10 + notes; i++) {
      text.append(CatalogText.note("post/n" + i + ".md", "{title: N" + i + ", date: 2026-01-02T00:" + i + ":00Z, tags: [x], series: s}", "Words."));
    }
    return CatalogText.sound(text.toString());
  }

  @Test
  void ofWhatManyShareEachMeetsThoseNearItInTime() {
    // 24 all meet each other, so the newest are named; of 25 the six before and the six behind.
    assertEquals(List.of("N33", "N32", "N31", "N30", "N29"), related(crowd(24), "post/n10.md").stream().map(line -> line.substring(0, 3)).toList());
    assertEquals(List.of("N16", "N15", "N14", "N13", "N12"), related(crowd(25), "post/n10.md").stream().map(line -> line.substring(0, 3)).toList());
    assertEquals(List.of("N34", "N33", "N32", "N31", "N30"), related(crowd(25), "post/n28.md").stream().map(line -> line.substring(0, 3)).toList());
    assertEquals(List.of("N33", "N32", "N31", "N30", "N29"), related(crowd(25), "post/n34.md").stream().map(line -> line.substring(0, 3)).toList());
  }

  @ParameterizedTest
  @CsvSource({"2, true", "4, true", "8, true", "9, true", "16, true", "17, false", "40, false"})
  void aTagThatManyCarryIsLittleInCommon(int notes, boolean related) {
    StringBuilder text = new StringBuilder();
    for (int i = 10; i < 10 + notes; i++) {
      text.append(CatalogText.note("post/n" + i + ".md", "{title: N" + i + ", date: 2026-01-02, tags: [x]}", "Words."));
    }
    assertEquals(related, !related(CatalogText.sound(text.toString()), "post/n10.md").isEmpty());
  }

  @Test
  void aWordThatEveryThirdNoteUsesIsAboutNothing() {
    String words = "Capacitors capacitors capacitors. Interposers interposers interposers. Substrates substrates substrates.";
    String two = post("a", "", words) + post("b", "", words);
    String rest = post("c", "") + post("d", "") + post("e", "") + post("f", "") + post("g", "") + post("h", "");
    assertEquals(List.of("B [WORD [capacitor, interposer, substrate]]"), related(CatalogText.sound(two), "post/a.md"));
    assertEquals(List.of(), related(CatalogText.sound(two + post("i", "", words) + post("c", "")), "post/a.md"));
    assertEquals(2, related(CatalogText.sound(two + post("i", "", words) + rest), "post/a.md").size());
  }

  @Test
  void whatANotesPageNamesAboveItsTextIsNotNamedAgain() {
    CatalogText read = CatalogText.sound(post("a", "tags: [x, y]") + post("b", "tags: [x, y], follows: a") + post("c", "tags: [x, y]"));
    assertEquals(List.of("C"), related(read, "post/a.md").stream().map(line -> line.substring(0, 1)).toList());
    assertEquals(List.of("C"), related(read, "post/b.md").stream().map(line -> line.substring(0, 1)).toList());
  }

  @Test
  void whoAsksForOneNoteDoesNotChangeWhatIsFoundForAnother() {
    CatalogText read = CatalogText.sound(post("a", "tags: [x]") + post("b", "tags: [x]") + post("c", "tags: [y], series: s") + post("d", "tags: [y], series: s"));
    RelatedNotes related = new RelatedNotes(read.catalog(), Language.ENGLISH);
    List<RelatedNotes.Related> first = related.of(read.entry("post/a.md"));
    related.of(read.entry("post/b.md"));
    related.of(read.entry("post/c.md"));
    assertEquals(first, related.of(read.entry("post/a.md")));
  }

  @Test
  void onlyPostsAndPagesOfOneLanguageAreCompared() {
    CatalogText read =
        CatalogText.sound(
            "-- site.yaml --\nlanguages: [en, ko]\n" + post("a", "tags: [x]") + CatalogText.note("post/b.ko.md", "{title: B, date: 2026-01-02, tags: [x]}", "Words.")
                + CatalogText.note("hub/h.md", "{title: H, tags: [x]}", "Words.") + CatalogText.note("guide/g.md", "{title: G, tags: [x]}", "Words.")
                + CatalogText.note("page/p.md", "{title: P, tags: [x]}", "Words."));
    assertEquals(List.of("P [TAG [x]]"), related(read, "post/a.md"));
    assertEquals(List.of(), related(read, "hub/h.md"));
  }

  private static String report(String text, int days) {
    HubReport report = HubReport.of(CatalogText.sound(text).catalog(), CatalogText.TODAY, days);
    return CatalogText.paths(report.homeless()) + " "
        + report.stale().stream().map(stale -> stale.hub().title() + " " + stale.since().map(Object::toString).orElse("never") + " " + stale.days()).toList() + " "
        + CatalogText.paths(report.deadEnds());
  }

  @Test
  void aReportNamesNotesInNoHubHubsWhereNothingHappensAndDeadEnds() {
    String text =
        CatalogText.note("hub/h.md", "title: A", "[To](../post/a.md).") + CatalogText.note("hub/e.md", "title: E", "[To](../post/a.md).")
            + CatalogText.note("hub/g.md", "title: G", "[To](../post/a.md).")
            + CatalogText.note("post/a.md", "{date: 2026-11-12, hubs: [h]}", "[Me](a.md), [away](https://s.example/), ![x](p.png)")
            + CatalogText.note("post/b.md", "{date: 2026-01-02, updated: 2026-11-02, hubs: [g]}", "[To](/claims/).") + CatalogText.note("post/c.md", "date: 2026-11-13", "[To](a.md).")
            + CatalogText.note("page/p.md", "title: P", "Words.") + CatalogText.note("guide/g2.md", "title: G", "Words.") + CatalogText.note("index.md", "weight: 1", "Words.") + "-- post/p.png --\nx\n";
    assertEquals("[post/c.md] [E never 0, G 2026-11-02 20] [post/a.md, page/p.md]", report(text, 10));
    assertEquals("[post/c.md] [E never 0, G 2026-11-02 20, A 2026-11-12 10] [post/a.md, page/p.md]", report(text, 9));
    assertEquals("[post/c.md] [E never 0] [post/a.md, page/p.md]", report(text, 20));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "Tokens per Watt|tokens-per-watt", " AI  메모리 |ai-메모리", "a/b -- c|a-b-c", "C++|c++", "v1.2_x|v1.2_x", ".hidden.|hidden", "--a--|a", "Wh?t!|wht", "é|é", "!|",
      })
  void aSlugKeepsLettersOfEveryScript(String name, String slug) {
    assertEquals(slug == null ? "" : slug, Slugs.of(name));
  }

  @Test
  void aSlugHasAtMostTwoHundredBytes() {
    assertEquals("a".repeat(200), Slugs.of("a".repeat(201)));
    assertEquals("é".repeat(100), Slugs.of("é".repeat(101)));
    assertEquals("메".repeat(66), Slugs.of("메".repeat(67)));
    assertEquals("𝒂".repeat(50), Slugs.of("𝒂".repeat(51)));
  }

  @ParameterizedTest
  @CsvSource({"AI memory, ai-memory, true", "C, C#, false", "a/b, a b, true", "a  b, A-B, true"})
  void twoNamesMayBeOneToAReader(String one, String other, boolean same) {
    assertEquals(same, Slugs.sameName(one, other));
  }

  @ParameterizedTest
  @CsvSource({"memory-wall, Memory wall", "a_b, A b", "-, -", "é, É"})
  void aTitleIsMadeOfAFilesName(String slug, String title) {
    assertEquals(title, Slugs.title(slug));
  }
}
