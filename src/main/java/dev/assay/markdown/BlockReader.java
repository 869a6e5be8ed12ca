package dev.assay.markdown;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.BlankLine;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import dev.assay.claim.KindWords;
import dev.assay.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the blocks of a text with flexmark, and makes our own tree of them: tables, link definitions, footnotes and
/// definition lists are found on the way.
final class BlockReader {
  private final String file;
  private final int base;
  private final KindWords words;
  private final int deepest;
  private final GuardedText guard;
  private final Labels labels;
  private final Parser parser;
  private final Includes includes;
  private final Limits limits;

  private BlockReader(
      String file, int base, KindWords words, GuardedText guard, Labels labels, Parser parser, Includes includes, Limits limits) {
    this.labels = labels;
    this.parser = parser;
    this.includes = includes;
    this.limits = limits;
    this.file = file;
    this.base = base;
    this.words = words;
    this.deepest = limits.depth();
    this.guard = guard;
  }

  /// The blocks of a text, and what its labels stand for.
  ///
  /// @param problems with pieces that are included
  record Reading(List<Block> blocks, Labels labels, List<Problem> problems) {}

  /// Blocks are nested too deeply.
  static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int offset;

    TooDeep(int offset) {
      super("too deep at " + offset, null, false, false);
      this.offset = offset;
    }

    int offset() {
      return offset;
    }
  }

  /// A parser for texts whose directives are told apart by a rule; immutable, for any number of threads.
  ///
  /// @param formulas whether `$$` may enclose formulas
  static Parser parser(FenceParser.Factory fences, boolean formulas) {
    MutableDataSet options = new MutableDataSet();
    options.set(Parser.HEADING_PARSER, false);
    options.set(Parser.THEMATIC_BREAK_PARSER, false);
    options.set(Parser.FENCED_CODE_BLOCK_PARSER, false);
    options.set(Parser.REFERENCE_PARAGRAPH_PRE_PROCESSOR, false);
    options.set(Parser.HTML_BLOCK_DEEP_PARSER, false);
    options.set(Parser.PARSE_INNER_HTML_COMMENTS, false);
    options.set(Parser.HTML_BLOCK_TAGS, blockTags());
    Parser.Builder builder = Parser.builder(options);
    if (formulas) {
      builder.customBlockParserFactory(new FormulaParser.Factory());
    }
    return builder
        .customInlineParserFactory(NoInlines::new)
        .paragraphPreProcessorFactory(new TextBlock.Taker())
        .customBlockParserFactory(fences)
        .customBlockParserFactory(new LineParser.Factory())
        .customBlockParserFactory(new IndentedParser.Factory())
        .build();
  }

  /// The elements that begin a block of raw HTML; flexmark's are those of an older CommonMark.
  private static List<String> blockTags() {
    List<String> tags = new ArrayList<>(Parser.HTML_BLOCK_TAGS.get(new MutableDataSet()));
    tags.removeAll(List.of("meta", "source"));
    tags.add("search");
    return tags;
  }

  /// Reads a text.
  ///
  /// @param base     where the text begins in its file
  /// @param includes the file, and the pieces that it may include
  /// @throws TooDeep when blocks are nested deeper than allowed
  /// @throws GuardedText.TooCostly when the text costs more than allowed
  static Reading read(Parser parser, int base, KindWords words, Limits limits, Includes includes) {
    Labels labels = new Labels();
    String file = includes.input().source().text();
    List<Block> blocks = part(parser, file, base, includes.end(), words, limits, includes, labels, 0);
    return new Reading(blocks, labels, includes.problems());
  }

  private static List<Block> part(
      Parser parser, String file, int from, int to, KindWords words, Limits limits, Includes includes, Labels labels, int depth) {
    GuardedText guard = new GuardedText(file.substring(from, to), limits);
    Node document = parse(parser, guard, from);
    return new BlockReader(file, from, words, guard, labels, parser, includes, limits).blocks(document, depth);
  }

  /// Reads a piece where it is included.
  private void include(String name, int start, int end, int depth, List<Block> out) {
    Optional<int[]> region = includes.begin(name, start, end);
    if (region.isPresent()) {
      out.addAll(part(parser, file, region.get()[0], region.get()[1], words, limits, includes, labels, depth + 1));
      includes.end(name);
    }
  }

  private static Node parse(Parser parser, GuardedText guard, int base) {
    try {
      return parser.parse(BasedSequence.of(guard));
    } catch (TooDeep e) {
      throw new TooDeep(base + e.offset());
    }
  }

  private List<Block> blocks(Node parent, int depth) {
    if (depth > deepest) {
      throw new TooDeep(base + parent.getStartOffset());
    }
    List<Block> blocks = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      guard.check(node.getStartOffset());
      block(node, depth, blocks);
    }
    return blocks;
  }

  private void block(Node node, int depth, List<Block> out) {
    int offset = base + node.getStartOffset();
    switch (node) {
      case TextBlock text -> paragraph(text, offset, depth, out);
      case Paragraph _ -> {}
      case LineBlock line -> line(line, offset, out);
      case BlockQuote _ -> out.add(new Block.Quote(offset, blocks(node, depth + 1)));
      case ListBlock list -> list(list, offset, depth, out);
      case FenceBlock fence -> fence(fence, offset, depth, out);
      case FormulaBlock formula -> out.add(formula(formula, offset));
      case IndentedBlock indented -> indented(indented, offset, depth, out);
      case IndentedCodeBlock code -> out.add(new Block.Code(offset, "", offset, true, indentedLines(code.getContentLines())));
      case HtmlBlockBase html -> out.add(new Block.Html(offset, raw(html.getContentLines())));
      case BlankLine _ -> {}
      default -> throw new IllegalStateException("flexmark gave a " + node.getClass().getSimpleName());
    }
  }

  private void line(LineBlock line, int offset, List<Block> out) {
    if (line.level() == 0) {
      out.add(new Block.Rule(offset));
      return;
    }
    Prose prose = prose(line.lines()).strip();
    if (!line.lines().isEmpty() && prose.text().startsWith("[")) {
      int from = LinkDefinitions.read(prose, words, labels);
      if (from >= prose.text().length()) {
        // Only definitions stood above the underline, so there is nothing to underline.
        out.add(new Block.Paragraph(offset, Prose.of(file, offset, base + line.getEndOffset()).strip()));
        return;
      }
      prose = prose.slice(from, prose.text().length());
    }
    out.add(new Block.Heading(offset, line.level(), prose));
  }

  private void paragraph(TextBlock paragraph, int offset, int depth, List<Block> out) {
    Prose prose = prose(paragraph.lines());
    Optional<String> included = Includes.named(prose);
    if (included.isPresent()) {
      int at = prose.offset(prose.text().indexOf(included.get(), "{include".length()));
      include(included.get(), at, at + included.get().length(), depth, out);
      return;
    }
    int from = prose.text().startsWith("[") ? LinkDefinitions.read(prose, words, labels) : 0;
    if (from > 0) {
      prose = prose.slice(Math.min(from, prose.text().length()), prose.text().length());
    }
    if (!prose.isBlank()) {
      Tables.split(prose, from > 0 ? prose.offset(0) : offset, out);
    }
  }

  private void list(ListBlock list, int offset, int depth, List<Block> out) {
    List<Block.Item> items = new ArrayList<>();
    for (Node node = list.getFirstChild(); node != null; node = node.getNext()) {
      if (!(node instanceof BlankLine)) {
        items.add(item(node, depth));
      }
    }
    boolean ordered = list instanceof OrderedList;
    int first = list instanceof OrderedList numbers ? numbers.getStartNumber() : 1;
    out.add(new Block.Listing(offset, ordered, first, list.isTight(), items));
  }

  private Block.Item item(Node node, int depth) {
    List<Block> blocks = blocks(node, depth + 1);
    Optional<Boolean> done = Optional.empty();
    if (!blocks.isEmpty() && blocks.getFirst() instanceof Block.Paragraph first) {
      String text = first.prose().text();
      boolean box = text.startsWith("[ ]") || text.startsWith("[x]") || text.startsWith("[X]");
      if (box && text.length() > 3 && Character.isWhitespace(text.charAt(3))) {
        done = Optional.of(text.charAt(1) != ' ');
        Prose rest = first.prose().slice(3, text.length()).strip();
        blocks.set(0, new Block.Paragraph(first.offset(), rest));
      }
    }
    return new Block.Item(base + node.getStartOffset(), done, blocks);
  }

  private void fence(FenceBlock fence, int offset, int depth, List<Block> out) {
    FenceBlock.Opening opening = fence.opening();
    int infoAt = base + opening.info().getStartOffset();
    if (opening.container()) {
      BasedSequence info = opening.info();
      int behind = opening.name().length() + 2;
      Prose argument = Prose.of(file, infoAt + behind, infoAt + info.length()).strip();
      out.add(new Block.Container(offset, opening.name(), infoAt + 1, argument, fence.closed(), blocks(fence, depth + 1)));
      return;
    }
    if (opening.name().equals("include") && opening.mark() == '`') {
      String name = opening.info().subSequence(opening.name().length() + 2, opening.info().length()).toString().strip();
      include(name, infoAt + 1, infoAt + opening.info().length(), depth, out);
      return;
    }
    out.add(new Block.Code(offset, opening.info().toString(), infoAt, fence.closed(), codeLines(fence.codeLines())));
  }

  private Block formula(FormulaBlock formula, int offset) {
    int at = base + formula.attributes().getStartOffset();
    Prose attributes = formula.attributes().isEmpty() ? Prose.at("", offset) : Prose.of(file, at, at + formula.attributes().length());
    return new Block.Formula(offset, formula.formula().isEmpty() ? Prose.at("", offset) : raw(formula.formula()).strip(), attributes);
  }

  private void indented(IndentedBlock indented, int offset, int depth, List<Block> out) {
    List<Block> blocks = blocks(indented, depth + 1);
    if (indented.isFootnote()) {
      labels.define(new Labels.Footnote(indented.label(), offset, blocks));
      return;
    }
    boolean tight = blocks.size() <= 1;
    Block.Description description = new Block.Description(tight, blocks);
    Definitions.add(description, out);
  }

  private List<Block.CodeLine> codeLines(List<BasedSequence> lines) {
    List<Block.CodeLine> code = new ArrayList<>(lines.size());
    for (BasedSequence line : lines) {
      code.add(new Block.CodeLine(withoutEnd(line.toString()), base + line.getStartOffset()));
    }
    return code;
  }

  private List<Block.CodeLine> indentedLines(List<BasedSequence> lines) {
    List<Block.CodeLine> code = codeLines(lines);
    while (!code.isEmpty() && code.getLast().text().isBlank()) {
      code.removeLast();
    }
    return code;
  }

  private Prose raw(List<BasedSequence> lines) {
    Prose.Builder builder = new Prose.Builder();
    for (BasedSequence line : lines) {
      builder.append(withoutEnd(line.toString()), base + line.getStartOffset()).newline();
    }
    return builder.build();
  }

  /// The lines of a paragraph, read from the file itself: flexmark's sequences are slow.
  private Prose prose(List<BasedSequence> lines) {
    Prose.Builder builder = new Prose.Builder();
    for (int i = 0; i < lines.size(); i++) {
      int start = base + lines.get(i).getStartOffset();
      int end = base + lines.get(i).getEndOffset();
      while (start < end && (file.charAt(start) == ' ' || file.charAt(start) == '\t')) {
        start++;
      }
      while (end > start && isEnd(file.charAt(end - 1))) {
        end--;
      }
      boolean last = i == lines.size() - 1;
      int to = end;
      while (to > start && (file.charAt(to - 1) == ' ' || file.charAt(to - 1) == '\t')) {
        to--;
      }
      boolean hardBreak = !last && end - to >= 2;
      builder.append(file.substring(start, hardBreak ? to + 2 : to), start);
      if (!last) {
        builder.newline();
      }
    }
    return builder.build();
  }

  private static String withoutEnd(String line) {
    int end = line.length();
    while (end > 0 && isEnd(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(0, end);
  }

  private static boolean isEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
