package dev.assay.export;

import dev.assay.problem.Code;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// Problems as SARIF 2.1.0 (OASIS), which editors and code hosts show beside the lines they speak of. Every kind of
/// problem is a rule of the tool, whether it occurred or not.
public final class ProblemsSarif {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private ProblemsSarif() {}

  /// All problems in the order of [Problem#ORDER].
  public static byte[] write(List<Problem> problems) {
    List<Problem> sorted = problems.stream().sorted(Problem.ORDER).toList();
    return JsonFile.of(
        json ->
            json.text("$schema", SCHEMA)
                .text("version", "2.1.0")
                .objects("runs", List.of(sorted), ProblemsSarif::run));
  }

  private static void run(JsonFile json, List<Problem> problems) {
    json.object(
            "tool",
            tool ->
                tool.object(
                    "driver",
                    driver ->
                        driver
                            .text("name", "Assay")
                            .lines("rules", List.of(Code.values()), ProblemsSarif::rule)))
        .text("columnKind", "unicodeCodePoints")
        .lines("results", problems, ProblemsSarif::result);
  }

  private static void rule(JsonFile json, Code code) {
    json.text("id", code.word()).object("shortDescription", about -> about.text("text", code.about()));
  }

  private static void result(JsonFile json, Problem problem) {
    String hint = problem.hint().isEmpty() ? "" : "\nhint: " + problem.hint();
    json.text("ruleId", problem.code().word())
        .text("level", problem.severity().word())
        .object("message", message -> message.text("text", problem.message() + hint))
        .objects("locations", List.of(problem), ProblemsSarif::location);
  }

  private static void location(JsonFile json, Problem problem) {
    Place place = problem.place();
    json.object(
        "physicalLocation",
        physical ->
            physical
                .object("artifactLocation", artifact -> artifact.text("uri", uri(place.file())))
                .object("region", region -> region(region, place, problem.excerpt())));
  }

  private static void region(JsonFile json, Place place, String excerpt) {
    json.number("startLine", place.line())
        .number("startColumn", place.column())
        .number("endColumn", (long) place.column() + place.length());
    if (!excerpt.isEmpty()) {
      int from = excerpt.offsetByCodePoints(0, Math.min(place.column() - 1, excerpt.codePointCount(0, excerpt.length())));
      int length = Math.min(place.length(), excerpt.codePointCount(from, excerpt.length()));
      json.object(
          "snippet", snippet -> snippet.text("text", excerpt.substring(from, excerpt.offsetByCodePoints(from, length))));
    }
  }

  /// A path as a relative reference: every byte that is not allowed in one percent-encoded.
  private static String uri(String file) {
    StringBuilder uri = new StringBuilder(file.length());
    for (byte b : file.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (letter || "-._~/!$&'()*+,;=@".indexOf(c) >= 0) {
        uri.append(c);
      } else {
        uri.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return uri.toString();
  }
}
