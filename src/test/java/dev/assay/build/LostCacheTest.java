package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A body of the cache is read only when its page is made: damage to it shows itself in the middle of a build.
class LostCacheTest {
  @TempDir Path root;

  @Test
  void aBodyThatIsDamagedInTheCacheIsParsedAgain() throws IOException {
    Files.createDirectories(root.resolve("content/post"));
    Files.writeString(root.resolve("content/post/x.md"), "---\ntitle: X\ndate: 2026-01-01\ndescription: d\n---\nThe text of the note.\n");
    BuildOptions options = BuildOptions.of(root);
    assertEquals(List.of(), errors(SiteBuild.build(options, Progress.NONE)));
    String page = Files.readString(root.resolve("site/post/x/index.html"));
    int damaged = 0;
    for (Path pack : packs()) {
      byte[] bytes = Files.readAllBytes(pack);
      bytes[bytes.length / 2] ^= 1;
      Files.write(pack, bytes);
      damaged++;
    }
    assertTrue(damaged >= 2);
    Files.delete(root.resolve("site/post/x/index.html"));
    assertEquals(List.of(), errors(SiteBuild.build(options, Progress.NONE)));
    assertEquals(page, Files.readString(root.resolve("site/post/x/index.html")));
  }

  @Test
  void alsoWhenOnlyBodiesAreDamaged() throws IOException {
    Files.createDirectories(root.resolve("content/post"));
    Files.writeString(root.resolve("content/post/x.md"), "---\ntitle: X\ndate: 2026-01-01\ndescription: d\n---\nThe text of the note.\n");
    BuildOptions options = BuildOptions.of(root);
    SiteBuild.build(options, Progress.NONE);
    String page = Files.readString(root.resolve("site/post/x/index.html"));
    Path bodies = packs().getLast();
    byte[] bytes = Files.readAllBytes(bodies);
    bytes[bytes.length / 2] ^= 1;
    Files.write(bodies, bytes);
    assertEquals(List.of(), errors(SiteBuild.check(options, Progress.NONE).report()));
    Files.delete(root.resolve("site/post/x/index.html"));
    assertEquals(List.of(), errors(SiteBuild.build(options, Progress.NONE)));
    assertEquals(page, Files.readString(root.resolve("site/post/x/index.html")));
  }

  private List<Path> packs() throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(".assay"))) {
      return files.filter(file -> file.toString().endsWith(".pack")).sorted().toList();
    }
  }

  private static List<String> errors(BuildReport report) {
    return report.problems().stream().filter(problem -> problem.isError()).map(problem -> problem.message()).toList();
  }
}
