package dev.assay.cli;

import dev.assay.build.BuildReport;
import dev.assay.build.ClaimReadings;
import dev.assay.build.Explanation;
import dev.assay.build.SiteBuild;
import dev.assay.catalog.HubReport;
import dev.assay.export.NoteReading;
import dev.assay.export.ProblemsJson;
import dev.assay.export.ProblemsSarif;
import dev.assay.problem.ProblemText;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `assay check`.
@Command(
    name = "check",
    description = {
      "Finds everything that can be wrong, without writing anything.",
      "",
      "Each problem names the file, the line and a way out. JSON and SARIF are for editors and code review.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  assay check                            problems as text",
      "  assay check --strict                   exit 1 on warnings too",
      "  assay check --all                      each warning, of an old archive too",
      "  assay check --format sarif > a.sarif   for code scanning",
      "  assay check --explain                  how each claim was read",
      "  assay check --hubs                     notes in no hub, stale hubs, dead ends"
    })
final class CheckCommand implements Callable<Integer>, OfSite {
  enum Format { TEXT, JSON, SARIF }

  private final Terminal terminal;

  private final SiteFlags flags = new SiteFlags();

  @Option(names = "--format", paramLabel = "FORMAT", description = "text, json or sarif. Default: text.")
  private Format format = Format.TEXT;

  @Option(names = "--all", description = "Show each warning, also where there are very many of one kind.")
  private boolean all;

  @Option(names = "--explain", description = "Print how each claim was read, and why what looks like one was not.")
  private boolean explain;

  @Option(names = "--hubs", description = "Print which notes are in no hub, which hubs are stale, and which notes lead nowhere.")
  private boolean hubs;

  @Option(names = "--stale-after", paramLabel = "DAYS", description = "When a hub is stale. Default: ${DEFAULT-VALUE}.", defaultValue = "90")
  private int staleAfter;

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /// What is told of a site.
  private record Found(BuildReport report, List<NoteReading> readings, Optional<HubReport> hubs) {}

  private Found found(SiteBuild.Checked checked) {
    return new Found(
        checked.report(), explain ? ClaimReadings.of(checked.analysis()) : List.of(),
        hubs ? Optional.of(HubReport.of(checked.analysis().model().catalog(), checked.analysis().model().today(), staleAfter)) : Optional.empty());
  }

  @Override
  public SiteFlags flags() {
    return flags;
  }

  @Override
  public Integer call() {
    Found found;
    try (LiveProgress progress = new LiveProgress(terminal)) {
      found = SiteBuild.check(flags.options(), progress, this::found);
    }
    BuildReport report = found.report();
    List<NoteReading> readings = found.readings();
    if (explain && format != Format.JSON) {
      // Beside SARIF, which other programs read, it is for the person at the terminal.
      (format == Format.TEXT ? terminal.out() : terminal.err()).print(Explanation.of(readings, terminal.width(), terminal.colour()));
    }
    // Like the readings, beside what other programs read it is for the person at the terminal.
    found.hubs().ifPresent(hub -> (format == Format.TEXT ? terminal.out() : terminal.err()).print(HubReportText.of(hub, staleAfter)));
    switch (format) {
      case TEXT -> {
        if (report.problems().isEmpty()) {
          terminal.out().print("no problems in " + report.notes() + (report.notes() == 1 ? " note\n" : " notes\n"));
          terminal.out().flush();
        } else {
          ProblemText text = ProblemText.of(terminal.colour());
          terminal.out().print(all ? text.whole(report.problems()) : text.report(report.problems()));
        }
      }
      case JSON -> terminal.print(explain ? ProblemsJson.write(report.problems(), readings) : ProblemsJson.write(report.problems()));
      case SARIF -> terminal.print(ProblemsSarif.write(report.problems()));
    }
    return report.succeeded() ? ExitCode.DONE : ExitCode.ERRORS;
  }
}
