package dev.assay.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.cost.core.Metric;
import dev.assay.cost.data.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The guide's page on figures names all that a writer can ask the model for.
class GuideNamesEveryFigureTest {
  private static List<String> missing(Collection<String> names) throws IOException {
    String page = Files.readString(Path.of("content/guide/figures.md"));
    return names.stream().filter(name -> !page.contains("`" + name + "`")).sorted().toList();
  }

  @Test
  void everyFigureIsNamed() throws IOException {
    assertEquals(List.of(), missing(Metric.keys()));
  }

  @Test
  void everyAcceleratorAndEveryModelIsNamed() throws IOException {
    Catalog catalog = Catalog.shipped();
    assertEquals(List.of(), missing(catalog.accelerators().keySet()));
    assertEquals(List.of(), missing(catalog.architectures().keySet()));
    assertEquals(List.of(), missing(catalog.engines().keySet()));
  }

  @Test
  void everyStructuralKeyOfAScenarioIsNamed() throws IOException {
    assertEquals(List.of(), missing(ScenarioReader.STRUCTURE.stream().filter(key -> !key.equals("extends")).toList()));
  }
}
