package dev.assay.frontmatter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Schema;
import dev.assay.note.Site;
import dev.assay.problem.SourceText;
import dev.assay.testing.JsonSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

class SchemasTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Path CONTENT = Path.of("content");

  private static Site withFields() {
    SourceText settings = new SourceText("content/site.yaml", "fields: {conviction: number, thesis: text, reviewed: date, live: bool, peers: list}\n");
    return SiteReader.read(settings, Site.defaults("T"), List.of()).site();
  }

  private static JsonNode note() {
    return JSON.readTree(Schemas.frontMatter(withFields()));
  }

  private static JsonNode site() {
    return JSON.readTree(Schemas.site(List.of("brief")));
  }

  @Test
  void theSchemaOfANoteHasEveryKeyThatItsReaderKnowsAndNoOther() {
    Set<String> keys = new TreeSet<>(HeadFields.KEYS);
    keys.addAll(List.of("conviction", "thesis", "reviewed", "live", "peers"));
    assertEquals(keys, new TreeSet<>(note().get("properties").propertyNames()));
    assertFalse(note().get("additionalProperties").asBoolean());
    assertEquals("https://json-schema.org/draft/2020-12/schema", note().get("$schema").asString());
  }

  @Test
  void typesAreThoseOfTheReader() {
    JsonNode note = note().get("properties");
    assertEquals("boolean", note.get("draft").get("type").get(0).asString());
    assertEquals("boolean", note.get("live").get("type").get(0).asString());
    assertEquals("number", note.get("conviction").get("type").get(0).asString());
    assertEquals("integer", note.get("weight").get("type").get(0).asString());
    assertTrue(note.get("tags").has("items"));
    assertEquals(List.of("src", "alt"), List.copyOf(note.get("image").get("properties").propertyNames()));
    assertEquals("object", note.get("params").get("type").get(0).asString());
    assertFalse(note.get("params").has("additionalProperties"), "params are free");
    JsonNode site = site().get("properties");
    assertEquals(1000, site.get("feeds").get("properties").get("limit").get("maximum").asInt());
    assertEquals(List.of("full", "summary"), site.get("feeds").get("properties").get("content").get("enum").valueStream().map(JsonNode::asString).toList());
    assertTrue(site.get("permalinks").get("properties").has("brief"), "a section of the site");
    assertEquals("name", site.get("entities").get("items").get("required").get(0).asString());
  }

  @Test
  void aKeyOutsideOfTheSchemaIsAProblemAndOneInItIsNone() {
    for (String key : site().get("properties").propertyNames()) {
      var read = SiteReader.read(new SourceText("content/site.yaml", key + ":\n"), Site.defaults("T"), List.of());
      assertEquals(List.of(), read.problems(), key);
    }
    assertEquals(1, SiteReader.read(new SourceText("content/site.yaml", "nokey: 1\n"), Site.defaults("T"), List.of()).problems().size());
  }

  @Test
  void bothAreSchemas() {
    assertEquals(List.of(), JsonSchemas.faults(JsonSchemas.ofSchemas(), note()));
    assertEquals(List.of(), JsonSchemas.faults(JsonSchemas.ofSchemas(), site()));
    assertFalse(JsonSchemas.faults(JsonSchemas.ofSchemas(), JSON.readTree("{\"type\": \"texts\"}")).isEmpty());
  }

  @Test
  void theHeadsOfTheDemonstrationAndItsSettingsObeyTheirSchemas() throws IOException {
    Schema note = JsonSchemas.of(JSON.readTree(Schemas.frontMatter(settings())));
    List<String> faults = new ArrayList<>();
    int heads = 0;
    try (var files = Files.walk(CONTENT)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".md")).sorted().toList()) {
        String text = Files.readString(file);
        if (text.startsWith("---\n")) {
          heads++;
          JsonSchemas.faults(note, YAML.readTree(text.substring(4, text.indexOf("\n---", 4) + 1))).forEach(fault -> faults.add(file + " " + fault));
        }
      }
    }
    assertEquals(List.of(), faults);
    assertTrue(heads > 20, heads + " heads");
    assertEquals(
        List.of(),
        JsonSchemas.faults(JsonSchemas.of(JSON.readTree(Schemas.site(List.of("post")))), YAML.readTree(Files.readString(CONTENT.resolve("site.yaml")))));
  }

  private static Site settings() throws IOException {
    SourceText text = new SourceText("content/site.yaml", Files.readString(CONTENT.resolve("site.yaml")));
    return SiteReader.read(text, Site.defaults("T"), List.of("post")).site();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "titel: A", "title: {a: b}", "tags: {a: b}", "draft: maybe", "weight: heavy", "history: refuted",
        "checkpoints: {a: 1}", "scenarios: [a]", "image: {src: a.png, alt: A, more: 1}", "conviction: high"
      })
  void aSchemaRefusesWhatTheReaderReports(String line) {
    assertFalse(FrontMatterReader.read(new SourceText("a.md", "---\n" + line + "\n---\n"), FrontMatterOptions.of(withFields())).problems().isEmpty(), "the reader");
    assertFalse(JsonSchemas.faults(JsonSchemas.of(note()), YAML.readTree(line)).isEmpty(), "the schema");
  }
}
