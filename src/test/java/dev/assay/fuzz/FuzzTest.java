package dev.assay.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.markdown.ParserThreads;
import dev.assay.testing.FuzzTarget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each target with its seeds, with what the fuzzer once found, with some mutations of both, and with texts of nothing but its words:
/// the same ones in every run. Longer runs that look for new paths are made by `bench/fuzz`, and random ones by `-Dassay.fuzz=ROUNDS`.
class FuzzTest {
  private static final long SEED = Long.getLong("assay.seed", 20261123L);
  private static final int ROUNDS = Integer.getInteger("assay.fuzz", 250);

  static List<String> targets() {
    return List.copyOf(new TreeSet<>(Fuzz.TARGETS.keySet()));
  }

  @ParameterizedTest
  @MethodSource("targets")
  void whatMustHoldHoldsForSeedsFindingsAndTheirMutations(String name) {
    FuzzTarget fuzz = Fuzz.TARGETS.get(name).fuzz();
    List<byte[]> inputs = new ArrayList<>(Fuzz.inputs(name).values());
    assertTrue(!inputs.isEmpty() && fuzz.tokens().size() <= 256, name);
    try (ParserThreads threads = new ParserThreads(1)) {
      threads.submit(() -> tried(name, fuzz, inputs)).join();
    }
  }

  private static boolean tried(String name, FuzzTarget fuzz, List<byte[]> inputs) {
    List<byte[]> words = fuzz.tokens().stream().map(String::getBytes).toList();
    inputs.forEach(input -> run(name, fuzz, input));
    Random random = new Random(SEED);
    for (int i = 0; i < ROUNDS; i++) {
      byte[] input = i % 4 == 0 ? ofWords(random) : inputs.get(random.nextInt(inputs.size()));
      for (int edits = random.nextInt(6); edits >= 0; edits--) {
        input = mutated(input, inputs.get(random.nextInt(inputs.size())), words.get(random.nextInt(words.size())), random);
      }
      run(name, fuzz, input);
    }
    return true;
  }

  /// A text of nothing but words of the target's language, read in any way.
  private static byte[] ofWords(Random random) {
    byte[] input = new byte[3 + random.nextInt(50)];
    random.nextBytes(input);
    input[0] = (byte) (0x80 | random.nextInt(128));
    return input;
  }

  private static void run(String name, FuzzTarget fuzz, byte[] input) {
    try {
      if (input.length > 1) {
        fuzz.run(input);
      }
    } catch (RuntimeException | Error e) {
      throw new AssertionError(name + ", seed " + SEED + ": " + e + "\nThe input: " + Base64.getEncoder().encodeToString(input), e);
    }
  }

  private static byte[] mutated(byte[] input, byte[] other, byte[] word, Random random) {
    int at = random.nextInt(input.length + 1);
    int end = Math.min(input.length, at + random.nextInt(8));
    return switch (random.nextInt(6)) {
      case 0 -> joined(input, at, word, at);
      case 1 -> joined(input, at, word, end);
      case 2 -> joined(input, at, new byte[0], end);
      case 3 -> joined(input, at, new byte[] {(byte) random.nextInt(256)}, Math.min(input.length, at + 1));
      case 4 -> {
        int from = random.nextInt(other.length);
        yield joined(input, at, Arrays.copyOfRange(other, from, Math.min(other.length, from + random.nextInt(40))), end);
      }
      default -> joined(input, at, Arrays.copyOfRange(input, at, end), at);
    };
  }

  private static byte[] joined(byte[] input, int to, byte[] middle, int from) {
    byte[] all = Arrays.copyOf(input, to + middle.length + input.length - from);
    System.arraycopy(middle, 0, all, to, middle.length);
    System.arraycopy(input, from, all, to + middle.length, input.length - from);
    return all;
  }
}
