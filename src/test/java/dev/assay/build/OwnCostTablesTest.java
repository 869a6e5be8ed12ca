package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.problem.Problem;
import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sites with tables of their own in `content/data/cost/`.
class OwnCostTablesTest {
  private static final String SITE =
      """
      -- content/site.yaml --
      title: Own
      base_url: https://own.example/
      -- content/post/chip.md --
      ---
      title: A chip
      date: 2026-01-02
      scenarios:
        base: {hardware: my-chip, model: llama-3.1-8b, tp: 1}
        known: {hardware: h200, model: llama-3.1-8b, tp: 1}
      ---
      It holds {cost}`base.batch_limit` and {cost}`known.batch_limit`.
      """;
  private static final String HEAD = "id,name,memory_gib,bandwidth_tbps,bf16_tflops,fp8_tflops,power_w,link_gbps,scale_up,kind,source\n";
  private static final String CHIP = "my-chip,My Chip,128,6,1000,2000,800,450,8,inference,a talk\n";

  @TempDir private Path temp;

  private static String table(String name, String text) {
    return SITE + "-- content/data/cost/" + name + " --\n" + text;
  }

  private List<String> problems(String site) {
    SiteText.of(site).into(temp);
    return Sites.build(temp).problems().stream().map(OwnCostTablesTest::line).toList();
  }

  private static String line(Problem problem) {
    return problem.place() + " " + problem.message() + (problem.hint().isEmpty() ? "" : " (" + problem.hint() + ")");
  }

  private String page(String rows) {
    Tree site = Sites.built(temp, table("accelerators.csv", HEAD + CHIP + rows));
    return site.files().keySet().stream().filter(path -> path.contains("chip") && path.endsWith(".html"))
        .map(site::text).findFirst().orElseThrow();
  }

  @Test
  void aRowIsAddedAndOneOfAKnownIdReplacesIt() {
    String before = page("");
    assertEquals(before, page(""), "the same site gives the same page");
    String after = page("h200,Half an H200,70,4.8,989,1979,700,450,8,fact,our datasheet\n");
    assertFalse(before.equals(after), "less memory holds fewer sequences, and the page was built anew");
  }

  @Test
  void aWrongValueIsAProblemAtItsCellAndItsRowIsLeftOut() {
    List<String> problems = problems(table("accelerators.csv", HEAD + CHIP.replace(",128,", ",lots,") + "other,O,-1,6,1,1,1,1,8,fact,x\n"));
    assertTrue(
        problems.contains("content/data/cost/accelerators.csv:2:17 'lots' is not a number (leave it blank when it is unknown)"),
        problems.toString());
    assertTrue(
        problems.contains("content/data/cost/accelerators.csv:3:9 'memory_gib' of -1 makes no sense (leave it blank when it is unknown)"),
        problems.toString());
    assertTrue(problems.stream().anyMatch(each -> each.contains("chip.md:5:20 the catalog has no accelerator 'my-chip'")), problems.toString());
  }

  @Test
  void aRowWithoutSourceIsRefused() {
    List<String> problems = problems(table("accelerators.csv", HEAD + CHIP.replace("a talk", "")));
    assertTrue(problems.stream().anyMatch(each -> each.contains("'source' is blank (every row needs it)")), problems.toString());
  }

  @Test
  void aColumnThatNothingReadsIsAWarningWithTheNearName() {
    String typed = HEAD.replace("fp8_tflops", "fp8_tflop");
    assertEquals(
        List.of("content/data/cost/accelerators.csv:1:47 nothing reads the column 'fp8_tflop' (did you mean 'fp8_tflops'?)"),
        problems(table("accelerators.csv", typed + CHIP)));
  }

  @Test
  void aColumnThatIsNeededIsNamed() {
    List<String> problems = problems(table("accelerators.csv", HEAD.replace("kind", "kinds") + CHIP));
    assertTrue(problems.stream().anyMatch(each -> each.contains("the table has no column 'kind' (did you mean 'kinds'?)")), problems.toString());
  }

  @Test
  void aTableThatTheCatalogLacksIsNamedWithTheNearOne() {
    List<String> problems = problems(table("accelerator.csv", HEAD + CHIP));
    assertTrue(
        problems.stream().anyMatch(
            each -> each.contains("the cost catalog has no table 'accelerator.csv' (did you mean 'accelerators.csv'?)")),
        problems.toString());
  }

  @Test
  void aNearIdIsSuggestedFromTheSitesOwnRows() {
    String site = table("accelerators.csv", HEAD + CHIP).replace("hardware: my-chip", "hardware: my-chp");
    List<String> problems = problems(site);
    assertTrue(
        problems.stream().anyMatch(each -> each.contains("the catalog has no accelerator 'my-chp' (did you mean 'my-chip'?)")),
        problems.toString());
  }

  @Test
  void aRowOfTheWrongLengthOrAnOpenQuoteIsAProblemWithItsPlace() {
    List<String> problems = problems(table("accelerators.csv", HEAD + CHIP + "short,Short,1\n\"open,O,1\n"));
    assertTrue(problems.contains(
        "content/data/cost/accelerators.csv:3:1 a row of 3 cells in a table of 11 columns (put text with commas in double quotes)"),
        problems.toString());
    assertTrue(problems.stream().anyMatch(each -> each.contains("accelerators.csv:4:1 a quote that is not closed")), problems.toString());
  }
}
