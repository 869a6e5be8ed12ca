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

  /// The table; empty for one that only lays text out, of which nothing has been read then: a text that is read twice
  /// takes twice as long for every table around it, and loses at the first time what can be taken only once.
  Optional<Block.Table> read(Element table) {
    List<Element> rows = rows(table).stream().filter(row -> !cells(row).isEmpty()).toList();
    List<Leaf> caption = List.of();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    if (isBox(rows)) {
      caption = caption(table);
      if (caption.isEmpty()) {
        return Optional.empty();
      }
    }
    List<Block.Row> read = new ArrayList<>();
    for (Element row : rows) {
      boolean head = row.parent() != null && row.parent().normalName().equals("thead");
      read.add(new Block.Row(head, cells(row).stream().map(cell -> cell(cell, row)).toList()));
    }
    return Optional.of(new Block.Table(caption.isEmpty() ? caption(table) : caption, read));
  }

  private static boolean isBox(List<Element> rows) {
    boolean narrow = rows.stream().allMatch(row -> cells(row).size() == 1);
    return narrow && (rows.size() == 1 || rows.stream().noneMatch(row -> cells(row).getFirst().normalName().equals("th")));
  }

  private static List<Element> cells(Element row) {
    return row.children().stream().filter(cell -> cell.normalName().equals("td") || cell.normalName().equals("th")).toList();
  }

  /// What stands above the table. A caption in which nothing can be seen is taken away.
  private List<Leaf> caption(Element table) {
    List<Leaf> all = new ArrayList<>();
    for (Element child : table.children()) {
      if (child.normalName().equals("caption")) {
        List<Leaf> words = captions.apply(child);
        if (words.isEmpty()) {
          child.remove();
        } else if (!all.isEmpty()) {
          all.add(new Leaf.Break(List.of()));
        }
        all.addAll(words);
      }
    }
    return all;
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
