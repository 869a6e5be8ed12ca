package dev.assay.cli;

import dev.assay.build.BuildOptions;
import dev.assay.build.BuildReport;
import dev.assay.build.Progress;
import dev.assay.build.SiteBuild;
import dev.assay.build.SiteSurvey;
import dev.assay.build.SiteSession;
import dev.assay.problem.ProblemText;
import dev.assay.serve.Browser;
import dev.assay.serve.Preview;
import dev.assay.serve.Rebuild;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `assay serve`.
@Command(
    name = "serve",
    description = {
      "Shows the site on this machine while you write.",
      "",
      "Every save builds again what changed, and open pages load themselves anew. With an error the last good pages stay,",
      "with the problems over them. The preview lies in .assay/preview/; site/ is not touched.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  assay serve --open               and open it in the browser",
      "  assay serve --drafts --port 8080 with drafts, on another port"
    })
final class ServeCommand implements Callable<Integer>, OfSite {
  private static final int PORT = 4000;

  private final Terminal terminal;

  private final SiteFlags flags = new SiteFlags();

  @Option(names = "--port", paramLabel = "N", description = "Where to listen; 0 for any free port. Default: 4000.")
  private int port = PORT;

  @Option(names = "--open", description = "Open the site in the browser.")
  private boolean open;

  ServeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public SiteFlags flags() {
    return flags;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    if (port < 0 || port > 65_535) {
      throw flags.usage("--port takes a number from 0 to 65535");
    }
    BuildOptions asked = flags.told(terminal);
    Path output = asked.root().resolve(".assay").resolve("preview");
    BuildOptions plain = asked.withOutput(output);
    BuildOptions options = asked.baseUrl().isPresent() ? plain : plain.withBaseUrl("http://localhost:" + (port == 0 ? PORT : port) + "/");
    Path content = SiteSurvey.content(options.root());
    Preview.Settings settings =
        new Preview.Settings(output, List.of(content, options.root().resolve("templates")), port);
    try (SiteSession session = SiteBuild.session(options)) {
      return show(settings, session);
    }
  }

  private int show(Preview.Settings settings, SiteSession session) throws IOException, InterruptedException, ExecutionException {
    Rebuild edited =
        new Rebuild() {
          @Override
          public Outcome run() {
            return rebuild(session);
          }

          @Override
          public void settle() {
            session.settle();
          }
        };
    return switch (Preview.start(settings, edited)) {
      case Preview.Refused(String reason) -> {
        terminal.err().println("assay: " + reason);
        yield ExitCode.USAGE;
      }
      case Preview.Running(Preview preview) -> {
        terminal.out().println(terminal.bold(preview.address().toString()) + "  (Ctrl-C ends)");
        if (open && !Browser.open(preview.address())) {
          terminal.err().println("assay: no browser could be opened; the address is " + preview.address());
        }
        preview.await();
        yield ExitCode.DONE;
      }
    };
  }

  private Rebuild.Outcome rebuild(SiteSession session) {
    long start = System.nanoTime();
    BuildReport report = session.build(Progress.NONE);
    if (!report.problems().isEmpty()) {
      terminal.err().print(ProblemText.of(terminal.colour()).report(report.problems()));
    }
    if (report.succeeded()) {
      terminal.out().println(
          String.format(
              Locale.ROOT, "built in %.2f s: %d written, %d unchanged", (System.nanoTime() - start) / 1e9,
              report.written(), report.reused()));
    }
    return new Rebuild.Outcome(report.problems());
  }
}
