package dev.assay.cli;

import dev.assay.build.Ahead;
import dev.assay.problem.Nearest;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine;

/// The program's entrance.
public final class Main {
  /// How picocli names the values of an option.
  private static final Pattern CHOICES = Pattern.compile("\\[([A-Z_, ]+)] \\(case-insensitive\\)");

  private Main() {}

  /// Runs one command. The process ends with its exit code.
  public static void main(String[] args) {
    // Words are the same on every machine: no locale, and UTF-8 whatever the terminal was set to.
    Locale.setDefault(Locale.ROOT);
    Ahead.begin(args);
    System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    int code = run(Terminal.system(System.getenv()), args);
    System.out.flush();
    // Nothing of ours runs on after a command, so a process that has nothing to tell ends by itself. To exit with a code looks for a
    // logger first, in every jar of the program, to tell it of the exit: some 20 ms.
    if (code != ExitCode.DONE) {
      System.exit(code);
    }
  }

  /// Runs one command.
  static int run(Terminal terminal, String... args) {
    CommandLine line = AssayCommand.line(terminal, args);
    line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(terminal.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    line.setUsageHelpAutoWidth(false);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.registerConverter(LocalDate.class, Main::day);
    line.setParameterExceptionHandler((wrong, _) -> misused(wrong));
    line.setExecutionExceptionHandler(
        (failure, _, _) -> Memory.lack(failure).map(lack -> Memory.report(lack, terminal)).orElseGet(() -> Bug.report(failure, terminal)));
    try {
      return line.execute(args);
    } catch (VirtualMachineError | LinkageError e) {
      // A class that cannot be linked for want of memory says so in its cause.
      return Memory.report(Memory.lack(e).orElseThrow(() -> e), terminal);
    }
  }

  /// One sentence and where to read on: a screen of help would push the sentence off it.
  private static int misused(CommandLine.ParameterException wrong) {
    CommandLine of = wrong.getCommandLine();
    PrintWriter err = of.getErr();
    err.println(of.getColorScheme().errorText(CHOICES.matcher(wrong.getMessage()).replaceAll(choice -> choice.group(1).toLowerCase(Locale.ROOT))));
    meant(wrong, of).ifPresent(err::println);
    err.println("'" + of.getCommandSpec().qualifiedName() + " --help' explains");
    return of.getCommandSpec().exitCodeOnInvalidInput();
  }

  /// What was probably meant by a word that no command knows.
  private static Optional<String> meant(CommandLine.ParameterException wrong, CommandLine of) {
    if (!(wrong instanceof CommandLine.UnmatchedArgumentException unmatched) || unmatched.getUnmatched().isEmpty()) {
      return Optional.empty();
    }
    String word = unmatched.getUnmatched().getFirst();
    Set<String> known = word.startsWith("-") ? of.getCommandSpec().optionsMap().keySet() : of.getSubcommands().keySet();
    return Optional.of(Nearest.hint(word, known)).filter(hint -> !hint.isEmpty());
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException _) {
      throw new CommandLine.TypeConversionException("'" + text + "' is not a day; write it as 2026-11-22");
    }
  }
}
