package dev.assay.chart.block;

import dev.assay.frontmatter.DataTableReader;
import dev.assay.note.DataTable;
import dev.assay.note.Role;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import dev.assay.view.RoleView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The role `data`: `` {data}`rents.csv#h100.usd_per_hour` `` is the cell of a row and a column.
public final class DataRole {
  private final Role role;
  private final List<Problem> problems = new ArrayList<>();

  private DataRole(Role role) {
    this.role = role;
  }

  /// A datum, or what is wrong with its name.
  public record Result(RoleView view, List<Problem> problems) {
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /// Finds a datum.
  public static Result find(Role role, DataFiles files) {
    DataRole found = new DataRole(role);
    String text = found.text(files);
    return new Result(new RoleView(text, "", text.isEmpty() ? "" : role.expression()), found.problems);
  }

  private String text(DataFiles files) {
    String expression = role.expression().strip();
    int hash = expression.indexOf('#');
    if (hash <= 0 || expression.indexOf('.', hash) < 0) {
      add(Code.UNKNOWN_DATA, 0, expression.length(), "'" + expression + "' names no datum", "write file.csv#row.column");
      return "";
    }
    String file = expression.substring(0, hash);
    Optional<DataTableReader.Result> read = files.read(file);
    if (read.isEmpty()) {
      add(Code.UNKNOWN_DATA, 0, hash, "there is no data file '" + file + "'", Selection.missing(file, files));
      return "";
    }
    problems.addAll(read.get().problems());
    return cell(read.get().table(), expression, hash + 1);
  }

  /// Rows and columns may have dots in their names, so every dot is tried; the last one is what a message speaks of.
  private String cell(DataTable table, String expression, int from) {
    for (int dot = expression.indexOf('.', from); dot >= 0; dot = expression.indexOf('.', dot + 1)) {
      String row = expression.substring(from, dot);
      String column = expression.substring(dot + 1);
      if (table.row(row).isPresent() && table.index(column).isPresent()) {
        return known(table, row, column, from, dot);
      }
    }
    int dot = expression.lastIndexOf('.');
    String row = expression.substring(from, dot);
    String column = expression.substring(dot + 1);
    if (table.row(row).isEmpty()) {
      add(Code.UNKNOWN_DATA, from, dot, "'" + table.file() + "' has no row '" + row + "'", Nearest.hint(row, table.rows().stream().map(DataTable.Row::name).toList()));
    }
    if (table.index(column).isEmpty()) {
      add(Code.UNKNOWN_DATA, dot + 1, expression.length(), "'" + table.file() + "' has no column '" + column + "'", Nearest.hint(column, table.names()));
    }
    return "";
  }

  private String known(DataTable table, String row, String column, int from, int dot) {
    long same = table.rows().stream().filter(each -> each.name().equals(row)).count();
    if (same > 1) {
      add(Code.UNKNOWN_DATA, from, dot, same + " rows of '" + table.file() + "' are called '" + row + "'", "give each row a name of its own in the first column");
      return "";
    }
    String text = table.row(row).orElseThrow().cells().get(table.index(column).orElseThrow()).text();
    if (Written.isUnknown(text)) {
      add(Code.UNKNOWN_DATA, from, dot + 1 + column.length(), "'" + row + "' has nothing in the column '" + column + "'", "give it a value, or say in words that it is not known");
      return "";
    }
    return Written.show(text, new Written.Shown.AsIs());
  }

  private void add(Code code, int start, int end, String message, String hint) {
    String expression = role.expression();
    Place place = role.place();
    int from = expression.codePointCount(0, Math.min(start, expression.length()));
    int length = expression.codePointCount(Math.min(start, expression.length()), Math.min(end, expression.length()));
    Place at = new Place(place.file(), place.line(), place.column() + from, Math.max(1, length));
    problems.add(new Problem(Severity.ERROR, code, at, message, role.excerpt(), hint));
  }
}
