package dev.assay.build;

import dev.assay.catalog.Entry;
import dev.assay.catalog.FileName;
import dev.assay.cost.Read;
import dev.assay.cost.Scenario;
import dev.assay.cost.ScenarioReader;
import dev.assay.cost.Scenarios;
import dev.assay.cost.SiteCosts;
import dev.assay.cost.data.Catalog;
import dev.assay.cost.data.Catalog.Table;
import dev.assay.cost.data.Csv;
import dev.assay.note.Note;
import dev.assay.note.Value;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import dev.assay.problem.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The scenarios that a site writes down, in its data files and in its notes.
final class WrittenScenarios {
  private WrittenScenarios() {}

  /// The shipped catalog with the rows of the site's own tables added, or put in place of those with the same id.
  static Catalog catalog(Reading reading, List<Problem> problems) {
    Catalog catalog = Catalog.shipped();
    for (Map.Entry<String, SourceText> own : reading.tables().entrySet()) {
      Optional<Table> table =
          Arrays.stream(Table.values()).filter(each -> each.fileName().equals(own.getKey())).findFirst();
      if (table.isEmpty()) {
        List<String> names = Arrays.stream(Table.values()).map(Table::fileName).toList();
        problems.add(
            Problem.ofFile(
                Severity.ERROR, Code.COST_CATALOG, own.getValue().file(),
                "the cost catalog has no table '" + own.getKey() + "'", Nearest.hint(own.getKey(), names)));
      } else {
        Catalog.Extended extended = catalog.with(table.get(), Csv.read(own.getValue()));
        problems.addAll(extended.problems());
        catalog = extended.catalog();
      }
    }
    return catalog;
  }

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
  static Read<SiteCosts> all(Reading reading) {
    List<Problem> problems = new ArrayList<>();
    Catalog catalog = catalog(reading, problems);
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
    return new Read<>(new SiteCosts(catalog, new Scenarios(byName, settings, refused)), problems);
  }
}
