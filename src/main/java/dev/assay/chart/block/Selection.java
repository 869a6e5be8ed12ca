package dev.assay.chart.block;

import dev.assay.frontmatter.Fields;
import dev.assay.note.DataTable;
import dev.assay.note.DataTable.Cell;
import dev.assay.note.DataTable.Row;
import dev.assay.note.Kind;
import dev.assay.note.Located;
import dev.assay.note.Value;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// The rows of a data file that a directive asks for, with how its columns are called and shown.
///
/// Reads `file`, `where`, `sort`, `limit`, `labels`, `units`, `formats`, `kind`; the directive itself asks for columns.
final class Selection {
  private static final int MOST_PROBLEMS = 10;
  private static final int MOST_ROWS = 10_000;

  private final Fields fields;
  private final DataTable table;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, String> labels = new HashMap<>();
  private final Map<String, String> units = new HashMap<>();
  private final Map<String, Written.Shown> formats = new HashMap<>();
  private final boolean found;
  private List<Row> rows;
  private String unit = "";
  private Optional<Written.Shown> format = Optional.empty();
  private Optional<Kind> kind = Optional.empty();
  private OptionalInt kindColumn = OptionalInt.empty();

  private Selection(Fields fields, DataTable table, boolean found) {
    this.fields = fields;
    this.table = table;
    this.found = found;
    this.rows = table.rows();
  }

  /// Reads the options that every directive of data has.
  static Selection read(Fields fields, DataFiles files) {
    Optional<Located<String>> name = fields.located("file");
    if (name.isEmpty()) {
      fields.required("file");
    }
    DataTable none = new DataTable("", List.of(), List.of());
    var result = name.flatMap(n -> files.read(n.value()));
    if (name.isPresent() && result.isEmpty()) {
      fields.add(Code.UNKNOWN_DATA, name.get().place(), "there is no data file '" + name.get().value() + "'", missing(name.get().value(), files));
    }
    Selection selection = new Selection(fields, result.map(r -> r.table()).orElse(none), result.isPresent());
    result.ifPresent(r -> selection.problems.addAll(r.problems()));
    selection.options();
    return selection;
  }

  /// What to say about a file that does not exist.
  static String missing(String name, DataFiles files) {
    return files.names().isEmpty() ? "put it into the folder 'data' of the content" : Nearest.hint(name, files.names());
  }

  private void options() {
    texts("labels", labels);
    unit = scalarOr("units", units);
    Map<String, String> written = new LinkedHashMap<>();
    String one = scalarOr("formats", written);
    format = one.isEmpty() ? Optional.empty() : shown(one, fields.value("formats").orElseThrow().place());
    written.forEach((column, word) -> shown(word, place("formats", column)).ifPresent(shown -> formats.put(column, shown)));
    readKind();
    where();
    sort();
    fields.integer("limit", 1, MOST_ROWS).ifPresent(limit -> rows = rows.subList(0, Math.min(limit, rows.size())));
  }

  private Place place(String key, String column) {
    return fields.mapping(key).orElseThrow().entries().stream().filter(e -> e.key().equals(column)).findFirst().orElseThrow().value().place();
  }

  /// A mapping from columns to texts.
  private void texts(String key, Map<String, String> into) {
    fields.mapping(key).ifPresent(mapping -> texts(key, mapping, into));
  }

  private void texts(String key, Value.Mapping mapping, Map<String, String> into) {
    for (Value.Entry entry : mapping.entries()) {
      if (column(entry.key(), entry.keyPlace()).isPresent()) {
        if (entry.value() instanceof Value.Scalar scalar) {
          into.put(entry.key(), scalar.text().strip());
        } else {
          fields.wrong(key, entry.value(), "one text for each column", "");
        }
      }
    }
  }

  /// One text for all columns of numbers, or one for each column.
  private String scalarOr(String key, Map<String, String> into) {
    Optional<Value> value = fields.value(key);
    if (value.isPresent() && value.get() instanceof Value.Scalar scalar) {
      return scalar.text().strip();
    }
    texts(key, into);
    return "";
  }

  private Optional<Written.Shown> shown(String word, Place place) {
    if (word.matches("\\d|1[0-2]")) {
      return Optional.of(new Written.Shown.Decimals(Integer.parseInt(word)));
    }
    Map<String, Written.Shown> words =
        Map.of("written", new Written.Shown.AsIs(), "significant", new Written.Shown.Significant(), "percent", new Written.Shown.Percent());
    Written.Shown shown = words.get(word);
    if (shown == null) {
      fields.add(Code.WRONG_TYPE, place, "'" + word + "' is no format of a number",
          Nearest.to(word, words.keySet()).map(near -> "did you mean '" + near + "'?")
              .orElse("write the number of decimals, or percent, significant or written"));
    }
    return Optional.ofNullable(shown);
  }

  private void readKind() {
    Optional<Located<String>> word = fields.located("kind");
    if (word.isEmpty()) {
      return;
    }
    List<String> words = Arrays.stream(Kind.values()).map(Kind::word).toList();
    if (words.contains(word.get().value())) {
      kind = Optional.of(Kind.valueOf(word.get().value().toUpperCase(Locale.ROOT)));
      return;
    }
    kindColumn = table.index(word.get().value());
    if (kindColumn.isEmpty() && found) {
      List<String> known = new ArrayList<>(words);
      known.addAll(table.names());
      fields.add(Code.WRONG_TYPE, word.get().place(), "'" + word.get().value() + "' is neither a kind nor a column", Nearest.hint(word.get().value(), known));
    }
  }

  private void where() {
    for (Value.Entry entry : fields.mapping("where").map(Value.Mapping::entries).orElse(List.of())) {
      OptionalInt index = column(entry.key(), entry.keyPlace());
      List<Value> values = entry.value() instanceof Value.Sequence sequence ? sequence.items() : List.of(entry.value());
      List<String> wanted = new ArrayList<>();
      for (Value value : values) {
        if (value instanceof Value.Scalar scalar) {
          wanted.add(scalar.text().strip());
          index.ifPresent(i -> knownValue(entry.key(), i, scalar));
        } else {
          fields.wrong("where", value, "a value or a list of values", "");
        }
      }
      index.ifPresent(i -> rows = rows.stream().filter(row -> wanted.contains(row.cells().get(i).text())).toList());
    }
  }

  private void knownValue(String column, int index, Value.Scalar scalar) {
    List<String> known = table.rows().stream().map(row -> row.cells().get(index).text()).distinct().toList();
    if (!known.contains(scalar.text().strip())) {
      fields.add(Code.UNKNOWN_DATA, scalar.place(), "no row has '" + scalar.text() + "' in the column '" + column + "'", Nearest.hint(scalar.text(), known));
    }
  }

  private void sort() {
    List<Located<String>> keys = fields.list("sort");
    for (int i = keys.size() - 1; i >= 0; i--) {
      boolean falls = keys.get(i).value().startsWith("-");
      Located<String> name = new Located<>(falls ? keys.get(i).value().substring(1).strip() : keys.get(i).value(), keys.get(i).place());
      OptionalInt index = column(name.value(), name.place());
      if (index.isPresent()) {
        rows = rows.stream().sorted(order(index.getAsInt(), falls)).toList();
      }
    }
  }

  /// Numbers by size, anything else as text; what is unknown comes last, either way.
  private Comparator<Row> order(int index, boolean falls) {
    boolean numeric = isNumeric(index);
    Comparator<Row> known =
        numeric
            ? Comparator.comparingDouble(row -> Written.of(text(row, index)).orElse(0))
            : Comparator.comparing((Row row) -> text(row, index));
    Comparator<Row> unknown = Comparator.comparing(row -> Written.isUnknown(text(row, index)));
    return unknown.thenComparing(falls ? known.reversed() : known);
  }

  private static String text(Row row, int index) {
    return row.cells().get(index).text();
  }

  /// True when there is a file to speak of.
  boolean isFound() {
    return found;
  }

  /// The rows that were asked for.
  List<Row> rows() {
    return rows;
  }

  DataTable table() {
    return table;
  }

  /// The column of a name; a problem at the place where the note names it when there is none.
  OptionalInt column(String name, Place place) {
    OptionalInt index = table.index(name);
    if (index.isEmpty() && found) {
      fields.add(Code.UNKNOWN_DATA, place, "'" + table.file() + "' has no column '" + name + "'", Nearest.hint(name, table.names()));
    }
    return index;
  }

  /// The columns of an option's names; those that do not exist are problems.
  List<Integer> columns(List<Located<String>> names) {
    return names.stream().map(name -> column(name.value(), name.place())).filter(OptionalInt::isPresent).map(OptionalInt::getAsInt).toList();
  }

  /// Some columns, after the names of the rows where the file has rows by name.
  List<Integer> named(List<Integer> columns) {
    boolean byName = !table.columns().isEmpty() && table.names().getFirst().isEmpty() && !columns.contains(0);
    return byName ? Stream.concat(Stream.of(0), columns.stream()).toList() : columns;
  }

  /// True when all that is known in a column are numbers.
  boolean isNumeric(int column) {
    List<String> known = table.rows().stream().map(row -> text(row, column)).filter(text -> !Written.isUnknown(text)).toList();
    return !known.isEmpty() && known.stream().allMatch(text -> Written.of(text).isPresent());
  }

  /// True when all that is known in a column are days or months.
  boolean isTime(int column) {
    List<String> known = table.rows().stream().map(row -> text(row, column)).filter(text -> !Written.isUnknown(text)).toList();
    return !known.isEmpty() && known.stream().allMatch(Written::isDay);
  }

  /// True when the note says of a column that it holds numbers.
  boolean isMeantAsNumbers(int column) {
    String name = table.names().get(column);
    return units.containsKey(name) || formats.containsKey(name);
  }

  /// A cell as a number; NaN when it is unknown, and a problem in the data file when it is no number.
  double number(Row row, int column) {
    Cell cell = row.cells().get(column);
    if (Written.isUnknown(cell.text())) {
      return Double.NaN;
    }
    OptionalDouble number = Written.of(cell.text());
    if (number.isEmpty() && problems.size() < MOST_PROBLEMS) {
      problems.add(
          new Problem(Severity.ERROR, Code.DATA_NUMBER, cell.place(),
              "'" + cell.text() + "' in the column '" + table.names().get(column) + "' is not a number",
              cell.excerpt(), "write a number as in 1234.5, or nothing when it is not known"));
    }
    return number.orElse(Double.NaN);
  }

  String label(int column) {
    String name = table.names().get(column);
    return labels.getOrDefault(name, name.replace('_', ' '));
  }

  String unit(int column) {
    return units.getOrDefault(table.names().get(column), isNumeric(column) ? unit : "");
  }

  /// The label with its unit: `Rent, USD/h`.
  String title(int column) {
    return unit(column).isEmpty() ? label(column) : label(column) + ", " + unit(column);
  }

  /// A cell as it is read.
  String shown(Row row, int column) {
    Cell cell = row.cells().get(column);
    return Written.isUnknown(cell.text()) ? "" : Written.show(cell.text(), format(column));
  }

  private Written.Shown format(int column) {
    Written.Shown own = formats.get(table.names().get(column));
    if (own != null) {
      return own;
    }
    if (!isNumeric(column)) {
      return new Written.Shown.AsIs();
    }
    return format.orElseGet(() -> usual(column));
  }

  /// Numbers of one column have their points below each other, unless that would make them long.
  private Written.Shown usual(int column) {
    int most = rows.stream().map(row -> text(row, column)).mapToInt(Written::decimals).max().orElse(0);
    boolean plain = rows.stream().map(row -> text(row, column)).noneMatch(text -> text.contains("e") || text.contains("E") || text.contains("%"));
    return most <= 4 && plain && most > 0 ? new Written.Shown.Decimals(most) : new Written.Shown.AsIs();
  }

  /// The word of the kind of a row's numbers; empty when none was said.
  String kind(Row row) {
    if (kindColumn.isPresent()) {
      String word = text(row, kindColumn.getAsInt()).toLowerCase(Locale.ROOT);
      return Arrays.stream(Kind.values()).map(Kind::word).filter(word::equals).findFirst().orElse("");
    }
    return kind.map(Kind::word).orElse("");
  }

  /// The kind of the whole, when there is one.
  String kind() {
    return kind.map(Kind::word).orElse("");
  }

  boolean isKindColumn(int column) {
    return kindColumn.isPresent() && kindColumn.getAsInt() == column;
  }

  /// The problems of the options and of the data.
  List<Problem> problems() {
    List<Problem> all = new ArrayList<>(fields.problems());
    all.addAll(problems);
    return all;
  }
}
