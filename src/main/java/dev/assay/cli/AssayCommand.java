package dev.assay.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// The program: shows its help when no command is given.
final class AssayCommand implements Callable<Integer> {
  private static final String[] DESCRIPTION = {
    "Publishes a research site from a folder of notes, and knows what in them is fact, inference or guess.",
    ""
  };

  private static final String[] FOOTER = {
    "",
    "Begin:",
    "  assay new site research    start a site with an example in it",
    "  assay serve                see it while you write",
    "  assay build                write it to site/",
    "  assay publish TARGET       build it and put it where it is read",
    "",
    "Each command explains itself: assay build --help",
    "Exit codes: 0 done, 1 the site has errors (nothing was written), 2 wrong usage, 70 a bug of ours."
  };

  /// The commands by their names, in the order of the help.
  static final List<Map.Entry<String, Class<?>>> COMMANDS = List.of(
      Map.entry("build", BuildCommand.class),
      Map.entry("check", CheckCommand.class),
      Map.entry("serve", ServeCommand.class),
      Map.entry("publish", PublishCommand.class),
      Map.entry("new", NewCommand.class),
      Map.entry("import", ImportCommand.class),
      Map.entry("claims", ClaimsCommand.class),
      Map.entry("languages", LanguagesCommand.class),
      Map.entry("mail", MailCommand.class),
      Map.entry("shortcodes", ShortcodesCommand.class),
      Map.entry("schema", SchemaCommand.class),
      Map.entry("cost", CostCommand.class),
      Map.entry("fix", FixCommand.class),
      Map.entry("mv", MoveCommand.class),
      Map.entry("resolve", ResolveCommand.class));

  private final CommandSpec spec;

  private AssayCommand(CommandLine.IFactory factory) {
    spec = CommandSpec.wrapWithoutInspection(this, factory).name("assay");
    spec.usageMessage().description(DESCRIPTION).footer(FOOTER).synopsisSubcommandLabel("COMMAND");
  }

  /// The command line. To describe a command takes picocli longer than to list the notes of a site, so where the first word
  /// is a command only that one is described.
  static CommandLine line(Terminal terminal, String... args) {
    CommandLine.IFactory factory = new Commands(terminal);
    CommandLine line = new CommandLine(new AssayCommand(factory).spec, factory);
    String first = args.length == 0 ? "" : args[0];
    boolean known = COMMANDS.stream().anyMatch(command -> command.getKey().equals(first));
    for (Map.Entry<String, Class<?>> command : COMMANDS) {
      if (!known || command.getKey().equals(first)) {
        // Made as a command line of its own: what a command adds to its own description is not done for one that is added later.
        Object described = command.getValue() == BuildCommand.class ? BuildCommand.spec(terminal, factory) : command.getValue();
        line.addSubcommand(command.getKey(), complete(new CommandLine(described, factory)));
      }
    }
    Options.addHelp(line.getCommandSpec());
    return line;
  }

  /// Adds what every command that reads a site understands.
  private static CommandLine complete(CommandLine command) {
    if (command.getCommand() instanceof OfSite site) {
      site.flags().addTo(command.getCommandSpec());
    }
    command.getSubcommands().values().forEach(AssayCommand::complete);
    return command;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCode.DONE;
  }
}
