package dev.assay.cli;

import dev.assay.build.SiteBuild;
import dev.assay.build.scaffold.Scaffold;
import dev.assay.note.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `assay new`.
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description = {"Starts a site, a note or a hub, with an example to change.", ""},
    footer = {
      "",
      "Examples:",
      "  assay new site research          a site in the new folder research/",
      "  assay new note \"HBM4 pricing\"    content/post/hbm4-pricing.md, a draft",
      "  assay new hub \"Memory\"           content/hub/memory.md"
    },
    subcommands = {NewCommand.NewSite.class, NewCommand.NewNote.class, NewCommand.NewHub.class})
final class NewCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getErr());
    }
    return ExitCode.USAGE;
  }

  private static int tell(Scaffold.Result result, Terminal terminal, String next) {
    return switch (result) {
      case Scaffold.Result.Written written -> {
        written.files().forEach(file -> terminal.out().println("wrote " + file));
        if (!next.isEmpty()) {
          terminal.out().println(next);
        }
        yield ExitCode.DONE;
      }
      case Scaffold.Result.Refused(String why, String hint) -> {
        terminal.err().println("assay: " + why);
        terminal.err().println("  hint: " + hint);
        yield ExitCode.USAGE;
      }
    };
  }

  private static int failed(IOException failure, Terminal terminal) {
    terminal.err().println("assay: the file could not be written: " + failure.getMessage());
    return ExitCode.ERRORS;
  }

  private static OffsetDateTime now(ZoneId zone) {
    return OffsetDateTime.now(zone).truncatedTo(ChronoUnit.SECONDS);
  }

  /// `assay new site`.
  @Command(name = "site", mixinStandardHelpOptions = true,
      description = {"Starts a site in an absent or empty folder.", ""})
  static final class NewSite implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", description = "The folder.")
    private Path folder = Path.of("");

    NewSite(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() {
      try {
        return tell(Scaffold.site(folder, now(ZoneId.of("UTC"))), terminal, "next: assay serve --root " + folder);
      } catch (IOException e) {
        return failed(e, terminal);
      }
    }
  }

  /// `assay new note`.
  @Command(name = "note", mixinStandardHelpOptions = true,
      description = {"Starts a note in content/post/, as a draft with an id of its own.", ""})
  static final class NewNote implements Callable<Integer> {
    private final Terminal terminal;
    @Mixin private SiteFlags flags = new SiteFlags();

    @Parameters(paramLabel = "TITLE", description = "Its title.")
    private String title = "";

    NewNote(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() {
      Site site = SiteBuild.settings(flags.folder());
      try {
        return tell(Scaffold.note(SiteBuild.content(flags.folder()), title, site, now(site.zone())), terminal, "it is a draft: assay serve --drafts shows it");
      } catch (IOException e) {
        return failed(e, terminal);
      }
    }
  }

  /// `assay new hub`.
  @Command(name = "hub", mixinStandardHelpOptions = true,
      description = {"Starts a hub in content/hub/.", ""})
  static final class NewHub implements Callable<Integer> {
    private final Terminal terminal;
    @Mixin private SiteFlags flags = new SiteFlags();

    @Parameters(paramLabel = "TITLE", description = "Its title.")
    private String title = "";

    NewHub(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() {
      Site site = SiteBuild.settings(flags.folder());
      try {
        return tell(Scaffold.hub(SiteBuild.content(flags.folder()), title, site, now(site.zone())), terminal, "");
      } catch (IOException e) {
        return failed(e, terminal);
      }
    }
  }
}
