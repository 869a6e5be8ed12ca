package dev.assay.cli;

import dev.assay.build.BuildOptions;
import dev.assay.build.BuildReport;
import dev.assay.build.SiteBuild;
import dev.assay.build.SiteSurvey;
import dev.assay.problem.ProblemText;
import dev.assay.publish.Published;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// `assay build`.
final class BuildCommand implements Callable<Integer>, OfSite {
  private static final String[] DESCRIPTION = {
    "Builds the site into its site/ folder.",
    "",
    "Only what changed is written, each file whole and at once; with any error nothing is. Files in the output folder",
    "that Assay did not write are never touched.",
    ""
  };

  private static final String[] FOOTER = {
    "",
    "Examples:",
    "  assay build                                        the site in the current folder",
    "  assay build --root ~/research --output /srv/www    another site, to another place",
    "  assay build --base-url https://x.example/lab/      for publishing below a path",
    "  assay build --drafts --future                      with everything that is not out yet"
  };

  private final Terminal terminal;

  private final SiteFlags flags = new SiteFlags();

  private final OptionSpec output = Options.value(Path.class, "--output", "DIR", "Where the site is written. Default: site/ in its folder.");
  private final OptionSpec clean = Options.flag("Use neither the cache nor old output.", "--clean");
  private final OptionSpec verify = Options.flag("Read the output again instead of trusting size and time.", "--verify");
  private final OptionSpec changes = Options.value(
      Path.class, "--changes", "FILE", "Write down as JSON which addresses are new, changed and gone.");
  private final OptionSpec quiet = Options.flag("Print problems only.", "-q", "--quiet");

  private BuildCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /// Describes it.
  ///
  /// @param factory ours, since picocli's own looks in every jar of the program for Groovy when it is made
  static CommandSpec spec(Terminal terminal, CommandLine.IFactory factory) {
    BuildCommand build = new BuildCommand(terminal);
    CommandSpec spec = CommandSpec.wrapWithoutInspection(build, factory).name("build");
    spec.usageMessage().description(DESCRIPTION).footer(FOOTER);
    for (OptionSpec each : List.of(build.output, build.clean, build.verify, build.changes, build.quiet)) {
      spec.addOption(each);
    }
    return spec;
  }

  @Override
  public SiteFlags flags() {
    return flags;
  }

  @Override
  public Integer call() throws IOException {
    long start = System.nanoTime();
    boolean silent = Options.isSet(quiet);
    BuildOptions o = flags.told(terminal);
    BuildOptions options =
        new BuildOptions(
            o.root(), Options.given(output, Path.class).orElse(o.output()), o.baseUrl(), o.drafts(), o.future(), o.today(), o.strict(),
            Options.isSet(clean), Options.isSet(verify), o.jobs());
    Optional<Path> list = Options.given(changes, Path.class);
    Published before = list.isEmpty() ? Published.NOTHING : Published.read(options.output());
    BuildReport report;
    try (LiveProgress progress = new LiveProgress(terminal)) {
      report = SiteBuild.build(options, silent ? dev.assay.build.Progress.NONE : progress);
    }
    if (!report.problems().isEmpty()) {
      terminal.err().print(ProblemText.of(terminal.colour()).report(report.problems()));
    }
    if (report.succeeded() && list.isPresent()) {
      String base = options.baseUrl().orElseGet(() -> SiteSurvey.settings(options.root()).baseUrl());
      Changes.write(list.get(), base, before, Published.read(options.output()));
    }
    if (report.succeeded() && !silent) {
      terminal.out().print(Summary.of(report, options, System.nanoTime() - start, terminal));
    } else if (!report.succeeded()) {
      terminal.err().println("Nothing was written.");
    }
    return report.succeeded() ? ExitCode.DONE : ExitCode.ERRORS;
  }
}
