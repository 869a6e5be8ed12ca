package dev.assay.cost;

import dev.assay.cost.data.Input;
import dev.assay.cost.unit.Unit;
import dev.assay.note.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One figure over another.
final class Ratios {
  private Ratios() {}

  /// The ratio as a figure of its own.
  ///
  /// @param paired the estimate of samples that vary together; when there is none, as for a figure of an accounting, the two
  ///               are taken as moving together, p10 over p10 and so on, and the range is widened to hold the value
  static Figure of(Figure above, Figure below, Optional<Estimate> paired) {
    boolean known = above.estimate().isPresent() && below.estimate().isPresent();
    Optional<Estimate> together =
        above.estimate().flatMap(a -> below.estimate().flatMap(b -> ratio(a, b, scale(above, below))));
    Optional<Estimate> estimate = known && paired.isPresent() ? paired : together;
    Map<String, Input> inputs = new LinkedHashMap<>();
    above.inputs().forEach(input -> inputs.putIfAbsent(above.scenario() + "." + input.name(), input));
    below.inputs().forEach(input -> inputs.putIfAbsent(below.scenario() + "." + input.name(), input));
    List<String> blockers = new ArrayList<>(above.blockers());
    below.blockers().stream().filter(name -> !blockers.contains(name)).forEach(blockers::add);
    if (estimate.isEmpty() && blockers.isEmpty()) {
      blockers.add(below.name());
    }
    Kind kind = estimate.isEmpty() ? Kind.BLOCKED : Kind.weakest(above.kind(), below.kind());
    String name = above.name() + " / " + below.name();
    String formula = above.name() + " / " + below.name();
    Derivation derivation =
        new Derivation.Step(name, "ratio", formula, estimate.map(Estimate::value), Unit.NONE,
            List.of(above.derivation(), below.derivation()));
    return new Figure(
        name, "", "ratio of " + above.label() + ", " + above.scenario() + " to " + below.scenario(), Unit.NONE, estimate,
        kind, formula, List.copyOf(inputs.values()), blockers, derivation);
  }

  private static double scale(Figure above, Figure below) {
    return above.unit().scale() / below.unit().scale();
  }

  private static Optional<Estimate> ratio(Estimate above, Estimate below, double scale) {
    if (below.value() == 0 || below.p10() == 0 || below.p50() == 0 || below.p90() == 0) {
      return Optional.empty();
    }
    double low = scale * above.p10() / below.p10();
    double high = scale * above.p90() / below.p90();
    double middle = scale * above.p50() / below.p50();
    double value = scale * above.value() / below.value();
    return Optional.of(
        new Estimate(value, Math.min(Math.min(low, high), Math.min(middle, value)), middle,
            Math.max(Math.max(low, high), Math.max(middle, value))));
  }
}
