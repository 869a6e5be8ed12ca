package dev.assay.cost.data;

import dev.assay.cost.data.Csv.Cell;
import dev.assay.cost.data.Csv.Row;
import dev.assay.cost.unit.Range;
import dev.assay.cost.unit.Unit;
import dev.assay.note.Kind;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import dev.assay.problem.SourceText;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Typed reading of cells. Every fault becomes a problem at the cell, and a harmless value is returned in its place;
/// whoever reads a row looks at [#count()] to see whether the row may be used.
final class Cells {
  private final SourceText source;
  private final List<Problem> problems;

  Cells(SourceText source, List<Problem> problems) {
    this.source = source;
    this.problems = problems;
  }

  List<Problem> problems() {
    return problems;
  }

  int count() {
    return problems.size();
  }

  void refuse(Cell cell, Code code, String message, String hint) {
    problems.add(source.problem(Severity.ERROR, code, cell.place(), message, hint));
  }

  void requireColumns(Csv csv, List<String> wanted) {
    List<String> present = csv.columns().stream().map(cell -> cell.text().strip()).toList();
    for (String column : wanted) {
      if (!present.contains(column) && !csv.columns().isEmpty()) {
        refuse(csv.columns().getFirst(), Code.COST_CATALOG, "the table has no column '" + column + "'",
            Nearest.hint(column, present));
      }
    }
  }

  /// Columns that nobody reads hold what somebody meant to be read.
  void knownColumns(Csv csv, List<String> known) {
    for (Cell column : csv.columns()) {
      String name = column.text().strip();
      if (!known.contains(name)) {
        problems.add(
            source.problem(
                Severity.WARNING, Code.COST_CATALOG, column.place(), "nothing reads the column '" + name + "'",
                Nearest.hint(name, known)));
      }
    }
  }

  /// Text that must be there.
  String word(Row row, String column) {
    Cell cell = row.get(column);
    if (cell.isBlank()) {
      refuse(cell, Code.COST_CATALOG, "'" + column + "' is blank", "every row needs it");
    }
    return cell.text().strip();
  }

  String orElse(Row row, String column, String otherwise) {
    Cell cell = row.get(column);
    return cell.isBlank() ? otherwise : cell.text().strip();
  }

  String oneOf(Row row, String column, Collection<String> words) {
    String word = word(row, column);
    if (!word.isEmpty() && !words.contains(word)) {
      refuse(row.get(column), Code.COST_CATALOG, "'" + word + "' is no " + column, Nearest.hint(word, words));
    }
    return word;
  }

  Kind kind(Row row, String column) {
    List<String> words = Arrays.stream(Kind.values()).filter(kind -> kind != Kind.BLOCKED).map(Kind::word).toList();
    String word = oneOf(row, column, words);
    return words.contains(word) ? Kind.valueOf(word.toUpperCase(Locale.ROOT)) : Kind.SPECULATION;
  }

  Unit unit(Row row, String column) {
    Cell cell = row.get(column);
    Optional<Unit> unit = Unit.parse(cell.text());
    if (unit.isEmpty()) {
      refuse(cell, Code.UNIT, "'" + cell.text() + "' is not a unit that Assay knows", "write it as in 'USD/kWh'");
    }
    return unit.orElse(Unit.NONE);
  }

  /// A number; blank is unknown.
  Optional<Double> number(Row row, String column) {
    Cell cell = row.get(column);
    if (cell.isBlank()) {
      return Optional.empty();
    }
    try {
      double value = Double.parseDouble(cell.text().strip());
      if (Double.isFinite(value)) {
        return Optional.of(value);
      }
    } catch (NumberFormatException e) {
      // Falls through to the same problem as a number without end.
    }
    refuse(cell, Code.COST_CATALOG, "'" + cell.text().strip() + "' is not a number", "leave it blank when it is unknown");
    return Optional.empty();
  }

  Optional<Integer> whole(Row row, String column) {
    Optional<Double> number = number(row, column);
    if (number.isPresent() && (number.get() != Math.rint(number.get()) || number.get() < 0 || number.get() > 1e8)) {
      refuse(row.get(column), Code.COST_CATALOG, "'" + row.get(column).text() + "' is not a whole number", "");
      return Optional.empty();
    }
    return number.map(Double::intValue);
  }

  /// Three columns as a range; blank when the middle one is.
  Optional<Range> range(Row row, String low, String typical, String high) {
    Optional<Double> middle = number(row, typical);
    if (middle.isEmpty()) {
      return Optional.empty();
    }
    double from = number(row, low).orElse(middle.get());
    double to = number(row, high).orElse(middle.get());
    if (from > middle.get() || middle.get() > to) {
      refuse(row.get(low), Code.COST_CATALOG, "the range falls", "low must not be above typical, nor typical above high");
      return Optional.empty();
    }
    return Optional.of(new Range(from, middle.get(), to));
  }

  /// One column as an input, unknown when blank.
  Input input(Row row, String column, String name, Unit unit, Kind kind, String from) {
    Optional<Double> number = number(row, column);
    if (number.isPresent() && number.get() <= 0) {
      refuse(row.get(column), Code.COST_CATALOG, "'" + column + "' of " + row.get(column).text().strip() + " makes no sense",
          "leave it blank when it is unknown");
    }
    return number
        .map(value -> Input.known(name, Range.exact(value), unit, kind, from))
        .orElseGet(() -> Input.unknown(name, unit, "no published value is known"));
  }

  /// The columns `low`, `typical` and `high` as an input.
  Input ranged(Row row, String name, Unit unit, Kind kind) {
    return range(row, "low", "typical", "high")
        .map(range -> Input.known(name, range, unit, kind, row.get("source").text()))
        .orElseGet(() -> Input.unknown(name, unit, "no value is given"));
  }
}
