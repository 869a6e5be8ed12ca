package dev.assay.feed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.io.WireFeedInput;
import dev.assay.note.Language;
import dev.assay.note.Site;
import java.io.StringReader;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RssWriterTest {
  private static Channel readBack(String rss) throws Exception {
    return (Channel) new WireFeedInput().build(new StringReader(rss));
  }

  @Test
  void a_whole_feed_reads_like_this() {
    FeedItem note =
        new FeedItem(
            "tag:example.org,2026:hbm4", "HBM4 & the <price> of bandwidth", Feeds.PAGE,
            OffsetDateTime.parse("2026-11-05T09:30:00+09:00"),
            Optional.of(OffsetDateTime.parse("2026-11-06T08:00:00+09:00")),
            List.of(new Site.Author("Ann Lee", "", ""), new Site.Author("Bo", "", "")),
            List.of(
                new FeedItem.Category("https://example.org/lab/tags/", "memory"),
                new FeedItem.Category("kind", "fact")),
            "Bandwidth is < what \"peak\" says", "<p><strong>[Fact]</strong> Twice.</p>\n<pre><code>a\n  b ]]&gt; c\n</code></pre>", Optional.empty(), List.of());
    assertEquals(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" \
        xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0"><channel>
        <title>A lab's notes</title>
        <link>https://example.org/lab/</link>
        <description>What we know and what we guess</description>
        <language>en</language>
        <generator>Assay</generator>
        <ttl>60</ttl>
        <lastBuildDate>Fri, 06 Nov 2026 08:00:00 +0900</lastBuildDate>
        <atom:link rel="self" href="https://example.org/lab/feed.xml" type="application/rss+xml" />
        <atom:link rel="hub" href="https://hub.example.org/" />
        <image><title>A lab's notes</title><url>https://example.org/lab/logo.png</url>\
        <link>https://example.org/lab/</link><width>144</width><height>72</height></image>
        <item>
        <title>HBM4 &#x26; the &#x3C;price&gt; of bandwidth</title>
        <link>https://example.org/lab/post/hbm4/</link>
        <pubDate>Thu, 05 Nov 2026 09:30:00 +0900</pubDate>
        <atom:updated>2026-11-06T08:00:00+09:00</atom:updated>
        <dc:creator>Ann Lee</dc:creator>
        <dc:creator>Bo</dc:creator>
        <description>Bandwidth is &#x26;lt; what "peak" says</description>
        <category domain="https://example.org/lab/tags/">memory</category>
        <category domain="kind">fact</category>
        <guid isPermaLink="false">tag:example.org,2026:hbm4</guid>
        <content:encoded><![CDATA[<p><strong>[Fact]</strong> Twice.</p>
        <pre><code>a
          b ]]&gt; c
        </code></pre>]]></content:encoded>
        </item>
        </channel></rss>
        """,
        Feeds.rss(Feeds.of(note)));
  }

  @Test
  void the_same_feed_gives_the_same_bytes() {
    Feed feed = Feeds.of(Feeds.item("a", "2026-11-22T09:30:00+09:00"), Feeds.item("b", "2026-01-02T00:00:00Z"));
    assertArrayEquals(new RssWriter().write(feed), new RssWriter().write(feed));
  }

  @Test
  void an_empty_feed_is_valid_and_has_no_date_of_its_own() throws Exception {
    String rss = Feeds.rss(Feeds.of());
    assertFalse(rss.contains("lastBuildDate"), rss);
    assertEquals("A lab's notes", readBack(rss).getTitle());
    assertEquals(List.of(), readBack(rss).getItems());
  }

  @Test
  void items_stand_newest_first_and_those_of_one_moment_as_they_came() throws Exception {
    Feed feed =
        Feeds.of(
            Feeds.item("old", "2025-01-01T00:00:00Z"),
            Feeds.item("b", "2026-11-22T09:00:00+09:00"),
            Feeds.item("a", "2026-11-22T00:00:00Z"),
            Feeds.item("new", "2026-11-22T00:00:01Z"));
    List<String> ids = readBack(Feeds.rss(feed)).getItems().stream().map(item -> item.getGuid().getValue()).toList();
    assertEquals(List.of("new", "b", "a", "old"), ids);
  }

  @Test
  void the_feed_changes_when_an_old_item_does_but_never_before_an_items_date() {
    FeedItem late = Feeds.updated(Feeds.item("a", "2026-01-01T00:00:00Z"), "2026-11-01T12:00:00-05:00");
    assertTrue(
        Feeds.rss(Feeds.of(late, Feeds.item("b", "2026-10-01T00:00:00Z")))
            .contains("<lastBuildDate>Sun, 01 Nov 2026 12:00:00 -0500</lastBuildDate>"));
    FeedItem early = Feeds.updated(Feeds.item("a", "2026-01-01T00:00:00Z"), "2020-11-01T12:00:00Z");
    String rss = Feeds.rss(Feeds.of(early));
    assertTrue(rss.contains("<lastBuildDate>Thu, 01 Jan 2026 00:00:00 +0000</lastBuildDate>"), rss);
    assertFalse(rss.contains("atom:updated"), rss);
  }

  @Test
  void only_an_id_that_is_the_address_is_a_permalink() throws Exception {
    FeedItem other = Feeds.item("https://example.org/old/address/", "2026-01-01T00:00:00Z");
    FeedItem same =
        new FeedItem(
            Feeds.PAGE, "T", Feeds.PAGE, other.date(), Optional.empty(), List.of(), List.of(), "", "", Optional.empty(), List.of());
    List<Item> items = readBack(Feeds.rss(Feeds.of(other, same))).getItems();
    assertEquals(
        List.of(false, true).toString(),
        items.stream().sorted((a, b) -> b.getGuid().getValue().length() - a.getGuid().getValue().length())
            .map(item -> item.getGuid().isPermaLink()).sorted().toList().toString());
    assertEquals("https://example.org/old/address/", other.id());
    assertTrue(Feeds.rss(Feeds.of(same)).contains("<guid>" + Feeds.PAGE + "</guid>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "]]>", "<![CDATA[ x ]]>", "a & b < c > d", "\"quoted\" 'both'", "🚀 rocket 𝒳", "שלום עולם", "\u202Eright to left",
        "한국어 제목: 1부", "&amp; already", "<script>alert(1)</script>", "--> <!-- -->", "é = e\u0301"
      })
  void a_hostile_title_comes_back_as_it_was(String title) throws Exception {
    assertEquals(title, readBack(Feeds.rss(Feeds.of(Feeds.titled(title)))).getItems().getFirst().getTitle());
  }

  @Test
  void characters_that_xml_forbids_are_left_out_everywhere() throws Exception {
    String bad = "a\u0000b\u0008c\u001Bd\uFFFEe\uFFFFf\uD800g\uDC00h";
    FeedItem item =
        new FeedItem(
            "id" + bad, bad, Feeds.PAGE + bad, OffsetDateTime.parse("2026-01-01T00:00:00Z"), Optional.empty(),
            List.of(new Site.Author(bad, "", "")), List.of(new FeedItem.Category(bad, bad)), bad, "<p>" + bad + "</p>", Optional.empty(), List.of());
    Feed feed =
        new Feed(
            bad, bad, "https://example.org/" + bad, "https://example.org/" + bad + "/", bad, Language.KOREAN,
            List.of(new Site.Author(bad, bad, bad)), Optional.of(new Feed.Image("https://example.org/" + bad, 1, 1)), 1,
            Optional.of("https://h/" + bad), Feed.Archive.NONE, List.of(item));
    Item read = readBack(Feeds.rss(feed)).getItems().getFirst();
    assertEquals("abcdefgh", read.getTitle());
    assertEquals("<p>abcdefgh</p>", read.getContent().getValue());
    assertEquals("idabcdefgh", read.getGuid().getValue());
  }

  @Test
  void content_comes_back_with_its_white_space_and_with_the_end_of_cdata_in_it() throws Exception {
    String content = "<pre><code>if (a[b[0]]>1)\n\n\n\tx  =  1;   \n  }\n</code></pre>\n]]>]]&gt;]]>\n<p>𝒳 🚀</p>";
    FeedItem item = Feeds.withContent(Feeds.item("a", "2026-01-01T00:00:00Z"), content);
    assertEquals(content, readBack(Feeds.rss(Feeds.of(item))).getItems().getFirst().getContent().getValue());
  }

  @Test
  void lines_end_with_lf_only() {
    String rss = Feeds.rss(Feeds.of(Feeds.withContent(Feeds.item("a", "2026-01-01T00:00:00Z"), "a\r\nb\rc")));
    assertFalse(rss.contains("\r"));
    assertFalse(rss.contains("&#xD"), rss);
    assertTrue(rss.contains("a\nb\nc"), rss);
  }

  @Test
  void a_stylesheet_is_named_before_the_root() throws Exception {
    String rss =
        new String(new RssWriter("/lab/assets/feed.css?a=\"1\"&b").write(Feeds.of()), java.nio.charset.StandardCharsets.UTF_8);
    String named = "<?xml-stylesheet type=\"text/css\" href=\"/lab/assets/feed.css?a=&quot;1&quot;&amp;b\"?>";
    assertTrue(rss.startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + named), rss);
    assertEquals(List.of(), readBack(rss).getItems());
  }

  @Test
  void dublin_core_is_written_once() {
    String rss = Feeds.rss(Feeds.of(Feeds.item("a", "2026-01-01T00:00:00Z")));
    assertEquals(1, rss.split("<dc:creator>", -1).length - 1);
    assertFalse(rss.contains("dc:date") || rss.contains("dc:language"), rss);
    assertEquals(1, rss.split("xmlns:dc=", -1).length - 1);
  }

  @Test
  void a_feed_without_a_description_or_content_is_still_valid() throws Exception {
    Feed feed =
        new Feed(
            "urn:uuid:notes", "Notes", "https://example.org/", "https://example.org/", "", Language.ENGLISH, List.of(),
            Optional.empty(), 60, Optional.empty(), Feed.Archive.NONE, List.of(Feeds.item("a", "2026-01-01T00:00:00Z").withoutContent()));
    String rss = Feeds.rss(feed);
    assertEquals("Notes", readBack(rss).getDescription());
    assertFalse(rss.contains("content:encoded"), rss);
    assertFalse(rss.contains("rel=\"hub\""), rss);
  }

  @Test
  void the_offset_of_a_date_is_kept_and_one_with_seconds_keeps_its_moment() {
    assertEquals("Sat, 29 Feb 2020 23:59:59 -0330", FeedDate.rfc822(OffsetDateTime.parse("2020-02-29T23:59:59-03:30")));
    assertEquals("Sun, 01 Mar 2026 00:00:00 +0000", FeedDate.rfc822(OffsetDateTime.parse("2026-03-01T00:00:00Z")));
    assertEquals("Mon, 01 Jan 1900 00:00:30 +0827", FeedDate.rfc822(OffsetDateTime.parse("1900-01-01T00:01:22+08:27:52")));
    assertEquals("2026-03-01T00:00:00Z", FeedDate.rfc3339(OffsetDateTime.parse("2026-03-01T00:00:00.123Z")));
  }
}
