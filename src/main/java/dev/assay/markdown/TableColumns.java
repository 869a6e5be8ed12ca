package dev.assay.markdown;

import dev.assay.note.Decimals;
import java.util.ArrayList;
import java.util.List;

/// How the columns of a table are set: as its writer says, else to the right where all cells are numbers; and numbers
/// that are set to the right on their decimal points.
///
/// @param aligns one for each column
/// @param pads   for each row, what stands unseen behind each cell
/// @param counts whether any column holds numbers: who wants to count on has use for the rows as a file
record TableColumns(List<Block.Align> aligns, List<List<String>> pads, boolean counts) {
  static TableColumns of(Block.Table table) {
    List<Block.Align> aligns = new ArrayList<>();
    List<List<String>> columns = new ArrayList<>();
    boolean counts = false;
    for (int i = 0; i < table.aligns().size(); i++) {
      int column = i;
      List<String> cells = table.rows().stream().map(row -> plain(row.get(column).text())).toList();
      Block.Align said = table.aligns().get(i);
      boolean numbers = Decimals.areNumbers(cells);
      Block.Align align = said == Block.Align.NONE && numbers ? Block.Align.RIGHT : said;
      counts |= numbers;
      aligns.add(align);
      columns.add(align == Block.Align.RIGHT ? Decimals.pads(cells) : List.of());
    }
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < table.rows().size(); row++) {
      int at = row;
      rows.add(columns.stream().map(pads -> pads.isEmpty() ? "" : pads.get(at)).toList());
    }
    return new TableColumns(List.copyOf(aligns), List.copyOf(rows), counts);
  }

  /// A cell without the stars that make it strong: they mark the best value of a column.
  private static String plain(String cell) {
    String text = cell.strip();
    return text.length() > 4 && text.startsWith("**") && text.endsWith("**") ? text.substring(2, text.length() - 2) : text;
  }

  /// The attributes of a cell.
  String attributes(int row, int column) {
    String pad = pads.get(row).get(column);
    return BlockWriter.align(aligns.get(column)) + (pad.isEmpty() ? "" : " data-pad=\"" + pad + "\"");
  }
}
