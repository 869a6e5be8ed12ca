package dev.assay.markdown;

import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The pieces of text that a note includes: `{include legend.md}` on a line of its own, or a fence `{include} legend.md`.
///
/// A note that includes anything is read as one text with all pieces behind it, so that each place is known to its file.
final class Includes {
  private static final Pattern LINE = Pattern.compile("\\{include\\s+([^{}\\s]{1,200})\\s*\\}");
  /// Pieces may include pieces, each several times: so many in all.
  private static final int MOST = 200;

  private final MarkdownInput input;
  private final int end;
  private final Map<String, int[]> regions = new TreeMap<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final List<Problem> problems = new ArrayList<>();
  private int count;

  private Includes(MarkdownInput input, int end) {
    this.input = input;
    this.end = end;
  }

  static Includes of(MarkdownInput input) {
    int end = input.source().text().length();
    if (input.pieces().isEmpty() || input.source().text().indexOf("{include") < 0) {
      return new Includes(input, end);
    }
    List<String> names = new ArrayList<>(new TreeMap<>(input.pieces()).keySet());
    SourceText joined = input.source().with(names.stream().map(input.pieces()::get).toList());
    Includes includes =
        new Includes(
            new MarkdownInput(joined, input.bodyStart(), input.title(), input.language(), input.options(), input.names(), input.pieces(), input.shortcodes()), end);
    for (int i = 0; i < names.size(); i++) {
      int start = joined.startOf(i);
      int to = i + 1 < names.size() ? joined.startOf(i + 1) - 1 : joined.text().length();
      includes.regions.put(names.get(i), new int[] {start, to});
    }
    return includes;
  }

  /// The note with all pieces behind it.
  MarkdownInput input() {
    return input;
  }

  /// Where the note's own text ends.
  int end() {
    return end;
  }

  List<Problem> problems() {
    return problems;
  }

  /// What a paragraph includes, when it is nothing but that.
  static Optional<String> named(Prose paragraph) {
    String text = paragraph.text();
    Matcher line = text.startsWith("{include") ? LINE.matcher(text.strip()) : null;
    return line != null && line.matches() ? Optional.of(line.group(1)) : Optional.empty();
  }

  /// Begins to read a piece; nothing when it cannot be included here.
  ///
  /// @param start where its name is written
  /// @param stop  behind that
  Optional<int[]> begin(String name, int start, int stop) {
    int[] region = regions.get(name);
    if (region == null) {
      String hint = regions.isEmpty() && input.pieces().isEmpty() ? "put it into the folder 'include' of the content" : Nearest.hint(name, input.pieces().keySet());
      problem(start, stop, "there is no piece '" + name + "' to include", hint);
      return Optional.empty();
    }
    if (open.contains(name)) {
      List<String> way = new ArrayList<>(open);
      java.util.Collections.reverse(way);
      String loop = String.join(" → ", way.subList(way.indexOf(name), way.size())) + " → " + name;
      problem(start, stop, "this piece includes itself: " + loop, "take one of these includes out");
      return Optional.empty();
    }
    if (++count > MOST) {
      if (count == MOST + 1) {
        problem(start, stop, "this note includes more than " + MOST + " pieces", "include fewer, or write some of them out");
      }
      return Optional.empty();
    }
    open.push(name);
    return Optional.of(region);
  }

  void end(String name) {
    if (!name.equals(open.pop())) {
      throw new IllegalStateException("piece '" + name + "' is not the one being read");
    }
  }

  private void problem(int start, int stop, String message, String hint) {
    problems.add(input.source().error(Code.INCLUDE, start, stop, message, hint));
  }
}
