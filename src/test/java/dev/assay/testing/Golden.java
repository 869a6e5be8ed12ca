package dev.assay.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares what a test made with what was made before, kept in `src/test/resources/golden/`.
///
/// `mvn test -Dassay.golden=update` writes what was made instead; the difference is then read in the diff of the
/// commit. A golden file that is missing fails the test, so that none is made by accident.
public final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  /// Compares one text. The name is a path below the folder of golden files, with its ending.
  public static void check(String name, String actual) {
    Path file = FOLDER.resolve(name);
    try {
      if ("update".equals(System.getProperty("assay.golden"))) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, actual);
      } else if (!Files.exists(file)) {
        throw new AssertionError("no golden file " + file + "; `mvn test -Dassay.golden=update` makes it of:\n" + actual);
      }
      String difference = Tree.difference(Files.readAllBytes(file), actual.getBytes(UTF_8));
      if (!difference.isEmpty()) {
        throw new AssertionError(file + " differs (`mvn test -Dassay.golden=update` accepts it):\n" + difference);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Compares a whole tree, kept as one text.
  public static void check(String name, Tree actual) {
    check(name, SiteText.text(actual));
  }
}
