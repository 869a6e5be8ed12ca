package dev.assay.cli;

import dev.assay.build.NoteMove;
import dev.assay.build.SiteSurvey;
import dev.assay.problem.ProblemText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `assay mv`.
@Command(
    name = "mv",
    description = {
      "Moves or renames a note, and everything that speaks of it follows.",
      "",
      "Its feed id stays, its old address leads to the new one, and links, names and claims in all notes are rewritten.",
      "Its versions in other languages go with it; a folder with an index.md goes with all that is in it.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  assay mv post/hbm4.md post/hbm4-prices.md     rename",
      "  assay mv post/hbm4.md power/                  into another folder",
      "  assay mv post/hbm4.md post/hbm4/index.md      a folder of its own, for pictures",
      "Exit codes: 0 done, 1 nothing was moved, 2 wrong usage."
    })
final class MoveCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private SiteFolder site = new SiteFolder();

  @Parameters(index = "0", paramLabel = "OLD", description = "The note: its file, or the folder of its index.md.")
  private String from = "";

  @Parameters(index = "1", paramLabel = "NEW", description = "Where to: a file, or a folder.")
  private String to = "";

  @Option(names = "--dry-run", description = "Say what would be done, and change nothing.")
  private boolean dryRun;

  MoveCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Path root = site.folder();
    LocalDate today = LocalDate.now(SiteSurvey.settings(root).zone());
    NoteMove.Outcome outcome = NoteMove.run(root, written(from), written(to), !dryRun, today);
    if (!outcome.problems().isEmpty()) {
      terminal.err().print(ProblemText.of(terminal.colour()).report(outcome.problems()));
      return ExitCode.ERRORS;
    }
    for (NoteMove.Moved moved : outcome.moved()) {
      terminal.out().println(moved.from() + " -> " + moved.to());
      if (!moved.address().isEmpty()) {
        terminal.out().println("  " + moved.address().getFirst() + " leads to " + moved.address().getLast());
      }
    }
    outcome.edited().forEach((file, count) -> terminal.out().println(file + ": " + count + (count == 1 ? " place" : " places") + " rewritten"));
    if (dryRun) {
      terminal.out().println("nothing was changed (--dry-run)");
    }
    return ExitCode.DONE;
  }

  /// A path that exists from where the command was typed is meant as such; others are below the content's folder.
  private String written(String path) {
    boolean slash = path.endsWith("/");
    Path here = Path.of(path).toAbsolutePath().normalize();
    Path content = SiteSurvey.content(site.folder()).toAbsolutePath().normalize();
    boolean meant = Path.of(path).isAbsolute() || (Files.exists(here) && here.startsWith(content));
    return meant ? here + (slash ? "/" : "") : path;
  }
}
