package dev.assay.importer.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.importer.Remark;
import dev.assay.note.Language;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlToMarkdownTest {
  private static final Options OPTIONS = new Options(List.of(Language.ENGLISH, Language.KOREAN), Map.of());

  private static HtmlToMarkdown.Converted convert(String html) {
    return HtmlToMarkdown.convert(html, "https://a.example/post/x/", "https://a.example/post/x/", "Title", OPTIONS, UnaryOperator.identity());
  }

  private static String markdown(String html) {
    return convert(html).markdown().strip();
  }

  private static final String[][] PIECES = {
    {"<p>a <b>b</b> <i>c</i> d</p>", "a **b** *c* d"},
    {"<p><strong> a </strong>b</p>", "**a** b"},
    {"<p>**not** _this_ [x](y) # 1. `</p>", "\\*\\*not\\*\\* \\_this\\_ \\[x](y) # 1. \\`"},
    {"<p># no heading</p>", "\\# no heading"},
    {"<p>1. no list</p>", "1\\. no list"},
    {"<p>- no list</p>", "\\- no list"},
    {"<p>$12 … $30 and snake_case</p>", "$12 … $30 and snake_case"},
    {"<p>{#x} {cost}`a`</p>", "\\{#x} \\{cost}\\`a\\`"},
    {"<p>:::{fact}</p>", "\\:::\\{fact}"},
    {"<p>see https://x.example and a@b.example</p>", "see https\\://x.example and a\\@b.example"},
    {"<p><a href='/y/?a=1&amp;b=2' title='T \"q\"'>w</a></p>", "[w](https://a.example/y/?a=1&b=2 \"T \\\"q\\\"\")"},
    {"<p><a href='https://x.example/a_(b)'>w</a></p>", "[w](https://x.example/a_(b))"},
    {"<p><a href='https://x.example/'>https://x.example/</a></p>", "<https://x.example/>"},
    {"<p><img src='a.png' alt='A [b]' title='t' width='64' height='48'></p>", "![A \\[b\\]](https://a.example/post/x/a.png \"t\"){width=64 height=48}"},
    {"<p><strong>[Fact]</strong>: so it is</p>", "**[Fact]**: so it is"},
    {"<p>In the middle [Fact] is not one</p>", "In the middle \\[Fact] is not one"},
    {"<p>GPU <strong>\"낮다\"</strong>고 했다</p>", "GPU **\"낮다\"**고 했다"},
    {"<p>press <kbd>Ctrl</kbd> <mark>now</mark> <ins>in</ins></p>", "press <kbd>Ctrl</kbd> <mark>now</mark> <ins>in</ins>"},
    {"<p>a &lt;b&gt; &amp;amp; c</p>", "a \\<b> \\&amp; c"},
    {"<hr>", "***"},
    {"<h2 id='my-words'>My words</h2>", "## My words"},
    {"<h2 id='other'>My words <a class='anchor' href='#other'>#</a></h2>", "## My words {#other}"},
    {"<blockquote>a</blockquote>", "> a"},
    {"<p>x<a href='javascript:alert(1)'>y</a></p>", "xy"},
    {"<p><code>a`b</code></p>", "``a`b``"},
    {"<p>one<br><br>two</p>", "one\n\ntwo"},
    {"<p>one<br>- two</p>", "one\\\n\\- two"}
  };

  private static final String[][] CODE = {
    {"<div class=highlight><pre tabindex=0><code class=language-go data-lang=go><span><span>x := 1\n</span></span></code></pre></div>", "go"},
    {"<div class=highlight><table class=lntable><tr><td class=lntd><pre><code><span class=lnt>1\n</span></code></pre></td><td class=lntd><pre><code class=language-go>x := 1\n</code></pre></td></tr></table></div>", "go"},
    {"<figure class='highlight go'><table><tr><td class=gutter><pre><span class=line>1</span><br></pre></td><td class=code><pre><span class=line>x := 1</span><br></pre></td></tr></table></figure>", "go"},
    {"<div class='language-go highlighter-rouge'><div class=highlight><pre class=highlight><code><span class=n>x</span> := 1\n</code></pre></div></div>", "go"},
    {"<pre class='language-go'><code>x := 1</code></pre>", "go"},
    {"<pre><code class='hljs go'>x := 1</code></pre>", "go"},
    {"<pre class='brush: go'>x := 1</pre>", "go"},
    {"<pre>x := 1</pre>", ""}
  };

  static Stream<Arguments> pieces() {
    return Stream.of(PIECES).map(piece -> Arguments.of(piece[0], piece[1]));
  }

  static Stream<Arguments> code() {
    return Stream.of(CODE).map(piece -> Arguments.of(piece[0], piece[1]));
  }

  @ParameterizedTest
  @MethodSource("pieces")
  void aPieceOfHtmlBecomesMarkdown(String html, String markdown) {
    assertEquals(markdown, markdown(html));
  }

  @Test
  void listsKeepTheirNestingTightnessStartAndTasks() {
    assertEquals("- a\n  - b\n    1. c\n- d", markdown("<ul><li>a<ul><li>b<ol><li>c</li></ol></li></ul></li><li>d</li></ul>"));
    assertEquals("- a\n\n- b", markdown("<ul><li><p>a</p></li><li><p>b</p></li></ul>"));
    assertEquals("9. a\n10. b\n    - c", markdown("<ol start=9><li>a</li><li>b<ul><li>c</li></ul></li></ol>"));
    assertEquals("- [x] done\n- [ ] open", markdown("<ul><li><input type=checkbox checked> done</li><li><input type=checkbox> open</li></ul>"));
    assertEquals("- a ☑ b\n\nx☐y", markdown("<ul><li>a <input type=checkbox checked> b</li></ul><p>x<input type=checkbox>y</p>"));
    assertEquals("- a\n\n* b", markdown("<ul><li>a</li></ul><ul><li>b</li></ul>"));
    assertEquals("<ol type=\"a\"><li>x</li></ol>", markdown("<ol type=a><li>x</li></ol>"));
  }

  @ParameterizedTest
  @CsvSource({
    "'<p>A<input type=\"checkbox\" style=\"display:none\" id=t2><label for=t2>Menu</label> z</p>', AMenu z",
    "'<p><input type=checkbox hidden id=toc><label for=toc>Contents</label></p>', Contents",
    "'<p><input type=checkbox hidden>a</p>', a",
    "'<p><input type=checkbox style=\"color: red; Display : None\">a</p>', a",
    "'<div><label for=ez><span>Toggle</span></label><input type=checkbox id=ez><p>a</p></div>', 'Toggle\n\na'",
    "'<ul><li><input type=checkbox hidden id=f><label for=f>Folder</label><ul><li>a</li></ul></li></ul>', '- Folder\n  - a'",
    "'<ul><li><input type=checkbox id=t checked><label for=t>Milk</label></li></ul>', '- [x] Milk'",
    "'<p><input type=checkbox id=t disabled checked><label for=t>Milk</label></p>', ☑Milk",
    "'<p><input type=checkbox id=t><label for=u>Milk</label></p>', ☐Milk"
  })
  void aBoxThatOpensAMenuIsNoneThatAReaderSaw(String html, String markdown) {
    assertEquals(markdown.replace("\\n", "\n"), markdown(html));
  }

  @Test
  void aTableKeepsAlignmentBarsAndBreaks() {
    assertEquals(
        "| Name | Value |\n| --- | --: |\n| a \\| b | 1<br>2 |\n| `x\\|y` | **[Fact]** z |",
        markdown(
            "<table><thead><tr><th>Name</th><th style='text-align: right'>Value</th></tr></thead><tbody>"
                + "<tr><td>a | b</td><td style='text-align: right'>1<br>2</td></tr>"
                + "<tr><td><code>x|y</code></td><td align=right><b>[Fact]</b> z</td></tr></tbody></table>"));
  }

  @Test
  void aTableThatMarkdownCannotSayStaysHtml() {
    HtmlToMarkdown.Converted text = convert("<table><caption>C</caption><tr><th colspan=2>A</th></tr><tr><td>b</td><td>c</td></tr></table>");
    assertEquals("<table><caption>C</caption><tbody><tr><th colspan=\"2\">A</th></tr><tr><td>b</td><td>c</td></tr></tbody></table>", text.markdown().strip());
    assertEquals(List.of(Remark.Kind.KEPT_AS_HTML), text.remarks().stream().map(Remark::kind).toList());
  }

  @ParameterizedTest
  @MethodSource("code")
  void codeKeepsItsLanguageOutOfAnyHighlighter(String html, String language) {
    assertEquals("```" + language + "\nx := 1\n```", markdown(html));
  }

  @Test
  void footnotesAreFootnotesAgain() {
    assertEquals(
        "a[^1] b[^2]\n\n[^1]: one *x*\n\n[^2]: two",
        markdown(
            "<p>a<sup id='fnref:1'><a href='#fn:1' class='footnote-ref'>1</a></sup> b<sup id='fnref:2'><a href='https://a.example/post/x/#fn:2'>2</a></sup></p>"
                + "<div class=footnotes><hr><ol><li id='fn:1'><p>one <em>x</em>&#160;<a href='#fnref:1' class='footnote-backref'>&#8617;&#xfe0e;</a></p></li>"
                + "<li id='fn:2'><p>two <a href='#fnref:2'>↩</a></p></li></ol></div>"));
  }

  @Test
  void figuresDefinitionsAndBoxesKeepWhatTheySay() {
    assertEquals(
        "<figure><img src=\"https://a.example/p.png\" alt=\"P\"><figcaption>Words <em>here</em></figcaption></figure>",
        markdown("<figure><img src='/p.png' alt=P><figcaption>Words <i>here</i></figcaption></figure>"));
    assertEquals("term\n: meaning\n: other", markdown("<dl><dt>term</dt><dd>meaning</dd><dd>other</dd></dl>"));
    assertEquals("<details><summary>More</summary>\n\n- a\n\n</details>", markdown("<details><summary>More</summary><ul><li>a</li></ul></details>"));
  }

  @Test
  void whatANoteCannotHoldIsTold() {
    HtmlToMarkdown.Converted text =
        convert("<p>a<script>x</script><img src=t.gif width=1 height=1></p><iframe src='https://v.example/1'></iframe><svg><text>W</text></svg><p><button>Go</button></p>");
    assertEquals("a\n\n<https://v.example/1>", text.markdown().strip());
    assertEquals(
        List.of("a picture of one pixel, which counts readers: https://a.example/post/x/t.gif", "<iframe> became a link: https://v.example/1", "a drawing (<svg>) with the words 'W'", "a form field (<button>) with the words 'Go'"),
        text.remarks().stream().map(Remark::text).toList());
  }

  @Test
  void aLinkToAPlaceThatIsNotThereLeadsToTheOldPage() {
    assertEquals("[a](https://a.example/post/x/#gone)", markdown("<p><a href='#gone'>a</a></p>"));
    assertEquals("[a](#x)\n\n<span id=\"x\"></span>b", markdown("<p><a href='#x'>a</a></p><p id=x>b</p>"));
  }

  /// Whatever comes in, what a reader gets is what the original said.
  @Test
  void anyTextReadsAsItDid() {
    Random random = new Random(11);
    String[] parts = {
      "<p>", "</p>", "<b>", "</b>", "<i>", "</i>", "<ul>", "<li>", "</li>", "</ul>", "<h2>", "</h2>", "<blockquote>", "</blockquote>", "<code>", "</code>", "<a href='https://x.example/'>",
      "</a>", "<br>", "<table>", "<tr>", "<td>", "</td>", "</tr>", "</table>", "<del>", "</del>", "<pre>", "</pre>", "<ol>", "</ol>", " ", "\n", "a", "가", "\"낮다\"", "*", "_", "~", "^",
      "`", "[Fact]", "[x]", "(y)", "{#a}", "#", "-", "1.", ":", "|", "&amp;", "&lt;b>", "$1", "!", "\\", "@k", "https://y.example", "[^1]", "---", "===", "<img src=i.png>"
    };
    for (int round = 0; round < 1500; round++) {
      StringBuilder html = new StringBuilder();
      for (int i = random.nextInt(18); i >= 0; i--) {
        html.append(parts[random.nextInt(parts.length)]);
      }
      HtmlToMarkdown.Converted text = convert(html.toString());
      assertTrue(text.remarks().stream().noneMatch(remark -> remark.text().contains("reads otherwise")), "seed 11, round " + round + ": " + html + "\n" + text.markdown());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<table><tr><td>", "<table><tr><td>a<td>", "<table><tr><th>", "<table><caption>c</caption><tr><td>", "<table><caption><table><tr><td>", "<ul><li>", "<ul>", "<dl><dt>a<dd>", "<dl>", "<blockquote>", "<figure>",
        "<figure><figcaption>x</figcaption>", "<figure>x<figcaption>", "<details><summary>x</summary>", "<details><summary>", "<pre>", "<h1><div>", "<code><div>", "<code>a<code>", "<a href='https://x.example/'><div>"
      })
  void whateverNestsIsReadOnce(String open) {
    for (int levels : new int[] {40, 3_000}) {
      String read = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> markdown(open.repeat(levels) + "words"));
      assertEquals(1, read.split("words", -1).length - 1, open);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      value = {
        "<ul><li><input type=checkbox checked> done</ul> → - [x] done", "<figure><img src='a.png'><figcaption>What it shows</figcaption></figure> → What it shows", "<details><summary>Open me</summary>inside</details> → Open me",
        "<p><a href='#there'>go</a></p><p id=there>words</p> → (#there)"
      })
  void aTableThatOnlyLaysOutLosesNothingOfWhatIsInIt(String inner, String part) {
    String read = markdown("<table><tr><td>" + inner + "</table>");
    assertTrue(read.contains(part), read);
    assertEquals(markdown(inner), read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      value = {
        "<table><caption>Words</caption></table> → Words", "<table><caption>Words</caption><tr></tr></table> → Words", "<table><caption>One</caption><caption>two</caption><tr><td>a<td>b</table> → <caption>One<br>two</caption>",
        "<table><caption> </caption><tr><td>words</table> → words"
      })
  void aCaptionKeepsItsWordsWhateverIsBelowIt(String table, String part) {
    assertTrue(markdown(table).contains(part), markdown(table));
  }
}
