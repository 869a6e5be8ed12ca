package dev.assay.cli;

import dev.assay.build.Progress;
import java.util.function.LongSupplier;

/// Shows how far a build has come: on a terminal in one line that is rewritten, elsewhere in plain lines, and only for
/// work that takes long.
final class LiveProgress implements Progress, AutoCloseable {
  private static final long LIVE_EVERY = 80_000_000L;
  private static final long PLAIN_EVERY = 2_000_000_000L;

  private final Terminal terminal;
  private final LongSupplier clock;
  private long last;
  private boolean shown;
  private boolean closed;

  LiveProgress(Terminal terminal) {
    this(terminal, System::nanoTime);
  }

  /// @param clock nanoseconds since any moment
  LiveProgress(Terminal terminal, LongSupplier clock) {
    this.terminal = terminal;
    this.clock = clock;
    this.last = clock.getAsLong();
  }

  @Override
  public synchronized void at(String step, int done, int total) {
    long now = clock.getAsLong();
    if (closed || now - last < (terminal.live() ? LIVE_EVERY : PLAIN_EVERY)) {
      return;
    }
    last = now;
    String line = step + " " + done + "/" + total;
    if (terminal.live()) {
      terminal.err().print("\r\u001b[K" + terminal.dim(line));
      terminal.err().flush();
      shown = true;
    } else {
      // Text and line end in one piece: the other stream may lead to the same pipe.
      terminal.err().print(line + "\n");
      terminal.err().flush();
    }
  }

  /// Takes the line away; whoever still tells something is not heard.
  @Override
  public synchronized void close() {
    closed = true;
    if (shown) {
      terminal.err().print("\r\u001b[K");
      terminal.err().flush();
      shown = false;
    }
  }
}
