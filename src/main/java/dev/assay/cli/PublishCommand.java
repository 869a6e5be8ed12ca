package dev.assay.cli;

import dev.assay.build.BuildOptions;
import dev.assay.build.BuildReport;
import dev.assay.build.Progress;
import dev.assay.build.SiteBuild;
import dev.assay.build.SiteSurvey;
import dev.assay.deploy.DeployReport;
import dev.assay.deploy.Deployment;
import dev.assay.deploy.Target;
import dev.assay.note.Located;
import dev.assay.note.Site;
import dev.assay.problem.Nearest;
import dev.assay.problem.ProblemText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `assay publish`.
@Command(
    name = "publish",
    description = {
      "Builds the site and puts it where it is read. Only what differs goes there: styles and pictures first, then pages,",
      "lists, feeds, and deletions at the end. Only files that Assay put there are replaced or deleted.",
      ""
    },
    footer = {
      "",
      "A target is a folder, server:/folder/ for rsync, git:branch or git:remote/branch, or s3://bucket/folder/ with",
      "?endpoint=…&region=…&profile=… behind it where the store is not Amazon's. Credentials are found where Amazon's own",
      "tools find them: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a profile of ~/.aws.",
      "",
      "Examples:",
      "  assay publish --dry-run                    what would go to the target in site.yaml",
      "  assay publish preview                      to the one that site.yaml calls 'preview'",
      "  assay publish server:/srv/notes/           with rsync, which needs ssh or a daemon there",
      "  assay publish git:origin/gh-pages          as a commit, sent to the repository called 'origin'",
      "  assay publish 's3://notes/?endpoint=https://ID.r2.cloudflarestorage.com'",
      "  assay publish --changes changes.json       and a list of the addresses that a CDN has to forget"
    })
final class PublishCommand implements Callable<Integer>, OfSite {
  private static final int SHOWN = 20;

  private final Terminal terminal;

  private final SiteFlags flags = new SiteFlags();

  @Parameters(paramLabel = "TARGET", arity = "0..1", description = "Where to, or a name under 'publish' in site.yaml. Default: what stands there.")
  private @Nullable String target;

  @Option(names = {"-n", "--dry-run"}, description = "Build, but only say what would go up and what would be deleted.")
  private boolean dry;

  @Option(names = "--take-over", description = "Replace files of the site's names that Assay did not put there.")
  private boolean takeOver;

  @Option(names = "--verify", description = "Look at the files there instead of trusting the list of them.")
  private boolean verify;

  @Option(names = "--changes", paramLabel = "FILE", description = "Write down as JSON which addresses are new, changed and gone.")
  private @Nullable Path changes;

  @Option(names = {"-q", "--quiet"}, description = "Print problems only.")
  private boolean quiet;

  PublishCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public SiteFlags flags() {
    return flags;
  }

  @Override
  public Integer call() throws IOException {
    long start = System.nanoTime();
    BuildOptions options = flags.told(terminal);
    Site site = SiteSurvey.settings(options.root());
    Target place = place(site, options.root());
    String base = options.baseUrl().orElse(site.baseUrl());
    Optional<DeployReport> done;
    try (LiveProgress progress = new LiveProgress(terminal)) {
      Deployment.Options how = new Deployment.Options(dry, takeOver, verify, "Publish " + (base.isEmpty() ? site.title() : base));
      Deployment.Progress told = (sent, total) -> progress.at("publishing", sent, total);
      done = new Deployment(options.root(), options.output(), place, how, quiet ? (_, _) -> {} : told).run(() -> isBuilt(options));
    }
    if (done.isEmpty()) {
      terminal.err().println("Nothing was published.");
      return ExitCode.ERRORS;
    }
    DeployReport report = done.get();
    if (!report.problems().isEmpty()) {
      terminal.err().print(ProblemText.of(terminal.colour()).report(report.problems()));
    }
    if (!report.succeeded()) {
      return ExitCode.ERRORS;
    }
    if (changes != null) {
      Changes.write(changes, base, report.added(), report.changed(), report.removed());
    }
    if (!quiet) {
      terminal.out().print(summary(report, System.nanoTime() - start));
    }
    return ExitCode.DONE;
  }

  private boolean isBuilt(BuildOptions options) {
    BuildReport built;
    try (LiveProgress progress = new LiveProgress(terminal)) {
      built = SiteBuild.build(options, quiet ? Progress.NONE : progress);
    }
    if (!built.problems().isEmpty()) {
      terminal.err().print(ProblemText.of(terminal.colour()).report(built.problems()));
    }
    return built.succeeded();
  }

  private Target place(Site site, Path root) {
    Map<String, Located<String>> places = site.publish();
    String names = places.keySet().stream().filter(name -> !name.isEmpty()).collect(Collectors.joining("', '"));
    if (target == null && places.isEmpty()) {
      throw flags.usage("where to? Name a target, or write 'publish: TARGET' into site.yaml");
    }
    if (target == null && places.size() > 1) {
      throw flags.usage("where to? site.yaml knows '" + names + "'");
    }
    Located<String> named = target == null ? places.values().iterator().next() : places.get(target);
    // In the settings a folder is meant from the site's own, at the terminal from where one stands.
    String written = named == null && target != null ? target : named == null ? "" : named.value();
    return switch (Target.read(written, named == null ? Path.of("").toAbsolutePath() : root.toAbsolutePath())) {
      case Target.Read(Target.Folder folder) when named == null && isProbablyAName(folder, places) ->
          throw flags.usage("site.yaml knows no target '" + written + "'; " + Nearest.hint(written, places.keySet()));
      case Target.Read read -> read.target();
      case Target.Unread unread ->
          // The target is not repeated: it may hold a password, and this may be a log that others read.
          throw flags.usage((named == null ? "" : "site.yaml:" + named.place().line() + ": ") + unread.message() + "; " + unread.hint());
    };
  }

  /// A word without a slash that is no folder, in a site whose targets have names, is one of these misspelt.
  private boolean isProbablyAName(Target.Folder folder, Map<String, Located<String>> places) {
    boolean named = places.keySet().stream().anyMatch(name -> !name.isEmpty());
    return named && target != null && target.matches("[\\w-]+") && !folder.path().toFile().isDirectory();
  }

  private String summary(DeployReport report, long nanos) {
    StringBuilder out = new StringBuilder();
    if (dry) {
      list(out, "+", report.added());
      list(out, "~", report.changed());
      list(out, "-", report.removed());
    }
    int all = report.added().size() + report.changed().size() + report.removed().size();
    String done = dry ? "would be published to " : all == 0 ? "is up to date at " : "published to ";
    out.append(terminal.bold(all == 0 && !dry ? "The site" : dry ? "This" : "Site")).append(' ').append(done).append(report.target())
        .append(String.format(Locale.ROOT, ", %.2f s%n", nanos / 1e9).replace("\r\n", "\n"));
    row(out, "new", report.added().size() + "");
    row(out, "changed", report.changed().size() + "");
    row(out, "deleted", report.removed().size() + "");
    row(out, "unchanged", report.unchanged() + "");
    if (!report.result().isEmpty()) {
      row(out, "as", report.result());
    }
    return out.toString();
  }

  private void list(StringBuilder out, String sign, List<String> files) {
    files.stream().limit(SHOWN).forEach(file -> out.append(sign).append(' ').append(file).append('\n'));
    if (files.size() > SHOWN) {
      out.append(sign).append(" … and ").append(files.size() - SHOWN).append(" more\n");
    }
  }

  private void row(StringBuilder out, String name, String text) {
    out.append("  ").append(terminal.dim(String.format(Locale.ROOT, "%-9s", name))).append(' ').append(text).append('\n');
  }
}
