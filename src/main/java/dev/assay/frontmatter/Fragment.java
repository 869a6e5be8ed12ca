package dev.assay.frontmatter;

import dev.assay.note.Directive;
import dev.assay.problem.Code;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import dev.assay.problem.SourceText;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// Whole lines of a file that are read by themselves, and how their places lie in the file.
final class Fragment {
  private final SourceText own;
  private final int firstLine;
  private final IntUnaryOperator indent;
  private final Excerpts excerpts;
  private final Code syntax;

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

  /// The place in the file of a stretch of this fragment.
  Place place(int start, int end) {
    Place here = own.place(start, end);
    return new Place(
        here.file(), here.line() + firstLine - 1, here.column() + indent.applyAsInt(here.line()), here.length());
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
    int start = own.lineStart(Math.max(0, line) + 1);
    int end = start + own.line(Math.max(0, line) + 1).length();
    int points = text().codePointCount(start, end);
    return text().offsetByCodePoints(start, Math.clamp(column, 0, points));
  }

  Problem error(Code code, int start, int end, String message, String hint) {
    Place place = place(start, end);
    return new Problem(Severity.ERROR, code, place, message, excerpts.line(place.line()), hint);
  }

  /// A syntax error.
  Problem error(int start, int end, String message, String hint) {
    return error(syntax, start, end, message, hint);
  }

  /// A syntax error at a place that was made by this fragment.
  Problem errorAt(Place place, String message, String hint) {
    return new Problem(Severity.ERROR, syntax, place, message, excerpts.line(place.line()), hint);
  }

  Excerpts excerpts() {
    return excerpts;
  }
}
