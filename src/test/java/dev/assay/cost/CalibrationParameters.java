package dev.assay.cost;

import dev.assay.cost.core.Layout;
import dev.assay.cost.core.Lever;
import dev.assay.cost.core.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// What calibration may move: logarithms of factors on levers, each with a prior that holds it near its start unless
/// measurements say otherwise. Priors are tight and factors few: how tight and how few was chosen by the errors on models and
/// accelerators that a fit did not see, not by those on what it saw.
final class CalibrationParameters {
  static final String ANY = "any";

  /// Points that a factor needs at least, and one of a client.
  private static final int FEW = 30;

  private static final int MANY = 50;

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
    formats();
    clients();
    power();
  }

  List<Parameter> all() {
    return List.copyOf(parameters.values());
  }

  /// What software adds, and how near it brings each class of kernels to what was measured of them alone.
  private void engines() {
    Map<Lever, Double> deviations = new LinkedHashMap<>();
    deviations.put(Lever.STEP_OVERHEAD, 0.25);
    deviations.put(Lever.LAYER_OVERHEAD, 0.375);
    deviations.put(Lever.SEQUENCE_OVERHEAD, 0.375);
    deviations.put(Lever.START_SHARE, 0.25);
    deviations.put(Lever.PREFILL_OVERHEAD, 0.375);
    deviations.put(Lever.PREFILL_SHARE, 0.075);
    deviations.put(Lever.EXPERT_SKEW, 0.1);
    deviations.put(Lever.EXPERT_WIDTH, 0.175);
    deviations.put(Lever.GROUP_STALL, 0.25);
    deviations.put(Lever.COHORT, 0.25);
    deviations.put(Lever.TTFT_FIXED, 0.25);
    deviations.put(Lever.TTFT_STEPS, 0.25);
    deviations.put(Lever.TTFT_GROUPS, 0.25);
    deviations.put(Lever.OUTPUT_RESERVED, 0.075);
    deviations.put(Lever.GEMM_COMPUTE, 0.075);
    deviations.put(Lever.GEMM_MEMORY, 0.075);
    deviations.put(Lever.EXPERTS_COMPUTE, 0.125);
    deviations.put(Lever.EXPERTS_MEMORY, 0.075);
    deviations.put(Lever.ATTENTION_MEMORY, 0.075);
    deviations.put(Lever.COLLECTIVE_SHARE, 0.075);
    deviations.put(Lever.ONE_SHOT, 0.25);
    deviations.forEach((lever, deviation) -> add(lever, deviation, FEW, p -> new String[] {p.engine(), ANY, ANY, ANY}));
  }

  /// What an accelerator and a number format change of it, in whatever engine.
  private void formats() {
    for (Lever lever : List.of(Lever.GEMM_COMPUTE, Lever.GEMM_MEMORY)) {
      add(lever, 0.05, FEW, p -> new String[] {ANY, ANY, p.accelerator(), p.dense().word()});
    }
    for (Lever lever : List.of(Lever.EXPERTS_COMPUTE, Lever.EXPERTS_MEMORY)) {
      add(lever, 0.05, FEW, p -> new String[] {ANY, ANY, ANY, p.experts().word()});
    }
  }

  /// Versions were measured by different clients: one sends all at once, another keeps the queue moving.
  private void clients() {
    add(Lever.COHORT, 0.25, MANY, p -> p.version().isEmpty() ? new String[0] : new String[] {p.engine(), p.version(), ANY, ANY});
  }

  private void power() {
    for (Lever lever : List.of(Lever.POWER_FLOOR, Lever.POWER_COMPUTE, Lever.POWER_MEMORY, Lever.POWER_CACHE)) {
      add(lever, 0.5, FEW, _ -> new String[] {ANY, ANY, ANY, ANY});
      add(lever, 0.6, FEW, p -> new String[] {ANY, ANY, p.accelerator(), ANY});
    }
  }

  /// Whether a lever has a part in what was measured at a point.
  private static boolean matters(Lever lever, CalibrationPoint point) {
    Layout layout = point.shape().decode();
    boolean first = point.seen().containsKey(Metric.TTFT_MS);
    return switch (lever.layer()) {
      case POWER -> point.seen().containsKey(Metric.ACCELERATOR_WATTS);
      case INTERCONNECT -> layout.tp() > 1 || layout.dp() > 1;
      default -> switch (lever) {
        case EXPERTS_COMPUTE, EXPERTS_MEMORY, EXPERT_WIDTH -> point.shape().hasExperts();
        case EXPERT_SKEW -> layout.expertParallel();
        case GROUP_STALL, TTFT_GROUPS -> layout.dp() > 1;
        case TTFT_FIXED, TTFT_STEPS -> first;
        case COHORT -> first || point.seen().containsKey(Metric.TPOT_MS);
        case OUTPUT_RESERVED -> !point.engine().equals("trtllm");
        default -> true;
      };
    };
  }

  private void add(Lever lever, double deviation, int least, Function<CalibrationPoint, String[]> scope) {
    Map<String, List<Integer>> touched = new TreeMap<>();
    for (int i = 0; i < points.size(); i++) {
      String[] parts = matters(lever, points.get(i)) ? scope.apply(points.get(i)) : new String[0];
      if (parts.length > 0) {
        touched.computeIfAbsent(String.join("|", parts), _ -> new ArrayList<>()).add(i);
      }
    }
    touched.forEach(
        (key, indices) -> {
          if (indices.stream().filter(i -> points.get(i).used()).count() >= least) {
            String[] parts = key.split("\\|", -1);
            parameters.put(
                key + "|" + lever.key(),
                new Parameter(parts[0], parts[1], parts[2], parts[3], lever, deviation, List.copyOf(indices)));
          }
        });
  }
}
