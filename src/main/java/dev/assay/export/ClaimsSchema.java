package dev.assay.export;

import dev.assay.claim.Status;
import dev.assay.note.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The JSON Schema (2020-12) of `/claims.json` and its parts, for programs that read them. Every property is always there.
public final class ClaimsSchema {
  private ClaimsSchema() {}

  /// The schema as a file.
  public static byte[] write() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "The ledger of claims");
    schema.put("description", "Either the claims themselves, or an index of files by the year in which claims were made.");
    Map<String, Object> whole = object(properties("claims", listOf(reference("claim")), "checkpoints", listOf(reference("checkpoint"))), List.of("claims"));
    Map<String, Object> index = object(properties("parts", listOf(reference("part"))), List.of("parts"));
    schema.put("oneOf", List.of(whole, index));
    Map<String, Object> definitions = new LinkedHashMap<>();
    definitions.put("claim", claim());
    definitions.put("source", source());
    definitions.put("change", object(properties("date", day("when it happened"), "status", statuses(), "note", text("why, in the writer's words; may be empty"))));
    definitions.put("checkpoint", checkpoint());
    definitions.put(
        "part",
        object(
            properties(
                "year", orNull(typed("integer", "of the claims' days; null for claims without one")),
                "url", text("the part's full address"), "claims", typed("integer", "how many it holds"))));
    schema.put("$defs", definitions);
    String json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(schema);
    return (json.replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> claim() {
    Map<String, Object> kind = text("how firm it is");
    kind.put("enum", Arrays.stream(Kind.values()).map(Kind::word).toList());
    Map<String, Object> probability = orNull(typed("number", "how likely its writer thinks it"));
    probability.put("minimum", 0);
    probability.put("maximum", 1);
    return object(
        properties(
            "id", text("its global name, slug#name, or the full address of a claim without a name"),
            "kind", kind,
            "text", text("what it says, without markup"),
            "html", text("what it says, as markup with full addresses"),
            "note", text("the slug of the note that made it first"),
            "url", text("the full address of the place that made it first"),
            "places", texts("the full addresses of all places that make it"),
            "sources", listOf(reference("source")),
            "because", texts("what it needs: global names of claims, and figures as slug#scenario.figure"),
            "status", statuses(),
            "asserted", orNull(day("when it was first made")),
            "due", orNull(text("when it will be known, as written: 2026-11-22, 2026-11, 2026-Q4, 2026-H2, 2026")),
            "probability", probability,
            "entities", texts("what it speaks of"),
            "history", listOf(reference("change")),
            "file", text("the file that makes it first, from the site's root")));
  }

  private static Map<String, Object> source() {
    Map<String, Object> web = object(properties("url", text("what was linked"), "text", text("the words of the link; may be empty")));
    Map<String, Object> citation =
        object(
            properties(
                "citation", text("a key of the bibliography"),
                "locator", orNull(text("where in it, as it is shown: p. 4, pp. 4–6, ch. 2; null for the whole"))));
    Map<String, Object> attribution = object(properties("attribution", text("who is named as the source, without a link")));
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("oneOf", List.of(web, citation, attribution));
    return source;
  }

  private static Map<String, Object> checkpoint() {
    return object(
        properties(
            "id", text("its global name, or its full address"),
            "text", text("what to look at"),
            "strong", text("what would be a strong signal; may be empty"),
            "weak", text("what would be a weak signal; may be empty"),
            "note", text("the slug of its note"),
            "url", text("its full address"),
            "claims", texts("global names of the claims it bears on"),
            "status", statuses(),
            "asserted", orNull(day("when it was written")),
            "due", orNull(text("by when, as written")),
            "file", text("its note's file, from the site's root")));
  }

  private static Map<String, Object> statuses() {
    Map<String, Object> status = text("what has become of it; standing while nothing has been said");
    status.put("enum", Arrays.stream(Status.values()).map(Status::word).toList());
    return status;
  }

  private static Map<String, Object> day(String description) {
    Map<String, Object> day = text(description);
    day.put("pattern", "^\\d{4,}-\\d{2}-\\d{2}$");
    return day;
  }

  private static Map<String, Object> text(String description) {
    return typed("string", description);
  }

  private static Map<String, Object> texts(String description) {
    Map<String, Object> list = listOf(typed("string", ""));
    list.put("description", description);
    return list;
  }

  private static Map<String, Object> listOf(Map<String, Object> items) {
    Map<String, Object> list = typed("array", "");
    list.put("items", items);
    return list;
  }

  private static Map<String, Object> reference(String name) {
    return new LinkedHashMap<>(Map.of("$ref", "#/$defs/" + name));
  }

  private static Map<String, Object> orNull(Map<String, Object> schema) {
    schema.put("type", List.of(String.valueOf(schema.get("type")), "null"));
    return schema;
  }

  private static Map<String, Object> typed(String type, String description) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", type);
    if (!description.isEmpty()) {
      schema.put("description", description);
    }
    return schema;
  }

  private static Map<String, Object> properties(Object... namesAndSchemas) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (int i = 0; i < namesAndSchemas.length; i += 2) {
      properties.put((String) namesAndSchemas[i], namesAndSchemas[i + 1]);
    }
    return properties;
  }

  private static Map<String, Object> object(Map<String, Object> properties) {
    return object(properties, List.copyOf(properties.keySet()));
  }

  private static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
    Map<String, Object> schema = typed("object", "");
    schema.put("properties", properties);
    schema.put("required", required);
    schema.put("additionalProperties", false);
    return schema;
  }
}
