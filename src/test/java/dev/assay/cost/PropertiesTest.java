package dev.assay.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.cost.core.Evaluation;
import dev.assay.cost.core.Lever;
import dev.assay.cost.core.Metric;
import dev.assay.cost.data.Catalog;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What holds at every operating point, on random ones. The seed is printed with a failure.
class PropertiesTest {
  private static final Catalog CATALOG = Catalog.shipped();
  private static final List<String> HARDWARE = List.of("h100-sxm", "h200", "b200", "mi300x", "a100-80", "gb200-nvl72", "h20");
  private static final List<String> MODELS =
      List.of("llama-3.1-8b", "llama-3.1-70b", "gpt-oss-120b", "gemma-3-27b", "mixtral-8x7b", "qwen3-30b-a3b");
  private static final List<String> MONEY = List.of("rental", "own", "colocation");

  private interface Property {
    void holds(Trial trial, String what);
  }

  private static void everywhere(long seed, Property property) {
    Random random = new Random(seed);
    for (int run = 0; run < 200; run++) {
      Scenario scenario =
          CostModelTest.scenario(
              "hardware", any(HARDWARE, random), "model", any(MODELS, random), "engine",
              any(List.of("trtllm", "vllm", "sglang"), random), "precision", random.nextBoolean() ? "bf16" : "fp8", "tp", 8,
              "money", any(MONEY, random), "price", "30000 USD", "rental_price", "2 USD/GPU-hour", "rated_power", "700 W",
              "input_tokens", 1 + random.nextInt(9000), "output_tokens", 1 + random.nextInt(3000), "concurrency",
              1 + random.nextInt(600), "cache_hit", random.nextInt(10) / 10.0);
      property.holds(Trial.of(scenario, CATALOG), "seed " + seed + ", run " + run + ": " + scenario.hardware().id() + " " + scenario.model().id());
    }
  }

  private static <T> T any(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  private static double at(Trial trial, Metric metric, Lever lever, double factor) {
    return trial.scaled(List.of(lever), factor).base(metric).orElse(Double.NaN);
  }

  @Test
  void moreOfWhatIsFastIsNeverSlower() {
    List<Lever> good =
        List.of(Lever.BANDWIDTH, Lever.PEAK, Lever.EXPERTS_PEAK, Lever.ATTENTION_PEAK, Lever.LINK, Lever.GEMM_COMPUTE);
    everywhere(1, (trial, what) -> {
      for (Lever lever : good) {
        for (Metric metric : List.of(Metric.TPOT_MS, Metric.TTFT_MS, Metric.STEP_TIME, Metric.PREFILL_TIME)) {
          assertTrue(at(trial, metric, lever, 1.3) <= at(trial, metric, lever, 1) * (1 + 1e-12), what + " " + metric + " " + lever);
        }
      }
    });
  }

  @Test
  void whatCostsMoreIsNeverCheaper() {
    List<Lever> prices =
        List.of(Lever.PRICE, Lever.RENTAL_PRICE, Lever.ELECTRICITY, Lever.COLOCATION, Lever.BUILDING, Lever.OPERATIONS,
            Lever.SERVER_OVERHEAD, Lever.PUE, Lever.COST_OF_CAPITAL);
    everywhere(2, (trial, what) -> {
      for (Lever lever : prices) {
        double before = at(trial, Metric.USD_PER_MILLION_OUTPUT_TOKENS, lever, 1);
        assertTrue(at(trial, Metric.USD_PER_MILLION_OUTPUT_TOKENS, lever, 1.3) >= before * (1 - 1e-12), what + " " + lever);
      }
    });
  }

  @Test
  void moreMemoryNeverFitsFewer() {
    everywhere(3, (trial, what) ->
        assertTrue(at(trial, Metric.BATCH_LIMIT, Lever.MEMORY, 1.2) >= at(trial, Metric.BATCH_LIMIT, Lever.MEMORY, 1), what));
  }

  /// Twice the clock: every rate twice, every time half.
  @Test
  void unitsScale() {
    List<Lever> rates = List.of(Lever.PEAK, Lever.EXPERTS_PEAK, Lever.ATTENTION_PEAK, Lever.BANDWIDTH, Lever.LINK);
    List<Lever> times =
        List.of(Lever.GEMM_START, Lever.EXPERTS_START, Lever.ATTENTION_START, Lever.COLLECTIVE_START, Lever.STEP_OVERHEAD,
            Lever.LAYER_OVERHEAD, Lever.SEQUENCE_OVERHEAD, Lever.PREFILL_OVERHEAD, Lever.TTFT_FIXED);
    everywhere(4, (trial, what) -> {
      double tpot = trial.run().base(Metric.TPOT_MS).orElseThrow();
      double ttft = trial.base(Metric.TTFT_MS).orElseThrow();
      List<Lever> all = Stream.concat(rates.stream(), times.stream()).toList();
      double[] doubled = all.stream().mapToDouble(lever -> trial.typical(lever) * (rates.contains(lever) ? 2 : 0.5)).toArray();
      trial.run(all, doubled);
      assertEquals(tpot / 2, trial.base(Metric.TPOT_MS).orElseThrow(), tpot * 1e-9, what);
      assertEquals(ttft / 2, trial.base(Metric.TTFT_MS).orElseThrow(), ttft * 1e-9, what);
    });
  }

  @Test
  void oneSequenceTakesTheTimeOfReadingTheWeights() {
    Trial trial = Trial.of(CostModelTest.scenario("hardware", "h100-sxm", "model", "llama-3.1-8b", "precision", "bf16",
        "concurrency", 1, "input_tokens", 16), CATALOG);
    double[] lossless = trial.operating().typical();
    Lossless.apply(lossless);
    double[] y = new double[Metric.COUNT];
    Evaluation.run(trial.operating().shape(), lossless, y);
    // 7.50 billion weights that one token meets, two bytes each, over 3.35 TB/s: 4.48 ms
    assertEquals(2 * 7.504658432e9 / 3.35e12, y[Metric.STEP_TIME.index()], 0.01 * 4.48e-3);
  }

  @Test
  void rangesAreInOrderAndHoldTheirMiddle() {
    Random random = new Random(5);
    CostModel model = new CostModel(CATALOG);
    for (int run = 0; run < 20; run++) {
      Scenario scenario =
          CostModelTest.scenario("hardware", any(HARDWARE, random), "model", any(MODELS, random), "tp", 8, "cache_hit", "0.2..0.8",
              "utilisation", "0.3..0.5..0.9");
      model.estimates(scenario).forEach(
          (metric, e) -> assertTrue(e.p10() <= e.p50() && e.p50() <= e.p90() && e.p10() <= e.value() && e.value() <= e.p90(), metric + " " + e));
    }
  }
}
