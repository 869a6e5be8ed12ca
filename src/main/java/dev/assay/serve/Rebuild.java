package dev.assay.serve;

import dev.assay.problem.Problem;
import java.util.List;

/// Builds the site into its output folder. It is called from one thread only, at the start and after edits.
@FunctionalInterface
public interface Rebuild {
  /// Builds once.
  Outcome run();

  /// Does what could wait until the pages were shown. Called after each build.
  default void settle() {}

  /// What came of it.
  ///
  /// @param problems errors and warnings; with an error among them the output folder is as it was
  record Outcome(List<Problem> problems) {
    public Outcome {
      problems = problems.stream().sorted(Problem.ORDER).toList();
    }
  }
}
