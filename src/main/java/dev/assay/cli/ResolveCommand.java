package dev.assay.cli;

import dev.assay.build.Resolution;
import dev.assay.build.SiteSurvey;
import dev.assay.claim.Status;
import dev.assay.problem.Nearest;
import dev.assay.problem.ProblemText;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `assay resolve`.
@Command(
    name = "resolve",
    description = {
      "Writes down what became of a claim or a checkpoint.",
      "",
      "An event is added to the 'history' in the head of a note: the claim's own, or the one named with --in. What cannot have",
      "happened is not written. Claims that rest on one that has fallen are listed.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  assay resolve hbm4#price refuted --note \"Contracts were signed at 520\"",
      "  assay resolve hbm4#price amended --probability 0.8 --date 2026-11-20",
      "  assay resolve hbm4#price confirmed --in post/prices-in-2027.md --source https://example.org/",
      "Exit codes: 0 done, 1 nothing was written, 2 wrong usage."
    })
final class ResolveCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private SiteFolder site = new SiteFolder();

  @Parameters(index = "0", paramLabel = "CLAIM", description = "Its global name: slug#name.")
  private String claim = "";

  @Parameters(index = "1", paramLabel = "STATUS",
      description = "confirmed, refuted, withdrawn, superseded, expired, unblocked or amended.")
  private String status = "";

  @Option(names = "--note", paramLabel = "TEXT", description = "Why, in a sentence.")
  private String note = "";

  @Option(names = "--source", paramLabel = "SOURCE", description = "An address or a name that shows it.")
  private String source = "";

  @Option(names = "--date", paramLabel = "DATE", description = "The day on which it happened. Default: today.")
  private @Nullable LocalDate date;

  @Option(names = "--probability", paramLabel = "P", description = "With amended: how likely it is held to be now, 0.8 or 80%%.")
  private String probability = "";

  @Option(names = "--in", paramLabel = "NOTE", description = "The note that tells it: a file or a slug. Default: the claim's own.")
  private String in = "";

  @Option(names = "--dry-run", description = "Say what would be written, and write nothing.")
  private boolean dryRun;

  ResolveCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Optional<Status> wanted = Status.told(status);
    if (wanted.isEmpty()) {
      throw site.usage("'" + status + "' is no status of a claim; " + Nearest.hint(status, Status.TOLD));
    }
    Path root = site.folder();
    LocalDate today = LocalDate.now(SiteSurvey.settings(root).zone());
    LocalDate asked = date;
    Resolution.Wish wish =
        new Resolution.Wish(claim.strip(), wanted.get().word(), asked == null ? today : asked, note, source, probability, in);
    Resolution.Outcome outcome = Resolution.run(root, wish, !dryRun, today);
    if (!outcome.problems().isEmpty()) {
      terminal.err().print(ProblemText.of(terminal.colour()).report(outcome.problems()));
      terminal.err().println("nothing was written");
      return ExitCode.ERRORS;
    }
    outcome.lines().forEach((number, line) -> terminal.out().println(outcome.file() + ":" + number + ": " + line));
    if (!outcome.follows().isEmpty()) {
      terminal.out().print(ProblemText.of(terminal.colour()).report(outcome.follows()));
    }
    if (dryRun) {
      terminal.out().println("nothing was written (--dry-run)");
    }
    return ExitCode.DONE;
  }
}
