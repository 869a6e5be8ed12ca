package dev.assay.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InlinesTest {
  @ParameterizedTest
  @CsvSource(delimiter = '→', value = {
    "**\"낮다\"**고 → <strong>&quot;낮다&quot;</strong>고",
    "**중요.**하지만 → <strong>중요.</strong>하지만",
    "**GPU(H100)**은 → <strong>GPU(H100)</strong>은",
    "그는 **[Fact]**엔비디아 → 그는 <strong>[Fact]</strong>엔비디아",
    "그는**(괄호)**와 → 그는<strong>(괄호)</strong>와",
    "*기울임*은 → <em>기울임</em>은",
    "**토큰당 비용**이다 → <strong>토큰당 비용</strong>이다",
    "**エヌビディア（NVIDIA）**は → <strong>エヌビディア（NVIDIA）</strong>は",
    "**「重要」**です → <strong>「重要」</strong>です",
    "これは**重要！**です → これは<strong>重要！</strong>です",
    "**“高带宽”**内存 → <strong>“高带宽”</strong>内存",
    "**注意。**请看 → <strong>注意。</strong>请看",
    "~~취소선.~~은 → <del>취소선.</del>은",
  })
  void emphasisWorksBesideKoreanJapaneseAndChinese(String text, String html) {
    assertEquals("<p>" + html + "</p>", Read.html(text));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '→', value = {
    "snake_case_name → snake_case_name",
    "foo*bar*baz → foo<em>bar</em>baz",
    "***both*** → <em><strong>both</strong></em>",
    "**a *b* c** → <strong>a <em>b</em> c</strong>",
    "a * b * c → a * b * c",
    "2 ** 3 ** 4 → 2 ** 3 ** 4",
    "**\"low\"**er → **&quot;low&quot;**er",
  })
  void emphasisElsewhereIsCommonMark(String text, String html) {
    assertEquals("<p>" + html + "</p>", Read.html(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "It costs $12 to $30 a month",
    "10~15%, then 20~25%",
    "10~15%,20~25%",
    "about ~5 and ~6",
    "2^10 and 3^5",
    "a ~ b ~ c",
    "~~~",
    "set {x | x is prime}",
    "f{a} {b}",
  })
  void ordinarySignsStayText(String text) {
    assertTrue(Read.html(text + "x").contains(text.equals("~~~") ? "<pre>" : text), Read.html(text + "x"));
  }

  @Test
  void subscriptsAndSuperscriptsHoldNoSpace() {
    assertEquals("<p>H<sub>2</sub>O, x<sup>n+1</sup>, CO<sub>2</sub></p>", Read.html("H~2~O, x^n+1^, CO~2~"));
  }

  @Test
  void bareAddressesAreLinksAsOnGitHub() {
    assertEquals(
        "<p>See <a href=\"{target 0}\">https://x.org/a_b?c=d&amp;e</a>. (<a href=\"{target 1}\">http://y.org/(z)</a>) <a href=\"{target 2}\">www.z.org</a>!</p>",
        Read.html("See https://x.org/a_b?c=d&e. (http://y.org/(z)) www.z.org!"));
    assertEquals("https://www.z.org", Read.text("www.z.org").links().getFirst().target());
    assertEquals("<p>&quot;<a href=\"{target 0}\">https://x.org/a</a>&quot;</p>", Read.html("&quot;https://x.org/a&quot;"));
    assertEquals("mailto:a.b@c.org", Read.text("a.b@c.org").links().getFirst().target());
  }

  @Test
  void aBareAddressEndsBeforeTheParticleGluedToIt() {
    assertEquals("https://x.org/a", Read.text("https://x.org/a에서 본다").links().getFirst().target());
    assertEquals("https://ko.x.org/wiki/반도체", Read.text("https://ko.x.org/wiki/반도체 문서").links().getFirst().target());
    assertEquals("https://x.org", Read.text("(출처:https://x.org)").links().getFirst().target());
  }

  @Test
  void linksHoldNoLinks() {
    assertEquals("<p><a href=\"{target 0}\">see https://x.org</a></p>", Read.html("[see https://x.org](a.md)"));
    assertEquals("<p>[a <a href=\"{target 0}\">b</a>](d)</p>", Read.html("[a [b](c)](d)"));
  }

  @Test
  void referenceLinksAreFoundWhereverTheyAreDefined() {
    MarkdownResult result = Read.text("A [word][1], [Kapitel] and [other][].\n\n[1]: a.md \"T\"\n[KAPITEL]: b.md#x\n[other]: <c d.md>");
    assertEquals(java.util.List.of("a.md", "b.md#x", "c d.md"), result.links().stream().map(link -> link.target()).toList());
    assertTrue(Read.shown(result.body().pieces()).contains("title=\"T\">word</a>"));
    assertEquals(
        java.util.List.of("warning unknown-reference 1:4 no link has the label 'nope' | define it on a line of its own: [nope]: https://…"),
        Read.problems("[a][nope]"));
  }

  @Test
  void aLinkKnowsItsWordsAndItsSentence() {
    var link = Read.text("First one. The *price of [a **token**](t.md#p)* falls. Third.").links().getFirst();
    assertEquals("a token", link.text());
    assertEquals("The price of a token falls.", link.sentence());
    assertEquals("content/post/x.md:1:40", link.place().toString());
    assertEquals(6, link.place().length());
  }

  @Test
  void aLongSentenceIsCutAtWords() {
    String words = "word ".repeat(80);
    var link = Read.text(words + "[here](x.md) " + words).links().getFirst();
    assertTrue(link.sentence().startsWith("… word"), link.sentence());
    assertTrue(link.sentence().endsWith("word …"), link.sentence());
    assertTrue(link.sentence().length() < 215, link.sentence());
  }

  @Test
  void aLinkWithoutWordsTakesTheTitleOfItsNote() {
    assertEquals("<p><a href=\"{target 0}\">{title 0}</a></p>", Read.html("[](other.md)"));
    assertEquals("<p><a href=\"{target 0}\">https://x.org</a></p>", Read.html("[](https://x.org)"));
  }

  @Test
  void attributesBelongToWhatStandsRightBeforeThem() {
    assertEquals(
        "<p><img src=\"{target 0}\" alt=\"a\" class=\"wide\" width=\"640\" loading=\"lazy\"></p>", Read.html("![a](b.png){.wide width=640}"));
    assertEquals("<p><strong id=\"here\">x</strong> y {#there}</p>", Read.html("**x**{#here} y {#there}"));
    assertTrue(Read.text("**x**{#here}").anchors().contains("here"));
  }

  @Test
  void rolesAreHolesWithTheirExpression() {
    MarkdownResult result = Read.text("It costs {cost}`base.usd / cached.usd` and {data}``a.csv#r.c``, but {other}`x`.");
    assertEquals("<p>It costs {role 0} and {role 1}, but {other}<code>x</code>.</p>", Read.shown(result.body().pieces()));
    assertEquals("base.usd / cached.usd", result.roles().getFirst().expression());
    assertEquals("content/post/x.md:1:17", result.roles().getFirst().place().toString());
  }

  @Test
  void entitiesAndEscapesAreTheCharactersTheyName() {
    assertEquals("<p>© &amp; * &lt; \u00e4 \ufffd &amp;nope; \ufffd</p>", Read.html("&copy; &amp; \\* &lt; &#228; &#0; &nope; \u0000"));
  }

  @Test
  void loneSurrogatesNeverReachThePage() {
    String html = Read.html("a\ud800b [c](d\udc00) `\ud801`");
    assertTrue(html.codePoints().noneMatch(c -> c >= 0xd800 && c <= 0xdfff), html);
  }
}
