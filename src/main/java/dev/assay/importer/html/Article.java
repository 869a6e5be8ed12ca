package dev.assay.importer.html;

import java.util.List;

/// A text that was read.
///
/// @param footnotes their blocks, the first one's first; a mark's label is its number
record Article(List<Block> blocks, List<List<Block>> footnotes) {
  Article {
    blocks = List.copyOf(blocks);
    footnotes = List.copyOf(footnotes);
  }
}
