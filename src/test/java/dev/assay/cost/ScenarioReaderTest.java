package dev.assay.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.cost.core.Lever;
import dev.assay.cost.core.Shape.Money;
import dev.assay.cost.data.Catalog;
import dev.assay.cost.data.Format;
import dev.assay.note.Value;
import dev.assay.problem.Problem;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScenarioReaderTest {
  private static final ScenarioReader READER = new ScenarioReader(Catalog.shipped());

  private static Read<Scenarios> read(Object... scenarios) {
    return READER.read(Yaml.map(scenarios), Scenarios.NONE, place -> "line " + place.line());
  }

  private static Scenario only(Object... settings) {
    return CostModelTest.scenario(settings);
  }

  /// Each problem as `line:column message (hint)`.
  private static List<String> said(Read<?> read) {
    return read.problems().stream().map(ScenarioReaderTest::said).toList();
  }

  private static String said(Problem problem) {
    String hint = problem.hint().isEmpty() ? "" : " (" + problem.hint() + ")";
    return problem.place().line() + ":" + problem.place().column() + " " + problem.code().word() + ": " + problem.message() + hint;
  }

  private static List<String> problems(Object... settings) {
    return said(read("base", Yaml.mapAt(2, settings)));
  }

  @Test
  void whatIsLeftOutIsFilledInAndSaid() {
    Scenario scenario = only("hardware", "b200", "model", "llama-3.1-70b");
    assertEquals(new Deployment(1, 1, 1, 1, 1), scenario.deployment());
    assertEquals(new Precision(Format.FP8, Format.FP8, Format.FP8), scenario.precision());
    assertEquals(Money.RENTAL, scenario.money());
    assertEquals(
        List.of("engine: trtllm", "weights in fp8", "tp: 1, the fewest accelerators that hold the weights", "money: rental"),
        scenario.assumptions());
  }

  @Test
  void everythingSaidIsKept() {
    Scenario scenario =
        only("hardware", "h100-sxm", "model", "deepseek-v3", "engine", "sglang", "weights", "fp8", "activations", "bf16",
            "cache", "bf16", "tp", 8, "dp", 2, "accelerators", 32, "ep", 16, "money", "own", "cache_hit", "0.4..0.7");
    assertEquals(new Precision(Format.FP8, Format.BF16, Format.BF16), scenario.precision());
    assertEquals(new Deployment(32, 8, 1, 16, 2), scenario.deployment());
    assertEquals(Money.OWN, scenario.money());
    assertEquals("set by the scenario in x.md", scenario.settings().get(Lever.CACHE_HIT).source());
    assertEquals("0.400..0.550..0.700", scenario.settings().get(Lever.CACHE_HIT).text());
  }

  @Test
  void expertsOverMoreAcceleratorsThanAttentionWidenTheAttention() {
    assertEquals(8, only("hardware", "h200", "model", "deepseek-v3", "tp", 1, "ep", 8).deployment().tp());
  }

  @Test
  void payingIsGuessedFromWhatIsPriced() {
    assertEquals(Money.OWN, only("hardware", "b200", "model", "llama-3.1-8b", "life", "4 years").money());
    assertEquals(Money.COLOCATION, only("hardware", "b200", "model", "llama-3.1-8b", "colocation", "150 USD/kW-month").money());
  }

  @Test
  void aScenarioExtendsAnother() {
    Read<Scenarios> read =
        read("cached", Yaml.map("extends", "base", "cache_hit", "0.6"),
            "base", Yaml.map("hardware", "b200", "model", "llama-3.1-70b", "cache_hit", "0.1"));
    assertEquals(List.of(), read.problems());
    Scenario cached = read.value().get("cached").orElseThrow();
    assertEquals("b200", cached.hardware().id());
    assertEquals("0.6000", cached.settings().get(Lever.CACHE_HIT).text());
  }

  @Test
  void aNoteExtendsOrRefinesTheScenariosOfItsSite() {
    Scenarios site = read("base", Yaml.map("hardware", "b200", "model", "llama-3.1-70b")).value();
    Read<Scenarios> note =
        READER.read(
            Yaml.map("fast", Yaml.map("extends", "base", "tp", 2), "base", Yaml.map("extends", "base", "tp", 4)), site,
            Excerpts.NONE);
    assertEquals(List.of(), note.problems());
    assertEquals(2, note.value().get("fast").orElseThrow().deployment().tp());
    assertEquals(4, note.value().get("base").orElseThrow().deployment().tp());
    assertEquals(List.of("base", "fast"), note.value().names().stream().sorted().toList());
  }

  @Test
  void unknownNamesComeWithTheNearest() {
    assertEquals(
        List.of("2:11 scenario: the catalog has no accelerator 'b20' (did you mean 'b200'?)"),
        problems("hardware", "b20", "model", "llama-3.1-70b"));
    assertEquals(
        List.of("3:8 scenario: the catalog has no model 'llama-3.1-71b' (did you mean 'llama-3.1-70b'?)"),
        problems("hardware", "b200", "model", "llama-3.1-71b"));
    assertEquals(
        List.of("4:9 scenario: the catalog has no engine 'tensorrt' (known: sglang, trtllm, vllm)"),
        problems("hardware", "b200", "model", "llama-3.1-8b", "engine", "tensorrt"));
    assertEquals(
        List.of("4:1 unknown-key: a scenario has no key 'cache_hits' (did you mean 'cache_hit'?)"),
        problems("hardware", "b200", "model", "llama-3.1-8b", "cache_hits", "0.5"));
    assertEquals(
        List.of("4:10 scenario: 'fp7' is no number format that Assay knows (did you mean 'fp4'?)"),
        problems("hardware", "b200", "model", "llama-3.1-8b", "weights", "fp7"));
  }

  @Test
  void aWrongUnitSaysWhichOneToUse() {
    assertEquals(
        List.of(
            "4:14 unit: 'electricity' is in 'USD/kW', which does not measure it "
                + "(write it in USD/kWh, as in '0.085 USD/kWh')"),
        problems("hardware", "b200", "model", "llama-3.1-8b", "electricity", "0.085 USD/kW"));
    assertEquals(
        List.of("4:7 unit: 'life' needs a unit (write it in years, as in '4 years')"),
        problems("hardware", "b200", "model", "llama-3.1-8b", "life", "4"));
    assertEquals(
        List.of("4:12 unit: 'cache_hit': the range '0.7..0.4' falls (write the lower end first)"),
        problems("hardware", "b200", "model", "llama-3.1-8b", "cache_hit", "0.7..0.4"));
    assertEquals(
        List.of("4:12 scenario: 'cache_hit' of 60 makes no sense (it is at least 0 and at most 0.9999)"),
        problems("hardware", "b200", "model", "llama-3.1-8b", "cache_hit", "60"));
  }

  @Test
  void aRangeMayBeAMapping() {
    Value.Mapping range = Yaml.map("low", "0.06 USD/kWh", "typical", "8.5 cents/kWh", "high", "0.15 USD/kWh");
    Scenario scenario = only("hardware", "b200", "model", "llama-3.1-8b", "electricity", range);
    assertEquals("0.0600..0.0850..0.150 USD/kWh", scenario.settings().get(Lever.ELECTRICITY).text());
    assertEquals(
        List.of("5:1 unit: the range of 'pue' falls (low ≤ typical ≤ high)"),
        problems("hardware", "b200", "model", "llama-3.1-8b", "pue", Yaml.mapAt(5, "low", 2, "typical", 1.5, "high", 3)));
  }

  @Test
  void wrongFormsAreNamed() {
    assertEquals(
        List.of("1:7 wrong-type: scenario 'base' is not a mapping (write its settings below it, as in 'hardware: b200')"),
        said(read("base", "b200")));
    assertEquals(
        List.of("2:11 wrong-type: 'hardware' is not a single value (write one word or number)"),
        problems("hardware", List.of("b200", "h200"), "model", "llama-3.1-8b"));
    assertEquals(
        List.of("4:5 wrong-type: 'tp' is '0', not a whole number from 1"),
        problems("hardware", "b200", "model", "llama-3.1-8b", "tp", "0"));
    assertEquals(
        List.of("1:1 scenario: the scenario names no hardware (add 'hardware:' with one of the catalog's ids)"),
        problems("model", "llama-3.1-8b"));
    assertEquals(1, said(read("a.b", Yaml.map("hardware", "b200", "model", "llama-3.1-8b"))).size());
  }

  @Test
  void acceleratorsThatCannotBeSharedOutAreRefused() {
    assertEquals(
        List.of("5:15 scenario: 6 accelerators cannot be shared out to replicas of 4 (make it a multiple of tp × dp × pp)"),
        problems("hardware", "b200", "model", "llama-3.1-8b", "tp", "4", "accelerators", "6"));
  }

  @Test
  void aCircleOfExtensionsIsNamed() {
    Read<Scenarios> read =
        read("a", Yaml.mapAt(2, "extends", "b"), "b", Yaml.mapAt(4, "extends", "c"), "c", Yaml.mapAt(6, "extends", "a"));
    assertEquals(1, read.problems().size());
    assertTrue(
        read.problems().stream().map(Problem::message).toList().contains("scenario 'a' extends itself: a → b → c → a"));
    assertEquals(Set.of("a", "b", "c"), read.value().refused());
  }

  @Test
  void nothingToExtendIsNamed() {
    assertEquals(
        List.of("2:10 unknown-scenario: there is no scenario 'bas' to extend (did you mean 'base'?)"),
        said(
            read("fast", Yaml.mapAt(2, "extends", "bas"),
                "base", Yaml.mapAt(4, "hardware", "b200", "model", "llama-3.1-8b"))));
  }

  @Test
  void aFaultIsSaidOnceAndItsChildrenAreRefusedToo() {
    Read<Scenarios> read =
        read("base", Yaml.mapAt(2, "hardware", "b20", "model", "llama-3.1-8b", "colour", "red"),
            "fast", Yaml.mapAt(8, "extends", "base", "tp", 2));
    assertEquals(2, read.problems().size());
    assertEquals(Set.of("base", "fast"), read.value().refused());
    assertTrue(read.problems().stream().allMatch(problem -> problem.excerpt().startsWith("line ")));
  }
}
