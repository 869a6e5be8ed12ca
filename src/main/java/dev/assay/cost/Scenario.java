package dev.assay.cost;

import dev.assay.cost.core.Lever;
import dev.assay.cost.core.Shape.Money;
import dev.assay.cost.data.Accelerator;
import dev.assay.cost.data.Architecture;
import dev.assay.cost.data.Input;
import dev.assay.problem.Place;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One operating point in words: hardware × model × workload × deployment × engine × facility × money.
///
/// Complete without its parent: what `extends` brought is already in it. Levers that it does not set come from the
/// catalog when it is evaluated.
///
/// @param name        unique in its note and the site's scenarios: `base`
/// @param place       its name in the file
/// @param prefill     the pool that reads inputs, when it is not the one that decodes
/// @param engine      an engine profile of the catalog
/// @param engineVersion of it, as it was written; empty when nobody says
/// @param settings    levers that the writer set: workload, facility, prices, and anything else by its key
/// @param assumptions what was filled in because the writer did not say, one sentence each without a full stop
public record Scenario(
    String name,
    Place place,
    Accelerator hardware,
    Architecture model,
    Precision precision,
    Deployment deployment,
    Optional<Deployment> prefill,
    String engine,
    String engineVersion,
    Money money,
    Map<Lever, Input> settings,
    List<String> assumptions) {
  public Scenario {
    Map<Lever, Input> ordered = new EnumMap<>(Lever.class);
    ordered.putAll(settings);
    settings = Collections.unmodifiableMap(ordered);
    assumptions = List.copyOf(assumptions);
  }

  /// The same scenario with one lever set to another value.
  public Scenario with(Lever lever, Input input) {
    Map<Lever, Input> changed = new EnumMap<>(Lever.class);
    changed.putAll(settings);
    changed.put(lever, input);
    return new Scenario(name, place, hardware, model, precision, deployment, prefill, engine, engineVersion, money, changed, assumptions);
  }

  /// The same scenario in other number formats.
  public Scenario with(Precision other) {
    return new Scenario(
        name, place, hardware, model, other, deployment, prefill, engine, engineVersion, money, settings, assumptions);
  }

  /// The same scenario laid out otherwise.
  public Scenario with(Deployment other) {
    return new Scenario(name, place, hardware, model, precision, other, prefill, engine, engineVersion, money, settings, assumptions);
  }

  /// The same scenario on rented accelerators.
  public Scenario rented() {
    return new Scenario(
        name, place, hardware, model, precision, deployment, prefill, engine, engineVersion, Money.RENTAL, settings, assumptions);
  }
}
