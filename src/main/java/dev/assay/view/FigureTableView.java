package dev.assay.view;

import dev.assay.note.Decimals;
import java.util.ArrayList;
import java.util.List;

/// A table of figures or data.
///
/// @param anchor      its anchor on the page; empty when it has none
/// @param caption     what it shows, plain text; empty when the writer gave none
/// @param corner      the head of the first column: `Scenario`
/// @param columns     the columns after the first
/// @param rows        the rows, each with as many cells as there are columns
/// @param assumptions what was assumed, plain text, one sentence each
/// @param sources     where the inputs come from
/// @param files       the rows as files: `CSV`, `JSON`
/// @param derivation  how its figures came about; [DerivationView#NONE] where nothing was computed
public record FigureTableView(
    String anchor,
    String caption,
    String corner,
    List<Column> columns,
    List<Row> rows,
    List<String> assumptions,
    List<SourceView> sources,
    List<LinkView> files,
    DerivationView derivation) {
  public FigureTableView {
    columns = List.copyOf(columns);
    rows = onTheirPoints(columns, rows);
    assumptions = List.copyOf(assumptions);
    sources = List.copyOf(sources);
    files = List.copyOf(files);
  }

  /// A table in which nothing was computed.
  public FigureTableView(
      String anchor, String caption, String corner, List<Column> columns, List<Row> rows, List<String> assumptions,
      List<SourceView> sources, List<LinkView> files) {
    this(anchor, caption, corner, columns, rows, assumptions, sources, files, DerivationView.NONE);
  }

  /// The same rows, their numbers set on the decimal points of their columns.
  private static List<Row> onTheirPoints(List<Column> columns, List<Row> rows) {
    List<List<String>> pads = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      pads.add(columns.get(i).numeric() ? Decimals.pads(rows.stream().map(row -> row.cells().get(column).text()).toList()) : List.of());
    }
    List<Row> set = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      List<Cell> cells = new ArrayList<>();
      for (int j = 0; j < row.cells().size(); j++) {
        cells.add(pads.get(j).isEmpty() ? row.cells().get(j) : row.cells().get(j).with(pads.get(j).get(i)));
      }
      set.add(new Row(row.label(), row.note(), row.baseline(), cells));
    }
    return List.copyOf(set);
  }

  /// The same table with another derivation.
  public FigureTableView with(DerivationView other) {
    return new FigureTableView(anchor, caption, corner, columns, rows, assumptions, sources, files, other);
  }

  /// A column.
  ///
  /// @param label   what it holds: `Output rate`
  /// @param unit    the unit of all its cells: `tokens/s`; empty when it has none
  /// @param numeric whether its cells are numbers, set on the decimal point
  /// @param title   what a pointer that rests on its head is told, plain text; empty when there is no more
  public record Column(String label, String unit, boolean numeric, String title) {}

  /// A row.
  ///
  /// @param label    what it is about
  /// @param note     a smaller line below the label, plain text; empty when there is none
  /// @param baseline whether the others are compared with it
  /// @param cells    one for each column
  public record Row(String label, String note, boolean baseline, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /// A cell.
  ///
  /// @param text   the value as it is read, without its unit; empty when it is unknown
  /// @param kind   the word of its kind; empty for a value that has none
  /// @param range  its range as it is read: `0.09–0.15`; empty when it has none
  /// @param change how it compares with the baseline: `×0.62`, `−38%`; empty when it does not
  /// @param best   whether it is the best of its column
  /// @param title  what a pointer that rests on it is told (formula, or why it is unknown), plain text
  /// @param bar    where its range lies among those of its column; [Bar#NONE] to draw none
  /// @param pad    what to put behind the text, unseen, so that it stands on the decimal point of its column; mostly empty
  public record Cell(String text, String kind, String range, String change, boolean best, String title, Bar bar, String pad) {
    /// A cell that is not yet set on the decimal point of its column; a table does that.
    public Cell(String text, String kind, String range, String change, boolean best, String title, Bar bar) {
      this(text, kind, range, change, best, title, bar, "");
    }

    private Cell with(String behind) {
      return new Cell(text, kind, range, change, best, title, bar, behind);
    }
  }

  /// A range on the scale of its column, in thousandths of the scale's length.
  ///
  /// @param from where the range begins, 0 to 1000
  /// @param at   where the value lies
  /// @param to   where the range ends; 0 draws nothing
  public record Bar(int from, int at, int to) {
    /// No bar.
    public static final Bar NONE = new Bar(0, 0, 0);
  }
}
