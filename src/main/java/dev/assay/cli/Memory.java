package dev.assay.cli;

import java.util.Optional;

/// Tells that there was not enough memory: the launcher allows a build a part of the machine's, which is enough for 100,000 notes.
final class Memory {
  private static final int MEGABYTE = 1 << 20;

  private Memory() {}

  /// What was wanting, where a failure comes of that.
  static Optional<OutOfMemoryError> lack(Throwable failure) {
    Throwable at = failure;
    // A cause may be its own cause's cause.
    for (int depth = 0; at != null && depth < 20; depth++) {
      if (at instanceof OutOfMemoryError lack) {
        return Optional.of(lack);
      }
      at = at.getCause();
    }
    return Optional.empty();
  }

  /// Says what can be done.
  static int report(OutOfMemoryError lack, Terminal terminal) {
    if (String.valueOf(lack.getMessage()).contains("native thread")) {
      terminal.err().println("error: the system allows this process no more threads");
      terminal.err().println("  hint: do less at once, as with --jobs 1, or allow more processes");
    } else {
      long most = Runtime.getRuntime().maxMemory() / MEGABYTE;
      terminal.err().println("error: this takes more than the " + most + " MB of memory that it may have");
      terminal.err().println("  hint: allow more, as with ASSAY_JAVA_OPTS=-Xmx" + Math.max(4, (2 * most + 999) / 1000) + "g");
    }
    return ExitCode.ERRORS;
  }
}
