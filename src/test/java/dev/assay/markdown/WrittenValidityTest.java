package dev.assay.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.note.Language;
import dev.assay.note.Piece;
import dev.assay.note.Writing;
import dev.assay.problem.SourceText;
import dev.assay.testing.HtmlValidity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Formulas, code, figures and notes in the margin are valid HTML.
class WrittenValidityTest {
  @Test
  void everyFormulaIsValid() throws IOException {
    StringBuilder text = new StringBuilder();
    for (String formula : Files.readAllLines(Path.of("src/test/resources/dev/assay/math/formulas.txt"))) {
      text.append("$$\n").append(formula).append("\n$$\n\nand $`").append(formula).append("`$ too\n\n");
    }
    valid(text.toString());
  }

  @Test
  void everythingElseIsValid() {
    valid(
        """
        See @fig-a, @tab-a, @eq-a, @sec-a[^1] and "quotes"[^2].

        # A {#sec-a}

        ![One](a.png "First. Source: us"){#fig-a width=10}

        Table: T {#tab-a}

        $$x$$ {#eq-a}

        ```java
        class A<T> { String s = "<b>"; }
        ```

        - item[^3]

        [^1]: One with [link](x.md) and $x$.
        [^2]: Two

            with more
        [^3]: *Three*
        """);
  }

  private static void valid(String text) {
    MarkdownOptions options = Read.OPTIONS.with(new Writing(true, true, true));
    MarkdownResult result = Markdown.parse(new MarkdownInput(new SourceText("x.md", text), 0, Optional.of("t"), Language.ENGLISH, options));
    StringBuilder html = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><head><title>t</title></head><body>");
    for (Piece piece : result.body().pieces()) {
      append(piece, html);
    }
    assertEquals(List.of(), HtmlValidity.errors("page.html", html.append("</body></html>").toString()));
  }

  private static void append(Piece piece, StringBuilder html) {
    switch (piece) {
      case Piece.Html(String markup) -> html.append(markup);
      case Piece.Drawn(String page, _) -> html.append(page);
      case Piece.Margin(_, List<Piece> inside) -> {
        html.append("<small class=\"sidenote\">");
        inside.forEach(each -> append(each, html));
        html.append("</small>");
      }
      case Piece.Printed(List<Piece> page, _) -> page.forEach(each -> append(each, html));
      case Piece.Target _ -> html.append("/x");
      case Piece.Picture picture -> html.append(picture.element("/x", ""));
      case Piece.LinkTitle _, Piece.Permalink _, Piece.ClaimAttributes _, Piece.ClaimTag _, Piece.ClaimEnd _, Piece.ClaimReasons _, Piece.TableRows _,
          Piece.CheckpointEnd _, Piece.Word _, Piece.DirectiveBlock _, Piece.RoleText _ -> {}
    }
  }
}
