package dev.assay.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.Piece;
import dev.assay.note.PlainText;
import dev.assay.note.Writing;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulasTest {
  /// Sentences about money and ranges: every character is text.
  @ParameterizedTest
  @ValueSource(strings = {
    "It costs $12 to $30 a month",
    "between $12 and $30",
    "$12-$30, $12–$30 and $12~$30",
    "10~15%, then 20~25%, at most 30~35%",
    "US$5 and HK$40 and C$6",
    "$1.2B–$1.4B in revenue, $3M to $4M in costs",
    "from $0.10/h to $0.25/h, or $2.50/GPU-hour",
    "가격은 $12에서 $30까지 오른다",
    "$12억에서 $30억, 10~15% 상승",
    "시간당 $1.2~$1.4, 월 $900",
    "a 5$ and a 10$ note",
    "they paid 5$, then 10$, then nothing",
    "($5), ($6) and ($7)",
    "\"$5\" and \"$6\"",
    "$NVDA, $AMD and $TSM fell",
    "$NVDA/$AMD is a pair ($INTC)",
    "$5/$10 per million tokens",
    "$5/M in, $15/M out, $0.50/M cached",
    "$100 billion (US$) a year, $40bn (A$)",
    "set $HOME and $PATH, or $HOME/bin:$PATH",
    "$1 = ₩1,400; 10$ = ₩14,000",
    "the $ sign and the $ again",
    "a price of $3.00, down from $3.50.",
    "$3k, $4k and $5k",
    "$12.50 (+3%) and $13.10 (-2%)",
    "+$5 and -$6, or −$7",
    "~$5 to ~$6",
    "$5+ and $10+",
    "$1,000, $2,000 and $3,000",
    "A$AP and Ke$ha",
    "between $5 and 6$ or so",
    "$2 × 3 = $6",
    "¥12 to ¥30 and €5",
    "約$12から$30まで、10~15%",
    "It's $$$ expensive, $$ cheap, $ free",
    "a $$ place beside a $$ place",
    "It is $5 ± $1",
    "a $20–$25B capex and 5~10x growth, 20~30x later",
    "US$1.5M~US$2M and $12-15, up to $a lot",
    "$0.07/kWh × 8,760 h = $613/kW-yr",
    "$200K$300K and $2.1T-$2.3T",
    "From $15 (Q1) to $18 (Q2), +20%",
    "If $p < $0.50 then stop",
    "$5/mo. $10/mo. $15/mo.",
    "GPU당 $2~$3/시간, 월 $1,500~2,000",
  })
  void moneyAndRangesAreText(String sentence) {
    MarkdownResult result = Read.text(sentence);
    assertEquals("<p>" + Markup.escape(sentence) + "</p>", Read.shown(result.body().pieces()));
    assertEquals(List.of(), result.problems());
  }

  /// Money and formulas in one sentence.
  @ParameterizedTest
  @CsvSource(delimiter = '→', quoteCharacter = '`', value = {
    "At $5 per token and $x = 3$ users → At $5 per token and ⟦x = 3⟧ users",
    "It costs $10/user, where $n$ users pay $3 each → It costs $10/user, where ⟦n⟧ users pay $3 each",
    "($4.50) vs ($5.25), so $\\Delta = 0.75$ → ($4.50) vs ($5.25), so ⟦\\Delta = 0.75⟧",
    "The ratio is $r = \\$5/\\$4$ of $6 → The ratio is ⟦r = \\$5/\\$4⟧ of $6",
    "$1=₩1,380~₩1,400; $\\text{TCO}$은 $12M이다 → $1=₩1,380~₩1,400; ⟦\\text{TCO}⟧은 $12M이다",
    "Price: $3.5/M tokens; margin $m = 1 - c/p$ → Price: $3.5/M tokens; margin ⟦m = 1 - c/p⟧",
    "$B$ GB/s costs $c_B$ dollars, $5 a GB/s → ⟦B⟧ GB/s costs ⟦c_B⟧ dollars, $5 a GB/s",
    "매출 $100억~$120억, 성장률 $g = 10\\%$ → 매출 $100억~$120억, 성장률 ⟦g = 10\\%⟧",
    "5-10$ or 10~20$ and $a$ → 5-10$ or 10~20$ and ⟦a⟧",
    "$k = 5$, $10 later and $k$ again → ⟦k = 5⟧, $10 later and ⟦k⟧ again",
  })
  void moneyStandsBesideFormulas(String sentence, String shown) {
    StringBuilder out = new StringBuilder();
    for (Piece piece : Read.text(sentence).body().pieces()) {
      switch (piece) {
        case Piece.Html(String html) -> out.append(html.replaceAll("</?p>\\n?", ""));
        case Piece.Drawn(_, String plain) -> out.append(plain.replace("<code class=\"language-math\">", "⟦").replace("</code>", "⟧"));
        default -> throw new AssertionError(piece);
      }
    }
    assertEquals(shown, out.toString());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '→', quoteCharacter = '`', value = {
    "so $x$ is → x",
    "so $x + y = z$. → x + y = z",
    "값은 $x$이다 → x",
    "($E = mc^2$) → E = mc^2",
    "a $2x$ b → 2x",
    "a $3n + 1$ b → 3n + 1",
    "a $10^3$ b → 10^3",
    "a $5$ b → 5",
    "a $O(n \\log n)$ b → O(n \\log n)",
    "a $1 - p$ b → `1 - p`",
    "a $\\alpha$-test → \\alpha",
    "a $`x_1`$ b → x_1",
    "**$x$** → x",
    "a $$x^2$$ b → x^2",
    "a $p(x \\mid \\text{a long text here})$ b → p(x \\mid \\text{a long text here})",
  })
  void formulasAreFound(String text, String tex) {
    MarkdownResult result = Read.text(text.replace("`1 - p`", "1 - p"));
    List<Piece.Drawn> drawn = drawn(result);
    if (tex.equals("1 - p")) {
      // A number that goes on with a minus may be a sum of money: it stays text unless it shows itself as a formula.
      assertEquals(List.of(), drawn);
      return;
    }
    assertEquals(1, drawn.size(), Read.shown(result.body().pieces()));
    assertEquals("<code class=\"language-math\">" + Markup.escape(tex) + "</code>", drawn.getFirst().plain());
    assertTrue(drawn.getFirst().page().startsWith("<math"), drawn.getFirst().page());
    assertEquals(List.of(), result.problems());
  }

  private static List<Piece.Drawn> drawn(MarkdownResult result) {
    return result.body().pieces().stream().filter(Piece.Drawn.class::isInstance).map(Piece.Drawn.class::cast).toList();
  }

  @Test
  void aFormulaIsNeverFoundInCodeNorWhereItIsEscaped() {
    assertEquals(List.of(), drawn(Read.text("`$x$` and \\$x\\$ and\n\n    $x$\n\n```\n$$\nx\n$$\n```\n")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"$$\nx = 1\n$$", "$$ x = 1 $$", "$$x = 1\n$$", "$$\nx = 1 $$", "> $$\n> x = 1\n> $$", "- $$\n  x = 1\n  $$", "text\n$$\nx = 1\n$$\nmore"})
  void linesOfTheirOwnMakeABlock(String text) {
    MarkdownResult result = Read.text(text);
    assertTrue(Read.shown(result.body().pieces()).contains("<div class=\"equation\"><math display=\"block\" alttext=\"x = 1\">"), Read.shown(result.body().pieces()));
    Balance.check(Read.shown(result.body().pieces()), text);
  }

  @Test
  void marksOfMarkdownMeanNothingInABlock() {
    String html = Read.html("$$\na\n- b\n+ c\n# d_1 * e_2 * f\n> g\n$$");
    assertFalse(html.contains("<li>") || html.contains("<em>") || html.contains("<blockquote>"), html);
  }

  @ParameterizedTest
  @ValueSource(strings = {"$$ is what counts\n\nand more", "$$\n\nx\n\n$$", "$$$ three", "$$\nx\n\ny"})
  void dollarsThatNothingClosesAreText(String text) {
    assertEquals(List.of(), drawn(Read.text(text)));
  }

  @Test
  void aFormulaThatCannotBeReadIsNamedWithItsPlaceAndShownAsItWasWritten() {
    assertEquals(
        List.of("warning formula 3:6 no command of formulas is called '\\fraq' | did you mean '\\frac'?"),
        Read.problems("One\n\ntwo $\\fraq{a}{b}$ end"));
    assertTrue(Read.html("two $\\fraq{a}{b}$ end").contains("<code>\\fraq{a}{b}</code>"));
    assertEquals(
        List.of("warning formula 3:4 what '^' takes is missing | write it in braces behind it"),
        Read.problems("$$\na\n+ b^\n$$\n"));
  }

  @Test
  void wordsOfAFormulaAreItsSource() {
    assertEquals("so E = mc^2 holds", PlainText.of(Read.text("so $E = mc^2$ holds").body().pieces(), _ -> "", _ -> ""));
    assertEquals("so E = mc^2 holds", PlainText.of(Read.text("so $E = mc^2$ holds").summary(), _ -> "", _ -> ""));
    assertEquals("The cost $c_i$".replace("$", ""), Read.text("## The cost $c_i$").headings().getFirst().text());
  }

  @Test
  void aSiteOrANoteMayDoWithoutFormulas() {
    MarkdownResult result = Read.text("so $x$ and\n\n$$\nx\n$$", Read.OPTIONS.with(new Writing(false, false, false)));
    assertEquals(List.of(), drawn(result));
  }
}
