package dev.assay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.assay.build.BuildOptions;
import dev.assay.build.BuildReport;
import dev.assay.build.Progress;
import dev.assay.build.SiteBuild;
import dev.assay.build.SiteSession;
import dev.assay.serve.Preview;
import dev.assay.serve.Rebuild;
import dev.assay.testing.Tree;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A day at a desk: a preview that stands open while notes, heads, templates and pictures are edited, folders come and go, notes are broken
/// and mended, and browsers look, listen and leave without a word. At its end the preview holds no more memory, files and threads than in
/// the morning, and shows what a clean build makes. `-Dassay.day=3000` says how many edits a day has.
class DayOfEditsTest {
  private static final int EDITS = Integer.getInteger("assay.day", 24);
  private static final int NOTES = 10;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @TempDir private Path root;
  private final SplittableRandom random = new SplittableRandom(Long.getLong("assay.seed", 20261123L));
  private final AtomicInteger builds = new AtomicInteger();
  private final Deque<Socket> listeners = new ArrayDeque<>();
  private int port;

  /// What a process holds.
  ///
  /// @param heap in bytes, after what is garbage has been collected
  private record Held(long heap, long files, int threads) {
    static Held now() throws InterruptedException {
      MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
      long least = Long.MAX_VALUE;
      for (int i = 0; i < 4; i++) {
        System.gc();
        Thread.sleep(20);
        least = Math.min(least, memory.getHeapMemoryUsage().getUsed());
      }
      long files = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix ? unix.getOpenFileDescriptorCount() : 0;
      return new Held(least, files, ManagementFactory.getThreadMXBean().getThreadCount());
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.1f MB heap after collection, %d open files, %d threads", heap / 1e6, files, threads);
    }
  }

  @Test
  @Timeout(1200)
  void theEveningHoldsNoMoreThanTheMorning() throws Exception {
    fill();
    BuildOptions options = BuildOptions.of(root).withToday(TODAY).withOutput(root.resolve(".assay/preview")).withBaseUrl("http://localhost:4000/");
    try (SiteSession session = SiteBuild.session(options)) {
      Preview.Settings settings = new Preview.Settings(options.output(), List.of(root.resolve("content"), root.resolve("templates")), 0);
      Preview preview = assertInstanceOf(Preview.Running.class, Preview.start(settings, rebuild(session))).preview();
      port = preview.address().getPort();
      try {
        await(1);
        live(EDITS / 4);
        Held morning = rest();
        System.out.println("after " + builds + " builds " + morning);
        Held evening = morning;
        for (int quarter = 0; quarter < 4; quarter++) {
          live(EDITS / 4);
          evening = rest();
          System.out.println("after " + builds + " builds " + evening);
        }
        assertTrue(evening.heap() <= morning.heap() * 1.1 + 3e6, morning + " became " + evening);
        assertTrue(evening.files() <= morning.files() + 8, morning + " became " + evening);
        assertTrue(evening.threads() <= morning.threads() + 8, morning + " became " + evening);
      } finally {
        preview.close();
      }
    }
    Path fresh = root.resolve("fresh");
    assertTrue(SiteBuild.build(options.withOutput(fresh).withClean(true), Progress.NONE).succeeded());
    assertEquals("", Tree.of(fresh).only(path -> !path.startsWith(".")).difference(Tree.of(options.output()).only(path -> !path.startsWith("."))));
  }

  private Rebuild rebuild(SiteSession session) {
    return new Rebuild() {
      @Override
      public Outcome run() {
        BuildReport report = session.build(Progress.NONE);
        return new Outcome(report.problems());
      }

      @Override
      public void settle() {
        session.settle();
        builds.incrementAndGet();
      }
    };
  }

  private void fill() throws IOException {
    Files.createDirectories(root.resolve("content/post"));
    Files.createDirectories(root.resolve("content/hub"));
    Files.createDirectories(root.resolve("templates/assets"));
    Files.writeString(root.resolve("content/site.yaml"), "title: Day\nlanguages: [en, ko]\ncards: false\n");
    Files.writeString(root.resolve("content/hub/h.md"), "---\ntitle: Hub\n---\nIt gathers.\n");
    for (int i = 0; i < NOTES; i++) {
      write(i, 0);
    }
  }

  private Path note(int number) {
    return root.resolve("content/post/n" + number + ".md");
  }

  private void write(int number, int edit) throws IOException {
    Files.writeString(
        note(number),
        "---\ntitle: Note " + number + "\ndate: 2026-0" + (1 + number % 9) + "-01\ntags: [t" + number % 4 + "]\nhubs: [h]\n---\nFirst words of " + number + ".\n\n- **[Fact]** It is so, [says it](https://e.example/" + number
            + "). {#a}\n- [Inference] And so on. {#b because=#a}\n\n| a | b |\n|---|---|\n| 1 | " + edit + " |\n\nThe last edit was " + edit + ".\n");
  }

  private void live(int edits) throws Exception {
    for (int i = 0; i < edits; i++) {
      int before = builds.get();
      edit(i);
      await(before + 1);
      if (i % 3 == 0) {
        look(i);
      }
    }
  }

  /// One save, or what comes with one.
  private void edit(int i) throws IOException {
    int number = random.nextInt(NOTES);
    switch (random.nextInt(12)) {
      case 0 -> Files.writeString(note(number), Files.readString(note(number)).replaceFirst("title: .*", "title: Title " + i));
      case 1 -> Files.writeString(note(number), Files.readString(note(number)) + "\n[nowhere](missing.md) " + i + "\n");
      case 2 -> {
        // As editors save that write beside and rename.
        Files.writeString(root.resolve("content/post/.saved"), Files.readString(note(number)) + "\nAs by an editor " + i + ".\n");
        Files.move(root.resolve("content/post/.saved"), note(number), StandardCopyOption.REPLACE_EXISTING);
      }
      case 3 -> {
        Path folder = root.resolve("content/f" + i % 7);
        if (Files.exists(folder)) {
          Files.delete(folder.resolve("x.md"));
          Files.delete(folder);
        } else {
          Files.createDirectories(folder);
          Files.writeString(folder.resolve("x.md"), "---\ntitle: X" + i + "\ndate: 2026-01-01\n---\nText " + i + ".\n");
        }
      }
      case 4 -> Files.writeString(root.resolve("templates/not-found.ftlh"), "<p>${t(\"missing.title\")} " + i + "</p>");
      case 5 -> Files.writeString(root.resolve("templates/assets/site.css"), ":root { --accent: #" + (100 + i % 900) + "; }\n");
      case 6 -> Files.writeString(root.resolve("content/post/p.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + (1 + i) + "\" height=\"4\"/>");
      default -> write(number, i);
    }
  }

  private void await(int count) throws InterruptedException {
    long until = System.nanoTime() + 120_000_000_000L;
    while (builds.get() < count) {
      assertTrue(System.nanoTime() < until, "an edit was not noticed");
      Thread.sleep(2);
    }
  }

  /// Browsers: one reads a page, one asks and leaves, one listens for a while.
  private void look(int i) throws IOException {
    try (Socket socket = ask("/post/n" + i % NOTES + "/")) {
      socket.getInputStream().readAllBytes();
    }
    ask("/search/").close();
    listeners.add(ask("/.assay/events"));
    if (listeners.size() > 5) {
      listeners.remove().close();
    }
  }

  private Socket ask(String path) throws IOException {
    Socket socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(20_000);
    socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(UTF_8));
    return socket;
  }

  /// All listeners go, and all notes are as they were at first: what is held then can be compared.
  private Held rest() throws Exception {
    while (!listeners.isEmpty()) {
      listeners.remove().close();
    }
    for (int round = 0; round < 3; round++) {
      int before = builds.get();
      for (int i = 0; i < NOTES; i++) {
        write(i, round);
      }
      await(before + 1);
    }
    int before;
    do {
      before = builds.get();
      Thread.sleep(300);
    } while (builds.get() > before);
    return Held.now();
  }
}
