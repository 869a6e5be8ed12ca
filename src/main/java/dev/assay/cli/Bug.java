package dev.assay.cli;

/// Tells of a failure that no writer can have caused.
final class Bug {
  private Bug() {}

  /// Prints what is needed to find it.
  static int report(Exception failure, Terminal terminal) {
    terminal.err().println("assay: this is a bug of ours, and nothing you wrote should cause it");
    terminal.err().println("  " + failure);
    for (StackTraceElement at : failure.getStackTrace()) {
      if (at.getClassName().startsWith("dev.assay.")) {
        terminal.err().println("  at " + at);
      }
    }
    if (failure.getCause() != null) {
      terminal.err().println("  because of " + failure.getCause());
    }
    terminal.err().println("Please report it with the lines above and `assay --version`.");
    return ExitCode.BUG;
  }
}
