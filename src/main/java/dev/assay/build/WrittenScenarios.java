package dev.assay.build;

import dev.assay.catalog.Entry;
import dev.assay.catalog.FileName;
import dev.assay.cost.Read;
import dev.assay.cost.Scenario;
import dev.assay.cost.ScenarioReader;
import dev.assay.cost.Scenarios;
import dev.assay.cost.data.Catalog;
import dev.assay.note.Note;
import dev.assay.note.Value;
import dev.assay.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The scenarios that a site writes down, in its data files and in its notes.
final class WrittenScenarios {
  private WrittenScenarios() {}

  /// The scenarios of the data files; a later file may extend those of the files before it.
  static Scenarios ofSite(Reading reading, Catalog catalog, List<Problem> problems) {
    Scenarios site = Scenarios.NONE;
    for (Value.Mapping written : reading.data().values()) {
      Read<Scenarios> read = new ScenarioReader(catalog).read(written, site, dev.assay.cost.Excerpts.NONE);
      site = read.value();
      problems.addAll(read.problems());
    }
    return site;
  }

  /// The scenarios of a site, for the terminal: its own, and those of its notes as `note#scenario`, and by their plain
  /// names where only one note has them.
  static Read<Scenarios> all(Reading reading) {
    Catalog catalog = Catalog.shipped();
    List<Problem> problems = new ArrayList<>();
    Scenarios site = ofSite(reading, catalog, problems);
    Map<String, Scenario> byName = new LinkedHashMap<>(site.byName());
    Map<String, Value.Mapping> settings = new LinkedHashMap<>(site.settings());
    Set<String> refused = new HashSet<>(site.refused());
    Set<String> taken = new HashSet<>(byName.keySet());
    for (Note note : reading.values()) {
      if (note.head().scenarios().isEmpty()) {
        continue;
      }
      Value.Mapping written = note.head().scenarios().get();
      Read<Scenarios> read = new ScenarioReader(catalog).read(written, site, dev.assay.cost.Excerpts.NONE);
      problems.addAll(read.problems());
      String slug = FileName.of(reading.site(), note.source()).stem();
      for (Value.Entry entry : written.entries()) {
        String plain = entry.key();
        String full = slug + "#" + plain;
        Scenario scenario = read.value().byName().get(plain);
        Value.Mapping own = read.value().settings().get(plain);
        if (scenario == null || own == null) {
          refused.add(full);
          continue;
        }
        byName.put(full, scenario);
        settings.put(full, own);
        if (taken.add(plain)) {
          byName.put(plain, scenario);
          settings.put(plain, own);
        } else if (!site.byName().containsKey(plain)) {
          byName.remove(plain);
          settings.remove(plain);
        }
      }
    }
    return new Read<>(new Scenarios(byName, settings, refused), problems);
  }
}
