package dev.assay.claim.cite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitationTextTest {
  private static String shown(Citation citation) {
    return citation.cites().stream()
        .map(c -> String.join("|", c.prefix(), (c.withoutAuthor() ? "-" : "") + c.key(), c.locator().shown(), c.suffix()))
        .collect(Collectors.joining(" ; "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=', quoteCharacter = '`',
      value = {
        "[@a] = |a||", "[@a, p. 4] = |a|p. 4|", "[@a, pp. 4-6; @b, ch. 2] = |a|pp. 4–6| ; |b|ch. 2|", "[-@a] = |-a||", "[see @a, p. iv, and more] = see|a|p. iv|, and more",
        "[@a 4쪽] = |a|p. 4|", "[@a, 제3장] = |a|ch. 3|", "[@a, 12] = |a|p. 12|", "[@a, 12-15] = |a|pp. 12–15|", "[@smith:2024/x.y] = |smith:2024/x.y||",
        "[@a.] = |a||.", "[@{any key!}] = ", "[@{a/b c}] = ", "[@{https://x.org/}] = |https://x.org/||", "[@김2026, 4쪽] = |김2026|p. 4|", "[@a, § 3.2] = |a|§ 3.2|",
        "[@a, fig. 2] = |a|fig. 2|", "[a @b.c] = a|b.c||", "[a@b.c] = ", "[@a][x] = ", "[@a](x) = ", "[x] = ", "[@] = ", "[@a; x] = ", "[@a `@b`] = ", "[@a\\]] = ",
        "[@a, 2024 data] = |a|p. 2024|data"
      })
  void bracketsAreRead(String text, String expected) {
    assertEquals(expected == null ? "" : expected, CitationText.inBrackets(text, 0).map(found -> shown(found.citation())).orElse(""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=', quoteCharacter = '`',
      value = {
        "@a says = |a||", "@a [p. 4] says = |a|p. 4|", "@a. = |a||", "@kim2026에 = |kim2026||", "@{kim}에 = |kim||", "@김2026 = |김2026||", "@a [text](x) = |a||", "@ = ", "@a@b = ",
        "@- = "
      })
  void wordsAreRead(String text, String expected) {
    assertEquals(expected == null ? "" : expected, CitationText.inText(text, 0).map(found -> shown(found.citation())).orElse(""));
  }

  @Test
  void whatWasFoundIsReadAgainAlike() {
    for (String text : new String[] {"[see @a, pp. 4-6; -@b]", "@a [p. 4]", "[@a, ch. 2 and on]"}) {
      var found = text.startsWith("[") ? CitationText.inBrackets(text, 0) : CitationText.inText(text, 0);
      assertEquals(found.orElseThrow().citation(), CitationText.read(text.substring(0, found.orElseThrow().end())));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=', quoteCharacter = '`',
      value = {
        "[@a;@b] = |a|| ; |b||", "[@a;] = ", "[;@a] = ", "[@{}] = ", "[@{a}b] = |a||b", "[x -@a] = x|-a||", "[x-@a] = ", "[(@a)] = (|a||)", "[@_a] = |_a||", "[@a:b.c/d-e+f~g?h&i%j$k#l] = |a:b.c/d-e+f~g?h&i%j$k#l||", "[@a..b] = |a||..b",
        "[@é2] = |é2||", "[@ab가] = |ab||가", "[@가ab] = |가ab||", "[x @] = ", "[@a = ",
      })
  void bracketsHoldEachSourceWithItsWords(String text, String expected) {
    assertEquals(expected == null ? "" : expected, CitationText.inBrackets(text, 0).map(found -> shown(found.citation())).orElse(""));
  }

  @Test
  void aCitationKnowsWhereItsKeysStand() {
    String text = "So [see @one, p. 4; -@{two}] and @three [p. 5].";
    CitationText.Found brackets = CitationText.inBrackets(text, 3).orElseThrow();
    assertEquals("[see @one, p. 4; -@{two}]", text.substring(3, brackets.end()));
    for (Citation.Cite cite : brackets.citation().cites()) {
      assertEquals(cite.key(), text.substring(3 + cite.start(), 3 + cite.end()));
    }
    int sign = text.indexOf("@three");
    CitationText.Found word = CitationText.inText(text, sign).orElseThrow();
    assertEquals("@three [p. 5]", text.substring(sign, word.end()));
    assertEquals("three", text.substring(sign + word.citation().cites().getFirst().start(), sign + word.citation().cites().getFirst().end()));
    assertEquals("{two}", "@{two}".substring(CitationText.inText("@{two}", 0).orElseThrow().citation().cites().getFirst().start() - 1));
  }

  @ParameterizedTest
  @CsvSource({"'', true", "' ', true", "(, true", "가, true", "., false", "a, false", "é, false", "1, false", "_, false", "/, false", "@, false", "+, false", "-, false", "и, true", "!, true"})
  void anAtSignBeginsACitationOnlyWhereNoWordGoesOn(String before, boolean begins) {
    assertEquals(begins, CitationText.inText(before + "@key", before.length()).isPresent());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '=', value = {"@a [p. 4](x) = |a||", "@a [p. 4][x] = |a||", "@a [p. 4 and on] = |a||", "@a  [p. 4] = |a||", "@a[p. 4] = |a||", "@a [p. 4 = |a||", "@{a} [p. 4] = |a|p. 4|"})
  void onlyAWholeLocatorInBracketsBelongsToAWord(String text, String expected) {
    assertEquals(expected, shown(CitationText.inText(text, 0).orElseThrow().citation()));
  }

  @Test
  void aCitationHasAtMostAThousandCharacters() {
    assertEquals(1000, CitationText.inBrackets("[@a " + "x".repeat(995) + "]", 0).orElseThrow().end());
    assertEquals(Optional.empty(), CitationText.inBrackets("[@a " + "x".repeat(996) + "]", 0));
  }

  @Test
  void whatIsNoCitationCannotBeReadAgain() {
    assertThrows(IllegalArgumentException.class, () -> CitationText.read("[x]"));
  }
}
