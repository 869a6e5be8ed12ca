package dev.assay.cost;

import dev.assay.cost.core.Lever;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// What calibration may move: logarithms of factors on levers, each with a prior that holds it near its start unless
/// measurements say otherwise. A factor of one accelerator or version stands on that of its engine and is held tighter, so
/// that what few rows show is not taken for more than it is.
final class CalibrationParameters {
  static final String ANY = "any";

  /// A factor's logarithm.
  ///
  /// @param deviation of the prior
  /// @param points    that it touches
  record Parameter(
      String engine, String version, String accelerator, String format, Lever lever, double deviation, List<Integer> points) {}

  private final List<CalibrationPoint> points;
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();

  CalibrationParameters(List<CalibrationPoint> points) {
    this.points = points;
    engines();
    accelerators();
    versions();
    power();
  }

  List<Parameter> all() {
    return List.copyOf(parameters.values());
  }

  private void engines() {
    Map<Lever, Double> deviations = new LinkedHashMap<>();
    deviations.put(Lever.STEP_OVERHEAD, 1.0);
    deviations.put(Lever.LAYER_OVERHEAD, 1.5);
    deviations.put(Lever.SEQUENCE_OVERHEAD, 1.5);
    deviations.put(Lever.START_SHARE, 1.0);
    deviations.put(Lever.PREFILL_OVERHEAD, 1.5);
    deviations.put(Lever.PREFILL_SHARE, 0.3);
    deviations.put(Lever.EXPERT_SKEW, 0.4);
    deviations.put(Lever.EXPERT_WIDTH, 0.7);
    deviations.put(Lever.GROUP_STALL, 1.0);
    deviations.put(Lever.COHORT, 1.0);
    deviations.put(Lever.TTFT_FIXED, 1.0);
    deviations.put(Lever.TTFT_STEPS, 1.0);
    deviations.put(Lever.TTFT_GROUPS, 1.0);
    deviations.put(Lever.OUTPUT_RESERVED, 0.3);
    deviations.put(Lever.GEMM_COMPUTE, 0.3);
    deviations.put(Lever.GEMM_MEMORY, 0.3);
    deviations.put(Lever.EXPERTS_COMPUTE, 0.5);
    deviations.put(Lever.EXPERTS_MEMORY, 0.3);
    deviations.put(Lever.ATTENTION_MEMORY, 0.3);
    deviations.put(Lever.COLLECTIVE_START, 0.5);
    deviations.put(Lever.COLLECTIVE_SHARE, 0.3);
    deviations.forEach((lever, deviation) -> add(lever, deviation, p -> new String[] {p.engine(), ANY, ANY, ANY}));
  }

  private void accelerators() {
    double held = 0.1;
    for (Lever lever : List.of(Lever.GEMM_COMPUTE, Lever.GEMM_MEMORY)) {
      add(lever, held, p -> new String[] {p.engine(), ANY, p.accelerator(), p.dense().word()});
    }
    for (Lever lever : List.of(Lever.EXPERTS_COMPUTE, Lever.EXPERTS_MEMORY)) {
      add(lever, held,
          p -> p.shape().hasExperts() ? new String[] {p.engine(), ANY, p.accelerator(), p.experts().word()} : new String[0]);
    }
    for (Lever lever :
        List.of(Lever.ATTENTION_MEMORY, Lever.PREFILL_SHARE, Lever.COLLECTIVE_START, Lever.COLLECTIVE_SHARE)) {
      add(lever, held, p -> new String[] {p.engine(), ANY, p.accelerator(), ANY});
    }
  }

  private void versions() {
    Map<Lever, Double> deviations =
        Map.of(Lever.STEP_OVERHEAD, 0.4, Lever.SEQUENCE_OVERHEAD, 0.5, Lever.LAYER_OVERHEAD, 0.5);
    for (Lever lever : List.of(Lever.STEP_OVERHEAD, Lever.SEQUENCE_OVERHEAD, Lever.LAYER_OVERHEAD)) {
      add(lever, deviations.getOrDefault(lever, 0.4),
          p -> p.version().isEmpty() ? new String[0] : new String[] {p.engine(), p.version(), ANY, ANY});
    }
  }

  private void power() {
    for (Lever lever : List.of(Lever.POWER_FLOOR, Lever.POWER_COMPUTE, Lever.POWER_MEMORY, Lever.POWER_CACHE)) {
      add(lever, 0.5, _ -> new String[] {ANY, ANY, ANY, ANY});
      add(lever, 0.6, p -> new String[] {ANY, ANY, p.accelerator(), ANY});
    }
  }

  private void add(Lever lever, double deviation, Function<CalibrationPoint, String[]> scope) {
    Map<String, List<Integer>> touched = new TreeMap<>();
    for (int i = 0; i < points.size(); i++) {
      String[] parts = scope.apply(points.get(i));
      if (parts.length > 0) {
        touched.computeIfAbsent(String.join("|", parts), _ -> new ArrayList<>()).add(i);
      }
    }
    touched.forEach(
        (key, indices) -> {
          String[] parts = key.split("\\|", -1);
          parameters.put(
              key + "|" + lever.key(),
              new Parameter(parts[0], parts[1], parts[2], parts[3], lever, deviation, List.copyOf(indices)));
        });
  }
}
