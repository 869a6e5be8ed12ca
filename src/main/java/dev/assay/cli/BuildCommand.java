package dev.assay.cli;

import dev.assay.build.BuildOptions;
import dev.assay.build.BuildReport;
import dev.assay.build.SiteBuild;
import dev.assay.build.SiteSurvey;
import dev.assay.problem.ProblemText;
import dev.assay.publish.Published;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `assay build`.
@Command(
    name = "build",
    mixinStandardHelpOptions = true,
    description = {
      "Builds the site into its site/ folder.",
      "",
      "Only what changed is written, each file whole and at once; with any error nothing is. Files in the output folder",
      "that Assay did not write are never touched.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  assay build                                        the site in the current folder",
      "  assay build --root ~/research --output /srv/www    another site, to another place",
      "  assay build --base-url https://x.example/lab/      for publishing below a path",
      "  assay build --drafts --future                      with everything that is not out yet"
    })
final class BuildCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private SiteFlags flags = new SiteFlags();

  @Option(names = "--output", paramLabel = "DIR", description = "Where the site is written. Default: site/ in its folder.")
  private @Nullable Path output;

  @Option(names = "--clean", description = "Use neither the cache nor old output.")
  private boolean clean;

  @Option(names = "--verify", description = "Read the output again instead of trusting size and time.")
  private boolean verify;

  @Option(names = "--changes", paramLabel = "FILE", description = "Write down as JSON which addresses are new, changed and gone.")
  private @Nullable Path changes;

  @Option(names = {"-q", "--quiet"}, description = "Print problems only.")
  private boolean quiet;

  BuildCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    long start = System.nanoTime();
    BuildOptions o = flags.told(terminal);
    BuildOptions options =
        new BuildOptions(
            o.root(), output == null ? o.output() : output, o.baseUrl(), o.drafts(), o.future(), o.today(), o.strict(),
            clean, verify, o.jobs());
    Published before = changes == null ? Published.NOTHING : Published.read(options.output());
    BuildReport report;
    try (LiveProgress progress = new LiveProgress(terminal)) {
      report = SiteBuild.build(options, quiet ? dev.assay.build.Progress.NONE : progress);
    }
    if (!report.problems().isEmpty()) {
      terminal.err().print(ProblemText.of(terminal.colour()).report(report.problems()));
    }
    if (report.succeeded() && changes != null) {
      String base = options.baseUrl().orElseGet(() -> SiteSurvey.settings(options.root()).baseUrl());
      Changes.write(changes, base, before, Published.read(options.output()));
    }
    if (report.succeeded() && !quiet) {
      terminal.out().print(Summary.of(report, options, System.nanoTime() - start, terminal));
    } else if (!report.succeeded()) {
      terminal.err().println("Nothing was written.");
    }
    return report.succeeded() ? ExitCode.DONE : ExitCode.ERRORS;
  }
}
