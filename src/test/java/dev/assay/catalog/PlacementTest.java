package dev.assay.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.note.Language;
import dev.assay.note.SitePath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The place of each note: its type, its language, its address, its title, whether it is published and in which order.
class PlacementTest {
  private static final String TWO = "-- site.yaml --\nlanguages: [en, ko]\n";

  @ParameterizedTest
  @CsvSource({
    "post/a.md, POST, post, a, en, /post/a/",
    "post/a.ko.md, POST, post, a, ko, /ko/post/a/",
    "ko/post/a.md, POST, post, a, ko, /ko/post/a/",
    "ko/post/a.en.md, POST, post, a, en, /post/a/",
    "KO/post/a.md, POST, post, a, ko, /ko/post/a/",
    "post/a.fr.md, POST, post, a.fr, en, /post/a.fr/",
    "post/.ko.md, POST, post, ko, en, /post/ko/",
    "post/deep/er/a.md, POST, post, a, en, /post/a/",
    "post/a/index.md, POST, post, a, en, /post/a/",
    "post/a/index.ko.markdown, POST, post, a, ko, /ko/post/a/",
    "brief/Some Name.md, POST, brief, some-name, en, /brief/some-name/",
    "hub/h.md, HUB, hub, h, en, /page/h/",
    "page/p.md, PAGE, page, p, en, /page/p/",
    "about.md, PAGE, page, about, en, /page/about/",
    "guide/g.md, GUIDE, guide, g, en, /guide/g/",
    "index.md, HOME, '', index, en, /",
    "index.ko.md, HOME, '', index, ko, /ko/",
    "ko/index.md, HOME, '', index, ko, /ko/",
  })
  void aFilesPathSaysWhatItsNoteIs(String path, NoteType type, String section, String slug, String language, String address) {
    Entry entry = CatalogText.of(TWO + CatalogText.note(path, "date: 2026-01-02", "Words.")).catalog().entries().getFirst();
    assertEquals(
        List.of(type, section, slug, language, address),
        List.of(entry.type(), entry.section(), entry.slug(), entry.language().tag(), entry.address().value()));
  }

  @Test
  void theHeadMaySayOtherwise() {
    CatalogText read =
        CatalogText.sound(
            TWO + CatalogText.note("post/a.md", "{date: 2026-01-02, lang: KO, slug: other, title: ' Its title '}", "Words.")
                + CatalogText.note("post/b.md", "{date: 2026-01-02, url: /x/y.html}", "# Above", "", "Words."));
    assertEquals("/ko/post/other/", read.entry("post/a.md").address().value());
    assertEquals(Language.KOREAN, read.entry("post/a.md").language());
    assertEquals("Its title", read.entry("post/a.md").title());
    assertEquals("/x/y.html", read.entry("post/b.md").address().value());
    assertEquals("Above", read.entry("post/b.md").title());
  }

  @Test
  void aTitleIsThatOfTheHeadOrTheTextOrTheFileOrTheSite() {
    CatalogText read =
        CatalogText.sound(
            CatalogText.note("post/memory_wall-two.md", "date: 2026-01-02", "Words.") + CatalogText.note("index.md", "weight: 1", "Words."));
    assertEquals("Memory wall two", read.entry("post/memory_wall-two.md").title());
    assertEquals("Site", read.entry("index.md").title());
    CatalogText blank = CatalogText.of(CatalogText.note("post/a.md", "{date: 2026-01-02, title: \"\\u200b\"}", "Words."));
    assertEquals("A", blank.entry("post/a.md").title());
    assertEquals(List.of("post/a.md:2:27: warning[wrong-type]: this title has no character that can be seen | write a title, or leave it out"), blank.problems());
  }

  @Test
  void aLanguageThatTheSiteHasNotIsAnError() {
    CatalogText read = CatalogText.of(CatalogText.note("post/a.md", "{date: 2026-01-02, lang: fr}", "Words."));
    assertEquals(
        List.of(
            "post/a.md:1:1: error[wrong-type]: this note is in 'fr', which is none of the site's languages | add it to 'languages' in the site's settings, or change 'lang'"),
        read.problems());
    assertEquals(Language.ENGLISH, read.entry("post/a.md").language());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "draft: true | is a draft | build with --drafts, or remove 'draft: true'",
        "date: 2026-11-23 | is published on 2026-11-23 | build with --future to see it now",
        "{date: 2026-01-01, publish: 2026-11-23} | is published on 2026-11-23 | build with --future to see it now",
        "{date: 2026-01-01, expires: 2026-11-22} | expired on 2026-11-22 | change 'expires'",
      })
  void someNotesAreLeftOut(String head, String why, String how) {
    CatalogText read = CatalogText.sound(CatalogText.note("post/a.md", head, "Words."));
    assertEquals(List.of(), read.catalog().entries());
    assertEquals(List.of(why, how), read.catalog().leftOut().stream().flatMap(out -> List.of(out.why(), out.how()).stream()).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"date: 2026-11-22", "{date: 2027-01-01, publish: 2026-11-22}", "{date: 2026-01-01, expires: 2026-11-23}", "{date: 2026-01-01, draft: false}"})
  void othersAreNot(String head) {
    assertEquals(1, CatalogText.sound(CatalogText.note("post/a.md", head, "Words.")).catalog().entries().size());
  }

  @Test
  void anEditionMayHoldDraftsAndWhatIsToCome() {
    String text = CatalogText.note("post/a.md", "{date: 2026-01-02, draft: true}", "Words.") + CatalogText.note("post/b.md", "date: 2027-01-02", "Words.");
    assertEquals(List.of("post/a.md"), CatalogText.paths(CatalogText.of(text, new Edition(CatalogText.TODAY, true, false)).catalog().entries()));
    assertEquals(List.of("post/b.md"), CatalogText.paths(CatalogText.of(text, new Edition(CatalogText.TODAY, false, true)).catalog().entries()));
  }

  @Test
  void theDayIsThatOfTheSite() {
    String late = CatalogText.note("post/a.md", "date: 2026-11-22T20:00:00Z", "Words.");
    assertEquals(1, CatalogText.sound(late).catalog().entries().size());
    assertEquals(0, CatalogText.sound("-- site.yaml --\ntime_zone: Asia/Seoul\n" + late).catalog().entries().size());
  }

  @Test
  void notesComeByWeightThenTheNewestFirstAndTheUndatedLast() {
    CatalogText read =
        CatalogText.of(
            CatalogText.post("old", "2026-01-02", "Words.") + CatalogText.post("new", "2026-03-02", "Words.") + CatalogText.post("also", "2026-03-02", "Words.")
                + CatalogText.note("post/none.md", "title: None", "Words.") + CatalogText.note("post/bare.md", "title: Bare", "Words.")
                + CatalogText.note("post/first.md", "{title: First, date: 2020-01-01, weight: 1}", "Words."));
    assertEquals(
        List.of("post/first.md", "post/also.md", "post/new.md", "post/old.md", "post/bare.md", "post/none.md"), CatalogText.paths(read.catalog().entries()));
    assertEquals(
        List.of("post/first.md", "post/none.md", "post/bare.md", "post/old.md", "post/new.md", "post/also.md"),
        CatalogText.paths(read.catalog().entries().stream().sorted(Placement.PARTS).toList()));
  }

  @Test
  void whatHasOneAddressIsToldAtTheSecond() {
    assertEquals(
        List.of("post/b.md:2:25: error[address-taken]: the address /post/A/ is taken by post/a.md | give one of them another 'slug'"),
        CatalogText.of(CatalogText.post("a", "2026-01-02", "Words.") + CatalogText.note("post/b.md", "{date: 2026-01-02, url: /post/A/}", "Words.")).problems());
    assertEquals(
        List.of("post/x/a.md:1:1: error[address-taken]: the address /post/a/ is taken by post/a.md | give one of them another 'slug'"),
        CatalogText.of(CatalogText.post("a", "2026-01-02", "Words.") + CatalogText.post("x/a", "2026-01-02", "Words.")).problems());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "post/!.md | date: 2026-01-02 | error[file-name]: '!.md' has no letter or digit to make an address of | rename the file, or give the note a 'slug'",
        "post/a.md | title: A | warning[missing-date]: this post has no date, so no feed carries it | give it one in its head, as in date: 2026-05-30",
      })
  void whatAPostLacksIsTold(String path, String head, String problem, String hint) {
    assertEquals(List.of(path + ":1:1: " + problem + " | " + hint), CatalogText.of(CatalogText.note(path, head, "Words.")).problems());
  }

  @Test
  void onlyPostsNeedADate() {
    CatalogText.sound(CatalogText.note("page/p.md", "title: P", "Words.") + CatalogText.note("hub/h.md", "title: H", "Words."));
  }

  @Test
  void anUpdateOnTheDayOfTheNoteIsNone() {
    CatalogText read =
        CatalogText.sound(
            CatalogText.note("post/a.md", "{date: 2026-01-02, updated: 2026-01-02}", "Words.")
                + CatalogText.note("post/b.md", "{date: 2026-01-02, updated: 2026-01-03}", "Words.") + CatalogText.note("page/p.md", "updated: 2026-01-03", "Words."));
    assertEquals(Optional.empty(), read.entry("post/a.md").updated());
    assertEquals("2026-01-02", read.entry("post/a.md").changed().orElseThrow().toLocalDate().toString());
    assertEquals("2026-01-03", read.entry("post/b.md").changed().orElseThrow().toLocalDate().toString());
    assertEquals("2026-01-03", read.entry("page/p.md").changed().orElseThrow().toLocalDate().toString());
  }

  @Test
  void addressesFollowThePatternsOfTheSite() {
    CatalogText read =
        CatalogText.sound(
            "-- site.yaml --\nlanguages: [en, ko]\npermalinks: {post: '/:year/:month/:day/:slug/', tags: '/t/:slug/', brief: '/b/:section-:slug/'}\n"
                + CatalogText.note("post/a.md", "{date: 2026-01-02, tags: [Memory]}", "Words.") + CatalogText.note("brief/b.md", "date: 2026-01-02", "Words."));
    Addresses addresses = read.catalog().addresses();
    assertEquals("/2026/01/02/a/", read.entry("post/a.md").address().value());
    assertEquals("/b/brief-b/", read.entry("brief/b.md").address().value());
    assertEquals("/undated/00/00/a/", addresses.note(NoteType.POST, "post", "a", Language.ENGLISH, Optional.empty()));
    assertEquals("/t/memory/", read.catalog().terms().getFirst().address().value());
    assertEquals("/t/", addresses.taxonomy("tags", Language.ENGLISH).value());
    assertEquals("/ko/series/x/", addresses.term("series", "x", Language.KOREAN).value());
    assertEquals("/ko/odd/", addresses.taxonomy("odd", Language.KOREAN).value());
    assertEquals("/ko/", addresses.home(Language.KOREAN).value());
    assertEquals("/ko/claims/", addresses.at(Language.KOREAN, "/claims/").value());
    assertEquals(Set.of("a"), addresses.slugs(new SitePath("/2026/01/02/a/"), Language.ENGLISH));
    assertEquals(Set.of("b"), addresses.slugs(new SitePath("/ko/page/b/"), Language.KOREAN));
    assertEquals(Set.of(), addresses.slugs(new SitePath("/ko/page/b/"), Language.ENGLISH));
    assertEquals(Set.of(), addresses.slugs(new SitePath("/a/b/c/"), Language.ENGLISH));
  }

  @Test
  void aFeedIdIsThatOfTheHeadOrOfTheFile() {
    CatalogText read =
        CatalogText.of(
            CatalogText.note("post/a.md", "{date: 2026-01-02, id: ' tag:s.example,2026:a '}", "Words.") + CatalogText.note("post/b.md", "{date: 2026-01-02, id: some id}", "Words.")
                + CatalogText.post("c", "2026-01-02", "Words."));
    assertEquals("tag:s.example,2026:a", read.entry("post/a.md").feedId());
    assertEquals("some id", read.entry("post/b.md").feedId());
    assertEquals(FeedIds.of(read.entry("post/c.md").source()), read.entry("post/c.md").feedId());
    assertEquals(
        List.of(
            "post/b.md:2:24: warning[feed-id]: 'some id' is no address, so Atom carries another id made of it"
                + " | subscribers would see the note again under another id; for a new note write one such as tag:example.org,2026:name, or none"),
        read.problems());
  }

  @Test
  void twoNotesOfOneFeedIdAreAnError() {
    assertEquals(
        List.of("post/b.md:2:24: error[feed-id]: the feed id 'tag:s.example,2026:a' is that of post/a.md too | give each note an id of its own, or none"),
        CatalogText.of(
                CatalogText.note("post/a.md", "{date: 2026-01-03, id: 'tag:s.example,2026:a'}", "Words.")
                    + CatalogText.note("post/b.md", "{date: 2026-01-02, id: 'tag:s.example,2026:a'}", "Words."))
            .problems());
  }
}
