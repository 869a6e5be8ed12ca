package dev.assay.frontmatter;

import dev.assay.note.Directive;
import dev.assay.problem.Code;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import dev.assay.problem.SourceText;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// Whole lines of a file that are read by themselves, and how their places lie in the file. For one reader at a time.
final class Fragment {
  private final SourceText own;
  private final int firstLine;
  private final IntUnaryOperator indent;
  private final Excerpts excerpts;
  private final Code syntax;
  private int knownLine;
  private int knownOffset;
  private int knownColumn;

  private Fragment(SourceText own, int firstLine, IntUnaryOperator indent, Excerpts excerpts, Code syntax) {
    this.own = own;
    this.firstLine = firstLine;
    this.indent = indent;
    this.excerpts = excerpts;
    this.syntax = syntax;
  }

  /// Some lines of a text.
  ///
  /// @param from   an offset at the beginning of a line
  /// @param syntax the code of a syntax error here
  static Fragment of(SourceText whole, int from, int to, Code syntax) {
    String part = whole.text().substring(from, to);
    return new Fragment(new SourceText(whole.file(), part), whole.lineOf(from), _ -> 0, Excerpts.of(whole), syntax);
  }

  /// The body of a directive, whose lines may stand behind list markers or the like.
  static Fragment of(Directive directive) {
    SourceText own = new SourceText(directive.place().file(), directive.body());
    IntUnaryOperator indent =
        line -> line <= own.lines() ? indent(directive.lines(), line, own.line(line), directive.indent()) : directive.indent();
    return new Fragment(own, directive.bodyLine(), indent, Excerpts.of(directive), Code.DIRECTIVE_SYNTAX);
  }

  private static int indent(List<String> lines, int line, String text, int usual) {
    String full = line <= lines.size() ? lines.get(line - 1) : "";
    boolean shown = !text.isBlank() && full.endsWith(text);
    return shown ? full.codePointCount(0, full.length() - text.length()) : usual;
  }

  String text() {
    return own.text();
  }

  Code syntax() {
    return syntax;
  }

  /// The same lines, cut off at an offset.
  Fragment until(int end) {
    return new Fragment(new SourceText(own.file(), text().substring(0, end)), firstLine, indent, excerpts, syntax);
  }

  /// The place in the file of a stretch of this fragment, cut at the end of its first line.
  Place place(int start, int end) {
    // Behind the last line end there may be no line in the file: what is missing there is missing at the end of the last line.
    boolean behind = start >= text().length() && (text().endsWith("\n") || text().endsWith("\r"));
    int at = Math.clamp(start, 0, behind ? text().length() - 1 : text().length());
    int line = own.lineOf(at);
    // A line end of two characters has nothing between them.
    int from = Math.min(at, lineEnd(line));
    int to = Math.clamp(end, from, Math.max(from, lineEnd(line)));
    int column = columnOf(line, from);
    int length = Math.max(1, text().codePointCount(from, to));
    return new Place(own.file(), line + firstLine - 1, column + 1 + indent.applyAsInt(line), length);
  }

  /// The place of one character.
  Place place(int at) {
    return place(at, at);
  }

  /// How many code points stand before an offset on its line. Values come in the order of the text, so counting goes
  /// on from the last one: a line of a hundred thousand values is not counted anew for each.
  private int columnOf(int line, int offset) {
    if (line != knownLine || offset < knownOffset) {
      moveTo(line);
    }
    knownColumn += text().codePointCount(knownOffset, offset);
    knownOffset = offset;
    return knownColumn;
  }

  private void moveTo(int line) {
    knownLine = line;
    knownOffset = own.lineStart(line);
    knownColumn = 0;
  }

  private int lineEnd(int line) {
    int end = line < own.lines() ? own.lineStart(line + 1) : text().length();
    while (end > own.lineStart(line) && (text().charAt(end - 1) == '\n' || text().charAt(end - 1) == '\r')) {
      end--;
    }
    return end;
  }

  /// The line of the file on which an offset of this fragment lies.
  int line(int offset) {
    return own.lineOf(offset) + firstLine - 1;
  }

  /// The text of the fragment's own line that holds an offset.
  String lineAt(int offset) {
    return own.line(own.lineOf(Math.clamp(offset, 0, text().length())));
  }

  int lineStartAt(int offset) {
    return own.lineStart(own.lineOf(Math.clamp(offset, 0, text().length())));
  }

  /// The offset of a position that a library gives.
  ///
  /// @param line   0 for the fragment's first line
  /// @param column code points before it on the line
  int offset(int line, int column) {
    if (line >= own.lines()) {
      return text().length();
    }
    int number = Math.max(0, line) + 1;
    if (number != knownLine || column < knownColumn) {
      moveTo(number);
    }
    int end = lineEnd(number);
    while (knownColumn < column && knownOffset < end) {
      knownOffset += Character.charCount(text().codePointAt(knownOffset));
      knownColumn++;
    }
    return knownOffset;
  }

  Problem error(Code code, int start, int end, String message, String hint) {
    Place place = place(start, end);
    return new Problem(Severity.ERROR, code, place, message, excerpts.line(place.line()), hint);
  }

  /// A syntax error.
  Problem error(int start, int end, String message, String hint) {
    return error(syntax, start, end, message, hint);
  }

  /// A syntax error at one character.
  Problem error(int at, String message, String hint) {
    return error(at, at, message, hint);
  }

  /// A syntax error at a place that was made by this fragment.
  Problem errorAt(Place place, String message, String hint) {
    return new Problem(Severity.ERROR, syntax, place, message, excerpts.line(place.line()), hint);
  }

  Excerpts excerpts() {
    return excerpts;
  }
}
