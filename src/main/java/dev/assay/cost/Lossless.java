package dev.assay.cost;

import dev.assay.cost.core.Lever;
import java.util.List;

/// Sets every loss to none.
final class Lossless {
  private static final List<Lever> SHARES =
      List.of(Lever.GEMM_COMPUTE, Lever.GEMM_MEMORY, Lever.EXPERTS_COMPUTE, Lever.EXPERTS_MEMORY, Lever.ATTENTION_MEMORY,
          Lever.PREFILL_COMPUTE, Lever.COLLECTIVE_SHARE, Lever.PREFILL_SHARE, Lever.EXPERT_SKEW, Lever.POWER_FLOOR, Lever.SPEED_ERROR, Lever.RATE_ERROR, Lever.TPOT_ERROR,
          Lever.POWER_ERROR);
  private static final List<Lever> TIMES =
      List.of(Lever.START_SHARE, Lever.STEP_OVERHEAD, Lever.LAYER_OVERHEAD, Lever.SEQUENCE_OVERHEAD, Lever.PREFILL_OVERHEAD,
          Lever.COLLECTIVE_START, Lever.ONE_SHOT, Lever.GROUP_STALL, Lever.POWER_COMPUTE, Lever.POWER_MEMORY, Lever.POWER_CACHE);

  private Lossless() {}

  static void apply(double[] x) {
    SHARES.forEach(lever -> x[lever.index()] = 1);
    TIMES.forEach(lever -> x[lever.index()] = 0);
  }
}
