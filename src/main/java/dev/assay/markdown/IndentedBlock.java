package dev.assay.markdown;

import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/// A footnote's text or the meaning of a term in flexmark's tree: blocks that go on while lines are indented.
final class IndentedBlock extends Block {
  private final String label;

  /// @param label the footnote's label; empty for the meaning of a term
  IndentedBlock(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  boolean isFootnote() {
    return !label.isEmpty();
  }

  @Override
  public BasedSequence[] getSegments() {
    return EMPTY_SEGMENTS;
  }
}
