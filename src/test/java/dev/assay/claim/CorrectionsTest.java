package dev.assay.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.note.Language;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What notes say that they have put right, as the ledger keeps it.
class CorrectionsTest {
  private static String corrected(String name, String... corrections) {
    return LedgerText.list(name, "2026-01-02", "corrections", corrections);
  }

  private static List<String> shown(String text) {
    return LedgerText.sound(text).corrections().stream()
        .map(each -> each.date() + " " + each.from().value() + " " + each.number() + " " + each.note())
        .toList();
  }

  @Test
  void theNewestComeFirstAndThoseOfOneDayAreNumberedInTheirNote() {
    assertEquals(
        List.of("2026-04-01 b.md 1 Third", "2026-03-01 a.md 1 Other", "2026-03-01 b.md 1 First", "2026-03-01 b.md 2 Second"),
        shown(
            corrected("b", "date: 2026-03-01, note: First", "date: 2026-04-01, note: Third", "date: 2026-03-01, note: Second")
                + corrected("a", "date: 2026-03-01, note: Other")));
  }

  @Test
  void oneHasWordsAndPerhapsASourceAndAClaim() {
    Correction correction =
        LedgerText.sound(
                LedgerText.note("a", "2026-01-02", "- [Speculation] It may be. {#x}")
                    + corrected("b.ko", "date: 2026-03-01, note: ' Half of it ', source: ' https://s.example/ ', claim: ' a#x '"))
            .corrections()
            .getFirst();
    assertEquals("Half of it", correction.note());
    assertEquals("https://s.example/", correction.source());
    assertEquals(Optional.of("a#x"), correction.claim());
    assertEquals(Language.KOREAN, correction.language());
  }

  @Test
  void oneWithoutASourceOrAClaimHasNone() {
    Correction correction = LedgerText.sound(corrected("b", "date: 2026-03-01, note: Half")).corrections().getFirst();
    assertEquals("", correction.source());
    assertEquals(Optional.empty(), correction.claim());
  }

  @Test
  void aClaimIsThatOfItsOwnNoteOrTheOneThatItsNameRestates() {
    Ledger ledger =
        LedgerText.sound(
            LedgerText.note("a", "2026-01-02", "- [Speculation] It may be. {#x}")
                + "-- b.md --\n---\ndate: 2026-01-03\ncorrections: [{date: 2026-03-01, note: Half, claim: '#again'}]\n---\n"
                + "- [Speculation] It may be. {#again same=a#x}\n");
    assertEquals(Optional.of("a#x"), ledger.corrections().getFirst().claim());
  }

  @Test
  void thoseOfTheDayOfTheNoteAndOfTodayCount() {
    assertEquals(
        List.of("2026-11-22 b.md 1 Late", "2026-01-02 b.md 1 Soon"),
        shown(corrected("b", "date: 2026-01-02, note: Soon", "date: 2026-11-22, note: Late")));
  }

  @Test
  void aNoteWithoutADayMayHaveBeenCorrectedOnAny() {
    assertEquals(
        List.of("1999-01-01 b.md 1 Long ago"),
        shown("-- b.md --\n---\ncorrections: [{date: 1999-01-01, note: Long ago}]\n---\nWords.\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|', quoteCharacter = '`',
      value = {
        "date: 2026-03-01 | b.md:4:5: error[wrong-type]: this correction does not say what was corrected | add note: what was wrong and what is right",
        "date: 2026-03-01, note: ' ' | b.md:4:5: error[wrong-type]: this correction does not say what was corrected | add note: what was wrong and what is right",
        "note: Half | b.md:4:5: error[wrong-type]: this correction has no 'date' | say on which day it was made: date: 2026-11-22",
        "note: Half, date: March | b.md:4:24: error[wrong-type]: 'March' is not a day | write it as 2026-11-22",
        "note: Half, date: 2026-01-01 | b.md:4:24: error[history]: nothing can be corrected on 2026-01-01: the note was published on 2026-01-02 | correct this date, or that of the note",
        "note: Half, date: 2026-11-23 | b.md:4:24: warning[history]: this correction is dated 2026-11-23 and is not shown before that day | if it has been made already, correct the date",
      })
  void whatSaysNotWhatOrWhenIsNotShown(String correction, String problem, String hint) {
    Ledgers.Result result = LedgerText.join(corrected("b", correction));
    assertEquals(List.of(problem + " | " + hint), result.problems().stream().map(LedgerText::line).toList());
    assertEquals(List.of(), result.ledger().corrections());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|', quoteCharacter = '`',
      value = {
        "nte: Half | 6 | error[unknown-key]: a correction has no key 'nte' | did you mean 'note'?",
        "source: | 13 | error[wrong-type]: 'source' is a single value |",
        "source: [a] | 14 | error[wrong-type]: 'source' is a single value |",
        "claim: '#y' | 13 | error[unknown-claim]: no claim is named '#y' | write #name, or slug#name for a claim of another note",
        "claim: a#prise | 13 | error[unknown-claim]: no claim is named 'a#prise' | did you mean 'a#price'?",
      })
  void aWrongKeyIsToldAndTheRestIsShown(String key, int column, String problem, String hint) {
    Ledgers.Result result =
        LedgerText.join(
            LedgerText.note("a", "2026-01-02", "- [Speculation] It may be. {#price}") + corrected("b", key + ", date: 2026-03-01, note: Half"));
    assertEquals(
        List.of("b.md:4:" + column + ": " + problem + (hint == null ? "" : " | " + hint)), result.problems().stream().map(LedgerText::line).toList());
    assertEquals(List.of("Half"), result.ledger().corrections().stream().map(Correction::note).toList());
    assertEquals(Optional.empty(), result.ledger().corrections().getFirst().claim());
  }

  @Test
  void whatIsNoMappingIsNone() {
    Ledgers.Result result = LedgerText.join("-- b.md --\n---\ncorrections: [Half]\n---\nWords.\n");
    assertEquals(
        List.of("b.md:2:15: error[wrong-type]: a correction is keys and values | write {date: 2026-11-22, note: what was wrong and what is right}"),
        result.problems().stream().map(LedgerText::line).toList());
    assertEquals(List.of(), result.ledger().corrections());
  }

  @Test
  void oneThatIsNotShownTakesNoNumber() {
    assertEquals(
        List.of(1),
        LedgerText.join(corrected("b", "date: 2026-03-01", "date: 2026-03-01, note: Half")).ledger().corrections().stream().map(Correction::number).toList());
  }
}
