package dev.assay.build;

import dev.assay.view.DerivationView;
import dev.assay.view.FigureTableView;
import dev.assay.view.Part;
import java.util.HashMap;
import java.util.Map;

/// Keeps one note from telling twice how a figure came about: several of its tables show the same scenarios, and a
/// derivation is long.
final class ToldOnce {
  /// By scenario and step, the anchor of the block that tells it.
  private final Map<String, String> told = new HashMap<>();

  /// The part as it is, or with a link to the one that tells all of it already.
  Part part(Part part) {
    return switch (part) {
      case Part.FigureTable(FigureTableView table) -> new Part.FigureTable(table(table));
      case Part.Chart chart -> new Part.Chart(chart.chart().with(table(chart.chart().table())));
      case Part other -> other;
    };
  }

  private FigureTableView table(FigureTableView table) {
    DerivationView derivation = table.derivation();
    if (derivation.rows().isEmpty()) {
      return table;
    }
    boolean known = true;
    String anchor = "";
    for (DerivationView.Row row : derivation.rows()) {
      for (int i = 0; i < row.values().size(); i++) {
        if (!row.values().get(i).text().isEmpty()) {
          String before = told.putIfAbsent(derivation.scenarios().get(i) + " " + row.name(), table.anchor());
          known &= before != null && !before.equals(table.anchor());
          anchor = before == null ? anchor : before;
        }
      }
    }
    return known ? table.with(DerivationView.told(anchor)) : table;
  }
}
