package dev.assay.template;

import dev.assay.problem.Problem;
import java.util.List;
import java.util.Optional;

/// What came of printing a page: all of it, or why there is none.
public sealed interface Printed {
  /// A finished page.
  ///
  /// @param bytes    in UTF-8; handed over, nobody changes them
  /// @param passages where on it its note's own markup stands, in characters: one for each of [dev.assay.view.BodyText#own]; empty
  ///                 where the page has no such text, or does more with it than print it once
  @SuppressWarnings("ArrayRecordComponent") // nobody compares two, and copying every page once more would buy nothing
  record Page(byte[] bytes, Optional<Passages> passages) implements Printed {}

  /// No page.
  record Failed(List<Problem> problems) implements Printed {
    public Failed {
      problems = List.copyOf(problems);
    }
  }
}
