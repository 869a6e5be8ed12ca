package dev.assay.cost;

import dev.assay.cost.data.Catalog;
import dev.assay.note.Language;
import dev.assay.note.Value;
import dev.assay.problem.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Scenarios by name, those of the site first, in the order they were written.
///
/// @param byName   those that can be evaluated
/// @param settings what each was written as, with its parents' settings merged in; for scenarios that extend it
/// @param refused  names of scenarios that were written but have problems of their own
public record Scenarios(Map<String, Scenario> byName, Map<String, Value.Mapping> settings, Set<String> refused) {
  private static final String SINGLE = "scenario";

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

  /// What pages in a language call the scenarios that have a label, by name.
  public Map<String, String> labels(Language language) {
    Map<String, String> labels = new LinkedHashMap<>();
    settings.forEach((name, all) -> all.get(ScenarioReader.LABEL).flatMap(value -> in(value, language)).ifPresent(label -> labels.put(name, label)));
    return labels;
  }

  private static Optional<String> in(Value label, Language language) {
    return switch (label) {
      case Value.Scalar scalar -> Optional.of(scalar.text().strip());
      case Value.Mapping names ->
          names.entries().stream()
              .filter(name -> name.key().equalsIgnoreCase(language.tag()) || name.key().equalsIgnoreCase(language.locale().getLanguage()))
              .map(Value.Entry::value)
              .flatMap(value -> value instanceof Value.Scalar text ? Stream.of(text.text().strip()) : Stream.of())
              .findFirst();
      case Value.Sequence _ -> Optional.empty();
    };
  }

  /// Every name that can be evaluated.
  public Collection<String> names() {
    return byName.keySet();
  }

  /// One scenario from settings as they would be written: `Map.of("hardware", "b200", "model", "llama-3.1-70b")`. What
  /// is wrong with them is among the problems, and then there is no scenario.
  public static Read<Optional<Scenario>> single(Catalog catalog, Map<String, String> settings) {
    Place place = Place.ofFile("settings");
    List<Value.Entry> entries = new ArrayList<>();
    settings.forEach((key, value) -> entries.add(new Value.Entry(key, place, new Value.Scalar(value, false, place))));
    Value.Mapping written =
        new Value.Mapping(List.of(new Value.Entry(SINGLE, place, new Value.Mapping(entries, place))), place);
    Read<Scenarios> read = new ScenarioReader(catalog).read(written, NONE, Excerpts.NONE);
    return new Read<>(read.value().get(SINGLE), read.problems());
  }
}
