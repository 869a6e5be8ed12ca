package dev.assay.markdown;

import com.vladsch.flexmark.parser.Parser;
import dev.assay.claim.KindWords;
import dev.assay.note.Body;
import dev.assay.note.Digest;
import dev.assay.note.Piece;
import dev.assay.note.PlainText;
import dev.assay.problem.Code;
import dev.assay.problem.SourceText;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Reads Markdown. The door of this room.
///
/// ```
/// MarkdownResult result = Markdown.parse(input);
/// ```
///
/// Safe to call from any number of threads. A text is read on a thread with a large stack: on the calling one when it
/// belongs to [ParserThreads], else on a new one; who reads many texts keeps [ParserThreads]. A text that is too
/// long, too deep or too costly is refused within about a second: the result says so, and its body shows the text as
/// it was written.
public final class Markdown {
  /// The names of boxes, `:::{note}`.
  public static final Set<String> BOXES = Arrays.stream(Callout.values()).map(Callout::word).collect(Collectors.toUnmodifiableSet());

  private static final ConcurrentHashMap<Set<String>, Parser> PARSERS = new ConcurrentHashMap<>();

  private Markdown() {}

  /// Reads one text.
  public static MarkdownResult parse(MarkdownInput input) {
    return ParserThreads.onLargeStack(() -> read(input));
  }

  /// The id that a heading gets which says none itself and is the first of its words on the page.
  ///
  /// @param words the heading without markup
  public static String headingId(String words) {
    return Anchors.slug(PlainText.line(words));
  }

  /// True when a dollar sign would begin a formula, so that text that is none has to escape it.
  public static boolean opensFormula(String text, int at) {
    return Dollars.at(text, at).isPresent();
  }

  static MarkdownResult read(MarkdownInput input) {
    MarkdownOptions options = input.options();
    Limits limits = options.limits();
    String text = input.source().text();
    int start = input.bodyStart();
    if (text.length() - start > limits.characters()) {
      return refused(input, Code.MARKDOWN_TOO_COSTLY, start,
          "this text has " + (text.length() - start) + " characters, more than the " + limits.characters() + " that are read",
          "part it into several notes");
    }
    int deep = DepthGuard.tooDeep(text, start, limits.depth());
    if (deep >= 0) {
      return tooDeep(input, deep);
    }
    KindWords words = options.kindWords();
    try {
      Includes includes = Includes.of(input);
      BlockReader.Reading reading = BlockReader.read(parser(options, words, input.shortcodes().names()), start, words, limits, includes);
      return NoteWriter.write(includes.input(), reading, words);
    } catch (BlockReader.TooDeep e) {
      return tooDeep(input, e.offset());
    } catch (GuardedText.TooCostly e) {
      return refused(input, Code.MARKDOWN_TOO_COSTLY, start + e.index(),
          "this text would take too long to read; it was given up here",
          "part it into several notes, or simplify what stands here");
    }
  }

  /// flexmark's parser depends on the options only by the names of containers, and whether there are formulas.
  private static Parser parser(MarkdownOptions options, KindWords words, Set<String> shortcodes) {
    Set<String> names = new java.util.TreeSet<>(options.directives());
    words.words().forEach(word -> names.add(":" + word));
    shortcodes.forEach(name -> names.add("{" + name));
    boolean formulas = options.writing().math();
    names.add(formulas ? "$" : "");
    Predicate<String> isContainer = fence -> isContainer(fence, options.directives(), words, shortcodes);
    return PARSERS.computeIfAbsent(names, _ -> BlockReader.parser(new FenceParser.Factory(isContainer), formulas));
  }

  private static boolean isContainer(String fence, Set<String> directives, KindWords words, Set<String> shortcodes) {
    String name = fence.substring(1);
    boolean markdown = shortcodes.contains(name) || words.kind(name).isPresent() || Callout.of(name).isPresent();
    return markdown || (fence.startsWith(":") && !directives.contains(name));
  }

  private static MarkdownResult tooDeep(MarkdownInput input, int offset) {
    return refused(input, Code.MARKDOWN_TOO_DEEP, offset,
        "quotes and lists are nested deeper than " + input.options().limits().depth() + " here",
        "escape marks that are meant as text with a backslash");
  }

  private static MarkdownResult refused(MarkdownInput input, Code code, int offset, String message, String hint) {
    SourceText source = input.source();
    int end = Math.min(source.text().length(), input.bodyStart() + input.options().limits().characters());
    String shown = source.text().substring(input.bodyStart(), end);
    List<Piece> pieces = List.of(new Piece.Html("<pre>" + Markup.escape(shown) + "</pre>\n"));
    Body body = new Body.Held(Digest.of(shown), pieces);
    return new MarkdownResult(
        body, List.of(), "", Set.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
        List.of(), List.of(), List.of(), 0, 1, true,
        List.of(source.error(code, offset, offset + 1, message, hint)));
  }
}
