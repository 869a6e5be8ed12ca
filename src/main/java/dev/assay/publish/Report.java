package dev.assay.publish;

import dev.assay.problem.Problem;
import java.util.List;

/// What a publication did.
///
/// @param written  files that were written, because they are new or their bytes changed
/// @param reused   files that stayed as they were
/// @param removed  files that Assay had written before and that are no longer wanted
/// @param bytes    the size of the written files together
/// @param problems sorted by place; with an error among them nothing was written, unless the disk failed in the middle,
///                 which the next publication completes
public record Report(int written, int reused, int removed, long bytes, List<Problem> problems) {
  public Report {
    problems = problems.stream().sorted(Problem.ORDER).toList();
  }

  /// True when the output folder holds what was asked for.
  public boolean succeeded() {
    return problems.stream().noneMatch(Problem::isError);
  }

  static Report failed(List<Problem> problems) {
    return new Report(0, 0, 0, 0, problems);
  }
}
