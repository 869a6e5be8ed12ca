package dev.assay.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.build.BuildOptions;
import dev.assay.build.BuildReport;
import dev.assay.build.Progress;
import dev.assay.build.SiteBuild;
import dev.assay.problem.ProblemText;
import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What came of probabilities, and how good they were.
class ScoresTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @TempDir private Path root;

  private void write(String claims, String... events) {
    StringBuilder text = new StringBuilder("-- content/site.yaml --\ntitle: Scores\nbase_url: https://s.example/\n");
    text.append("-- content/post/a.md --\n---\ntitle: A\ndate: 2026-01-02\nauthors: [Ann]\n---\n").append(claims);
    text.append("-- content/post/z.md --\n---\ntitle: Z\ndate: 2026-10-02\n");
    text.append(events.length == 0 ? "" : "history:\n");
    for (String event : events) {
      text.append("  - {").append(event).append("}\n");
    }
    text.append("---\nWhat came of it.\n");
    SiteText.of(text.toString()).into(root);
  }

  private List<Forecast> forecasts(String claims, String... events) {
    write(claims, events);
    SiteBuild.Checked checked = SiteBuild.analyse(BuildOptions.of(root).withToday(TODAY), Progress.NONE);
    assertEquals(List.of(), checked.report().problems(), () -> ProblemText.of(false).report(checked.report().problems()));
    return Forecast.of(checked.analysis().model().ledger().claims());
  }

  private Document page(String claims, String... events) {
    write(claims, events);
    BuildReport report = SiteBuild.build(BuildOptions.of(root).withToday(TODAY), Progress.NONE);
    assertTrue(report.succeeded(), () -> ProblemText.of(false).report(report.problems()));
    return Jsoup.parse(Tree.of(root.resolve("site")).text("claims/scores/index.html"));
  }

  private static String guess(String name, String options) {
    return "- [Speculation] It may be " + name + ". {#" + name + " " + options + "}\n";
  }

  private static String outcomes(List<Forecast> forecasts) {
    return String.join(" ", forecasts.stream().map(each -> each.claim().id().substring(2) + "=" + each.outcome()).toList());
  }

  @Test
  void whatCameOfAProbabilityFollowsFromItsEvents() {
    assertEquals(
        "yes=YES no=NO void=VOID late=NO waiting=WAITING open=OPEN made=VOID",
        outcomes(
            forecasts(
                guess("yes", "probability=0.7 due=2026-06") + guess("no", "probability=0.7 due=2026-06") + guess("void", "probability=0.7 due=2026-06")
                    + guess("late", "probability=0.9 due=2026-06") + guess("waiting", "probability=0.7 due=2026-06") + guess("open", "probability=0.7 due=2027")
                    + guess("made", "probability=0.7 due=2025") + guess("undated", "supports=#yes"),
                "claim: a#yes, status: refuted, date: 2026-06-01", "claim: a#yes, status: confirmed, date: 2026-06-20",
                "claim: a#no, status: refuted, date: 2026-06-20", "claim: a#void, status: withdrawn, date: 2026-06-20",
                "claim: a#late, status: refuted, date: 2026-07-01", "claim: a#late, status: withdrawn, date: 2026-07-02")));
  }

  @Test
  void theProbabilityStatedFirstCountsAndALaterOneIsScoredApart() {
    List<Forecast> forecasts =
        forecasts(
            guess("x", "probability=0.6 due=2026-06"), "claim: a#x, status: amended, date: 2026-03-01, probability: 0.9",
            "claim: a#x, status: confirmed, date: 2026-05-01", "claim: a#x, status: amended, date: 2026-05-02, probability: 1");
    assertEquals(0.16, forecasts.getFirst().brier(), 1e-12);
    assertEquals(0.01, forecasts.getFirst().amendedBrier(), 1e-12);
  }

  @Test
  void theScoreIsTheMeanOfSquaresWithItsError() {
    List<Forecast> forecasts =
        forecasts(
            guess("a", "probability=0.8 due=2026-06") + guess("b", "probability=0.6 due=2026-06") + guess("c", "probability=0.6 due=2027"),
            "claim: a#a, status: confirmed, date: 2026-05-01", "claim: a#b, status: refuted, date: 2026-05-01");
    Scores scores = Scores.of(forecasts);
    assertEquals(2, scores.resolved());
    assertEquals((0.04 + 0.36) / 2, scores.brier(), 1e-12);
    assertEquals(0.16, scores.error(), 1e-12);
    assertFalse(scores.isEnough());
    assertTrue(Double.isNaN(Scores.of(List.of()).brier()));
  }

  @Test
  void whatCameTrueIsCountedApart() {
    List<Forecast> forecasts =
        forecasts(
            guess("a", "probability=0.8 due=2026-06") + guess("b", "probability=0.8 due=2026-06") + guess("c", "probability=0.2 due=2026-06"),
            "claim: a#a, status: confirmed, date: 2026-05-01", "claim: a#b, status: refuted, date: 2026-05-01", "claim: a#c, status: refuted, date: 2026-05-01");
    Scores scores = Scores.of(forecasts);
    assertEquals(1, scores.yes());
    // 0.04, 0.64 and 0.04: their mean is 0.24, the squares of their distances add up to 0.24, and 0.24 / 2 / 3 is 0.2².
    assertEquals(0.24, scores.brier(), 1e-12);
    assertEquals(0.2, scores.error(), 1e-12);
    List<Scores.Bin> bins = Scores.bins(forecasts);
    assertEquals(List.of(0.2, 0.8), bins.stream().map(Scores.Bin::from).toList());
    assertEquals(List.of(0.3, 0.9), bins.stream().map(Scores.Bin::to).toList());
    assertEquals(0.8, bins.getLast().mean(), 1e-12);
    assertEquals(0.2, bins.getFirst().mean(), 1e-12);
  }

  @Test
  void binsBeginAtTheirEdgeAndCarryWilsonsInterval() {
    List<Forecast> forecasts =
        forecasts(
            guess("a", "probability=0.3 due=2026-06") + guess("b", "probability=30% due=2026-06") + guess("c", "probability=1 due=2026-06") + guess("d", "probability=0 due=2026-06"),
            "claim: a#a, status: confirmed, date: 2026-05-01", "claim: a#b, status: refuted, date: 2026-05-01",
            "claim: a#c, status: confirmed, date: 2026-05-01", "claim: a#d, status: refuted, date: 2026-05-01");
    List<Scores.Bin> bins = Scores.bins(forecasts);
    assertEquals(List.of(0.0, 0.3, 0.9), bins.stream().map(Scores.Bin::from).toList());
    Scores.Bin middle = bins.get(1);
    assertEquals(2, middle.count());
    assertEquals(0.5, middle.share(), 1e-12);
    // Wilson's interval of one in two: (0.5 ± …) by the closed form, 0.0945 to 0.9055.
    assertEquals(0.0945, middle.low(), 5e-5);
    assertEquals(0.9055, middle.high(), 5e-5);
    assertEquals(1.0, bins.getLast().high(), 1e-12);
  }

  @Test
  void thePageSaysWhenThereAreTooFewAndShowsTheVoidAndTheWaiting() {
    Document page =
        page(
            guess("yes", "probability=0.7 due=2026-06") + guess("void", "probability=0.7 due=2026-06") + guess("waiting", "probability=0.7 due=2026-06"),
            "claim: a#yes, status: confirmed, date: 2026-05-01", "claim: a#void, status: withdrawn, date: 2026-05-01");
    assertEquals("0.090", page.select(".score strong").text());
    assertTrue(page.text().contains("Fewer than 10 are too few for the score to say something."), page.text());
    assertTrue(page.text().contains("always saying 50% scores 0.250"), page.text());
    assertEquals(List.of("Waiting for an answer 1", "Came true 1", "Void 1"), page.select("h2.group").eachText());
    assertEquals(1, page.select(".calibration svg .dot").size());
    assertEquals("274", page.select(".calibration svg .dot").attr("cx"));
    assertEquals("20", page.select(".calibration svg .dot").attr("cy"));
  }

  @Test
  void tenAreEnoughAndAPageWithoutAnySaysSo() {
    StringBuilder claims = new StringBuilder();
    String[] events = new String[10];
    for (int i = 0; i < 10; i++) {
      claims.append(guess("g" + i, "probability=0.9 due=2026-06"));
      events[i] = "claim: a#g" + i + ", status: confirmed, date: 2026-05-01";
    }
    Document page = page(claims.toString(), events);
    assertEquals("0.010", page.select(".score strong").text());
    assertFalse(page.text().contains("too few"), page.text());
    assertTrue(page("- [Speculation] It may be.\n").text().contains("No probability has been settled yet."));
  }
}
