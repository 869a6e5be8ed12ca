package dev.assay.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.build.BuildOptions;
import dev.assay.build.Progress;
import dev.assay.build.SiteBuild;
import dev.assay.note.Language;
import dev.assay.problem.Problem;
import dev.assay.problem.ProblemText;
import dev.assay.testing.SiteText;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What happens to claims after they are made: who may say it, what counts, what cannot be, and what it does to claims
/// that rest on them.
class HistoryTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @TempDir private Path root;

  private SiteBuild.Checked read(LocalDate today, String text) {
    SiteText.of("-- content/site.yaml --\ntitle: History\nbase_url: https://h.example/\nlanguages: [en, ko]\n" + text).into(root);
    return SiteBuild.analyse(BuildOptions.of(root).withToday(today), Progress.NONE);
  }

  private Ledger sound(String text) {
    SiteBuild.Checked checked = read(TODAY, text);
    assertEquals(List.of(), checked.report().problems(), () -> ProblemText.of(false).report(checked.report().problems()));
    return checked.analysis().model().ledger();
  }

  private List<String> problems(String text) {
    return read(TODAY, text).report().problems().stream().map(HistoryTest::line).toList();
  }

  private static String line(Problem problem) {
    String hint = problem.hint().isEmpty() ? "" : " | " + problem.hint();
    return problem.place() + ": " + problem.severity().word() + "[" + problem.code().word() + "]: " + problem.message() + hint;
  }

  /// A note whose text begins on line 5.
  private static String note(String name, String date, String text) {
    return "-- content/post/" + name + ".md --\n---\ntitle: " + name + "\ndate: " + date + "\n---\n" + text;
  }

  /// A note whose first event stands on line 5.
  private static String told(String name, String date, String... events) {
    StringBuilder out = new StringBuilder("-- content/post/" + name + ".md --\n---\ntitle: " + name + "\ndate: " + date + "\nhistory:\n");
    for (String event : events) {
      out.append("  - {").append(event).append("}\n");
    }
    return out.append("---\nWhat happened since.\n").toString();
  }

  private static Claim named(Ledger ledger, String name) {
    return ledger.named(name).orElseThrow(() -> new AssertionError(name + " is not among " + ledger.byName().keySet()));
  }

  private static List<String> course(Ledger ledger, String name) {
    return named(ledger, name).history().stream().map(event -> event.date() + " " + event.status().word()).toList();
  }

  private static final String GUESS = note("a", "2026-01-02", "- [Speculation] It may be. {#x}\n");
  private static final String GAP = note("a", "2026-01-02", "- [Blocked] Nobody says. {#x}\n");

  @Test
  void eventsAreOrderedByDayAndTheLastOneCounts() {
    Ledger ledger =
        sound(
            GUESS
                + told("b", "2026-06-01", "claim: a#x, status: confirmed, date: 2026-05-01", "claim: a#x, status: refuted, date: 2026-04-01")
                + told("c", "2026-03-01", "claim: a#x, status: amended, date: 2026-03-01"));
    assertEquals(List.of("2026-03-01 amended", "2026-04-01 refuted", "2026-05-01 confirmed"), course(ledger, "a#x"));
    assertEquals(Status.CONFIRMED, named(ledger, "a#x").status());
  }

  @Test
  void onOneDayTheLaterNoteWinsWithAWarningAndInOneNoteTheLaterLine() {
    String text =
        GUESS
            + told("b", "2026-06-01", "claim: a#x, status: refuted, date: 2026-05-01")
            + told("c", "2026-05-15", "claim: a#x, status: amended, date: 2026-05-01", "claim: a#x, status: confirmed, date: 2026-05-01");
    assertEquals(
        List.of(
            "content/post/b.md:5:26: warning[history]: on 2026-05-01 'a#x' is refuted here and confirmed in content/post/c.md; this counts, being told last"
                + " | give one of them another day, or take one back"),
        problems(text));
    Ledger ledger = read(TODAY, text).analysis().model().ledger();
    assertEquals(List.of("2026-05-01 amended", "2026-05-01 confirmed", "2026-05-01 refuted"), course(ledger, "a#x"));
  }

  @Test
  void aTranslationTellsTheSameEventInItsOwnWords() {
    Ledger ledger =
        sound(
            GUESS
                + told("b", "2026-06-01", "claim: a#x, status: refuted, date: 2026-05-01, note: It was not so")
                + told("b.ko", "2026-06-01", "claim: a#x, status: refuted, date: 2026-05-01, note: 그렇지 않았다"));
    Event event = named(ledger, "a#x").history().getFirst();
    assertEquals(1, named(ledger, "a#x").history().size());
    assertEquals("It was not so", event.note());
    assertEquals("그렇지 않았다", event.in(Language.KOREAN).orElseThrow().note());
    assertEquals("It was not so", event.in(new Language("ja")).orElseThrow().note());
  }

  @Test
  void oneNoteThatTellsAnEventTwiceIsWarned() {
    assertEquals(
        List.of(
            "content/post/b.md:6:26: warning[history]: this note says twice that 'a#x' was refuted on that day | keep one of them"),
        problems(GUESS + told("b", "2026-06-01", "claim: a#x, status: refuted, date: 2026-05-01", "claim: a#x, status: refuted, date: 2026-05-01, note: Again")));
  }

  @Test
  void anUnknownClaimIsAnErrorWithAGuess() {
    assertEquals(
        List.of(
            "content/post/b.md:5:13: error[unknown-claim]: no claim is named 'a#pric' | did you mean 'a#price'?",
            "content/post/b.md:6:13: error[unknown-claim]: no claim is named '#here' | write slug#name; only a claim with a name, {#name}, and a checkpoint have a history"),
        problems(
            note("a", "2026-01-02", "- [Speculation] It may be. {#price}\n")
                + told("b", "2026-06-01", "claim: a#pric, status: refuted, date: 2026-05-01", "claim: \"#here\", status: refuted, date: 2026-05-01")));
  }

  @Test
  void whatAnEventLacksOrMisspellsIsNamed() {
    assertEquals(
        List.of(
            "content/post/b.md:5:5: error[wrong-type]: this event of a claim has no 'status' | one of confirmed, refuted, withdrawn, superseded, expired, unblocked, amended",
            "content/post/b.md:6:28: error[wrong-type]: 'refutd' is no status of a claim | did you mean 'refuted'?",
            "content/post/b.md:7:41: error[wrong-type]: 'May 2026' is not a day | write it as 2026-11-22",
            "content/post/b.md:8:50: error[unknown-key]: an event of a claim has no key 'why' | known: claim, date, note, probability, source, status"),
        problems(
            GUESS
                + told("b", "2026-06-01", "claim: a#x, date: 2026-05-01", "  claim: a#x, status: refutd, date: 2026-05-01",
                    "claim: a#x, status: refuted, date: May 2026", "claim: a#x, status: amended, date: 2026-06, why: so")).stream()
            .filter(line -> !line.contains(":8:41"))
            .toList());
  }

  @Test
  void nothingHappensToAClaimBeforeItIsMade() {
    assertEquals(
        List.of(
            "content/post/b.md:5:41: error[history]: nothing can happen to 'a#x' on 2026-01-01: it was first made on 2026-01-02"
                + " | correct this date, or the date of content/post/a.md"),
        problems(GUESS + told("b", "2026-06-01", "claim: a#x, status: refuted, date: 2026-01-01")));
  }

  @Test
  void onlyABlockedClaimIsUnblocked() {
    assertEquals(
        List.of(
            "content/post/b.md:5:26: error[history]: 'a#x' is a speculation, so it cannot be unblocked"
                + " | only a blocked claim is unblocked; if it turned out right, say confirmed"),
        problems(GUESS + told("b", "2026-06-01", "claim: a#x, status: unblocked, date: 2026-05-01")));
  }

  @Test
  void aBlockedClaimIsNeitherRightNorWrongBeforeItIsUnblocked() {
    assertEquals(
        List.of(
            "content/post/b.md:5:26: error[history]: 'a#x' is blocked, so it cannot be refuted"
                + " | say unblocked when it can be known, and make what is known a claim of its own"),
        problems(GAP + told("b", "2026-06-01", "claim: a#x, status: refuted, date: 2026-05-01")));
    Ledger ledger =
        sound(GAP + told("b", "2026-06-01", "claim: a#x, status: refuted, date: 2026-05-02", "claim: a#x, status: unblocked, date: 2026-05-01"));
    assertEquals(Status.REFUTED, named(ledger, "a#x").status());
  }

  @Test
  void nothingHappensToAWithdrawnClaimButThatItIsReplaced() {
    assertEquals(
        List.of(
            "content/post/b.md:6:26: error[history]: 'a#x' was withdrawn on 2026-05-01, so it cannot be confirmed after that"
                + " | make the claim anew, with supersedes=a#x"),
        problems(GUESS + told("b", "2026-06-01", "claim: a#x, status: withdrawn, date: 2026-05-01", "claim: a#x, status: confirmed, date: 2026-05-02")));
    Ledger ledger =
        sound(GUESS + told("b", "2026-06-01", "claim: a#x, status: withdrawn, date: 2026-05-01", "claim: a#x, status: superseded, date: 2026-05-02"));
    assertEquals(Status.SUPERSEDED, named(ledger, "a#x").status());
  }

  @Test
  void anEventOfADayToComeIsNotInForceUntilThen() {
    String text = GUESS + told("b", "2026-06-01", "claim: a#x, status: refuted, date: 2027-01-01");
    assertEquals(
        List.of(
            "content/post/b.md:5:41: warning[history]: this event is dated 2027-01-01 and is not in force before that day"
                + " | if it has happened already, correct the date"),
        problems(text));
    assertEquals(Status.STANDING, named(read(TODAY, text).analysis().model().ledger(), "a#x").status());
    SiteBuild.Checked then = read(LocalDate.of(2027, 1, 1), text);
    assertEquals(List.of(), then.report().problems());
    assertEquals(Status.REFUTED, named(then.analysis().model().ledger(), "a#x").status());
  }

  @Test
  void aClaimThatSaysSoReplacesAnOlderOne() {
    Ledger ledger = sound(GUESS + note("b", "2026-06-01", "- [Speculation] It may be otherwise. {#y supersedes=a#x}\n"));
    assertEquals(List.of("2026-06-01 superseded"), course(ledger, "a#x"));
    assertEquals("b#y", named(ledger, "a#x").history().getFirst().by().orElseThrow());
    assertEquals(Status.STANDING, named(ledger, "b#y").status());
  }

  @Test
  void aNoteThatTellsTheReplacementInWordsIsNotRepeated() {
    Ledger ledger =
        sound(
            GUESS
                + "-- content/post/b.md --\n---\ntitle: b\ndate: 2026-06-01\nhistory: [{claim: a#x, status: superseded, date: 2026-05-30, note: Better data}]\n---\n"
                + "- [Speculation] It may be otherwise. {#y supersedes=a#x}\n");
    assertEquals(List.of("2026-05-30 superseded"), course(ledger, "a#x"));
  }

  @Test
  void aClaimReplacesNoneThatWasMadeLaterNorItself() {
    assertEquals(
        List.of(
            "content/post/a.md:5:38: error[history]: this was made on 2026-01-02, before 'b#y', which it replaces and which was made on 2026-06-01"
                + " | turn it round: write supersedes= at the later claim",
            "content/post/b.md:6:38: error[history]: a claim cannot replace itself | keep supersedes= on the claim that was made later"),
        problems(
            note("a", "2026-01-02", "- [Speculation] It may be. {#x       supersedes=b#y}\n")
                + note("b", "2026-06-01", "- [Speculation] May be otherwise. {#y}\n- [Speculation] It may be. {#z       supersedes=#z}\n")));
  }

  @Test
  void aFactOpensWhatItUnblocksAndAGuessDoesOnceItIsConfirmed() {
    Ledger ledger =
        sound(
            note("a", "2026-01-02", "- [Blocked] The price. {#x}\n- [Blocked] The terms. {#y}\n- [Blocked] The volume. {#z}\n")
                + note("b", "2026-06-01",
                    "- [Fact] The price is out, [they say](https://s.example/). {unblocks=a#x}\n- [Speculation] Soon. {#soon unblocks=a#y}\n- [Speculation] Later. {#later unblocks=a#z}\n")
                + told("c", "2026-07-01", "claim: b#soon, status: confirmed, date: 2026-06-20"));
    assertEquals(List.of("2026-06-01 unblocked"), course(ledger, "a#x"));
    assertEquals(List.of("2026-06-20 unblocked"), course(ledger, "a#y"));
    assertEquals(List.of(), course(ledger, "a#z"));
  }

  @Test
  void aClaimWhoseDayPassedHasExpiredUntilSomebodySaysWhatCameOfIt() {
    String text = note("a", "2026-01-02", "- [Speculation] It may be. {#x due=2026-Q3}\n- [Speculation] Or else. {#y due=2026-11-22}\n");
    Ledger ledger = sound(text);
    assertEquals(List.of("2026-10-01 expired"), course(ledger, "a#x"));
    assertTrue(named(ledger, "a#x").history().getFirst().lapsed());
    assertEquals(Status.STANDING, named(ledger, "a#y").status());
    Ledger later = sound(text + told("b", "2026-11-01", "claim: a#x, status: refuted, date: 2026-10-20"));
    assertEquals(List.of("2026-10-20 refuted"), course(later, "a#x"));
  }

  @Test
  void aClaimCannotExpireBeforeItsDay() {
    assertEquals(
        List.of(
            "content/post/b.md:5:41: error[history]: 'a#x' cannot have expired on 2026-05-01: its day is 2026-Q3"
                + " | a claim expires when its day has passed; if it is known earlier, say confirmed or refuted"),
        problems(note("a", "2026-01-02", "- [Speculation] It may be. {#x due=2026-Q3}\n") + told("b", "2026-06-01", "claim: a#x, status: expired, date: 2026-05-01")).stream()
            .filter(line -> line.contains("error"))
            .toList());
  }

  @Test
  void anAmendmentMayGiveANewProbabilityAndNothingElseMay() {
    String guess = note("a", "2026-01-02", "- [Speculation] It may be. {#x probability=0.6 due=2027}\n");
    Ledger ledger = sound(guess + told("b", "2026-06-01", "claim: a#x, status: amended, date: 2026-05-01, probability: 80%"));
    assertEquals(0.8, named(ledger, "a#x").history().getFirst().probability().orElseThrow());
    assertEquals(
        List.of(
            "content/post/b.md:5:66: error[history]: a claim that is refuted has no new probability | give a new probability with status: amended"),
        problems(guess + told("b", "2026-06-01", "claim: a#x, status: refuted, date: 2026-05-01, probability: 0.8")));
  }

  private static final String CHAIN =
      note("a", "2026-01-02", "- [Fact] It is so, [they say](https://s.example/). {#fact}\n")
          + note("b", "2026-02-02", "- [Inference] So this. {#mid because=a#fact}\n")
          + note("c", "2026-03-02", "- [Inference] So that. {#top because=b#mid}\n- [Inference] And that too. {because=#top}\n- [Fact] Helped, [they say](https://s.example/). {#helped supports=#top}\n");

  @Test
  void whatRestsOnARefutedFactIsReportedHoweverFarAway() {
    String text = CHAIN + told("d", "2026-04-02", "claim: a#fact, status: refuted, date: 2026-04-01, note: It was not so");
    assertEquals(
        List.of(
            "content/post/b.md:5:3: warning[fallen-premise]: this inference rests on 'a#fact', refuted on 2026-04-01"
                + " | if it still holds, say so: assay resolve b#mid amended; if not, withdrawn",
            "content/post/c.md:5:3: warning[fallen-premise]: this inference rests on 'b#mid', which rests on 'a#fact', refuted on 2026-04-01"
                + " | if it still holds, say so: assay resolve c#top amended; if not, withdrawn",
            "content/post/c.md:6:3: warning[fallen-premise]: this inference rests on 'c#top', which rests on 'b#mid', which rests on 'a#fact', refuted on 2026-04-01"
                + " | if it still holds, rest it on something else; if not, name it, {#name}, and withdraw it"),
        problems(text));
    Ledger ledger = read(TODAY, text).analysis().model().ledger();
    assertEquals(
        List.of(new Fallen(List.of("b#mid", "a#fact"), 0, Status.REFUTED, LocalDate.of(2026, 4, 1))),
        ledger.fallenUnder(named(ledger, "c#top")));
    assertEquals(List.of(), ledger.fallenUnder(named(ledger, "c#helped")));
  }

  @Test
  void aLongWayDownIsToldByItsEnds() {
    StringBuilder chain = new StringBuilder("- [Fact] x {#c0 source=https://example.org/}\n");
    for (int i = 1; i <= 12; i++) {
      chain.append("- [Inference] y {#c").append(i).append(" because=#c").append(i - 1).append("}\n");
    }
    String text = note("a", "2026-01-02", chain.toString()) + told("d", "2026-04-02", "claim: a#c0, status: refuted, date: 2026-04-01");
    Ledger ledger = read(TODAY, text).analysis().model().ledger();
    assertEquals(
        List.of(new Fallen(List.of("a#c11", "a#c10", "a#c9", "a#c8", "a#c2", "a#c1", "a#c0"), 5, Status.REFUTED, LocalDate.of(2026, 4, 1))),
        ledger.fallenUnder(named(ledger, "a#c12")));
    assertEquals(
        List.of(new Fallen(List.of("a#c6", "a#c5", "a#c4", "a#c3", "a#c2", "a#c1", "a#c0"), 0, Status.REFUTED, LocalDate.of(2026, 4, 1))),
        ledger.fallenUnder(named(ledger, "a#c7")));
    assertTrue(
        problems(text).stream()
            .anyMatch(
                line ->
                    line.contains(
                        "rests on 'a#c6', which rests on 'a#c5', which rests on 'a#c4', which rests on 'a#c3', which rests on 'a#c2', which rests on 'a#c1',"
                            + " which rests on 'a#c0', refuted")),
        text);
    assertEquals(
        "content/post/a.md:17:3: warning[fallen-premise]: this inference rests on 'a#c11', which rests on 'a#c10', which rests on 'a#c9',"
            + " which rests on 'a#c8', which rests on 5 more down to 'a#c2', which rests on 'a#c1', which rests on 'a#c0', refuted on 2026-04-01"
            + " | if it still holds, say so: assay resolve a#c12 amended; if not, withdrawn",
        problems(text).getLast());
  }

  @Test
  void aConclusionThatWasAmendedSinceOrConfirmedCarriesNoDoubtFurther() {
    sound(
        CHAIN
            + told("d", "2026-04-02", "claim: a#fact, status: refuted, date: 2026-04-01", "claim: b#mid, status: amended, date: 2026-04-01"));
    sound(
        CHAIN
            + told("d", "2026-04-02", "claim: a#fact, status: withdrawn, date: 2026-04-01", "claim: b#mid, status: confirmed, date: 2026-03-01"));
    assertEquals(
        3,
        problems(
                CHAIN
                    + told("d", "2026-04-02", "claim: a#fact, status: refuted, date: 2026-04-01", "claim: b#mid, status: amended, date: 2026-03-01"))
            .size());
  }

  @Test
  void aConclusionThatFellItselfIsTheNearestReason() {
    assertEquals(
        List.of(
            "content/post/c.md:5:3: warning[fallen-premise]: this inference rests on 'b#mid', withdrawn on 2026-04-03"
                + " | if it still holds, say so: assay resolve c#top amended; if not, withdrawn"),
        problems(
            CHAIN.replace("- [Inference] And that too. {because=#top}\n", "")
                + told("d", "2026-04-05", "claim: a#fact, status: refuted, date: 2026-04-01", "claim: b#mid, status: withdrawn, date: 2026-04-03")));
  }

  @Test
  void aFactThatStandsAgainLeavesNoDoubt() {
    sound(
        CHAIN
            + told("d", "2026-04-05", "claim: a#fact, status: refuted, date: 2026-04-01", "claim: a#fact, status: confirmed, date: 2026-04-03"));
  }
}
