package dev.assay.cost;

import java.util.List;
import java.util.Optional;

/// Figures side by side: what `{cost-table}` and `{cost-accounting}` show.
///
/// @param caption  empty when the writer gave none
/// @param columns  what is compared
/// @param rows     one for each scenario
/// @param baseline the scenario that ratios are taken to
/// @param notes    what the table assumed, one sentence each without a full stop
public record FigureTable(
    String caption, List<Column> columns, List<Row> rows, Optional<String> baseline, List<String> notes) {
  public FigureTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /// What one column shows.
  ///
  /// @param unit its symbol; empty for a ratio or a count
  public record Column(String key, String label, String unit) {}

  /// One scenario's figures, in the order of the columns.
  ///
  /// @param description what the scenario is, in a few words: `B200 SXM · Llama-3.1-70B · fp8`
  public record Row(String scenario, String description, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /// One figure in a table.
  ///
  /// @param toBaseline its ratio to the baseline's figure; empty without a baseline, in its own row, or when blocked
  public record Cell(Figure figure, Optional<Double> toBaseline) {}
}
