package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.problem.Cells;
import dev.assay.testing.SiteText;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `assay check --explain` prints.
class ExplanationTest {
  @TempDir private Path root;

  private String explained(String text, int width) {
    SiteText.of("-- content/site.yaml --\ntitle: E\nbase_url: https://e.example/\nlanguages: [en, ko]\n" + text).into(root);
    return Explanation.of(ClaimReadings.of(SiteBuild.analyse(Sites.options(root), Progress.NONE).analysis()), width, false);
  }

  private static String note(String text) {
    return "-- content/post/a.md --\n---\ntitle: A\ndate: 2026-01-01\n---\n" + text;
  }

  @Test
  void claimsAndNearMissesStandInTheOrderOfTheText() {
    assertEquals(
        """
        content/post/a.md   2 facts, 1 inference, 1 near miss

          ●  5:3    Fact         tag [사실]          #하나
                    메모리가 비싸다.
                    source      Reuters (only named)
                    holds up    a#two
                    also made   7:3

          ✗  6:3    no claim: '[Facts]' is in the plural
                    - [Facts] many
                    hint        write [Fact] at each claim

          ●  7:3    Fact         tag [Fact]          #하나
                    Memory is dear.
                    source      Reuters (only named)
                    holds up    a#two
                    also made   5:3

          ◐  9:5    Inference    directive           #two
                    So are tokens.
                    because     ● a#하나  content/post/a.md:5:3
                    due         2026-Q4

        """,
        explained(
            note(
                """
                - [사실] 메모리가 비싸다. {#하나 source=Reuters}
                - [Facts] many
                - [Fact] Memory is dear. {same=#하나}

                :::{inference} #two due=2026-Q4
                :because: #하나
                So are tokens.
                :::
                """),
            80));
  }

  @Test
  void whatAClaimLacksIsSaid() {
    String text = explained(note("- [Fact] One.\n- [Inference] Two.\n- [Speculation] Three.\n"), 80);
    assertTrue(text.contains("One.\n            source      none\n") && text.contains("Two.\n            because     nothing named\n"), text);
    assertTrue(text.endsWith("Three.\n\n"), text);
  }

  @Test
  void aReasonThatNothingIsCalledByIsSaid() {
    String text = explained(note("- [Inference] One. {because=#nope, b#other supports=base.nothing}\n"), 80);
    for (String line : List.of("because     ? #nope", "because     ? b#other", "helped by   ? base.nothing")) {
      assertTrue(text.contains(line + "  (nothing is called so)\n"), text);
    }
    assertFalse(text.contains("nothing named"), text);
  }

  @Test
  void longTextIsBrokenWhereItMayBe() {
    String text = explained(note("- [Fact] " + "데이터센터의 전력 수요가 계속 늘어난다 ".repeat(12) + "https://e.example/" + "x".repeat(90) + "\n"), 60);
    text.lines().forEach(line -> assertTrue(Cells.of(line) <= 60, line));
    assertTrue(text.contains("데이터센터의 전력 수요가"), text);
  }

  @Test
  void aNoteCannotSteerTheTerminal() {
    String text = explained(note("- [Fact] a\u001b[31mred\u202e {source=\"\u0007x\"}\n"), 80);
    assertTrue(text.chars().noneMatch(c -> c < ' ' && c != '\n' || c == 0x202e), text);
  }

  @Test
  void wordsThatMayMeanAnythingAreToldOnlyWhereClaimsAreMade() {
    String news = "[전망] 하반기 반도체.\n\n[분석] 전력.\n\n[Analysis] Of power.\n\n**Outlook [Fact]** it is.\n\n[Opinion] Ours.\n\nWe call it [Fact]\n";
    assertEquals(List.of(), problems(note(news)));
    assertEquals(
        List.of("claim-tag: '[전망]' is not the word of a kind, so it is no claim; 5 more like it here"),
        problems(note(news + "\n[Speculation] Prices rise.\n")));
    assertEquals(
        List.of("claim-tag: '[팩트]' is not the word of a kind, so it is no claim"), problems(note("[팩트] 값이 올랐다.\n")));
  }

  private List<String> problems(String text) {
    SiteText.of("-- content/site.yaml --\ntitle: E\nbase_url: https://e.example/\nlanguages: [en, ko]\n" + text).into(root);
    return SiteBuild.analyse(Sites.options(root), Progress.NONE).report().problems().stream().map(problem -> problem.code().word() + ": " + problem.message()).toList();
  }
}
