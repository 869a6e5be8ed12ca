package dev.assay.cli;

import picocli.CommandLine;

/// Makes commands that know their terminal.
final class Commands implements CommandLine.IFactory {
  private final Terminal terminal;

  Commands(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == BuildCommand.class) {
      return type.cast(new BuildCommand(terminal));
    }
    if (type == CheckCommand.class) {
      return type.cast(new CheckCommand(terminal));
    }
    if (type == NewCommand.class) {
      return type.cast(new NewCommand());
    }
    if (type == NewCommand.NewSite.class) {
      return type.cast(new NewCommand.NewSite(terminal));
    }
    if (type == NewCommand.NewNote.class) {
      return type.cast(new NewCommand.NewNote(terminal));
    }
    if (type == NewCommand.NewHub.class) {
      return type.cast(new NewCommand.NewHub(terminal));
    }
    if (type == ClaimsCommand.class) {
      return type.cast(new ClaimsCommand(terminal));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
