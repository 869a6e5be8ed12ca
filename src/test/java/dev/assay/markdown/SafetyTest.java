package dev.assay.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.Link;
import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetyTest {
  private static final List<String> DANGEROUS =
      List.of("script", "style", "iframe", "object", "embed", "svg", "math", "form", "base", "meta", "link", "template", "textarea", "noscript", "select", "button", "video", "audio");

  /// What a browser would make of the page: no element that runs, no handler, no address that runs.
  private static void assertSafe(String text) {
    assertSafe(text, Read.text(text));
  }

  static void assertSafe(String text, MarkdownResult result) {
    String html = Read.shown(result.body().pieces());
    for (Element element : Jsoup.parse("<main>" + html + "</main>").getAllElements()) {
      assertTrue(!DANGEROUS.contains(element.normalName()), () -> element.normalName() + " from " + text + "\n" + html);
      for (Attribute attribute : element.attributes()) {
        String name = attribute.getKey();
        assertTrue(!name.startsWith("on") && !name.equals("style") && !name.equals("srcdoc") && !name.equals("srcset") && !name.equals("formaction"), () -> name + " from " + text + "\n" + html);
        if (name.equals("href") || name.equals("src")) {
          assertTrue(attribute.getValue().startsWith("{target ") || attribute.getValue().startsWith("#fn"), () -> attribute + " from " + text);
        }
      }
    }
    for (Link link : result.links()) {
      String browsers = link.target().replaceAll("[\\x00-\\x20]", "").toLowerCase(java.util.Locale.ROOT);
      assertTrue(!browsers.matches("(javascript|vbscript|file|blob|data:(?!image/(png|jpeg|gif|webp|avif))).*"), () -> link + " from " + text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "<script>alert(1)</script>", "<SCRIPT\nsrc=//x>", "a <script>alert(1)</script> b", "<img src=x onerror=alert(1)>", "<IMG SRC=\"x\"onerror=alert(1)>",
    "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<math><mtext></mtext><mglyph><style><img src=x onerror=alert(1)>", "<a href=javascript:alert(1)>x</a>",
    "<a href=\"java\tscript:alert(1)\">x</a>", "<a href=\"&#106;avascript:alert(1)\">x</a>", "<a href=' javascript:alert(1)'>x</a>", "<a href=\"javascript&colon;alert(1)\">x</a>",
    "<iframe src=//x></iframe>", "<iframe srcdoc='<script>alert(1)</script>'>", "<object data=x>", "<embed src=x>", "<form action=javascript:alert(1)><button>x</button></form>",
    "<p style=\"background:url(javascript:alert(1))\">x</p>", "<div onclick=\"alert(1)\">x</div>", "<div\nonclick='alert(1)'\n>x</div>", "<base href=//x>", "<meta http-equiv=refresh content=0>",
    "<link rel=stylesheet href=//x>", "<style>@import '//x'</style>", "<template><script>alert(1)</script></template>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<textarea><script>alert(1)</script>", "<title><img src=x onerror=alert(1)></title>", "<xmp><script>alert(1)</script></xmp>", "<plaintext><script>", "<!--><script>alert(1)</script>-->",
    "<!-- --!><script>alert(1)</script>-->", "<?php <script>alert(1)</script> ?>", "<![CDATA[<script>alert(1)</script>]]>", "<!DOCTYPE x [<script>]>", "<scr<script>ipt>alert(1)</script>",
    "<b title='\"><script>alert(1)</script>'>x</b>", "<b title=`\"><script>`>x</b>", "<a title=\"x\" href=\"x\" onclick=y>x</a>", "<img src=\"x\" alt=\"\\\" onerror=alert(1)\">",
    "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](javascript&colon;alert(1))", "[x](&#106;avascript:alert(1))", "[x](&#x6A;avascript:alert(1))", "[x](<java\tscript:alert(1)>)",
    "[x](\\javascript:alert(1))", "[x](javascript\\:alert(1))", "[x](vbscript:x)", "[x](data:text/html,<script>alert(1)</script>)", "[x](file:///etc/passwd)", "[x](\u0001javascript:alert(1))",
    "![x](javascript:alert(1))", "![x](data:image/svg+xml;base64,AAAA)", "![x](data:text/html,x)", "![\" onerror=alert(1)](x)", "![x](y \"\\\" onerror=alert(1)\")", "![<script>alert(1)</script>](x)",
    "<javascript:alert(1)>", "<data:text/html,x>", "[x]: javascript:alert(1)\n\n[x]", "[<script>alert(1)</script>](x)", "`<script>alert(1)</script>`", "```<script>\n</code><script>alert(1)</script>\n```",
    "```\"onclick=alert(1)\nx\n```", "# <script>alert(1)</script>", "# x {#a\" onclick=alert(1)}", "**x**{.a\"onclick=alert(1)}", "|<script>|\n|-|\n|<img src=x onerror=alert(1)>|",
    "[^<script>]\n\n[^<script>]: x", "[^\"onclick=alert(1)]\n\n[^\"onclick=alert(1)]: x", "> [!NOTE] <script>alert(1)</script>", ":::{fact} #x\" onclick=alert(1)\nx\n:::", "[Fact](javascript:alert(1)) x",
    "**[Fact](\"onclick=alert(1))** x", "[Fact] x {#a\"onclick=alert(1)}", "Term\n: <script>alert(1)</script>", "{cost}`<script>alert(1)</script>`", "https://x.org/\"onclick=alert(1)", "www.x.org/<script>",
    "H~<script>~O", "x^<script>^", "~~<script>~~", "<details open ontoggle=alert(1)>x</details>", "<a href=x><a href=javascript:alert(1)>y</a></a>", "<div><p><table><td><script>alert(1)</script>", "</main><script>alert(1)</script>"
  })
  void nothingRuns(String text) {
    assertSafe(text);
    assertSafe("- " + text.replace("\n", "\n  "));
    assertSafe("> " + text.replace("\n", "\n> "));
    assertSafe("Words before " + text);
  }

  @Test
  void randomMixturesOfDangerousPartsRunNothingAndBalance() {
    String[] parts = {
      "<", ">", "\"", "'", "`", "<script>", "</script>", "<b>", "</b>", "<div>", "</div>", "<a href=\"javascript:x\">", "</a>", "onclick=x", "<!--", "-->", "[", "](", ")", "x", "\n", "\n\n", "*", "**", "_", "&lt;",
      "&#106;", "javascript:", "<img src=x onerror=y>", "{#a .b}", "[Fact] ", ":::{fact}\n", ":::\n", "- ", "> ", "|", "|-|\n", "<svg>", "</svg>", "<style>", "</style>", "<details>", "<summary>", "~", "^", "[^1]", "\n[^1]: ", "    ", "```", "<p>", "</p>", "\\"
    };
    long seed = 20261122;
    Random random = new Random(seed);
    for (int round = 0; round < 3000; round++) {
      StringBuilder text = new StringBuilder();
      int length = 1 + random.nextInt(25);
      for (int i = 0; i < length; i++) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      assertSafe(text.toString());
      Balance.check(Read.html(text.toString()), "seed " + seed + ", round " + round + ": " + text);
    }
  }

  @Test
  void harmlessHtmlStays() {
    assertEquals("<p>a <kbd>Ctrl</kbd> <abbr title=\"x &amp; y\">z</abbr> <br> &lt;T&gt;</p>", Read.html("a <kbd>Ctrl</kbd> <abbr title='x &amp; y'>z</abbr> <br/> <T>"));
    assertEquals("<p><a href=\"{target 0}\">x</a> <img src=\"{target 1}\" alt=\"\" loading=\"lazy\"></p>", Read.html("<a href=\"a.md#b\">x</a> <img src='p.png'>"));
    assertEquals("<p class=\"center\">x</p>", Read.html("<p align=center>x</p>"));
  }

  @Test
  void rawElementsMayHoldMarkdown() {
    assertEquals("<details><summary>More</summary>\n<p>Some <strong>words</strong></p>\n</details>", Read.html("<details><summary>More</summary>\n\nSome **words**\n\n</details>"));
  }

  @Test
  void whatStaysOpenIsClosedWhereItsBlockEnds() {
    assertEquals("<p>a <b>b</b></p>\n<p>c</p>", Read.html("a <b>b\n\nc"));
    assertEquals("<p><em>a <b>b</b></em> c</p>", Read.html("*a <b>b* c</b>"));
    assertEquals("<ul>\n<li>\n<div>\n</div></li>\n</ul>\n<p>out</p>", Read.html("- <div>\n\nout"));
    assertEquals("<table><tr><td>x\n</td></tr></table>\n<p>y</p>".replace("\n</td>", "\n</td>"), Read.html("<table><tr><td>x\n\ny").replace("</table><p>", "</table>\n<p>"));
    assertEquals("<p>x  y</p>", Read.html("x </b> y"));
  }

  @Test
  void anUnclosedCommentHidesNothing() {
    assertTrue(Read.html("<!-- a\n\nrest <b>").contains("&lt;!-- a\n\nrest &lt;b&gt;"));
    assertEquals("warning unsafe-html 1:1 '<!--' is never closed, so everything below it is shown as text | close it, or write &lt; for a plain sign", Read.problems("<!-- a\n\nrest").getFirst());
    assertEquals("<p>a</p>", Read.html("<!-- note to self -->\na").replace("<!-- note to self -->", "").strip());
  }

  @Test
  void whatWasLeftOutIsNamed() {
    assertEquals(
        List.of(
            "warning unsafe-html 1:3 <script> was left out | a site that trusts its notes sets 'html: trusted' in site.yaml",
            "warning unsafe-html 1:23 the attribute 'onclick' of <b> was left out | a site that trusts its notes sets 'html: trusted' in site.yaml",
            "warning unsafe-html 1:42 the address was left out, because 'javascript:' is not an address that pages may lead to | use http, https, mailto, tel or a path; write a colon in a path as %3A"),
        Read.problems("a <script></script><b onclick=x>y</b>[z](javascript:x)".replace("</script><b", "</script><b")));
  }

  @Test
  void aTrustedSiteKeepsItsHtml() {
    assertEquals("<p>a <span onclick=\"x\">b</span></p>", Read.shown(Read.trusted("a <span onclick=\"x\">b</span>").body().pieces()));
    assertEquals("<script>x && y</script>", Read.shown(Read.trusted("<script>x && y</script>").body().pieces()));
  }

  @Test
  void picturesMayBeInTheTextItself() {
    assertEquals("data:image/png;base64,iVBORw0KGgo=", Read.text("![x](data:image/png;base64,iVBORw0KGgo=)").links().getFirst().target());
  }

  @Test
  void anIdIsWhatThePageCarries() {
    MarkdownResult result = Read.text("<p id=\"a\u0001b\">x</p>\n\n<p id=\"a\u0002b\">y</p>\n");
    assertEquals(java.util.Set.of("a\ufffdb"), result.anchors());
    assertEquals(1, Read.shown(result.body().pieces()).split("id=", -1).length - 1);
  }
}
