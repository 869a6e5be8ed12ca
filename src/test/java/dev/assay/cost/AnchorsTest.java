package dev.assay.cost;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.cost.core.Metric;
import dev.assay.cost.data.Catalog;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Published operating points that the model was not fitted to, with tolerances that say how good it is today.
///
/// The fleets that spread experts widely work on two batches in turn, so that one computes while the other communicates;
/// that half of the communication is hidden by it is this test's assumption, the same for all three.
class AnchorsTest {
  private final CostModel model = new CostModel(Catalog.shipped());

  private Figures run(Object... settings) {
    return model.evaluate(CostModelTest.scenario(settings));
  }

  private static double value(Figures figures, Metric metric) {
    return figures.get(metric.key()).orElseThrow().estimate().orElseThrow().value();
  }

  private static Object[] with(Object[] settings, Object... more) {
    return Stream.concat(Stream.of(settings), Stream.of(more)).toArray();
  }

  private static void near(double published, double share, double modelled) {
    assertTrue(Math.abs(modelled / published - 1) < share, modelled + " instead of " + published);
  }

  /// Output tokens per second of one server of eight while it only decodes.
  private static double decodingServer(Figures figures) {
    double perAccelerator = value(figures, Metric.BATCH) / figures.scenario().deployment().replica();
    return 8 * perAccelerator / (value(figures, Metric.STEP_TIME) / 1000);
  }

  @Test
  void mlperfOfflineLlama2OnEightH200() {
    Object[] settings = {
      "hardware", "h200", "model", "llama-2-70b", "precision", "fp8", "accelerators", 8, "tp", 1, "input_tokens", 294,
      "output_tokens", 300
    };
    // As engines run that nobody tuned for the day: a fifth slower than the submission.
    near(35_317, 0.25, value(run(settings), Metric.OUTPUT_TOKENS_PER_SECOND));
    // A submission picks the quickest kernels for its one shape. One large product in ten measured ones reaches 70 %.
    near(35_317, 0.15, value(run(with(settings, "gemm_compute", 0.70)), Metric.OUTPUT_TOKENS_PER_SECOND));
  }

  @Test
  void mlperfOfflineLlama2OnEightB200WithItsPower() {
    Object[] settings = {
      "hardware", "b200", "model", "llama-2-70b", "precision", "fp4", "accelerators", 8, "tp", 1, "input_tokens", 294,
      "output_tokens", 300
    };
    near(102_909, 0.30, value(run(settings), Metric.OUTPUT_TOKENS_PER_SECOND));
    // Of four-bit products one in ten reaches 46 % of the rate.
    Figures tuned = run(with(settings, "gemm_compute", 0.457));
    near(102_909, 0.15, value(tuned, Metric.OUTPUT_TOKENS_PER_SECOND));
    near(9.89, 0.15, value(tuned, Metric.TOKENS_PER_JOULE));
  }

  @Test
  void deepSeeksFleetDecodesOn144() {
    Figures figures =
        run("hardware", "h800", "model", "deepseek-v3", "engine", "sglang", "precision", "fp8", "ep", 144, "dp", 144, "tp", 1,
            "input_tokens", 4500, "output_tokens", 1000, "concurrency", 144 * 88, "overlap", 0.5, "serving", "disaggregated");
    near(14_800, 0.15, decodingServer(figures));
  }

  @Test
  void deepSeeksFleetReadsInputsOn32() {
    Figures figures =
        run("hardware", "h800", "model", "deepseek-v3", "engine", "sglang", "precision", "fp8", "ep", 32, "dp", 32, "tp", 1,
            "input_tokens", 4500, "output_tokens", 1, "cache_hit", 0.563, "concurrency", 1024, "overlap", 0.5, "expert_skew",
            1.3);
    // Over 32 accelerators the busiest has about a third more to do than the average; within a server, where calibration
    // learned, it has not. Without that the model is a fifth too fast.
    near(73_700, 0.15, 8 * value(figures, Metric.INPUT_TOKENS_PER_SECOND_PER_ACCELERATOR));
  }

  @Test
  void sglangOnTwelveServersOfH100() {
    Figures figures =
        run("hardware", "h100-sxm", "model", "deepseek-v3", "engine", "sglang", "precision", "fp8", "ep", 72, "dp", 72, "tp", 1,
            "input_tokens", 2000, "output_tokens", 100, "concurrency", 72 * 256, "overlap", 0.5, "rental_price",
            "2 USD/GPU-hour", "utilisation", 1, "serving", "disaggregated");
    near(22_300, 0.15, decodingServer(figures));
    near(0.20, 0.15, value(figures, Metric.USD_PER_MILLION_OUTPUT_TOKENS_DECODE));
  }

  /// The published hour of a big owner and of a small one, as an analyst computes them.
  @Test
  void anHourOfAnOwnedAcceleratorLiesBetweenThoseOfBigAndSmallOwners() {
    Object[][] owners = {
      {"h100-sxm", "27500 USD", 1.30, 1.69}, {"b200", "40000 USD", 1.95, 2.34}, {"gb200-nvl72", "44500 USD", 2.21, 2.75}
    };
    for (Object[] owner : owners) {
      double hour =
          value(run("hardware", owner[0], "model", "llama-3.1-70b", "money", "own", "price", owner[1]),
              Metric.USD_PER_ACCELERATOR_HOUR);
      assertTrue(hour > (double) owner[2] && hour < (double) owner[3], owner[0] + ": " + hour);
    }
  }

  @Test
  void anAcceleratorDrawsWhatServedOnesWereMeasuredToDraw() {
    for (int concurrency : new int[] {8, 64, 256}) {
      double h100 =
          value(run("hardware", "h100-sxm", "model", "llama-3.1-8b", "precision", "bf16", "engine", "vllm", "concurrency",
              concurrency), Metric.ACCELERATOR_WATTS) / 700;
      assertTrue(h100 > 0.57 && h100 < 0.97, "H100 at " + concurrency + ": " + h100);
      double b200 =
          value(run("hardware", "b200", "model", "llama-3.1-8b", "precision", "bf16", "engine", "vllm", "concurrency",
              concurrency), Metric.ACCELERATOR_WATTS) / 1000;
      assertTrue(b200 > 0.49 && b200 < 0.97, "B200 at " + concurrency + ": " + b200);
    }
  }
}
