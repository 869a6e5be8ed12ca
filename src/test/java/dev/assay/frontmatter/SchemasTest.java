package dev.assay.frontmatter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.Site;
import dev.assay.problem.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class SchemasTest {
  private static final ObjectMapper JSON = new ObjectMapper();

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
  void theHeadsOfTheDemonstrationHaveOnlyKeysOfTheSchema() throws IOException {
    Set<String> known = new TreeSet<>(note().get("properties").propertyNames());
    try (var files = Files.walk(Path.of("content"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".md")).toList()) {
        String text = Files.readString(file);
        if (text.startsWith("---\n")) {
          var head = ValueReader.read(Format.YAML, new SourceText(file.toString(), text.substring(4, text.indexOf("\n---", 4) + 1)));
          if (head.value().orElse(null) instanceof dev.assay.note.Value.Mapping mapping) {
            mapping.entries().forEach(entry -> assertTrue(known.contains(entry.key()), file + " " + entry.key()));
          }
        }
      }
    }
  }
}
