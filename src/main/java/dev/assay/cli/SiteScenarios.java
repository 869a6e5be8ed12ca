package dev.assay.cli;

import dev.assay.cost.Read;
import dev.assay.cost.Scenarios;
import dev.assay.cost.SiteCosts;
import dev.assay.cost.data.Catalog;
import java.nio.file.Path;
import java.util.List;

/// Finds what a site adds to the cost model: the tables in `content/data/cost/`, and the scenarios of
/// `content/data/scenarios.yaml` and of its notes.
@FunctionalInterface
public interface SiteScenarios {
  /// A site without scenarios.
  SiteScenarios NONE = _ -> new Read<>(new SiteCosts(Catalog.shipped(), Scenarios.NONE), List.of());

  /// The scenarios of the site in a folder, and what is wrong with the rest. A folder without a site has none.
  Read<SiteCosts> of(Path root);
}
