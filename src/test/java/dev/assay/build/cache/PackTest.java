package dev.assay.build.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackTest {
  /// Linux has a file to which nothing can be written because the disk is full.
  private static final Path FULL = Path.of("/dev/full");

  @Test
  void whatDoesNotFitOnTheDiskCanBeReadAllTheSame() throws IOException, DamagedException {
    assumeTrue(Files.exists(FULL), "there is no " + FULL + " here");
    try (Pack pack = Pack.open(FULL, 0)) {
      List<Range> ranges = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        ranges.add(pack.append(bytes(i)));
      }
      assertArrayEquals(bytes(1), pack.read(ranges.get(1)));
      assertThrows(IOException.class, pack::flush);
      ranges.add(pack.append(bytes(5)));
      for (int i = 0; i < 6; i++) {
        assertArrayEquals(bytes(i), pack.read(ranges.get(i)));
      }
      Range beyond = new Range(pack.end(), 10, 0);
      assertThrows(DamagedException.class, () -> pack.read(beyond));
    }
  }

  private static byte[] bytes(int number) {
    byte[] bytes = new byte[1_000 + number];
    Arrays.fill(bytes, (byte) number);
    return bytes;
  }
}
