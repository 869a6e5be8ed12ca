package dev.assay.cli;

import dev.assay.build.SiteSurvey;
import dev.assay.build.scaffold.Scaffold;
import dev.assay.note.Language;
import dev.assay.note.Site;
import dev.assay.problem.Problem;
import dev.assay.problem.ProblemText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `assay new`.
@Command(
    name = "new",
    description = {"Starts a site, a note or a hub, with an example to change.", ""},
    footer = {
      "",
      "Examples:",
      "  assay new site research          a site in the new folder research/",
      "  assay new note \"HBM4 pricing\"    content/post/hbm4-pricing.md, a draft",
      "  assay new hub \"Memory\"           content/hub/memory.md",
      "  assay new note \"HBM4 가격\" --name hbm4-pricing --lang ko",
      "                                   content/post/hbm4-pricing.ko.md, its translation",
      "  assay new note \"HBM4\" --in post/memory",
      "                                   content/post/memory/hbm4.md",
      "Notes begin as templates/new/note.md of the site says, hubs as templates/new/hub.md."
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
      case Scaffold.Result.Wrong(List<Problem> problems) -> {
        terminal.err().print(ProblemText.of(terminal.colour()).report(problems));
        yield ExitCode.ERRORS;
      }
    };
  }

  private static int failed(IOException failure, Terminal terminal) {
    terminal.err().println("assay: the file could not be written: " + failure.getMessage());
    return ExitCode.ERRORS;
  }

  /// Makes it, unless the site's settings cannot be known: an id and an address would be made from others.
  private static Scaffold.Result faultless(SiteFlags flags, Making making) throws IOException {
    List<Problem> faults = SiteSurvey.faultsOfSettings(flags.folder());
    return faults.isEmpty() ? making.make() : new Scaffold.Result.Wrong(faults);
  }

  @FunctionalInterface
  private interface Making {
    Scaffold.Result make() throws IOException;
  }

  private static Scaffold.Wanted wanted(SiteFlags flags, String folder, String title, @Nullable String name, @Nullable String language) {
    Site site = SiteSurvey.settings(flags.folder());
    if (language != null && !Language.isTag(language)) {
      throw flags.usage("'" + language + "' is not a language tag like en, ko or zh-Hant");
    }
    Language wanted =
        language == null ? site.language() : site.languages().stream().filter(each -> each.tag().equalsIgnoreCase(language)).findFirst().orElse(new Language(language));
    return new Scaffold.Wanted(
        SiteSurvey.content(flags.folder()), folder, title, name == null ? title : name.replaceFirst("\\.(md|markdown)$", ""), wanted, site, SiteSurvey.templates(flags.folder()), now(site.zone()));
  }

  private static OffsetDateTime now(ZoneId zone) {
    return OffsetDateTime.now(zone).truncatedTo(ChronoUnit.SECONDS);
  }

  /// `assay new site`.
  @Command(name = "site",
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
  @Command(name = "note",
      description = {"Starts a note in content/post/, as a draft with an id of its own.", ""})
  static final class NewNote implements Callable<Integer>, OfSite {
    private final Terminal terminal;
    private final SiteFlags flags = new SiteFlags();

    @Parameters(paramLabel = "TITLE", description = "Its title.")
    private String title = "";

    @Option(names = "--in", paramLabel = "FOLDER", description = "The folder below content/. Default: post.")
    private String folder = "post";

    @Option(names = "--name", paramLabel = "NAME", description = "What the file is called. Default: after the title. With --lang, the name of the note it translates.")
    private @Nullable String name;

    @Option(names = "--lang", paramLabel = "LANGUAGE", description = "Its language. Default: the site's.")
    private @Nullable String language;

    NewNote(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public SiteFlags flags() {
      return flags;
    }

    @Override
    public Integer call() {
      try {
        return tell(faultless(flags, () -> Scaffold.note(wanted(flags, folder, title, name, language))), terminal, "it is a draft: assay serve --drafts shows it; take out 'draft: true' to publish it");
      } catch (IOException e) {
        return failed(e, terminal);
      }
    }
  }

  /// `assay new hub`.
  @Command(name = "hub",
      description = {"Starts a hub in content/hub/.", ""})
  static final class NewHub implements Callable<Integer>, OfSite {
    private final Terminal terminal;
    private final SiteFlags flags = new SiteFlags();

    @Parameters(paramLabel = "TITLE", description = "Its title.")
    private String title = "";

    @Option(names = "--name", paramLabel = "NAME", description = "What the file is called. Default: after the title. With --lang, the name of the note it translates.")
    private @Nullable String name;

    @Option(names = "--lang", paramLabel = "LANGUAGE", description = "Its language. Default: the site's.")
    private @Nullable String language;

    NewHub(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public SiteFlags flags() {
      return flags;
    }

    @Override
    public Integer call() {
      try {
        return tell(faultless(flags, () -> Scaffold.hub(wanted(flags, "hub", title, name, language))), terminal, "");
      } catch (IOException e) {
        return failed(e, terminal);
      }
    }
  }
}
