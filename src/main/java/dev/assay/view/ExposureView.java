package dev.assay.view;

import java.util.List;

/// A row of a table that speaks of an entity, with the head of that table.
///
/// @param cells the row without the cell that names the entity
/// @param note  the note in which the table stands, at the heading above it
public record ExposureView(List<Cell> cells, LinkView note) {
  public ExposureView {
    cells = List.copyOf(cells);
  }

  /// A cell with the head of its column.
  ///
  /// @param head plain text; empty for a column without one
  /// @param text inline markup; never empty
  public record Cell(String head, Markup text) {}
}
