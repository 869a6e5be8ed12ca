package dev.assay.importer.html;

import java.util.ArrayList;
import java.util.List;

/// What an article has to say, for comparison with what is read back. Blocks that are equal say the same; only those
/// that are not are spelled out as [Outline]s, since few are.
final class Wanted {
  private final Article article;
  private final List<String> outlines;

  Wanted(Article article) {
    this.article = article;
    this.outlines = new ArrayList<>(java.util.Collections.nCopies(article.blocks().size(), ""));
  }

  Block block(int index) {
    return article.blocks().get(index);
  }

  boolean isSaidBy(Article seen) {
    return blocksAreSaidBy(seen.blocks()) && footnotesAreSaidBy(seen.footnotes());
  }

  boolean blocksAreSaidBy(List<Block> seen) {
    if (seen.size() != article.blocks().size()) {
      return false;
    }
    for (int i = 0; i < seen.size(); i++) {
      if (!isSaidBy(i, seen.get(i))) {
        return false;
      }
    }
    return true;
  }

  boolean isSaidBy(int block, Block seen) {
    return block(block).equals(seen) || Outline.equal(outline(block), Outline.of(seen));
  }

  private boolean footnotesAreSaidBy(List<List<Block>> seen) {
    List<List<Block>> notes = article.footnotes();
    if (seen.size() != notes.size()) {
      return false;
    }
    for (int i = 0; i < seen.size(); i++) {
      if (!notes.get(i).equals(seen.get(i)) && !Outline.equal(Outline.of(notes.get(i)), Outline.of(seen.get(i)))) {
        return false;
      }
    }
    return true;
  }

  /// Whether signs of footnotes stand in a block.
  boolean marksFootnotes(int block) {
    return !article.footnotes().isEmpty() && outline(block).contains(Outline.FOOTNOTE);
  }

  private String outline(int block) {
    if (outlines.get(block).isEmpty()) {
      outlines.set(block, Outline.of(block(block)));
    }
    return outlines.get(block);
  }
}
