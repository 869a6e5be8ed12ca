package dev.assay.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.catalog.FeedFormat;
import dev.assay.note.Kind;
import dev.assay.note.Language;
import dev.assay.note.Site;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Whole feeds as Atom and JSON write them: one that has everything, one that has nothing, and an archive.
class FormatsTest {
  private static FeedItem full() {
    return new FeedItem(
        "some id", " A\n title & more ", "https://example.org/lab/post/a/", OffsetDateTime.parse("2026-11-22T09:30:00+09:00"),
        Optional.of(OffsetDateTime.parse("2026-11-23T09:30:00.5+09:00")), List.of(new Site.Author("Ann", "ann@s.example", "https://ann.example/")),
        List.of(new FeedItem.Category("https://example.org/lab/tags/", "AI"), new FeedItem.Category("https://example.org/lab/series/", "AI")), "In <short>",
        "<p>Long ]]> x</p>", Optional.of(new FeedItem.Picture("https://example.org/lab/a.png", "image/png", OptionalLong.of(7))),
        List.of(
            new FeedItem.Claim(Kind.SPECULATION, "", "Perhaps", "https://example.org/lab/post/a/#claim-2"),
            new FeedItem.Claim(Kind.FACT, "a#x", "It is so", "https://example.org/lab/post/a/#x")));
  }

  private static FeedItem bare() {
    return new FeedItem(
        "tag:s.example,2026:b", "B", "https://example.org/lab/post/b/", OffsetDateTime.parse("2026-11-20T00:00:00Z"),
        Optional.of(OffsetDateTime.parse("2026-11-20T00:00:00.25Z")), List.of(), List.of(), "", "",
        Optional.of(new FeedItem.Picture("https://s.example/b.png", "image/png", OptionalLong.empty())), List.of());
  }

  private static Feed feed(String description, List<Site.Author> authors, Optional<Feed.Image> image, Feed.Archive archive, FeedItem... items) {
    return new Feed(
        "urn:uuid:lab", "A lab's notes", "https://example.org/lab/", "https://example.org/lab/", description, Language.ENGLISH, authors, image, 60,
        Optional.of("https://hub.example.org/"), archive, List.of(items));
  }

  private static Feed everything() {
    return feed(
        "What we know", List.of(new Site.Author("Lab", "", "")), Optional.of(new Feed.Image("https://example.org/lab/logo.png", 512, 256)), Feed.Archive.NONE, bare(), full());
  }

  private static Feed nothing() {
    return feed("", List.of(), Optional.empty(), Feed.Archive.NONE);
  }

  private static Feed archive() {
    return feed(
        "", List.of(), Optional.empty(),
        new Feed.Archive(Optional.of("https://example.org/lab/"), Optional.of("https://example.org/lab/1/"), Optional.of("https://example.org/lab/3/")));
  }

  private static String written(FeedFormat format, Feed feed) {
    return new String(FeedWriter.of(format, "/feed.css").write(feed), UTF_8);
  }

  @Test
  void atomHasEverythingOfAFeed() {
    assertEquals(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <?xml-stylesheet type="text/css" href="/feed.css"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
        <id>urn:uuid:lab</id>
        <title>A lab's notes</title>
        <subtitle>What we know</subtitle>
        <updated>2026-11-23T09:30:00+09:00</updated>
        <author><name>Lab</name></author>
        <generator>Assay</generator>
        <link rel="alternate" href="https://example.org/lab/" type="text/html" />
        <link rel="self" href="https://example.org/lab/atom.xml" type="application/atom+xml" />
        <link rel="hub" href="https://hub.example.org/" />
        <icon>https://example.org/lab/logo.png</icon>
        <entry>
        <id>urn:uuid:8bd2e562-bcad-8cd2-9bdd-3923de2c9a83</id>
        <title>A title &#x26; more</title>
        <link rel="alternate" href="https://example.org/lab/post/a/" type="text/html" />
        <published>2026-11-22T09:30:00+09:00</published>
        <updated>2026-11-23T09:30:00.5+09:00</updated>
        <author><name>Ann</name><uri>https://ann.example/</uri><email>ann@s.example</email></author>
        <category term="AI" scheme="https://example.org/lab/tags/" label="AI" />
        <category term="AI" scheme="https://example.org/lab/series/" label="AI" />
        <link rel="enclosure" href="https://example.org/lab/a.png" type="image/png" length="7" />
        <summary>In &#x3C;short&gt;</summary>
        <content type="html"><![CDATA[<p>Long ]]]]><![CDATA[> x</p>]]></content>
        </entry>
        <entry>
        <id>tag:s.example,2026:b</id>
        <title>B</title>
        <link rel="alternate" href="https://example.org/lab/post/b/" type="text/html" />
        <published>2026-11-20T00:00:00Z</published>
        <updated>2026-11-20T00:00:00.25Z</updated>
        <link rel="enclosure" href="https://s.example/b.png" type="image/png" />
        <summary></summary>
        </entry>
        </feed>
        """,
        written(FeedFormat.ATOM, everything()));
  }

  @Test
  void atomSaysWhatItMustOfAnEmptyFeed() {
    assertEquals(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <?xml-stylesheet type="text/css" href="/feed.css"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
        <id>urn:uuid:lab</id>
        <title>A lab's notes</title>
        <updated>2000-01-01T00:00:00Z</updated>
        <author><name>A lab's notes</name></author>
        <generator>Assay</generator>
        <link rel="alternate" href="https://example.org/lab/" type="text/html" />
        <link rel="self" href="https://example.org/lab/atom.xml" type="application/atom+xml" />
        <link rel="hub" href="https://hub.example.org/" />
        </feed>
        """,
        written(FeedFormat.ATOM, nothing()));
  }

  @Test
  void anArchiveNamesItsNeighboursAndNoHub() {
    assertEquals(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <?xml-stylesheet type="text/css" href="/feed.css"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0" xml:lang="en">
        <id>urn:uuid:lab</id>
        <title>A lab's notes</title>
        <updated>2000-01-01T00:00:00Z</updated>
        <author><name>A lab's notes</name></author>
        <generator>Assay</generator>
        <link rel="alternate" href="https://example.org/lab/" type="text/html" />
        <link rel="self" href="https://example.org/lab/atom.xml" type="application/atom+xml" />
        <link rel="current" href="https://example.org/lab/atom.xml" type="application/atom+xml" />
        <link rel="prev-archive" href="https://example.org/lab/1/atom.xml" type="application/atom+xml" />
        <link rel="next-archive" href="https://example.org/lab/3/atom.xml" type="application/atom+xml" />
        <fh:archive />
        </feed>
        """,
        written(FeedFormat.ATOM, archive()));
    assertEquals(
        """
        {"version":"https://jsonfeed.org/version/1.1","title":"A lab's notes","home_page_url":"https://example.org/lab/","feed_url":"https://example.org/lab/feed.json","next_url":"https://example.org/lab/1/feed.json","language":"en","items":[]}
        """,
        written(FeedFormat.JSON, archive()));
    String rss = written(FeedFormat.RSS, archive());
    assertTrue(rss.contains("<fh:archive />") || rss.contains("<fh:archive/>"), rss);
    assertFalse(rss.contains("hub.example.org"), rss);
  }

  @Test
  void jsonHasEverythingOfAFeed() {
    assertEquals(
        """
        {"version":"https://jsonfeed.org/version/1.1","title":"A lab's notes","home_page_url":"https://example.org/lab/","feed_url":"https://example.org/lab/feed.json","description":"What we know","icon":"https://example.org/lab/logo.png","authors":[{"name":"Lab"}],"language":"en","hubs":[{"type":"WebSub","url":"https://hub.example.org/"}],"items":[
        {"id":"some id","url":"https://example.org/lab/post/a/","title":"A title & more","content_html":"<p>Long ]]> x</p>","summary":"In <short>","image":"https://example.org/lab/a.png","date_published":"2026-11-22T09:30:00+09:00","date_modified":"2026-11-23T09:30:00+09:00","authors":[{"name":"Ann","url":"https://ann.example/"}],"tags":["AI"],"attachments":[{"url":"https://example.org/lab/a.png","mime_type":"image/png","size_in_bytes":7}],"_assay":{"claims":{"fact":[{"name":"a#x","text":"It is so","url":"https://example.org/lab/post/a/#x"}],"speculation":[{"text":"Perhaps","url":"https://example.org/lab/post/a/#claim-2"}]}}}
        ,{"id":"tag:s.example,2026:b","url":"https://example.org/lab/post/b/","title":"B","content_text":"B","image":"https://s.example/b.png","date_published":"2026-11-20T00:00:00Z","attachments":[{"url":"https://s.example/b.png","mime_type":"image/png"}]}]}
        """,
        written(FeedFormat.JSON, everything()));
  }

  @Test
  void jsonOfAnEmptyFeedHasNoItems() {
    assertEquals(
        """
        {"version":"https://jsonfeed.org/version/1.1","title":"A lab's notes","home_page_url":"https://example.org/lab/","feed_url":"https://example.org/lab/feed.json","language":"en","hubs":[{"type":"WebSub","url":"https://hub.example.org/"}],"items":[]}
        """,
        written(FeedFormat.JSON, nothing()));
  }

  @Test
  void rssHasThePicturesOfItsItemsAndTheSizeOfThoseThatLieHere() {
    String rss = written(FeedFormat.RSS, everything());
    assertTrue(rss.contains("xmlns:media="), rss);
    assertTrue(rss.contains("<enclosure url=\"https://example.org/lab/a.png\" length=\"7\" type=\"image/png\""), rss);
    assertTrue(rss.contains("<media:thumbnail url=\"https://example.org/lab/a.png\""), rss);
    assertTrue(rss.contains("<media:thumbnail url=\"https://s.example/b.png\""), rss);
    assertEquals(1, rss.split("<enclosure", -1).length - 1);
    assertFalse(written(FeedFormat.RSS, nothing()).contains("xmlns:media="));
  }

  @Test
  void aVeryWidePictureHasAllItsPixelsAndOneWithoutAnyHasNoSize() {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 1, 0, 2, 0, 3, 0, 4};
    assertEquals(Optional.of(new PictureSize(65_538, 196_612)), PictureSize.of(png));
    png[17] = 0;
    png[19] = 1;
    assertEquals(Optional.of(new PictureSize(1, 196_612)), PictureSize.of(png));
    png[19] = 0;
    assertEquals(Optional.empty(), PictureSize.of(png));
  }

  @ParameterizedTest
  @EnumSource(FeedFormat.class)
  void theTextOfAnItemStandsInTheFileAsItIsLookedFor(FeedFormat format) {
    String content = "<p>\"One\" ]]> two\u0000</p>";
    FeedItem item = Feeds.withContent(Feeds.item("a", "2026-01-01T00:00:00Z"), content);
    assertTrue(written(format, Feeds.of(item)).contains(FeedText.in(format, content)), format.name());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T09:30:00+09:00, 'Sun, 22 Nov 2026 09:30:00 +0900', 2026-11-22T09:30:00+09:00, 2026-11-22T09:30:00+09:00",
    "2026-02-01T00:00:00Z, 'Sun, 01 Feb 2026 00:00:00 +0000', 2026-02-01T00:00:00Z, 2026-02-01T00:00:00Z",
    "2026-02-01T00:00:00.5Z, 'Sun, 01 Feb 2026 00:00:00 +0000', 2026-02-01T00:00:00Z, 2026-02-01T00:00:00.5Z",
  })
  void aDateKeepsItsOffset(String date, String rfc822, String rfc3339, String exact) {
    OffsetDateTime moment = OffsetDateTime.parse(date);
    assertEquals(List.of(rfc822, rfc3339, exact), List.of(FeedDate.rfc822(moment), FeedDate.rfc3339(moment), FeedDate.exact(moment)));
  }

  @Test
  void anOffsetWithSecondsLosesThemAndTheMomentStays() {
    OffsetDateTime moment = OffsetDateTime.parse("1900-01-01T00:00:00+08:27:52");
    assertEquals("Sun, 31 Dec 1899 23:59:08 +0827", FeedDate.rfc822(moment));
    assertEquals("1899-12-31T23:59:08+08:27", FeedDate.rfc3339(moment));
  }

  @Test
  void anItemIsChangedWhenItSaysSoByASecondAtLeast() {
    FeedItem item = Feeds.item("a", "2026-01-02T00:00:00Z");
    assertFalse(item.isChanged());
    assertTrue(Feeds.updated(item, "2026-01-02T00:00:01Z").isChanged());
    assertFalse(Feeds.updated(item, "2026-01-02T00:00:00.9Z").isChanged());
    assertFalse(Feeds.updated(item, "2026-01-01T00:00:00Z").isChanged());
    assertEquals(OffsetDateTime.parse("2026-01-02T00:00:00Z"), Feeds.updated(item, "2026-01-01T00:00:00Z").changed());
    assertFalse(item.isPermalink());
    assertEquals("", Feeds.withContent(item, "<p>x</p>").withoutContent().content());
  }

  @Test
  void aFeedHasItsNewestItemsFirstAndCanLoseTheOthers() {
    Feed feed = Feeds.of(Feeds.item("a", "2026-01-01T00:00:00Z"), Feeds.item("b", "2026-01-03T00:00:00Z"), Feeds.item("c", "2026-01-01T00:00:00Z"));
    assertEquals(List.of("b", "a", "c"), feed.items().stream().map(FeedItem::id).toList());
    assertEquals(List.of("b"), feed.newest(1).items().stream().map(FeedItem::id).toList());
    assertEquals(3, feed.newest(4).items().size());
    assertEquals("https://example.org/lab/atom.xml", feed.self(FeedFormat.ATOM));
  }

  @Test
  void aListOfFeedsHasItsGroups() {
    assertEquals(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <opml version="2.0">
        <head>
        <title>All feeds</title>
        </head>
        <body>
        <outline text="Notes">
        <outline type="rss" text="All" title="All" description="Of all" xmlUrl="https://s.example/feed.xml" htmlUrl="https://s.example/" language="en" version="RSS2" />
        <outline type="rss" text="AI" title="AI" xmlUrl="https://s.example/ai/feed.xml" htmlUrl="https://s.example/ai/" language="ko" version="RSS2" />
        </outline>
        </body>
        </opml>
        """,
        new String(
            OpmlWriter.write(
                " All\nfeeds ",
                List.of(
                    new OpmlWriter.Group("Empty", List.of()),
                    new OpmlWriter.Group(
                        " Notes ",
                        List.of(
                            new OpmlWriter.Line(" All ", " Of all ", "https://s.example/feed.xml", "https://s.example/", "en"),
                            new OpmlWriter.Line("AI", "", "https://s.example/ai/feed.xml", "https://s.example/ai/", "ko"))))),
            UTF_8));
  }
}
