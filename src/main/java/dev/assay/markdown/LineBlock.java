package dev.assay.markdown;

import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.List;

/// A heading or thematic break in flexmark's tree.
final class LineBlock extends Block {
  private final int level;
  private final List<BasedSequence> lines;

  /// @param level 1 to 6 for a heading, 0 for a thematic break
  /// @param lines the heading's text
  LineBlock(int level, List<BasedSequence> lines) {
    this.level = level;
    this.lines = List.copyOf(lines);
  }

  int level() {
    return level;
  }

  List<BasedSequence> lines() {
    return lines;
  }

  @Override
  public BasedSequence[] getSegments() {
    return EMPTY_SEGMENTS;
  }
}
