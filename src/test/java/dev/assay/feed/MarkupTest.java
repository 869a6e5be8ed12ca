package dev.assay.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.catalog.FeedFormat;
import dev.assay.note.Piece;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Markup on its quick way and its thorough one, text without what XML forbids, and how the holes of a note's pieces are filled.
class MarkupTest {
  private static final PageAddress PAGE = PageAddress.of(Feeds.PAGE);

  private static Optional<String> quick(String html) {
    return new PlainMarkup(html, PAGE).rewritten();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "words|words", "<p>a</p>|<p>a</p>", "a <b>b</b> c|a <b>b</b> c", "a<br>b|a<br>b", "a<br/>b|a<br>b", "a<br />b|a<br>b", "<h2 id=\"a\">x</h2>|<h2 id=\"a\">x</h2>",
        "<p~id=\"a\"~title=\"b\">x</p>|<p id=\"a\" title=\"b\">x</p>", "<p data-x=\"1\" onclick=\"y\">x</p>|<p>x</p>", "<details open><summary>a</summary></details>|<details open><summary>a</summary></details>",
        "<a href=\"x?a=1&amp;b=2\">y</a>|<a href=\"https://example.org/lab/post/hbm4/x?a=1&amp;b=2\">y</a>", "<td class=\"num right\">1</td>|<td align=\"right\">1</td>",
        "<td class=\"right\" align=\"left\">1</td>|<td align=\"right\">1</td>", "<a id=\"zz\" name=\"az\">x</a>|<a id=\"zz\" name=\"az\">x</a>", "<ol start=\"0\" type=\"a\"><li value=\"9\">x</li></ol>|<ol start=\"0\" type=\"a\"><li value=\"9\">x</li></ol>",
        "<input type=\"checkbox\" disabled>|☐", "<input type=\"checkbox\" checked=\"\" disabled />|☑", "<p id=\"\">x</p>|<p id=\"\">x</p>",
        "<code class=\"x language-c\">x</code>|<code class=\"language-c\">x</code>", "<p style=\"text-align: center;\">x</p>|<p align=\"center\">x</p>", "<p style=\"color: red\">x</p>|<p>x</p>",
      })
  void whatIsTidyGoesTheQuickWayToTheSameEnd(String html, String plain) {
    String written = html.replace('~', '\n');
    assertEquals(Optional.of(plain), quick(written));
    if (!html.contains("<td")) { // outside of a table a browser takes no cell
      assertEquals(plain.replace("<details open>", "<details open=\"\">"), ParsedMarkup.rewritten(written, PAGE).replace("<details open>", "<details open=\"\">"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>", "</p>", "<b><i>x</b></i>", "<br></br>", "</br>", "<p id=\"a>x</p>", "<p hidden>x</p>", "<p class=\"callout\">x</p>", "<p class=\"a permalink\">x</p>", "<script></script>",
        "<p>x</p x>", "<P>x</P>", "<p>x</p", "<p", "<p ", "<", "a <", "<p id=a>x</p>", "<p id=\"a\"title=\"b\">x</p>", "<p/>", "<p />x</p>", "<br/x>", "<br/", "<p Id=\"a\">x</p>",
        "<input type=\"text\">", "<input type=\"checkbox\"", "<input>", "<!-- x -->", "<svg></svg>", "<p,>x</p>", "<br","</p>x<p>",
      })
  void whatIsNotTidyIsLeftToTheThoroughWay(String html) {
    assertEquals(Optional.empty(), quick(html));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false,
      value = {"a b|a b", "a\\u0000b|ab", "a\\u001fb\\u0020|ab ", "\\r\\n|\\n", "a\\rb|a\\nb", "\\r|\\n", "\\r\\r\\n|\\n\\n", "\\t\\n|\\t\\n", "한𝒂|한𝒂", "\\ud800a|a", "a\\udc00|a", "\\ufffe\\uffff\\ufffd|\\ufffd", "𝒂\\u0001b𝒂|𝒂b𝒂", "\\ud7ff\\ue000|\\ud7ff\\ue000"})
  void textLosesWhatXmlForbidsAndNothingElse(String text, String clean) {
    assertEquals(unescaped(clean), XmlText.clean(unescaped(text)));
  }

  private static String unescaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith("\\u", i)) {
        out.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
        i += 5;
      } else if (text.charAt(i) == '\\') {
        out.append(switch (text.charAt(++i)) {
          case 'r' -> '\r';
          case 'n' -> '\n';
          case 't' -> '\t';
          default -> throw new AssertionError(text);
        });
      } else {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }

  @Test
  void aTitleIsOneLine() {
    assertEquals("a b c", XmlText.line(" a\n b\t\u0001c "));
  }

  @Test
  void theTextOfAnItemIsAStretchOfItsFile() {
    assertEquals("<![CDATA[<p>\"a\" ]]]]><![CDATA[> b</p>]]>", FeedText.in(FeedFormat.RSS, "<p>\"a\" ]]>\u0000 b</p>"));
    assertEquals("<![CDATA[<p>a</p>]]>", FeedText.in(FeedFormat.ATOM, "<p>a</p>"));
    assertEquals("\"<p>\\\"a\\\"</p>\"", FeedText.in(FeedFormat.JSON, "<p>\"a\"</p>"));
    assertTrue(FeedText.isNearLimits(500_000));
    assertFalse(FeedText.isNearLimits(499_999));
  }

  private static final FeedHoles HOLES =
      new FeedHoles() {
        @Override
        public String target(int link) {
          return "/t" + link;
        }

        @Override
        public String linkTitle(int link) {
          return "Title";
        }

        @Override
        public String claimAnchor(int claim) {
          return claim == 9 ? "" : "c\"" + claim;
        }

        @Override
        public String claimTag(int claim) {
          return "[Fact]";
        }

        @Override
        public String directive(int directive) {
          return "<hr>";
        }

        @Override
        public String role(int role) {
          return "1 < 2";
        }

        @Override
        public String word(String key) {
          return "\"" + key + "\"";
        }
      };

  private static String filled(Piece... pieces) {
    return Filling.of(List.of(pieces), HOLES);
  }

  private static Piece html(String text) {
    return new Piece.Html(text);
  }

  @Test
  void theTagOfAClaimStandsBeforeItsFirstWordWhateverThatIs() {
    Piece tag = new Piece.ClaimTag(0);
    assertEquals("<li>[Fact] a</li>", filled(html("<li>"), tag, html(" a"), new Piece.ClaimEnd(0), html("</li>")));
    assertEquals("<div><p>[Fact] a</p>b", filled(html("<div>"), tag, html("\n<p>a</p>"), html("b")));
    assertEquals("[Fact] Title", filled(tag, new Piece.LinkTitle(1)));
    assertEquals("[Fact] 1 &lt; 2", filled(tag, html(" "), new Piece.RoleText(1)));
    assertEquals("[Fact] <hr>", filled(tag, new Piece.DirectiveBlock(1)));
    assertEquals("[Fact] </li>", filled(tag, new Piece.ClaimEnd(0), html("</li>")));
    assertEquals("[Fact] ", filled(tag));
  }

  @Test
  void everyOtherHoleIsFilledOrLeftOut() {
    assertEquals("<a href=\"/t3\"> id=\"c&quot;1\"", filled(html("<a href=\""), new Piece.Target(3), html("\">"), new Piece.ClaimAttributes(1), new Piece.ClaimAttributes(9)));
    assertEquals("&quot;note&quot;", filled(new Piece.Word("note")));
    assertEquals("ab", filled(html("a"), new Piece.Permalink(0), html("b")));
    assertEquals("plain", filled(new Piece.Printed(List.of(html("page")), List.of(html("plain"))), new Piece.Margin(1, List.of(html("note")))));
    assertEquals("plain", filled(new Piece.Drawn("page", "plain")));
  }
}
