package dev.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fails file operations of the whole program in turn: of the listing and reading of a site, the cache, the journal, the output, a
/// session, and of the commands that change notes. After each, files are whole, nobody's own is touched, and the next run completes
/// the work or can do it again. Each operation fails in five ways: an error, a full disk, a short write, and the end of the process
/// before it or in its middle.
///
/// Some of them here; `-Dassay.faults=1` fails every one, `-Dassay.faults=1 -Dassay.fault=mv` every one of a command.
class EveryFaultTest {
  @TempDir private Path temp;

  @Test
  void whateverFailsFilesAreWholeAndTheNextRunCompletes() throws IOException, InterruptedException {
    Path memory = Path.of("/dev/shm");
    Path place = Files.isWritable(memory) ? Files.createTempDirectory(memory, "assay-faults") : temp;
    Path said = temp.resolve("said.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-Djava.nio.file.spi.DefaultFileSystemProvider=dev.assay.testing.faults.FaultyProvider", "-cp", System.getProperty("java.class.path"),
                FaultRuns.class.getName(), place.toString(), Integer.toString(Integer.getInteger("assay.faults", 131)), "1", System.getProperty("assay.fault", ""))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      process.waitFor(Integer.getInteger("assay.faults", 131) < 50 ? 3600 : 300, TimeUnit.SECONDS);
    } finally {
      process.destroyForcibly().waitFor();
      FaultRuns.remove(place);
    }
    assertEquals(0, process.exitValue(), () -> read(said));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
