package dev.assay.claim.cite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Styles of the CSL project and of one's own: what they say of themselves, and what is wrong with them.
class StyleTextTest {
  private static final String LAYOUT = "<citation><layout><text variable=\"title\"/></layout></citation>";

  private static StyleText.Result read(String xml) {
    return StyleText.read(new SourceText("content/own.csl", xml));
  }

  private static StyleText fine(String xml) {
    return switch (read(xml)) {
      case StyleText.Fine(StyleText style) -> style;
      case StyleText.Faulty(Problem problem) -> throw new AssertionError(problem.message());
    };
  }

  private static String faulty(String xml) {
    return switch (read(xml)) {
      case StyleText.Fine _ -> "";
      case StyleText.Faulty(Problem problem) -> problem.place().line() + ":" + problem.place().column() + " " + problem.message();
    };
  }

  @Test
  void aStyleSaysWhetherItIsOfNotesOfAuthorsAndDatesAndOfAList() {
    StyleText plain = fine("<style class=\"in-text\">" + LAYOUT + "</style>");
    assertFalse(plain.note() || plain.authorDate() || plain.bibliography());
    assertEquals("", plain.parent());
    assertTrue(fine("<style class=\"note\">" + LAYOUT + "</style>").note());
    assertTrue(fine("<style><info><category field=\"x\"/><category citation-format=\"author-date\"/><category citation-format=\"note\"/></info>" + LAYOUT + "</style>").authorDate());
    assertFalse(fine("<style><info><category citation-format=\"numeric\"/></info>" + LAYOUT + "</style>").authorDate());
    assertTrue(fine("<style>" + LAYOUT + "<bibliography><layout/></bibliography></style>").bibliography());
  }

  @Test
  void aDependentStyleNamesItsParentAndNeedsNoLayout() {
    assertEquals("apa", fine("<style><info><link rel=\"self\" href=\"http://z.org/styles/x\"/><link rel=\"independent-parent\" href=\"http://z.org/styles/apa\"/></info></style>").parent());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|', quoteCharacter = '`',
      value = {
        "<html/> | 1:1 a CSL style begins with <style>, this file with <html>",
        "<style/> | 1:1 this style has no <citation> with a <layout>",
        "<style><citation/></style> | 1:1 this style has no <citation> with a <layout>",
        "<style><layout/></style> | 1:1 this style has no <citation> with a <layout>",
        "<style><macro name=\"a\"><text macro=\"b\"/></macro><citation><layout/></citation></style> | 1:36 the macro 'b' is defined nowhere",
        "<style><macro name=\"a\"><text macro=\"a\"/></macro><citation><layout/></citation></style> | 1:20 the macro 'a' calls itself",
        "<style><macro name=\"c\"/><macro name=\"a\"><text macro=\"b\"/></macro><macro name=\"b\"><text macro=\"a\"/></macro><citation><layout/></citation></style> | 1:37 the macro 'a' calls itself",
      })
  void whatIsWrongWithAStyleIsToldAtItsPlace(String xml, String message) {
    assertEquals(message, faulty(xml));
  }

  @Test
  void xmlThatIsNoneIsToldAtItsLine() {
    assertTrue(faulty("<style>\n <citation>\n</style>").startsWith("3:"), faulty("<style>\n <citation>\n</style>"));
    assertTrue(faulty("").startsWith("1:1 this is not well-formed XML: "), faulty(""));
    assertFalse(faulty("<style>").endsWith("."));
    assertTrue(faulty("<!DOCTYPE style><style>" + LAYOUT + "</style>").contains("not well-formed XML"));
    assertTrue(faulty("<!DOCTYPE style [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><style>&x;</style>").contains("not well-formed XML"));
  }

  @Test
  void macrosThatCallOthersInALineAreFine() {
    assertEquals("", faulty("<style><macro name=\"a\"><text macro=\"b\"/></macro><macro name=\"b\"><group><text macro=\"c\"/></group></macro><macro name=\"c\"/>" + LAYOUT + "</style>"));
  }

  @Test
  void packedStylesAreReadByTheirNames() {
    assertEquals(Optional.empty(), Styles.named("nobody's"));
    for (String name : Styles.NAMES) {
      StyleText style = Styles.named(name).orElseThrow();
      assertEquals(name.contains("notes"), style.note(), name);
      assertTrue(style.bibliography(), name);
      assertEquals("", style.parent(), name);
    }
    assertTrue(Styles.named("apa").orElseThrow().authorDate());
    assertFalse(Styles.named("ieee").orElseThrow().authorDate());
  }
}
