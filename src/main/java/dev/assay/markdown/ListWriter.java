package dev.assay.markdown;

import dev.assay.note.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes lists: their items are claims, or hold blocks.
final class ListWriter {
  private final BlockWriter writer;
  private final Output out;
  private final ClaimFinder finder;

  ListWriter(BlockWriter writer, Output out, ClaimFinder finder) {
    this.writer = writer;
    this.out = out;
    this.finder = finder;
  }

  /// @param kind  what the heading above says its items are
  /// @param marks takes the labels of footnotes that the items mark
  void write(Block.Listing list, Optional<Kind> kind, List<String> marks) {
    String name = list.ordered() ? "ol" : "ul";
    boolean tasks = list.items().stream().anyMatch(item -> item.done().isPresent());
    out.html("<" + name + (tasks ? " class=\"tasks\"" : ""));
    out.html(list.ordered() && list.first() != 1 ? " start=\"" + list.first() + "\">\n" : ">\n");
    for (Block.Item item : list.items()) {
      item(item, list.tight(), kind, marks);
    }
    out.html("</" + name + ">\n");
  }

  private void item(Block.Item item, boolean tight, Optional<Kind> kind, List<String> marks) {
    List<Block> blocks = item.blocks();
    String task = item.done().isPresent() ? " class=\"task\"" : "";
    String box = item.done().map(done -> "<input type=\"checkbox\" disabled" + (done ? " checked" : "") + "> ").orElse("");
    if (blocks.size() == 1 && blocks.getFirst() instanceof Block.Paragraph only) {
      Optional<ClaimOpening> claim = writer.claim(only.prose(), kind);
      if (claim.isPresent()) {
        marks.addAll(writer.claim("li", task, box, claim.get()));
        out.html("\n");
        return;
      }
    }
    out.html("<li" + task + ">" + box);
    if (!blocks.isEmpty() && blocks.getFirst() instanceof Block.Paragraph first) {
      String element = tight || item.done().isPresent() ? "" : "p";
      rest(first, blocks.subList(1, blocks.size()), kind, element, marks);
    } else if (!blocks.isEmpty()) {
      out.html("\n");
      marks.addAll(tight ? tight(blocks) : writer.blocks(blocks, false));
    }
    out.html("</li>\n");
  }

  /// Writes an item's first paragraph, which may be a claim, and the blocks behind it.
  ///
  /// @param element `p`, or empty where paragraphs have no element of their own
  private void rest(Block.Paragraph first, List<Block> behind, Optional<Kind> kind, String element, List<String> marks) {
    Optional<ClaimOpening> claim = writer.claim(first.prose(), kind);
    List<Block> blocks = behind;
    if (claim.isPresent()) {
      ClaimFinder.ItemEnd end = finder.itemEnd(behind);
      blocks = end.blocks();
      marks.addAll(writer.claim(element.isEmpty() ? "div" : element, "", "", claim.get().with(end.options())));
      out.html(element.isEmpty() ? "" : "\n");
    } else {
      marks.addAll(writer.paragraph(first.prose(), Optional.empty(), element, false));
    }
    if (!blocks.isEmpty()) {
      out.html(element.isEmpty() ? "\n" : "");
      marks.addAll(element.isEmpty() ? tight(blocks) : writer.blocks(blocks, false));
    }
  }

  /// Blocks of an item of a tight list, whose paragraphs have no element of their own.
  List<String> tight(List<Block> blocks) {
    List<String> marks = new ArrayList<>();
    for (Block block : blocks) {
      if (block instanceof Block.Paragraph paragraph) {
        marks.addAll(writer.paragraph(paragraph.prose(), Optional.empty(), "", false));
        out.html("\n");
      } else {
        marks.addAll(writer.blocks(List.of(block), false));
      }
    }
    return marks;
  }
}
