package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.ProblemText;
import dev.assay.problem.SourceText;
import dev.assay.testing.HostileNotes;
import dev.assay.testing.HostileNotes.Hostile;
import dev.assay.testing.SiteText;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Notes made to hang or overflow a program go the whole way of a note, at one, two and four times a size: each comes out as a page or is
/// refused with a place, in at most a second of processor time, and four times the note takes at most six times as long.
///
/// Tests run with a stack of 640 KB. Time is that of the processor, so that a busy machine counts for nothing, and below a tenth of a
/// second for the largest size it is too short to say anything: only notes above that are read in the smaller sizes as well.
/// `-Dassay.hostile=1` reads all in all sizes, makes the whole site with each, and tells what each took; `-Dassay.hostile=8` does it with
/// notes eight times as large. There only the ratio counts: a note that names hundreds of companies makes hundreds of pages.
class HostileNotesTest {
  private static final int SCALE = Integer.getInteger("assay.hostile", 1);
  private static final boolean LARGE = System.getProperty("assay.hostile") != null;

  /// Below this a time says more of the machine and of its compiler than of the note. A test of every commit runs beside others on
  /// machines that nobody knows, so only what is far out of bounds fails there; the figures are held by `-Dassay.hostile=1`.
  private static final double FLOOR = LARGE ? 0.1 : 0.75;
  private static final double MOST_RATIO = 6;
  private static final double MOST_SECONDS = 3;
  private static final int TRIES = 4;
  private static final Duration HANGING = Duration.ofSeconds(120);

  private static final String SITE =
      """
      -- content/site.yaml --
      title: Hostile
      base_url: https://example.org/
      languages: [en, ko]
      typography: true
      link_entities: true
      bibliography: data/sources.yaml
      entities:
        - {name: Acme, kind: company, names: {ko: 아크미}, aliases: [Acme Corporation], ticker: ["ACME"]}
        - {name: Other, kind: company}
      -- content/data/sources.yaml --
      kim2026: {type: book, author: ["Kim, Min"], title: A book, issued: 2026}
      lee2026: {type: book, author: ["Lee, Sun"], title: Another, issued: 2026}
      -- content/data/rows.csv --
      name,price
      a,1
      b,2
      c,4
      -- content/include/piece.md --
      A *piece*.
      -- content/include/ring.md --
      {include ring.md}
      -- content/include/double.md --
      {include double1.md}

      {include double1.md}
      -- content/include/double1.md --
      {include double2.md}

      {include double2.md}
      -- content/include/double2.md --
      {include double3.md}

      {include double3.md}
      -- content/include/double3.md --
      {include double4.md}

      {include double4.md}
      -- content/include/double4.md --
      {include piece.md}

      {include piece.md}
      -- content/post/x.md --
      ---
      title: In whose place the others come
      date: 2026-05-01
      ---

      Text.
      -- content/post/y.md --
      ---
      title: Another
      date: 2026-04-01
      ---

      Text.
      """;

  private static WholeWay way;

  @BeforeAll
  static void site(@TempDir Path root) {
    SiteText.of(SITE).into(root);
    way = new WholeWay(root, "post/x.md");
    way.send("---\ntitle: To get warm\n---\n\nText.\n", LARGE);
  }

  @AfterAll
  static void done() {
    way.close();
  }

  static List<Hostile> notes() {
    return HostileNotes.all();
  }

  @Test
  void thereAreManyFamilies() {
    assertTrue(notes().size() >= 242, notes().size() + " families");
    assertEquals(notes().size(), notes().stream().map(Hostile::name).distinct().count());
  }

  @ParameterizedTest
  @MethodSource("notes")
  void becomesAPageOrIsRefusedSoon(Hostile hostile) {
    assertTimeoutPreemptively(HANGING, () -> check(hostile));
  }

  private static void check(Hostile hostile) {
    double large = seconds(hostile, 4 * SCALE);
    if (!LARGE && large <= FLOOR) {
      return;
    }
    double once = seconds(hostile, SCALE);
    double twice = seconds(hostile, 2 * SCALE);
    // A pause of the machine makes a time longer and never shorter, so the shortest of several is the truest.
    for (int tries = 1; tries < TRIES && isTooSlow(once, large); tries++) {
      large = Math.min(large, seconds(hostile, 4 * SCALE));
      once = Math.min(once, seconds(hostile, SCALE));
    }
    String told =
        String.format(
            Locale.ROOT, "%-50s %9d characters %6.2f s %6.2f s %6.2f s, ratio %.1f", hostile.name(), hostile.text().apply(4 * SCALE).length(), once, twice, large,
            large / Math.max(once, 0.01));
    if (LARGE) {
      System.out.println(told);
    }
    assertTrue(!isTooSlow(once, large), told);
  }

  private static boolean isTooSlow(double once, double large) {
    return large > FLOOR && (large > MOST_RATIO * once || (!LARGE && large > MOST_SECONDS));
  }

  /// How long a note takes, which is checked on its way.
  private static double seconds(Hostile hostile, int size) {
    String text = hostile.text().apply(size);
    OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long begin = machine.getProcessCpuTime();
    WholeWay.Arrived arrived = way.send(text, LARGE);
    long end = machine.getProcessCpuTime();
    inspect(arrived, hostile.name() + " at " + size);
    return (end - begin) / 1e9;
  }

  private static void inspect(WholeWay.Arrived arrived, String about) {
    assertTrue(arrived.refused() || arrived.made() > 0, about);
    for (Problem problem : arrived.problems()) {
      Place place = problem.place();
      assertTrue(!problem.message().isEmpty() && problem.message().length() < 2000 && problem.message().indexOf('\n') < 0, () -> about + " " + problem);
      if (place.file().equals(arrived.text().file())) {
        inspect(arrived.text(), place, about);
      }
    }
    assertTrue(ProblemText.of(false).report(arrived.problems()).length() < 500_000, about);
  }

  private static void inspect(SourceText text, Place place, String about) {
    assertTrue(place.line() >= 1 && place.line() <= text.lines(), () -> about + " " + place);
    String line = text.line(place.line());
    assertTrue(place.column() >= 1 && place.column() <= line.codePointCount(0, line.length()) + 1, () -> about + " " + place);
  }
}
