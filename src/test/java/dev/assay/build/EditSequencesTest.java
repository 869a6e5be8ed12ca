package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.problem.ProblemText;
import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// After any edits and any damage, a build that reuses what it can writes the bytes that a fresh start would write, tells
/// the same problems in the same words, and once more writes nothing; and so does a preview that kept in memory what it
/// knew. Compared after every step, with the fresh start in a folder of its own.
///
/// `-Dassay.edits=1000 -Dassay.seed=7` runs more of them, or others.
class EditSequencesTest {
  private static final int STEPS = 4;

  @TempDir private Path temp;

  private Optional<Begun> session = Optional.empty();

  private record Begun(BuildOptions of, SiteSession session) {}

  @Test
  void aBuildAfterEditsIsTheBuildOfAFreshStart() throws IOException {
    int sequences = Integer.getInteger("assay.edits", 6);
    long seed = Long.getLong("assay.seed", 20_261_122);
    int built = 0;
    for (int i = 0; i < sequences; i++) {
      built += sequence(seed + i);
    }
    assertTrue(built > 2 * sequences, "only " + built + " builds had something to compare");
  }

  /// Gives the number of builds that could be compared.
  private int sequence(long seed) throws IOException {
    EditedSite site = new EditedSite(seed, temp.resolve("edited/place"));
    boolean sound = compare(site, seed);
    int built = sound ? 1 : 0;
    for (int step = 0; step < STEPS && sound; step++) {
      site.edit();
      if (compare(site, seed)) {
        built++;
      } else {
        site.undo();
        assertTrue(compare(site, seed), () -> "seed " + seed + ": what was good before is not good any more\n" + site.log());
      }
    }
    end();
    remove(temp.resolve("edited"));
    return built;
  }

  /// Builds both ways. False when the site has errors, which both builds have to tell in the same words.
  private boolean compare(EditedSite site, long seed) throws IOException {
    Tree before = Tree.of(site.output());
    BuildReport incremental = build(site, site.root());
    Path fresh = temp.resolve("fresh/place");
    TreeMap<String, byte[]> inputs = new TreeMap<>();
    site.files().forEach((name, text) -> inputs.put(name, text.getBytes(StandardCharsets.UTF_8)));
    new SiteText("", new Tree(inputs)).into(fresh);
    BuildReport clean = build(site, fresh);
    String story = "seed " + seed + ": " + String.join("; ", site.log());
    assertEquals(text(clean), text(incremental), story);
    if (!clean.succeeded()) {
      assertEquals("", before.difference(Tree.of(site.output())), story + " (with errors, nothing may change)");
    } else {
      assertEquals("", Tree.of(fresh.resolve("site")).difference(Tree.of(site.output())), story);
      assertEquals(0, build(site, site.root()).written(), story + " (once more, with nothing changed)");
    }
    preview(site, clean, story);
    remove(temp.resolve("fresh"));
    return clean.succeeded();
  }

  /// Builds it once more in a session that began with the sequence or with its day.
  private void preview(EditedSite site, BuildReport clean, String story) throws IOException {
    Path output = temp.resolve("preview");
    if (session.isEmpty() || !session.get().of().equals(BuildOptions.of(site.root()).withToday(site.today()).withOutput(output))) {
      end();
      BuildOptions options = BuildOptions.of(site.root()).withToday(site.today()).withOutput(output);
      session = Optional.of(new Begun(options, SiteBuild.session(options)));
    }
    BuildReport report = session.get().session().build(Progress.NONE);
    session.get().session().settle();
    assertEquals(text(clean), text(report), story + " (in a session)");
    if (clean.succeeded()) {
      assertEquals("", Tree.of(temp.resolve("fresh/place/site")).difference(Tree.of(output)), story + " (in a session)");
    }
  }

  private void end() throws IOException {
    session.ifPresent(begun -> begun.session().close());
    session = Optional.empty();
    if (Files.exists(temp.resolve("preview"))) {
      remove(temp.resolve("preview"));
    }
  }

  private static BuildReport build(EditedSite site, Path root) {
    return SiteBuild.build(BuildOptions.of(root).withToday(site.today()), Progress.NONE);
  }

  private static String text(BuildReport report) {
    return ProblemText.of(false).report(report.problems());
  }

  private static void remove(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
