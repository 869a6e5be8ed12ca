package dev.assay.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.assay.frontmatter.SiteReader;
import dev.assay.note.Language;
import dev.assay.note.Site;
import dev.assay.note.SitePath;
import dev.assay.note.SourceId;
import dev.assay.problem.SourceText;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The ids of feeds, which subscribers see again when they change: what they are made of, and that they never move.
class FeedIdsTest {
  private static final Site SITE = site("https://s.example/lab/");

  private static Site site(String baseUrl) {
    return SiteReader.read(
            new SourceText("site.yaml", "title: T\nbase_url: '" + baseUrl + "'\n"), Site.defaults("T"), List.of())
        .site();
  }

  @Test
  void theyNeverMove() {
    // What feed readers hold already: a change here shows every item of every site once more.
    assertEquals(
        List.of(
            "urn:uuid:9d778800-04fe-881e-a10f-758cbaacfab4", "urn:uuid:1c363b7e-5751-86d6-a300-880912767767", "urn:uuid:fa73dd34-56b0-846d-b77b-805a91ccb98f", "urn:uuid:84daec34-e69c-8565-8c9b-d4c068529f5c", "urn:uuid:1878af9a-e640-82dd-86e7-dbc8e5e9454f", "urn:uuid:a700431b-8e2a-83d5-8f3d-f190505124fb", "urn:uuid:8bd2e562-bcad-8cd2-9bdd-3923de2c9a83"),
        Stream.of(
                FeedIds.of(new SourceId("post/a.md")), FeedIds.ofClaim("x#a", Language.ENGLISH), FeedIds.ofChange("x", Language.ENGLISH),
                FeedIds.ofPoint("x#p", false, Language.ENGLISH), FeedIds.ofPoint("x#p", true, Language.ENGLISH), FeedIds.ofFeed(SITE, "/"), FeedIds.iri("some id"))
            .toList());
  }

  @Test
  void differentThingsHaveDifferentIds() {
    List<String> all =
        List.of(
            FeedIds.of(new SourceId("x")), FeedIds.ofClaim("x", Language.ENGLISH), FeedIds.ofClaim("x", Language.KOREAN), FeedIds.ofChange("x", Language.ENGLISH),
            FeedIds.ofChange("x", Language.KOREAN), FeedIds.ofPoint("x", false, Language.ENGLISH), FeedIds.ofPoint("x", true, Language.ENGLISH),
            FeedIds.ofPoint("x", true, Language.KOREAN), FeedIds.ofFeed(SITE, "x"), FeedIds.ofFeed(SITE, "y"), FeedIds.ofFeed(site(""), "x"),
            FeedIds.ofFeed(site("https://t.example/"), "x"));
    assertEquals(all.size(), Set.copyOf(all).size());
  }

  @Test
  void theyAreUuidsOfTheirOwnMaking() {
    for (int i = 0; i < 64; i++) {
      UUID uuid = UUID.fromString(FeedIds.of(new SourceId("post/" + i)).substring("urn:uuid:".length()));
      assertEquals(List.of(8, 2), List.of(uuid.version(), uuid.variant()));
    }
  }

  @Test
  void theIdOfAFeedIsThatOfItsHostInAnyCaseAndFolder() {
    assertEquals(FeedIds.ofFeed(SITE, "/"), FeedIds.ofFeed(site("https://S.example/"), "/"));
    assertNotEquals(FeedIds.ofFeed(SITE, "/"), FeedIds.ofFeed(site("https://other.example/"), "/"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://s.example/a, true", "'tag:s.example,2026:a', true", "urn:uuid:1, true", "https://s.example/한글, true", "a/b, false", "some id, false", "'', false",
  })
  void anIriIsAnAbsoluteAddress(String id, boolean is) {
    assertEquals(is, FeedIds.isIri(id));
    assertEquals(is, FeedIds.iri(id).equals(id));
  }

  @Test
  void whatXmlForbidsIsNoPartOfAnId() {
    assertEquals("a b\tc\nd\u00a0é𝒂", FeedIds.written(" \u0000a\u0008 b\tc\nd\u00a0é𝒂\ufffe\uffff\ud800 "));
    assertEquals("", FeedIds.written("\u0001 "));
    assertFalse(FeedIds.isIri("tag:s.example,2026:\ue000"));
  }

  @Test
  void aFeedLiesBesideItsList() {
    assertEquals(List.of("/feed.xml", "/atom.xml", "/feed.json"), FeedFormat.of(SITE).stream().map(format -> format.beside(new SitePath("/")).value()).toList());
    assertEquals("/tags/x/feed.xml", FeedFormat.RSS.beside(new SitePath("/tags/x/")).value());
    assertEquals(List.of("RSS application/rss+xml", "Atom application/atom+xml", "JSON Feed application/feed+json"), FeedFormat.of(SITE).stream().map(format -> format.label() + " " + format.mediaType()).toList());
  }
}
