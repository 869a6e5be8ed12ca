package dev.assay.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.ClaimDraft;
import dev.assay.note.Kind;
import dev.assay.note.Piece;
import dev.assay.problem.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedContentTest {
  private static final FeedHoles HOLES =
      new FeedHoles() {
        @Override
        public String target(int link) {
          return "https://example.org/lab/post/other/?a=1&b=\"" + link + "\"#x";
        }

        @Override
        public String linkTitle(int link) {
          return "A < B & \"C\"";
        }

        @Override
        public String claimAnchor(int claim) {
          return claim == 0 ? "cost-race" : "";
        }

        @Override
        public String claimTag(int claim) {
          return claim == 2 ? "" : "<strong>[Fact]</strong>";
        }

        @Override
        public String directive(int directive) {
          return "<table class=\"figures\"><tr><td style=\"text-align: right\">1.20</td></tr></table>";
        }

        @Override
        public String word(String key) {
          return key.equals("callout.note") ? "Note" : key;
        }

        @Override
        public String role(int role) {
          return "<$1.20>";
        }
      };

  private static String clean(String html) {
    return FeedContent.clean(html, Feeds.PAGE);
  }

  private static Piece html(String html) {
    return new Piece.Html(html);
  }

  @Test
  void every_hole_is_filled_as_a_feed_wants_it() {
    List<Piece> pieces =
        List.of(
            html("<h2 id=\"a\">A"), new Piece.Permalink(0), html("</h2>\n<ul>\n<li"), new Piece.ClaimAttributes(0),
            html(">"), new Piece.ClaimTag(0), html(" See <a href=\""), new Piece.Target(7), html("\">"),
            new Piece.LinkTitle(7), html("</a> at "), new Piece.RoleText(0), html("."), new Piece.ClaimEnd(0),
            html("</li>\n</ul>\n"), new Piece.DirectiveBlock(0));
    assertEquals(
        """
        <h2 id="a">A</h2>
        <ul>
        <li id="cost-race"><strong>[Fact]</strong> See \
        <a href="https://example.org/lab/post/other/?a=1&amp;b=%227%22#x">A &lt; B &amp; "C"</a> at \
        &lt;$1.20&gt;.</li>
        </ul>
        <table><tr><td align="right">1.20</td></tr></table>""",
        FeedContent.of(pieces, HOLES, Feeds.PAGE));
  }

  @Test
  void the_tag_of_a_claim_that_is_a_block_stands_in_its_first_paragraph() {
    List<Piece> pieces =
        List.of(
            html("<div"), new Piece.ClaimAttributes(1), html(">"), new Piece.ClaimTag(1), html(" \n<p>One.</p>\n<p>Two."),
            html("</p></div><div"), new Piece.ClaimAttributes(2), html(">"), new Piece.ClaimTag(2), html(" <p>x</p></div>"));
    assertEquals(
        "<div><p><strong>[Fact]</strong> One.</p>\n<p>Two.</p></div><div><p>x</p></div>", FeedContent.of(pieces, HOLES, Feeds.PAGE));
  }

  @Test
  void a_tag_is_written_as_the_author_wrote_it() {
    assertEquals("<strong>[fact]:</strong>", FeedContent.claimTag(draft(ClaimDraft.Form.TAG), "Fact"));
    assertEquals("", FeedContent.claimTag(draft(ClaimDraft.Form.HEADING), "Fact"));
    assertEquals("<strong>[Inference]</strong>", FeedContent.claimTag(draft(ClaimDraft.Form.DIRECTIVE), "Inference"));
  }

  private static ClaimDraft draft(ClaimDraft.Form form) {
    return new ClaimDraft(
        Kind.INFERENCE, form, Optional.empty(), "a", List.of(), "<strong>[fact]:</strong>", List.of(), List.of(), ClaimDraft.Names.NONE, "",
        new Place("content/a.md", 1, 1, 1), "");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "#fn1, https://example.org/lab/post/hbm4/#fn1",
        "``, https://example.org/lab/post/hbm4/",
        "chart.png, https://example.org/lab/post/hbm4/chart.png",
        "./chart.png, https://example.org/lab/post/hbm4/chart.png",
        "../other/, https://example.org/lab/post/other/",
        "../../../../../x, https://example.org/x",
        "../.., https://example.org/lab/",
        "/lab/feed.xml, https://example.org/lab/feed.xml",
        "//cdn.example.net/a.js, https://cdn.example.net/a.js",
        "?page=2, https://example.org/lab/post/hbm4/?page=2",
        "a?b=../c#../d, https://example.org/lab/post/hbm4/a?b=../c#../d",
        "HTTP://X.org/%7e?a&amp;b, HTTP://X.org/%7e?a&amp;b",
        "mailto:ann@example.org, mailto:ann@example.org",
        "한국 어.html, https://example.org/lab/post/hbm4/%ED%95%9C%EA%B5%AD%20%EC%96%B4.html",
        "https://한국.example/경로, https://한국.example/%EA%B2%BD%EB%A1%9C",
      })
  void every_link_becomes_absolute(String written, String absolute) {
    assertEquals("<a href=\"" + absolute + "\">x</a>", clean("<a href=\"" + written + "\">x</a>"));
    assertEquals("<a href=\"" + absolute + "\">x</a>", clean("<!-- --><A HREF='" + written + "'>x</A>"));
  }

  @Test
  void the_addresses_of_what_is_shown_become_absolute_too() {
    assertEquals(
        "<img src=\"https://example.org/lab/post/hbm4/a.png\""
            + " srcset=\"https://example.org/lab/post/hbm4/a.png 1x, https://example.org/b.png 2x\" alt=\"A\">",
        clean("<img src=\"a.png\" srcset=\"a.png 1x, /b.png 2x\" alt=\"A\" loading=\"lazy\">"));
    assertEquals(
        "<video poster=\"https://example.org/lab/post/hbm4/p.jpg\" src=\"https://example.org/v.mp4\" controls></video>",
        clean("<video poster=\"p.jpg\" src=\"/v.mp4\" controls></video>"));
    assertEquals(
        "<blockquote cite=\"https://example.org/lab/post/hbm4/q\">x</blockquote>",
        clean("<blockquote cite=\"q\">x</blockquote>"));
    assertEquals("<img src=\"data:image/png;base64,AA==\" alt>", clean("<img src=\"data:image/png;base64,AA==\" alt>"));
  }

  @Test
  void a_srcset_is_read_as_browsers_read_it() {
    PageAddress page = PageAddress.of("https://x.org/p/");
    assertEquals("https://x.org/p/a, https://x.org/p/b 2x", page.shownSet("a,  b 2x,"));
    assertEquals("https://x.org/p/a,b.png 100w", page.shownSet(" a,b.png 100w "));
    assertEquals("", page.shownSet("javascript:alert(1) 1x"));
    assertEquals("", page.shownSet(" , ,"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>", "<style>p{}</style>", "<svg><text>x</text></svg>", "<form><input name=a></form>",
        "<iframe src=\"https://x.org\" width=0></iframe>", "<iframe src=\"https://x.org\" style=\"Display: none\"></iframe>",
        "<iframe src=\"javascript:alert(1)\"></iframe>", "<iframe srcdoc=\"x\"></iframe>", "<a class=\"permalink\" href=\"#a\">¶</a>",
        "<span class=\"lnt\">1\n</span>", "<template>x</template>", "<p hidden>x</p>", "<noscript>x</noscript>",
        "<input type=\"text\" value=\"x\">", "<!-- x -->", "<object data=x></object>", "<math><script>x</script></math>",
      })
  void what_only_a_page_can_use_goes(String markup) {
    assertEquals("<div>a</div>", clean("<div>a" + markup + "</div>").replace("<math></math>", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a href=\"javascript:alert(1)\">x</a>", "<a href=\"JaVa&#9;ScRiPt&colon;alert(1)\">x</a>",
        "<a href=\" &#1;javascript:alert(1)\">x</a>", "<a href=\"vbscript:x\">x</a>", "<a href=\"data:text/html,x\">x</a>",
        "<a onclick=\"alert(1)\">x</a>", "<a style=\"background:url(x)\">x</a>", "<a ONMOUSEOVER=alert(1)>x</a>",
        "<a class=\"b\" data-x=\"1\" aria-label=\"y\" role=\"button\" target=\"_blank\">x</a>", "<a srcdoc=\"x\">x</a>",
        "<a href=\"file:///etc/passwd\">x</a>", "<a href=\"java\nscript:alert(1)\">x</a>",
      })
  void what_could_run_goes(String markup) {
    assertEquals("<a>x</a>", clean(markup));
  }

  @Test
  void a_frame_becomes_a_link_to_what_it_shows() {
    assertEquals(
        "<p><a href=\"https://v.example/embed/1?a=1&amp;b=2\">A &lt;film&gt;</a></p>",
        clean("<p><iframe src=\"//v.example/embed/1?a=1&amp;b=2\" title=\"A <film>\" allowfullscreen></iframe></p>"));
    assertEquals(
        "<a href=\"https://example.org/lab/post/hbm4/map.html\">https://example.org/lab/post/hbm4/map.html</a>",
        clean("<iframe src=\"map.html\"><p>old browsers</p></iframe>"));
  }

  @Test
  void struck_out_text_stays_struck_out_in_elements_of_old() {
    assertEquals("<strike>no</strike> <tt>x</tt> <big>y</big>", clean("<strike class=\"a\">no</strike> <tt>x</tt> <big>y</big>"));
    assertEquals("<p><strike>no</strike></p>", clean("<p><STRIKE>no</STRIKE>"));
  }

  @Test
  void code_keeps_its_white_space_and_its_language() {
    String code = "<pre><code class=\"language-java\">if (a &lt; b) {\n\n\t  x();   \n}\n</code></pre>";
    assertEquals(code, clean(code));
    assertEquals(code, clean("<div>" + code.replace("\"language-java\"", "'hl language-java x'") + "</div>").substring(5, 5 + code.length()));
    assertEquals("<pre>\n  a\n</pre>", clean("<pre>\n  a\n</pre>"));
  }

  @Test
  void code_beside_a_column_of_line_numbers_becomes_the_code_alone() {
    String table =
        "<div class=\"highlight\"><table class=\"lntable\"><tr><td class=\"lntd\"><pre><code><span class=\"lnt\">1\n</span>"
            + "<span class=\"lnt\">2\n</span></code></pre></td><td class=\"lntd\"><pre><code class=\"language-go\">a\n"
            + "  b\n</code></pre></td></tr></table></div>";
    assertEquals("<div><pre><code class=\"language-go\">a\n  b\n</code></pre></div>", clean(table));
  }

  @Test
  void the_box_of_a_task_list_becomes_a_sign() {
    assertEquals("<li>☑ done</li>", clean("<li><input type=\"checkbox\" checked disabled> done</li>"));
    assertEquals("<li>☐ open</li>", clean("<li class=\"task\"><input type=\"checkbox\" disabled=\"disabled\" /> open</li>"));
    assertEquals("<li>☐ open</li>", clean("<li><INPUT disabled type=checkbox> open</li>"));
  }

  @Test
  void the_alignment_of_cells_stays_without_our_styles() {
    assertEquals(
        "<table><tr><th align=\"right\">a</th><td align=\"center\">b</td><td>c</td></tr></table>",
        clean("<table class=\"right\"><tr><th class=\"num right\">a</th><td style=\"text-align: center;\">b</td><td class=\"x\" style=\"text-align:url(x)\">c</td></tr></table>"));
  }

  @Test
  void a_callout_becomes_a_quotation_with_a_bold_title() {
    assertEquals(
        "<blockquote><p><strong>Note</strong></p>\n<p>Mind <a href=\"https://example.org/x\">this</a>.</p></blockquote>",
        clean(
            "<aside class=\"callout callout-note\" role=\"note\"><p class=\"callout-title\">Note</p>\n"
                + "<p>Mind <a href=\"/x\">this</a>.</p></aside>"));
  }

  @Test
  void unknown_elements_leave_their_words() {
    assertEquals("<p>a b c</p>", clean("<p>a <custom-tag onclick=\"x\">b</custom-tag> <blink>c</blink></p>"));
  }

  @Test
  void an_address_without_a_scheme_is_not_a_page() {
    assertThrows(IllegalArgumentException.class, () -> FeedContent.clean("<p>", "/post/x/"));
  }

  @Test
  void the_quick_way_and_the_thorough_way_mean_the_same() {
    String[] bits = {
      "<p>", "</p>", "<a href=\"#x\">", "<a href=\"b?c&amp;d\" title=\"&lt;t&gt;\">", "</a>", "<td style=\"text-align:left\">",
      "</td>", "<table>", "</table>", "<tr>", "</tr>", "<img src=\"i.png\" alt=\"x &amp; y\">", "<br />", "<br>", "text ",
      "&amp;", "&nbsp;", "&#x27;", "<em class=\"k\">", "</em>", "<ul>", "<li id=\"a\">", "</li>", "</ul>", "<pre>", "</pre>", "\n",
      "<input type=\"checkbox\" checked disabled>", "<ol start=\"3\">", "</ol>", "한국어", "<mark>", "</mark>", "<div\n id=\"q\">",
      "</div>", "<td class=\"right\" style=\"text-align:left\">", "<p align=\"left\" class=\"center x\">", "<code class=\"language-c\">", "</code>", "a > b", "<details open>", "</details>"
    };
    PageAddress page = PageAddress.of(Feeds.PAGE);
    for (int seed = 0; seed < 3000; seed++) {
      Random random = new Random(seed);
      StringBuilder built = new StringBuilder();
      for (int i = random.nextInt(30); i > 0; i--) {
        built.append(bits[random.nextInt(bits.length)]);
      }
      // As our own renderer writes it: what is open is closed, in order.
      Document tidy = Jsoup.parseBodyFragment(built.toString());
      tidy.outputSettings().prettyPrint(false);
      String markup = tidy.body().html();
      Optional<String> quick = new PlainMarkup(markup, page).rewritten();
      assertTrue(quick.isPresent(), "seed " + seed + ": " + markup);
      assertEquals(body(ParsedMarkup.rewritten(markup, page)), body(quick.get()), "seed " + seed + ": " + markup);
    }
  }

  private static String body(String html) {
    Document document = Jsoup.parseBodyFragment(html);
    document.outputSettings().prettyPrint(false);
    return document.body().html();
  }

  @Test
  void hostile_markup_neither_hangs_nor_overflows_nor_leaves_anything_that_runs() {
    List<String> hostile = new ArrayList<>();
    for (String bit : new String[] {
      "<div>", "<a href=\"", "<", "<!--", "<svg>", "<table>", "<b><i>", "&", "<a b=\"c\" ", "</", "<math><mi>", "<p hidden>",
      "<img src=x srcset=\", , ", "<script>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">"
    }) {
      hostile.add(bit.repeat(20_000));
    }
    hostile.add("<img src=\"" + ",".repeat(200_000) + "\" srcset=\"" + "a,".repeat(100_000) + "\">");
    hostile.add("<a href=\"" + "../".repeat(100_000) + "\">");
    for (String markup : hostile) {
      Document result = Jsoup.parseBodyFragment(clean(markup));
      assertFalse(result.select("script, svg, [onerror], iframe").size() > 0);
    }
  }
}
