package dev.assay.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.testing.HtmlValidity;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValidityTest {
  private static final String EVERYTHING =
      """
      # One

      Text with *all* **kinds** of ~~things~~, H~2~O, x^2^, `code`, [link](a.md "t"), ![picture](b.png){width=10 .wide},
      <https://x.org>, a footnote[^1] twice[^1], {cost}`a.b`, <kbd>Ctrl</kbd>, **named**{#named .loud}\s\s
      and a hard break.

      - **[Fact]** tight [x](y.md) {#a}
      - [Inference] with more
        - nested
      - [ ] task
      - [x] [Blocked] task that is a claim

      1. [Fact] loose

         more

      2. second

      ## [Speculation] {#guesses}

      Paragraph claim.

      > [!NOTE] Title
      > [Fact] in a callout

      > [Fact] in a quote
      >
      > > deeper

      | a | b |
      |:--|--:|
      | [Fact] cell | `x` |

      Term
      : Meaning
      : [Fact] meaning

        with more

      :::{inference} #d
      :because: #a

      Block one.

      - [Fact] inside

      ```java
      code();
      ```
      :::

      :::{fact}
      Short.
      :::

      <details><summary>More</summary>

      **inside**

      </details>

      <div align="center">raw <b>open</div>

      ---

      [^1]: Note with

          - a list
      """;

  @Test
  void everythingTogetherIsValidHtml() {
    MarkdownResult result = Read.text(EVERYTHING);
    String body = Read.shown(result.body().pieces()).replaceAll(" \\{claim ([0-9]+)}", " data-claim=\"$1\"").replace("{target ", "x{target ").replaceAll("\\{target ([0-9]+)}", "$1");
    String page = "<!DOCTYPE html><html lang=\"en\"><head><title>x</title></head><body><main>" + body + "</main></body></html>";
    assertEquals(List.of(), HtmlValidity.errors("page.html", page), body);
    Balance.check(body, "everything");
  }
}
