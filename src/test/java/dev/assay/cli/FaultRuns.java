package dev.assay.cli;

import dev.assay.build.BuildOptions;
import dev.assay.build.BuildReport;
import dev.assay.build.Progress;
import dev.assay.build.SiteBuild;
import dev.assay.build.SiteSession;
import dev.assay.problem.ProblemText;
import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import dev.assay.testing.faults.Faults;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Does what a writer does, on a disk of which one operation fails, and looks at what is left: a process of its own, since the disk
/// is that of the whole process. Says what it found, a line each, and how many runs there were.
///
/// `FaultRuns FOLDER STRIDE START`: every so manieth operation, from one on.
final class FaultRuns {
  private static final String SITE =
      """
      -- content/site.yaml --
      title: Small
      base_url: https://small.example/
      cards: false
      search: false
      citations: []
      llms: false
      feeds: {formats: [rss]}
      -- content/post/one.md --
      ---
      title: One
      date: 2026-01-02
      ---
      It is so, see [two](two.md).

      - [Speculation] It comes true. {#guess due=2026-03-01 probability=60%}
      -- content/post/two.md --
      ---
      title: Two
      date: 2026-02-02
      ---
      What happened, as [one](one.md) says.
      -- content/post/three.md --
      ---
      title: Three
      date: 2026-02-03
      ---
      Nothing.
      -- site/notes.txt --
      somebody's own
      """;

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  private final Path place;
  private final int stride;
  private final int start;
  private final List<String> found = new ArrayList<>();
  private int runs;

  private FaultRuns(Path place, int stride, int start) {
    this.place = place;
    this.stride = stride;
    this.start = start;
  }

  public static void main(String[] args) throws IOException {
    FaultRuns runs = new FaultRuns(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    String only = args.length > 3 ? args[3] : "";
    for (Work work : runs.all()) {
      if (only.isEmpty() || work.name().equals(only)) {
        runs.every(work);
      }
    }
    runs.found.forEach(System.out::println);
    System.out.println("runs " + runs.runs + ", found " + runs.found.size());
    System.exit(runs.found.isEmpty() ? 0 : 1);
  }

  /// What is done, and what has to hold.
  ///
  /// @param before makes the site from which it starts
  /// @param task   gives true when it says that it was done
  private record Work(String name, Step before, Task task) {}

  private interface Step {
    void in(Path root) throws IOException;
  }

  private interface Task {
    boolean in(Path root) throws IOException;
  }

  private List<Work> all() {
    Step built = root -> good(build(root));
    Step edited =
        root -> {
          good(build(root));
          Files.writeString(root.resolve("content/post/one.md"), Files.readString(root.resolve("content/post/one.md")).replace("title: One", "title: First"));
          Files.writeString(root.resolve("content/post/new.md"), "---\ntitle: New\ndate: 2026-03-03\n---\nNew.\n");
          Files.delete(root.resolve("content/post/three.md"));
        };
    Step text =
        root -> {
          good(build(root));
          Files.writeString(root.resolve("content/post/one.md"), Files.readString(root.resolve("content/post/one.md")) + "\nMore.\n");
        };
    Path feed = place.resolve("feed.xml");
    return List.of(
        new Work("first", _ -> {}, root -> build(root).succeeded()),
        new Work("edit", edited, root -> build(root).succeeded()),
        new Work("text", text, root -> build(root).succeeded()),
        new Work("nothing", built, root -> build(root).succeeded()),
        new Work("session", built, FaultRuns::inSession),
        new Work("mv", built, root -> run("mv", "post/one.md", "post/moved.md", "--root", root.toString())),
        new Work("ids", built, root -> run("fix", "--ids", "--root", root.toString())),
        new Work("resolve", built, root -> run("resolve", "one#guess", "confirmed", "--note", "It did.", "--date", "2026-03-02", "--root", root.toString())),
        new Work("new", built, root -> run("new", "note", "A new one", "--root", root.toString())),
        new Work("import", built, root -> run("import", feed.toString(), "--root", root.toString())));
  }

  private static boolean inSession(Path root) throws IOException {
    try (SiteSession session = SiteBuild.session(BuildOptions.of(root).withToday(TODAY))) {
      boolean done = session.build(Progress.NONE).succeeded();
      // The writer's own program does not fail.
      try (OutputStream file = new FileOutputStream(root.resolve("content/post/one.md").toFile())) {
        file.write((SiteText.of(SITE).tree().text("content/post/one.md") + "\nMore.\n").getBytes(StandardCharsets.UTF_8));
      }
      done &= session.build(Progress.NONE).succeeded();
      session.settle();
      // What a session was told of by a fault it does not forget.
      return session.build(Progress.NONE).succeeded() && done;
    }
  }

  private static BuildReport build(Path root) {
    BuildOptions options = BuildOptions.of(root).withToday(TODAY);
    return SiteBuild.build(options, Progress.NONE);
  }

  private static void good(BuildReport report) {
    if (!report.succeeded()) {
      throw new IllegalStateException(ProblemText.of(false).report(report.problems()));
    }
  }

  private static boolean run(String... args) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    int code = Main.run(new Terminal(out, out, false, false), args);
    if (code != 0 && Boolean.getBoolean("assay.loud") || said.toString(StandardCharsets.UTF_8).contains("\tat dev.assay")) {
      throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
    }
    return code == 0;
  }

  private void every(Work work) throws IOException {
    Path origin = place.resolve("origin");
    remove(origin);
    SiteText.of(SITE).into(origin.resolve("site"));
    Files.writeString(
        place.resolve("feed.xml"),
        "<rss version=\"2.0\"><channel><title>F</title><link>https://f.example/</link><description>D</description>"
            + "<item><title>Came in</title><link>https://f.example/a</link><pubDate>Mon, 02 Feb 2026 10:00:00 GMT</pubDate><description>Text.</description></item>"
            + "<item><title>Came too</title><link>https://f.example/b</link><pubDate>Tue, 03 Feb 2026 10:00:00 GMT</pubDate><description>Text.</description></item></channel></rss>\n");
    Path root = origin.resolve("site");
    work.before().in(root);
    Tree inputs = inputs(root);
    Tree oldSite = site(root);
    // How it ends when nothing fails.
    Path sound = copy(root);
    Faults count = Faults.begin(sound, Faults.Kind.ERROR, Integer.MAX_VALUE);
    boolean done = work.task().in(sound);
    Faults.end();
    if (!done) {
      throw new IllegalStateException(work.name() + " does not work at all");
    }
    Tree after = inputs(sound);
    good(build(sound));
    Tree newSite = site(sound);
    for (Faults.Kind kind : Faults.Kind.values()) {
      for (int i = start; i <= count.operations(); i += stride) {
        if (count.matters(kind, i)) {
          runs++;
          one(work, kind, i, root, List.of(inputs, after), List.of(oldSite, newSite));
        }
      }
    }
    System.out.println(work.name() + ": " + count.operations() + " operations");
  }

  private void one(Work work, Faults.Kind kind, int at, Path origin, List<Tree> inputs, List<Tree> sites) throws IOException {
    Path root = copy(origin);
    Faults faults = Faults.begin(root, kind, at);
    boolean done = false;
    String how = "";
    try {
      done = work.task().in(root);
    } catch (Faults.Halt _) {
      how = " (halted)";
    } catch (RuntimeException | Error e) {
      how = " (" + e + trace(e) + ")";
      if (!halted(e)) {
        found.add(work.name() + " " + kind + " at " + at + " (" + faults.told() + "): thrown: " + e + trace(e));
      }
    } finally {
      Faults.end();
    }
    String what = work.name() + " " + kind + " at " + at + " (" + faults.told() + ")" + how + (done ? " done" : "") + ": ";
    // At once: whole files, each old or new, and nobody's own is touched.
    Tree left = site(root);
    for (Map.Entry<String, byte[]> file : left.files().entrySet()) {
      boolean known = sites.stream().anyMatch(site -> java.util.Arrays.equals(site.files().get(file.getKey()), file.getValue()));
      if (!known) {
        found.add(what + "torn or strange: site/" + file.getKey());
      }
    }
    TreeSet<String> inAll = new TreeSet<>(sites.getFirst().files().keySet());
    inAll.retainAll(sites.getLast().files().keySet());
    inAll.removeAll(left.files().keySet());
    if (!inAll.isEmpty()) {
      found.add(what + "lost: " + inAll);
    }
    // The next build completes it.
    BuildReport next = build(root);
    if (!next.succeeded()) {
      found.add(what + "the next build fails: " + ProblemText.of(false).report(next.problems()));
      return;
    }
    Tree now = inputs(root);
    boolean isOld = now.equals(inputs.getFirst());
    boolean isNew = now.equals(inputs.getLast());
    boolean some = ofMany(work) && inputs.getFirst().changed(now).stream().allMatch(file -> java.util.Arrays.equals(now.files().get(file), inputs.getLast().files().get(file)));
    if (!(isNew || (isOld && !done) || (some && !done))) {
      found.add(what + "the files of the site are neither old nor new: " + inputs.getLast().difference(now).lines().limit(6).toList());
      return;
    }
    if (done || isNew) {
      String difference = sites.getLast().difference(site(root));
      if (!difference.isEmpty()) {
        found.add(what + "the next build is not the site: " + difference.lines().limit(6).toList());
      }
    }
    BuildReport again = build(root);
    if (again.written() + again.removed() > 0) {
      found.add(what + "not complete: " + again.written() + " more written");
    }
    if (!isNew && !work.task().in(root)) {
      found.add(what + "it cannot be done again");
    }
    if (!isNew && !inputs.getLast().equals(inputs(root))) {
      found.add(what + "done again, it is not the same: " + inputs.getLast().difference(inputs(root)).lines().limit(6).toList());
    }
  }

  /// Does something to each of many files by itself: what was done is done, and the rest is done the next time.
  private static boolean ofMany(Work work) {
    return work.name().equals("import") || work.name().equals("ids");
  }

  private static boolean halted(Throwable e) {
    return e != null && (e instanceof Faults.Halt || halted(e.getCause()) || java.util.Arrays.stream(e.getSuppressed()).anyMatch(FaultRuns::halted));
  }

  private static String trace(Throwable e) {
    return java.util.Arrays.stream(e.getStackTrace()).filter(each -> each.getClassName().startsWith("dev.assay.") && !each.getClassName().contains("faults")).limit(4).map(each -> " < " + each.getClassName().replaceFirst(".*\\.", "") + ":" + each.getLineNumber()).reduce("", String::concat);
  }

  /// What the writer has, with what a command may leave beside it.
  private static Tree inputs(Path root) {
    Tree all = Tree.of(root);
    TreeMap<String, byte[]> inputs = new TreeMap<>();
    all.files().forEach((path, bytes) -> {
      // A hidden file is no part of the site; the next command takes it away.
      boolean hidden = path.substring(path.lastIndexOf('/') + 1).startsWith(".");
      if (!path.startsWith("site/") && !path.startsWith(".assay/") && !hidden) {
        // A new note is dated to the second.
        String text = new String(bytes, StandardCharsets.UTF_8).replaceAll("date: 2[-0-9]+T[-+:0-9Z]+", "date: now");
        inputs.put(path, text.getBytes(StandardCharsets.UTF_8));
      }
    });
    return new Tree(inputs);
  }

  private static Tree site(Path root) {
    return Tree.of(root.resolve("site")).only(path -> !path.startsWith(".assay-staging/") && !path.equals(".assay-files"));
  }

  private Path copy(Path from) throws IOException {
    Path to = place.resolve("run").resolve("site");
    remove(to);
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
    return to;
  }

  static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
