import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Lays out `target/distribution`: the program with a Java of its own, ready to be packed. `mvn -Pdist package` runs it with the
/// JDK that compiled the program, after the jar, its libraries and the list of components were made.
///
/// The same sources and the same JDK give the same bytes. For that the class data archive is dumped from a list of classes that
/// was sorted, instead of being recorded with the newer `-XX:AOTCacheOutput`: that one also keeps how often and how fast things
/// ran in its training, so no two are alike, and with the flags of our launcher it started no faster.
final class Distribution {
  /// What jdeps cannot see because it is looked up by name: the letters of old feeds (EUC-KR, Shift_JIS), and what languages are
  /// called in themselves.
  private static final List<String> LOOKED_UP = List.of("jdk.charsets", "jdk.localedata");

  /// The launcher beside this file starts the program with the same; an archive serves one collector and one size of pointers.
  private static final List<String> FLAGS = List.of("-XX:+UseParallelGC", "-XX:ParallelGCThreads=2", "-Xmn64m", "-XX:TieredStopAtLevel=1", "-XX:Tier3BackEdgeThreshold=8000", "-Djdk.reflect.useNativeAccessorOnly=true", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8");

  /// Compiled for Java 5: when something of ours refers to these classes, the dump keeps addresses of the running machine in them.
  private static final String NOT_ARCHIVED = "org/jdom2/";

  /// Where it is laid out, on every machine: a class data archive holds the path of its jars, and a path with a space in it loads
  /// other classes. One distribution is made at a time, and what one left that was cut off is cleared away by the next.
  private static final Path FIXED = Path.of(System.getProperty("java.io.tmpdir"), "assay-distribution");

  /// Held by whoever works there; the system lets go of it when a process ends in any way.
  private static final Path LOCK = FIXED.resolveSibling("assay-distribution.lock");

  private final Path project;
  private final Path target;
  private final Path into = FIXED.resolve("assay");
  private final FileTime time;

  private Distribution(Path project, Instant time) {
    this.project = project;
    this.target = project.resolve("target");
    this.time = FileTime.from(time);
  }

  /// @param args the project's folder, and the time that every file gets
  public static void main(String[] args) throws IOException, InterruptedException {
    Distribution distribution = new Distribution(Path.of(args[0]).toAbsolutePath(), Instant.parse(args[1]));
    try (FileChannel channel = FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        System.out.println("waiting for another that is being made in " + FIXED);
        lock = channel.lock();
      }
      try {
        clear();
        distribution.make();
      } finally {
        delete(FIXED);
        lock.release();
      }
    } catch (AccessDeniedException e) {
      throw new IOException("'" + e.getFile() + "' belongs to somebody else: remove it, or set JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=FOLDER", e);
    }
  }

  /// A fresh folder of the fixed name. What lies there is of a run that was cut off; a link is taken away, never followed.
  private static void clear() throws IOException {
    if (Files.exists(FIXED, LinkOption.NOFOLLOW_LINKS)) {
      System.out.println("removing " + FIXED + ", which a run that was cut off has left");
      delete(FIXED);
    }
    Files.createDirectory(FIXED);
  }

  private void make() throws IOException, InterruptedException {
    layOut();
    link();
    date();
    archiveClasses();
    date();
    Path made = target.resolve("distribution");
    delete(made);
    try (Stream<Path> all = Files.walk(into)) {
      for (Path each : (Iterable<Path>) all::iterator) {
        Files.copy(each, made.resolve(into.relativize(each).toString()), StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  private void layOut() throws IOException {
    Path program = into.resolve("program");
    copy(target.resolve("assay.jar"), program.resolve("assay.jar"));
    copy(target.resolve("lib"), program.resolve("lib"));
    copy(project.resolve("src/dist/assay"), into.resolve("assay"));
    copy(project.resolve("src/dist/README.txt"), into.resolve("README.txt"));
    copy(target.resolve("assay.cdx.json"), into.resolve("assay.cdx.json"));
    for (String each : List.of("LICENSE", "NOTICE", "THIRD-PARTY.md", "SECURITY.md", "CHANGELOG.md", "content", "templates")) {
      copy(project.resolve(each), into.resolve(each));
    }
  }

  private void link() throws IOException, InterruptedException {
    List<String> jars = new ArrayList<>(List.of(into.resolve("program/assay.jar").toString()));
    try (Stream<Path> libraries = Files.list(into.resolve("program/lib"))) {
      libraries.map(Path::toString).sorted().forEach(jars::add);
    }
    List<String> jdeps = new ArrayList<>(List.of(tool("jdeps"), "--ignore-missing-deps", "--multi-release", "25", "--print-module-deps"));
    jdeps.addAll(jars);
    String last = run(target, jdeps).lines().reduce("", (_, line) -> line);
    TreeSet<String> modules = new TreeSet<>(List.of(last.strip().split(",")));
    modules.addAll(LOOKED_UP);
    System.out.println("modules: " + String.join(",", modules));
    run(
        target,
        List.of(
            tool("jlink"), "--add-modules", String.join(",", modules), "--strip-java-debug-attributes", "--no-header-files", "--no-man-pages",
            "--output", into.resolve("runtime").toString()));
  }

  /// A build of the demonstration, and one that finds nothing to do, show which classes a build loads.
  private void archiveClasses() throws IOException, InterruptedException {
    Path work = FIXED.resolve("training");
    delete(work);
    copy(into.resolve("content"), work.resolve("content"));
    copy(into.resolve("templates"), work.resolve("templates"));
    TreeSet<String> classes = new TreeSet<>();
    for (int i = 0; i < 2; i++) {
      Path list = work.resolve("classes.txt");
      List<String> build = java("-XX:DumpLoadedClassList=" + list);
      build.addAll(List.of("build", "--root", work.toString(), "--jobs", "1", "--today", time.toString().substring(0, 10), "--quiet"));
      run(work, build);
      for (String line : Files.readAllLines(list)) {
        // Numbers of classes, and what had been resolved by then, are of chance.
        if (!line.startsWith("#") && !line.startsWith("@cp ") && !line.contains(NOT_ARCHIVED)) {
          classes.add(line.replaceFirst(" id: .*", ""));
        }
      }
    }
    Path sorted = work.resolve("sorted.txt");
    Files.write(sorted, classes);
    run(work, java("-Xshare:dump", "-XX:SharedClassListFile=" + sorted, "-XX:SharedArchiveFile=" + into.resolve("program/assay.jsa")));
    delete(work);
  }

  private List<String> java(String... options) {
    List<String> command = new ArrayList<>(List.of(into.resolve("runtime/bin/java").toString()));
    command.addAll(FLAGS);
    command.addAll(Arrays.asList(options));
    command.addAll(List.of("-jar", into.resolve("program/assay.jar").toString()));
    return command;
  }

  private static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  private static String run(Path folder, List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    // Nothing of the machine that builds may be seen.
    builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
    builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8", "TZ", "UTC"));
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + "\n" + output);
    }
    return output;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : (Iterable<Path>) all::iterator) {
        Path copy = to.resolve(from.relativize(each).toString());
        Files.createDirectories(copy.getParent());
        if (Files.isDirectory(each)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(each, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    if (to.endsWith("assay") && !to.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + to + " executable");
    }
  }

  /// A class data archive is good for jars with the times that they had when it was made, and tar restores the time of its entries.
  private void date() throws IOException {
    try (Stream<Path> all = Files.walk(into)) {
      all.forEach(
          each -> {
            try {
              Files.getFileAttributeView(each, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS).setTimes(time, time, null);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
        Files.delete(each);
      }
    }
  }
}
