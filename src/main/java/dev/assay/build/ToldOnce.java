package dev.assay.build;

import dev.assay.view.DerivationView;
import dev.assay.view.FigureTableView;
import dev.assay.view.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Keeps one note from telling twice how a figure came about: several of its tables show the same scenarios, and a
/// derivation is long.
final class ToldOnce {
  /// By scenario and step, the anchor of the block that tells it.
  private final Map<String, String> told = new HashMap<>();

  /// The part as it is, or without what an earlier one tells already, and with a link to that.
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
    List<DerivationView.Row> untold = new ArrayList<>();
    String anchor = "";
    for (DerivationView.Row row : derivation.rows()) {
      String before = before(derivation.scenarios(), row, table.anchor());
      if (before.isEmpty()) {
        untold.add(row);
      }
      anchor = before.isEmpty() ? anchor : before;
    }
    return table.with(new DerivationView(derivation.scenarios(), untold, anchor));
  }

  /// The anchor of the block that already tells a step or an input for every scenario that has it; empty when something of it is
  /// told here for the first time.
  private String before(List<String> scenarios, DerivationView.Row row, String here) {
    boolean known = true;
    String anchor = "";
    int scenario = 0;
    for (DerivationView.Value value : row.values()) {
      for (int i = 0; i < value.count(); i++, scenario++) {
        if (!value.text().isEmpty()) {
          String before = told.putIfAbsent(scenarios.get(scenario) + " " + row.name(), here);
          known &= before != null && !before.equals(here);
          anchor = before == null ? anchor : before;
        }
      }
    }
    return known ? anchor : "";
  }
}
