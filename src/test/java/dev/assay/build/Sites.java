package dev.assay.build;

import dev.assay.problem.ProblemText;
import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.nio.file.Path;
import java.time.LocalDate;

/// Builds small sites for tests, on a fixed day.
final class Sites {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private Sites() {}

  static BuildOptions options(Path root) {
    return BuildOptions.of(root).withToday(TODAY);
  }

  static BuildReport build(Path root) {
    return SiteBuild.build(options(root), Progress.NONE);
  }

  /// Writes a site and builds it; it must succeed.
  static Tree built(Path root, String text) {
    SiteText.of(text).into(root);
    BuildReport report = build(root);
    if (!report.succeeded()) {
      throw new AssertionError(problems(report));
    }
    return Tree.of(root.resolve("site"));
  }

  /// Problems as a writer sees them.
  static String problems(BuildReport report) {
    return ProblemText.of(false).report(report.problems());
  }
}
