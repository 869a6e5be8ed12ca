package dev.assay.cli;

import dev.assay.build.SiteSurvey;
import dev.assay.export.ClaimsSchema;
import dev.assay.frontmatter.Schemas;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `assay schema`.
@Command(
    name = "schema",
    description = {"Prints a JSON Schema of the head of notes, of site.yaml, or of /claims.json.", ""},
    footer = {
      "",
      "Examples:",
      "  assay schema site > site.schema.json          the settings",
      "  assay schema note > note.schema.json          the head of a note, with the site's own fields",
      "  assay schema claims > claims.schema.json      what is in /claims.json, for programs that read it"
    })
final class SchemaCommand implements Callable<Integer>, OfSite {
  enum Subject { NOTE, SITE, CLAIMS }

  private final Terminal terminal;

  private final SiteFlags flags = new SiteFlags();

  @Parameters(paramLabel = "SUBJECT", description = "note, site or claims.")
  private Subject subject = Subject.NOTE;

  SchemaCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public SiteFlags flags() {
    return flags;
  }

  @Override
  public Integer call() {
    terminal.print(
        switch (subject) {
          case NOTE -> Schemas.frontMatter(SiteSurvey.settings(flags.folder()));
          case SITE -> Schemas.site(SiteSurvey.sections(flags.folder()));
          case CLAIMS -> ClaimsSchema.write();
        });
    return ExitCode.DONE;
  }
}
