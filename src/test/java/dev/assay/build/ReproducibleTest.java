package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/// The same notes give the same bytes, whatever the machine: its language, zone, number of cores, folder, the order
/// in which files came to it, the times it put on them, the rights it gives new files and its usual charset.
@ResourceLock(Resources.LOCALE)
@ResourceLock(Resources.TIME_ZONE)
class ReproducibleTest {
  private static final Locale LOCALE = Locale.getDefault();
  private static final TimeZone ZONE = TimeZone.getDefault();

  @TempDir private Path temp;

  /// A machine to build on.
  ///
  /// @param umask what rights new files are refused: such a machine is a process of its own, in which text is another charset by default
  private record Machine(String locale, String zone, int jobs, String folder, boolean reversed, String umask) {
    Machine(String locale, String zone, int jobs, String folder, boolean reversed) {
      this(locale, zone, jobs, folder, reversed, "");
    }
  }

  private static final List<Machine> MACHINES =
      List.of(
          new Machine("und", "UTC", 1, "plain", false),
          new Machine("tr-TR", "Asia/Seoul", 2, "Ordner mit ä und 한글", true),
          new Machine("ar-EG-u-nu-arab", "Pacific/Kiritimati", 1, "a/b/c", true),
          new Machine("de-DE", "America/St_Johns", 2, "x", false),
          new Machine("th-TH-u-ca-buddhist-nu-thai", "Asia/Kathmandu", 2, "y", true),
          new Machine("tr-TR", "Pacific/Apia", 2, "z", false, "077"),
          new Machine("ar-EG", "Asia/Seoul", 1, "u/v", true, "000"),
          new Machine("ja-JP", "America/Los_Angeles", 3, "w", true));

  @AfterEach
  void putTheMachineBack() {
    Locale.setDefault(LOCALE);
    TimeZone.setDefault(ZONE);
  }

  @Test
  void aSiteWithTheDefaultThemeIsTheSameOnEveryMachine() throws Exception {
    sameEverywhere(SiteText.resource("golden-site.txt").tree().only(path -> !path.startsWith("templates/")));
  }

  @Test
  void aSiteWithItsOwnTemplatesIsTheSameOnEveryMachine() throws Exception {
    sameEverywhere(SiteText.resource("golden-site.txt").tree());
  }

  @Test
  void theDemonstrationSiteIsTheSameOnEveryMachine() throws Exception {
    SortedMap<String, byte[]> files = new TreeMap<>();
    Tree.of(Path.of("content")).files().forEach((path, bytes) -> files.put("content/" + path, bytes));
    sameOn(MACHINES, new Tree(files));
  }

  private void sameEverywhere(Tree input) throws Exception {
    sameOn(MACHINES.stream().filter(machine -> machine.umask().isEmpty()).toList(), input);
  }

  private void sameOn(List<Machine> machines, Tree input) throws Exception {
    List<String> hashes = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    Tree first = new Tree(new TreeMap<>());
    // Processes of their own work beside this one.
    Map<Machine, Future<String>> there = new HashMap<>();
    for (Machine machine : machines) {
      if (!machine.umask().isEmpty()) {
        Path root = write(input, temp.resolve(machine.folder()), machine.reversed());
        FutureTask<String> task = new FutureTask<>(() -> builtThere(machine, root));
        Thread.startVirtualThread(task);
        there.put(machine, task);
      }
    }
    for (Machine machine : machines) {
      Path root = temp.resolve(machine.folder());
      problems.add(there.containsKey(machine) ? there.get(machine).get() : builtHere(machine, write(input, root, machine.reversed())));
      Tree site = Tree.of(root.resolve("site"));
      assertTrue(site.files().size() > 20, site.toString());
      first = first.files().isEmpty() ? site : first;
      assertEquals("", first.difference(site), machine.toString());
      hashes.add(site.hash());
    }
    assertEquals(1, hashes.stream().distinct().count(), hashes.toString());
    assertEquals(1, problems.stream().distinct().count(), problems.toString());
  }

  /// Gives what was told.
  private String builtHere(Machine machine, Path root) {
    Locale.setDefault(Locale.forLanguageTag(machine.locale()));
    TimeZone.setDefault(TimeZone.getTimeZone(machine.zone()));
    BuildOptions plain = Sites.options(root);
    BuildReport report =
        SiteBuild.build(
            new BuildOptions(
                root, plain.output(), plain.baseUrl(), false, false, plain.today(), false, false, false, machine.jobs()),
            Progress.NONE);
    putTheMachineBack();
    assertTrue(report.succeeded(), () -> machine + ": " + Sites.problems(report));
    return Sites.problems(report);
  }

  private String builtThere(Machine machine, Path root) throws IOException, InterruptedException {
    Locale locale = Locale.forLanguageTag(machine.locale());
    Process process =
        new ProcessBuilder(
                "sh", "-c", "umask " + machine.umask() + " && exec \"$@\"", "sh", Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Dfile.encoding=ISO-8859-1", "-Duser.language=" + locale.getLanguage(), "-Duser.country=" + locale.getCountry(),
                "-Duser.timezone=" + machine.zone(), "-cp", System.getProperty("java.class.path"), "dev.assay.cli.Main", "build", "--root", root.toString(),
                "--today", Sites.TODAY.toString(), "--jobs", Integer.toString(machine.jobs()), "--quiet")
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said.isEmpty() ? "no problems\n" : said; // it was asked to be quiet
  }

  private static Path write(Tree input, Path root, boolean reversed) throws IOException {
    List<Map.Entry<String, byte[]>> files = new ArrayList<>(input.files().entrySet());
    if (reversed) {
      files = files.reversed();
    }
    for (Map.Entry<String, byte[]> each : files) {
      Path file = root.resolve(each.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, each.getValue());
      Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(reversed ? 1_000_000_000 : 1_700_000_000)));
    }
    return root;
  }
}
