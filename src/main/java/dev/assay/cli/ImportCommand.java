package dev.assay.cli;

import dev.assay.importer.FeedImport;
import dev.assay.importer.ImportReport;
import dev.assay.importer.folder.FolderImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `assay import`.
@Command(
    name = "import",
    description = {
      "Makes notes of a feed that was saved to a file (RSS, Atom, JSON Feed or a WordPress export), or of a folder of",
      "Hugo, Jekyll or Zola: the one that holds its settings.",
      "",
      "Nothing that exists is changed, and importing again adds only what is new. What Markdown cannot say stays HTML;",
      "the report says what, and what was lost. The whole report lies in .assay/import/.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  assay import feed.xml --root research     a new site of a feed, or more notes for one",
      "  assay import ../old-blog --root research  a new site of a folder, with every old address",
      "  assay import feed.xml --fetch-images      take pictures on other hosts along"
    })
final class ImportCommand implements Callable<Integer> {
  enum Format { AUTO, RSS, ATOM, JSON, HUGO, JEKYLL, ZOLA }

  private static final Set<Format> FOLDERS = EnumSet.of(Format.HUGO, Format.JEKYLL, Format.ZOLA);

  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "SOURCE", description = "The feed's file, or the old site's folder.")
  private Path source = Path.of("");

  @Option(names = "--root", paramLabel = "DIR", description = "The site's folder; made when it is not there. Default: the current folder.")
  private Path root = Path.of("");

  @Option(names = "--format", paramLabel = "FORMAT", description = "auto, rss, atom, json, hugo, jekyll or zola. Default: auto.")
  private Format format = Format.AUTO;

  @Option(names = "--fetch-images", description = "Take pictures on other hosts along: up to 16 MB each, not from this machine or a private net.")
  private boolean fetchImages;

  @Option(names = "--allow-private-hosts", description = "With --fetch-images: also from this machine and private nets.")
  private boolean privateHosts;

  ImportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (Files.exists(root) && !Files.isDirectory(root)) {
      throw usage("--root: '" + root + "' is not a folder");
    }
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
    String word = format.name().toLowerCase(java.util.Locale.ROOT);
    FeedImport.Request request = new FeedImport.Request(source, source.toString(), root.toAbsolutePath(), word, now, fetch());
    try {
      if (Files.isDirectory(source) || FOLDERS.contains(format)) {
        return tell(FolderImport.run(new FolderImport.Request(source, source.toString(), root.toAbsolutePath(), word, fetch())));
      }
      return tell(FeedImport.run(request));
    } catch (IOException e) {
      terminal.err().println("assay: the import stopped: " + e.getMessage());
      terminal.err().println("  hint: what was written is whole; import again to go on");
      return ExitCode.ERRORS;
    }
  }

  private FeedImport.Fetch fetch() {
    return !fetchImages ? FeedImport.Fetch.NOTHING : privateHosts ? FeedImport.Fetch.ANY : FeedImport.Fetch.PUBLIC;
  }

  private int tell(FolderImport.Result result) {
    return switch (result) {
      case FolderImport.Result.Done(ImportReport report) -> tell(new FeedImport.Result.Done(report));
      case FolderImport.Result.Refused(String why, String hint) -> tell(new FeedImport.Result.Refused(why, hint));
    };
  }

  private int tell(FeedImport.Result result) {
    return switch (result) {
      case FeedImport.Result.Done(ImportReport report) -> {
        terminal.out().print(report.summary());
        yield ExitCode.DONE;
      }
      case FeedImport.Result.Refused(String why, String hint) -> {
        terminal.err().println("assay: " + why);
        if (!hint.isEmpty()) {
          terminal.err().println("  hint: " + hint);
        }
        yield ExitCode.ERRORS;
      }
    };
  }

  private ParameterException usage(String message) {
    if (spec == null) {
      throw new IllegalStateException("options without a command");
    }
    return new ParameterException(spec.commandLine(), message);
  }
}
