package dev.assay.view;

import java.util.List;

/// What a table says of an entity: its rows that are about it, without the cells that name it.
///
/// @param heads the heads of the columns, plain text; empty for a column without one
/// @param rows  the rows
/// @param note  the note in which the table stands, at the heading above it
public record ExposureView(List<String> heads, List<Row> rows, LinkView note) {
  public ExposureView {
    heads = List.copyOf(heads);
    rows = List.copyOf(rows);
  }

  /// A row.
  ///
  /// @param cells inline markup, as many as there are heads; may be empty
  public record Row(List<Markup> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }
}
