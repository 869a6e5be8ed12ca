package dev.assay.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.OperatingSystemMXBean;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.ProblemText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whole sites of a shape that nobody means: ten thousand tags on one note, twenty thousand links to one, a chain of scenarios that extend
/// each other. Each is built as it says, or refused with a few clear words.
///
/// Every build of this project makes small ones. `-Dassay.hostile=4` makes them a quarter as large and as large as their names say, and
/// fails when four times the site takes more than six times the processor's time; `-Dassay.shape=A_LONG_MENU` makes one of them.
class HostileSitesTest {
  private static final int FULL = Integer.getInteger("assay.hostile", 0);
  private static final double SMALL = 0.01;
  private static final double MOST_RATIO = 6;
  private static final int TRIES = 3;
  private static final Duration HANGING = Duration.ofSeconds(900);

  /// What a site is refused for that is larger than anybody needs.
  private static final Set<Code> LIMITS = Set.of(Code.FILE_TOO_LARGE, Code.FILE_UNREADABLE);

  private static final String SETTINGS = "title: Hostile\nbase_url: https://example.org/\ncards: false\n";

  @TempDir private Path temp;

  /// A site in the making.
  private static final class Folder {
    private final Path root;

    Folder(Path root) {
      this.root = root;
    }

    Folder file(String path, String text) {
      Path file = root.resolve(path);
      try {
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return this;
    }

    Folder note(String path, String head, String text) {
      return file("content/" + path + ".md", "---\ntitle: " + path.substring(path.lastIndexOf('/') + 1) + "\ndate: 2026-01-01\n" + head + "---\n" + text + "\n");
    }

    boolean has(String address) {
      return Files.isRegularFile(root.resolve("site" + address));
    }

    String page(String address) {
      try {
        return Files.readString(root.resolve("site" + address));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private interface Making {
    void site(Folder folder, int size);
  }

  private interface Check {
    boolean holds(Folder folder, int size);
  }

  /// A shape, its size at 4, how it is made, and what shows that it came out right.
  enum Shape {
    TAGS_ON_ONE_NOTE(
        10_000, (site, size) -> site.note("post/a", "tags: [" + many(size, i -> "t" + i, ",") + "]\n", "Text."),
        (site, size) -> site.has("/tags/t0/index.html") && site.has("/tags/t" + (size - 1) + "/index.html")),
    LINKS_TO_ONE_NOTE(
        20_000,
        (site, size) -> {
          site.note("post/a", "", "## Here\n\nText.");
          IntStream.range(0, size / 20 + 1).forEach(i -> site.note("post/n" + i, "", many(20, k -> "[a" + k + "](a.md#here)", " and ")));
        },
        (site, size) -> site.page("/post/a/index.html").contains("/post/n0/")),
    LINKS_IN_ONE_NOTE(
        20_000, (site, size) -> site.note("post/a", "", "Text.").note("post/b", "", many(size, i -> "[a" + i + "](a.md)", " ")),
        (site, size) -> site.page("/post/a/index.html").contains("/post/b/")),
    PREMISES_AND_EVENTS_OF_ONE_CLAIM(
        5_000,
        (site, size) -> {
          site.note("post/all", "", "- [Inference] All of it. {#all because=" + many(size, i -> "n" + i + "#x", ",") + "}");
          IntStream.range(0, size).forEach(
              i -> site.note("post/n" + i, "history:\n  - {claim: 'all#all', status: amended, date: 2026-02-0" + (1 + i % 9) + ", note: N " + i + "}\n", "- [Fact](https://e.example/" + i + ") It is " + i + ". {#x}"));
        },
        (site, size) -> site.page("/post/all/index.html").contains("/post/n" + (size - 1) + "/")),
    A_HUB_THAT_TAKES_EVERYTHING(
        5_000,
        (site, size) -> {
          site.note("hub/h", "gathers: {since: 1900-01-01}\n", "All.");
          IntStream.range(0, size).forEach(i -> site.note("post/n" + i, i == 0 ? "" : "follows: [n" + (i - 1) + "]\n", "- [Fact](https://e.example/" + i + ") It is " + i + ". {#x}"));
        },
        (site, size) -> site.has("/page/h/index.html") && site.has("/post/n" + (size - 1) + "/index.html")),
    ALIASES_OF_ONE_NOTE(
        3_000, (site, size) -> site.note("post/a", "aliases: [" + many(size, i -> "/old/" + i + "/", ", ") + "]\n", "Text."),
        (site, size) -> site.page("/old/" + (size - 1) + "/index.html").contains("/post/a/")),
    A_LONG_MENU(
        4_000,
        (site, size) -> site.file("content/site.yaml", SETTINGS + "menu:\n" + many(size, i -> "  - {label: Entry " + i + ", url: /post/a/#e" + i + "}", "\n") + "\n").note("post/a", "", "Text."),
        (site, size) -> site.page("/post/a/index.html").contains("Entry " + (size - 1) + "<")),
    A_TAXONOMY_OF_MANY_TERMS(
        10_000,
        (site, size) -> IntStream.range(0, size / 10 + 1).forEach(i -> site.note("post/n" + i, "categories: [" + many(10, k -> "term " + (10 * i + k), ", ") + "]\n", "Text.")),
        (site, size) -> site.has("/categories/term-" + (size - 1) + "/index.html")),
    FOLDERS_IN_FOLDERS(
        400, (site, size) -> IntStream.range(0, size).forEach(i -> site.note("f/".repeat(i + 1) + "n" + i, "", "Text.")),
        (site, size) -> site.has("/f/n0/index.html") || site.has("/f/index.html")),
    A_FOLDER_OF_TINY_NOTES(
        20_000, (site, size) -> IntStream.range(0, size).forEach(i -> site.file("content/post/n" + i + ".md", "x\n")),
        (site, size) -> site.has("/post/n" + (size - 1) + "/index.html")),
    SCENARIOS_THAT_EXTEND_ONE_ANOTHER(
        3_000,
        (site, size) ->
            site.file("content/data/scenarios.yaml", "s0: {hardware: h100-sxm, model: llama-3.1-70b, tp: 8}\n" + many(size, i -> "s" + (i + 1) + ": {extends: s" + i + ", cache_hit: 0.5}", "\n") + "\n")
                .note("post/a", "", "It is {cost}`s" + size + ".usd_per_million_output_tokens`."),
        (site, size) -> site.has("/cost/a/s" + size + ".json")),
    SCENARIOS_WITH_A_SETTING_MORE_EACH(
        2_000,
        (site, size) -> site.note("post/a", "scenarios:\n  s0: {hardware: h100-sxm, model: llama-3.1-70b, tp: 8}\n" + many(size, i -> "  s" + (i + 1) + ": {extends: s" + i + ", label: L" + i + "}", "\n") + "\n", "It is {cost}`s" + size + ".usd_per_million_output_tokens`."),
        (site, size) -> site.has("/cost/a/s" + size + ".json"));

    private final int most;
    private final Making making;
    private final Check check;

    Shape(int most, Making making, Check check) {
      this.most = most;
      this.making = making;
      this.check = check;
    }
  }

  private static String many(int count, IntFunction<String> each, String between) {
    return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining(between));
  }

  @ParameterizedTest
  @EnumSource
  void isBuiltAsItSays(Shape shape) {
    assumeTrue(shape.name().equals(System.getProperty("assay.shape", shape.name())), "another is asked for");
    assertTimeoutPreemptively(
        HANGING,
        () -> {
          if (FULL == 0) {
            seconds(shape, SMALL);
          } else {
            compare(shape);
          }
        });
  }

  private void compare(Shape shape) throws IOException {
    seconds(shape, SMALL);
    double once = seconds(shape, FULL / 16.0);
    double large = seconds(shape, FULL / 4.0);
    for (int tries = 1; tries < TRIES && large > MOST_RATIO * once; tries++) {
      once = Math.min(once, seconds(shape, FULL / 16.0));
      large = Math.min(large, seconds(shape, FULL / 4.0));
    }
    String told = String.format(Locale.ROOT, "%-40s %6d: %6.2f s, %6.2f s, ratio %.1f", shape, (int) (shape.most * FULL / 4.0), once, large, large / once);
    System.out.println(told);
    assertTrue(large <= MOST_RATIO * once, told);
  }

  /// How long a build takes, whose outcome is looked at.
  private double seconds(Shape shape, double scale) throws IOException {
    int size = Math.max(3, (int) (shape.most * scale));
    Path memory = Path.of("/dev/shm");
    Path root = Files.createTempDirectory(FULL > 0 && Files.isWritable(memory) ? memory : temp, "hostile");
    try {
      Folder folder = new Folder(root).file("content/site.yaml", SETTINGS);
      shape.making.site(folder, size);
      OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      long begin = machine.getProcessCpuTime();
      BuildReport report = Sites.build(root);
      long end = machine.getProcessCpuTime();
      boolean refused = report.problems().stream().anyMatch(problem -> problem.isError() && LIMITS.contains(problem.code()));
      if (refused && FULL > 0) {
        System.out.println(shape + " at " + size + " is refused: " + report.problems().getFirst().message());
      }
      assertTrue(report.succeeded() || refused, () -> shape + " " + Sites.problems(report).lines().limit(20).collect(Collectors.joining("\n")));
      assertTrue(refused || shape.check.holds(folder, size), shape + " at " + size);
      List<Problem> lengthy = new ArrayList<>(report.problems());
      lengthy.removeIf(problem -> problem.message().length() < 1_100);
      assertEquals(List.of(), lengthy);
      assertTrue(ProblemText.of(false).report(report.problems()).length() < 100_000, shape + " says too much");
      return (end - begin) / 1e9;
    } finally {
      try (Stream<Path> files = Files.walk(root)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
      }
    }
  }
}
