package dev.assay.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.build.BuildOptions;
import dev.assay.build.BuildReport;
import dev.assay.build.Progress;
import dev.assay.build.SiteBuild;
import dev.assay.note.Kind;
import dev.assay.problem.Problem;
import dev.assay.problem.ProblemText;
import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The ledger of whole sites, as a writer of notes meets it: what is one claim, what rests on what, what is wrong.
class LedgersTest {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  static final String SETTINGS =
      """
      -- content/site.yaml --
      title: Ledger
      base_url: https://ledger.example/
      languages: [en, ko]
      -- content/data/scenarios.yaml --
      base: {hardware: h100-sxm, model: llama-3.1-70b}
      """;

  @TempDir private Path root;

  private SiteBuild.Checked read(String text) {
    SiteText.of(SETTINGS + text).into(root);
    return SiteBuild.analyse(BuildOptions.of(root).withToday(TODAY), Progress.NONE);
  }

  private Ledger sound(String text) {
    SiteBuild.Checked checked = read(text);
    assertEquals(List.of(), checked.report().problems(), () -> words(checked.report().problems()));
    return checked.analysis().model().ledger();
  }

  private static String words(List<Problem> problems) {
    return ProblemText.of(false).report(problems);
  }

  private List<String> problems(String text) {
    return read(text).report().problems().stream().map(LedgersTest::line).toList();
  }

  static String line(Problem problem) {
    return problem.place() + ": " + problem.severity().word() + "[" + problem.code().word() + "]: " + problem.message();
  }

  /// A note whose text begins on line 5.
  static String note(String name, String date, String text) {
    return "-- content/post/" + name + ".md --\n---\ntitle: " + name + "\ndate: " + date + "\n---\n" + text;
  }

  private static Claim named(Ledger ledger, String name) {
    return ledger.named(name).orElseThrow(() -> new AssertionError(name + " is not among " + ledger.byName().keySet()));
  }

  @Test
  void aNameIsGlobalByTheSlugOfItsNote() {
    Ledger ledger =
        sound(
            note("alpha", "2026-01-02", "- **[Fact]** It is so, [they say](https://s.example/). {#so}\n")
                + note("beta", "2026-01-03", "- **[Fact]** It is so here too, [they say](https://s.example/). {#so}\n"
                    + "- **[Inference]** Both. {#both because=#so,alpha#so}\n"));
    assertEquals(Set.of("alpha#so", "beta#so", "beta#both"), ledger.byName().keySet());
    assertEquals(
        List.of(new Premise.OfClaim("beta#so"), new Premise.OfClaim("alpha#so")), named(ledger, "beta#both").because());
  }

  @Test
  void theThreeFormsMakeTheSameClaims() {
    Ledger ledger =
        sound(
            note("alpha", "2026-01-02",
                """
                - [fact]: By tag, [they say](https://s.example/). {#tag}

                ## [Speculation]

                - By heading. {#heading}
                - [Blocked] An own tag wins. {#own}

                ## Rest

                :::{inference} #directive
                :because: #tag
                By directive.

                In two paragraphs.
                :::
                """));
    assertEquals(Kind.FACT, named(ledger, "alpha#tag").kind());
    assertEquals(Kind.SPECULATION, named(ledger, "alpha#heading").kind());
    assertEquals(Kind.BLOCKED, named(ledger, "alpha#own").kind());
    assertEquals(Kind.INFERENCE, named(ledger, "alpha#directive").kind());
    assertEquals(4, ledger.claims().size());
  }

  @Test
  void aClaimWithoutANameHasAnAddressAndNoIdentity() {
    Ledger ledger = sound(note("alpha", "2026-01-02", "- [Speculation] Perhaps.\n- [Speculation] Perhaps.\n"));
    assertEquals(2, ledger.claims().size());
    assertTrue(ledger.claims().stream().allMatch(claim -> !claim.named() && claim.id().startsWith("/post/alpha/#")), ledger.toString());
    assertEquals(2, ledger.claims().stream().map(Claim::id).distinct().count());
    assertTrue(ledger.byName().isEmpty());
  }

  @Test
  void aNameTakenInOneNoteIsAnError() {
    List<String> problems =
        problems(note("alpha", "2026-01-02", "- [Speculation] One. {#same-name}\n- [Speculation] Two. {#same-name}\n"));
    assertEquals(1, problems.size(), problems.toString());
    assertTrue(problems.getFirst().matches("content/post/alpha\\.md:6:\\d+: error\\[claim-name\\]: .*'?#?same-name.*"), problems.toString());
  }

  @Test
  void aRestatedClaimIsOneRowWithBothPlaces() {
    Ledger ledger =
        sound(
            note("alpha", "2026-01-02", "- **[Fact]** It is so, [they say](https://s.example/a). {#so}\n")
                + note("beta", "2026-01-03", "- **[Fact]** As was said, it is so ([again](https://s.example/b)). {same=alpha#so}\n")
                + note("gamma", "2026-01-01", "- **[Fact]** So it is. {#again same=alpha#so}\n- [Speculation] More. {#more because=#again}\n"));
    Claim claim = named(ledger, "alpha#so");
    assertEquals(
        List.of("alpha", "gamma", "beta"), claim.places().stream().map(place -> place.url().split("/")[2]).toList());
    assertEquals(2, ledger.claims().size());
    assertEquals(claim, named(ledger, "gamma#again"));
    assertEquals(List.of(new Premise.OfClaim("alpha#so")), named(ledger, "gamma#more").because());
    // The note that makes it dates it, not an older one that restates it.
    assertEquals(Optional.of(LocalDate.of(2026, 1, 2)), claim.asserted());
    assertEquals(2, claim.sources().size());
    assertEquals(List.of(claim), ledger.of(claim.places().getLast().note()));
  }

  @Test
  void aRestatementOfARestatementIsTheSameClaim() {
    Ledger ledger =
        sound(
            note("alpha", "2026-01-02", "- [Speculation] A. {#a}\n- [Speculation] A. {#b same=#c}\n- [Speculation] A. {#c same=#a}\n"));
    assertEquals(1, ledger.claims().size());
    assertEquals(named(ledger, "alpha#a"), named(ledger, "alpha#b"));
  }

  @Test
  void aRestatementWithAnotherKindIsAnErrorThatNamesBothPlaces() {
    assertEquals(
        List.of(
            "content/post/beta.md:5:3: error[claim-kind]: 'alpha#so' is an inference here and a fact in content/post/alpha.md:5:3"),
        problems(
            note("alpha", "2026-01-02", "- **[Fact]** It is so, [they say](https://s.example/a). {#so}\n")
                + note("beta", "2026-01-03", "- **[Inference]** It is so. {same=alpha#so}\n")));
  }

  @Test
  void restatementsThatOnlyPointAtEachOtherAreUnknown() {
    List<String> problems = problems(note("alpha", "2026-01-02", "- [Speculation] A. {#a same=#b}\n- [Speculation] B. {#b same=#a}\n"));
    assertEquals(2, problems.size(), problems.toString());
    assertTrue(problems.stream().allMatch(each -> each.contains("error[unknown-claim]")), problems.toString());
  }

  @Test
  void theSameNameInTwoLanguagesIsOneClaim() {
    Ledger ledger =
        sound(
            "-- content/post/alpha.ko.md --\n---\ntitle: 알파\ndate: 2026-01-01\n---\n"
                + "- **[사실]** 그렇다. [출처](https://s.example/ko) {#so}\n- **[추론]** 그러므로 그렇다. {#thus because=#so}\n"
                + note("alpha", "2026-01-02", "- **[Fact]** It is so, [they say](https://s.example/en). {#so}\n- **[Inference]** Thus. {#thus because=#so}\n"));
    assertEquals(2, ledger.claims().size());
    Claim claim = named(ledger, "alpha#so");
    assertEquals(List.of("en", "ko"), claim.places().stream().map(place -> place.language().tag()).toList());
    assertEquals("/ko/post/alpha/#so", claim.places().getLast().url());
    assertEquals(List.of(new Premise.OfClaim("alpha#so")), named(ledger, "alpha#thus").because());
    assertEquals(Optional.of(LocalDate.of(2026, 1, 1)), claim.asserted());
  }

  @Test
  void aTranslationWithAnotherKindIsAnError() {
    assertEquals(
        List.of(
            "content/post/alpha.md:5:3: error[claim-kind]: 'alpha#so' is a fact here and a speculation in content/post/alpha.ko.md:5:3"),
        problems(
            "-- content/post/alpha.ko.md --\n---\ntitle: 알파\ndate: 2026-01-01\n---\n- **[추측]** 그럴 것이다. {#so}\n"
                + note("alpha", "2026-01-02", "- **[Fact]** It is so, [they say](https://s.example/en). {#so}\n")));
  }

  @Test
  void anUnknownPremiseIsShownWhereItIsNamedWithWhatMayBeMeant() {
    SiteBuild.Checked checked =
        read(
            note("alpha", "2026-01-02",
                "- **[Fact]** Gold, [they say](https://s.example/). {#gold-price}\n- **[Inference]** Thus. {#thus because=#gold-prize}\n"));
    String report = words(checked.report().problems());
    assertTrue(
        report.contains(
            """
            content/post/alpha.md:6:32: error[unknown-claim]: no claim is named '#gold-prize'
              - **[Inference]** Thus. {#thus because=#gold-prize}
                                             ^"""),
        report);
    assertTrue(report.contains("hint: did you mean '#gold-price'?"), report);
    assertEquals(1, checked.report().problems().size(), report);
  }

  @ParameterizedTest
  @CsvSource({"because", "supports", "unblocks", "supersedes", "same"})
  void everyOptionThatSpeaksOfAClaimIsChecked(String option) {
    List<String> problems = problems(note("alpha", "2026-01-02", "- [Speculation] Thus. {#thus " + option + "=beta#nothing}\n"));
    assertEquals(List.of("content/post/alpha.md:5:30: error[unknown-claim]: no claim is named 'beta#nothing'"), problems);
  }

  @Test
  void aDirectivePointsAtTheLineOfItsOption() {
    List<String> problems = problems(note("alpha", "2026-01-02", "Words.\n\n:::{inference} #thus\n:because: #nothing\nIt follows.\n:::\n"));
    assertEquals(List.of("content/post/alpha.md:8:2: error[unknown-claim]: no claim is named '#nothing'"), problems);
  }

  @Test
  void onlyANamedClaimCanBeAPremise() {
    List<String> problems = problems(note("alpha", "2026-01-02", "- [Speculation] Perhaps.\n- [Inference] So. {because=/post/alpha/#perhaps}\n"));
    assertEquals(1, problems.stream().filter(each -> each.contains("unknown-claim")).count(), problems.toString());
  }

  @Test
  void reasonsThatGoInACircleAreShownAsAPath() {
    List<String> problems =
        problems(
            note("alpha", "2026-01-02", "- [Inference] A. {#a because=#b}\n- [Inference] B. {#b because=beta#c}\n")
                + note("beta", "2026-01-03", "- [Inference] C. {#c because=alpha#a}\n"));
    assertEquals(
        List.of("content/post/alpha.md:5:3: error[reason-cycle]: the reasons go in a circle: alpha#a → alpha#b → beta#c → alpha#a"),
        problems);
  }

  @Test
  void aCircleNamesThePlaceOfEachOfItsClaims() {
    Problem circle =
        read(
                note("alpha", "2026-01-02", "- [Inference] A. {#a because=#b}\n- [Inference] B. {#b because=beta#c}\n")
                    + note("beta", "2026-01-03", "- [Inference] C. {#c because=alpha#a}\n"))
            .report().problems().getFirst();
    assertEquals(
        """
        one of them has to stand on something else
        content/post/alpha.md:5:3: alpha#a rests on alpha#b
        content/post/alpha.md:6:3: alpha#b rests on beta#c
        content/post/beta.md:5:3: beta#c rests on alpha#a""",
        circle.hint());
  }

  @ParameterizedTest
  @ValueSource(strings = {"same", "supports", "unblocks"})
  void aClaimDoesNotSpeakOfItself(String option) {
    assertEquals(
        List.of("content/post/alpha.md:5:24: error[unknown-claim]: '" + option + "' names the claim itself, '#a'"),
        problems(note("alpha", "2026-01-02", "- [Speculation] A. {#a " + option + "=#a}\n")));
  }

  @Test
  void aClaimThatRestsOnItselfIsACircle() {
    assertEquals(
        List.of("content/post/alpha.md:5:3: error[reason-cycle]: the reasons go in a circle: alpha#a → alpha#a"),
        problems(note("alpha", "2026-01-02", "- [Inference] A. {#a because=#a}\n")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Inference | Speculation | this inference rests on alpha#under, a speculation since 2026-01-02",
        "Inference | Blocked | this inference rests on alpha#under, blocked since 2026-01-02",
        "Speculation | Blocked | this speculation rests on alpha#under, blocked since 2026-01-02",
      })
  void aClaimStrongerThanItsPremiseIsWarnedOf(String kind, String under, String message) {
    assertEquals(
        List.of("content/post/alpha.md:6:3: warning[stronger-than-premise]: " + message),
        problems(note("alpha", "2026-01-02", "- [" + under + "] Below. {#under}\n- [" + kind + "] Above. {#above because=#under}\n")));
  }

  @ParameterizedTest
  @CsvSource({"Inference,Fact", "Speculation,Inference", "Blocked,Fact", "Speculation,Speculation"})
  void aClaimMayRestOnAFirmerOne(String kind, String under) {
    String below = "- [" + under + "] Below, [they say](https://s.example/). {#under because=#ground}\n";
    sound(
        note("alpha", "2026-01-02",
            "- [Fact] Ground, [they say](https://s.example/). {#ground}\n" + below + "- [" + kind + "] Above. {#above because=#under}\n"));
  }

  @Test
  void whatOnlyHelpsDoesNotWeaken() {
    Ledger ledger =
        sound(
            note("alpha", "2026-01-02",
                "- **[Fact]** Firm, [they say](https://s.example/). {#firm}\n- [Speculation] Perhaps. {#perhaps supports=#firm}\n"));
    assertEquals(List.of("alpha#firm"), named(ledger, "alpha#perhaps").supports());
  }

  @Test
  void namedFactsWithoutASourceAreNamedOneByOneAndUnnamedOnesSummedUp() {
    assertEquals(
        List.of(
            "content/post/alpha.md:5:3: warning[fact-without-source]: this fact names no source",
            "content/post/alpha.md:6:3: warning[fact-without-source]: this fact names no source",
            "content/post/alpha.md:7:3: warning[fact-without-source]: 3 facts without a name here name no source; this is the first"),
        problems(
            note("alpha", "2026-01-02",
                "- **[Fact]** A. {#a}\n- **[Fact]** B. {#b}\n- **[Fact]** C.\n- **[Fact]** D.\n- **[Fact]** E.\n"
                    + "- **[Fact]** F, [they say](https://s.example/).\n")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It is so, [they say](https://s.example/).",
        "It is so <https://s.example/>.",
        "It is so. {source=https://s.example/}",
        "It is so. {source=\"the company's own filing\"}",
        "Per Reuters, it is so.",
        "It is so, according to the IEA.",
        "로이터에 따르면 그렇다.",
      })
  void aFactMayNameItsSourceInManyWays(String words) {
    assertEquals(1, sound(note("alpha", "2026-01-02", "- **[Fact]** " + words + "\n")).claims().getFirst().sources().size());
  }

  @Test
  void aTagWithAnAddressIsAFactWithThatSource() {
    Claim claim = sound(note("alpha", "2026-01-02", "[Fact](https://s.example/table) It is so.\n")).claims().getFirst();
    assertEquals(Kind.FACT, claim.kind());
    assertTrue(claim.sources().getFirst() instanceof Source.Web(String url, _) && url.equals("https://s.example/table"), claim.toString());
  }

  @Test
  void aLinkInsideTheSiteIsNoSource() {
    List<String> problems = problems(note("alpha", "2026-01-02", "- **[Fact]** See [here](alpha.md). {#a}\n"));
    assertEquals(List.of("content/post/alpha.md:5:3: warning[fact-without-source]: this fact names no source"), problems);
  }

  @Test
  void anInferenceNeedsAPremiseAndAProbabilityADay() {
    assertEquals(
        List.of(
            "content/post/alpha.md:5:3: warning[inference-without-premise]: this inference names no premise",
            "content/post/alpha.md:6:3: warning[probability-without-due]: this probability has no day on which it is settled"),
        problems(note("alpha", "2026-01-02", "- [Inference] A. {#a}\n- [Speculation] B. {#b probability=70%}\n")));
  }

  @Test
  void dayAndProbabilityAreRead() {
    Claim claim = named(sound(note("alpha", "2026-01-02", "- [Speculation] B. {#b probability=70% due=2027-Q2 entities=\"CME Group,ICE\"}\n")), "alpha#b");
    assertEquals(OptionalDouble.of(0.7), claim.probability());
    assertEquals(Optional.of(LocalDate.of(2027, 6, 30)), claim.due().map(Due::last));
    assertEquals(List.of("CME Group", "ICE"), claim.entities());
  }

  @Test
  void aFigureCanBeAPremise() {
    Ledger ledger =
        sound(
            "-- content/post/alpha.md --\n---\ntitle: alpha\ndate: 2026-01-02\nscenarios: {own: {extends: base, cache_hit: 0.6}}\n---\n"
                + "- [Inference] A. {#a because=own.usd_per_million_output_tokens}\n- [Inference] B. {#b because=base.tokens_per_joule,#a}\n");
    assertEquals(List.of(new Premise.OfFigure("own.usd_per_million_output_tokens")), named(ledger, "alpha#a").because());
    assertEquals(
        List.of(new Premise.OfFigure("base.tokens_per_joule"), new Premise.OfClaim("alpha#a")), named(ledger, "alpha#b").because());
  }

  @Test
  void aNoteWithoutFiguresOfItsOwnMayRestOnThoseOfTheSite() {
    Ledger ledger = sound(note("alpha", "2026-01-02", "- [Inference] A. {#a because=base.tokens_per_joule}\n"));
    assertEquals(List.of(new Premise.OfFigure("base.tokens_per_joule")), named(ledger, "alpha#a").because());
  }

  @Test
  void aFactCannotRestOnAFigure() {
    List<String> problems =
        problems(note("alpha", "2026-01-02", "It costs {cost}`base.usd_per_million_output_tokens`.\n\n"
            + "- **[Fact]** It is so, [they say](https://s.example/). {#a because=base.usd_per_million_output_tokens}\n"));
    assertEquals(
        List.of(
            "content/post/alpha.md:7:3: warning[stronger-than-premise]: this fact rests on the figure base.usd_per_million_output_tokens, which is computed"),
        problems);
  }

  @Test
  void anUnknownFigureIsAnUnknownPremise() {
    List<String> problems = problems(note("alpha", "2026-01-02", "- [Inference] A. {#a because=base.usd_per_milion}\n"));
    assertEquals(
        List.of("content/post/alpha.md:5:22: error[unknown-claim]: no claim or figure is named 'base.usd_per_milion'"), problems);
  }

  @Test
  void historyIsToldByAnyNoteAndTheLastEventIsTheStatus() {
    String text =
        note("alpha", "2026-01-02", "- [Speculation] It will be listed. {#listed due=2026}\n- [Blocked] The terms. {#terms}\n- [Speculation] Stands. {#stands}\n")
            + """
            -- content/post/beta.md --
            ---
            title: beta
            date: 2026-06-01
            history:
              - {claim: alpha#listed, status: confirmed, date: 2026-11-14, note: The first contract was listed.}
              - {claim: alpha#listed, status: amended, date: 2026-03-01}
              - {claim: alpha#terms, status: unblocked, date: 2026-05-01, source: "https://s.example/"}
            ---
            What happened since.
            """;
    Ledger ledger = sound(text);
    assertEquals(Status.CONFIRMED, named(ledger, "alpha#listed").status());
    assertEquals(
        List.of(Status.AMENDED, Status.CONFIRMED), named(ledger, "alpha#listed").history().stream().map(Event::status).toList());
    assertEquals(Status.UNBLOCKED, named(ledger, "alpha#terms").status());
    assertEquals(Status.STANDING, named(ledger, "alpha#stands").status());
    BuildReport report = SiteBuild.build(BuildOptions.of(root).withToday(TODAY), Progress.NONE);
    assertTrue(report.succeeded());
    JsonNode claims = new JsonMapper().readTree(Tree.of(root.resolve("site")).text("claims.json")).get("claims");
    assertEquals(
        "alpha#listed confirmed, alpha#terms unblocked, alpha#stands standing",
        claims.valueStream().map(c -> c.get("id").asString() + " " + c.get("status").asString()).collect(Collectors.joining(", ")));
    JsonNode last = claims.get(0).get("history").get(1);
    assertEquals("2026-11-14 The first contract was listed.", last.get("date").asString() + " " + last.get("note").asString());
    String page = Tree.of(root.resolve("site")).text("post/alpha/index.html");
    assertTrue(page.contains("The first contract was listed."), page);
  }

  @Test
  void historyOfARestatedClaimIsThatOfTheClaim() {
    Ledger ledger =
        sound(
            note("alpha", "2026-01-02", "- [Speculation] Perhaps. {#a}\n")
                + "-- content/post/beta.md --\n---\ntitle: beta\ndate: 2026-06-01\nhistory: [{claim: \"#again\", status: refuted, date: 2026-06-01}]\n---\n"
                + "- [Speculation] Perhaps. {#again same=alpha#a}\n");
    assertEquals(Status.REFUTED, named(ledger, "alpha#a").status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|', quoteCharacter = '`',
      value = {
        "{claim: alpha#a, status: refutd, date: 2026-06-01} | 4:36 | wrong-type | 'refutd' is no status of a claim | did you mean 'refuted'?",
        "{claim: alpha#a, status: standing, date: 2026-06-01} | 4:36 | wrong-type | 'standing' is no status of a claim |",
        "{claim: alpha#b, status: refuted, date: 2026-06-01} | 4:19 | unknown-claim | no claim is named 'alpha#b' | did you mean 'alpha#a'?",
        "{claim: alpha#a, status: refuted, date: soon} | 4:51 | wrong-type | 'soon' is not a day | write it as 2026-11-22",
        "{claim: alpha#a, status: refuted} | 4:11 | wrong-type | this event of a claim has no 'date' | say on which day",
        "{claim: alpha#a, statsu: refuted, date: 2026-06-01} | 4:28 | unknown-key | an event of a claim has no key 'statsu' | did you mean 'status'?",
      })
  void aWrongEventIsAnErrorAtItsPlace(String event, String place, String code, String message, String hint) {
    SiteBuild.Checked checked =
        read(
            note("alpha", "2026-01-02", "- [Speculation] Perhaps. {#a}\n")
                + "-- content/post/beta.md --\n---\ntitle: beta\ndate: 2026-06-01\nhistory: [" + event + "]\n---\nText.\n");
    String report = words(checked.report().problems());
    assertTrue(report.contains("content/post/beta.md:" + place + ": error[" + code + "]: " + message), report);
    assertTrue(hint == null || report.contains("hint: " + hint), report);
    assertFalse(checked.report().succeeded());
  }

  @Test
  void claimsAreInTheOrderOfTheirAssertionWithUndatedOnesLast() {
    Ledger ledger =
        sound(
            note("zeta", "2026-01-02", "- [Speculation] Z. {#z}\n") + note("alpha", "2026-03-02", "- [Speculation] A. {#a}\n- [Speculation] B. {#b}\n")
                + "-- content/page/about.md --\n# About\n- [Speculation] Undated. {#u}\n");
    assertEquals(List.of("zeta#z", "alpha#a", "alpha#b", "about#u"), ledger.claims().stream().map(Claim::id).toList());
  }

  @Test
  void aDraftsClaimsAreNotInTheLedger() {
    Ledger ledger =
        sound("-- content/post/alpha.md --\n---\ntitle: alpha\ndate: 2026-01-02\ndraft: true\n---\n- [Speculation] A. {#a}\n");
    assertTrue(ledger.claims().isEmpty());
  }
}
