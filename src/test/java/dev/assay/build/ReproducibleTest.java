package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/// The same notes give the same bytes, whatever the machine: its language, zone, number of cores, folder, the order
/// in which files came to it and the times it put on them.
@ResourceLock(Resources.LOCALE)
@ResourceLock(Resources.TIME_ZONE)
class ReproducibleTest {
  private static final Locale LOCALE = Locale.getDefault();
  private static final TimeZone ZONE = TimeZone.getDefault();

  @TempDir private Path temp;

  /// A machine to build on.
  private record Machine(String locale, String zone, int jobs, String folder, boolean reversed) {}

  private static final List<Machine> MACHINES =
      List.of(
          new Machine("und", "UTC", 1, "plain", false),
          new Machine("tr-TR", "Asia/Seoul", 2, "Ordner mit ä und 한글", true),
          new Machine("ar-EG-u-nu-arab", "Pacific/Kiritimati", 1, "a/b/c", true),
          new Machine("de-DE", "America/St_Johns", 2, "x", false),
          new Machine("th-TH-u-ca-buddhist-nu-thai", "Asia/Kathmandu", 2, "y", true));

  @AfterEach
  void putTheMachineBack() {
    Locale.setDefault(LOCALE);
    TimeZone.setDefault(ZONE);
  }

  @Test
  void aSiteWithTheDefaultThemeIsTheSameOnEveryMachine() throws IOException {
    sameEverywhere(SiteText.resource("golden-site.txt").tree().only(path -> !path.startsWith("templates/")));
  }

  @Test
  void aSiteWithItsOwnTemplatesIsTheSameOnEveryMachine() throws IOException {
    sameEverywhere(SiteText.resource("golden-site.txt").tree());
  }

  @Test
  void theDemonstrationSiteIsTheSameOnEveryMachine() throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    Tree.of(Path.of("content")).files().forEach((path, bytes) -> files.put("content/" + path, bytes));
    sameEverywhere(new Tree(files));
  }

  private void sameEverywhere(Tree input) throws IOException {
    List<String> hashes = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    Tree first = new Tree(new TreeMap<>());
    for (Machine machine : MACHINES) {
      Path root = write(input, temp.resolve(machine.folder()), machine.reversed());
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
      Tree site = Tree.of(root.resolve("site"));
      assertTrue(site.files().size() > 20, site.toString());
      first = first.files().isEmpty() ? site : first;
      assertEquals("", first.difference(site), machine.toString());
      hashes.add(site.hash());
      problems.add(Sites.problems(report));
    }
    assertEquals(1, hashes.stream().distinct().count(), hashes.toString());
    assertEquals(1, problems.stream().distinct().count(), problems.toString());
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
