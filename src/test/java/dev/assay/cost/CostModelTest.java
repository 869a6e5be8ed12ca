package dev.assay.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.cost.core.Lever;
import dev.assay.cost.data.Catalog;
import dev.assay.cost.data.Input;
import dev.assay.cost.unit.Range;
import dev.assay.cost.unit.Unit;
import dev.assay.note.Kind;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CostModelTest {
  private static final long KNOWN_BITS = -8631831363332753295L;

  private final CostModel model = new CostModel(Catalog.shipped());

  static Scenario scenario(Object... settings) {
    Read<Scenarios> read =
        new ScenarioReader(Catalog.shipped()).read(Yaml.map("base", Yaml.mapAt(2, settings)), Scenarios.NONE, Excerpts.NONE);
    assertEquals(List.of(), read.problems());
    return read.value().get("base").orElseThrow();
  }

  @Test
  void aScenarioOfTwoNamesGivesEveryFigure() {
    Figures figures = model.evaluate(scenario("hardware", "b200", "model", "llama-3.1-70b"));
    for (Figure figure : figures.byKey().values()) {
      assertTrue(figure.estimate().isPresent(), figure.name() + " is blocked by " + figure.blockers());
      assertNotEquals(Kind.FACT, figure.kind());
    }
  }

  @Test
  void anUnknownInputBlocksWhatNeedsItByName() {
    Figures figures = model.evaluate(scenario("hardware", "trainium2", "model", "llama-3.1-8b", "rental_price", "2 USD/GPU-hour"));
    Figure watts = figures.get("accelerator_watts").orElseThrow();
    assertEquals(Kind.BLOCKED, watts.kind());
    assertEquals("trainium2.power", watts.blockers().getFirst());
    assertEquals("unknown", watts.text());
    assertTrue(figures.get("usd_per_accelerator_hour").orElseThrow().estimate().isPresent());
  }

  @Test
  void aModelThatNoLongerFitsBlocksItsRatesByTheMemory() {
    Scenario small =
        scenario("hardware", "h100-sxm", "model", "llama-3.1-70b", "tp", "2")
            .with(Lever.MEMORY, Input.known("memory", Range.exact(16), Unit.of("GiB"), Kind.INFERENCE, "a test"));
    assertEquals(List.of("memory"), model.evaluate(small).get("output_tokens_per_second").orElseThrow().blockers());
  }

  @Test
  void theSameScenarioGivesTheSameBits() {
    Scenario scenario = scenario("hardware", "h200", "model", "deepseek-v3", "tp", "8", "cache_hit", "0.4..0.7");
    assertEquals(model.evaluate(scenario), new CostModel(Catalog.shipped()).evaluate(scenario));
  }

  @Test
  void everyRangeHoldsItsValueAndIsInOrder() {
    for (String hardware : new String[] {"b200", "h100-sxm", "mi300x", "tpu-v7", "l40s"}) {
      for (Figure figure : model.evaluate(scenario("hardware", hardware, "model", "gpt-oss-120b", "tp", 8)).byKey().values()) {
        figure.estimate().ifPresent(
            e -> {
              assertTrue(e.p10() <= e.value() && e.value() <= e.p90(), figure.name() + " " + e);
              assertTrue(e.p10() <= e.p50() && e.p50() <= e.p90(), figure.name() + " " + e);
            });
      }
    }
  }

  /// Bits, not digits: a site that is built on two machines must be the same bytes.
  @Test
  void theFiguresAreTheSameOnEveryMachine() {
    Figures figures = model.evaluate(scenario("hardware", "b200", "model", "deepseek-v3", "tp", 8, "money", "own"));
    long bits = 1;
    for (Figure figure : figures.byKey().values()) {
      for (Estimate e : figure.estimate().stream().toList()) {
        bits = 31 * bits + Double.doubleToLongBits(e.value());
        bits = 31 * bits + Double.doubleToLongBits(e.p10());
        bits = 31 * bits + Double.doubleToLongBits(e.p90());
      }
    }
    assertEquals(KNOWN_BITS, bits, "if the model changed on purpose, write down the new number");
  }

  /// Settings at the ends of what is allowed, in random company: figures are finite or blocked, and nothing is thrown.
  @Test
  void noAllowedSettingsBreakTheModel() {
    Random random = new Random(11);
    String[] hardware = {"b200", "h100-sxm", "tpu-v5e", "gaudi2"};
    String[] models = {"llama-3.1-8b", "mixtral-8x7b", "gpt-oss-20b", "gemma-3-27b", "qwen3-30b-a3b"};
    for (int run = 0; run < 300; run++) {
      Scenario scenario =
          scenario("hardware", hardware[random.nextInt(4)], "model", models[random.nextInt(5)], "tp", 8, "dp", 1 << random.nextInt(3),
              "money", new String[] {"own", "rental", "colocation"}[random.nextInt(3)]);
      for (int i = 0; i < 1 + random.nextInt(6); i++) {
        Lever lever = Lever.values()[random.nextInt(Lever.COUNT)];
        double low = Math.max(lever.least(), 1e-9);
        double high = Math.min(lever.most(), 1e12);
        double typical = random.nextBoolean() ? low : high;
        Range range = random.nextBoolean() ? Range.exact(typical) : new Range(low, typical, high);
        Unit unit = new Unit(lever.unit().symbol(), lever.unit().dimension(), 1);
        scenario = scenario.with(lever, Input.known(lever.key(), range, unit, Kind.INFERENCE, "a test, run " + run));
      }
      Figures figures = model.evaluate(scenario);
      assertTrue(figures.byKey().values().stream().allMatch(f -> f.estimate().isPresent() == f.blockers().isEmpty()));
    }
  }
}
