package dev.assay.importer.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Writes tables as rows of cells, when that can say them.
final class TableWriter {
  private static final int MOST_COLUMNS = 200;

  private final Function<List<Leaf>, String> cells;

  TableWriter(Function<List<Leaf>, String> cells) {
    this.cells = cells;
  }

  /// The table; empty for one that needs HTML: with a caption, with spans, without a head of one row, with heads of
  /// rows, with blocks in its cells, with rows of other lengths or columns of two alignments.
  Optional<String> write(Block.Table table) {
    if (!fits(table)) {
      return Optional.empty();
    }
    StringBuilder out = new StringBuilder();
    row(table.rows().getFirst(), out);
    out.append("\n|");
    for (Block.Cell cell : table.rows().getFirst().cells()) {
      out.append(
          switch (cell.align()) {
            case NONE -> " --- |";
            case LEFT -> " :-- |";
            case CENTER -> " :-: |";
            case RIGHT -> " --: |";
          });
    }
    for (Block.Row row : table.rows().subList(1, table.rows().size())) {
      out.append('\n');
      row(row, out);
    }
    return Optional.of(out.toString());
  }

  /// Whether rows of cells can say a table.
  static boolean fits(Block.Table table) {
    int columns = table.rows().getFirst().cells().size();
    return table.caption().isEmpty() && columns <= MOST_COLUMNS && isPlain(table, columns);
  }

  private static boolean isPlain(Block.Table table, int columns) {
    List<Block.Align> aligns = table.rows().getFirst().cells().stream().map(Block.Cell::align).toList();
    for (int i = 0; i < table.rows().size(); i++) {
      Block.Row row = table.rows().get(i);
      if (row.cells().size() != columns || (row.head() && i > 0)) {
        return false;
      }
      for (int k = 0; k < columns; k++) {
        Block.Cell cell = row.cells().get(k);
        boolean fits = cell.header() == (i == 0) && cell.align() == aligns.get(k) && cell.columns() == 1 && cell.rows() == 1 && isLine(cell.blocks());
        if (!fits) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isLine(List<Block> blocks) {
    return blocks.isEmpty() || (blocks.size() == 1 && blocks.getFirst() instanceof Block.Text);
  }

  private void row(Block.Row row, StringBuilder out) {
    List<String> texts = new ArrayList<>();
    for (Block.Cell cell : row.cells()) {
      texts.add(cell.blocks().isEmpty() ? "" : cells.apply(((Block.Text) cell.blocks().getFirst()).leaves()));
    }
    out.append('|');
    texts.forEach(text -> out.append(' ').append(text).append(text.isEmpty() ? "|" : " |"));
  }
}
