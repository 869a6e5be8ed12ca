package dev.assay.frontmatter;

import dev.assay.note.Directive;
import dev.assay.problem.SourceText;

/// The lines of a file, to be shown with problems. For one reader at a time.
@FunctionalInterface
public interface Excerpts {
  /// A line of the file as it stands there; empty when it cannot be shown.
  ///
  /// @param line 1 for the first line of the file
  String line(int line);

  /// The lines of a whole text.
  static Excerpts of(SourceText text) {
    return new LinesOf(text);
  }

  /// The lines of a directive's body.
  static Excerpts of(Directive directive) {
    return line -> {
      int index = line - directive.bodyLine();
      return index >= 0 && index < directive.lines().size() ? directive.lines().get(index) : "";
    };
  }

  /// The lines of a text. Problems of one line share one copy of it.
  final class LinesOf implements Excerpts {
    private final SourceText text;
    private int known;
    private String last = "";

    private LinesOf(SourceText text) {
      this.text = text;
    }

    @Override
    public String line(int line) {
      if (line != known) {
        known = line;
        last = line <= text.lines() ? text.line(line) : "";
      }
      return last;
    }
  }
}
