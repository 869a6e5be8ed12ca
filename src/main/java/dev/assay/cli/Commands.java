package dev.assay.cli;

import dev.assay.build.SiteSurvey;
import picocli.CommandLine;

/// Makes commands that know their terminal.
final class Commands implements CommandLine.IFactory {
  private final Terminal terminal;

  Commands(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == CheckCommand.class) {
      return type.cast(new CheckCommand(terminal));
    }
    if (type == ServeCommand.class) {
      return type.cast(new ServeCommand(terminal));
    }
    if (type == PublishCommand.class) {
      return type.cast(new PublishCommand(terminal));
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
    if (type == FixCommand.class) {
      return type.cast(new FixCommand(terminal));
    }
    if (type == MoveCommand.class) {
      return type.cast(new MoveCommand(terminal));
    }
    if (type == ResolveCommand.class) {
      return type.cast(new ResolveCommand(terminal));
    }
    if (type == ImportCommand.class) {
      return type.cast(new ImportCommand(terminal));
    }
    if (type == SchemaCommand.class) {
      return type.cast(new SchemaCommand(terminal));
    }
    if (type == MailCommand.class) {
      return type.cast(new MailCommand(terminal));
    }
    if (type == LanguagesCommand.class) {
      return type.cast(new LanguagesCommand(terminal));
    }
    if (type == ShortcodesCommand.class) {
      return type.cast(new ShortcodesCommand(terminal));
    }
    if (type == ClaimsCommand.class) {
      return type.cast(new ClaimsCommand(terminal));
    }
    if (type == CostCommand.class) {
      return type.cast(
          new CostCommand(root -> SiteSurvey.costs(root.toString().isEmpty() ? SiteFlags.usual() : root)));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
