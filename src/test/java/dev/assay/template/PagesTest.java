package dev.assay.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.view.PageView;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every shape of page with the default theme.
class PagesTest {
  private static final Templates TEMPLATES = Templates.standard();
  private static final Renderer RENDERER = new Renderer(TEMPLATES);

  static String html(PageView page) {
    return switch (RENDERER.render(page)) {
      case Outcome.Rendered rendered -> rendered.html();
      case Outcome.Failed failed -> throw new AssertionError(failed.problems().toString());
    };
  }

  @TestFactory
  Stream<DynamicTest> isValidHtml() {
    return Samples.pages().entrySet().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey(), () -> assertEquals(List.of(), HtmlChecker.errors(html(each.getValue())), each.getKey())));
  }

  @Test
  void theCheckerSeesErrors() {
    String wrong = html(Samples.bareNote()).replace("<h1>", "<h1 id=a id=b><div>").replace("<main", "<main align=left");
    assertTrue(HtmlChecker.errors(wrong).size() >= 3, HtmlChecker.errors(wrong).toString());
  }

  @Test
  void theThemeHasNoProblems() {
    assertEquals(List.of(), RENDERER.check());
    for (String name : TEMPLATES.names()) {
      // A template that is the site's own is parsed by the check; a comment more makes it one.
      byte[] own = (TEMPLATES.file(name).orElseThrow().text() + "<#-- -->").getBytes(StandardCharsets.UTF_8);
      assertEquals(List.of(), new Renderer(Templates.over(Map.of(name, own))).check(), name);
    }
  }

  /// For the eye: pages with their assets, under `target/pages`.
  @Test
  void pagesCanBeLookedAt() throws Exception {
    Path folder = Path.of("target/pages");
    Files.createDirectories(folder.resolve("assets"));
    try (Stream<Path> old = Files.list(folder.resolve("assets"))) {
      for (Path file : old.toList()) {
        Files.delete(file);
      }
    }
    for (Asset asset : TEMPLATES.assets()) {
      Files.write(folder.resolve(asset.address().value().substring(1)), asset.bytes());
    }
    for (Map.Entry<String, PageView> each : Samples.pages().entrySet()) {
      String page = html(each.getValue());
      Files.writeString(folder.resolve(each.getKey() + ".html"), page.replace("\"/assets/", "\"assets/"));
      assertTrue(page.startsWith("<!DOCTYPE html>\n"), page);
    }
  }
}
