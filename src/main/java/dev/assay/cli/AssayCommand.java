package dev.assay.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The program: shows its help when no command is given.
@Command(
    name = "assay",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Publishes a research site from a folder of notes, and knows what in them is fact, inference or guess.",
      ""
    },
    footer = {
      "",
      "Begin:",
      "  assay new site research    start a site with an example in it",
      "  assay serve                see it while you write",
      "  assay build                write it to site/",
      "  assay publish TARGET       build it and put it where it is read",
      "",
      "Each command explains itself: assay build --help",
      "Exit codes: 0 done, 1 the site has errors (nothing was written), 2 wrong usage, 70 a bug of ours."
    },
    subcommands = {
      BuildCommand.class, CheckCommand.class, ServeCommand.class, PublishCommand.class, NewCommand.class, ImportCommand.class,
      ClaimsCommand.class, LanguagesCommand.class, MailCommand.class, ShortcodesCommand.class, SchemaCommand.class, CostCommand.class, FixCommand.class, MoveCommand.class, ResolveCommand.class
    })
final class AssayCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
    return ExitCode.DONE;
  }
}
