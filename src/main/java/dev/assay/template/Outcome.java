package dev.assay.template;

import dev.assay.problem.Problem;
import java.util.List;

/// What came of rendering a page: the whole page, or why there is none. Never half a page.
public sealed interface Outcome {
  /// A finished page.
  record Rendered(String html) implements Outcome {}

  /// No page.
  record Failed(List<Problem> problems) implements Outcome {
    public Failed {
      problems = List.copyOf(problems);
    }
  }
}
