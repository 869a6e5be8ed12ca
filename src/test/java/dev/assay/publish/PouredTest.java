package dev.assay.publish;

import static dev.assay.publish.Folders.artifact;
import static dev.assay.publish.Folders.everything;
import static dev.assay.publish.Folders.tree;
import static dev.assay.publish.Folders.write;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files whose content is made while it is written: they are treated as those whose bytes are made before.
class PouredTest {
  private static final Publisher.Options USUAL = Publisher.Options.of(1);
  private static final Publisher.Options CLEAN = new Publisher.Options(1, false, true, false, Duration.ZERO);

  @TempDir Path root;
  private Path site;

  @BeforeEach
  void place() {
    site = root.resolve("site");
  }

  private Report publish(Artifact... artifacts) {
    return new Publisher(root, site).publish(List.of(artifacts), USUAL);
  }

  private static Artifact poured(String address, String recipe, String text) {
    return artifact(address, recipe, () -> new Maker.Poured(out -> out.write(text.getBytes(UTF_8))));
  }

  private void refused(String message, Artifact artifact) {
    Map<String, String> before = everything(site);
    Report report = publish(artifact("/", "home"), artifact);
    assertEquals(List.of(message), report.problems().stream().map(Problem::message).toList());
    assertEquals(before, everything(site));
  }

  @Test
  void piecesOfAnySizeAreWrittenAsTheyCome() {
    String large = "0123456789".repeat(20_000);
    Maker maker = () -> new Maker.Poured(out -> {
      out.write('a');
      out.write("xbcx".getBytes(UTF_8), 1, 2);
      out.write(large.getBytes(UTF_8));
      out.write(new byte[0]);
      out.write('z');
    });
    Report report = publish(artifact("/data.json", "r", maker));
    assertEquals(List.of(), report.problems());
    assertEquals(Map.of("data.json", "abc" + large + "z"), tree(site));
    assertEquals(large.length() + 4, report.bytes());
    // What was written is known by its content: the same bytes from an array are the same file.
    report = publish(artifact("/data.json", "another", Maker.of(("abc" + large + "z").getBytes(UTF_8))));
    assertEquals(List.of(0, 1), List.of(report.written(), report.reused()));
  }

  @Test
  void theSecondTimeNothingIsPoured() {
    AtomicInteger made = new AtomicInteger();
    Artifact counted =
        artifact("/data.json", "r", () -> {
          made.incrementAndGet();
          return new Maker.Poured(out -> out.write('x'));
        });
    publish(counted);
    Report report = publish(counted);
    assertEquals(List.of(0, 1, 1), List.of(report.written(), report.reused(), made.get()));
  }

  @Test
  void whatLiesThereAlreadyIsNotStagedWithTheRest() throws IOException {
    publish(artifact("/", "home"), poured("/data.json", "r", "data"));
    List<String> ready = new ArrayList<>();
    Path staging = site.resolve(OutputFolder.STAGING);
    Disk disk = BusyDisk.whenReady(() -> ready.addAll(Disk.real().names(staging)));
    Report report =
        new Publisher(root, site, disk).publish(List.of(poured("/data.json", "r2", "data"), artifact("/", "home2")), USUAL);
    assertEquals(List.of(1, 1), List.of(report.written(), report.reused()));
    assertEquals(List.of("after", "draft", "f1"), ready);
    assertFalse(Files.exists(staging));
    assertEquals(Map.of("index.html", "home2", "data.json", "data"), tree(site));
  }

  @Test
  void whatDiffersIsWritten() {
    publish(poured("/data.json", "r", "data"));
    assertEquals(1, publish(poured("/data.json", "r2", "other data")).written());
    write(site.resolve("data.json"), "edited");
    assertEquals(1, publish(poured("/data.json", "r2", "other data")).written());
    assertEquals(Map.of("data.json", "other data"), tree(site));
  }

  @Test
  void aCleanBuildWritesItAgain() {
    publish(poured("/data.json", "r", "data"));
    assertEquals(1, new Publisher(root, site).publish(List.of(poured("/data.json", "r", "data")), CLEAN).written());
  }

  @Test
  void aFileOfOthersIsAdoptedWhereItIsTheSameAndElseInTheWay() {
    write(site.resolve("data.json"), "mine");
    refused("a file that Assay did not write is in the way", poured("/data.json", "r", "data"));
    Report report = new Publisher(root, site).publish(List.of(poured("/data.json", "r", "mine")), CLEAN);
    assertEquals(List.of(0, 1), List.of(report.written(), report.reused()));
    assertEquals(List.of(), report.problems());
  }

  @Test
  void aFolderOfOthersIsInTheWay() throws IOException {
    Files.createDirectories(site.resolve("data.json"));
    refused("it keeps a folder in the place of the file 'site/data.json'", poured("/data.json", "r", "data"));
  }

  @Test
  void whereItEndsInAFaultNothingChanges() {
    publish(artifact("/", "home"));
    Map<String, String> before = everything(site);
    Artifact failing =
        artifact("/data.json", "r", () -> new Maker.Poured(out -> {
          out.write('x');
          throw new IOException("the cache is gone");
        }));
    Report report = publish(artifact("/", "home2"), failing);
    assertEquals("the disk failed: the cache is gone", report.problems().getFirst().message());
    assertEquals(before, everything(site));
  }

  @Test
  void anyDiskCanTakeIt() {
    Report report = new Publisher(root, site, FaultyDisk.sound()).publish(List.of(poured("/data.json", "r", "data")), USUAL);
    assertTrue(report.succeeded(), report.toString());
    assertEquals(Map.of("data.json", "data"), tree(site));
    assertEquals(1, publish(poured("/data.json", "r2", "data")).reused());
  }

  @Test
  void whatVanishesBeforeItIsInItsPlaceIsAFaultOfTheDisk() {
    for (Artifact artifact : List.of(poured("/data.json", "r", "data"), artifact("/data.json", "data"))) {
      Path staged = site.toAbsolutePath().resolve(OutputFolder.STAGING).resolve("f0");
      Disk disk = new BusyDisk((operation, path) -> {
        if (operation.equals("stat") && path.endsWith("f0")) {
          Files.delete(path);
        }
      });
      Report report = new Publisher(root, site, disk).publish(List.of(artifact), USUAL);
      assertEquals(List.of("the disk failed: '" + staged + "' has vanished"), report.problems().stream().map(Problem::message).toList());
      assertFalse(Files.exists(site));
    }
  }
}
