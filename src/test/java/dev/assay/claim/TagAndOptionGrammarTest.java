package dev.assay.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.ClaimDraft;
import dev.assay.note.Kind;
import dev.assay.note.Language;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
  void everyScriptOfALanguageHasItsOwnWords() {
    assertEquals(Optional.of(Kind.FACT), KindWords.of(List.of(new Language("zh-Hant-TW")), Map.of()).kind("事實"));
    assertEquals(Optional.empty(), KindWords.of(List.of(new Language("zh-Hant")), Map.of()).kind("事实"));
    assertEquals(Optional.of(Kind.FACT), KindWords.of(List.of(new Language("zh-CN")), Map.of()).kind("事实"));
    assertEquals(Optional.of(Kind.SPECULATION), KindWords.of(List.of(new Language("ja")), Map.of()).kind("推測"));
    assertEquals("ja", KindWords.elsewhere("推測").orElseThrow().language());
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
  void quotedValuesKeepTheirSpacesAndCommasPartLists() {
    String text = "#n source=\"Reuters, \\\"late\\\"\" supports=#a,slug#b, because=x.y";
    ClaimOptions.Reading reading = ClaimOptions.read(new SourceText("f", text), text, 0, text.length(), i -> i);
    assertEquals("n", reading.name().orElseThrow().value());
    assertEquals(
        List.of(List.of("Reuters, \"late\""), List.of("#a", "slug#b"), List.of("x.y")),
        reading.options().stream().map(ClaimDraft.Option::values).toList());
    assertTrue(reading.problems().isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          because=#a, #b                          ; because=[#a, #b]
          because=#a ,#b,  slug#c due=2027        ; because=[#a, #b, slug#c] due=[2027]
          because=#a , , #b                       ; because=[#a, #b]
          because=#a, due=2027, probability=40%,  ; because=[#a] due=[2027] probability=[40%]
          entities=A, "B C",‘D E’, F source=x     ; entities=[A, B C, D E, F] source=[x]
          source=https://a.example, https://b.example ; source=[https://a.example, https://b.example]
          source=Reuters, Bloomberg               ; source=[Reuters, Bloomberg]
          supports=#a,                            ; supports=[#a]
          """)
  void aListGoesOnBehindACommaAndACommaMayPartOptions(String text, String options) {
    ClaimOptions.Reading reading = read(text);
    assertEquals(List.of(), reading.problems());
    assertEquals(options, String.join(" ", reading.options().stream().map(option -> option.key() + "=" + option.values()).toList()));
  }

  @Test
  void aNameMayBePartedByACommaAndAStrayWordIsTold() {
    assertEquals("a", read("#a, due=2027").name().orElseThrow().value());
    Problem stray = read("source=The Information").problems().getFirst();
    assertEquals("'Information' is not an option", stray.message());
    assertEquals("write key=value; a value with spaces needs quotes: source=\"… Information\"", stray.hint());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{source=“The } Information”}", "{entities=A, \"} B\"}", "{entities=A, 'tis due=2027}", "{because=#a, #b}"})
  void quotesOfAnyBendHoldBraces(String braces) {
    assertEquals(5, ClaimOptions.startOfTrailing("text " + braces));
  }

  private static ClaimOptions.Reading read(String text) {
    return ClaimOptions.read(new SourceText("f", text), text, 0, text.length(), i -> i);
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
