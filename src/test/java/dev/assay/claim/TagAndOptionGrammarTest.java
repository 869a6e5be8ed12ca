package dev.assay.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.ClaimDraft;
import dev.assay.note.Kind;
import dev.assay.note.Language;
import dev.assay.problem.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagAndOptionGrammarTest {
  private static final KindWords WORDS = KindWords.of(List.of(Language.ENGLISH, new Language("ko-KR")), Map.of("Data", Kind.FACT));

  @Test
  void kindsHaveWordsInTheSitesLanguagesAndItsOwn() {
    assertEquals(Optional.of(Kind.INFERENCE), WORDS.kind("INFERENCE"));
    assertEquals(Optional.of(Kind.BLOCKED), WORDS.kind("보류"));
    assertEquals(Optional.of(Kind.FACT), WORDS.kind("data"));
    assertEquals(Optional.empty(), KindWords.of(List.of(Language.ENGLISH), Map.of()).kind("사실"));
    assertEquals("추측", KindWords.label(Kind.SPECULATION, Language.KOREAN));
    assertEquals("Speculation", KindWords.label(Kind.SPECULATION, new Language("de")));
  }

  @Test
  void aTagEndsBehindItsColonAndMark() {
    ClaimTag tag = ClaimTag.at("**[Fact]:** x", 0, WORDS).orElseThrow();
    assertEquals(11, tag.end("**[Fact]:** x", tag.close()));
    assertEquals(-1, ClaimTag.at("**[Fact] x**", 0, WORDS).orElseThrow().end("**[Fact] x**", 8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{#a}", "{#a key=b}", "{because=#a,#b}", "{#a source=\"} tricky {\"}", "{ #a }", "{#가-나 due=2027}"})
  void theseEndATextAsOptions(String braces) {
    assertEquals(5, ClaimOptions.startOfTrailing("text " + braces));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{x | x>0}", "{}", "{a}", "{# a}", "{.class}", "\\{#a}", "{#a} more", "{#a {b}", "#a}"})
  void theseDoNot(String braces) {
    assertEquals(-1, ClaimOptions.startOfTrailing("text " + braces));
  }

  @Test
  void manyBracesCostLittle() {
    assertEquals(-1, ClaimOptions.startOfTrailing("{#a ".repeat(100_000) + "{}"));
  }

  @Test
  void quotedValuesKeepTheirSpacesAndCommasPartLists() {
    String text = "#n source=\"Reuters, \\\"late\\\"\" supports=#a,slug#b, because=x.y";
    ClaimOptions.Reading reading = ClaimOptions.read(new SourceText("f", text), text, 0, text.length(), i -> i);
    assertEquals("n", reading.name().orElseThrow().value());
    assertEquals(
        List.of(List.of("Reuters, \"late\""), List.of("#a", "slug#b"), List.of("x.y")),
        reading.options().stream().map(ClaimDraft.Option::values).toList());
    assertTrue(reading.problems().isEmpty());
  }

  @Test
  void aSingleOptionStandsOnce() {
    String text = "due=2027 due=2028 same=#a,#b #x #y";
    ClaimOptions.Reading reading = ClaimOptions.read(new SourceText("f", text), text, 0, text.length(), i -> i);
    assertEquals(
        List.of(
            "the option 'due' is given twice", "a claim restates one other claim, not a list",
            "a claim has one name, but here are 'x' and 'y'"),
        reading.problems().stream().map(problem -> problem.message()).toList());
  }
}
