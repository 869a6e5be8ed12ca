package dev.assay.markdown;

import com.vladsch.flexmark.parser.block.AbstractBlockParser;
import com.vladsch.flexmark.parser.block.AbstractBlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockContinue;
import com.vladsch.flexmark.parser.block.BlockParser;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.List;
import java.util.function.Predicate;

/// Reads fences: code between backticks or tildes, directives between backticks or colons.
///
/// A fence that opens inside another of the same mark closes first, whatever its length; so nesting works with and
/// without longer fences outside.
final class FenceParser extends AbstractBlockParser {
  private final FenceBlock block;
  private final FenceBlock.Opening opening;
  private boolean closed;
  private boolean opened;

  private FenceParser(FenceBlock.Opening opening) {
    this.opening = opening;
    this.block = new FenceBlock(opening);
  }

  @Override
  public Block getBlock() {
    return block;
  }

  @Override
  public boolean isContainer() {
    return opening.container();
  }

  @Override
  public boolean canContain(ParserState state, BlockParser blockParser, Block child) {
    return opening.container();
  }

  @Override
  public boolean isRawText() {
    return !opening.container();
  }

  @Override
  public boolean isPropagatingLastBlankLine(BlockParser lastMatchedBlockParser) {
    return false;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    if (closed) {
      return BlockContinue.none();
    }
    boolean closes = closes(state);
    if (opening.container()) {
      if (closes && !innerFenceIsOpen(state)) {
        // What is open inside has to see a blank line first, so that it ends with this line and not with the next.
        closed = true;
        block.close();
        return BlockContinue.atIndex(state.getLine().length());
      }
      return BlockContinue.atIndex(state.getIndex());
    }
    if (closes) {
      block.close();
      return BlockContinue.finished();
    }
    int index = state.getIndex();
    int spaces = opening.indent();
    while (spaces > 0 && index < state.getLine().length() && state.getLine().charAt(index) == ' ') {
      index++;
      spaces--;
    }
    return BlockContinue.atIndex(index);
  }

  private boolean closes(ParserState state) {
    BasedSequence line = state.getLine();
    int at = state.getNextNonSpaceIndex();
    if (state.getIndent() > 3 || at >= line.length() || line.charAt(at) != opening.mark()) {
      return false;
    }
    int end = at;
    while (end < line.length() && line.charAt(end) == opening.mark()) {
      end++;
    }
    int length = end - at;
    while (end < line.length() && (line.charAt(end) == ' ' || line.charAt(end) == '\t')) {
      end++;
    }
    return length >= opening.length() && end == line.length();
  }

  private boolean innerFenceIsOpen(ParserState state) {
    List<BlockParser> open = state.getActiveBlockParsers();
    for (int i = open.size() - 1; i >= 0 && open.get(i) != this; i--) {
      if (open.get(i) instanceof FenceParser inner && !inner.closed && inner.closes(state)) {
        return true;
      }
      if (open.get(i) instanceof FenceParser inner && !inner.closed && !inner.opening.container()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void addLine(ParserState state, BasedSequence line) {
    // The first line is what is left of the opening one: its line end.
    if (opened) {
      block.add(line);
    }
    opened = true;
  }

  @Override
  public void closeBlock(ParserState state) {
    block.setCharsFromContent();
  }

  /// Begins fences.
  static final class Factory extends BlockFactories {
    private final Predicate<String> isContainer;

    /// @param isContainer whether Markdown stands inside a directive of a name; said of colon and backtick fences
    Factory(Predicate<String> isContainer) {
      this.isContainer = isContainer;
    }

    @Override
    public com.vladsch.flexmark.parser.block.BlockParserFactory apply(DataHolder options) {
      return new Start(options, isContainer);
    }
  }

  private static final class Start extends AbstractBlockParserFactory {
    private static final int MOST_OPEN = 400;

    private final Predicate<String> isContainer;

    Start(DataHolder options, Predicate<String> isContainer) {
      super(options);
      this.isContainer = isContainer;
    }

    @Override
    @SuppressWarnings("NullAway") // flexmark's way to say that no block starts here
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      BasedSequence line = state.getLine();
      int at = state.getNextNonSpaceIndex();
      if (state.getActiveBlockParsers().size() > MOST_OPEN) {
        // flexmark looks at every open block for every line, so it must not come to thousands of them.
        throw new BlockReader.TooDeep(line.getStartOffset() + at);
      }
      if (state.getIndent() > 3 || at >= line.length() || matched.getBlockParser().isRawText()) {
        return BlockStart.none();
      }
      char mark = line.charAt(at);
      int end = at;
      while (end < line.length() && line.charAt(end) == mark) {
        end++;
      }
      if ((mark != '`' && mark != '~' && mark != ':') || end - at < 3) {
        return BlockStart.none();
      }
      BasedSequence info = line.subSequence(end, line.length()).trim();
      String name = directiveName(info);
      boolean colon = mark == ':';
      if ((colon && name.isEmpty()) || (mark == '`' && info.indexOf('`') >= 0)) {
        return BlockStart.none();
      }
      boolean container = !name.isEmpty() && isContainer.test((colon ? ":" : "`") + name);
      FenceBlock.Opening opening =
          new FenceBlock.Opening(mark, end - at, state.getIndent(), container, name, info);
      FenceParser parser = new FenceParser(opening);
      parser.block.setChars(line.subSequence(at, line.length()));
      return BlockStart.of(parser).atIndex(line.length());
    }

    private static String directiveName(BasedSequence info) {
      int close = info.length() > 2 && info.charAt(0) == '{' ? info.indexOf('}') : -1;
      return close > 1 && close < 80 ? info.subSequence(1, close).toString() : "";
    }
  }
}
