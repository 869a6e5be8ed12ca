package dev.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.build.BuildOptions;
import dev.assay.build.BuildReport;
import dev.assay.build.Progress;
import dev.assay.build.SiteBuild;
import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Two processes that edit and build one site at once are killed at moments of chance (`kill -9`). Every file is whole, and the next
/// build makes the site that a fresh start makes.
///
/// `-Dassay.kills=50 -Dassay.seed=7` kills more of them, or at other moments.
class KilledBuildTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  private static final String SETTINGS = "title: Small\nbase_url: https://small.example/\ncards: false\nsearch: false\n";

  @TempDir private Path temp;

  /// What is killed: edits its own notes and builds, until it dies.
  static final class Builds {
    private Builds() {}

    /// @param args the site's folder, and what it calls its notes
    public static void main(String[] args) throws IOException {
      Path root = Path.of(args[0]);
      for (int edition = 0; ; edition++) {
        Path fresh = root.resolve(args[1] + ".new");
        Files.writeString(fresh, "---\ntitle: " + args[1] + " " + edition + "\ndate: 2026-02-02\ntags: [t" + edition % 3 + "]\n---\nEdition " + edition + ".\n");
        Files.move(fresh, root.resolve("content/post/" + args[1] + edition % 4 + ".md"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        SiteBuild.build(options(root), Progress.NONE);
        System.out.println(edition);
      }
    }
  }

  private static BuildOptions options(Path root) {
    return BuildOptions.of(root).withToday(TODAY);
  }

  private static Process begun(Path root, String name) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
            Builds.class.getName(), root.toString(), name)
        .redirectErrorStream(true)
        .start();
  }

  @Test
  @Timeout(3000)
  void wheneverTheyDieTheNextBuildIsThatOfAFreshStart() throws IOException, InterruptedException {
    Random random = new Random(Long.getLong("assay.seed", 11));
    Path root = temp.resolve("site");
    SiteText.of("-- content/site.yaml --\n" + SETTINGS + "-- content/post/one.md --\n---\ntitle: One\ndate: 2026-01-01\n---\nText.\n-- site/mine.txt --\nmine\n").into(root);
    for (int kill = 0; kill < Integer.getInteger("assay.kills", 2); kill++) {
      Process a = begun(root, "a");
      Process b = begun(root, "b");
      try (BufferedReader said = a.inputReader()) {
        String first = said.readLine();
        assertTrue(first != null && first.matches("[0-9]+"), "it runs: " + first);
        Thread.sleep(random.nextInt(400));
      } finally {
        a.destroyForcibly().waitFor();
        b.destroyForcibly().waitFor();
      }
      String what = "kill " + kill;
      Tree left = Tree.of(root.resolve("site"));
      left.files().forEach((file, bytes) -> assertTrue(!file.endsWith(".html") || left.text(file).stripTrailing().endsWith("</html>") || file.startsWith(".assay"), () -> what + ": torn, " + file));
      BuildReport next = SiteBuild.build(options(root), Progress.NONE);
      assertTrue(next.succeeded(), () -> what + ": " + next.problems());
      Path fresh = temp.resolve("fresh" + kill).resolve("site");
      Map<String, byte[]> inputs = new TreeMap<>(Tree.of(root).only(file -> file.startsWith("content/")).files());
      new SiteText("", new Tree(new TreeMap<>(inputs))).into(fresh);
      assertTrue(SiteBuild.build(options(fresh), Progress.NONE).succeeded());
      assertEquals("", Tree.of(fresh.resolve("site")).difference(Tree.of(root.resolve("site")).only(file -> !file.equals("mine.txt"))), what);
      assertEquals("mine\n", Files.readString(root.resolve("site/mine.txt")), what);
      assertEquals(0, SiteBuild.build(options(root), Progress.NONE).written(), what);
    }
  }
}
