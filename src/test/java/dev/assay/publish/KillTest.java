package dev.assay.publish;

import static dev.assay.publish.Folders.artifact;
import static dev.assay.publish.Folders.tree;
import static dev.assay.publish.Folders.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Kills a process that publishes, at moments of chance.
class KillTest {
  private static final int PAGES = 400;

  @TempDir Path root;

  /// The process that is killed: publishes two editions in turn until it dies.
  public static final class Process {
    private Process() {}

    /// @param args the site's folder
    public static void main(String[] args) {
      Path root = Path.of(args[0]);
      for (int edition = 0; ; edition++) {
        new Publisher(root, root.resolve("site")).publish(edition(edition), Publisher.Options.of(2));
        System.out.println(edition);
      }
    }
  }

  private static List<Artifact> edition(int number) {
    List<Artifact> artifacts = new ArrayList<>();
    for (int i = 0; i < PAGES; i++) {
      // Every other page changes with each edition, one in twenty comes or goes.
      if (i % 20 != number % 2) {
        artifacts.add(artifact("/post/" + i + "/", text(i, number)));
      }
    }
    return artifacts;
  }

  private static String text(int page, int edition) {
    int version = page % 2 == 0 ? edition : 0;
    return ("page " + page + " version " + version + "\n").repeat(200 + page);
  }

  @Test
  @Timeout(300)
  void wheneverItDiesFilesAreWholeAndTheNextRunCompletes() throws IOException, InterruptedException {
    long seed = 11;
    Random random = new Random(seed);
    write(root.resolve("site/post/mine.txt"), "mine");
    for (int kill = 0; kill < 5; kill++) {
      java.lang.Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp",
                  System.getProperty("java.class.path"), Process.class.getName(), root.toString())
              .redirectErrorStream(true)
              .start();
      try (BufferedReader output = process.inputReader()) {
        assertTrue(output.readLine() != null, "it runs");
        Thread.sleep(random.nextInt(700));
        process.destroyForcibly().waitFor();
      }
      String what = "seed " + seed + " kill " + kill;
      everyFileIsWhole(what);
      int last = random.nextInt(2) + 1000;
      Report report = new Publisher(root, root.resolve("site")).publish(edition(last), Publisher.Options.of(2));
      assertEquals(List.of(), report.problems(), what);
      assertEquals(expected(last), tree(root.resolve("site")), what);
      Report again = new Publisher(root, root.resolve("site")).publish(edition(last), Publisher.Options.of(2));
      assertEquals(0, again.written() + again.removed(), what);
    }
  }

  private Map<String, String> expected(int edition) {
    Map<String, String> files = new TreeMap<>(Map.of("post/mine.txt", "mine"));
    for (int i = 0; i < PAGES; i++) {
      if (i % 20 != edition % 2) {
        files.put("post/" + i + "/index.html", text(i, edition));
      }
    }
    return files;
  }

  private void everyFileIsWhole(String what) throws IOException {
    Map<String, String> files = tree(root.resolve("site"));
    assertEquals("mine", files.remove("post/mine.txt"), what);
    files.keySet().removeIf(file -> file.startsWith(OutputFolder.STAGING) || file.endsWith("/"));
    files.forEach((file, text) -> {
      int page = Integer.parseInt(file.split("/")[1]);
      String first = text.lines().findFirst().orElse("");
      int edition = first.isEmpty() ? -1 : Integer.parseInt(first.substring(first.lastIndexOf(' ') + 1));
      assertTrue(text.equals(text(page, page % 2 == 0 ? edition : 0)), what + ": torn, " + file);
    });
    assertTrue(files.size() >= PAGES - PAGES / 10, what + ": lost, " + files.size() + " left");
    assertTrue(Files.isRegularFile(root.resolve("site/post/mine.txt")), what);
  }
}
