package dev.assay.importer.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jsoup.nodes.Element;

/// Reads tables. A table of one cell is a box around text, and no table.
final class TableReader {
  private final Function<Element, List<Block>> cells;
  private final Function<Element, List<Leaf>> captions;

  TableReader(Function<Element, List<Block>> cells, Function<Element, List<Leaf>> captions) {
    this.cells = cells;
    this.captions = captions;
  }

  /// The table; empty for one that only lays text out.
  Optional<Block.Table> read(Element table) {
    List<Leaf> caption = List.of();
    List<Block.Row> rows = new ArrayList<>();
    int width = 0;
    for (Element row : rows(table)) {
      boolean head = row.parent() != null && row.parent().normalName().equals("thead");
      List<Block.Cell> read = new ArrayList<>();
      for (Element cell : row.children()) {
        if (cell.normalName().equals("td") || cell.normalName().equals("th")) {
          read.add(cell(cell, row));
        }
      }
      width = Math.max(width, read.size());
      if (!read.isEmpty()) {
        rows.add(new Block.Row(head, read));
      }
    }
    for (Element child : table.children()) {
      if (child.normalName().equals("caption")) {
        caption = captions.apply(child);
      }
    }
    boolean box = rows.isEmpty() || (rows.size() == 1 && width == 1) || (width == 1 && rows.stream().noneMatch(row -> row.cells().getFirst().header()));
    return box && caption.isEmpty() ? Optional.empty() : Optional.of(new Block.Table(caption, rows));
  }

  private static List<Element> rows(Element table) {
    List<Element> rows = new ArrayList<>();
    for (Element child : table.children()) {
      switch (child.normalName()) {
        case "tr" -> rows.add(child);
        case "thead", "tbody", "tfoot" -> child.children().stream().filter(row -> row.normalName().equals("tr")).forEach(rows::add);
        default -> {
          // Captions and columns are no rows.
        }
      }
    }
    return rows;
  }

  private Block.Cell cell(Element cell, Element row) {
    Block.Align align = align(cell);
    return new Block.Cell(
        cell.normalName().equals("th"), align == Block.Align.NONE && row.hasAttr("align") ? align(row) : align, span(cell, "colspan"), span(cell, "rowspan"),
        cells.apply(cell));
  }

  private static int span(Element cell, String name) {
    String value = cell.attr(name).strip();
    return !value.isEmpty() && value.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(value) : 1;
  }

  private static Block.Align align(Element cell) {
    if (cell.attributesSize() == 0) {
      return Block.Align.NONE;
    }
    String style = cell.attr("style").replace(" ", "").toLowerCase(java.util.Locale.ROOT);
    int at = style.indexOf("text-align:");
    String side = at < 0 ? cell.attr("align").strip().toLowerCase(java.util.Locale.ROOT) : style.substring(at + "text-align:".length());
    if (side.isEmpty()) {
      side = cell.hasClass("right") ? "right" : cell.hasClass("center") ? "center" : cell.hasClass("left") ? "left" : "";
    }
    return side.startsWith("right") || side.startsWith("end") ? Block.Align.RIGHT
        : side.startsWith("center") ? Block.Align.CENTER
        : side.startsWith("left") || side.startsWith("start") ? Block.Align.LEFT : Block.Align.NONE;
  }
}
