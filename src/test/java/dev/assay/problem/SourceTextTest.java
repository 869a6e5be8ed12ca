package dev.assay.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class SourceTextTest {
  @Test
  void tenThousandMistakesOnOneLongLineKeepOneCopyOfIt() {
    SourceText text = new SourceText("a.md", "# x\n" + "{cost}`a` ".repeat(10_000) + "\nend");
    Problem first = text.error(Code.UNKNOWN_FIGURE, 4, 5, "one", "");
    Problem second = text.error(Code.UNKNOWN_FIGURE, 40, 45, "two", "");
    assertSame(first.excerpt(), second.excerpt());
    assertEquals("end", text.line(3));
    assertEquals("# x", text.line(1));
  }
}
