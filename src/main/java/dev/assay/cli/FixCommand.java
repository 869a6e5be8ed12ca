package dev.assay.cli;

import dev.assay.build.FixIds;
import dev.assay.problem.ProblemText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `assay fix`.
@Command(
    name = "fix",
    description = {
      "Writes into notes what is derived today, so that it stays.",
      "",
      "With --ids, each note without a feed id gets the id that feeds give it now, and each claim without a name gets one,",
      "made of its words. Nothing else in the files changes.",
      ""
    },
    footer = {"", "Exit codes: 0 done, 1 something could not be fixed, 2 wrong usage."})
final class FixCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private SiteFolder site = new SiteFolder();

  @Option(names = "--ids", description = "Write feed ids into notes, and name claims.")
  private boolean ids;

  @Option(names = "--dry-run", description = "Say what would be done, and write nothing.")
  private boolean dryRun;

  FixCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (!ids) {
      throw site.usage("say what to fix: --ids writes feed ids and names claims");
    }
    FixIds.Outcome outcome;
    try (LiveProgress progress = new LiveProgress(terminal)) {
      outcome = FixIds.run(site.folder(), !dryRun, progress);
    }
    outcome.fixed().forEach(this::tell);
    terminal.out().println(sum(outcome));
    if (!outcome.problems().isEmpty()) {
      terminal.err().print(ProblemText.of(terminal.colour()).report(outcome.problems()));
    }
    return outcome.problems().isEmpty() ? ExitCode.DONE : ExitCode.ERRORS;
  }

  private void tell(FixIds.Fixed note) {
    note.id().ifPresent(id -> terminal.out().println(note.file() + ": id " + id));
    note.names().forEach(each -> terminal.out().println(note.file() + ":" + each.line() + ": " + each.kind().word() + " #" + each.name()));
  }

  private String sum(FixIds.Outcome outcome) {
    long written = outcome.fixed().stream().filter(note -> note.id().isPresent()).count();
    int names = outcome.fixed().stream().mapToInt(note -> note.names().size()).sum();
    if (written == 0 && names == 0) {
      return "nothing to do in " + counted(outcome.notes(), "note");
    }
    return counted(written, "id") + " and " + counted(names, "name") + (dryRun ? " to write in " : " written in ")
        + counted(outcome.fixed().size(), "note");
  }

  private static String counted(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
