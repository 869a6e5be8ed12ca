package dev.assay.chart.block;

import dev.assay.frontmatter.Fields;
import dev.assay.note.DataTable;
import dev.assay.note.Located;
import dev.assay.view.FigureTableView;
import dev.assay.view.FigureTableView.Bar;
import dev.assay.view.FigureTableView.Cell;
import dev.assay.view.FigureTableView.Column;
import dev.assay.view.FigureTableView.Row;
import dev.assay.view.LinkView;
import dev.assay.view.Part;
import dev.assay.view.SourceView;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// `{data-table}`: rows and columns of a data file.
public final class DataTableBlock {
  private DataTableBlock() {}

  /// Reads the options and fills the table.
  public static Drawn draw(Fields fields, DataFiles files, Page page) {
    Selection data = Selection.read(fields, files);
    List<Located<String>> named = fields.list("columns");
    List<Integer> columns =
        named.isEmpty()
            ? IntStream.range(0, data.table().columns().size()).filter(i -> !data.isKindColumn(i)).boxed().toList()
            : data.named(data.columns(named));
    String caption = fields.text("caption").orElse("");
    List<SourceView> sources = Sources.read(fields);
    fields.done();
    FigureTableView table = table(data, columns, caption, sources, page);
    return new Drawn(new Part.FigureTable(table), rows(data, columns), 0, data.problems());
  }

  /// The table of some columns of a selection; the first column heads the rows.
  static FigureTableView table(Selection data, List<Integer> columns, String caption, List<SourceView> sources, Page page) {
    if (columns.isEmpty()) {
      return new FigureTableView(page.anchor(), caption, "", List.of(), List.of(), List.of(), sources, List.of());
    }
    List<Integer> rest = columns.subList(1, columns.size());
    List<Column> heads = new ArrayList<>();
    for (int column : rest) {
      boolean numeric = data.isNumeric(column) || data.isMeantAsNumbers(column);
      heads.add(new Column(data.label(column), data.unit(column), numeric, ""));
      if (data.isMeantAsNumbers(column)) {
        data.rows().forEach(row -> data.number(row, column));
      }
    }
    List<Row> rows = new ArrayList<>();
    for (DataTable.Row row : data.rows()) {
      List<Cell> cells = rest.stream().map(column -> cell(data, row, column)).toList();
      rows.add(new Row(data.shown(row, columns.getFirst()), "", false, cells));
    }
    List<LinkView> links = data.isFound() ? List.of(page.rows()) : List.of();
    return new FigureTableView(page.anchor(), caption, data.label(columns.getFirst()), heads, rows, List.of(), sources, links);
  }

  private static Cell cell(Selection data, DataTable.Row row, int column) {
    String kind = data.isNumeric(column) ? data.kind(row) : "";
    return new Cell(data.shown(row, column), kind, "", "", false, "", Bar.NONE);
  }

  /// The rows as they were written.
  static List<List<String>> rows(Selection data, List<Integer> columns) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(columns.stream().map(column -> data.table().names().get(column)).toList());
    data.rows().forEach(row -> rows.add(columns.stream().map(column -> row.cells().get(column).text()).toList()));
    return rows;
  }
}
