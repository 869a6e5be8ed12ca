package dev.assay.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SummaryTest {
  private static String summary(String text) {
    return Read.shown(Read.text(text).summary());
  }

  @Test
  void itIsTheFirstParagraphOfProse() {
    assertEquals("The *first*.".replace("*first*", "<em>first</em>"), summary("# H\n\n> quote\n\n- [Fact] x\n\n[Fact] y\n\n|a|\n|-|\n\n![i](x.png)\n\nThe *first*.\n\nSecond."));
    assertEquals("", summary("## [Fact]\n\nA claim.\n\nAnother."));
  }

  @Test
  void itIsCutAtAWordAndClosesWhatIsOpen() {
    String cut = summary("**" + "word ".repeat(60) + "end**");
    assertTrue(cut.startsWith("<strong>word"), cut);
    assertTrue(cut.endsWith("word…</strong>"), cut);
    assertTrue(cut.length() < 230, cut);
  }

  @Test
  void itCutsNoLinkAndNoFigure() {
    String before = "word ".repeat(38);
    String cut = summary(before + "[a link with many words that would go beyond the end of it](x.md) and {cost}`a.b` more " + before);
    assertTrue(cut.endsWith("word…"), cut);
    assertFalse(cut.contains("<a"), cut);
    assertTrue(summary("[" + "word ".repeat(60) + "](x.md) after it").contains("</a>"));
  }

  @Test
  void itIsNeverCutInsideATag() {
    for (int words = 30; words < 45; words++) {
      String text = "word ".repeat(words) + "![a picture of something](x.png \"with a title\") and [a link](y.md \"titled too\") behind it";
      Balance.check(summary(text).replaceAll("\\{target [0-9]+\\}", ""), text);
    }
  }

  @Test
  void itHasNoIdsAndNoFootnoteMarks() {
    assertEquals("a <strong>b</strong>", summary("a[^1] **b**{#id}\n\n[^1]: n"));
  }

  @Test
  void koreanIsCutAtAWordToo() {
    String cut = summary("토큰당 비용이 떨어진다 ".repeat(30));
    assertTrue(cut.endsWith("…") && !cut.endsWith(" …"), cut);
    assertTrue(cut.length() <= 202, cut);
  }

  @Test
  void wordsAndMinutesCountEveryScript() {
    assertEquals(5, Read.text("One two three, `four`\n\n- five").words());
    assertEquals(4, Read.text("토큰당 비용이 **계속** 떨어진다.").words());
    assertEquals(6, Read.text("高带宽内存 x").words());
    assertEquals(4, Read.text("word ".repeat(920)).minutes());
    assertEquals(4, Read.text("토큰당 비용 ".repeat(400)).minutes());
    assertEquals(2, Read.text("費".repeat(1000)).minutes());
    assertEquals(2, Read.text("don't stop **ha**lf-way").words() - 1);
  }
}
