package dev.assay.cost;

import dev.assay.note.Value;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// What scenarios have from those that they extend. Each is merged once, however long the line of its parents is, and a circle is told
/// once.
final class Inheritance {
  private static final String EXTENDS = "extends";

  private final Map<String, Value.Mapping> own;
  private final Scenarios inherited;
  private final Fields fields;
  private final Map<String, Optional<Value.Mapping>> merged = new HashMap<>();

  /// @param own       names to settings, as they were written
  /// @param inherited scenarios that these may extend, and refine under their own names
  Inheritance(Map<String, Value.Mapping> own, Scenarios inherited, Fields fields) {
    this.own = own;
    this.inherited = inherited;
    this.fields = fields;
  }

  /// The settings of a scenario over those of what it extends; empty when there is nothing to extend or a circle.
  Optional<Value.Mapping> of(String name) {
    // From the child to its parents, and back with what they have.
    SequencedMap<String, Value.Mapping> line = new LinkedHashMap<>();
    Optional<Value.Mapping> below = Optional.empty();
    String at = name;
    while (true) {
      if (merged.containsKey(at)) {
        below = merged.get(at);
        break;
      }
      Value.Mapping mapping = own.get(at);
      if (mapping == null) {
        below = Optional.ofNullable(inherited.settings().get(at));
        break;
      }
      Optional<Value> parent = mapping.get(EXTENDS);
      Optional<String> base = parent.flatMap(value -> fields.word(value, EXTENDS)).map(Value.Scalar::text);
      // A note may refine the site's scenario under the same name.
      Optional<Value.Mapping> refined = base.filter(at::equals).flatMap(same -> Optional.ofNullable(inherited.settings().get(same)));
      if (parent.isEmpty() || refined.isPresent()) {
        below = Optional.of(refined.map(site -> over(mapping, site, true)).orElse(mapping));
        merged.put(at, below);
        break;
      }
      line.put(at, mapping);
      if (base.isEmpty()) {
        break;
      }
      if (line.containsKey(base.get())) {
        circle(new ArrayList<>(line.keySet()), base.get(), parent.get());
        break;
      }
      if (!own.containsKey(base.get()) && !inherited.settings().containsKey(base.get())) {
        unknown(at, base.get(), parent.get());
        break;
      }
      at = base.get();
    }
    for (Map.Entry<String, Value.Mapping> each : line.reversed().entrySet()) {
      below = below.map(lower -> over(each.getValue(), lower, false));
      merged.put(each.getKey(), below);
    }
    return below;
  }

  private void circle(List<String> line, String base, Value parent) {
    List<String> ring = line.subList(line.indexOf(base), line.size());
    fields.refuse(Code.SCENARIO, parent.place(), "scenario '" + base + "' extends itself: " + String.join(" → ", ring) + " → " + base, "break the circle");
  }

  private void unknown(String name, String base, Value parent) {
    Set<String> known = new LinkedHashSet<>(own.keySet());
    known.addAll(inherited.settings().keySet());
    known.remove(name);
    fields.refuse(Code.UNKNOWN_SCENARIO, parent.place(), "there is no scenario '" + base + "' to extend", Nearest.hint(base, known));
  }

  /// @param same whether both have one name, so that what pages call it stays
  private static Value.Mapping over(Value.Mapping upper, Value.Mapping lower, boolean same) {
    Map<String, Value.Entry> entries = new LinkedHashMap<>();
    lower.entries().stream().filter(entry -> same || !entry.key().equals(ScenarioReader.LABEL)).forEach(entry -> entries.put(entry.key(), entry));
    upper.entries().forEach(entry -> entries.put(entry.key(), entry));
    entries.remove(EXTENDS);
    return new Value.Mapping(List.copyOf(entries.values()), upper.place());
  }
}
