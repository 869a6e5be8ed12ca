package dev.assay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// Progress beside the lines of a result.
class LiveProgressTest {
  /// What is written, piece by piece.
  private final List<String> pieces = new ArrayList<>();

  private final PrintStream err =
      new PrintStream(
          new OutputStream() {
            @Override
            public void write(int b) {
              pieces.add(Character.toString(b));
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
              pieces.add(new String(bytes, from, length, UTF_8));
            }
          },
          true, UTF_8);

  @Test
  void inAPipeEachLineIsOnePieceAndNoneComesAfterTheEnd() {
    AtomicLong now = new AtomicLong();
    LiveProgress progress = new LiveProgress(new Terminal(new PrintStream(new ByteArrayOutputStream(), true, UTF_8), err, false, false), now::get);
    progress.at("trying pages", 0, 712);
    now.addAndGet(60_000_000_000L);
    progress.at("trying pages", 1, 712);
    progress.at("trying pages", 2, 712);
    assertEquals(List.of("trying pages 1/712\n"), pieces);
    progress.close();
    now.addAndGet(60_000_000_000L);
    progress.at("trying pages", 700, 712);
    assertEquals(List.of("trying pages 1/712\n"), pieces);
  }
}
