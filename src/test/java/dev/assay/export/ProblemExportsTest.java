package dev.assay.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.problem.Code;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProblemExportsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Problem LINK =
      new Problem(
          Severity.ERROR, Code.BROKEN_LINK, new Place("content/post/한 글.md", 41, 3, 5), "'z.md' leads nowhere",
          "🚀 [x](z)", "did you mean 'y.md'?");
  private static final Problem TITLE =
      Problem.ofFile(Severity.WARNING, Code.MISSING_DATE, "content/a.md", "the note has no title", "");

  @Test
  void problems_as_json_read_like_this() {
    assertEquals(
        """
        {"errors":1,"warnings":1,"problems":[
        {"severity":"warning","code":"missing-date","file":"content/a.md","line":1,"column":1,"length":1,\
        "message":"the note has no title","excerpt":"","hint":""},
        {"severity":"error","code":"broken-link","file":"content/post/한 글.md","line":41,"column":3,"length":5,\
        "message":"'z.md' leads nowhere","excerpt":"🚀 [x](z)","hint":"did you mean 'y.md'?"}
        ]}
        """,
        Rows.text(ProblemsJson.write(List.of(LINK, TITLE))));
    assertEquals("{\"errors\":0,\"warnings\":0,\"problems\":[]}\n", Rows.text(ProblemsJson.write(List.of())));
  }

  @Test
  void sarif_has_every_rule_once_and_each_result_names_one() {
    JsonNode log = JSON.readTree(ProblemsSarif.write(List.of(LINK, TITLE)));
    assertEquals("2.1.0", log.get("version").stringValue());
    JsonNode run = log.get("runs").get(0);
    JsonNode driver = run.get("tool").get("driver");
    assertEquals("Assay", driver.get("name").stringValue());
    Set<String> rules = new HashSet<>();
    for (JsonNode rule : driver.get("rules")) {
      assertTrue(rules.add(rule.get("id").stringValue()));
      assertFalse(rule.get("shortDescription").get("text").stringValue().isEmpty());
    }
    assertEquals(Code.values().length, rules.size());
    for (JsonNode result : run.get("results")) {
      assertTrue(rules.contains(result.get("ruleId").stringValue()));
      assertTrue(Set.of("error", "warning").contains(result.get("level").stringValue()));
    }
  }

  @Test
  void a_sarif_result_reads_like_this() {
    JsonNode results = JSON.readTree(ProblemsSarif.write(List.of(LINK, TITLE))).get("runs").get(0).get("results");
    assertEquals(
        """
        {"ruleId":"broken-link","level":"error","message":{"text":"'z.md' leads nowhere\\nhint: did you mean 'y.md'?"},\
        "locations":[{"physicalLocation":{"artifactLocation":{"uri":"content/post/%ED%95%9C%20%EA%B8%80.md"},\
        "region":{"startLine":41,"startColumn":3,"endColumn":8,"snippet":{"text":"[x](z"}}}}]}""",
        results.get(1).toString());
    assertEquals(
        """
        {"ruleId":"missing-date","level":"warning","message":{"text":"the note has no title"},\
        "locations":[{"physicalLocation":{"artifactLocation":{"uri":"content/a.md"},\
        "region":{"startLine":1,"startColumn":1,"endColumn":2}}}]}""",
        results.get(0).toString());
  }

  @Test
  void a_place_beyond_its_excerpt_is_no_fault() {
    Problem beyond = new Problem(Severity.ERROR, Code.TEMPLATE, new Place("a", 1, 9, 9), "m", "abc", "");
    assertTrue(Rows.text(ProblemsSarif.write(List.of(beyond))).contains("\"snippet\":{\"text\":\"\"}"));
  }
}
