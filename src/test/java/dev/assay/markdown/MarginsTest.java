package dev.assay.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.PlainText;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarginsTest {
  @Test
  void aFootnoteOfOneParagraphStandsBesideItsFirstMarkAsWell() {
    String html = Read.html("One[^a] two[^a].\n\n[^a]: See [this](x.md) and $x$.");
    assertEquals(1, html.split("\\{margin 1: See <a href=\"\\{target 0}\">this</a> and <math", -1).length - 1, html);
    assertTrue(html.contains("<section class=\"footnotes in-margin\""), html);
    assertEquals(1, Read.text("One[^a].\n\n[^a]: See [this](x.md).").links().size());
  }

  @Test
  void whereThereIsNoMarginItStandsAtTheEndAlone() {
    for (String text : List.of("| a[^a] | b |\n|---|---|\n| 1 | 2 |", "> quoted[^a]", "## Heading[^a]", "> [!NOTE]\n> boxed[^a]")) {
      String html = Read.html(text + "\n\n[^a]: note");
      assertFalse(html.contains("{margin"), html);
      assertTrue(html.contains("<section class=\"footnotes\""), html);
    }
    String long1 = Read.html("text[^a]\n\n[^a]: one\n\n    two");
    assertFalse(long1.contains("{margin") || long1.contains("in-margin"), long1);
  }

  @Test
  void aFootnoteThatMarksAnotherOneKeepsItsIdsToItself() {
    String html = Read.html("text[^a]\n\n[^a]: one[^b]\n\n[^b]: two");
    assertFalse(html.contains("{margin 1"), html);
    Balance.check(html, "nested footnotes");
  }

  @Test
  void wordsAndSummariesSayItOnce() {
    MarkdownResult result = Read.text("One[^a] two.\n\n[^a]: Only once.");
    String words = PlainText.of(result.body().pieces(), _ -> "", _ -> "");
    assertEquals(words.indexOf("Only once"), words.lastIndexOf("Only once"));
    assertEquals("One two.", PlainText.of(result.summary(), _ -> "", _ -> ""));
  }

  @Test
  void aLanguageThatIsNearlyOneIsPointedOut() {
    assertEquals(
        List.of("warning code-language 1:4 no language is called 'pyhton', so this code has no colours | did you mean 'python'?"),
        Read.problems("```pyhton\nx = 1\n```"));
    for (String other : List.of("mermaid", "nix", "my-own", "abc", "text", "")) {
      assertEquals(List.of(), Read.problems("```" + other + "\nx = 1\n```"), other);
    }
  }

  @Test
  void codeInColoursKeepsItsTextAndIsPlainElsewhere() {
    MarkdownResult result = Read.text("```java\nint x = \"<b>\".length();\n```");
    assertTrue(Read.shown(result.body().pieces()).contains("<span class=\"t\">int</span> x = <span class=\"s\">&quot;&lt;b&gt;&quot;</span>"));
    assertEquals("int x = \"<b>\".length();", PlainText.of(result.body().pieces(), _ -> "", _ -> ""));
  }
}
