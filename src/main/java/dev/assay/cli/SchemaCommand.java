package dev.assay.cli;

import dev.assay.build.SiteBuild;
import dev.assay.frontmatter.Schemas;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `assay schema`.
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description = {"Prints a JSON Schema for editors: of the head of notes, or of site.yaml.", ""},
    footer = {
      "",
      "Examples:",
      "  assay schema site > site.schema.json          the settings",
      "  assay schema note > note.schema.json          the head of a note, with the site's own fields"
    })
final class SchemaCommand implements Callable<Integer> {
  enum Subject { NOTE, SITE }

  private final Terminal terminal;

  @Mixin private SiteFlags flags = new SiteFlags();

  @Parameters(paramLabel = "SUBJECT", description = "note or site.")
  private Subject subject = Subject.NOTE;

  SchemaCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    terminal.print(
        switch (subject) {
          case NOTE -> Schemas.frontMatter(SiteBuild.settings(flags.folder()));
          case SITE -> Schemas.site(SiteBuild.sections(flags.folder()));
        });
    return ExitCode.DONE;
  }
}
