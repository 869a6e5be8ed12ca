package dev.assay.note;

import dev.assay.problem.Place;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A data file as a table: columns with names, rows of cells as they were written.
///
/// @param file    the path as the writer knows it: `content/data/rents.csv`
/// @param columns in the order of the file
/// @param rows    each with one cell for each column
public record DataTable(String file, List<Column> columns, List<Row> rows) {
  public DataTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /// A column.
  public record Column(String name, Place place) {}

  /// A row; its first cell names it.
  public record Row(List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    /// What the row is called.
    public String name() {
      return cells.isEmpty() ? "" : cells.getFirst().text();
    }
  }

  /// A cell.
  ///
  /// @param text    as it was written, without white space at its ends; empty when nothing is known
  /// @param place   where it stands
  /// @param excerpt the line it stands on
  public record Cell(String text, Place place, String excerpt) {}

  /// The place of a column among the others.
  public OptionalInt index(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /// The names of the columns.
  public List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  /// The row of a name; the first one where several share it.
  public Optional<Row> row(String name) {
    return rows.stream().filter(row -> row.name().equals(name)).findFirst();
  }
}
