package dev.assay.cost;

import dev.assay.cost.core.Lever;
import dev.assay.cost.data.Catalog;
import dev.assay.note.Value;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads the mapping under `scenarios:` of a note, or the whole of `scenarios.yaml`: names to settings.
///
/// A setting is a structural key (`hardware`, `model`, `engine`, `precision`, `weights`, `activations`, `cache`, `tp`,
/// `pp`, `ep`, `dp`, `accelerators`, `serving`, `prefill_tp`, `prefill_dp`, `prefill_ep`, `engine_version`, `money`, `extends`) or the key of any [Lever] with a quantity.
public final class ScenarioReader {
  static final List<String> STRUCTURE =
      List.of("extends", "hardware", "model", "engine", "precision", "weights", "activations", "cache", "tp", "pp", "ep",
          "dp", "accelerators", "serving", "prefill_tp", "prefill_dp", "prefill_ep", "engine_version", "money");

  /// What pages call it: a text, or texts by language. A scenario does not take it from what it extends.
  static final String LABEL = "label";

  private final Catalog catalog;

  public ScenarioReader(Catalog catalog) {
    this.catalog = catalog;
  }

  /// Every key a scenario may have.
  public static List<String> keys() {
    return Stream.concat(STRUCTURE.stream(), Arrays.stream(Lever.values()).map(Lever::key)).toList();
  }

  /// Reads scenarios.
  ///
  /// @param written   names to settings
  /// @param inherited scenarios that these may extend and that stay visible: the site's, for those of a note
  /// @return the inherited scenarios and the new ones; a new one with problems is only among the refused
  public Read<Scenarios> read(Value.Mapping written, Scenarios inherited, Excerpts excerpts) {
    Fields fields = new Fields(excerpts);
    Map<String, Value.Mapping> own = new LinkedHashMap<>();
    for (Value.Entry entry : written.entries()) {
      if (!entry.key().matches("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]*")) {
        fields.refuse(Code.SCENARIO, entry.keyPlace(), "'" + entry.key() + "' cannot be the name of a scenario",
            "use letters, digits, '-' and '_', for it stands in expressions");
      } else if (entry.value() instanceof Value.Mapping settings) {
        fields.unknownKeys(settings, Stream.concat(keys().stream(), Stream.of(LABEL)).toList(), "a scenario");
        settings.get(LABEL).ifPresent(value -> label(value, fields));
        own.put(entry.key(), settings);
      } else {
        fields.refuse(Code.WRONG_TYPE, entry.value().place(), "scenario '" + entry.key() + "' is not a mapping",
            "write its settings below it, as in 'hardware: b200'");
      }
    }
    return assemble(written, own, inherited, fields);
  }

  private static void label(Value value, Fields fields) {
    boolean texts =
        switch (value) {
          case Value.Scalar scalar -> !scalar.isNull() && !scalar.text().isBlank();
          case Value.Mapping names -> !names.entries().isEmpty() && names.entries().stream().allMatch(name -> name.value() instanceof Value.Scalar text && !text.text().isBlank());
          case Value.Sequence _ -> false;
        };
    if (!texts) {
      fields.refuse(Code.WRONG_TYPE, value.place(), "'label' is neither a text nor texts by language", "write label: A year late, or label: {en: A year late, ko: 1년 늦음}");
    }
  }

  private Read<Scenarios> assemble(
      Value.Mapping written, Map<String, Value.Mapping> own, Scenarios inherited, Fields fields) {
    Map<String, Scenario> scenarios = new LinkedHashMap<>(inherited.byName());
    Map<String, Value.Mapping> settings = new LinkedHashMap<>(inherited.settings());
    Set<String> refused = new LinkedHashSet<>(inherited.refused());
    Inheritance inheritance = new Inheritance(own, inherited, fields);
    for (Value.Entry entry : written.entries()) {
      scenarios.remove(entry.key());
      settings.remove(entry.key());
      int faults = fields.count();
      Optional<Value.Mapping> merged = inheritance.of(entry.key());
      Optional<Scenario> scenario =
          merged.flatMap(all -> new ScenarioSettings(catalog, fields).read(entry.key(), entry.keyPlace(), all));
      merged.ifPresent(all -> settings.put(entry.key(), all));
      boolean faulty = merged.isEmpty() || merged.get().entries().stream().anyMatch(setting -> fields.isFaulty(setting.keyPlace()));
      if (scenario.isPresent() && fields.count() == faults && !faulty) {
        scenarios.put(entry.key(), scenario.get());
        refused.remove(entry.key());
      } else {
        refused.add(entry.key());
      }
    }
    return new Read<>(new Scenarios(scenarios, settings, refused), sorted(fields.problems()));
  }

  private static List<Problem> sorted(List<Problem> problems) {
    return problems.stream().sorted(Problem.ORDER).toList();
  }
}
