package dev.assay.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What happens to a claim, in which order, and what cannot have happened.
class CourseTest {
  private static final String CLAIMS =
      LedgerText.note(
          "a", "2026-01-02", "- [Speculation] It may be. {#guess}\n- [Blocked] Nobody says. {#gap}\n- [Speculation] It may be soon. {#soon due=2026-12}\n"
              + "- [Speculation] It may have been. {#past due=2026-Q3}");

  private static String told(String... events) {
    return LedgerText.told("t", "2026-06-01", events);
  }

  private static List<String> course(String text, String name) {
    return LedgerText.course(LedgerText.join(text).ledger(), name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "guess, status: refuted, date: 2026-01-01", "guess, status: unblocked, date: 2026-05-01", "gap, status: confirmed, date: 2026-05-01",
        "gap, status: refuted, date: 2026-05-01", "soon, status: expired, date: 2026-06-01", "guess, status: refuted, date: 2026-11-23",
      })
  void whatCannotHaveHappenedOrHasNotYetIsToldAndLeavesTheClaimAsItIs(String event) {
    Ledgers.Result result = LedgerText.join(CLAIMS + told("claim: a#" + event));
    String name = "a#" + event.substring(0, event.indexOf(','));
    assertEquals(1, result.problems().size(), result.problems().toString());
    assertEquals(List.of(), LedgerText.course(result.ledger(), name));
    assertEquals(Status.STANDING, LedgerText.claim(result.ledger(), name).status());
  }

  @Test
  void whatCannotFollowDoesNotHideWhatCan() {
    assertEquals(
        List.of("2026-05-01 withdrawn", "2026-05-03 superseded"),
        course(
            CLAIMS
                + told(
                    "claim: a#guess, status: withdrawn, date: 2026-05-01", "claim: a#guess, status: confirmed, date: 2026-05-02",
                    "claim: a#guess, status: superseded, date: 2026-05-03"),
            "a#guess"));
  }

  @Test
  void somethingMayHappenOnTheDayOfTheClaimAndToday() {
    assertEquals(
        List.of("2026-01-02 amended", "2026-11-22 confirmed"),
        LedgerText.course(
            LedgerText.sound(CLAIMS + told("claim: a#guess, status: confirmed, date: 2026-11-22", "claim: a#guess, status: amended, date: 2026-01-02")),
            "a#guess"));
  }

  @Test
  void whatFollowsFromAnotherClaimStandsAmongWhatIsToldByItsDay() {
    Ledger ledger =
        LedgerText.join(
                CLAIMS + LedgerText.note("b", "2026-03-01", "- [Speculation] Rather so. {#y supersedes=a#guess}")
                    + told("claim: a#guess, status: refuted, date: 2026-05-01", "claim: a#guess, status: amended, date: 2026-02-01"))
            .ledger();
    assertEquals(List.of("2026-02-01 amended", "2026-03-01 superseded", "2026-05-01 refuted"), LedgerText.course(ledger, "a#guess"));
    assertEquals(Status.REFUTED, LedgerText.claim(ledger, "a#guess").status());
    assertEquals("b#y", LedgerText.claim(ledger, "a#guess").history().get(1).by().orElseThrow());
  }

  @Test
  void whatANoteTellsInItsOwnWordsIsNotSaidAgain() {
    assertEquals(
        List.of("2026-05-01 superseded"),
        course(
            CLAIMS + LedgerText.note("b", "2026-03-01", "- [Speculation] Rather so. {#y supersedes=a#guess}")
                + told("claim: a#guess, status: superseded, date: 2026-05-01, note: We know better"),
            "a#guess"));
  }

  @Test
  void anAmendmentAfterItsDayLeavesAClaimExpired() {
    Ledger ledger = LedgerText.join(CLAIMS + told("claim: a#past, status: amended, date: 2026-10-15")).ledger();
    assertEquals(List.of("2026-10-01 expired", "2026-10-15 amended"), LedgerText.course(ledger, "a#past"));
    assertEquals(Status.EXPIRED, LedgerText.claim(ledger, "a#past").status());
    assertTrue(LedgerText.claim(ledger, "a#past").history().getFirst().lapsed());
  }

  @Test
  void anExpiryThatIsToldIsNoLapse() {
    Event event =
        LedgerText.claim(
                LedgerText.sound(CLAIMS + told("claim: a#past, status: expired, date: 2026-10-01, note: Nobody knows, source: 'https://s.example/'")), "a#past")
            .history()
            .getFirst();
    assertEquals("Nobody knows https://s.example/ false", event.note() + " " + event.source() + " " + event.lapsed());
  }

  @Test
  void whatNobodyTellsHasNoWords() {
    Event event = LedgerText.claim(LedgerText.sound(CLAIMS), "a#past").history().getFirst();
    assertEquals("", event.note() + event.source());
  }

  @Test
  void aGuessOpensNothingBeforeItIsConfirmedAndAFactNothingAfterItFell() {
    String opens =
        CLAIMS + LedgerText.note("b", "2026-03-01", "- [Speculation] Soon. {#y unblocks=a#gap}\n- [Blocked] The terms. {#terms}\n")
            + LedgerText.note("c", "2026-03-01", "- [Fact] It is out. {#f unblocks=b#terms source=https://s.example/}");
    assertEquals(List.of(), course(opens + told("claim: b#y, status: amended, date: 2026-05-01"), "a#gap"));
    assertEquals(List.of("2026-05-02 unblocked"), course(opens + told("claim: b#y, status: confirmed, date: 2026-05-02", "claim: b#y, status: amended, date: 2026-05-01"), "a#gap"));
    assertEquals(List.of("2026-03-01 unblocked"), course(opens, "b#terms"));
    assertEquals(List.of(), course(opens + told("claim: c#f, status: withdrawn, date: 2026-05-01"), "b#terms"));
  }

  @Test
  void whatCannotBeReplacedOrOpenedIsToldAtTheOptionThatSaysSo() {
    assertEquals(
        List.of(
            "b.md:4:36: error[history]: a claim cannot replace itself | keep supersedes= on the claim that was made later",
            "b.md:5:36: error[history]: 'a#guess' is a speculation, so it cannot be unblocked | unblocks= names blocked claims; what this speaks for is named by supports="),
        LedgerText.problems(
            CLAIMS + LedgerText.note("b", "2026-03-01", "- [Speculation] Soon. {#y due=2027 supersedes=#y}\n- [Speculation] Soon. {#z due=2027 unblocks=a#guess}")));
  }

  @Test
  void whatOnlyATranslationSaysIsToldAtTheClaim() {
    assertEquals(
        List.of("b.md:4:3: error[history]: a claim cannot replace itself | keep supersedes= on the claim that was made later"),
        LedgerText.problems(
            LedgerText.note("b", "2026-03-01", "- [Speculation] Soon. {#y}") + LedgerText.note("b.ko", "2026-03-01", "- [추측] 곧. {#y supersedes=#y}")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|', quoteCharacter = '`',
      value = {
        "claim: a#guess, status: amended, date: 2026-05-01, probability: 1.5 | 70 | error[wrong-type]: '1.5' is not a probability from 0 to 1 | write probability: 0.6 or 60%",
        "claim: a#guess, status: amended, date: 2026-05-01, note: [a] | 63 | error[wrong-type]: 'note' is a single value |",
        "claim: a#guess, status: confirmed, date: 2026-05-01, probability: 1 | 72 | error[history]: a claim that is confirmed has no new probability | give a new probability with status: amended",
      })
  void aWrongPartOfAnEventIsToldAndTheEventCounts(String event, int column, String problem, String hint) {
    Ledgers.Result result = LedgerText.join(CLAIMS + told(event));
    assertEquals(
        List.of("t.md:4:" + column + ": " + problem + (hint == null ? "" : " | " + hint)), result.problems().stream().map(LedgerText::line).toList());
    assertEquals(1, LedgerText.claim(result.ledger(), "a#guess").history().size());
    assertTrue(LedgerText.claim(result.ledger(), "a#guess").history().getFirst().probability().isEmpty());
  }

  @Test
  void anEventIsAMapping() {
    assertEquals(
        List.of("t.md:2:11: error[wrong-type]: an event of a claim is a mapping | write {claim: slug#name, status: refuted, date: 2026-11-22}"),
        LedgerText.problems("-- t.md --\n---\nhistory: [refuted]\n---\nWords.\n"));
  }
}
