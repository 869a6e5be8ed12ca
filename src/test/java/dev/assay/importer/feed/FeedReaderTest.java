package dev.assay.importer.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {
  private static ImportedFeed read(String text) {
    return read(text.getBytes(UTF_8));
  }

  private static ImportedFeed read(byte[] bytes) {
    return assertInstanceOf(FeedReader.Result.Read.class, FeedReader.read(bytes, "feed")).feed();
  }

  private static String rss(String item) {
    return "<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>T</title><link>https://a.example/</link>"
        + "<item>" + item + "</item></channel></rss>";
  }

  private static ImportedItem item(String item) {
    return read(rss(item)).items().getFirst();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "Sat, 30 May 2026 09:00:00 +0900 | 2026-05-30T09:00+09:00",
    "Sat, 30 May 26 09:00 GMT | 2026-05-30T09:00Z",
    "30 May 2026 09:00:00 EST | 2026-05-30T09:00-05:00",
    "Sat, 30 May 2026 09:00:00 KST | 2026-05-30T09:00+09:00",
    "2026-05-30T09:00:00.25+09:00 | 2026-05-30T09:00:00.250+09:00",
    "2026-05-30T09:00+0530 | 2026-05-30T09:00+05:30",
    "2026-05-30 | 2026-05-30T00:00Z",
    "20260530T090000Z | 2026-05-30T09:00Z",
    "Sat May 30 09:00:00 2026 | 2026-05-30T09:00Z",
    "Mo, 30 Mai 2026 09:00:00 +0200 | 2026-05-30T09:00+02:00",
    "May 30, 2026 | 2026-05-30T00:00Z",
    "2026년 5월 30일 | 2026-05-30T00:00Z",
    "Sat, 30 May 2026 24:00:00 +0000 | 2026-05-31T00:00Z"
  })
  void aDateKeepsItsOffset(String written, String date) {
    assertEquals(date, item("<pubDate>" + written + "</pubDate>").date().orElseThrow().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2026-13-40", "Sat, 31 Feb 2026 09:00:00 GMT", "-0001-11-30T00:00:00Z", "99999999999999999999"})
  void whatIsNoDateIsNone(String written) {
    assertTrue(item("<pubDate>" + written + "</pubDate>").date().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"UTF-8,utf-8", "x-windows-949,euc-kr", "x-windows-949,utf-8", "x-windows-949,''", "UTF-8,iso-8859-1", "UTF-16LE,''", "UTF-16BE,utf-16"})
  void koreanIsReadWhateverTheFileSays(String real, String said) {
    String declaration = said.isEmpty() ? "" : "<?xml version=\"1.0\" encoding=\"" + said + "\"?>";
    byte[] bytes = (declaration + rss("<title>메모리 가격이 오르면 전력 비용도 함께 오른다</title>")).getBytes(Charset.forName(real));
    assertEquals("메모리 가격이 오르면 전력 비용도 함께 오른다", read(bytes).items().getFirst().title());
  }

  @ParameterizedTest
  @CsvSource({"GB18030,gb2312,内存价格上涨以后电力成本也会上涨", "windows-1252,iso-8859-1,Größe “und” Preis – 5 €", "windows-1252,utf-8,Die Größe der Straße", "windows-31j,shift_jis,メモリの価格が上がると", "Big5,big5,記憶體價格上漲"})
  void otherEncodingsAreReadToo(String real, String said, String title) {
    byte[] bytes = ("<?xml version=\"1.0\" encoding=\"" + said + "\"?>" + rss("<title>" + title + "</title>")).getBytes(Charset.forName(real));
    assertEquals(title, read(bytes).items().getFirst().title());
  }

  @Test
  void aByteOrderMarkAndJunkAreForgiven() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    bytes.write(("\n\nWarning: x in y.php\n<?xml version=\"1.0\"?>" + rss("<title>A</title>")).getBytes(UTF_8));
    ImportedFeed feed = read(bytes.toByteArray());
    assertEquals("A", feed.items().getFirst().title());
    assertTrue(feed.remarks().getFirst().text().contains("characters before the feed"));
  }

  @Test
  void whatXmlForbidsIsForgivenAndCounted() {
    ImportedFeed feed = read(rss("<title>A &nbsp;&amp; B & C \u0001 &#150; &#0;</title><link>https://a.example/?x=1&y=2</link><description>a<br>b</description>"));
    assertEquals("A & B & C –", feed.items().getFirst().title());
    assertEquals("https://a.example/?x=1&y=2", feed.items().getFirst().link());
    assertEquals("a<br>b", feed.items().getFirst().content().html());
    assertEquals(
        List.of("2 ampersands that should have been written as &amp;", "1 entity that XML does not know, such as &nbsp;", "2 characters that XML forbids", "1 end tag that did not match"),
        feed.remarks().stream().map(remark -> remark.text()).toList());
  }

  @Test
  void theWholeTextWinsOverTheSummaryAndBothAreKept() {
    ImportedItem item = item("<description>Short</description><content:encoded><![CDATA[<p>Long & <b>whole</b></p>]]></content:encoded>");
    assertEquals("<p>Long & <b>whole</b></p>", item.content().html());
    assertEquals("Short", item.summary().orElseThrow().html());
  }

  @Test
  void peopleTermsAndEnclosuresAreRead() {
    ImportedItem item =
        item("<author>a@b.example (Ann Lee)</author><dc:creator>김 분석</dc:creator><category domain=\"https://x/tags/\">HBM &amp;amp; DRAM</category><dc:subject>Power</dc:subject>"
            + "<enclosure url=\"/a.mp3\" type=\"audio/mpeg\" length=\"1\"/>");
    assertEquals(List.of("김 분석", "Ann Lee"), item.authors());
    assertEquals(List.of(new ImportedItem.Term("https://x/tags/", "HBM & DRAM"), new ImportedItem.Term("", "Power")), item.terms());
    assertEquals(List.of(new ImportedItem.Enclosure("https://a.example/a.mp3", "audio/mpeg")), item.enclosures());
  }

  @Test
  void atomTextIsWhatItsTypeSays() {
    ImportedFeed feed =
        read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/blog/" xml:lang="ko"><title type="html">A &amp;amp; B</title><author><name>Ann</name></author>
            <link rel="self" href="atom.xml"/><link href="./"/><id>urn:f</id><updated>2026-05-30T09:00:00+09:00</updated>
            <entry xml:base="x/"><title type="text">1 &lt; 2</title><id>urn:1</id><link href="one"/><published>2026-05-29T09:00:00+09:00</published><updated>2026-05-30T09:00:00+09:00</updated>
            <content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml">a <h:b>c</h:b><h:br/>d &lt;</h:div></content></entry>
            <entry xml:lang="en"><title>T</title><id>urn:2</id><content type="text">a &lt; b

            c</content><summary type="html">&lt;i>s&lt;/i></summary></entry></feed>
            """);
    assertEquals("A & B", feed.title());
    assertEquals("https://a.example/blog/atom.xml", feed.self());
    ImportedItem one = feed.items().getFirst();
    assertEquals("1 < 2", one.title());
    assertEquals("https://a.example/blog/x/one", one.link());
    assertEquals("<div>a <b>c</b><br>d &lt;</div>", one.content().html());
    assertEquals("https://a.example/blog/x/", one.content().base());
    assertEquals("ko", one.language());
    assertEquals("2026-05-30T09:00+09:00", one.updated().orElseThrow().toString());
    assertEquals("<p>a &lt; b</p>\n<p>c</p>\n", feed.items().get(1).content().html());
    assertEquals("en", feed.items().get(1).language());
  }

  @Test
  void oldFormatsAreRead() {
    ImportedFeed old =
        read("<?xml version=\"1.0\"?><!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"http://my.netscape.com/publish/formats/rss-0.91.dtd\">"
            + "<rss version=\"0.91\"><channel><title>T&nbsp;U</title><link>https://a.example/</link><item><title>One</title><link>https://a.example/1</link></item></channel></rss>");
    assertEquals("RSS 0.91", old.format());
    assertEquals("T U", old.title());
    ImportedFeed rdf =
        read("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
            + "<channel rdf:about=\"https://a.example/rdf\"><title>T</title><link>https://a.example/</link><items><rdf:Seq><rdf:li rdf:resource=\"x\"/></rdf:Seq></items></channel>"
            + "<item rdf:about=\"https://a.example/1\"><title>One</title><dc:date>2026-05-30T09:00+09:00</dc:date></item></rdf:RDF>");
    assertEquals("RSS 1.0", rdf.format());
    assertEquals("https://a.example/1", rdf.items().getFirst().id());
    assertEquals("https://a.example/1", rdf.items().getFirst().link());
    ImportedFeed atom =
        read("<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><title>T</title><entry><title>One</title><issued>2026-05-30T09:00:00+09:00</issued>"
            + "<content type=\"text/html\" mode=\"escaped\">&lt;p>x&lt;/p></content></entry></feed>");
    assertEquals("Atom 0.3", atom.format());
    assertEquals("<p>x</p>", atom.items().getFirst().content().html());
  }

  @Test
  void jsonFeedsAreReadUpToAFault() {
    ImportedFeed feed =
        read("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"T\",\"home_page_url\":\"https://a.example/\",\"items\":[{\"id\":1,\"url\":\"https://a.example/1\",\"content_html\":\"<p>\\uac00</p>\","
            + "\"date_published\":\"2026-05-30T09:00:00+09:00\",\"authors\":[{\"name\":\"Ann\"}],\"tags\":[\"a\"]},{\"id\":\"2\",\"content_text\":\"x\"},{\"id\":");
    assertEquals("JSON Feed 1.1", feed.format());
    assertEquals(List.of("1", "2"), feed.items().stream().map(ImportedItem::id).toList());
    assertEquals("<p>가</p>", feed.items().getFirst().content().html());
    assertTrue(feed.remarks().getFirst().text().contains("the 2 items before that were read"));
  }

  @Test
  void entitiesAreRefusedWithTheirLine() {
    String laughs = "<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [\n<!ENTITY lol \"lol\">\n<!ENTITY lol2 \"&lol;&lol;\">]>\n" + rss("<title>&lol2;</title>");
    FeedReader.Result.Refused refused = assertInstanceOf(FeedReader.Result.Refused.class, FeedReader.read(laughs.getBytes(UTF_8), "feed.xml"));
    assertEquals("the DOCTYPE on line 2 defines entities, so the file is not read: entities can grow without bound", refused.why());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "`` | 'x' is empty", "<html><body>x</body></html> | 'x' is a web page, not a feed", "hello | 'x' is neither RSS nor Atom nor JSON Feed",
    "<opml version='2.0'></opml> | 'x' is a list of feeds, not a feed", "{\"a\":1} | 'x' is JSON, but not a JSON Feed: it has no 'items'"
  })
  void whatIsNoFeedIsSaidToBeNone(String text, String why) {
    FeedReader.Result.Refused refused = assertInstanceOf(FeedReader.Result.Refused.class, FeedReader.read((text == null ? "" : text).getBytes(UTF_8), "x"));
    assertEquals(why, refused.why());
  }

  @Test
  void aFileThatEndsInsideAnItemKeepsTheOnesBefore() {
    String whole = rss("<title>A</title></item><item><title>B</title></item><item><title>C</title><description>half");
    ImportedFeed feed = read(whole.substring(0, whole.indexOf("half") + 4));
    assertEquals(List.of("A", "B"), feed.items().stream().map(ImportedItem::title).toList());
    assertEquals("the file ends inside an item, 'C'; that one was left out", feed.remarks().getFirst().text());
  }

  @Test
  void aHundredThousandNestedElementsAreNoTrouble() {
    String deep = "<b>".repeat(100_000);
    ImportedItem item = item("<title>A</title><description>" + deep + "x</description>");
    assertTrue(item.content().html().contains("x"));
    assertEquals("A", item("<title>A</title><description>" + deep.replace("<", "&lt;") + "</description>").title());
  }
}
