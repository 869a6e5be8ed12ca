package dev.assay.markdown;

import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.List;

/// A fence in flexmark's tree: code, or a directive with Markdown inside.
final class FenceBlock extends Block {
  private final Opening opening;
  private final List<BasedSequence> codeLines = new ArrayList<>();
  private boolean closed;

  /// The line that opens a fence.
  ///
  /// @param mark      `` ` ``, `~` or `:`
  /// @param length    how many of them
  /// @param indent    the columns before it
  /// @param container whether Markdown stands inside
  /// @param name      the word in braces; empty for plain code
  /// @param info      what follows the marks, stripped
  record Opening(char mark, int length, int indent, boolean container, String name, BasedSequence info) {}

  FenceBlock(Opening opening) {
    this.opening = opening;
  }

  Opening opening() {
    return opening;
  }

  List<BasedSequence> codeLines() {
    return codeLines;
  }

  void close() {
    closed = true;
  }

  /// True when a fence of its own closes it.
  boolean closed() {
    return closed;
  }

  void add(BasedSequence line) {
    codeLines.add(line);
  }

  @Override
  public BasedSequence[] getSegments() {
    return EMPTY_SEGMENTS;
  }
}
