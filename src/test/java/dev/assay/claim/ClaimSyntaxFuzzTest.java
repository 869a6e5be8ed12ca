package dev.assay.claim;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What the fuzzer found is tried for ever, and some notes of random tokens with it.
class ClaimSyntaxFuzzTest {
  private static final Path FINDINGS = Path.of("src/test/resources/fuzz/claims");
  private static final long SEED = 20261122;

  @TestFactory
  Stream<DynamicTest> whatTheFuzzerFoundStaysRight() throws IOException {
    try (Stream<Path> files = Files.list(FINDINGS)) {
      List<Path> all = files.sorted().toList();
      assertTrue(!all.isEmpty());
      return all.stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> ClaimSyntaxFuzz.fuzzerTestOneInput(Files.readAllBytes(file))));
    }
  }

  @Test
  void notesOfRandomTokensLoseNoWord() {
    Random random = new Random(SEED);
    for (int i = 0; i < 900; i++) {
      byte[] data = new byte[2 + random.nextInt(60)];
      random.nextBytes(data);
      for (byte way = 0; way < 8; way++) {
        data[0] = way;
        ClaimSyntaxFuzz.fuzzerTestOneInput(data);
      }
    }
  }
}
