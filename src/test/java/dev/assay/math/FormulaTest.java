package dev.assay.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.InputSource;

class FormulaTest {
  private static final Path FORMULAS = Path.of("src/test/resources/dev/assay/math/formulas.txt");
  private static final Path GOLDEN = FORMULAS.resolveSibling("formulas.golden");

  /// Each formula with its markup; drawn by a browser and looked at before it was kept.
  @Test
  void formulasBecomeTheMarkupThatWasLookedAt() throws IOException {
    List<String> formulas = Files.readAllLines(FORMULAS);
    assertTrue(formulas.size() >= 40);
    StringBuilder shown = new StringBuilder();
    for (String formula : formulas) {
      shown.append(formula).append('\n').append(made(formula, true)).append("\n\n");
    }
    if ("update".equals(System.getProperty("assay.golden"))) {
      Files.writeString(GOLDEN, shown);
    }
    assertEquals(Files.readString(GOLDEN), shown.toString());
  }

  private static String made(String tex, boolean display) {
    return assertInstanceOf(Formula.Made.class, Formula.read(tex, display), tex + ": " + Formula.read(tex, display)).mathml();
  }

  @Test
  void theSourceStandsForAFormulaWhereItIsNotDrawn() {
    assertTrue(made("a < b & c", false).startsWith("<math alttext=\"a &lt; b &amp; c\">"));
    assertTrue(made("x", true).startsWith("<math display=\"block\" alttext=\"x\">"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '→', quoteCharacter = '`', value = {
    "\\fraq{a}{b} → 0-5 no command of formulas is called '\\fraq' | did you mean '\\frac'?",
    "a + \\frac{1} → 4-9 what '\\frac' takes is missing | write it in braces behind it",
    "{a + b → 0-1 '{' is never closed | write the bracket that closes it",
    "a + b} → 5-6 '}' closes nothing | take it out, or write \\} for a brace that is seen",
    "a^b^c → 3-4 this has two exponents | put braces around what the first one belongs to: {a^b}^c",
    "a_b_c → 3-4 this has two indices | put both in braces: _{…}",
    "a^ → 1-2 what '^' takes is missing | write it in braces behind it",
    "\\left( a → 0-5 '\\left' has no '\\right' | write \\right before the bracket that closes it; \\right. for none",
    "a \\right) → 2-8 '\\right' has no '\\left' | write \\left before the bracket that it closes",
    "\\left a \\right b → 0-5 no bracket stands behind '\\left' | write one of ( ) [ ] \\{ \\} | \\langle \\rangle, or . for none",
    "\\begin{pmatrx} a \\end{pmatrx} → 0-6 no environment is called 'pmatrx' | did you mean 'pmatrix'?",
    "\\begin{cases} a → 0-6 '\\begin{cases}' has no '\\end' | write \\end{cases} where it ends",
    "\\begin{cases} a \\end{matrix} → 16-20 '\\end{matrix}' ends '\\begin{cases}' | write \\end{cases}",
    "a \\hspace{wide} b → 2-9 'wide' is not a length | write one like 1em or 12pt",
    "a # b → 2-3 '#' cannot stand here | take it out, or escape it with a backslash",
    "a \\newcommand{x}{y} → 2-13 no command of formulas is called '\\newcommand' | formulas are read without macros and packages; write names of functions as \\operatorname{…}",
    "a \\ → 2-3 a backslash stands alone at the end | take it out",
  })
  void whatIsWrongIsNamedWithItsPlace(String tex, String said) {
    Formula.Wrong wrong = assertInstanceOf(Formula.Wrong.class, Formula.read(tex, false), tex);
    assertEquals(said, wrong.start() + "-" + wrong.end() + " " + wrong.message() + " | " + wrong.hint());
  }

  @Test
  void anyTextIsReadOrRefusedAndItsMarkupIsWhole() throws Exception {
    Random random = new Random(20261122);
    String[] bits = {
      "\\frac", "{", "}", "^", "_", "a", "12.5", "\\left(", "\\right)", "\\begin{matrix}", "\\end{matrix}", "&", "\\\\", "\\sqrt", "[", "]", "\\text{a<b}", "'", " ", "\\alpha", "\\sum",
      "<", "&", "\"", "한글", "😀", "\\over", "\\mathbb", "\\hat", "\\limits", "\\not", "\\operatorname*", "\\displaystyle", "\\bf", "%", "\n", "\\", "\u0000", "\\middle|", "\\substack", "\ud800"};
    List<String> refused = new ArrayList<>();
    for (int round = 0; round < 6000; round++) {
      StringBuilder tex = new StringBuilder();
      for (int i = random.nextInt(14); i >= 0; i--) {
        tex.append(bits[random.nextInt(bits.length)]);
      }
      switch (Formula.read(tex.toString(), round % 2 == 0)) {
        case Formula.Made(String mathml) ->
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(mathml)));
        case Formula.Wrong wrong -> {
          refused.add(tex.toString());
          assertTrue(wrong.start() >= 0 && wrong.end() <= Math.max(1, tex.length()) && wrong.start() <= wrong.end() && !wrong.message().isEmpty() && !wrong.hint().isEmpty(), wrong.toString());
        }
      }
    }
    assertTrue(refused.size() > 1000 && refused.size() < 5900, refused.size() + " of 6000 refused");
  }

  @Test
  void hostileFormulasTakeNoMoreThanTheirLength() {
    for (String unit : List.of("{", "}", "^", "a^{", "\\frac", "\\frac{", "\\left(", "\\sqrt{", "\\begin{matrix}", "&", "\\\\", "\\hat", "\\sqrt[", "_{", "\\text{", "\\over ", "'", "1,000", "\\not", "\\mathbf")) {
      String tex = unit.repeat(Formula.LONGEST / unit.length());
      assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Formula.read(tex, true), unit);
    }
    assertInstanceOf(Formula.Wrong.class, Formula.read("a".repeat(Formula.LONGEST + 1), true));
  }
}
