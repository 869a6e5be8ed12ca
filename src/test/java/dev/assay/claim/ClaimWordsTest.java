package dev.assay.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.frontmatter.DataReader;
import dev.assay.note.Kind;
import dev.assay.note.Language;
import dev.assay.note.Value;
import dev.assay.problem.SourceText;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The small words of claims, each by itself: days, probabilities, names, references, kinds, statuses.
class ClaimWordsTest {
  @ParameterizedTest
  @CsvSource({"0.7, 0.7", "70%, 0.7", "70 %, 0.7", ".25, 0.25", "0, 0", "1, 1", "1.0, 1", "100%, 1", "0.5%, 0.005", "' 0.5 ', 0.5", "0.123456, 0.123456"})
  void aProbabilityIsAShareOrAPercentage(String text, double value) {
    assertEquals(value, Probability.parse(text).orElseThrow(), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%", "1.1", "100", "101%", "-0.1", "0.1234567", "likely", "0,5", "1e-1", "0.", "1000%", "0.5%%"})
  void whatIsNeitherIsNone(String text) {
    assertEquals(OptionalDouble.empty(), Probability.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "2026, 2026-12-31", "2026-11, 2026-11-30", "2024-02, 2024-02-29", "2026-11-22, 2026-11-22", "2026-Q1, 2026-03-31", "2026-q4, 2026-12-31", "2026-H1, 2026-06-30", "2026-h2, 2026-12-31", "' 2026 ', 2026-12-31"
  })
  void aDayIsTheLastOfWhatIsWritten(String text, LocalDate last) {
    assertEquals(new Due(text.strip(), last), Due.parse(text).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "26", "2026-13", "2026-02-30", "2026-Q5", "2026-Q0", "2026-H3", "2026-1", "2026-11-2", "Q4 2026", "2026-00", "20261122"})
  void whatIsNoDayIsNone(String text) {
    assertEquals(Optional.empty(), Due.parse(text));
  }

  @Test
  void whatEndsTogetherIsOrderedFromTheShortestTimeToTheLongest() {
    List<String> sorted = Stream.of("2027", "2026-H2", "2026", "2026-12-31", "2026-12", "2026-Q4", "2026-11-30").map(text -> Due.parse(text).orElseThrow()).sorted().map(Due::written).toList();
    assertEquals(List.of("2026-11-30", "2026-12-31", "2026-12", "2026-H2", "2026-Q4", "2026", "2027"), sorted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|', quoteCharacter = '`',
      value = {"`` | is empty", "-a | does not begin with a letter or digit", "_a | does not begin with a letter or digit", "a b | has the character ' '", "a#b | has the character '#'", "a😀 | has the character '😀'", "a.b | has the character '.'"})
  void aNameThatCannotBeOneSaysWhy(String name, String fault) {
    assertEquals(Optional.of(fault), ClaimName.fault(name));
  }

  @Test
  void aNameHasLettersOfAnyScriptAndAtMostAHundred() {
    for (String name : List.of("a", "7", "가격-2026", "हिन्दी", "e\u0301a", "a_b-c", "é", "x".repeat(100))) {
      assertEquals(Optional.empty(), ClaimName.fault(name), name);
    }
    assertEquals(Optional.of("is longer than 100 characters"), ClaimName.fault("x".repeat(101)));
    // A mark may stand in a name, not begin it.
    assertEquals(Optional.of("does not begin with a letter or digit"), ClaimName.fault("\u0301a"));
  }

  @ParameterizedTest
  @CsvSource({"'#a', note#a, a, false", "other#a, other#a, a, false", "a, note#a, a, false", "base.cost, note#base.cost, base.cost, true", "'#base.cost', note#base.cost, base.cost, true", "'.x', note#.x, .x, false", "'#', 'note#', '', false"})
  void aReferenceIsCompletedByItsNote(String written, String globalName, String name, boolean figure) {
    Reference reference = Reference.read(written, "note");
    assertEquals(new Reference(written, globalName, figure), reference);
    assertEquals(name, reference.name());
  }

  @Test
  void everyStatusButTheFirstCanBeTold() {
    assertEquals(List.of("confirmed", "refuted", "withdrawn", "superseded", "expired", "unblocked", "amended"), Status.TOLD);
    assertEquals(Optional.of(Status.REFUTED), Status.told("Refuted"));
    assertEquals(Optional.empty(), Status.told("standing"));
    assertEquals(Optional.empty(), Status.told("known"));
    assertEquals(List.of(Status.CONFIRMED, Status.REFUTED, Status.WITHDRAWN, Status.SUPERSEDED, Status.UNBLOCKED), Stream.of(Status.values()).filter(Status::isSettled).toList());
    assertEquals(List.of(Status.REFUTED, Status.WITHDRAWN), Stream.of(Status.values()).filter(Status::isFallen).toList());
  }

  @Test
  void columnsAreKnownByTheirHeads() {
    assertTrue(KindColumns.isKind("**Kind**") && KindColumns.isKind(" 종류 ") && !KindColumns.isKind("Product"));
    assertTrue(KindColumns.isSource("`Sources`") && KindColumns.isSource("출처") && !KindColumns.isSource("kind"));
    assertTrue(KindColumns.isNumber("No.") && KindColumns.isNumber("#") && !KindColumns.isNumber("number"));
    assertTrue(KindColumns.isLegend(List.of("Kind", "_Meaning_")));
    assertFalse(KindColumns.isLegend(List.of("Kind", "Claim")));
  }

  @ParameterizedTest
  @CsvSource({"팩트, FACT, true", "Verified  Fact, FACT, true", "data, FACT, false", "확인 불가, BLOCKED, true", "확인불가, BLOCKED, true", "Open-Question, BLOCKED, false", "deduced, INFERENCE, true", "our view, SPECULATION, false", "rumour, SPECULATION, true"})
  void wordsThatStandForAKindAreKnownInAnyLetters(String word, Kind kind, boolean plain) {
    assertEquals(Optional.of(new KindLike(kind, plain)), KindLike.of(word));
  }

  @Test
  void theWordOfAKindIsInTheScriptOfTheWordThatStoodForIt() {
    KindWords words = KindWords.of(List.of(Language.ENGLISH, Language.KOREAN), java.util.Map.of());
    assertEquals("사실", words.wordLike("팩트", Kind.FACT));
    assertEquals("Fact", words.wordLike("data", Kind.FACT));
    assertEquals("Fact", words.wordLike("ファクト", Kind.FACT));
    assertEquals(List.of("blocked", "fact", "inference", "speculation", "보류", "사실", "추론", "추측"), List.copyOf(words.words()));
    assertEquals(Optional.empty(), KindWords.elsewhere("word"));
    assertEquals(new KindWords.Foreign(Kind.BLOCKED, "zh"), KindWords.elsewhere("待定").orElseThrow());
    assertEquals(new KindWords.Foreign(Kind.FACT, "zh-Hant"), KindWords.elsewhere("事實").orElseThrow());
    assertEquals("事實", KindWords.label(Kind.FACT, new Language("zh-TW")));
    assertEquals("事实", KindWords.label(Kind.FACT, new Language("zh-Hans-CN")));
  }

  private static CheckpointQuery.Reading query(String yaml) {
    return CheckpointQuery.read((Value.Mapping) DataReader.read(new SourceText("content/x.yaml", yaml)).value().orElseThrow());
  }

  private static List<String> faults(String yaml) {
    return query(yaml).problems().stream().map(p -> p.place().line() + ":" + p.place().column() + " " + p.code().word() + " " + p.message() + (p.hint().isEmpty() ? "" : " | " + p.hint())).toList();
  }

  @Test
  void aDirectiveOfCheckpointsSaysWhoseAndHowMany() {
    assertEquals(new CheckpointQuery(Optional.empty(), true, 1000), query("items: []\n").query());
    assertEquals(new CheckpointQuery(Optional.of(CheckpointQuery.Of.HUB), false, 7), query("of: hub\nshow: open\nlimit: 7\n").query());
    assertEquals(new CheckpointQuery(Optional.of(CheckpointQuery.Of.SITE), true, 999), query("of: site\nshow: all\nlimit: 999\n").query());
    assertEquals(List.of(), faults("of: note\nshow: all\nlimit: 1\nitems: []\n"));
  }

  @Test
  void whatADirectiveOfCheckpointsCannotSayIsTold() {
    assertEquals(List.of("1:5 wrong-type 'of' should be one of hub, note, site | did you mean 'hub'?"), faults("of: hubs\n"));
    assertEquals(List.of("1:7 wrong-type 'show' should be one of all, open"), faults("show: [x]\n"));
    assertEquals(List.of("1:8 wrong-type 'limit' should be a whole number from 1 to 999"), faults("limit: 1000\n"));
    assertEquals(List.of("1:8 wrong-type 'limit' should be a whole number from 1 to 999"), faults("limit: 0\n"));
    assertEquals(List.of("1:8 wrong-type 'limit' should be a whole number from 1 to 999"), faults("limit: [1]\n"));
    assertEquals(List.of("1:1 unknown-key 'checkpoints' has no option 'limits' | did you mean 'limit'?"), faults("limits: 1\n"));
    assertEquals(1000, query("limit: many\n").query().limit());
  }
}
