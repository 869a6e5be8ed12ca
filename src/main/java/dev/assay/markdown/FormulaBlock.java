package dev.assay.markdown;

import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.List;

/// A formula on lines of its own, in flexmark's tree.
final class FormulaBlock extends Block {
  private final List<BasedSequence> formula = new ArrayList<>();
  private BasedSequence attributes = BasedSequence.NULL;

  List<BasedSequence> formula() {
    return formula;
  }

  /// What stands in braces behind it; empty for nothing.
  BasedSequence attributes() {
    return attributes;
  }

  void add(BasedSequence line) {
    formula.add(line);
  }

  void attributes(BasedSequence braces) {
    attributes = braces;
  }

  @Override
  public BasedSequence[] getSegments() {
    return EMPTY_SEGMENTS;
  }
}
