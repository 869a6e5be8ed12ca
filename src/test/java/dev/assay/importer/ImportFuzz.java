package dev.assay.importer;

import dev.assay.frontmatter.FrontMatterOptions;
import dev.assay.frontmatter.FrontMatterReader;
import dev.assay.frontmatter.Head;
import dev.assay.frontmatter.ParsedValue;
import dev.assay.frontmatter.Format;
import dev.assay.frontmatter.ValueReader;
import dev.assay.importer.feed.FeedReader;
import dev.assay.importer.feed.ImportedFeed;
import dev.assay.importer.feed.ImportedItem;
import dev.assay.importer.html.HtmlToMarkdown;
import dev.assay.importer.html.Options;
import dev.assay.markdown.Markdown;
import dev.assay.markdown.MarkdownInput;
import dev.assay.markdown.MarkdownOptions;
import dev.assay.markdown.MarkdownResult;
import dev.assay.note.Language;
import dev.assay.note.Link;
import dev.assay.note.Piece;
import dev.assay.note.Site;
import dev.assay.note.Value;
import dev.assay.problem.SourceText;
import dev.assay.testing.CommonmarkExample;
import dev.assay.testing.FuzzTarget;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/// Feeds and HTML of strangers: what becomes of an item is a note that is read without a fault, with the item's title, id and date,
/// no address that runs, and every word, unless a remark says what is otherwise.
public final class ImportFuzz implements FuzzTarget {
  private static final Site SITE = Site.defaults("Mine");
  private static final Options OPTIONS = new Options(List.of(Language.ENGLISH, Language.KOREAN), Map.of());
  private static final MarkdownOptions MARKDOWN = MarkdownOptions.of(List.of(Language.ENGLISH, Language.KOREAN), Map.of(), false);
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-22T12:00:00Z");
  private static final String PAGE = "https://lab.example/post/x/";

  private static final List<String> TOKENS =
      List.of(
          "word ", "가격 ", "x", " ", "\n", "\u00a0", "\u200b", "\ud83d\ude00", "&amp;", "&lt;b&gt;", "&nbsp;", "&#0;", "&copy", "<p>", "</p>", "<div>", "</div>", "<span class=\"x\">", "</span>", "<b>", "</b>", "<i>", "</i>", "<em>",
          "</em>", "<a href=\"/b/#c\">", "<a href=\"#n\">", "<a href=\"javascript:x\">", "<a name=\"n\">", "</a>", "<img src=\"a.png\" alt=\"A\">", "<img src=\"data:x\">", "<br>", "<hr>", "<h2 id=\"n\">", "</h2>", "<h3>", "</h3>", "<ul>",
          "<ol start=\"3\">", "<li>", "</li>", "</ul>", "</ol>", "<dl><dt>", "</dt><dd>", "</dd></dl>", "<table><tr><th>", "</th></tr><tr><td>", "<td colspan=\"2\">", "</td>", "</tr>", "</table>", "<blockquote>", "</blockquote>",
          "<pre><code class=\"language-java\">", "</code></pre>", "<code>", "</code>", "<kbd>", "</kbd>", "<sup id=\"fnref:1\"><a href=\"#fn:1\">1</a></sup>", "<div class=\"footnotes\"><ol><li id=\"fn:1\">", "</li></ol></div>", "<figure>",
          "<figcaption>", "</figcaption></figure>", "<details><summary>", "</summary>", "</details>", "<iframe src=\"https://y.org/e\">", "</iframe>", "<script>", "</script>", "<svg>", "</svg>", "<math>", "</math>", "<input type=\"checkbox\" checked>",
          "<del>", "</del>", "<sub>", "</sub>", "<q>", "</q>", "<u>", "</u>", "<!--", "-->", "*", "**", "_", "`", "[", "](", ")", "[^1]", "#", "- ", "1. ", "> ", "|", "\\", "~~", "$x$", "{#a}", ":::{fact}", "[Fact] ", "<details open>",
          "<rss version=\"2.0\"><channel>", "<title>T</title>", "<link>https://lab.example/</link>", "<item>", "<title>", "</title>", "<description>", "</description>", "<content:encoded>", "</content:encoded>", "<![CDATA[", "]]>", "<guid>g</guid>",
          "<guid isPermaLink=\"false\">", "</guid>", "<pubDate>Sat, 30 May 2026 09:00:00 +0900</pubDate>", "<pubDate>", "</pubDate>", "<category domain=\"d\">c</category>", "<enclosure url=\"https://x.org/a.mp3\" type=\"audio/mpeg\"/>", "<dc:creator>K</dc:creator>", "</item>",
          "</channel></rss>", "<feed xmlns=\"http://www.w3.org/2005/Atom\">", "<entry>", "<id>urn:a</id>", "<updated>2026-05-30T09:00:00Z</updated>", "<content type=\"html\">", "<content type=\"xhtml\">", "<summary>s</summary>", "</content>", "</entry>", "</feed>",
          "<?xml version=\"1.0\"?>", "<!DOCTYPE x [<!ENTITY e \"x\">]>", "&e;", "<rdf:RDF xmlns=\"http://purl.org/rss/1.0/\">", "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [", "{\"id\": \"a\", \"content_html\": \"", "\", \"url\": \"https://lab.example/a/\"", "\\u003c", "\"}", "]}", "xml:base=\"/z/\"", " xml:lang=\"ko\"");

  @Override
  public List<String> tokens() {
    return TOKENS;
  }

  @Override
  public List<byte[]> seeds() {
    String html = "<h2 id=\"n\">H</h2><p>Words <b>and</b> <a href=\"/b/#c\">more</a>, <code>x</code><sup id=\"fnref:1\"><a href=\"#fn:1\">1</a></sup>.</p><ul><li>a<ol start=\"3\"><li>b</li></ol></li></ul><table><tr><th>k</th></tr><tr><td>v</td></tr></table>"
        + "<blockquote><p>q</p></blockquote><pre><code class=\"language-java\">int x;</code></pre><figure><img src=\"a.png\" alt=\"A\"><figcaption>c</figcaption></figure><div class=\"footnotes\"><ol><li id=\"fn:1\"><p>n</p></li></ol></div>";
    List<byte[]> all = new ArrayList<>();
    all.add(FuzzTarget.seed(0, html));
    all.add(FuzzTarget.seed(0, "<dl><dt>a</dt><dd>b</dd></dl><details><summary>s</summary><p>t</p></details><p>x<br>y &amp; *z* [Fact] 1. $a$</p><hr><iframe src=\"https://y.org/e\"></iframe>"));
    CommonmarkExample.of("spec").forEach(example -> all.add(FuzzTarget.seed(0, example.html())));
    all.add(FuzzTarget.seed(1, "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>T</title><link>https://lab.example/</link><item><title>A &amp; B</title><link>https://lab.example/a/</link><guid>g</guid>"
        + "<pubDate>Sat, 30 May 2026 09:00:00 +0900</pubDate><category>c</category><description>s</description><content:encoded><![CDATA[<p>x <b>y</b></p>]]></content:encoded></item></channel></rss>"));
    all.add(FuzzTarget.seed(1, "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"ko\"><title>T</title><id>urn:f</id><updated>2026-05-30T09:00:00Z</updated><entry><title type=\"html\">&lt;b&gt;A</title><id>urn:a</id><link href=\"/a/\"/>"
        + "<updated>2026-05-30T09:00:00Z</updated><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>x</p></div></content></entry></feed>"));
    all.add(FuzzTarget.seed(1, "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"T\", \"items\": [{\"id\": \"a\", \"url\": \"https://lab.example/a/\", \"title\": \"A\", \"content_html\": \"<p>x</p>\", \"date_published\": \"2026-05-30T09:00:00+09:00\", \"tags\": [\"c\"]}]}"));
    all.add(FuzzTarget.seed(2, "title: [x] \"y\"\n\u0001 # z 가"));
    all.add(FuzzTarget.seed(0x80, new byte[] {13, 0, 19, 1, 20, 14, 38, 40, 0, 41}));
    return all;
  }

  @Override
  public void run(byte[] data) {
    switch (FuzzTarget.way(data) % 3) {
      case 0 -> html(FuzzTarget.text(data, TOKENS));
      case 1 -> feed(data[0] >= 0 ? FuzzTarget.rest(data) : FuzzTarget.text(data, TOKENS).getBytes(java.nio.charset.StandardCharsets.UTF_8));
      default -> yaml(FuzzTarget.text(data, TOKENS));
    }
  }

  private static void html(String html) {
    HtmlToMarkdown.Converted converted = HtmlToMarkdown.convert(html, PAGE, PAGE, "Its title", OPTIONS, image -> image);
    MarkdownResult read = read(converted.markdown(), 0, Optional.of("Its title"));
    sound(html, converted.markdown(), read);
    // What parts a claim's tag from its words is no word.
    if (converted.remarks().isEmpty() && read.claims().isEmpty()) {
      List<String> before = Words.of(html);
      List<String> after = Words.of(shown(read.body().pieces()));
      // Code has no words: where one ends is up to its lines, and what it is called stands above it.
      boolean same = html.contains("<pre") || html.contains("<code") ? missing(before, after).isEmpty() : before.equals(after) || (parted(html) && String.join("", before).equals(String.join("", after)));
      FuzzTarget.require(same, html, "without a remark, words are others (" + Words.differences(before, after) + "): " + converted.markdown());
    }
  }

  /// Whether words may be parted elsewhere: by a picture inside of one, by an element that nobody knows, which stands in its line unless it holds blocks, or by text in a list
  /// but in none of its items, each piece of which becomes one.
  private static boolean parted(String html) {
    Element body = Jsoup.parseBodyFragment(html).body();
    return body.selectFirst("img, image") != null || body.getAllElements().stream().anyMatch(element -> !element.tag().isKnownTag()) || body.select("ul, ol, menu, dir").stream().anyMatch(ImportFuzz::hasTextBesideItems);
  }

  private static boolean hasTextBesideItems(Element list) {
    return !list.ownText().isBlank() || list.children().stream().anyMatch(child -> !child.normalName().equals("li") && child.hasText());
  }

  private static List<Integer> missing(List<String> before, List<String> after) {
    List<Integer> all = new ArrayList<>(String.join("", before).codePoints().boxed().toList());
    String.join("", after).codePoints().forEach(letter -> all.remove(Integer.valueOf(letter)));
    return all;
  }

  private static MarkdownResult read(String text, int start, Optional<String> title) {
    return Markdown.parse(new MarkdownInput(new SourceText("content/post/x.md", text), start, title, Language.ENGLISH, MARKDOWN));
  }

  private static void sound(String from, String markdown, MarkdownResult read) {
    FuzzTarget.require(!read.refused() && read.problems().stream().noneMatch(problem -> problem.isError()), from, "a note with a fault " + read.problems() + ": " + markdown);
    for (Link link : read.links()) {
      String address = link.target().replaceAll("[\\x00-\\x20]", "").toLowerCase(Locale.ROOT);
      FuzzTarget.require(!address.matches("(?s)(javascript|vbscript|file|blob|data):.*"), from, "an address that runs: " + link.target());
    }
  }

  private static String shown(List<Piece> pieces) {
    StringBuilder out = new StringBuilder();
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Html(String html) -> out.append(html);
        case Piece.Drawn(_, String plain) -> out.append(plain);
        default -> {
          // Filled in by pages.
        }
      }
    }
    return out.toString();
  }

  private static void feed(byte[] bytes) {
    String input = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    switch (FeedReader.read(bytes, "feed.xml")) {
      case FeedReader.Result.Refused(String why, String hint) -> FuzzTarget.require(!why.isBlank() && (why + hint).indexOf('\n') < 0, input, "refused without a reason in one line: " + why);
      case FeedReader.Result.Read(ImportedFeed feed) -> {
        FeedOrigin origin = FeedOrigin.of(feed);
        FeedNotes notes = new FeedNotes(feed, origin, SITE);
        for (ImportedItem item : feed.items().subList(0, Math.min(3, feed.items().size()))) {
          if (item.kind() != ImportedItem.Kind.OTHER) {
            item(input, notes, item);
          }
        }
      }
    }
  }

  private static void item(String input, FeedNotes notes, ImportedItem item) {
    FeedNotes.Draft draft = notes.draft(item, 0, NOW);
    FeedAddresses.Placed placed = new FeedAddresses.Placed("post/x.md", "", "", "", List.of());
    if (!(notes.make(draft, placed, image -> image) instanceof FeedNotes.Made.Note(ImportedNote note, _))) {
      return;
    }
    SourceText source = new SourceText("content/post/x.md", note.text());
    Head head = FrontMatterReader.read(source, new FrontMatterOptions(ZoneOffset.UTC, Map.of()));
    FuzzTarget.require(head.problems().isEmpty(), input, "a head with a fault " + head.problems() + ": " + note.text());
    FuzzTarget.require(head.front().title().map(title -> title.value()).orElse("").equals(draft.title().strip()) || draft.title().isBlank(), input, "another title than '" + draft.title() + "': " + note.text());
    FuzzTarget.require(head.front().date().isPresent() || draft.date().isEmpty(), input, "without its date: " + note.text());
    sound(input, note.text(), read(note.text(), head.bodyOffset(), Optional.of(draft.title())));
  }

  /// What is written as YAML is read as the same text.
  private static void yaml(String text) {
    String whole = text.codePoints().mapToObj(c -> c >= 0xd800 && c < 0xe000 ? "\ufffd" : Character.toString(c)).reduce("", String::concat);
    ParsedValue parsed = ValueReader.read(Format.YAML, new SourceText("x.yaml", YamlText.mapping(List.of(Map.entry("key", new HeadValue.Text(whole)), Map.entry("keys", HeadValue.Items.of(List.of(whole, "z")))))));
    FuzzTarget.require(parsed.problems().isEmpty(), text, "written with a fault " + parsed.problems());
    Value.Mapping mapping = (Value.Mapping) parsed.value().orElseThrow();
    FuzzTarget.require(mapping.get("key").orElseThrow() instanceof Value.Scalar scalar && scalar.text().equals(whole), text, "read as " + mapping);
    FuzzTarget.require(mapping.get("keys").orElseThrow() instanceof Value.Sequence list && list.items().size() == 2 && ((Value.Scalar) list.items().getFirst()).text().equals(whole), text, "read as " + mapping);
  }
}
