package dev.assay.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.Directive;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirectivesTest {
  @Test
  void aDirectiveIsAHoleWithItsBodyAndPlaces() {
    MarkdownResult result = Read.text("Text\n\n```{cost-table} wide\nscenarios: [a, b]\n  baseline: a\n```\n\nAfter");
    Directive directive = result.directives().getFirst();
    assertEquals("<p>Text</p>\n{directive 0}\n<p>After</p>", Read.shown(result.body().pieces()));
    assertEquals("cost-table", directive.name());
    assertEquals("wide", directive.argument());
    assertEquals("scenarios: [a, b]\n  baseline: a\n", directive.body());
    assertEquals(4, directive.bodyLine());
    assertEquals(0, directive.indent());
    assertEquals("content/post/x.md:3:5", directive.place().toString());
    assertEquals(List.of("scenarios: [a, b]", "  baseline: a"), directive.lines());
  }

  @Test
  void theBlocksAroundADirectiveAreNoPartOfItsBody() {
    Directive directive = Read.text("> - x\n>   :::{data-table}\n>   file: a.csv\n>   :::").directives().getFirst();
    assertEquals("file: a.csv\n", directive.body());
    assertEquals(4, directive.indent());
    assertEquals(List.of(">   file: a.csv"), directive.lines());
  }

  @Test
  void anUnknownFigureOrKindIsAnError() {
    assertEquals(List.of("error unknown-directive 1:5 no directive is called 'cost-tabel' | did you mean 'cost-table'?"), Read.problems("```{cost-tabel}\n```"));
    assertTrue(Read.problems("```{data-x}\n```").getFirst().startsWith("error unknown-directive 1:5 no directive is called 'data-x'"));
    assertEquals(List.of("error unknown-directive 1:5 no directive is called 'inferense' | did you mean 'inference'?"), Read.problems(":::{inferense}\nx\n:::"));
  }

  @Test
  void anyOtherFenceStaysCode() {
    assertEquals("<pre><code>x\n</code></pre>", Read.html("```{python}\nx\n```"));
    assertEquals(List.of(), Read.problems("```{python}\nx\n```"));
    assertEquals("<p>::: note\nx\n:::</p>", Read.html("::: note\nx\n:::"));
  }

  @Test
  void aDirectiveThatIsNeverClosedEndsWithTheText() {
    assertEquals("a: 1\n", Read.text("```{cost-table}\na: 1").directives().getFirst().body());
    assertEquals("<div {claim 0}>{tag 0} x{end 0}</div>", Read.html(":::{fact}\nx"));
  }

  @Test
  void whereTheTextEndsWithItsOpeningLineADirectiveHasNoOther() {
    for (String before : List.of("", "Text\n\n")) {
      int line = before.isEmpty() ? 1 : 3;
      Directive alone = Read.text(before + "```{cost-table}").directives().getFirst();
      assertEquals(line, alone.bodyLine());
      assertEquals(4, alone.indent());
      Directive closed = Read.text(before + "```{cost-table}\n```").directives().getFirst();
      assertEquals(line + 1, closed.bodyLine());
      assertEquals(0, closed.indent());
    }
  }
}
