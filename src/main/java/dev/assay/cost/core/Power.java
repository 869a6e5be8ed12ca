package dev.assay.cost.core;

import static dev.assay.cost.core.Evaluation.get;
import static dev.assay.cost.core.Evaluation.set;
import static dev.assay.cost.core.Lever.*;
import static dev.assay.cost.core.Work.at;

/// Power of an accelerator from how much of its arithmetic and of its bandwidth is in use, and from there to the
/// server's plug and the facility's meter.
final class Power {
  private Power() {}

  static void run(Shape s, double[] x, double[] y) {
    double perAccelerator = get(y, Metric.OUTPUT_TOKENS_PER_SECOND_PER_ACCELERATOR);
    double weights = s.denseElements() + s.expertElements() * s.expertLayers() * s.expertsActive();
    double tokens = Evaluation.checked(s, x) / accepted(s, x) + Evaluation.fresh(s, x) / at(x, OUTPUT_TOKENS);
    double computing = 2 * weights * tokens * perAccelerator / at(x, PEAK);
    double perByte = get(y, Metric.DECODE_SHARE) / (s.decode().pp() * at(x, BANDWIDTH) * get(y, Metric.STEP_TIME));
    // Reading the cache goes with arithmetic on every byte; reading weights is shared by the whole batch.
    double reading =
        at(x, POWER_MEMORY) * weightBytes(s, x, y) * perByte + at(x, POWER_CACHE) * cacheBytes(s, x, y) * perByte;
    double share = at(x, POWER_FLOOR) + at(x, POWER_COMPUTE) * Math.sqrt(computing) + reading;
    // Accelerators hold themselves to their rated power by slowing down, which the measured factors already contain.
    double watts = at(x, RATED_POWER) * Math.min(1, share * at(x, POWER_ERROR));
    double wall = watts * at(x, SERVER_POWER);
    double facility = wall * at(x, PUE);
    set(y, Metric.ACCELERATOR_WATTS, watts);
    set(y, Metric.WALL_WATTS, wall);
    set(y, Metric.FACILITY_WATTS, facility);
    set(y, Metric.TOKENS_PER_JOULE, perAccelerator / wall);
    set(y, Metric.TOKENS_PER_JOULE_ACCELERATOR, perAccelerator / watts);
    set(y, Metric.TOKENS_PER_JOULE_FACILITY, perAccelerator / facility);
    set(y, Metric.JOULES_PER_OUTPUT_TOKEN, watts / perAccelerator);
  }

  private static double accepted(Shape s, double[] x) {
    return s.speculative() ? at(x, ACCEPTED_TOKENS) : 1;
  }

  /// Bytes of weights that one accelerator's stages read in a decoding step.
  private static double weightBytes(Shape s, double[] x, double[] y) {
    double tokens = Evaluation.busiest(s, y) * Evaluation.checked(s, x);
    double experts = s.hasExperts() ? Work.expertBytes(s, s.decode(), tokens) : 0;
    return Work.denseBytes(s, s.decode()) + experts;
  }

  /// Bytes of the cache that they read.
  private static double cacheBytes(Shape s, double[] x, double[] y) {
    double length = at(x, INPUT_TOKENS) + at(x, OUTPUT_TOKENS) / 2;
    return Evaluation.busiest(s, y) * s.seen(length) * s.cacheElements() * s.cacheBytes() / s.decode().cacheShard();
  }
}
