package dev.assay.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.cost.core.Metric;
import dev.assay.cost.data.Catalog;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecondOpinionTest {
  static Stream<Scenario> scenarios() {
    return Stream.of(
        s("hardware", "h100-sxm", "model", "llama-3.1-70b", "tp", 4, "concurrency", 64),
        s("hardware", "h200", "model", "llama-3.1-8b", "engine", "vllm", "precision", "bf16", "concurrency", 7),
        s("hardware", "h200", "model", "deepseek-v3", "tp", 8, "ep", 8, "money", "own", "price", "30000 USD"),
        s("hardware", "b200", "model", "deepseek-v3", "dp", 8, "ep", 8, "tp", 1, "cache_hit", 0.5, "money", "colocation",
            "price", "40000 USD", "concurrency", 512, "overlap", 0.3),
        s("hardware", "b200", "model", "gpt-oss-120b", "concurrency", 32, "engine", "vllm", "money", "own", "price", "4e4 USD"),
        s("hardware", "mi300x", "model", "gemma-3-27b", "tp", 2, "input_tokens", 9000, "concurrency", 20),
        s("hardware", "h100-sxm", "model", "qwen3.5-397b-a17b", "tp", 16, "concurrency", 40),
        s("hardware", "l40s", "model", "llama-3.1-8b", "pp", 2, "tp", 1, "concurrency", 30),
        s("hardware", "h800", "model", "deepseek-v3", "engine", "sglang", "ep", 144, "dp", 144, "tp", 1, "input_tokens", 4500,
            "concurrency", 144 * 80, "serving", "disaggregated", "prefill_ep", 8, "prefill_dp", 8),
        s("hardware", "h200", "model", "llama-3.1-70b", "tp", 4, "hit_ssd", 0.4, "hit_host", 0.2, "cache_hit", 0.1,
            "concurrency", 100, "money", "own", "price", "30000 USD"),
        s("hardware", "b200", "model", "deepseek-v3", "tp", 8, "draft_tokens", 3, "concurrency", 16),
        s("hardware", "h200", "model", "llama-3.1-70b", "tp", 1, "input_tokens", 8000, "concurrency", 400),
        s("hardware", "gb200-nvl72", "model", "kimi-k2", "tp", 4, "dp", 4, "ep", 16, "concurrency", 256));
  }

  private static Scenario s(Object... settings) {
    return CostModelTest.scenario(settings);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void theModelAgreesWithASecondImplementation(Scenario scenario) {
    Trial trial = Trial.of(scenario, Catalog.shipped()).run();
    Map<Metric, Double> second = new SecondOpinion(scenario, Catalog.shipped()).metrics();
    assertTrue(second.size() >= 14);
    second.forEach(
        (metric, expected) -> assertEquals(
            expected, trial.base(metric).orElseThrow(), Math.abs(expected) * 1e-9, metric + " of " + scenario.hardware().id()));
  }
}
