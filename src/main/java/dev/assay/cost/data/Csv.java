package dev.assay.cost.data;

import dev.assay.problem.Code;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import dev.assay.problem.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A table read from CSV text (RFC 4180): the first row names the columns.
///
/// @param source   the text, for excerpts
/// @param columns  the names in order
/// @param rows     those with as many cells as there are columns
/// @param problems unclosed quotes, rows of the wrong length, columns named twice
public record Csv(SourceText source, List<Cell> columns, List<Row> rows, List<Problem> problems) {
  public Csv {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
  }

  /// One cell, unquoted.
  public record Cell(String text, Place place) {
    /// True when nothing stands in it: unknown.
    public boolean isBlank() {
      return text.isBlank();
    }
  }

  /// One row: cells by the name of their column.
  public record Row(Map<String, Cell> cells, Place place) {
    public Row {
      cells = Map.copyOf(cells);
    }

    /// The cell of a column; a blank one at the row's place when the table has no such column.
    public Cell get(String column) {
      return cells.getOrDefault(column, new Cell("", place));
    }
  }

  /// Reads a table.
  ///
  /// @param file the name that problems give
  public static Csv read(String file, String text) {
    return read(new SourceText(file, text));
  }

  /// Reads a table whose file is at hand.
  public static Csv read(SourceText source) {
    return new CsvReader(source).read();
  }

  /// Builds a table from raw rows of cells; used by the reader.
  static Csv of(SourceText source, List<List<Cell>> raw, List<Problem> problems) {
    if (raw.isEmpty()) {
      return new Csv(source, List.of(), List.of(), problems);
    }
    List<Cell> columns = raw.getFirst();
    List<Row> rows = new ArrayList<>();
    for (List<Cell> cells : raw.subList(1, raw.size())) {
      Place place = cells.getFirst().place();
      if (cells.size() == columns.size()) {
        Map<String, Cell> byName = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
          byName.put(columns.get(i).text().strip(), cells.get(i));
        }
        rows.add(new Row(byName, place));
      } else {
        problems.add(
            source.problem(
                Severity.ERROR,
                Code.DATA_SYNTAX,
                place,
                "a row of " + cells.size() + " cells in a table of " + columns.size() + " columns",
                "put text with commas in double quotes"));
      }
    }
    return new Csv(source, columns, rows, problems);
  }
}
