package dev.assay.cli;

/// What a command's end means.
final class ExitCode {
  static final int DONE = 0;
  /// The site has errors; nothing was written.
  static final int ERRORS = 1;
  /// The command was not understood.
  static final int USAGE = 2;
  /// A bug of ours.
  static final int BUG = 70;

  private ExitCode() {}
}
