package dev.assay.cost;

import dev.assay.note.Value;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Scenarios by name, those of the site first, in the order they were written.
///
/// @param byName   those that can be evaluated
/// @param settings what each was written as, with its parents' settings merged in; for scenarios that extend it
/// @param refused  names of scenarios that were written but have problems of their own
public record Scenarios(Map<String, Scenario> byName, Map<String, Value.Mapping> settings, Set<String> refused) {
  public static final Scenarios NONE = new Scenarios(Map.of(), Map.of(), Set.of());

  public Scenarios {
    byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    settings = Map.copyOf(settings);
    refused = Collections.unmodifiableSet(new LinkedHashSet<>(refused));
  }

  /// The scenario of a name.
  public Optional<Scenario> get(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /// Every name that can be evaluated.
  public Collection<String> names() {
    return byName.keySet();
  }
}
