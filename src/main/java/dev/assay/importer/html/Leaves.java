package dev.assay.importer.html;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Walks through articles.
final class Leaves {
  private Leaves() {}

  /// Shows each leaf, in order.
  static void of(Article article, Consumer<Leaf> visitor) {
    Consumer<Block> blocks = block -> {
      switch (block) {
        case Block.Text(List<Leaf> leaves) -> leaves.forEach(visitor);
        case Block.Heading heading -> heading.leaves().forEach(visitor);
        case Block.Table table -> table.caption().forEach(visitor);
        case Block.Definitions list -> list.entries().forEach(entry -> entry.terms().forEach(term -> term.forEach(visitor)));
        case Block.Figure figure -> figure.caption().forEach(visitor);
        case Block.Details details -> details.summary().forEach(visitor);
        case Block.Quote _, Block.Listing _, Block.Code _, Block.Rule _ -> {
          // Their leaves are in the blocks in them.
        }
      }
    };
    everyBlock(article.blocks(), blocks);
    article.footnotes().forEach(note -> everyBlock(note, blocks));
  }

  /// The article with each leaf changed.
  static Article changed(Article article, UnaryOperator<Leaf> change) {
    return new Article(blocks(article.blocks(), change), article.footnotes().stream().map(note -> blocks(note, change)).toList());
  }

  private static List<Block> blocks(List<Block> blocks, UnaryOperator<Leaf> change) {
    return blocks.stream().map(block -> block(block, change)).toList();
  }

  private static List<Leaf> leaves(List<Leaf> leaves, UnaryOperator<Leaf> change) {
    return leaves.stream().map(change).toList();
  }

  private static Block block(Block block, UnaryOperator<Leaf> change) {
    return switch (block) {
      case Block.Text(List<Leaf> leaves) -> new Block.Text(leaves(leaves, change));
      case Block.Heading(int level, String id, List<Leaf> leaves) -> new Block.Heading(level, id, leaves(leaves, change));
      case Block.Quote(List<Block> blocks) -> new Block.Quote(blocks(blocks, change));
      case Block.Listing list ->
          new Block.Listing(
              list.ordered(), list.start(), list.type(), list.loose(),
              list.items().stream().map(item -> new Block.Item(item.done(), item.value(), blocks(item.blocks(), change))).toList());
      case Block.Code _, Block.Rule _ -> block;
      case Block.Table table ->
          new Block.Table(leaves(table.caption(), change), table.rows().stream().map(row -> row(row, change)).toList());
      case Block.Definitions(List<Block.Entry> entries) ->
          new Block.Definitions(
              entries.stream()
                  .map(entry -> new Block.Entry(
                      entry.terms().stream().map(term -> leaves(term, change)).toList(),
                      entry.meanings().stream().map(meaning -> blocks(meaning, change)).toList()))
                  .toList());
      case Block.Figure(List<Block> blocks, List<Leaf> caption) -> new Block.Figure(blocks(blocks, change), leaves(caption, change));
      case Block.Details(boolean open, List<Leaf> summary, List<Block> blocks) ->
          new Block.Details(open, leaves(summary, change), blocks(blocks, change));
    };
  }

  private static Block.Row row(Block.Row row, UnaryOperator<Leaf> change) {
    return new Block.Row(
        row.head(),
        row.cells().stream()
            .map(cell -> new Block.Cell(cell.header(), cell.align(), cell.columns(), cell.rows(), blocks(cell.blocks(), change)))
            .toList());
  }

  /// All headings, also those in quotes and lists.
  static List<Block.Heading> headings(Article article) {
    List<Block.Heading> headings = new ArrayList<>();
    everyBlock(article.blocks(), block -> {
      if (block instanceof Block.Heading heading) {
        headings.add(heading);
      }
    });
    return headings;
  }

  private static void everyBlock(List<Block> blocks, Consumer<Block> visitor) {
    for (Block block : blocks) {
      visitor.accept(block);
      switch (block) {
        case Block.Quote(List<Block> inner) -> everyBlock(inner, visitor);
        case Block.Listing list -> list.items().forEach(item -> everyBlock(item.blocks(), visitor));
        case Block.Table table -> table.rows().forEach(row -> row.cells().forEach(cell -> everyBlock(cell.blocks(), visitor)));
        case Block.Definitions list -> list.entries().forEach(entry -> entry.meanings().forEach(meaning -> everyBlock(meaning, visitor)));
        case Block.Figure(List<Block> inner, _) -> everyBlock(inner, visitor);
        case Block.Details(_, _, List<Block> inner) -> everyBlock(inner, visitor);
        case Block.Text _, Block.Heading _, Block.Code _, Block.Rule _ -> {
          // Nothing is in them.
        }
      }
    }
  }

  /// What stands as HTML inside a block that is Markdown.
  static List<String> keptAsHtml(Block block) {
    List<String> kept = new ArrayList<>();
    everyBlock(List.of(block), inner -> {
      if (inner instanceof Block.Table table && !TableWriter.fits(table)) {
        kept.add("a table with merged cells, a caption, blocks in its cells, or without a head");
      } else if (inner instanceof Block.Figure) {
        kept.add("a picture with a caption");
      }
    });
    return kept;
  }

  /// What a report calls a block.
  static String name(Block block) {
    return switch (block) {
      case Block.Text _ -> "a paragraph";
      case Block.Heading _ -> "a heading";
      case Block.Quote _ -> "a quote";
      case Block.Listing _ -> "a list";
      case Block.Code _ -> "code";
      case Block.Table _ -> "a table";
      case Block.Rule _ -> "a rule";
      case Block.Definitions _ -> "a list of definitions";
      case Block.Figure _ -> "a picture with a caption";
      case Block.Details _ -> "a box to unfold";
    };
  }

  /// The words of a block as one line.
  static List<Leaf> inLine(Block block) {
    return switch (block) {
      case Block.Text(List<Leaf> leaves) -> leaves;
      case Block.Heading(_, _, List<Leaf> leaves) -> leaves;
      case Block.Code(_, String text) -> List.of(new Leaf.Code(text.replaceAll("\\s+", " "), List.of()));
      case Block.Quote(List<Block> blocks) -> joined(blocks);
      case Block.Listing list -> joined(list.items().stream().flatMap(item -> item.blocks().stream()).toList());
      case Block.Table table ->
          joined(table.rows().stream().flatMap(row -> row.cells().stream()).flatMap(cell -> cell.blocks().stream()).toList());
      case Block.Rule _ -> List.of();
      case Block.Definitions list -> {
        List<Leaf> all = new ArrayList<>();
        list.entries().forEach(entry -> {
          entry.terms().forEach(all::addAll);
          entry.meanings().forEach(meaning -> all.addAll(joined(meaning)));
        });
        yield all;
      }
      case Block.Figure(List<Block> blocks, List<Leaf> caption) -> {
        List<Leaf> all = new ArrayList<>(joined(blocks));
        all.addAll(caption);
        yield all;
      }
      case Block.Details(_, List<Leaf> summary, List<Block> blocks) -> {
        List<Leaf> all = new ArrayList<>(summary);
        all.addAll(joined(blocks));
        yield all;
      }
    };
  }

  private static List<Leaf> joined(List<Block> blocks) {
    List<Leaf> all = new ArrayList<>();
    for (Block block : blocks) {
      if (!all.isEmpty()) {
        all.add(new Leaf.Break(List.of()));
      }
      all.addAll(inLine(block));
    }
    return all;
  }
}
