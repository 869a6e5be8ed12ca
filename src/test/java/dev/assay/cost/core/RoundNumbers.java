package dev.assay.cost.core;

import static dev.assay.cost.core.Lever.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.cost.core.Shape.Money;

/// A point on round numbers, to be worked by hand. A model of ten blocks: 10⁹ dense weights of one byte, an output
/// layer and an embedding of 10⁸ weights of two bytes each, 1,024 bytes of cache for each token and block. An accelerator of
/// 10 GB, 10¹² B/s and 10¹⁵ FLOP/s without losses; requests of 500 tokens in and 1,000 out, 64 of them in flight.
abstract class RoundNumbers {
  private static final double DENSE = 1e9;
  private static final double HEAD = 1e8;

  /// Inputs that a case changes.
  final double[] x = new double[Lever.COUNT];
  int full = 10;
  int windowed;
  int window = 100;
  double deviations;
  double cacheBytes = 1;
  double expertElements;
  int experts = 1;
  int active;
  double decodeFlops;
  double prefillFlops;
  int order = 1;
  int accelerators = 1;
  Layout layout = layout(1, 1, 1);
  boolean apart;
  boolean tiered;
  boolean drafts;
  Money money = Money.RENTAL;

  RoundNumbers() {
    for (Lever lever : Lever.values()) {
      x[lever.index()] = 0;
    }
    for (Lever lever :
        new Lever[] {
          GEMM_COMPUTE, GEMM_MEMORY, EXPERTS_COMPUTE, EXPERTS_MEMORY, ATTENTION_MEMORY, PREFILL_COMPUTE, COLLECTIVE_SHARE,
          START_SHARE, PREFILL_SHARE, FREE_SHARE, EXPERT_SKEW, SPEED_ERROR, RATE_ERROR, TPOT_ERROR, TTFT_ERROR, POWER_ERROR,
          ACCEPTED_TOKENS, SERVER_POWER, PUE, UTILISATION, EXPERT_WIDTH, WINDOW_SAVING
        }) {
      set(lever, 1);
    }
    set(MEMORY, 10e9);
    set(MEMORY_SHARE, 0.9);
    set(OUTPUT_RESERVED, 0.5);
    set(BANDWIDTH, 1e12);
    set(PEAK, 1e15);
    set(EXPERTS_PEAK, 1e15);
    set(ATTENTION_PEAK, 1e15);
    set(LINK, 1e11);
    set(KV_LINK, 1e10);
    set(MAX_BATCH, 1e9);
    set(CHUNK, 1e9);
    set(INPUT_TOKENS, 500);
    set(OUTPUT_TOKENS, 1000);
    set(CONCURRENCY, 64);
    set(RATED_POWER, 1000);
    set(RENTAL_PRICE, 2.0 / 3600);
  }

  final void set(Lever lever, double value) {
    x[lever.index()] = value;
  }

  final Layout layout(int tp, int dp, int pp) {
    return new Layout(tp, dp, pp, tp, dp > 1, 1, 1, Math.max(0, dp - 1), deviations, 1);
  }

  final double run(Metric metric) {
    Shape shape =
        new Shape(
            1.2e9, 1.1e9, 10, full, windowed, window, 1000, DENSE, HEAD, HEAD, expertElements, expertElements > 0 ? 10 : 0,
            experts, active, Math.log1p(-(double) active / experts), 1024, decodeFlops, prefillFlops, 1, 1, cacheBytes, order, 1,
            accelerators, layout, layout, apart, tiered, drafts, money);
    double[] y = new double[Metric.COUNT];
    Evaluation.run(shape, x, y);
    return y[metric.index()];
  }

  static void same(double byHand, double modelled) {
    assertEquals(byHand, modelled, Math.abs(byHand) * 1e-9);
  }
}
