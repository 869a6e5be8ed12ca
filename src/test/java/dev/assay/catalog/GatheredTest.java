package dev.assay.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.Language;
import dev.assay.note.SourceId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How notes are gathered: by terms, by hubs and their rules, as translations and as what follows up what.
class GatheredTest {
  private static final String TWO = "-- site.yaml --\nlanguages: [en, ko]\n";

  private static String head(String path, String head) {
    return CatalogText.note(path, "{date: 2026-01-02, " + head + "}", "Words.");
  }

  private static List<String> terms(CatalogText read) {
    return read.catalog().terms().stream()
        .map(term -> term.taxonomy() + " " + term.name() + " " + term.address() + " " + CatalogText.paths(term.entries()))
        .toList();
  }

  @Test
  void whatNotesCarryIsGatheredByItsAddressUnderTheUsualSpelling() {
    assertEquals(
        List.of("tags AI memory /tags/ai-memory/ [post/c.md, post/a.md, post/b.md]", "tags Power /tags/power/ [post/a.md]"),
        terms(
            CatalogText.sound(
                head("post/a.md", "tags: [' AI memory ', Power]") + head("post/b.md", "tags: [ai-memory]")
                    + CatalogText.note("post/c.md", "{date: 2026-02-02, tags: [AI memory]}", "Words."))));
    assertEquals(List.of("tags AI /tags/ai/ [post/a.md, post/b.md]"), terms(CatalogText.sound(head("post/a.md", "tags: [ai]") + head("post/b.md", "tags: [AI]"))));
  }

  @Test
  void eachLanguageHasItsOwn() {
    assertEquals(
        List.of("tags AI /tags/ai/ [post/a.md]", "tags AI /ko/tags/ai/ [post/a.ko.md]"),
        terms(CatalogText.sound(TWO + head("post/a.md", "tags: [AI]") + head("post/a.ko.md", "tags: [AI]"))));
  }

  @Test
  void peopleAndEntitiesAreCalledAsTheSiteCallsThem() {
    String site =
        "-- site.yaml --\nlanguages: [en, ko]\nauthors: [{name: Ann Lee, names: {ko: 이앤}}]\nentities: [{name: Samsung Electronics, names: {ko: 삼성전자}, aliases: [Samsung]}]\n";
    CatalogText read =
        CatalogText.sound(
            site + head("post/a.md", "entities: [Samsung]") + head("post/a.ko.md", "entities: [Samsung]") + CatalogText.note("page/p.md", "authors: [Ann Lee]", "Words.")
                + CatalogText.note("page/q.md", "title: Q", "Words."));
    assertEquals(
        List.of(
            "authors Ann Lee /authors/ann-lee/ [post/a.md, page/p.md]", "authors 이앤 /ko/authors/ann-lee/ [post/a.ko.md]",
            "entities Samsung Electronics /entities/samsung-electronics/ [post/a.md]", "entities 삼성전자 /ko/entities/samsung-electronics/ [post/a.ko.md]"),
        terms(read).stream().sorted().toList());
  }

  @Test
  void twoNamesOfOneAddressAreToldAndANameOfSignsHasNone() {
    assertEquals(
        List.of("post/b.md:1:1: warning[address-taken]: 'C' and 'C#' under 'tags' are one to Assay, 'c' | if they are two things, write one of them with letters that differ"),
        CatalogText.of(head("post/a.md", "tags: [C]") + head("post/b.md", "tags: [' C# ']")).problems());
    CatalogText read = CatalogText.of(head("post/a.md", "tags: ['!', Power]"));
    assertEquals(
        List.of("post/a.md:1:1: error[wrong-type]: '!' under 'tags' has no letter or digit to make an address of | write it in letters"), read.problems());
    assertEquals(List.of("tags Power /tags/power/ [post/a.md]"), terms(read));
  }

  @Test
  void anEntityThatTheSiteDoesNotListIsToldWhereItIsNamed() {
    String site = "-- site.yaml --\nentities: [{name: Samsung, aliases: [SEC]}]\n";
    assertEquals(
        List.of(
            "post/a.md:2:32: warning[unknown-entity]: the site lists no entity 'Samsing' | did you mean 'Samsung'?",
            "post/a.md:2:41: warning[unknown-entity]: the site lists no entity 'Quite Another' | list it under 'entities' in the site's settings",
            "post/a.md:4:26: warning[unknown-entity]: the site lists no entity 'Other' | list it under 'entities' in the site's settings"),
        CatalogText.of(site + CatalogText.note("post/a.md", "{date: 2026-01-02, entities: [ Samsing, Quite Another, sec]}", "- [Speculation] It may. {entities=Other,Samsung due=2027}")).problems());
    CatalogText.sound(head("post/a.md", "entities: [Anybody]"));
  }

  private static List<String> hub(CatalogText read, String path) {
    Hub hub = read.catalog().hub(read.entry(path)).orElseThrow();
    return List.of(CatalogText.paths(hub.pinned()).toString(), CatalogText.paths(hub.others()).toString(), CatalogText.paths(hub.path()).toString());
  }

  @Test
  void aHubHasWhatItPinsFirstThenWhatNamesItTheNewestFirst() {
    CatalogText read =
        CatalogText.sound(
            CatalogText.note("hub/h.md", "{title: H, pinned: [b, a.md, b]}", "Words.")
                + CatalogText.note("post/a.md", "{date: 2026-01-01, hubs: [h]}", "Words.") + CatalogText.note("post/b.md", "date: 2026-01-02", "Words.")
                + CatalogText.note("post/c.md", "{date: 2026-01-03, hubs: [hub/h.md]}", "Words.") + CatalogText.note("post/d.md", "{date: 2026-01-04, hubs: [/hub/h]}", "Words."));
    assertEquals(List.of("[post/b.md, post/a.md]", "[post/d.md, post/c.md]", "[post/b.md, post/a.md, post/c.md, post/d.md]"), hub(read, "hub/h.md"));
    assertEquals(List.of("H"), read.catalog().hubsOf(read.entry("post/b.md")).stream().map(hub -> hub.entry().title()).toList());
    assertEquals(Optional.empty(), read.catalog().hub(read.entry("post/a.md")));
    assertEquals(List.of("post/b.md", "post/a.md", "post/d.md", "post/c.md"), CatalogText.paths(read.catalog().hubs().getFirst().members()));
  }

  @Test
  void aHubThatNamesItselfIsNotInItself() {
    assertEquals(
        List.of("[]", "[]", "[]"), hub(CatalogText.sound(CatalogText.note("hub/h.md", "{title: H, hubs: [h]}", "Words.")), "hub/h.md"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|', quoteCharacter = '`',
      value = {
        "hubs: [memry] | 27 | no hub is called 'memry' | did you mean 'memory'?",
        "follows: [memry] | 30 | no note is called 'memry' | did you mean 'memory'?",
        "follows: [whatever] | 30 | no note is called 'whatever' | name a note by its slug or file",
        "follows: [draft] | 30 | 'draft' under 'follows' is a draft | build with --drafts, or remove 'draft: true'",
        "follows: [../post/draft.md] | 30 | '../post/draft.md' under 'follows' is a draft | build with --drafts, or remove 'draft: true'",
      })
  void whatIsNamedAndIsNotThereIsAnError(String key, int column, String message, String hint) {
    assertEquals(
        List.of("post/a.md:2:" + column + ": error[unknown-note]: " + message + " | " + hint),
        CatalogText.of(
                head("post/a.md", key) + CatalogText.note("hub/memory.md", "title: Memory", "Words.") + head("post/draft.md", "draft: true"))
            .problems());
  }

  @Test
  void aSiteWithoutHubsSaysWhatTheyAre() {
    assertEquals(
        List.of("post/a.md:2:27: error[unknown-note]: no hub is called 'h' | hubs are the notes in content/hub/"), CatalogText.of(head("post/a.md", "hubs: [h]")).problems());
  }

  @Test
  void aNoteIsInTheHubOfItsLanguageOrInTheOnlyOneUnlessItsTranslationIs() {
    String english = CatalogText.note("hub/h.md", "title: H", "Words.");
    String notes = head("post/a.md", "hubs: [h]") + head("post/a.ko.md", "hubs: [h]") + head("post/b.ko.md", "hubs: [h]");
    CatalogText one = CatalogText.sound(TWO + english + notes);
    assertEquals("[post/a.md, post/b.ko.md]", hub(one, "hub/h.md").get(1));
    CatalogText both = CatalogText.sound(TWO + english + CatalogText.note("hub/h.ko.md", "title: 허브", "Words.") + notes);
    assertEquals("[post/a.md]", hub(both, "hub/h.md").get(1));
    assertEquals("[post/a.ko.md, post/b.ko.md]", hub(both, "hub/h.ko.md").get(1));
  }

  @Test
  void aNoteShowsTheHubOfItsOwnLanguageThoughTheOtherPinsIt() {
    CatalogText read =
        CatalogText.sound(
            TWO + CatalogText.note("hub/h.md", "{title: H, pinned: [a]}", "Words.") + CatalogText.note("hub/h.ko.md", "{title: 허브, pinned: [a]}", "Words.")
                + CatalogText.note("hub/g.ko.md", "{title: 지, pinned: [a]}", "Words.") + head("post/a.md", "slug: a"));
    assertEquals(List.of("H", "지"), read.catalog().hubsOf(read.entry("post/a.md")).stream().map(hub -> hub.entry().title()).sorted().toList());
  }

  private static final String RULED =
      TWO + "entities: [{name: Samsung, aliases: [SEC]}, {name: Intel}, {name: TSMC}]\nfields: {desk: list}\nauthors: [Ann]\n"
          + CatalogText.note(
              "post/a.md", "{date: 2026-01-10, tags: [HBM, Power], categories: [Chips], series: Wall, entities: [SEC], authors: [Bo Kim], desk: [ Memory , logic]}", "Words.")
          + CatalogText.note("post/b.md", "{date: 2026-02-10, tags: [hbm]}", "- [Speculation] It may be. {#x entities=Intel due=2027}\n- [Blocked] TSMC does not say. {#y}")
          + CatalogText.note("brief/c.md", "{date: 2026-03-10, tags: [HBM]}", "Words.") + CatalogText.note("page/p.md", "{title: P, tags: [HBM]}", "Words.")
          + CatalogText.note("hub/other.md", "{title: O, tags: [HBM]}", "Words.") + CatalogText.note("post/a.ko.md", "{date: 2026-01-10, tags: [HBM]}", "Words.")
          + CatalogText.note("index.md", "tags: [HBM]", "Words.")
          + CatalogText.note("post/told.md", "{date: 2026-04-10, history: [{claim: b#y, status: unblocked, date: 2026-04-01}]}", "Words.");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|', quoteCharacter = '`',
      value = {
        "{tags: [HBM]} | [brief/c.md, post/b.md, post/a.md]",
        "{tags: [power, nothing]} | [post/a.md]",
        "{categories: [chips]} | [post/a.md]",
        "{series: [wall]} | [post/a.md]",
        "{entities: [samsung]} | [post/a.md]",
        "{entities: [intel]} | [post/b.md]",
        "{authors: [bo-kim]} | [post/a.md]",
        "{authors: [ann]} | [post/told.md, brief/c.md, post/b.md]",
        "{sections: [Brief]} | [brief/c.md]",
        "{sections: [page]} | [page/p.md]",
        "{sections: [page, brief], tags: [hbm]} | [brief/c.md, page/p.md]",
        "{tags: [hbm], since: 2026-02-10} | [brief/c.md, post/b.md]",
        "{tags: [hbm], until: 2026-02-10} | [post/b.md, post/a.md]",
        "{tags: [hbm], since: 2026-01-11, until: 2026-03-09} | [post/b.md]",
        "{sections: [page], since: 2020-01-01} | []",
        "{fields: {desk: memory}} | [post/a.md]",
        "{fields: {desk: [power, LOGIC]}} | [post/a.md]",
        "{fields: {desk: power}} | []",
        "{claims: {kinds: [speculation]}} | [post/b.md]",
        "{claims: {kinds: [fact]}} | []",
        "{claims: {status: [open], kinds: [blocked]}} | []",
        "{claims: {status: [unblocked]}} | [post/b.md]",
        "{claims: {status: [open]}} | [post/b.md]",
        "{claims: {entities: [Intel]}} | [post/b.md]",
        "{claims: {entities: [tsmc]}} | [post/b.md]",
        "{claims: {entities: [tsmc], kinds: [speculation]}} | []",
        "{tags: [hbm], categories: [chips]} | [post/a.md]",
        "{tags: [hbm], authors: [ann], series: [wall]} | []",
        "[{series: [wall]}, {claims: {kinds: [blocked]}}] | [post/b.md, post/a.md]",
      })
  void aRuleGathersTheNotesOfItsLanguageThatFitAllItsParts(String rule, String others) {
    CatalogText read = CatalogText.of(RULED + CatalogText.note("hub/h.md", "{title: H, gathers: " + rule + "}", "Words."));
    assertEquals(others, hub(read, "hub/h.md").get(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|', quoteCharacter = '`',
      value = {
        "{tags: [hbn]} | no note has 'hbn' among its tags | did you mean 'HBM'?",
        "{categories: [zzz]} | no note has 'zzz' among its categories | the rule gathers nothing by it yet",
        "{series: [walls]} | no note has 'walls' among its series | did you mean 'Wall'?",
        "{entities: [intl]} | no note has 'intl' among its entities | did you mean 'Intel'?",
        "{authors: [anne]} | no note has 'anne' among its authors | did you mean 'Ann'?",
        "{sections: [breif]} | no note lies in the section 'breif' | did you mean 'brief'?",
      })
  void aRuleThatAsksForWhatNoNoteHasIsTold(String rule, String message, String hint) {
    CatalogText read = CatalogText.of(RULED + CatalogText.note("hub/h.md", "{title: H, gathers: " + rule + "}", "Words."));
    assertEquals(
        List.of("warning[hub-rule]: " + message + " | " + hint), read.problems().stream().map(line -> line.substring(line.indexOf(' ') + 1)).toList());
  }

  @Test
  void versionsOfANoteKnowEachOtherInTheOrderOfTheSitesLanguages() {
    CatalogText read =
        CatalogText.sound(
            "-- site.yaml --\nlanguages: [en, ko, ja]\n" + head("post/a.md", "slug: a") + head("post/a.ja.md", "slug: a") + head("post/a.ko.md", "slug: a")
                + head("ko/post/b/index.md", "slug: b") + head("post/b.md", "slug: b") + head("post/c.md", "slug: one") + head("post/d.ko.md", "slug: one"));
    assertEquals(List.of("post/a.ko.md", "post/a.ja.md"), CatalogText.paths(read.catalog().translations(read.entry("post/a.md"))));
    assertEquals(List.of("post/a.md", "post/a.ja.md"), CatalogText.paths(read.catalog().translations(read.entry("post/a.ko.md"))));
    assertEquals(List.of("ko/post/b/index.md"), CatalogText.paths(read.catalog().translations(read.entry("post/b.md"))));
    assertEquals(List.of("post/d.ko.md"), CatalogText.paths(read.catalog().translations(read.entry("post/c.md"))));
    assertEquals(List.of(new Language("en"), new Language("ko"), new Language("ja")), read.catalog().languages());
  }

  @Test
  void twoFilesOfOneNameInOneLanguageAreToldApartByTheirSlug() {
    CatalogText read =
        CatalogText.sound(
            TWO + head("post/x.md", "slug: x") + head("post/x/index.md", "slug: y") + head("post/x.ko.md", "slug: x") + head("post/x/index.ko.md", "slug: y"));
    assertEquals(List.of("post/x.ko.md"), CatalogText.paths(read.catalog().translations(read.entry("post/x.md"))));
    assertEquals(List.of("post/x/index.ko.md"), CatalogText.paths(read.catalog().translations(read.entry("post/x/index.md"))));
  }

  @Test
  void notesOfOneSlugWhoseAddressesTheirHeadsSayAreTwo() {
    CatalogText read = CatalogText.sound(TWO + head("post/deep/a.md", "url: /x/") + head("post/other/a.ko.md", "url: /y/"));
    assertEquals(List.of(), read.catalog().translations(read.entry("post/deep/a.md")));
  }

  @Test
  void whatFollowsIsKnownFromBothEnds() {
    CatalogText read =
        CatalogText.sound(
            TWO + head("post/a.md", "slug: a") + CatalogText.note("post/c.md", "{date: 2026-03-02, follows: [a, a.md]}", "Words.")
                + CatalogText.note("post/b.md", "{date: 2026-02-02, follows: a}", "Words.") + CatalogText.note("post/b.ko.md", "{date: 2026-02-02, follows: a}", "Words."));
    assertEquals(List.of("post/a.md"), CatalogText.paths(read.catalog().follows().get(new SourceId("post/c.md"))));
    assertEquals(List.of("post/b.md", "post/c.md"), CatalogText.paths(read.catalog().followedBy().get(new SourceId("post/a.md"))));
  }

  @Test
  void ofTwoVersionsThatFollowTheOneInTheReadersLanguageIsNamed() {
    String later = CatalogText.note("post/b.md", "{date: 2026-02-02, follows: a}", "Words.") + CatalogText.note("post/b.ko.md", "{date: 2026-02-02, follows: a}", "Words.");
    CatalogText korean = CatalogText.sound(TWO + head("post/a.ko.md", "slug: a") + later);
    assertEquals(List.of("post/b.ko.md"), CatalogText.paths(korean.catalog().followedBy().get(new SourceId("post/a.ko.md"))));
    CatalogText neither =
        CatalogText.sound("-- site.yaml --\nlanguages: [en, ja, ko]\n" + head("post/a.md", "slug: a") + later.replace("b.md", "b.ja.md"));
    assertEquals(List.of("post/b.ja.md"), CatalogText.paths(neither.catalog().followedBy().get(new SourceId("post/a.md"))));
  }

  @Test
  void aNameMeansTheNoteInTheReadersLanguageAndMayNameItsSection() {
    CatalogText read =
        CatalogText.sound(
            TWO + head("post/a.md", "slug: a") + head("post/a.ko.md", "slug: a") + head("brief/a.md", "slug: a") + head("post/b.ko.md", "slug: b")
                + head("ko/post/c.md", "slug: c") + head("post/d.md", "slug: d"));
    NoteIndex index = new NoteIndex(read.catalog().entries());
    Entry english = read.entry("post/d.md");
    Entry korean = read.entry("post/b.ko.md");
    assertEquals(List.of("brief/a.md"), CatalogText.paths(index.find("brief/a", english).stream().toList()));
    assertEquals(List.of("post/a.ko.md"), CatalogText.paths(index.find(" post/a ", korean).stream().toList()));
    assertEquals(List.of("post/a.ko.md"), CatalogText.paths(index.find("a.md", korean).stream().toList()));
    assertEquals(List.of("post/b.ko.md"), CatalogText.paths(index.find("b", english).stream().toList()));
    assertEquals(List.of(), CatalogText.paths(index.find("page/a", english).stream().toList()));
    // A path below a language's folder means what lies outside of it too.
    assertEquals(List.of("post/d.md"), CatalogText.paths(index.find("d.md", read.entry("ko/post/c.md")).stream().toList()));
    assertEquals(List.of("post/d.md"), CatalogText.paths(index.find("../post/d.md", read.entry("ko/post/c.md")).stream().toList()));
    assertEquals(List.of(), CatalogText.paths(index.find("../brief/d.md", read.entry("ko/post/c.md")).stream().toList()));
    assertEquals(List.of(), CatalogText.paths(index.find("post\\d.md", english).stream().toList()));
    assertEquals(Optional.empty(), NoteIndex.path("../../x.md", english.source()));
    assertEquals(Optional.empty(), NoteIndex.path("..", english.source()));
    assertEquals(Optional.of(new SourceId("x.md")), NoteIndex.path("/x.md", english.source()));
  }

  @Test
  void aCatalogListsItsPostsBySection() {
    CatalogText read = CatalogText.sound(TWO + head("post/a.md", "slug: a") + head("brief/b.md", "slug: b") + head("post/c.ko.md", "slug: c") + CatalogText.note("post/d.md", "date: 2026-02-02", "Words."));
    assertEquals(List.of("brief", "post"), read.catalog().sections(Language.ENGLISH));
    // Of one day, the titles decide.
    assertEquals(List.of("post/d.md", "post/a.md", "brief/b.md"), CatalogText.paths(read.catalog().posts(Language.ENGLISH)));
    assertEquals(
        List.of("brief [brief/b.md]", "post [post/d.md, post/a.md]"),
        read.catalog().bySection(Language.ENGLISH).entrySet().stream().map(each -> each.getKey() + " " + CatalogText.paths(each.getValue())).toList());
    assertEquals(List.of("post/c.ko.md"), CatalogText.paths(read.catalog().posts(Language.KOREAN)));
    assertEquals(List.of(), read.catalog().posts(new Language("ja")));
  }

  @Test
  void aLanguageWithoutNotesHasNoPlaceButTheSitesOwnHas() {
    assertEquals(List.of(Language.ENGLISH), CatalogText.sound(TWO + head("post/a.md", "slug: a")).catalog().languages());
    assertEquals(List.of(Language.ENGLISH, Language.KOREAN), CatalogText.sound(TWO + head("post/a.ko.md", "slug: a")).catalog().languages());
  }

  @Test
  void aNoteSpeaksOfWhatItsTablesClaimsAndTextName() {
    String text = "| Company | Price |\n| --- | --- |\n| Hynix | 1 |\n\n- [Speculation] TSMC may. {entities=Intel due=2027}";
    CatalogText read =
        CatalogText.of(CatalogText.note("post/a.md", "{date: 2026-01-02, entities: [Samsung]}", text) + CatalogText.note("guide/g.md", "title: G", "- [Speculation] TSMC may. {due=2027}"));
    assertEquals(List.of("Samsung", "Intel", "TSMC"), Terms.of(read.site(), "entities", read.entry("post/a.md")));
    assertEquals(List.of(), Terms.of(read.site(), "entities", read.entry("guide/g.md")));
    assertThrows(IllegalArgumentException.class, () -> Terms.of(read.site(), "moods", read.entry("guide/g.md")));
  }

  @Test
  void everySiteHasPagesThatNoNoteTakes() {
    CatalogText read = CatalogText.sound(TWO + head("brief/b.md", "tags: [x]") + CatalogText.note("hub/h.md", "title: H", "Words.") + CatalogText.note("guide/g.md", "title: G", "Words."));
    Set<String> fixed = FixedAddresses.of(read.site(), read.catalog().entries());
    for (String address :
        List.of(
            "/sitemap.xml", "/robots.txt", "/claims.json", "/claims.csv", "/feeds.opml", "/search/index.json", "/search/notes.bin", "/search/facets.bin", "/search/",
            "/404.html", "/claims/", "/claims/feed.xml", "/claims/scores/", "/claims/fact/", "/claims/fact/feed.json", "/checkpoints/", "/checkpoints.ics",
            "/corrections/", "/corrections/atom.xml", "/archive/", "/feeds/", "/sources/", "/", "/feed.xml", "/brief/", "/brief/feed.xml", "/hubs/", "/hubs/feed.xml", "/page/h/feed.xml",
            "/guide/", "/guide/feed.xml", "/tags/")) {
      assertTrue(fixed.contains(address), address);
    }
    for (String address : List.of("/ko/", "/post/", "/series/", "/page/h/", "/ko/claims/")) {
      assertFalse(fixed.contains(address), address);
    }
    CatalogText both = CatalogText.sound("-- site.yaml --\nlanguages: [en, ko]\nsearch: false\nfeeds: {formats: [atom]}\n" + head("post/a.ko.md", "slug: a"));
    fixed = FixedAddresses.of(both.site(), both.catalog().entries());
    assertEquals(List.of(true, true, true, true, false, false, false), Stream.of("/ko/", "/ko/post/", "/ko/claims/atom.xml", "/claims/", "/claims/feed.xml", "/search/", "/search/index.json").map(fixed::contains).toList());
  }
}
