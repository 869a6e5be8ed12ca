package dev.assay.cli;

import dev.assay.build.NoteMail;
import dev.assay.build.SiteBuild;
import dev.assay.feed.MailFile;
import dev.assay.problem.Problem;
import dev.assay.problem.ProblemText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `assay mail`.
@Command(
    name = "mail",
    description = {
      "Writes a note as a mail: one HTML document with the style in its elements, without script, at most 100 kB.",
      "",
      "A file that ends in .eml is a draft with the same as plain text, one in .txt has the plain text alone.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  assay mail power-arrives-last > mail.html                 by slug",
      "  assay mail content/post/power.ko.md --output mail.eml     a draft for a mail program",
      "  assay mail /page/memory/ --output mail.txt                a hub, as plain text"
    })
final class MailCommand implements Callable<Integer>, OfSite {
  private final Terminal terminal;

  private final SiteFlags flags = new SiteFlags();

  @Parameters(paramLabel = "NOTE", description = "Its file, its address or its slug.")
  private String note = "";

  @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Where to write it: .html, .eml or .txt. Default: HTML to the terminal.")
  private @Nullable Path output;

  MailCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public SiteFlags flags() {
    return flags;
  }

  @Override
  public Integer call() throws IOException {
    NoteMail.Result result;
    try (LiveProgress progress = new LiveProgress(terminal)) {
      result = SiteBuild.mail(flags.options(), note, progress);
    }
    return switch (result) {
      case NoteMail.Failed(List<Problem> problems) -> {
        tell(problems);
        yield ExitCode.ERRORS;
      }
      case NoteMail.Made made -> {
        tell(made.problems());
        Path file = output;
        if (file == null) {
          terminal.print(made.html().getBytes(StandardCharsets.UTF_8));
        } else {
          Files.write(file, bytes(made, file.toString().toLowerCase(Locale.ROOT)));
        }
        yield ExitCode.DONE;
      }
    };
  }

  private static byte[] bytes(NoteMail.Made made, String name) {
    if (name.endsWith(".eml")) {
      return MailFile.of(made.subject(), made.language(), made.text(), made.html());
    }
    return (name.endsWith(".txt") ? made.text() : made.html()).getBytes(StandardCharsets.UTF_8);
  }

  private void tell(List<Problem> problems) {
    if (!problems.isEmpty()) {
      terminal.err().print(ProblemText.of(terminal.colour()).report(problems));
      terminal.err().flush();
    }
  }
}
