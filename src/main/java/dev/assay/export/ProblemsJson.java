package dev.assay.export;

import dev.assay.note.Kind;
import dev.assay.note.NearMiss;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import java.util.List;
import java.util.Locale;

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

  /// The same with how each claim was read, for `--explain`: `"notes":[{"file","claims":[{"line","column","kind","form",
  /// "written","id","text","sources":[{"text","rank"}],"because":[{"name","kind","place"}],"supports","above",
  /// "aboveAll","due","probability","entities","status"}],"misses":[{"line","column","written","why","hint"}]}]`.
  public static byte[] write(List<Problem> problems, List<NoteReading> readings) {
    long errors = problems.stream().filter(Problem::isError).count();
    return JsonFile.of(
        json ->
            json.number("errors", errors)
                .number("warnings", problems.size() - errors)
                .lines("problems", problems.stream().sorted(Problem.ORDER).toList(), ProblemsJson::problem)
                .lines("notes", readings, ProblemsJson::note));
  }

  private static void note(JsonFile json, NoteReading note) {
    json.text("file", note.file()).lines("claims", note.claims(), ProblemsJson::claim).lines("misses", note.misses(), ProblemsJson::miss);
  }

  private static void claim(JsonFile json, ClaimReading claim) {
    json.number("line", claim.place().line())
        .number("column", claim.place().column())
        .text("kind", claim.kind().word())
        .text("form", claim.form().name().toLowerCase(Locale.ROOT))
        .text("written", claim.written())
        .text("id", claim.id())
        .text("text", claim.text())
        .objects("sources", claim.sources(), (each, source) -> each.text("text", source.text()).text("rank", source.rank()))
        .objects("because", claim.because(), ProblemsJson::reason)
        .objects("supports", claim.supports(), ProblemsJson::reason)
        .texts("above", claim.above())
        .number("aboveAll", claim.aboveAll())
        .text("due", claim.due())
        .text("probability", claim.probability())
        .texts("entities", claim.entities())
        .text("status", claim.status());
  }

  private static void reason(JsonFile json, ClaimReading.Reason reason) {
    json.text("name", reason.name())
        .truth("known", reason.known())
        .text("kind", reason.kind().map(Kind::word))
        .text("place", reason.place().map(Place::toString));
  }

  private static void miss(JsonFile json, NearMiss miss) {
    json.number("line", miss.place().line())
        .number("column", miss.place().column())
        .text("written", miss.written())
        .text("why", miss.why())
        .text("hint", miss.hint());
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
