package dev.assay.markdown;

import com.vladsch.flexmark.parser.block.AbstractBlockParser;
import com.vladsch.flexmark.parser.block.AbstractBlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockContinue;
import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/// Reads a formula between `$$` that begins and ends its lines: `$$ x $$`, or over several lines. Signs that mean something
/// to Markdown mean nothing inside. Two dollar signs with no others to close them before the next blank line are text.
final class FormulaParser extends AbstractBlockParser {
  private final FormulaBlock block = new FormulaBlock();
  private boolean closed;
  private boolean opened;

  private FormulaParser(BasedSequence line, int at) {
    block.setChars(line.subSequence(at, line.length()));
    BasedSequence rest = line.subSequence(at + 2, line.length());
    int close = closing(rest);
    if (close >= 0) {
      end(rest, close);
    } else if (!rest.isBlank()) {
      block.add(rest);
    }
  }

  private void end(BasedSequence line, int close) {
    if (!line.subSequence(0, close).isBlank()) {
      block.add(line.subSequence(0, close));
    }
    block.attributes(line.subSequence(close + 2, line.length()).trim());
    closed = true;
  }

  @Override
  public Block getBlock() {
    return block;
  }

  @Override
  public boolean isRawText() {
    return true;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    if (closed) {
      return BlockContinue.none();
    }
    BasedSequence line = state.getLine().subSequence(state.getIndex(), state.getLine().length());
    int close = closing(line);
    if (close >= 0) {
      end(line, close);
      return BlockContinue.finished();
    }
    return BlockContinue.atIndex(state.getIndex());
  }

  @Override
  public void addLine(ParserState state, BasedSequence line) {
    // The first line is what is left of the opening one.
    if (opened) {
      block.add(line);
    }
    opened = true;
  }

  @Override
  public void closeBlock(ParserState state) {
    block.setCharsFromContent();
  }

  /// Where the signs stand that end a formula on a line; -1 when none do.
  private static int closing(CharSequence line) {
    int end = line.length();
    while (end > 0 && Character.isWhitespace(line.charAt(end - 1))) {
      end--;
    }
    if (end > 0 && line.charAt(end - 1) == '}') {
      int open = end - 1;
      while (open > 0 && end - open < 200 && line.charAt(open) != '{') {
        open--;
      }
      int before = open;
      while (before > 0 && Character.isWhitespace(line.charAt(before - 1))) {
        before--;
      }
      end = before >= 2 && line.charAt(before - 1) == '$' ? before : end;
    }
    boolean closes = end >= 2 && line.charAt(end - 1) == '$' && line.charAt(end - 2) == '$' && (end < 3 || line.charAt(end - 3) != '\\');
    return closes ? end - 2 : -1;
  }

  /// Begins formulas.
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
      boolean signs = at + 1 < line.length() && line.charAt(at) == '$' && line.charAt(at + 1) == '$' && !(at + 2 < line.length() && line.charAt(at + 2) == '$');
      if (state.getIndent() > 3 || !signs || matched.getBlockParser().isRawText() || !closes(line, at + 2)) {
        return BlockStart.none();
      }
      return BlockStart.of(new FormulaParser(line, at)).atIndex(line.length());
    }

    /// Whether the signs are closed: at the end of this line, or of one before the next blank one. The next line that holds
    /// two signs decides, so what is looked at here is looked at once.
    private static boolean closes(BasedSequence line, int from) {
      BasedSequence rest = line.subSequence(from, line.length());
      int next = rest.indexOf("$$");
      if (next >= 0) {
        int close = closing(rest);
        return close == next && !rest.subSequence(0, close).isBlank();
      }
      BasedSequence file = line.getBaseSequence();
      int start = line.getEndOffset();
      while (start < file.length()) {
        int end = file.indexOf('\n', start + (file.charAt(start) == '\n' ? 1 : 0));
        BasedSequence below = file.subSequence(start, end < 0 ? file.length() : end);
        boolean first = start == line.getEndOffset();
        if (below.isBlank() && !(first && below.length() <= 1)) {
          return false;
        }
        int signs = below.indexOf("$$");
        if (signs >= 0) {
          return closing(below) == signs;
        }
        start = end < 0 ? file.length() : end;
      }
      return false;
    }
  }
}
