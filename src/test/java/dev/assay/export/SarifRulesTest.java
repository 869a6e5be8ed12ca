package dev.assay.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Schema;
import dev.assay.problem.Code;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import dev.assay.testing.JsonSchemas;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Holds logs against the schema of SARIF 2.1.0 and against the rules of the standard for the objects that Assay writes: which properties an object may and
/// must have (the schema allows no others), what they may hold, and what the text of the standard adds.
class SarifRulesTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Schema SCHEMA = JsonSchemas.sarif();

  /// What an object may have: `name` for text, `name#` for a number from 1 on, `name[]type` and `name:type` for objects;
  /// with `!` at the end what it must have. After sections 3.13 to 3.49 of the standard.
  private static final Map<String, List<String>> OBJECTS =
      Map.of(
          "sarifLog", List.of("$schema", "version!", "runs[]run!"),
          "run", List.of("tool:tool!", "results[]result", "columnKind"),
          "tool", List.of("driver:toolComponent!"),
          "toolComponent", List.of("name!", "version", "informationUri", "rules[]reportingDescriptor"),
          "reportingDescriptor", List.of("id!", "name", "shortDescription:message", "helpUri"),
          "result", List.of("ruleId", "level", "message:message!", "locations[]location"),
          "location", List.of("physicalLocation:physicalLocation"),
          "physicalLocation", List.of("artifactLocation:artifactLocation!", "region:region"),
          "artifactLocation", List.of("uri!"),
          "region", List.of("startLine#!", "startColumn#", "endColumn#", "snippet:message"));

  private static void check(String type, JsonNode object, String path) {
    List<String> allowed = type.equals("message") ? List.of("text!") : OBJECTS.get(type);
    Set<String> left = new HashSet<>(object.propertyNames());
    for (String rule : allowed) {
      String plain = rule.replace("!", "");
      String name = plain.replaceFirst("(\\[\\]|:|#).*", "");
      left.remove(name);
      JsonNode value = object.get(name);
      if (value == null) {
        assertFalse(rule.endsWith("!"), path + " lacks " + name);
      } else if (plain.contains("[]")) {
        assertTrue(value.isArray(), path + "." + name);
        value.forEach(each -> check(plain.substring(plain.indexOf("[]") + 2), each, path + "." + name));
      } else if (plain.contains(":")) {
        assertTrue(value.isObject(), path + "." + name);
        check(plain.substring(plain.indexOf(':') + 1), value, path + "." + name);
      } else if (plain.endsWith("#")) {
        assertTrue(value.isInt() && value.intValue() >= 1, path + "." + name + " " + value);
      } else {
        assertTrue(value.isString(), path + "." + name + " " + value);
      }
    }
    assertEquals(Set.of(), left, path);
  }

  private static JsonNode checked(List<Problem> problems) {
    JsonNode log = JSON.readTree(ProblemsSarif.write(problems));
    assertEquals(List.of(), JsonSchemas.faults(SCHEMA, log));
    check("sarifLog", log, "log");
    assertEquals("2.1.0", log.get("version").stringValue());
    assertTrue(URI.create(log.get("$schema").stringValue()).isAbsolute());
    JsonNode run = log.get("runs").get(0);
    assertTrue(Set.of("utf16CodeUnits", "unicodeCodePoints").contains(run.get("columnKind").stringValue()));
    Set<String> rules = new HashSet<>();
    run.get("tool").get("driver").get("rules").forEach(rule -> assertTrue(rules.add(rule.get("id").stringValue()), rule.toString()));
    assertEquals(problems.size(), run.get("results").size());
    run.get("results").forEach(result -> checkResult(result, rules));
    return run.get("results");
  }

  private static void checkResult(JsonNode result, Set<String> rules) {
    assertTrue(rules.contains(result.get("ruleId").stringValue()), result.toString());
    assertTrue(Set.of("none", "note", "warning", "error").contains(result.get("level").stringValue()));
    assertFalse(result.get("message").get("text").stringValue().isEmpty());
    for (JsonNode location : result.get("locations")) {
      JsonNode physical = location.get("physicalLocation");
      URI uri = URI.create(physical.get("artifactLocation").get("uri").stringValue());
      assertFalse(uri.isAbsolute() || uri.getRawPath().startsWith("/"), uri.toString());
      JsonNode region = physical.get("region");
      assertTrue(region.get("endColumn").intValue() >= region.get("startColumn").intValue(), region.toString());
    }
  }

  @Test
  void theSchemaIsTheOneOfTheStandardAndRefusesWhatItHasToRefuse() {
    assertEquals(1, JsonSchemas.faults(SCHEMA, JSON.readTree("{\"version\": \"2.1.0\", \"runs\": [], \"more\": 1}")).size());
    assertEquals(1, JsonSchemas.faults(SCHEMA, JSON.readTree("{\"version\": \"2.1.0\"}")).size());
    assertFalse(JsonSchemas.faults(SCHEMA, JSON.readTree("{\"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": {}}}]}")).isEmpty());
  }

  @Test
  void everyKindOfProblemMakesALogByTheRules() {
    List<Problem> problems = new ArrayList<>();
    for (Code code : Code.values()) {
      problems.add(Problem.ofFile(Severity.WARNING, code, "content/a.md", "it is so", ""));
      problems.add(new Problem(Severity.ERROR, code, new Place("content/a.md", 7, 3, 5), "it is so", "the whole line", "do this"));
    }
    checked(problems);
    checked(List.of());
  }

  @Test
  void noNameOfAFileAndNoLineBreaksIt() {
    List<String> files =
        List.of("a:b.md", "content/한 글.md", "content/100%.md", "content/a?b#c.md", "content/\u0001\u007f.md", "content/😀[x]{y}|^`\"<>\\.md", "http://x/y.md");
    List<String> lines = List.of("", "\u0000\u001b[31m", "😀".repeat(50), "\ud800 alone", "\"}],\"runs\":[", "a\u2028b", "\t".repeat(9));
    for (String file : files) {
      for (String line : lines) {
        JsonNode result = checked(List.of(new Problem(Severity.ERROR, Code.TEMPLATE, new Place(file, 1, 40, 30), "m" + line, line, line))).get(0);
        String uri = result.get("locations").get(0).get("physicalLocation").get("artifactLocation").get("uri").stringValue();
        assertEquals(file, URI.create(uri).getPath(), "read back");
      }
    }
  }
}
