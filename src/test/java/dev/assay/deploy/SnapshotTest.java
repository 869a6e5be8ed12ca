package dev.assay.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.Digest;
import dev.assay.note.SitePath;
import dev.assay.publish.Artifact;
import dev.assay.publish.Maker;
import dev.assay.publish.Publisher;
import dev.assay.publish.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
  @TempDir private Path root;

  @Test
  void oneThatFailsLeavesNothingBehind() throws Exception {
    Path output = root.resolve("site");
    List<Artifact> artifacts =
        Stream.of("/a.txt", "/folder/b.txt", "/z.txt").map(address -> new Artifact(new SitePath(address), Stage.PAGE, Digest.of(address), Maker.of(address.getBytes(UTF_8)))).toList();
    assertTrue(new Publisher(root, output).publish(artifacts, Publisher.Options.of(1)).succeeded());
    Path upload = root.resolve(".assay/upload");
    try (Snapshot whole = Snapshot.of(root, output)) {
      assertEquals(3, whole.pieces().size());
      assertTrue(Files.exists(upload.resolve("folder/b.txt")));
    }
    Files.delete(output.resolve("z.txt"));
    IOException failure = assertThrows(IOException.class, () -> Snapshot.of(root, output));
    assertEquals("'z.txt' of the built site is not what was built any more", failure.getMessage());
    assertFalse(Files.exists(upload));
    assertEquals("/a.txt", Files.readString(output.resolve("a.txt")));
  }
}
