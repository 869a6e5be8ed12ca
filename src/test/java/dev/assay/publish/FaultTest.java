package dev.assay.publish;

import static dev.assay.publish.Folders.artifact;
import static dev.assay.publish.Folders.everything;
import static dev.assay.publish.Folders.tree;
import static dev.assay.publish.Folders.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Fails every file operation of a publication in turn, in every way, and looks at what is left.
class FaultTest {
  private static final Publisher.Options OPTIONS = new Publisher.Options(1, false, false, false, Duration.ZERO);

  private static final Map<String, String> OLD = Map.of(
      "/", "home", "/post/a/", "a", "/post/b/", "b", "/post/gone/", "gone", "/x", "a file that becomes a folder",
      "/y/deep/", "a folder that becomes a file", "/style.css", "css", "/feed.xml", "feed", "/tags/t/", "list");

  private static final Map<String, String> NEW = Map.of(
      "/", "hom2", "/post/a/", "a", "/post/b/", "b, longer", "/post/new/", "new", "/x/", "a page", "/y", "a file",
      "/style.css", "css2", "/feed.xml", "feed2", "/tags/u/", "list");

  private static final Map<String, String> OTHERS = Map.of(
      ".gitignore", "*", "post/notes.txt", "mine", "y.txt", "mine", "mine/deep/file", "mine");

  @TempDir Path temp;
  private int sites;

  private static List<Artifact> artifacts(Map<String, String> site) {
    return new TreeMap<>(site).entrySet().stream().map(each -> artifact(each.getKey(), each.getValue())).toList();
  }

  private static SortedMap<String, String> files(Map<String, String> site) {
    SortedMap<String, String> files = new TreeMap<>();
    site.forEach((address, text) -> files.put(artifact(address, text).address().file(), text));
    return files;
  }

  private static SortedMap<String, String> withOthers(Map<String, String> site) {
    SortedMap<String, String> files = files(site);
    files.putAll(OTHERS);
    return files;
  }

  private Path oldSite() {
    Path root = temp.resolve("site" + sites++);
    OTHERS.forEach((file, text) -> write(root.resolve("site").resolve(file), text));
    Report report = publish(root, OLD, FaultyDisk.sound());
    assertEquals(List.of(), report.problems());
    return root;
  }

  private static Report publish(Path root, Map<String, String> site, Disk disk) {
    return new Publisher(root, root.resolve("site"), disk).publish(artifacts(site), OPTIONS);
  }

  /// Publishes on a disk that fails; a halted process gives no report.
  private static List<Report> tryToPublish(Path root, Map<String, String> site, Disk disk) {
    try {
      return List.of(publish(root, site, disk));
    } catch (FaultyDisk.Halt e) {
      return List.of();
    }
  }

  private static void everyFileIsWhole(String what, Path root, List<Map<String, String>> versions) {
    Map<String, String> tree = tree(root.resolve("site"));
    tree.keySet().removeIf(file -> file.startsWith(OutputFolder.STAGING));
    OTHERS.forEach((file, text) -> assertEquals(text, tree.remove(file), what + ": a file of others, " + file));
    Set<String> allowed = new TreeSet<>();
    versions.forEach(version -> files(version).forEach((file, text) -> allowed.add(file + " = " + text)));
    tree.forEach((file, text) -> assertTrue(file.endsWith("/") || allowed.contains(file + " = " + text), what + ": torn, " + file + " = " + text));
    Set<String> inAll = new TreeSet<>(files(versions.getFirst()).keySet());
    versions.forEach(version -> inAll.retainAll(files(version).keySet()));
    inAll.forEach(file -> assertTrue(tree.containsKey(file), what + ": lost, " + file));
  }

  private static void completes(String what, Path root, Map<String, String> site) {
    Report report = publish(root, site, FaultyDisk.sound());
    assertEquals(List.of(), report.problems(), what);
    assertEquals(withOthers(site), tree(root.resolve("site")), what);
    Report again = publish(root, site, FaultyDisk.sound());
    assertEquals(0, again.written() + again.removed(), what + ": not complete");
    assertFalse(Files.exists(root.resolve("site").resolve(OutputFolder.STAGING)), what);
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @EnumSource(FaultyDisk.Fault.class)
  void whereverTheDiskFailsFilesAreWholeAndTheNextRunCompletes(FaultyDisk.Fault fault) {
    FaultyDisk counting = FaultyDisk.sound();
    publish(oldSite(), NEW, counting);
    assertTrue(counting.operations() > 100, "operations: " + counting.operations());
    List<Map<String, String>> versions = List.of(OLD, NEW);
    boolean onlyWrites = fault != FaultyDisk.Fault.ERROR && fault != FaultyDisk.Fault.HALT;
    for (int i = 1; i <= counting.operations(); i++) {
      if (onlyWrites && !counting.writes().get(i)) {
        continue;
      }
      String what = fault + " at " + i;
      Path root = oldSite();
      List<Report> report = tryToPublish(root, NEW, new FaultyDisk(fault, i));
      everyFileIsWhole(what, root, versions);
      if (!report.isEmpty() && report.getFirst().succeeded()) {
        assertEquals(withOthers(NEW), tree(root.resolve("site")), what);
      }
      switch (i % 3) {
        case 0 -> completes(what, root, NEW);
        case 1 -> completes(what + ", the edit taken back", root, OLD);
        default -> {
          delete(root.resolve(".assay"));
          completes(what + ", the cache lost", root, NEW);
        }
      }
      delete(root);
    }
  }

  @Test
  void manyFaultsOneAfterTheOtherDoNoHarm() {
    long seed = 42;
    Random random = new Random(seed);
    List<Map<String, String>> versions = new ArrayList<>(List.of(OLD, NEW));
    for (int round = 0; round < 50; round++) {
      Path root = oldSite();
      StringBuilder what = new StringBuilder("seed " + seed + " round " + round);
      for (int run = 0; run < 5; run++) {
        FaultyDisk.Fault fault = FaultyDisk.Fault.values()[random.nextInt(FaultyDisk.Fault.values().length)];
        int at = 1 + random.nextInt(150);
        Map<String, String> site = versions.get(random.nextInt(2));
        what.append(", ").append(fault).append(" at ").append(at).append(site.equals(OLD) ? " old" : " new");
        tryToPublish(root, site, new FaultyDisk(fault, at));
        everyFileIsWhole(what.toString(), root, versions);
      }
      completes(what.toString(), root, versions.get(random.nextInt(2)));
      delete(root);
    }
  }

  @Test
  void aFirstPublicationThatFailsIsCompletedByTheNext() {
    for (FaultyDisk.Fault fault : FaultyDisk.Fault.values()) {
      for (int i = 1; i <= 140; i += 5) {
        Path root = temp.resolve("first" + sites++);
        OTHERS.forEach((file, text) -> write(root.resolve("site").resolve(file), text));
        tryToPublish(root, NEW, new FaultyDisk(fault, i));
        everyFileIsWhole(fault + " at " + i, root, List.of(Map.of(), NEW));
        completes(fault + " at " + i, root, NEW);
        delete(root);
      }
    }
  }

  @Test
  void aPublicationThatWasPromisedIsCompletedEvenIfTheNextOneFails() {
    FaultyDisk counting = FaultyDisk.sound();
    publish(oldSite(), NEW, counting);
    Problem problem = Problem.ofFile(Severity.ERROR, Code.TEMPLATE, "templates/x", "it fails", "");
    Artifact failing = artifact("/", "home3", () -> new Maker.Failed(List.of(problem)));
    int promised = 0;
    for (int i = 1; i <= counting.operations(); i += 3) {
      Path root = oldSite();
      tryToPublish(root, NEW, new FaultyDisk(FaultyDisk.Fault.HALT, i));
      boolean journal = Files.exists(root.resolve("site").resolve(OutputFolder.STAGING).resolve(Journal.NAME));
      boolean done = "hom2".equals(tree(root.resolve("site")).get("index.html"));
      promised += journal ? 1 : 0;
      new Publisher(root, root.resolve("site"), FaultyDisk.sound()).publish(List.of(failing), OPTIONS);
      assertEquals(withOthers(journal || done ? NEW : OLD), tree(root.resolve("site")), "halt at " + i);
      delete(root);
    }
    assertTrue(promised > 7, "promised " + promised);
  }

  @Test
  void whatSomebodyPutInTheWayAfterAFaultIsNotOverwritten() {
    FaultyDisk counting = FaultyDisk.sound();
    publish(oldSite(), NEW, counting);
    int found = 0;
    for (int i = 1; i <= counting.operations(); i += 3) {
      Path root = oldSite();
      tryToPublish(root, NEW, new FaultyDisk(FaultyDisk.Fault.HALT, i));
      Path added = root.resolve("site/post/new/index.html");
      if (!Files.exists(added)) {
        found++;
        write(added, "mine");
        for (int run = 0; run < 2; run++) {
          Report report = publish(root, NEW, FaultyDisk.sound());
          assertFalse(report.succeeded(), "halt at " + i);
          assertEquals("mine", everything(root.resolve("site")).get("post/new/index.html"), "halt at " + i);
        }
      }
      delete(root);
    }
    assertTrue(found > 15, "found " + found);
  }

  @Test
  void aDamagedJournalIsThrownAway() throws IOException {
    for (int cut = 0; cut < 40; cut++) {
      Path root = oldSite();
      Path staging = root.resolve("site").resolve(OutputFolder.STAGING);
      Files.createDirectories(staging);
      byte[] journal = new Journal(List.of(new Journal.Delete("post/a/index.html", dev.assay.note.Digest.of("a")))).bytes();
      byte[] damaged = java.util.Arrays.copyOf(journal, journal.length - 1 - cut);
      if (cut % 2 == 0) {
        damaged = journal.clone();
        damaged[cut * 2] ^= 1;
      }
      Files.write(staging.resolve(Journal.NAME), damaged);
      Report report = publish(root, OLD, FaultyDisk.sound());
      assertEquals(0, report.written(), "cut " + cut);
      assertEquals(withOthers(OLD), tree(root.resolve("site")));
    }
  }
}
