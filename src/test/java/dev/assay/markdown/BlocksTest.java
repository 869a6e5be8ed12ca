package dev.assay.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.Language;
import dev.assay.problem.SourceText;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BlocksTest {
  @Test
  void aParagraphIsAParagraph() {
    assertEquals("<p>One\ntwo.</p>", Read.html("One\ntwo."));
  }

  @Test
  void linesBreakWhereTheWriterSaysSo() {
    assertEquals("<p>a<br>\nb<br>\nc\nd</p>", Read.html("a  \nb\\\nc \nd"));
  }

  @Test
  void columnsOfATableAreSetByClassesNotStyles() {
    String html = Read.html("| a | b | c |\n|:--|:-:|--:|\n| 1 | `x\\|y` |");
    assertTrue(html.contains("<th scope=\"col\" class=\"left\">a</th>"), html);
    assertTrue(html.contains("<td class=\"center\"><code>x|y</code></td>"), html);
    assertTrue(html.contains("<td class=\"right\"></td>"), html);
    assertFalse(html.contains("style"), html);
  }

  @Test
  void aTableMayFollowTheLinesOfAParagraph() {
    String html = Read.html("Words before\na | b\n--|--\n1 | 2");
    assertTrue(html.startsWith("<p>Words before</p>\n<div class=\"table\">"), html);
  }

  @Test
  void barsWithoutARowOfDashesAreText() {
    assertEquals("<p>a | b\n1 | 2</p>", Read.html("a | b\n1 | 2"));
    assertEquals("<p>a | b\n--|--|--</p>", Read.html("a | b\n--|--|--"));
  }

  @Test
  void tasksAreCheckboxesThatNobodyCanClick() {
    String html = Read.html("- [ ] open\n- [x] done\n- [y] neither");
    assertTrue(html.contains("<li class=\"task\"><input type=\"checkbox\" disabled> open</li>"), html);
    assertTrue(html.contains("<li class=\"task\"><input type=\"checkbox\" disabled checked> done</li>"), html);
    assertTrue(html.contains("<li>[y] neither</li>"), html);
  }

  @Test
  void termsAreFollowedByWhatTheyMean() {
    assertEquals(
        "<dl>\n<dt>HBM</dt>\n<dt>고대역폭 메모리</dt>\n<dd>stacked memory\n</dd>\n<dd>dear\n</dd>\n<dt>TDP</dt>\n<dd>power\n</dd>\n</dl>",
        Read.html("HBM\n고대역폭 메모리\n: stacked memory\n: dear\n\nTDP\n\n: power"));
  }

  @Test
  void footnotesLeadThereAndBackFromEachMark() {
    String html = Read.html("a[^n] b[^n] c[^2]\n\n[^n]: first\n[^2]: second\n\n    more");
    assertTrue(html.contains("<a href=\"#fn-n\" id=\"fnref-n\" role=\"doc-noteref\">1</a>"), html);
    assertTrue(html.contains("<a href=\"#fn-n\" id=\"fnref-n-1\" role=\"doc-noteref\">1</a>"), html);
    assertTrue(html.contains("<section class=\"footnotes\" role=\"doc-endnotes\">"), html);
    assertTrue(html.contains("<li id=\"fn-n\">\n<p>first <a href=\"#fnref-n\""), html);
    assertTrue(html.contains("<p>second</p>\n<p>more</p>"), html);
  }

  @Test
  void aFootnoteMayFollowAParagraphAtOnceAndAnExclamationMark() {
    String html = Read.html("[a]: https://x.org\n[^n]: first\n\nNo [a]![^n]\n[^m]: second[^n]\n\nand [^m]");
    assertTrue(html.contains("</a>!<sup") && html.contains("<p>first <a") && html.contains("<p>second<sup"), html);
    assertEquals("<p>![^x] ![^</p>", Read.html("![^x] ![^"));
  }

  @Test
  void footnotesThatNobodyMarksAreLeftOutAndUnknownOnesAreNamed() {
    assertEquals("<p>a [^x]</p>", Read.html("a [^x]\n\n[^y]: unused"));
    assertEquals(
        "warning unknown-reference 1:3 no footnote has the label 'x' | write its text on a line of its own: [^x]: …",
        Read.problems("a [^x]").getFirst());
  }

  @Test
  void aQuoteCanBeACallout() {
    String html = Read.html("> [!warning] Mind *this*\n> Body");
    assertEquals(
        "<aside class=\"callout callout-warning\" role=\"note\">\n<p class=\"callout-title\">Mind <em>this</em></p>\n<p>Body</p>\n</aside>", html);
    assertTrue(Read.html("> [!NOTE]\n> x").contains("<p class=\"callout-title\">{callout.note}</p>"));
    assertTrue(Read.html(":::{tip}\nx\n:::").contains("callout-tip"));
    assertTrue(Read.html("> [!OTHER]\n> x").startsWith("<blockquote>"));
  }

  @Test
  void codeKeepsEveryCharacterAndNamesItsLanguage() {
    assertEquals("<pre><code class=\"language-java\">a &lt; b\n  {cost}`x`\n</code></pre>", Read.html("``` java\na < b\n  {cost}`x`\n```"));
    assertEquals("<pre><code>x\n</code></pre>", Read.html("```<script>\nx\n```"));
    assertEquals("<pre><code>a\n\nb\n</code></pre>", Read.html("    a\n\n    b\n\n"));
  }

  @Test
  void aHeadingAtTheTopBecomesTheTitle() {
    MarkdownResult result = Read.below("", "# The *title*\n\nText", Optional.empty());
    assertEquals("The title", result.textTitle());
    assertEquals("<p>Text</p>", Read.shown(result.body().pieces()));
    assertEquals("The title", Read.below("", "# The *title*\n\nText", Optional.of("The title")).textTitle());
    assertEquals("", Read.below("", "# Other\n\nText", Optional.of("The title")).textTitle());
    assertEquals("", Read.below("", "Text\n\n# Later", Optional.empty()).textTitle());
  }

  @Test
  void placesCountFromTheTopOfTheFile() {
    MarkdownResult result = Read.below("---\ntitle: x\n---\n", "한글 [a](b.md)\n\n## H", Optional.of("x"));
    assertEquals("content/post/x.md:4:8", result.links().getFirst().place().toString());
    assertEquals(6, result.headings().getFirst().line());
  }

  @Test
  void listsMayBeTightOrLooseAndBeginAnywhere() {
    assertEquals("<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>", Read.html("3. a\n4. b"));
    assertEquals("<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>", Read.html("- a\n\n- b"));
  }

  @Test
  void anEmptyTextIsAnEmptyBody() {
    MarkdownResult result = Read.text("");
    assertTrue(result.body().pieces().isEmpty());
    assertEquals(1, result.minutes());
    assertEquals(0, result.words());
  }

  @Test
  void equalTextsHaveEqualDigestsAndDifferentOnesDoNot() {
    assertEquals(Read.text("a [b](c)").body().digest(), Read.text("a [b](c)").body().digest());
    assertFalse(Read.text("a [b](c)").body().digest().equals(Read.text("a *b*").body().digest()));
  }
}
