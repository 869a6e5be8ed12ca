package dev.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testing.SiteText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `assay cost` answers beside the figures of one scenario, with a site that has tables of its own.
class CostQuestionsTest {
  private static final String SITE =
      """
      -- content/site.yaml --
      title: Own
      base_url: https://own.example/
      -- content/data/cost/accelerators.csv --
      id,name,memory_gib,bandwidth_tbps,bf16_tflops,fp8_tflops,power_w,link_gbps,scale_up,kind,source
      my-chip,My Chip,128,6,1000,2000,800,450,8,speculation,"a talk, not verified"
      h200,H200 by us,70,4.9,989,1979,700,450,8,fact,our datasheet
      -- content/data/cost/rentals.csv --
      accelerator,low,high,terms,kind,source
      my-chip,1,1,on-demand,fact,an offer
      -- content/data/scenarios.yaml --
      base: {hardware: my-chip, model: llama-3.1-8b}
      """;

  @TempDir private Path temp;
  private Path root;

  private record Run(int code, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }

    /// The rows of the table under a heading, cell by cell.
    List<List<String>> below(String heading) {
      List<String> lines = lines();
      int head = 0;
      while (!lines.get(head).startsWith(heading)) {
        head++;
      }
      return lines.subList(head + 1, lines.size()).stream()
          .takeWhile(line -> !line.isBlank())
          .map(line -> Arrays.asList(line.strip().split(" {2,}", -1)))
          .toList();
    }
  }

  @BeforeEach
  void writeTheSite() {
    root = SiteText.of(SITE).into(temp.resolve("own"));
  }

  private static Run at(Path root, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), false, false);
    List<String> all = new ArrayList<>(List.of("cost", "--root", root.toString()));
    all.addAll(Arrays.asList(args));
    int code = Main.run(terminal, all.toArray(String[]::new));
    return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Run cost(String... args) {
    return at(root, args);
  }

  private static double number(String cell) {
    return Double.parseDouble(cell.replace(",", "").replace("%", "").split(" ", 2)[0]);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(temp.resolve(name), text);
  }

  // A catalog of one's own

  @Test
  void aSitesOwnRowsAreAddedAndReplaceThoseOfTheSameId() {
    Run added = cost("base", "--explain", "--figure", "usd_per_million_output_tokens");
    assertTrue(added.out().contains("1.000 USD/accelerator-hour"), added.out());
    assertTrue(added.out().contains("speculation"), added.out());
    assertEquals(1, cost("--hardware", "h200", "--model", "llama-3.1-70b", "--tp", "1", "--precision", "fp8").code(),
        "the site's H200 has 70 GiB");
    assertTrue(cost("--list", "hardware").lines().contains("h200  H200 by us"));
  }

  // Search and frontier

  @Test
  void theCheapestOfWhatIsQuickEnoughComesFirst() {
    Run run = cost("base", "--search", "--tpot-at-most", "5", "--ttft-at-most", "400");
    assertEquals(0, run.code(), run.err());
    List<List<String>> offers = run.below("layout ");
    assertTrue(offers.size() > 1, run.out());
    for (List<String> offer : offers) {
      assertTrue(number(offer.get(2)) <= 5 && number(offer.get(3)) <= 400, offer.toString());
    }
    for (int i = 1; i < offers.size(); i++) {
      assertTrue(number(offers.get(i - 1).get(6)) <= number(offers.get(i).get(6)), run.out());
    }
    assertTrue(run.lines().getFirst().startsWith(offers.getFirst().getFirst() + " with "), run.out());
  }

  @Test
  void whatNothingReachesEndsWith1AndNamesTheNearest() {
    Run run = cost("base", "--search", "--tpot-at-most", "0.001");
    assertEquals(1, run.code());
    assertTrue(run.out().startsWith("nothing reaches TPOT ≤ 0.00100 ms: tp 8 with 1.00 requests comes nearest"), run.out());
    assertEquals(2, cost("base", "--search", "--tpot-at-most", "soon").code());
  }

  @Test
  void alongTheFrontierUsersLoseWhatTheSystemGains() {
    List<List<String>> offers = cost("base", "--frontier").below("layout ");
    assertTrue(offers.size() > 5);
    for (int i = 1; i < offers.size(); i++) {
      assertTrue(number(offers.get(i).get(4)) <= number(offers.get(i - 1).get(4)), offers.get(i).toString());
      assertTrue(number(offers.get(i).get(5)) >= number(offers.get(i - 1).get(5)), offers.get(i).toString());
    }
  }

  // Levers, market, sweep

  @Test
  void leversAreRankedByWhatTheyMove() {
    Run run = cost("base", "--levers", "usd_per_million_output_tokens");
    assertEquals(0, run.code(), run.err());
    List<List<String>> levers = run.below("lever ");
    assertTrue(levers.stream().anyMatch(each -> each.getFirst().equals("rental_price") && each.get(3).equals("+1.0")), run.out());
    for (int i = 1; i < levers.size(); i++) {
      double before = Math.abs(number(levers.get(i - 1).get(3)));
      assertTrue(before >= Math.abs(number(levers.get(i).get(3))) - 0.051, run.out());
    }
    assertTrue(run.below("layer ").stream().anyMatch(each -> each.getFirst().equals("memory bandwidth")), run.out());
    Run wrong = cost("base", "--levers", "usd_per_million_output_token");
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().contains("did you mean 'usd_per_million_output_tokens'?"), wrong.err());
  }

  @Test
  void aBreakEvenSaysWhereAScenarioMeetsAPrice() {
    Run run = cost("base", "--break-even", "rental_price=0.1..10", "--against", "0.01 USD");
    assertEquals(0, run.code(), run.err());
    assertTrue(run.lines().getFirst().startsWith("base is lower up to rental_price "), run.out());
    double meets = number(run.lines().getLast().replaceAll("equal at rental_price ([0-9.]+).*", "$1"));
    List<List<String>> rows = run.below("rental_price ");
    assertEquals(9, rows.size() - 1, run.out());
    double hourly = number(rows.getFirst().getFirst());
    assertEquals(number(rows.getFirst().get(1)) / hourly * meets, 0.01, 1e-4, "cost grows with the rent");
  }

  @Test
  void aBreakEvenThatCannotBeAskedIsRefusedWithAWayOut() {
    String[][] questions = {
      {"utilization=0.1..1", "0.4", "did you mean 'utilisation'?"},
      {"utilisation=0.1..3", "0.4", "lies between"},
      {"utilisation=0.5", "0.4", "is one value"},
      {"utilisation", "0.4", "names no lever"},
      {"electricity=1..2 kWh", "0.4", "which does not measure it"},
      {"utilisation=0.1..1", "bse", "did you mean 'base'?"},
      {"utilisation=0.1..1", "0.4 ms", "which does not measure it"},
      {"tpot_error=0.5..2", "0.4", "there is no lever"}
    };
    for (String[] question : questions) {
      Run run = cost("base", "--break-even", question[0], "--against", question[1]);
      assertEquals(2, run.code(), question[0]);
      assertTrue(run.err().contains(question[2]), question[0] + ": " + run.err().lines().findFirst().orElse(""));
    }
    assertEquals(2, cost("base", "--break-even", "utilisation=0.1..1").code());
    assertEquals(2, cost("base", "--against", "0.4").code());
  }

  @Test
  void listPricesComeDearestFirstWithWhatTheyLeave() {
    List<List<String>> margins = cost("base", "--market").below("provider ");
    assertTrue(margins.size() >= 3);
    for (int i = 0; i < margins.size(); i++) {
      double price = number(margins.get(i).get(3));
      double cost = number(margins.get(i).get(4));
      assertEquals(100 * (1 - cost / price), number(margins.get(i).get(5)), 2, margins.get(i).toString());
      assertTrue(i == 0 || number(margins.get(i - 1).get(3)) >= price);
    }
  }

  @Test
  void aSweepHasALineForEachValueInTheirOrder() {
    Run run = cost("base", "--sweep", "concurrency=1..64", "--figure", "tpot_ms");
    List<List<String>> rows = run.below("concurrency ");
    assertEquals("1", rows.getFirst().getFirst());
    assertEquals("64", rows.getLast().getFirst());
    for (int i = 1; i < rows.size(); i++) {
      assertTrue(number(rows.get(i).getFirst()) > number(rows.get(i - 1).getFirst()));
      assertTrue(rows.get(i).get(1).endsWith(" ms") && number(rows.get(i).get(1)) >= number(rows.get(i - 1).get(1)));
    }
    Run csv = cost("base", "--sweep", "tp=4,1", "--figure", "tpot_ms", "--format", "csv");
    assertEquals("tp,tpot_ms_p10,tpot_ms_p50,tpot_ms_p90", csv.lines().getFirst());
    assertEquals(List.of("\"4\"", "\"1\""), csv.lines().stream().skip(1).map(line -> line.split(",", 2)[0]).toList());
  }

  @Test
  void aSweepThatCannotBeIsAProblem() {
    assertEquals(2, cost("base", "--sweep", "tp").code());
    Run heads = cost("base", "--sweep", "tp=3");
    assertEquals(1, heads.code());
    assertTrue(heads.err().contains("cannot be shared out to 3 accelerators"), heads.err());
    assertTrue(cost("base", "--sweep", "concurency=1..4").err().contains("did you mean 'concurrency'?"));
  }

  // Files of scenarios, accuracy

  @Test
  void scenariosOfAFileExtendThoseOfTheSite() throws IOException {
    String file = file("more.yaml", "four: {extends: base, concurrency: 4}\nbad: {extends: four, tp: many}\n").toString();
    assertEquals("batch  4.00    speculation", cost("--file", file, "four", "--figure", "batch").lines().getFirst());
    Run bad = cost("--file", file, "bad");
    assertEquals(1, bad.code());
    assertTrue(bad.err().contains("more.yaml:2:26: error[wrong-type]: 'tp' is 'many', not a whole number from 1"), bad.err());
    Run near = cost("--file", file, "for");
    assertEquals(2, near.code());
    assertTrue(near.err().contains("there is no scenario 'for': did you mean 'four'?"), near.err());
  }

  @Test
  void aFileThatCannotBeParsedSaysWhereAndNotThatItLacksAScenario() throws IOException {
    Run broken = cost("--file", file("broken.yaml", "one: [\n").toString(), "one");
    assertEquals(1, broken.code());
    assertTrue(broken.err().contains("broken.yaml:"), broken.err());
    assertFalse(broken.err().contains("there is no scenario"), broken.err());
    assertEquals(2, cost("--file", temp.resolve("none.yaml").toString(), "one").code());
  }

  @Test
  void theModelsErrorsArePrintedByClass() {
    Run run = cost("--accuracy");
    assertEquals(0, run.code());
    List<List<String>> classes = run.below("measured ");
    for (String metric : List.of("output_tokens_per_second", "tpot_ms", "ttft_ms", "gpu_power_w", "joules_per_output_token")) {
      List<String> row = classes.stream().filter(each -> each.getFirst().equals(metric)).findFirst().orElseThrow();
      assertTrue(row.get(3).endsWith("%") && number(row.get(3)) < number(row.get(8)), "unseen models are harder: " + row);
    }
  }

  @Test
  void aFormatThatAnAnswerLacksIsRefused() {
    for (String question : List.of("--search", "--frontier", "--market", "--levers=tpot_ms", "--accuracy")) {
      Run run = cost("base", question, "--format", "json");
      assertEquals(2, run.code(), question);
      assertTrue(run.err().contains("is printed as a table alone: leave out '--format'"), run.err());
    }
    assertEquals(2, cost("base", "--sweep", "tp=1,2", "--format", "json").code());
  }

  /// The guide says of the project's own note that the model gets one comparison wrong; when it no longer does, both change.
  @Test
  void theGuideNamesAComparisonThatTheModelGetsWrong() {
    String figure = "usd_per_million_output_tokens";
    String note = "memory-and-the-decoded-token#";
    double h100 = number(at(Path.of("."), note + "h100-reads", "--figure", figure).lines().getFirst().split(" {2,}", -1)[1]);
    double h200 = number(at(Path.of("."), note + "h200-reads", "--figure", figure).lines().getFirst().split(" {2,}", -1)[1]);
    assertTrue(h200 < h100, "measured: 0.785 on the H100, 0.867 on the H200");
  }
}
