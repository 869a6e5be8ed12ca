package dev.assay.importer.html;

import java.util.List;
import java.util.Optional;

/// What an article consists of.
sealed interface Block {
  /// A paragraph, or text that stands where one could.
  record Text(List<Leaf> leaves) implements Block {}

  /// @param id empty when it has none
  record Heading(int level, String id, List<Leaf> leaves) implements Block {}

  record Quote(List<Block> blocks) implements Block {}

  /// @param start the first number of an ordered list
  /// @param type  the kind of its numbers or signs, as HTML says it; empty for the usual one
  /// @param loose whether its items are paragraphs
  record Listing(boolean ordered, int start, String type, boolean loose, List<Item> items) implements Block {}

  /// @param done whether the box of a task is ticked
  /// @param value the number that the item says it has
  record Item(Optional<Boolean> done, Optional<Integer> value, List<Block> blocks) {}

  /// @param language empty when nothing says it
  record Code(String language, String text) implements Block {}

  /// @param caption empty when there is none
  record Table(List<Leaf> caption, List<Row> rows) implements Block {}

  /// @param head whether it stands in the table's head
  record Row(boolean head, List<Cell> cells) {}

  record Cell(boolean header, Align align, int columns, int rows, List<Block> blocks) {}

  enum Align {
    NONE,
    LEFT,
    CENTER,
    RIGHT
  }

  record Rule() implements Block {}

  record Definitions(List<Entry> entries) implements Block {}

  record Entry(List<List<Leaf>> terms, List<List<Block>> meanings) {}

  record Figure(List<Block> blocks, List<Leaf> caption) implements Block {}

  record Details(boolean open, List<Leaf> summary, List<Block> blocks) implements Block {}
}
