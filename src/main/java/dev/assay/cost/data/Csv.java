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
/// @param every    all rows in order, those of the wrong length among them with what cells they have
/// @param problems unclosed quotes, rows of the wrong length, columns named twice
public record Csv(SourceText source, List<Cell> columns, List<Row> rows, List<Row> every, List<Problem> problems) {
  public Csv {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    every = List.copyOf(every);
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
  ///
  /// @param fault what is wrong with its length, as one of the table's problems says; usually empty
  public record Row(Map<String, Cell> cells, Place place, String fault) {
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
      return new Csv(source, List.of(), List.of(), List.of(), problems);
    }
    List<Cell> columns = raw.getFirst();
    List<String> names = names(source, columns, problems);
    List<Row> every = new ArrayList<>();
    for (List<Cell> cells : raw.subList(1, raw.size())) {
      Place place = cells.getFirst().place();
      Map<String, Cell> byName = new LinkedHashMap<>();
      for (int i = 0; i < Math.min(cells.size(), names.size()); i++) {
        byName.putIfAbsent(names.get(i), cells.get(i));
      }
      String fault =
          cells.size() == names.size() ? "" : "a row of " + cells.size() + " cells in a table of " + names.size() + " columns";
      if (!fault.isEmpty()) {
        problems.add(
            source.problem(Severity.ERROR, Code.DATA_SYNTAX, place, fault, "put text with commas in double quotes"));
      }
      every.add(new Row(byName, place, fault));
    }
    return new Csv(source, columns, every.stream().filter(row -> row.fault().isEmpty()).toList(), every, problems);
  }

  private static List<String> names(SourceText source, List<Cell> columns, List<Problem> problems) {
    List<String> names = new ArrayList<>();
    for (Cell column : columns) {
      String name = column.text().strip();
      if (names.contains(name) && !name.isEmpty()) {
        problems.add(
            source.problem(
                Severity.ERROR, Code.DATA_SYNTAX, column.place(), "two columns are called '" + name + "'",
                "the first one counts: remove or rename the other"));
      }
      names.add(name);
    }
    return names;
  }
}
