package dev.assay.export;

import dev.assay.problem.Problem;
import java.util.List;

/// Problems as JSON, for `assay check --format json`:
/// `{"errors","warnings","problems":[{"severity","code","file","line","column","length","message","excerpt","hint"}]}`.
/// Lines and columns count from 1, columns and lengths in Unicode code points.
public final class ProblemsJson {
  private ProblemsJson() {}

  /// All problems in the order of [Problem#ORDER].
  public static byte[] write(List<Problem> problems) {
    long errors = problems.stream().filter(Problem::isError).count();
    return JsonFile.of(
        json ->
            json.number("errors", errors)
                .number("warnings", problems.size() - errors)
                .lines("problems", problems.stream().sorted(Problem.ORDER).toList(), ProblemsJson::problem));
  }

  private static void problem(JsonFile json, Problem problem) {
    json.text("severity", problem.severity().word())
        .text("code", problem.code().word())
        .text("file", problem.place().file())
        .number("line", problem.place().line())
        .number("column", problem.place().column())
        .number("length", problem.place().length())
        .text("message", problem.message())
        .text("excerpt", problem.excerpt())
        .text("hint", problem.hint());
  }
}
