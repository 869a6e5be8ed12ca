package dev.assay.deploy;

import dev.assay.problem.Problem;
import java.util.List;

/// What publishing did, or would do.
///
/// @param target    where
/// @param added     files that are new there
/// @param changed   files that are replaced there
/// @param removed   files that are deleted there
/// @param unchanged how many stay as they are
/// @param result    where to look, in a few words; may be empty
/// @param problems  with an error among them the work was not begun, or broken off; the next run goes on with it
public record DeployReport(
    String target, List<String> added, List<String> changed, List<String> removed, int unchanged, String result, List<Problem> problems) {
  public DeployReport {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    removed = List.copyOf(removed);
    problems = List.copyOf(problems);
  }

  /// True when the target holds the site.
  public boolean succeeded() {
    return problems.stream().noneMatch(Problem::isError);
  }

  static DeployReport failed(String target, List<Problem> problems) {
    return new DeployReport(target, List.of(), List.of(), List.of(), 0, "", problems);
  }
}
