package dev.assay.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.Kind;
import dev.assay.note.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Tags to their last sign, and what almost is one: where it stands, why it is none, what to write, and whether that is sure (`!`).
class NearTagTest {
  private static final KindWords WORDS = KindWords.of(List.of(Language.ENGLISH, Language.KOREAN), Map.of());

  private static String near(String text) {
    return NearTag.at(text, WORDS).map(near -> near.start() + "-" + near.end() + " " + near.why() + " | " + near.hint() + (near.sure() ? " !" : "")).orElse("none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦', quoteCharacter = '`',
      value = {
        "[Facts] x ¦ 0-7 is in the plural | write [Fact] at each claim !",
        "[사실들] x ¦ 0-5 is in the plural | write [사실] at each claim !",
        "(Facts) x ¦ 0-7 is in the plural | write [Fact] at each claim",
        "［Facts］ x ¦ 0-7 is in the plural | write [Fact] at each claim !",
        "**[Facts]** x ¦ 2-9 is in the plural | write [Fact] at each claim !",
        "[Facts] [1] ¦ 0-7 is in the plural | write [Fact] at each claim !",
        "[fact ] x ¦ 0-7 has a space inside its brackets | write [fact] !",
        "(Fact) x ¦ 0-6 stands in other brackets than a tag | write [Fact] !",
        "【사실】 x ¦ 0-4 stands in other brackets than a tag | write [사실] !",
        "{Fact} x ¦ 0-6 stands in other brackets than a tag | write [Fact] !",
        "<Fact> x ¦ 0-6 stands in other brackets than a tag | write [Fact] !",
        "[Fact:] x ¦ 0-7 has a sign inside its brackets | write [Fact] !",
        "[!FACT] x ¦ 0-7 has a sign inside its brackets | write [FACT] !",
        "[Fact] ¦ 0-6 has nothing behind it to tag | write the claim behind it, or make it a heading above a list: ## [Fact] !",
        "[Inferrence] x ¦ 0-12 is not the word of a kind | did you mean [inference]? !",
        "[Fcat] x ¦ 0-6 is not the word of a kind | did you mean [fact]? !",
        "[FACT CHECK] x ¦ 0-12 has more inside its brackets than the word of a kind | write [FACT] alone, and the rest behind it",
        "[Fact #1] x ¦ 0-9 has more inside its brackets than the word of a kind | write [Fact] alone, and the rest behind it !",
        "[Fact, high confidence] x ¦ 0-23 has more inside its brackets than the word of a kind | write [Fact] alone, and the rest behind it !",
        "[Fact - sure] x ¦ 0-13 has more inside its brackets than the word of a kind | write [Fact] alone, and the rest behind it !",
        "(Fact, sure) x ¦ 0-12 has more inside its brackets than the word of a kind | write [Fact] alone, and the rest behind it",
        "[推測] x ¦ 0-4 is a word of the language 'ja', which is not among the site's | add 'ja' to 'languages' in site.yaml, or write [speculation] !",
        "【推測】 x ¦ 0-4 is a word of the language 'ja', which is not among the site's | add 'ja' to 'languages' in site.yaml, or write [speculation] !",
        "[팩트] x ¦ 0-4 is not the word of a kind | if it is meant as one, write [사실], or add it to 'claims' in site.yaml: {names: {팩트: fact}} !",
        "(팩트) x ¦ 0-4 is not the word of a kind | if it is meant as one, write [사실], or add it to 'claims' in site.yaml: {names: {팩트: fact}}",
        "[data] x ¦ 0-6 is not the word of a kind | if it is meant as one, write [Fact], or add it to 'claims' in site.yaml: {names: {data: fact}}",
        "**Fact:** x ¦ 0-9 has no square brackets | write **[Fact]**",
        "**Fact**: x ¦ 0-8 has no square brackets | write **[Fact]**",
        "**Fact** : x ¦ 0-8 has no square brackets | write **[Fact]**",
        "**Fact**: ¦ 0-8 has no square brackets | write **[Fact]**",
        "**Fact** — x ¦ 0-8 has no square brackets | write **[Fact]**",
        "**팩트:** x ¦ 0-7 is not the word of a kind | if it is meant as one, write [사실], or add it to 'claims' in site.yaml: {names: {팩트: fact}}",
        ":::fact ¦ 0-7 has no braces around the directive's name | write :::{fact} !",
        ":::: fact x ¦ 0-9 has no braces around the directive's name | write :::{fact} !",
        "✅ [Fact] x ¦ 0-8 has a sign before it | begin with the tag, and write the sign behind it !",
        "✅  [Facts] x ¦ 3-10 is in the plural | write [Fact] at each claim !",
        "※ [Fact] x ¦ 0-8 has a sign before it | begin with the tag, and write the sign behind it !",
        "1. [Fact] x ¦ 0-9 has a number or label before it | begin with the tag, and write the number behind it !",
        "Claim 1 [Fact] x ¦ 0-14 has a number or label before it | begin with the tag, and write the number behind it !",
        "가. [사실] x ¦ 0-7 has a number or label before it | begin with the tag, and write the number behind it !",
        "**1.** [Fact] x ¦ 0-13 has a number or label before it | begin with the tag, and write the number behind it !",
        "<p><b>[Fact]</b> x ¦ 0-12 has an HTML element before it | begin with the tag, outside the element !",
        "**Prices [Fact]** x ¦ 9-15 stands behind a title | begin with the tag, and write the title behind it",
        "**Prices** [Fact] x ¦ 11-17 stands behind a title | begin with the tag, and write the title behind it",
        "__Prices__: [Fact] x ¦ 12-18 stands behind a title | begin with the tag, and write the title behind it",
        "**Prices: [Fact]:** x ¦ 10-16 stands behind a title | begin with the tag, and write the title behind it",
        "⑴ [Fact] x ¦ 0-8 has a sign before it | begin with the tag, and write the sign behind it !",
        "× [Fact] x ¦ 0-8 has a sign before it | begin with the tag, and write the sign behind it !",
        "• ［사실］ x ¦ 0-6 has a sign before it | begin with the tag, and write the sign behind it !",
        "> [Fact] x ¦ 0-8 has a sign before it | begin with the tag, and write the sign behind it !",
        "★★★★★★★★★★★ [Fact] x ¦ 0-18 has a sign before it | begin with the tag, and write the sign behind it !",
        "✅ 【사실】 x ¦ 2-6 stands in other brackets than a tag | write [사실] !",
        "<b>x [Fact] ¦ 5-11 stands behind what it tags | begin with the tag: [Fact] …",
        "**Prices**[Fact] x ¦ 10-16 stands behind a title | begin with the tag, and write the title behind it",
        "**Prices：[Fact]** x ¦ 9-15 stands behind a title | begin with the tag, and write the title behind it",
        "**P** : [Fact] x ¦ 8-14 stands behind a title | begin with the tag, and write the title behind it",
        "x [Fact] * ¦ 2-8 stands behind what it tags | begin with the tag: [Fact] …",
        "x ] [Fact] ¦ 4-10 stands behind what it tags | begin with the tag: [Fact] …",
        "rose.”  [Fact] ¦ 8-14 stands behind what it tags | begin with the tag: [Fact] … !",
        "*x* **[Fact]** ¦ 6-12 stands behind what it tags | begin with the tag: [Fact] …",
        "x ［Fact］. ¦ 2-8 stands behind what it tags | begin with the tag: ［Fact］ …",
        "._[Fact]_ ¦ 2-8 stands behind what it tags | begin with the tag: [Fact] … !",
        "!! [Fact] ¦ 3-9 stands behind what it tags | begin with the tag: [Fact] … !",
        "Prices rose. [Fact] ¦ 13-19 stands behind what it tags | begin with the tag: [Fact] … !",
        "Prices rose [Fact] ¦ 12-18 stands behind what it tags | begin with the tag: [Fact] …",
        "Prices rose. **[Fact]** {#a} ¦ 15-21 stands behind what it tags | begin with the tag: [Fact] … !",
        "Prices rose [Fact] {#a} ¦ 12-18 stands behind what it tags | begin with the tag: [Fact] … !",
        "가격이 올랐다。［사실］ ¦ 8-12 stands behind what it tags | begin with the tag: ［사실］ … !",
        "(Prices rose) [Fact]. ¦ 14-20 stands behind what it tags | begin with the tag: [Fact] … !"
      })
  void whatAlmostIsATagSaysWhatToWrite(String text, String expected) {
    assertEquals(expected, near(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(Fact:) x", "(推測) x", "(data) x", "**Fact** x", "*Fact:* x", "**data:** x", "**Fact/Inference:** x", "**Facts:** x",
        ":::{fact}", ":::note", "[Fact](a) x", "[Facts][1] x", "[] x", "[Infer ence] x", "[fa] x", "x [Facts]",
        "[FAST] x", "★★★★★★★★★★★★★★ [Fact] x", "**x", "** x", "[x", "✅ x 【사실】", "**Prices** x [Fact] y", "**Prices [Fact] more** x", "**Prices", "** [Fact] x", "x [Fact]y", "*** [Fact]"
      })
  void whatOnlySharesLettersWithOneIsNone(String text) {
    assertEquals("none", near(text));
  }

  @Test
  void longTitlesAndBracketsAreNone() {
    assertEquals("none", near("**" + "x".repeat(80) + " [Fact]** y"));
    assertTrue(near("**" + "x ".repeat(35) + "[Fact]** y").contains("behind a title"));
    assertEquals("none", near("[" + "x ".repeat(30) + "fact] y"));
    assertEquals("none", near("[Fact\nx] y"));
    assertEquals("none", near("**Fact\nx** y"));
  }

  @ParameterizedTest
  @CsvSource({"팩트, true, true", "**[팩트]**, true, true", "Fact, false, false", "data, true, false", "unknown, true, false", "推測, true, true", "opinion, true, false", "guess, true, false", "verified, true, true", "deduced, true, true", "x, false, false"})
  void aCellMayHoldAWordInPlaceOfAKinds(String cell, boolean any, boolean firm) {
    assertEquals(any, NearTag.standsForKind(cell, false, WORDS));
    assertEquals(firm, NearTag.standsForKind(cell, true, WORDS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦', quoteCharacter = '`',
      value = {
        "**[Fact]** x ¦ 0 2 8 10 8",
        "[Fact]: x ¦ 0 0 6 7 7",
        "［사실］： x ¦ 0 0 4 5 5",
        "***[Fact]*** x ¦ 0 3 9 12 9",
        "__[fact]__: x ¦ 0 2 8 11 8",
        "**[Fact]:** x ¦ 0 2 8 11 9",
        "**[Fact]: x** ¦ 0 2 8 -1 9",
        "**[Fact]*** x ¦ 0 2 8 -1 8",
        "[Fact] - x ¦ 0 0 6 8 8",
        "[Fact]- x ¦ 0 0 6 6 6",
        "[Fact] -x ¦ 0 0 6 6 6",
        "[Fact] -- x ¦ 0 0 6 6 6",
        "[Fact] – x ¦ 0 0 6 8 8",
        "[Fact] — x ¦ 0 0 6 8 8",
        "[Fact]. x ¦ 0 0 6 7 7",
        "[Fact] . x ¦ 0 0 6 6 6",
        "[Fact].x ¦ 0 0 6 6 6",
        "[Fact]. ¦ 0 0 6 6 6",
        "[Fact] ¦ 0 0 6 6 6",
        "[Fact]: ¦ 0 0 6 7 7",
        "[Fact]  : x ¦ 0 0 6 9 9",
        "*[Fact]*. x ¦ 0 1 7 9 7",
        "[Fact] - ¦ 0 0 6 6 6"
      })
  void aTagEndsBehindItsColonAndItsMark(String text, String expected) {
    ClaimTag tag = ClaimTag.at(text, 0, WORDS).orElseThrow();
    assertEquals(expected, tag.start() + " " + tag.open() + " " + tag.close() + " " + tag.end(text, tag.close()) + " " + tag.endWithoutMark(text, tag.close()));
    assertEquals(Kind.FACT, tag.kind());
    assertEquals(text.substring(0, tag.open()), tag.mark());
  }

  @Test
  void otherMarksAndBracketsMakeNoTag() {
    for (String text : List.of("****[Fact]**** x", "_*[Fact]*_ x", "[Fact］ x", "［Fact] x", "[ Fact] x", "[Fact", "", "**", "[" + " ".repeat(70) + "Fact]")) {
      assertEquals(Optional.empty(), ClaimTag.at(text, 0, WORDS), text);
    }
  }
}
