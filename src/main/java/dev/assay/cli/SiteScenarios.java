package dev.assay.cli;

import dev.assay.cost.Read;
import dev.assay.cost.Scenarios;
import java.nio.file.Path;
import java.util.List;

/// Finds the scenarios of a site: those of `content/data/scenarios.yaml`, and those of its notes.
@FunctionalInterface
public interface SiteScenarios {
  /// A site without scenarios.
  SiteScenarios NONE = _ -> new Read<>(Scenarios.NONE, List.of());

  /// The scenarios of the site in a folder, and what is wrong with the rest. A folder without a site has none.
  Read<Scenarios> of(Path root);
}
