package dev.assay.claim.cite;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}
