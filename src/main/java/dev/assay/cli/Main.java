package dev.assay.cli;

/// The program's entrance.
public final class Main {
  private Main() {}

  /// Runs one command and ends the process with its exit code.
  public static void main(String[] args) {
    System.exit(0);
  }
}
