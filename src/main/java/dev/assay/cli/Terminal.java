package dev.assay.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

/// Where words go: what is asked for to the standard output, everything else to the standard error.
///
/// @param out    for results
/// @param err    for problems and progress
/// @param live   whether `err` is a terminal that a line can be rewritten on
/// @param colour whether colours are wanted
/// @param width  how many cells a line may take
record Terminal(PrintStream out, PrintStream err, boolean live, boolean colour, int width) {
  private static final int WIDTH = 100;

  /// One of the usual width.
  Terminal(PrintStream out, PrintStream err, boolean live, boolean colour) {
    this(out, err, live, colour, WIDTH);
  }

  /// The process's own terminal. `NO_COLOR` with any text switches colours off, `TERM=dumb` as well.
  static Terminal system(Map<String, String> environment) {
    boolean terminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    boolean live = terminal && !"dumb".equals(environment.get("TERM"));
    String noColor = environment.getOrDefault("NO_COLOR", "");
    return new Terminal(System.out, System.err, live, live && noColor.isEmpty(), width(environment.getOrDefault("COLUMNS", "")));
  }

  /// The width that the shell tells, where it does.
  private static int width(String columns) {
    return columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : WIDTH;
  }

  /// Bold, where colours are wanted.
  String bold(String text) {
    return colour ? "\u001b[1m" + text + "\u001b[0m" : text;
  }

  /// Subdued, where colours are wanted.
  String dim(String text) {
    return colour ? "\u001b[2m" + text + "\u001b[0m" : text;
  }

  /// Writes a finished file to the standard output.
  void print(byte[] file) {
    out.write(file, 0, file.length);
    out.flush();
  }
}
