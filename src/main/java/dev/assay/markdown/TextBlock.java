package dev.assay.markdown;

import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.parser.block.ParagraphPreProcessor;
import com.vladsch.flexmark.parser.block.ParagraphPreProcessorFactory;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.List;
import java.util.Set;

/// A paragraph's lines in flexmark's tree, beside the paragraph that they were taken from.
///
/// flexmark joins the lines of each paragraph before its text is read, at a cost that grows with the square of their
/// number. A paragraph without lines costs nothing.
final class TextBlock extends Block {
  private final List<BasedSequence> lines;

  private TextBlock(List<BasedSequence> lines) {
    this.lines = lines;
  }

  List<BasedSequence> lines() {
    return lines;
  }

  @Override
  public BasedSequence[] getSegments() {
    return EMPTY_SEGMENTS;
  }

  /// Takes the lines from all paragraphs once the blocks are known.
  static final class Taker implements ParagraphPreProcessorFactory {
    @Override
    public ParagraphPreProcessor apply(ParserState state) {
      return Taker::take;
    }

    private static int take(Paragraph paragraph, ParserState state) {
      TextBlock text = new TextBlock(paragraph.getContentLines());
      text.setChars(paragraph.getChars());
      paragraph.setContentLines(List.of());
      paragraph.insertAfter(text);
      return 0;
    }

    @Override
    public Set<Class<?>> getAfterDependents() {
      return Set.of();
    }

    @Override
    public Set<Class<?>> getBeforeDependents() {
      return Set.of();
    }

    @Override
    public boolean affectsGlobalScope() {
      return false;
    }
  }
}
