package dev.assay.frontmatter;

import dev.assay.note.Directive;
import dev.assay.problem.SourceText;

/// The lines of a file, to be shown with problems.
@FunctionalInterface
public interface Excerpts {
  /// A line of the file as it stands there; empty when it cannot be shown.
  ///
  /// @param line 1 for the first line of the file
  String line(int line);

  /// The lines of a whole text.
  static Excerpts of(SourceText text) {
    return line -> line <= text.lines() ? text.line(line) : "";
  }

  /// The lines of a directive's body.
  static Excerpts of(Directive directive) {
    return line -> {
      int index = line - directive.bodyLine();
      return index >= 0 && index < directive.lines().size() ? directive.lines().get(index) : "";
    };
  }
}
