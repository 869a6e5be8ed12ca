package dev.assay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The launcher `assay`, run as a user runs it, on a machine made of scripts: JDKs that only print what they are
/// given, a Maven that only makes the files a build makes, and a PATH with nothing else on it.
@Timeout(60)
class LauncherTest {
  private static final List<String> TOOLS =
      List.of("find", "readlink", "mkdir", "rm", "ln", "touch", "cat", "cp", "mv", "sleep");

  @TempDir private Path temp;
  private Path program;
  private Path bin;
  private Path jdks;
  private final Map<String, String> environment = new TreeMap<>();

  @BeforeEach
  void aMachineWithMavenAndJdk25() throws IOException {
    program = temp.resolve("the program");
    bin = Files.createDirectories(temp.resolve("bin"));
    jdks = Files.createDirectories(temp.resolve("java folders"));
    for (String tool : TOOLS) {
      script(bin.resolve(tool), "#!/bin/sh\nexec " + found(tool) + " \"$@\"\n");
    }
    Files.createDirectories(program.resolve("src/main/java"));
    Files.createDirectories(program.resolve("templates"));
    Files.createDirectories(program.resolve("content"));
    Files.writeString(program.resolve("pom.xml"), "<project/>");
    script(program.resolve("assay"), Files.readString(Path.of("assay")));
    script(
        bin.resolve("mvn"),
        """
        #!/bin/sh
        echo "mvn with $JAVA_HOME in $PWD: $*" >>"$MAVEN_LOG"
        [ -z "${MAVEN_SLEEP-}" ] || sleep "$MAVEN_SLEEP"
        if [ -n "${MAVEN_FAILS-}" ]; then echo "[ERROR] Note.java:7 ';' expected"; exit 1; fi
        mkdir -p target/lib
        : >target/assay.jar
        """);
    jdk("jdk-25", "25.0.3");
    environment.put("PATH", bin.toString());
    environment.put("HOME", temp.resolve("no home").toString());
    environment.put("ASSAY_JDK_DIRS", jdks.toString());
    environment.put("MAVEN_LOG", temp.resolve("maven.log").toString());
  }

  @Test
  void buildsTheProgramOnceAndThenOnlyStartsIt() throws Exception {
    Run first = run("build", "--quiet");
    assertEquals(0, first.exit(), first.toString());
    assertTrue(first.err().contains("assay: building the program"), first.err());
    Run second = run("build", "--quiet");
    assertEquals("", second.err());
    assertEquals(1, mavenRuns().size(), mavenRuns().toString());
    assertTrue(second.out().contains("-jar\n" + program.toRealPath() + "/target/assay.jar\nbuild\n--quiet\n"), second.out());
  }

  @Test
  void buildsWithTheJavaThatItFoundWhateverMavenWouldTake() throws Exception {
    run();
    assertTrue(mavenRuns().getFirst().startsWith("mvn with " + jdks + "/jdk-25 in " + program.toRealPath()), mavenRuns().toString());
  }

  @Test
  void buildsAgainWhenASourceIsNewerOrGone() throws Exception {
    Path source = Files.writeString(program.resolve("src/main/java/Main.java"), "class Main {}");
    run();
    later(source, 60);
    assertTrue(run().err().contains("its sources have changed"));
    assertEquals(2, mavenRuns().size());
    later(program.resolve("target/assay.jar"), 120);
    assertEquals("", run().err().replaceAll("assay: preparing fast starts.*\n", ""));
    Files.delete(source);
    later(program.resolve("src/main/java"), 180);
    run();
    assertEquals(3, mavenRuns().size());
  }

  @Test
  void keepsTheStartOptionsOfTheUserAndTellsTheProgramWhereItLies() throws Exception {
    environment.put("ASSAY_JAVA_OPTS", "-Xmx256m -Dx=y");
    Run run = run();
    assertTrue(run.out().contains("\n-Xmx256m\n-Dx=y\n"), run.out());
    assertFalse(run.out().contains("-Xmx1700m"), run.out());
    assertTrue(run.out().contains("\n-Dassay.home=" + program.toRealPath() + "\n"), run.out());
  }

  @Test
  void aBuildMayHaveAPartOfTheMemoryAndAPreviewWhatJavaTakes() throws Exception {
    assertTrue(run("build").out().contains("\n-Xmx1700m\n"));
    assertFalse(run("serve").out().contains("-Xmx"));
    for (String own : List.of("-Xms2g", "-XX:MaxRAMPercentage=75", "-XX:MaxHeapSize=3g")) {
      environment.put("ASSAY_JAVA_OPTS", own);
      assertFalse(run("build").out().contains("-Xmx1700m"), own);
    }
  }

  /// Java refuses two collectors, and the cache of classes finds no place in a heap that is young for the most part.
  @Test
  void whoSaysHowMuchMemoryOrWhichCollectorIsNotContradicted() throws Exception {
    String usual = run("build").out();
    assertTrue(usual.contains("\n-XX:+UseParallelGC\n") && usual.contains("\n-Xmn64m\n"), usual);
    for (String own : List.of("-XX:+UseSerialGC", "-XX:+UseG1GC", "-XX:+UseZGC", "-XX:+UseShenandoahGC", "-XX:+UseEpsilonGC")) {
      environment.put("ASSAY_JAVA_OPTS", "-Dx=y " + own);
      String out = run("build").out();
      assertFalse(out.contains("UseParallelGC") || out.contains("ParallelGCThreads"), out);
      assertTrue(out.contains("\n" + own + "\n") && out.contains("\n-Xmn64m\n"), out);
    }
    environment.put("ASSAY_JAVA_OPTS", "-Xmx96m -XX:-UseGCOverheadLimit");
    String small = run("build").out();
    assertTrue(small.contains("\n-XX:+UseParallelGC\n") && !small.contains("-Xmn") && small.contains("\n-XX:MaxNewSize=64m\n"), small);
  }

  @Test
  void aCacheOfClassesWithWhichNothingStartsIsNone() throws Exception {
    String out = run("build").out();
    assertTrue(out.contains("-XX:AOTCache="), out);
    environment.put("ASSAY_JAVA_OPTS", "-Xmx40m");
    environment.put("NO_ROOM", "yes");
    out = run("build").out();
    assertFalse(out.contains("-XX:AOTCache="), out);
  }

  @Test
  void saysWhatToInstallWhenThereIsNoJava() throws Exception {
    remove(jdks.resolve("jdk-25"));
    Run run = run("build");
    assertEquals(69, run.exit());
    assertEquals("", run.out());
    assertTrue(run.err().startsWith("assay: needs a JDK 25 or newer, and found no Java at all\n"), run.err());
    assertTrue(run.err().contains("sudo apt install openjdk-25-jdk"), run.err());
  }

  @Test
  void namesTheJavaThatIsTooOld() throws Exception {
    remove(jdks.resolve("jdk-25"));
    jdk("old one", "17.0.15");
    jdk("ancient", "1.8.0_402");
    Run run = run("build");
    assertEquals(69, run.exit());
    assertTrue(run.err().contains("the newest here is Java 17 in " + jdks.resolve("old one") + "\n"), run.err());
  }

  @Test
  void takesJdk25BeforeNewerAndOlderOnes() throws Exception {
    jdk("a-26", "26.0.1");
    jdk("b-17", "17.0.15");
    jdk("z-24", "24");
    assertEquals("jdk-25", run().java());
  }

  @Test
  void tellsScriptsWhichJavaItTakesWithoutBuilding() throws Exception {
    jdk("a-17", "17.0.15");
    Run run = run("--which-java");
    assertEquals(0, run.exit(), run.toString());
    assertEquals(jdks.resolve("jdk-25") + "\n", run.out());
    assertEquals("", run.err());
    assertFalse(Files.exists(temp.resolve("maven.log")));
  }

  @Test
  void takesANewerJdkWhenThereIsNo25() throws Exception {
    remove(jdks.resolve("jdk-25"));
    jdk("b-17", "17.0.15");
    jdk("jdk-26", "26-ea");
    assertEquals("jdk-26", run().java());
  }

  @Test
  void takesJavaHomeFirstUnlessItIsTooOld() throws Exception {
    Path home = jdk("home of 25", "25");
    environment.put("JAVA_HOME", home + "/");
    assertEquals("home of 25", run().java());
    environment.put("JAVA_HOME", jdk("home of 21", "21.0.2").toString());
    remove(home);
    assertEquals("jdk-25", run().java());
  }

  @Test
  void followsTheLinksOfAJavaOnThePath() throws Exception {
    remove(jdks.resolve("jdk-25"));
    Path elsewhere = jdkIn(temp.resolve("elsewhere/jdk"), "25.0.1");
    Files.createSymbolicLink(temp.resolve("alternatives"), elsewhere.resolve("bin/java"));
    Files.createSymbolicLink(bin.resolve("java"), temp.resolve("alternatives"));
    assertEquals("jdk", run().java());
  }

  @Test
  void asksAVersionManagersScriptWhereItsJavaIs() throws Exception {
    remove(jdks.resolve("jdk-25"));
    Path hidden = jdkIn(temp.resolve("shims' own/jdk"), "25.0.1");
    script(
        bin.resolve("java"),
        """
        #!/bin/sh
        printf 'Property settings:\\n    java.home = %%s\\n    java.io = x\\n' "%s" >&2
        """
            .formatted(hidden));
    assertEquals("jdk", run().java());
  }

  @Test
  void findsTheJavaOfSdkmanAndOfAMac() throws Exception {
    remove(jdks.resolve("jdk-25"));
    Path user = temp.resolve("a user");
    environment.put("HOME", user.toString());
    jdkIn(user.resolve(".sdkman/candidates/java/25-tem"), "25.0.1");
    assertEquals("25-tem", run().java());
    remove(user);
    jdkIn(jdks.resolve("temurin-25.jdk/Contents/Home"), "25.0.1");
    assertEquals("Home", run().java());
  }

  @Test
  void startsAJavaWithoutReleaseFileToLearnItsVersion() throws Exception {
    Path bare = jdk("bare", "25.0.2");
    Files.delete(bare.resolve("release"));
    remove(jdks.resolve("jdk-25"));
    assertEquals("bare", run().java());
  }

  @Test
  void needsACompilerOnlyToBuild() throws Exception {
    Files.delete(jdks.resolve("jdk-25/bin/javac"));
    Run run = run("build");
    assertEquals(69, run.exit());
    assertTrue(run.err().contains("has no compiler"), run.err());
    Files.createDirectories(program.resolve("target/lib"));
    Files.writeString(program.resolve("target/assay.jar"), "");
    later(program.resolve("target/assay.jar"), 60);
    assertEquals(0, run("build").exit());
  }

  @Test
  void saysWhatToInstallWhenThereIsNoMaven() throws Exception {
    Files.delete(bin.resolve("mvn"));
    Run run = run("build");
    assertEquals(69, run.exit());
    assertTrue(run.err().contains("Maven ('mvn') is not on the PATH\n  Debian, Ubuntu   sudo apt install maven"), run.err());
  }

  @Test
  void runsTheOldProgramWithAWordWhenThereIsNoMavenToBuildTheNew() throws Exception {
    run();
    Files.delete(bin.resolve("mvn"));
    later(program.resolve("pom.xml"), 60);
    Run run = run("check");
    assertEquals(0, run.exit());
    assertTrue(run.err().contains("running the old program"), run.err());
  }

  @Test
  void showsWhatMavenSaidWhenTheBuildFails() throws Exception {
    environment.put("MAVEN_FAILS", "yes");
    Run run = run("build");
    assertEquals(69, run.exit());
    assertEquals("", run.out());
    assertTrue(run.err().contains("[ERROR] Note.java:7 ';' expected\nassay: the program could not be built"), run.err());
    environment.remove("MAVEN_FAILS");
    assertEquals(0, run("build").exit());
  }

  @Test
  void leavesNothingBehindButTheProgramAndItsCache() throws Exception {
    run();
    try (var files = Files.list(program.resolve("target"))) {
      assertEquals(
          List.of("assay-later.aot", "assay.aot", "assay.aot.key", "assay.jar", "lib"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void twoLaunchesAtOnceBuildOnce() throws Exception {
    environment.put("MAVEN_SLEEP", "2");
    Process one = start(program.resolve("assay"), temp, "one");
    Process two = start(program.resolve("assay"), temp, "two");
    Run first = finish(one);
    Run second = finish(two);
    assertEquals(0, first.exit() + second.exit(), first + "\n" + second);
    assertEquals(1, mavenRuns().size(), mavenRuns().toString());
    assertTrue((first.err() + second.err()).contains("waiting for another assay"), first + "\n" + second);
  }

  @Test
  void aLockOfADeadProcessIsNoLock() throws Exception {
    Files.createDirectories(program.resolve("target"));
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.createSymbolicLink(program.resolve("target/.launcher"), Path.of(Long.toString(dead.pid())));
    assertEquals(0, run().exit());
  }

  @Test
  void trainsTheCacheOnceAndStartsWithIt() throws Exception {
    Run first = run();
    Path cache = program.toRealPath().resolve("target/assay.aot");
    assertTrue(first.out().contains("\n-XX:AOTCache=" + cache + "\n"), first.out());
    FileTime made = Files.getLastModifiedTime(cache);
    assertTrue(run().out().contains("-XX:AOTCache="));
    assertEquals(made, Files.getLastModifiedTime(cache));
  }

  @Test
  void startsALaterBuildOfManyNotesWithTheSmallerCache() throws Exception {
    String later = "\n-XX:AOTCache=" + program.toRealPath().resolve("target/assay-later.aot") + "\n";
    Path site = Files.createDirectories(temp.resolve("a site"));
    assertFalse(run("build", "--root", site.toString()).out().contains(later));
    Files.writeString(Files.createDirectories(site.resolve(".assay")).resolve("many"), "more than 2000 notes\n");
    assertTrue(run("build", "--root", site.toString()).out().contains(later));
    assertTrue(run("build", "--quiet", "--root=" + site).out().contains(later));
    assertFalse(run("build").out().contains(later));
    assertFalse(run("check", "--root", site.toString()).out().contains(later));
    assertFalse(run("build", "--root", site.toString(), "--clean").out().contains(later));
    assertFalse(run("build", "--root").out().contains(later));
    Files.writeString(program.resolve("target/assay-later.aot"), "");
    Run without = run("build", "--root", site.toString());
    assertTrue(without.err().isEmpty() && without.out().contains("/target/assay.aot\n"), without.out() + without.err());
  }

  @Test
  void aCacheThatSomebodyWroteToIsChecked() throws Exception {
    run();
    assertFalse(run().out().contains("VerifySharedSpaces"));
    Files.setLastModifiedTime(program.resolve("target/assay.aot"), FileTime.from(Instant.now().plusSeconds(1)));
    assertTrue(run().out().contains("\n-XX:+VerifySharedSpaces\n"));
  }

  @Test
  void trainsTheCacheAgainForAnotherJava() throws Exception {
    run();
    remove(jdks.resolve("jdk-25"));
    jdk("jdk-25", "25.0.4");
    assertTrue(run().err().contains("preparing fast starts"));
    assertEquals("", run().err());
  }

  @Test
  void startsWithoutACacheThatCouldNotBeMade() throws Exception {
    environment.put("TRAINING_FAILS", "yes");
    assertFalse(run().out().contains("-XX:AOTCache="));
    Run second = run();
    assertEquals("", second.err());
    assertFalse(second.out().contains("-XX:AOTCache="), second.out());
    // What a later Java may know no more belongs to the cache.
    assertFalse(second.out().contains("Diagnostic"), second.out());
  }

  @Test
  void startsWithoutACacheWhenToldSo() throws Exception {
    environment.put("ASSAY_AOT", "off");
    Run run = run();
    assertFalse(run.out().contains("-XX:AOTCache="));
    assertFalse(run.err().contains("preparing"));
  }

  @Test
  void worksThroughLinksFromAnotherFolder() throws Exception {
    Path links = Files.createDirectories(temp.resolve("some links"));
    Files.createSymbolicLink(links.resolve("relative"), Path.of("../the program/assay"));
    Files.createSymbolicLink(links.resolve("to link"), links.resolve("relative"));
    Files.createSymbolicLink(bin.resolve("assay-on-path"), links.resolve("to link"));
    Run run = finish(start(Path.of("assay-on-path"), links, "x y"));
    assertEquals(0, run.exit(), run.toString());
    assertTrue(run.out().contains("\nx y\n"), run.out());
    assertTrue(run.out().startsWith("in " + links.toRealPath() + "\n"), run.out());
  }

  @Test
  void passesTheExitCodeOn() throws Exception {
    environment.put("FAKE_EXIT", "7");
    assertEquals(7, run("build").exit());
  }

  @Test
  void passesSignalsOn() throws Exception {
    run();
    environment.put("FAKE_WAITS", "yes");
    Process process = start(program.resolve("assay"), temp, "serve");
    String ready = "";
    while (!"ready".equals(ready)) {
      ready = process.inputReader(UTF_8).readLine();
    }
    process.destroy();
    assertTrue(process.waitFor(20, TimeUnit.SECONDS));
    assertEquals(42, process.exitValue());
  }

  @Test
  void readsFileNamesAsUtf8WhateverTheLocale() throws Exception {
    environment.put("LC_ALL", "C");
    assertTrue(run().out().contains("\nlocale C.UTF-8\n"));
  }

  private record Run(int exit, String out, String err) {
    /// The folder of the Java that was started.
    String java() {
      String line = out.lines().filter(each -> each.startsWith("java ")).findFirst().orElse(toString());
      return Path.of(line.substring("java ".length())).getParent().getParent().getFileName().toString();
    }
  }

  private Run run(String... words) throws Exception {
    return finish(start(program.resolve("assay"), temp, words));
  }

  private Process start(Path launcher, Path folder, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "exec \"$0\" \"$@\"", launcher.toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static Run finish(Process process) throws Exception {
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    return new Run(process.waitFor(), out, err);
  }

  private List<String> mavenRuns() throws IOException {
    return Files.readAllLines(temp.resolve("maven.log"));
  }

  private Path jdk(String name, String version) throws IOException {
    return jdkIn(jdks.resolve(name), version);
  }

  private static Path jdkIn(Path folder, String version) throws IOException {
    Files.createDirectories(folder.resolve("bin"));
    script(folder.resolve("bin/javac"), "#!/bin/sh\n");
    script(
        folder.resolve("bin/java"),
        """
        #!/bin/sh
        [ "$*" = -version ] && { echo 'openjdk version "%s" 2025-09-16' >&2; exit 0; }
        for word; do
          case $word in
            -XX:AOTCacheOutput=*) [ -n "${TRAINING_FAILS-}" ] || echo cache >"${word#*=}"; exit 0 ;;
          esac
        done
        case $* in
          *-XX:AOTCache=*.aot-*/*--version) [ -z "${NO_ROOM-}" ]; exit ;;
        esac
        printf '%%s\\n' "in $PWD" "java $0" "locale $LC_ALL" "$@"
        if [ -n "${FAKE_WAITS-}" ]; then
          trap 'exit 42' TERM
          echo ready
          while :; do sleep 0.1; done
        fi
        exit ${FAKE_EXIT-0}
        """
            .formatted(version));
    Files.writeString(
        folder.resolve("release"), "IMPLEMENTOR=\"Someone\"\nJAVA_VERSION=\"" + version + "\"\nOS_NAME=\"Linux\"");
    return folder;
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void later(Path file, int seconds) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(seconds)));
  }

  private static void remove(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static Path found(String tool) {
    for (String folder : System.getenv("PATH").split(":")) {
      Path file = Path.of(folder, tool);
      if (Files.isExecutable(file)) {
        return file;
      }
    }
    throw new IllegalStateException("no '" + tool + "' on the PATH");
  }
}
