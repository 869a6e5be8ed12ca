package dev.assay.cost;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every figure of one scenario.
///
/// @param byKey       by the metric's key, in the order of the metrics
/// @param assumptions what was filled in because nobody said otherwise, one phrase each
public record Figures(Scenario scenario, Map<String, Figure> byKey, List<String> assumptions) {
  public Figures {
    byKey = Collections.unmodifiableMap(new LinkedHashMap<>(byKey));
    assumptions = List.copyOf(assumptions);
  }

  /// The figures of some keys; all of them where none is named.
  public Figures only(Collection<String> keys) {
    Map<String, Figure> kept = new LinkedHashMap<>(byKey);
    kept.keySet().removeIf(key -> !keys.isEmpty() && !keys.contains(key));
    return new Figures(scenario, kept, assumptions);
  }

  /// The figure of a key.
  public Optional<Figure> get(String key) {
    return Optional.ofNullable(byKey.get(key));
  }
}
