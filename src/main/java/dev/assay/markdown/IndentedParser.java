package dev.assay.markdown;

import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.parser.block.AbstractBlockParser;
import com.vladsch.flexmark.parser.block.AbstractBlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockContinue;
import com.vladsch.flexmark.parser.block.BlockParser;
import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/// Reads footnotes (`[^label]: text`) and the meanings of terms (`: text` below a paragraph). Both go on over blank
/// lines as long as what follows is indented.
final class IndentedParser extends AbstractBlockParser {
  private final IndentedBlock block;
  private final int columns;

  private IndentedParser(IndentedBlock block, int columns) {
    this.block = block;
    this.columns = columns;
  }

  @Override
  public Block getBlock() {
    return block;
  }

  @Override
  public boolean isContainer() {
    return true;
  }

  @Override
  public boolean canContain(ParserState state, BlockParser blockParser, Block child) {
    return true;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    if (state.isBlank()) {
      return BlockContinue.atIndex(state.getNextNonSpaceIndex());
    }
    return state.getIndent() >= columns
        ? BlockContinue.atColumn(state.getColumn() + columns)
        : BlockContinue.none();
  }

  @Override
  public void closeBlock(ParserState state) {
    block.setCharsFromContent();
  }

  /// Begins footnotes and meanings.
  static final class Factory extends BlockFactories {
    @Override
    public BlockParserFactory apply(DataHolder options) {
      return new Start(options);
    }
  }

  private static final class Start extends AbstractBlockParserFactory {
    Start(DataHolder options) {
      super(options);
    }

    @Override
    @SuppressWarnings("NullAway") // flexmark's way to say that no block starts here
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      BasedSequence line = state.getLine();
      int at = state.getNextNonSpaceIndex();
      if (state.getIndent() > 3 || at + 1 >= line.length() || matched.getBlockParser().isRawText()) {
        return BlockStart.none();
      }
      if (line.charAt(at) == '[' && line.charAt(at + 1) == '^') {
        return footnote(line, at);
      }
      boolean meaning = line.charAt(at) == ':' && (line.charAt(at + 1) == ' ' || line.charAt(at + 1) == '\t');
      return meaning && followsTerm(matched.getBlockParser()) ? meaning(state, line, at) : BlockStart.none();
    }

    /// A footnote may follow a paragraph's last line at once, as elsewhere.
    @SuppressWarnings("NullAway") // as above
    private static BlockStart footnote(BasedSequence line, int at) {
      int close = at + 2;
      while (close < line.length() && close - at < 200 && isLabel(line.charAt(close))) {
        close++;
      }
      boolean ends = close > at + 2 && close + 1 < line.length() && line.charAt(close) == ']' && line.charAt(close + 1) == ':';
      if (!ends) {
        return BlockStart.none();
      }
      IndentedBlock block = new IndentedBlock(line.subSequence(at + 2, close).toString());
      block.setChars(line.subSequence(at, line.length()));
      return BlockStart.of(new IndentedParser(block, 4)).atIndex(close + 2);
    }

    private static boolean isLabel(char c) {
      return c > ' ' && c != '[' && c != ']' && c != '^';
    }

    private static BlockStart meaning(ParserState state, BasedSequence line, int at) {
      int from = at + 1;
      while (from < line.length() && line.charAt(from) == ' ') {
        from++;
      }
      int spaces = from - at - 1;
      int offset = spaces >= 1 && spaces <= 4 ? spaces : 1;
      IndentedBlock block = new IndentedBlock("");
      block.setChars(line.subSequence(at, line.length()));
      int column = state.getColumn() + state.getIndent() + 1 + offset;
      return BlockStart.of(new IndentedParser(block, state.getIndent() + 1 + offset)).atColumn(column);
    }

    /// A term is a paragraph right above, or above a blank line; further meanings follow the first.
    private static boolean followsTerm(BlockParser matched) {
      if (matched.isParagraphParser()) {
        return true;
      }
      Node last = matched.getBlock().getLastChild();
      return last instanceof Paragraph || (last instanceof IndentedBlock above && !above.isFootnote());
    }
  }
}
