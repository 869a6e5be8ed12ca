package dev.assay.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.Kind;
import dev.assay.note.Language;
import dev.assay.note.SourceId;
import dev.assay.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How the drafts of notes become claims: which day, which place, which words stand for each, and what is said of a name that nobody has.
class JoinedNotesTest {
  @Test
  void aClaimMayBeYoungerThanItsNote() {
    Ledger ledger =
        LedgerText.sound(
            LedgerText.note("a", "2026-01-02", "- [Speculation] A. {#a asserted=2026-01-02}\n- [Speculation] B. {#b asserted=2026-11-22}\n- [Speculation] C. {#c}")
                + LedgerText.undated("u", "- [Speculation] U. {#u asserted=2020-01-01}\n- [Speculation] V. {#v}"));
    assertEquals("2026-01-02", LedgerText.claim(ledger, "a#a").asserted().orElseThrow().toString());
    assertEquals("2026-11-22", LedgerText.claim(ledger, "a#b").asserted().orElseThrow().toString());
    assertEquals("2026-01-02", LedgerText.claim(ledger, "a#c").asserted().orElseThrow().toString());
    assertEquals("2020-01-01", LedgerText.claim(ledger, "u#u").asserted().orElseThrow().toString());
    assertEquals(Optional.empty(), LedgerText.claim(ledger, "u#v").asserted());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-23 | this says that it was made on 2026-11-23, which is after today | give the day on which the claim is published",
        "2026-01-01 | this says that it was made on 2026-01-01, before its note was published on 2026-01-02 | leave 'asserted' out, or correct the day",
      })
  void aClaimIsNotMadeInTheFutureNorBeforeItsNote(String day, String message, String hint) {
    assertEquals(
        List.of("a.md:4:3: warning[claim-option]: " + message + " | " + hint),
        LedgerText.problems(LedgerText.note("a", "2026-01-02", "- [Speculation] A. {#a asserted=" + day + "}")));
  }

  @Test
  void aRestatementDatesNothing() {
    Ledger ledger =
        LedgerText.sound(
            LedgerText.note("a", "2026-02-02", "- [Speculation] A. {#a}") + LedgerText.note("b", "2026-01-01", "- [Speculation] A. {#b same=a#a}"));
    assertEquals("2026-02-02", LedgerText.claim(ledger, "b#b").asserted().orElseThrow().toString());
  }

  @Test
  void whatRestatesNobodyIsAClaimOfItsOwn() {
    Ledgers.Result result = LedgerText.join(LedgerText.note("a", "2026-01-02", "- [Speculation] A. {#a same=#none}\n- [Speculation] B. {#b same=#a}"));
    assertEquals(List.of("a#a", "a#b"), result.ledger().claims().stream().map(Claim::id).toList());
    assertEquals(2, result.problems().size(), result.problems().toString());
  }

  @Test
  void whatAClaimMentionsIsWhatItsOwnPlacesName() {
    Ledger ledger =
        LedgerText.sound(
            LedgerText.note("a", "2026-01-02", "- [Speculation] TSMC. {#a}\n- [Speculation] ASML. {#b}\n- [Speculation] Nobody. {#c}")
                + LedgerText.note("b", "2026-01-03", "- [Speculation] TSMC and ASML. {same=a#a}"));
    assertEquals(List.of("TSMC", "ASML"), LedgerText.claim(ledger, "a#a").mentions());
    assertEquals(List.of("ASML"), LedgerText.claim(ledger, "a#b").mentions());
    assertEquals(List.of(), LedgerText.claim(ledger, "a#c").mentions());
  }

  @Test
  void anOptionIsFoundWhereItIsWritten() {
    assertEquals(
        List.of(
            "a.md:4:33: error[unknown-claim]: no claim is named '#no' | name the claim where it is made, {#no}; only named claims can be spoken of",
            "a.md:5:35: error[unknown-claim]: 'supports' names the claim itself, '#b' | name another claim, or leave 'supports' out"),
        LedgerText.problems(
            LedgerText.note("a", "2026-01-02", "- [Speculation] A. {#a due=2027 unblocks=#no}\n- [Speculation] B. {#b because=#a supports=#b}")));
  }

  @Test
  void ofSeveralOptionsOfOneNameTheOneThatSaysSoIsShown() {
    Problem problem =
        LedgerText.join(LedgerText.note("a", "2026-01-02", "- [Speculation] A. {#a}\n\n:::{speculation} #b\n:supports: #a\n:supports: #no\nB.\n:::"))
            .problems()
            .getFirst();
    assertEquals("a.md:8:2", problem.place().toString());
    // The first line of the directive would show nothing of what is wrong.
    assertEquals("", problem.excerpt());
  }

  @Test
  void theLineOfTheClaimIsShownWhereItSaysWhatIsWrong() {
    String text = "- [Speculation] A. {#a supports=#no}\n- [Speculation] B. {#b supports=#b}";
    assertEquals(
        List.of("- [Speculation] A. {#a supports=#no}", "- [Speculation] B. {#b supports=#b}"),
        LedgerText.join(LedgerText.note("a", "2026-01-02", text)).problems().stream().map(Problem::excerpt).toList());
    assertEquals(
        List.of("", ""),
        LedgerText.join(
                LedgerText.note("a", "2026-01-02", ":::{speculation} #a\n:supports: #no\nA.\n:::\n\n:::{speculation} #b\n:supports: #b\nB.\n:::"))
            .problems().stream()
            .map(Problem::excerpt)
            .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|', quoteCharacter = '`',
      value = {
        "#gold-prise | no claim is named '#gold-prise' | did you mean '#gold-price'?",
        "b#silver-prise | no claim is named 'b#silver-prise' | did you mean 'b#silver-price'?",
        "base.none | no claim or figure is named 'base.none' | a figure is named scenario.figure, by a scenario of this note or of data/scenarios.yaml",
        "b#other | no claim is named 'b#other' | name the claim where it is made, {#other}; only named claims can be spoken of",
      })
  void aNameThatNobodyHasIsToldWithWhatMayBeMeant(String premise, String message, String hint) {
    assertEquals(
        List.of("a.md:5:31: error[unknown-claim]: " + message + " | " + hint),
        LedgerText.problems(
            LedgerText.note("a", "2026-01-02", "- [Inference] Gold. {#gold-price because=base.cost}\n- [Speculation] Thus. {#thus  because=" + premise + "}")
                + LedgerText.note("b", "2026-01-02", "- [Inference] Silver. {#silver-price because=base.cost}")));
  }

  @Test
  void aNameOfALetterIsNoGuessForAnotherOfItsNoteButAnotherNoteMayBeMeant() {
    assertEquals(
        List.of(
            "alpha.md:5:24: error[unknown-claim]: no claim is named '#c' | name the claim where it is made, {#c}; only named claims can be spoken of",
            "alpha.md:6:24: error[unknown-claim]: no claim is named 'alhpa#a' | did you mean '#a'?"),
        LedgerText.problems(
            LedgerText.note(
                "alpha", "2026-01-02",
                "- [Speculation] A. {#a}\n- [Speculation] B. {#b because=#c}\n- [Speculation] D. {#d because=alhpa#a}")));
  }

  @Test
  void aClaimIsNoGuessForANameInItsOwnOptions() {
    assertEquals(
        List.of("alpha.md:4:27: error[unknown-claim]: no claim is named 'gro' | name the claim where it is made, {#gro}; only named claims can be spoken of"),
        LedgerText.problems(LedgerText.note("alpha", "2026-01-02", "- [Speculation] A. {#grow because=gro}")));
  }

  @Test
  void aNameOfALetterIsGuessedWhenOnlyItsCapitalsDiffer() {
    assertEquals(
        List.of("alpha.md:5:24: error[unknown-claim]: no claim is named '#p1' | did you mean '#P1'?"),
        LedgerText.problems(LedgerText.note("alpha", "2026-01-02", "- [Speculation] A. {#P1}\n- [Speculation] B. {#b because=#p1}")));
  }

  @Test
  void theFirstPlaceIsInTheSitesLanguage() {
    String text =
        LedgerText.note("a.ko", "2026-01-01", "- [추측] 그렇다. {#x}\n- [추측] 아니다.") + LedgerText.note("a", "2026-01-02", "- [Speculation] So. {#x}\n- [Speculation] No.");
    Claim claim = LedgerText.claim(LedgerText.join(text, Language.KOREAN, LedgerText.TODAY).ledger(), "a#x");
    assertEquals(List.of("/ko/a/#x", "/a/#x"), claim.places().stream().map(Claim.Place::url).toList());
    claim = LedgerText.claim(LedgerText.sound(text), "a#x");
    assertEquals(List.of("/a/#x", "/ko/a/#x"), claim.places().stream().map(Claim.Place::url).toList());
    assertEquals(Optional.of("/ko/a/#x"), claim.in(Language.KOREAN).map(Claim.Place::url));
    assertEquals(Optional.empty(), claim.in(new Language("ja")));
  }

  @Test
  void aNotesClaimsAreInTheOrderOfItsDraftsWhateverBecameOfThem() {
    Ledger ledger =
        LedgerText.join(
                LedgerText.note("a", "2026-01-02", "- [Speculation] A. {#a}\n- [Speculation] Loose.\n- [Speculation] B. {same=#a}\n- [Speculation] C. {#c}"))
            .ledger();
    assertEquals(
        List.of("a#a", "/a/#claim-1", "a#a", "a#c"),
        ledger.of(new SourceId("a.md")).stream().map(claim -> claim.named() ? claim.id() : "/a/#claim-1").toList());
    assertEquals(List.of(), ledger.of(new SourceId("z.md")));
    assertEquals(List.of(0, 1, 2), ledger.claims().stream().map(Claim::number).toList());
  }

  @Test
  void ofTwoDraftsWithOneNameTheFirstStandsForBoth() {
    Ledgers.Result result = LedgerText.join(LedgerText.note("a", "2026-01-02", "- [Speculation] A. {#a}") + LedgerText.note("b/a", "2026-01-03", "- [Speculation] B. {#a}"));
    assertEquals(
        List.of("b/a.md:4:3: error[claim-name]: the claim 'a#a' is already made in a.md:4:3 | name it differently, or write {same=a#a} if it restates the other"),
        result.problems().stream().map(LedgerText::line).toList());
    assertEquals(List.of("a#a"), result.ledger().of(new SourceId("b/a.md")).stream().map(Claim::id).toList());
    assertEquals(1, result.ledger().claims().getFirst().places().size());
  }

  @Test
  void claimsAreCountedByKindAndEveryKindIsThere() {
    Ledger ledger = LedgerText.sound(LedgerText.note("a", "2026-01-02", "- [Speculation] A.\n- [Speculation] B.\n- [Blocked] C."));
    assertEquals(Map.of(Kind.FACT, 0, Kind.INFERENCE, 0, Kind.SPECULATION, 2, Kind.BLOCKED, 1), Ledger.count(ledger.claims()));
  }

  @Test
  void whatRestsOnAClaimIsFoundFromBelow() {
    Ledger ledger =
        LedgerText.sound(
            LedgerText.note(
                "a", "2026-01-02",
                "- [Inference] Ground. {#ground because=base.cost}\n- [Speculation] Both. {#both because=#ground supports=#ground}\n"
                    + "- [Speculation] Helped. {#helped supports=#ground,#both}\n- [Speculation] Mixed. {#mixed because=base.cost,#both}"));
    ReasonGraph graph = ReasonGraph.of(ledger);
    assertEquals(List.of("a#both", "a#helped"), graph.above(LedgerText.claim(ledger, "a#ground")).stream().map(Claim::id).toList());
    assertEquals(List.of("a#helped", "a#mixed"), graph.above(LedgerText.claim(ledger, "a#both")).stream().map(Claim::id).toList());
    assertEquals(List.of(), graph.above(LedgerText.claim(ledger, "a#mixed")));
    assertEquals(
        List.of("a#ground true", "a#ground false"),
        graph.below(LedgerText.claim(ledger, "a#both")).stream().map(below -> below.claim().id() + " " + below.needed()).toList());
    assertEquals(
        List.of("a#ground false", "a#both false"),
        graph.below(LedgerText.claim(ledger, "a#helped")).stream().map(below -> below.claim().id() + " " + below.needed()).toList());
    assertEquals(List.of("a#both true"), graph.below(LedgerText.claim(ledger, "a#mixed")).stream().map(below -> below.claim().id() + " " + below.needed()).toList());
    assertEquals(List.of(), graph.below(LedgerText.claim(ledger, "a#ground")));
  }

  private static String ring(String name, int size) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < size; i++) {
      text.append("- [Speculation] x. {#c").append(i).append(" because=#c").append((i + 1) % size).append("}\n");
    }
    return LedgerText.note(name, "2026-01-02", text.toString());
  }

  @Test
  void aCircleOfTwelveIsShownWholeAndOfALargerOneTheEnds() {
    Problem twelve = LedgerText.join(ring("a", 12)).problems().getFirst();
    assertTrue(twelve.message().endsWith("a#c0 → a#c1 → a#c2 → a#c3 → a#c4 → a#c5 → a#c6 → a#c7 → a#c8 → a#c9 → a#c10 → a#c11 → a#c0"), twelve.message());
    Problem more = LedgerText.join(ring("a", 15)).problems().getFirst();
    assertTrue(
        more.message().endsWith("a#c0 → a#c1 → a#c2 → a#c3 → a#c4 → a#c5 → … 3 more … → a#c9 → a#c10 → a#c11 → a#c12 → a#c13 → a#c14 → a#c0"), more.message());
    assertEquals(1 + 6 + 1 + 6, more.hint().lines().count(), more.hint());
    assertTrue(more.hint().endsWith("\na.md:18:3: a#c14 rests on a#c0"), more.hint());
  }

  @Test
  void twentyCirclesAreAsManyAsAnybodyReads() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 22; i++) {
      text.append(ring("a" + i, 1));
    }
    assertEquals(20, LedgerText.problems(text.toString()).size());
  }

  @Test
  void theClaimThatFellIsTheLastOfTheWay() {
    Ledger ledger =
        LedgerText.join(
                LedgerText.note("a", "2026-01-02", "- [Inference] A. {#a because=base.cost}\n- [Inference] B. {#b because=#a}\n- [Inference] C. {#c because=#b}")
                    + LedgerText.told("t", "2026-06-01", "claim: a#a, status: refuted, date: 2026-05-01"))
            .ledger();
    assertEquals("a#a", ledger.fallenUnder(LedgerText.claim(ledger, "a#c")).getFirst().root());
    assertEquals(List.of(), ledger.fallenUnder(LedgerText.claim(ledger, "a#a")));
  }
}
