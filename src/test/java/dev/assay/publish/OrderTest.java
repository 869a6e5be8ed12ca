package dev.assay.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.Digest;
import dev.assay.note.SitePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The order in which readers see a new site arrive.
class OrderTest {
  @TempDir Path root;

  private static Artifact artifact(String address, Stage stage, String text) {
    return new Artifact(new SitePath(address), stage, Digest.of(text), Maker.of(text.getBytes()));
  }

  @Test
  void assetsComeBeforePagesBeforeListsBeforeFeedsAndDeletionsLast() throws IOException {
    new Publisher(root, root.resolve("site")).publish(List.of(artifact("/old/", Stage.PAGE, "old")), Publisher.Options.of(1));
    FaultyDisk disk = FaultyDisk.sound();
    Report report =
        new Publisher(root, root.resolve("site"), disk)
            .publish(
                List.of(
                    artifact("/feed.xml", Stage.FEED, "1"), artifact("/z/", Stage.PAGE, "2"), artifact("/", Stage.LIST, "3"),
                    artifact("/z.css", Stage.ASSET, "4"), artifact("/a/", Stage.PAGE, "5"), artifact("/b.css", Stage.ASSET, "6"),
                    artifact("/tags/", Stage.LIST, "7")),
                Publisher.Options.of(3));
    assertEquals(7, report.written());
    String site = root.toRealPath().resolve("site").toString();
    List<String> seen =
        disk.log().stream()
            .filter(line -> !line.contains(OutputFolder.STAGING) && !line.contains(".assay/"))
            .map(line -> line.replace(site + "/", "").replace("/index.html", "/"))
            .toList();
    assertEquals(
        List.of(
            "move .assay-files", "move b.css", "move z.css", "move a/", "move z/", "move index.html", "move tags/",
            "move feed.xml", "delete old/", "delete old", "move .assay-files"),
        seen);
  }

  @Test
  void theJournalIsSafeOnTheDiskBeforeTheFirstFileMoves() throws IOException {
    FaultyDisk disk = FaultyDisk.sound();
    new Publisher(root, root.resolve("site"), disk).publish(List.of(artifact("/", Stage.PAGE, "1")), Publisher.Options.of(1));
    List<String> log = disk.log();
    int sync = log.indexOf("sync " + root.toRealPath().resolve("site/.assay-staging/draft"));
    int journal = log.indexOf("move " + root.toRealPath().resolve("site/.assay-staging/journal"));
    int page = log.indexOf("move " + root.toRealPath().resolve("site/index.html"));
    int done = log.indexOf("delete " + root.toRealPath().resolve("site/.assay-staging/journal"));
    assertTrue(0 <= sync && sync < journal && journal < page && page < done, log.toString());
  }
}
