package dev.assay.cost;

import dev.assay.cost.core.Formula;
import dev.assay.cost.core.Lever;
import dev.assay.cost.core.Metric;
import dev.assay.cost.data.Input;
import dev.assay.cost.unit.Unit;
import dev.assay.note.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Dresses the numbers of one evaluation as figures: inputs, kind, blockers and derivation follow the formulas.
final class Figured {
  private final Scenario scenario;
  private final Operating operating;
  private final Map<Metric, Estimate> estimates;
  private final Map<Metric, Derivation> derivations = new EnumMap<>(Metric.class);
  private final Map<Metric, Map<String, Input>> inputs = new EnumMap<>(Metric.class);
  private final List<Input> shape;

  Figured(Scenario scenario, Operating operating, Map<Metric, Estimate> estimates) {
    this.scenario = scenario;
    this.operating = operating;
    this.estimates = estimates;
    this.shape = shapeInputs(scenario);
  }

  Figure figure(Metric metric) {
    Derivation derivation = derivation(metric);
    Collection<Input> inputs = inputs(metric).values();
    Optional<Estimate> estimate = Optional.ofNullable(estimates.get(metric));
    List<String> blockers = blockers(inputs, estimate.isPresent());
    Kind kind = inputs.stream().map(Input::kind).reduce(Kind.INFERENCE, Kind::weakest);
    return new Figure(
        scenario.name(), metric.key(), metric.label(), metric.unit(), blockers.isEmpty() ? estimate : Optional.empty(),
        blockers.isEmpty() ? kind : Kind.BLOCKED, Formula.of(metric, operating.shape()).text(), List.copyOf(inputs), blockers,
        derivation);
  }

  /// The unknown inputs; or the memory, when all is known and the model does not fit.
  private List<String> blockers(Collection<Input> inputs, boolean computed) {
    List<String> unknown = inputs.stream().filter(i -> i.kind() == Kind.BLOCKED).map(Input::name).distinct().toList();
    return unknown.isEmpty() && !computed ? List.of(operating.input(Lever.MEMORY).name()) : unknown;
  }

  private Derivation derivation(Metric metric) {
    Derivation known = derivations.get(metric);
    if (known != null) {
      return known;
    }
    Formula formula = Formula.of(metric, operating.shape());
    List<Derivation> parts = new ArrayList<>();
    formula.metrics().forEach(part -> parts.add(derivation(part)));
    for (Lever lever : formula.levers()) {
      parts.add(new Derivation.Leaf(lever.key(), lever.label(), operating.input(lever)));
    }
    if (formula.shape()) {
      shape.forEach(input -> parts.add(new Derivation.Leaf(input.name(), "sizes of the model", input)));
    }
    boolean blocked = parts.stream().anyMatch(Figured::isBlocked);
    Optional<Double> value = blocked ? Optional.empty() : Optional.ofNullable(estimates.get(metric)).map(Estimate::value);
    Derivation made = new Derivation.Step(metric.key(), metric.label(), formula.text(), value, metric.unit(), parts);
    derivations.put(metric, made);
    return made;
  }

  private static boolean isBlocked(Derivation part) {
    return switch (part) {
      case Derivation.Leaf leaf -> leaf.input().kind() == Kind.BLOCKED;
      case Derivation.Step step -> step.value().isEmpty();
    };
  }

  /// Everything a metric rests on, each once. Kept for every metric: the formulas share their parts, and walking the
  /// tree anew each time would take longer than the arithmetic.
  private Map<String, Input> inputs(Metric metric) {
    Map<String, Input> known = inputs.get(metric);
    if (known != null) {
      return known;
    }
    Formula formula = Formula.of(metric, operating.shape());
    Map<String, Input> all = new LinkedHashMap<>();
    formula.metrics().forEach(part -> inputs(part).forEach(all::putIfAbsent));
    formula.levers().forEach(lever -> all.putIfAbsent(lever.key(), operating.input(lever)));
    if (formula.shape()) {
      shape.forEach(input -> all.putIfAbsent(input.name(), input));
    }
    inputs.put(metric, all);
    return all;
  }

  /// The model's sizes as one input, or one for each size that nobody has published.
  private static List<Input> shapeInputs(Scenario scenario) {
    var model = scenario.model();
    if (!model.missing().isEmpty()) {
      return model.missing().stream().map(name -> Input.unknown(name, Unit.NONE, "no published value is known")).toList();
    }
    return List.of(
        model.total().range().isPresent()
            ? model.total().named(model.id())
            : Input.unknown(model.id(), Unit.of("billion"), "no published total is known"));
  }
}
