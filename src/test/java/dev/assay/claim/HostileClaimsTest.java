package dev.assay.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.build.BuildOptions;
import dev.assay.build.Progress;
import dev.assay.build.SiteBuild;
import dev.assay.problem.Problem;
import dev.assay.testing.SiteText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Thousands of claims that rest on each other, and texts of great length.
class HostileClaimsTest {
  @TempDir private Path root;

  private SiteBuild.Checked read(String text) {
    SiteText.of(LedgersTest.SETTINGS + text).into(root);
    return SiteBuild.analyse(BuildOptions.of(root).withToday(LedgersTest.TODAY), Progress.NONE);
  }

  private List<String> problems(String text) {
    return read(LedgersTest.note("alpha", "2026-01-02", text)).report().problems().stream().map(LedgersTest::line).toList();
  }

  private Ledger sound(String text) {
    SiteBuild.Checked checked = read(LedgersTest.note("alpha", "2026-01-02", text));
    assertEquals(List.of(), checked.report().problems());
    return checked.analysis().model().ledger();
  }

  /// Claims `c0` to the last, each resting on the one before it.
  private static String chain(String first, String kind, int length) {
    return first + IntStream.range(1, length).mapToObj(i -> "- [" + kind + "] Next. {#c" + i + " because=#c" + (i - 1) + "}\n").collect(Collectors.joining());
  }

  @Test
  void aCircleOfThousandsIsShownByItsEnds() {
    List<String> problems = problems(chain("- [Inference] First. {#c0 because=#c2999}\n", "Inference", 3000));
    assertEquals(1, problems.size());
    assertTrue(problems.getFirst().contains("alpha#c0 → alpha#c2999 →") && problems.getFirst().contains("… 2988 more …"), problems.getFirst());
  }

  @Test
  void claimsThatAllRestOnEachOtherAreToldOfAFewTimes() {
    String all = IntStream.range(0, 60).mapToObj(i -> "#c" + i).collect(Collectors.joining(","));
    String text = IntStream.range(0, 60).mapToObj(i -> "- [Inference] Each. {#c" + i + " because=" + all + "}\n").collect(Collectors.joining());
    assertEquals(20, problems(text).size());
  }

  @Test
  void aLongChainOfRestatementsIsOneClaim() {
    StringBuilder text = new StringBuilder();
    for (int i = 3000; i > 0; i--) {
      text.append("- [Speculation] Again. {#c").append(i).append(" same=#c").append(i - 1).append("}\n");
    }
    Ledger ledger = sound(text + "- [Speculation] First. {#c0}\n");
    assertEquals(1, ledger.claims().size());
    assertEquals(3001, ledger.claims().getFirst().places().size());
  }

  @Test
  void aLongChainOfReasonsIsNoCircle() {
    assertEquals(3000, sound(chain("- [Speculation] First. {#c0}\n", "Speculation", 3000)).claims().size());
  }

  @Test
  void doubtGoesThroughLongAndRoundChainsAndEnds() {
    String told = "-- content/post/b.md --\n---\ntitle: b\ndate: 2026-06-01\nhistory: [{claim: alpha#c0, status: refuted, date: 2026-05-01}]\n---\nText.\n";
    String round = chain("- [Inference] First. {#c0 because=#c4999}\n", "Inference", 5000);
    List<Problem> problems = read(LedgersTest.note("alpha", "2026-01-02", round) + told).report().problems();
    assertEquals(4999, problems.stream().filter(problem -> problem.code().word().equals("fallen-premise")).count());
  }

  @Test
  void longRunsOfAnythingNameNobodyAndCostLittle() {
    for (String part : List.of(". ", " ", ", ", "Source: ", "고 ", "says ", "A ", ", says A ", "(출처: ", "은 ")) {
      String text = ". Source says, 고 따르면 " + part.repeat(60_000);
      assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
        Attributions.behind(text);
        Attributions.in(text);
      }, part);
    }
  }

  @Test
  void manyBracesCostLittle() {
    assertEquals(-1, ClaimOptions.startOfTrailing("{#a ".repeat(100_000) + "{}"));
  }
}
