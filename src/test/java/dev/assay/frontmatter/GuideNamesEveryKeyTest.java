package dev.assay.frontmatter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuideNamesEveryKeyTest {
  private static final List<String> SETTINGS =
      List.of(
          "title", "base_url", "description", "language", "languages", "time_zone", "authors", "logo", "strict", "html",
          "permalinks", "taxonomies", "menu", "page_size", "feeds", "claims", "entities", "fields", "theme", "bibliography", "style");

  private static List<String> missing(String page, Collection<String> keys) throws IOException {
    String text = Files.readString(Path.of("content/guide", page));
    return keys.stream().filter(key -> !text.contains("`" + key + "`") && !text.contains("`" + key + ":")).sorted().toList();
  }

  @Test
  void ofAHead() throws IOException {
    assertEquals(List.of(), missing("writing.md", HeadFields.KEYS));
  }

  @Test
  void ofTheSettings() throws IOException {
    assertEquals(List.of(), missing("site.md", SETTINGS));
  }
}
