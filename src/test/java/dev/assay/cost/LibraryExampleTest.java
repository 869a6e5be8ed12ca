package dev.assay.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.cost.data.Catalog;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example of the guide, compiled and run as somebody would who has only the cost room.
class LibraryExampleTest {
  private static final Path GUIDE = Path.of("content/guide/cost-model.md");

  @Test
  void theExampleOfTheGuideCompilesAndRunsWithTheCostRoomAlone(@TempDir Path folder) throws Exception {
    String guide = Files.readString(GUIDE);
    int start = guide.indexOf("```java\n") + 8;
    String example = guide.substring(start, guide.indexOf("```", start));
    String source =
        """
        import dev.assay.cost.*;
        import dev.assay.cost.data.Catalog;
        import java.util.Map;

        public class Example {
          public static String cost() {
        %s
            return cost;
          }
        }
        """
            .replace("%s", example);
    compile(source, folder);
    Path alone = folder.resolve("alone");
    for (String room : List.of("cost", "note", "problem")) {
      copy(Path.of(CostModel.class.getProtectionDomain().getCodeSource().getLocation().toURI()).resolve("dev/assay/" + room),
          alone.resolve("dev/assay/" + room));
    }
    try (var loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL(), alone.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      Object cost = loader.loadClass("Example").getMethod("cost").invoke(null);
      assertTrue(((String) cost).matches("[0-9.]+\u00a0USD"), cost.toString());
    }
  }

  private static void compile(String source, Path folder) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    SimpleJavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///Example.java"), SimpleJavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    List<String> options = List.of("-d", folder.toString(), "-proc:none", "-cp", System.getProperty("java.class.path"));
    assertTrue(compiler.getTask(null, null, null, options, null, List.of(file)).call());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  @Test
  void whatIsWrongWithSettingsIsAmongTheProblems() {
    Read<Optional<Scenario>> read =
        Scenarios.single(Catalog.shipped(), Map.of("hardware", "b2000", "model", "llama-3.1-8b"));
    assertEquals(1, read.problems().size());
    assertTrue(read.value().isEmpty());
  }
}
