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
import java.util.List;
import java.util.Optional;

/// Reads headings and thematic breaks. flexmark's own parsers put the whole paragraph together again for each of its
/// lines, and match them with patterns that overflow the stack on long lines.
final class LineParser extends AbstractBlockParser {
  private final LineBlock block;

  private LineParser(LineBlock block) {
    this.block = block;
  }

  @Override
  public Block getBlock() {
    return block;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    return BlockContinue.none();
  }

  @Override
  public void closeBlock(ParserState state) {}

  /// Begins headings and thematic breaks.
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
      if (state.getIndent() > 3 || at >= line.length() || matched.getBlockParser().isRawText()) {
        return BlockStart.none();
      }
      char c = line.charAt(at);
      if (c == '#') {
        return heading(line, at).map(block -> start(block, line, at)).orElse(BlockStart.none());
      }
      List<BasedSequence> above = matched.getParagraphLines();
      if ((c == '=' || c == '-') && above != null && !above.isEmpty() && isUnderline(line, at, c)) {
        LineBlock block = new LineBlock(c == '=' ? 1 : 2, above);
        return start(block, line, at).replaceActiveBlockParser();
      }
      return isBreak(line, at, c) ? start(new LineBlock(0, List.of()), line, at) : BlockStart.none();
    }

    private static BlockStart start(LineBlock block, BasedSequence line, int at) {
      block.setChars(line.subSequence(at, line.length()));
      return BlockStart.of(new LineParser(block)).atIndex(line.length());
    }

    private static Optional<LineBlock> heading(BasedSequence line, int at) {
      int end = at;
      while (end < line.length() && line.charAt(end) == '#') {
        end++;
      }
      int level = end - at;
      if (level > 6 || (end < line.length() && !isSpace(line.charAt(end)))) {
        return Optional.empty();
      }
      int to = spaceStart(line, end, line.length());
      int marks = to;
      while (marks > end && line.charAt(marks - 1) == '#') {
        marks--;
      }
      if (marks < to && (marks == end || isSpace(line.charAt(marks - 1)))) {
        to = spaceStart(line, end, marks);
      }
      int from = end;
      while (from < to && isSpace(line.charAt(from))) {
        from++;
      }
      return Optional.of(new LineBlock(level, List.of(line.subSequence(from, to))));
    }

    private static int spaceStart(BasedSequence line, int from, int end) {
      int at = end;
      while (at > from && isSpace(line.charAt(at - 1))) {
        at--;
      }
      return at;
    }

    private static boolean isUnderline(BasedSequence line, int at, char mark) {
      int end = at;
      while (end < line.length() && line.charAt(end) == mark) {
        end++;
      }
      while (end < line.length() && isSpace(line.charAt(end))) {
        end++;
      }
      return end == line.length();
    }

    private static boolean isBreak(BasedSequence line, int at, char mark) {
      if (mark != '*' && mark != '-' && mark != '_') {
        return false;
      }
      int count = 0;
      for (int i = at; i < line.length(); i++) {
        char c = line.charAt(i);
        if (c == mark) {
          count++;
        } else if (!isSpace(c)) {
          return false;
        }
      }
      return count >= 3;
    }

    private static boolean isSpace(char c) {
      return c == ' ' || c == '\t';
    }
  }
}
