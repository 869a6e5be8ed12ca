package dev.assay.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.markdown.Markdown;
import dev.assay.markdown.MarkdownInput;
import dev.assay.markdown.MarkdownOptions;
import dev.assay.markdown.MarkdownResult;
import dev.assay.note.Language;
import dev.assay.problem.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A whole note, from Markdown to what a subscriber reads.
class NoteInFeedTest {
  private static final String NOTE =
      """
      ## What is known {#known}

      - **[Fact]** HBM4 doubles the interface, says [a report](https://example.net/r?a=1&b=2). {#wide}
      - [추론] 비용이 오른다.[^1]

      ### [Speculation]

      - Under a heading.

      ## The rest

      :::{inference} #race
      :because: #wide

      First paragraph.

      Second, with {cost}`base.x`.
      :::

      | a | b |
      |---|--:|
      | x | 1 |

      - [x] done
      - [ ] open

      > [!WARNING]
      > Mind ![the chart](chart.png) and [](other.md).

      ```java
      if (a < b) {

      \tx();
      }
      ```

      ```{cost-table}
      scenarios: [base]
      ```

      <details><summary>More</summary>

      Text with <b>bold</b>.

      </details>

      [^1]: A note below.
      """;

  private static String inFeed(String text) {
    MarkdownOptions options = MarkdownOptions.of(List.of(Language.ENGLISH, Language.KOREAN), Map.of(), false);
    SourceText source = new SourceText("content/post/hbm4.md", text);
    MarkdownResult note = Markdown.parse(new MarkdownInput(source, 0, Optional.of("HBM4"), Language.ENGLISH, options));
    FeedHoles holes =
        new FeedHoles() {
          @Override
          public String target(int link) {
            String written = note.links().get(link).target();
            return written.contains(":") ? written : "https://example.org/lab/" + written.replace(".md", "/");
          }

          @Override
          public String linkTitle(int link) {
            return "The other note";
          }

          @Override
          public String claimAnchor(int claim) {
            return note.claims().get(claim).anchor();
          }

          @Override
          public String claimTag(int claim) {
            return FeedContent.claimTag(note.claims().get(claim), "Inference");
          }

          @Override
          public String directive(int directive) {
            return "<table class=\"figures\"><tbody><tr><td align=\"right\">1.20</td></tr></tbody></table>";
          }

          @Override
          public String word(String key) {
            return key.equals("footnote.back") ? "Back to the text" : key.equals("callout.warning") ? "Warning" : key;
          }

          @Override
          public String role(int role) {
            return "$1.20";
          }
        };
    return FeedContent.of(note.body().pieces(), holes, Feeds.PAGE);
  }

  @Test
  void a_note_reads_like_this_in_a_feed() {
    assertEquals(
        """
        <h2 id="known">What is known</h2>
        <ul>
        <li id="wide"><strong>[Fact]</strong> HBM4 doubles the interface, says <a href="https://example.net/r?a=1&amp;b=2">a report</a>.</li>
        <li id="known-…">[추론] 비용이 오른다.<sup><a href="https://example.org/lab/post/hbm4/#fn-1" id="fnref-1">1</a></sup></li>
        </ul>
        <h3 id="speculation">[Speculation]</h3>
        <ul>
        <li id="speculation-…">Under a heading.</li>
        </ul>
        <h2 id="the-rest">The rest</h2>
        <div id="race"><p><strong>[Inference]</strong> First paragraph.</p>
        <p>Second, with $1.20.</p>
        </div>
        <div>
        <table>
        <thead>
        <tr>
        <th scope="col">a</th>
        <th scope="col" align="right">b</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>x</td>
        <td align="right">1</td>
        </tr>
        </tbody>
        </table>
        </div>
        <ul>
        <li>☑ done</li>
        <li>☐ open</li>
        </ul>
        <blockquote>
        <p><strong>Warning</strong></p>
        <p>Mind <img src="https://example.org/lab/chart.png" alt="the chart"> and <a href="https://example.org/lab/other/">The other note</a>.</p>
        </blockquote>
        <pre><code class="language-java">if (a &lt; b) {

        \tx();
        }
        </code></pre>
        <table><tbody><tr><td align="right">1.20</td></tr></tbody></table>
        <details><summary>More</summary>
        <p>Text with <b>bold</b>.</p>
        </details>
        <section>
        <ol>
        <li id="fn-1">
        <p>A note below. <a href="https://example.org/lab/post/hbm4/#fnref-1">↩</a></p>
        </li>
        </ol>
        </section>
        """,
        // The made-up part of the anchors of unnamed claims is the business of the room that makes them.
        inFeed(NOTE).replaceAll("-[0-9a-f]{6}\"", "-…\""));
  }
}
