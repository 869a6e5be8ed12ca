package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.problem.ProblemText;
import dev.assay.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// After any edits and any damage, a build that reuses what it can writes the bytes that a fresh start would write, tells
/// the same problems in the same words, and once more writes nothing; and so does a preview that kept in memory what it
/// knew. Builds as of a new process, which find the cache, and builds of a session take turns at random; where a
/// sequence of edits ends, both are compared with a fresh start in a folder of its own. A sequence begins where another
/// ended: some on one site, then comes another site. Where they differ, the site is gone through once more from its seed and compared after each build.
///
/// `-Dassay.edits=10000 -Dassay.seed=7` runs more of them, or others.
class EditSequencesTest {
  /// How many sequences one site goes through.
  private static final int LIFE = 20;

  private static final int STEPS = 3;

  private Path temp;
  private final AtomicInteger compared = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger builds = new AtomicInteger();

  /// In memory where that can be had: what is looked for are faults of the program and not of a disk.
  @BeforeEach
  void makeRoom() throws IOException {
    Path memory = Path.of("/dev/shm");
    temp = Files.isWritable(memory) ? Files.createTempDirectory(memory, "assay-edits") : Files.createTempDirectory("assay-edits");
  }

  @AfterEach
  void clear() throws IOException {
    remove(temp);
  }

  /// Sites know nothing of each other, so two are gone through at once: the builds of small sites seldom have work for two processors.
  @Test
  void aBuildAfterEditsIsTheBuildOfAFreshStart() throws Exception {
    int sequences = Integer.getInteger("assay.edits", 200);
    long seed = Long.getLong("assay.seed", 20_261_122);
    List<Callable<Void>> lives = new ArrayList<>();
    for (int done = 0; done < sequences; done += LIFE) {
      int now = Math.min(LIFE, sequences - done);
      long of = seed++;
      lives.add(() -> live(of, now, sequences));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<Void>> all = lives.stream().map(threads::submit).toList();
      try {
        for (Future<Void> life : all) {
          life.get();
        }
      } catch (ExecutionException e) {
        all.forEach(life -> life.cancel(false));
        if (e.getCause() instanceof AssertionError wrong) {
          throw wrong;
        }
        throw e;
      }
    }
    if (sequences > 200) {
      System.out.println(said(sequences, seed));
    }
    assertTrue(compared.get() >= sequences, "only " + compared + " comparisons");
    assertTrue(refused.get() < 2 * sequences, "refused " + refused + " times");
  }

  private Void live(long seed, int sequences, int all) throws IOException {
    Path place = Files.createDirectory(temp.resolve("seed" + seed));
    try {
      new Life(seed, place, false).live(sequences);
    } catch (AssertionError e) {
      // Says which step it was; where it cannot be found again, the first finding stands.
      new Life(seed, place, true).live(sequences);
      throw e;
    } finally {
      remove(place);
    }
    if (all > 200 && seed % 5 == 0) {
      System.out.println(said(compared.get(), seed + 1));
    }
    return null;
  }

  private String said(int done, long seed) {
    return done + " sequences up to seed " + (seed - 1) + ": " + builds + " builds, " + refused + " times refused, " + compared + " comparisons, all equal";
  }

  /// One site, from its first build to its last.
  private final class Life {
    private final String name;
    private final Path temp;
    private final boolean careful;
    private final EditedSite site;
    private final SplittableRandom random;

    /// Apart, so that a site that is compared more often is edited in the same way.
    private final SplittableRandom again;
    private Optional<Begun> session = Optional.empty();

    /// Whether the output holds what the files say.
    private boolean settled;

    /// Whether the files can be built, as far as is known.
    private boolean sound;

    private record Begun(BuildOptions of, SiteSession session) {}

    /// @param careful whether to compare after every build
    Life(long seed, Path temp, boolean careful) throws IOException {
      this.name = "seed " + seed;
      this.temp = temp;
      this.careful = careful;
      remove(temp.resolve("edited"));
      remove(temp.resolve("preview"));
      this.site = new EditedSite(seed, temp.resolve("edited/place"));
      this.random = new SplittableRandom(~seed);
      this.again = new SplittableRandom(seed);
    }

    void live(int sequences) throws IOException {
      try {
        compare();
        site.isGood();
        for (int i = 0; i < 4; i++) {
          site.add();
          step();
          close();
        }
        for (int i = 0; i < sequences; i++) {
          site.log().add("[sequence " + i + "]");
          sequence();
        }
      } finally {
        end();
      }
    }

    private void sequence() throws IOException {
      for (int step = 0; step < STEPS; step++) {
        if (settled && random.nextInt(10) == 0) {
          // What is damaged and not wanted any more stays by design, so nothing is edited before the next build.
          site.damage(site.output());
          built();
        } else {
          if (random.nextInt(10) == 0) {
            site.damage(site.root().resolve(".assay"));
          }
          site.edit();
          step();
        }
      }
      close();
    }

    /// Ends with what can be built.
    private void close() throws IOException {
      if (!sound) {
        site.undo();
      }
      compare();
      site.isGood();
    }

    /// Builds once or twice. A writer who is told of errors takes the edit back, or goes on and takes it back later.
    private void step() throws IOException {
      settled = false;
      boolean alone = random.nextInt(4) > 0;
      boolean first = random.nextBoolean();
      List<BuildReport> reports = new ArrayList<>();
      if (alone && first) {
        reports.add(built());
      }
      if (!alone || random.nextInt(3) == 0) {
        reports.add(previewed());
      }
      if (alone && !first) {
        reports.add(built());
      }
      sound = reports.stream().allMatch(BuildReport::succeeded);
      if (!sound) {
        refused.incrementAndGet();
        String told = text(fresh());
        reports.forEach(report -> assertEquals(told, text(report), this::story));
        reports.forEach(report -> assertEquals(0, report.written() + report.removed(), () -> story() + " (with errors, nothing may change)"));
        if (random.nextInt(3) > 0) {
          site.undo();
          sound = true;
        }
      } else if (careful) {
        compare();
      }
    }

    /// Builds in both ways and in a fresh place.
    private void compare() throws IOException {
      BuildReport incremental = built();
      BuildReport preview = previewed();
      BuildReport clean = fresh();
      compared.incrementAndGet();
      assertTrue(clean.succeeded(), () -> "what was good before is not good any more: " + text(clean) + story());
      assertEquals(text(clean), text(incremental), this::story);
      assertEquals(text(clean), text(preview), () -> story() + " (in a session)");
      Tree expected = Tree.of(temp.resolve("fresh/place/site"));
      assertEquals("", expected.difference(Tree.of(site.output())), this::story);
      assertEquals("", expected.difference(Tree.of(temp.resolve("preview"))), () -> story() + " (in a session)");
      if (again.nextInt(3) == 0) {
        assertEquals(0, built().written(), () -> story() + " (once more, with nothing changed)");
      }
      sound = true;
    }

    private BuildReport built() {
      builds.incrementAndGet();
      site.log().add("build");
      BuildReport report = SiteBuild.build(BuildOptions.of(site.root()).withToday(site.today()), Progress.NONE);
      settled = report.succeeded();
      return report;
    }

    /// Builds in a session, which began with the site or with its day.
    private BuildReport previewed() throws IOException {
      builds.incrementAndGet();
      site.log().add("preview");
      BuildOptions options = BuildOptions.of(site.root()).withToday(site.today()).withOutput(temp.resolve("preview"));
      if (session.isEmpty() || !session.get().of().equals(options)) {
        end();
        session = Optional.of(new Begun(options, SiteBuild.session(options)));
      }
      BuildReport report = session.get().session().build(Progress.NONE);
      session.get().session().settle();
      return report;
    }

    private void end() {
      session.ifPresent(begun -> begun.session().close());
      session = Optional.empty();
    }

    private BuildReport fresh() throws IOException {
      Path root = temp.resolve("fresh/place");
      remove(root);
      for (Map.Entry<String, byte[]> file : site.files().entrySet()) {
        Path path = root.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
      return SiteBuild.build(BuildOptions.of(root).withToday(site.today()), Progress.NONE);
    }

    private String story() {
      return name + ": " + String.join("; ", site.log());
    }
  }

  private static String text(BuildReport report) {
    return ProblemText.of(false).report(report.problems());
  }

  static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
