package dev.assay.cli;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Options that are described in code.
///
/// Picocli's annotations say the same in fewer words, but are read anew at each start, through classes that Java makes for them on
/// the spot: a tenth of the time of a build after an edit. What every command understands, and what `build` does, is described this way.
final class Options {
  private Options() {}

  /// An option without a value.
  static OptionSpec flag(String description, String... names) {
    return OptionSpec.builder(names).type(boolean.class).description(description).build();
  }

  /// An option with a value.
  ///
  /// @param label what the value is called in the help
  static OptionSpec value(Class<?> type, String name, String label, String description) {
    return OptionSpec.builder(name).type(type).paramLabel(label).description(description).build();
  }

  /// Whether an option without a value was given.
  static boolean isSet(OptionSpec flag) {
    return given(flag, Boolean.class).orElse(false);
  }

  /// The value that was given.
  static <T> Optional<T> given(OptionSpec option, Class<T> type) {
    return Optional.ofNullable(type.cast(option.<Object>getValue()));
  }

  /// Lets a command, and those below it, explain itself and tell the program's version. Picocli would do it too, but makes
  /// its own factory for that, which looks in every jar of the program for Groovy.
  static void addHelp(CommandSpec command) {
    command.versionProvider(new Version());
    command.addOption(
        OptionSpec.builder("-h", "--help").type(boolean.class).usageHelp(true).description("Show this help message and exit.").build());
    command.addOption(
        OptionSpec.builder("-V", "--version").type(boolean.class).versionHelp(true).description("Print version information and exit.").build());
    command.subcommands().values().forEach(below -> addHelp(below.getCommandSpec()));
  }
}
