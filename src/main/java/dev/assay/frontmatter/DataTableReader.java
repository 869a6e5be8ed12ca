package dev.assay.frontmatter;

import dev.assay.cost.data.Csv;
import dev.assay.note.DataTable;
import dev.assay.note.DataTable.Cell;
import dev.assay.note.DataTable.Column;
import dev.assay.note.DataTable.Row;
import dev.assay.note.Value;
import dev.assay.problem.Code;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import dev.assay.problem.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads a data file as a table.
///
/// CSV is one already. In YAML, JSON and TOML a table is a list of rows (each with keys and values), or rows by name
/// (each again with keys and values), or either of them as the only thing under one key.
public final class DataTableReader {
  private static final int MOST_PROBLEMS = 20;

  private final SourceText source;
  private final Excerpts excerpts;
  private final List<Problem> problems = new ArrayList<>();

  private DataTableReader(SourceText source) {
    this.source = source;
    this.excerpts = Excerpts.of(source);
  }

  /// A table and what is wrong with its file.
  public record Result(DataTable table, List<Problem> problems) {
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /// True for a file that can hold a table, by its name.
  public static boolean reads(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".csv") || Format.ofFile(name).isPresent();
  }

  /// Reads a file of a name that [#reads] accepts.
  public static Result read(SourceText source) {
    return new DataTableReader(source).read();
  }

  private Result read() {
    DataTable table = Format.ofFile(source.file()).isPresent() ? values() : csv();
    return new Result(table, problems.stream().limit(MOST_PROBLEMS).toList());
  }

  private DataTable csv() {
    Csv csv = Csv.read(source.file(), source.text());
    problems.addAll(csv.problems());
    List<Column> columns = new ArrayList<>();
    for (Csv.Cell cell : csv.columns()) {
      String name = cell.text().strip();
      columns.add(new Column(name, cell.place()));
      if (name.isEmpty()) {
        add(cell.place(), "a column without a name", "give each column a name of its own");
      }
    }
    List<Row> rows = new ArrayList<>();
    for (Csv.Row row : csv.rows()) {
      rows.add(new Row(columns.stream().map(column -> cell(row.get(column.name()))).toList()));
    }
    return new DataTable(source.file(), columns, rows);
  }

  private Cell cell(Csv.Cell cell) {
    return new Cell(cell.text().strip(), cell.place(), excerpts.line(cell.place().line()));
  }

  private void add(Place place, String message, String hint) {
    problems.add(new Problem(Severity.ERROR, Code.DATA_SYNTAX, place, message, excerpts.line(place.line()), hint));
  }

  private DataTable values() {
    ParsedValue parsed = DataReader.read(source);
    problems.addAll(parsed.problems());
    Map<String, Column> columns = new LinkedHashMap<>();
    List<Map<String, Cell>> rows = new ArrayList<>();
    parsed.value().ifPresent(value -> rows(unwrapped(value), columns, rows));
    List<Column> all = List.copyOf(columns.values());
    Place top = Place.ofFile(source.file());
    List<Row> filled = new ArrayList<>();
    for (Map<String, Cell> row : rows) {
      Place place = row.values().stream().findFirst().map(Cell::place).orElse(top);
      filled.add(new Row(all.stream().map(c -> row.getOrDefault(c.name(), new Cell("", place, excerpts.line(place.line())))).toList()));
    }
    return new DataTable(source.file(), all, filled);
  }

  /// What stands under the only key of a file, when that is a list or rows by name.
  private static Value unwrapped(Value value) {
    if (value instanceof Value.Mapping mapping && mapping.entries().size() == 1) {
      Value only = mapping.entries().getFirst().value();
      return only instanceof Value.Sequence || isNamedRows(only) ? only : value;
    }
    return value;
  }

  private static boolean isNamedRows(Value value) {
    return value instanceof Value.Mapping mapping && !mapping.entries().isEmpty()
        && mapping.entries().stream().allMatch(entry -> entry.value() instanceof Value.Mapping);
  }

  private void rows(Value value, Map<String, Column> columns, List<Map<String, Cell>> rows) {
    switch (value) {
      case Value.Sequence sequence -> sequence.items().forEach(item -> row(item, columns, new HashMap<>(), rows));
      case Value.Mapping mapping -> {
        for (Value.Entry entry : mapping.entries()) {
          Map<String, Cell> named = new HashMap<>();
          columns.putIfAbsent("", new Column("", entry.keyPlace()));
          named.put("", new Cell(entry.key(), entry.keyPlace(), excerpts.line(entry.keyPlace().line())));
          row(entry.value(), columns, named, rows);
        }
      }
      case Value.Scalar scalar when scalar.isNull() -> {}
      case Value.Scalar scalar -> add(scalar.place(), "a table is a list of rows, but this is " + Found.words(scalar), "write '- name: value' for each row");
    }
  }

  private void row(Value value, Map<String, Column> columns, Map<String, Cell> row, List<Map<String, Cell>> rows) {
    if (!(value instanceof Value.Mapping mapping)) {
      add(value.place(), "a row is keys and values, but this is " + Found.words(value), "write 'column: value' for each cell");
      return;
    }
    for (Value.Entry entry : mapping.entries()) {
      if (entry.value() instanceof Value.Scalar scalar) {
        String text = scalar.isNull() ? "" : scalar.text().strip();
        columns.putIfAbsent(entry.key(), new Column(entry.key(), entry.keyPlace()));
        row.put(entry.key(), new Cell(text, scalar.place(), excerpts.line(scalar.place().line())));
      } else {
        add(entry.value().place(), "a cell is a single value, but '" + Found.cut(entry.key()) + "' is " + Found.words(entry.value()), "");
      }
    }
    rows.add(row);
  }
}
