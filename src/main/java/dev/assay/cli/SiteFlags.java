package dev.assay.cli;

import dev.assay.build.BuildOptions;
import dev.assay.note.WebAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The options by which every command finds and reads a site.
final class SiteFlags {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(names = "--root", paramLabel = "DIR",
      description = "The site's folder. Default: the current folder, or the one Assay came with.")
  private @Nullable Path root;

  @Option(names = "--drafts", description = "Publish drafts too.")
  private boolean drafts;

  @Option(names = "--future", description = "Publish notes dated after today too.")
  private boolean future;

  @Option(names = "--today", paramLabel = "DATE", description = "Build as if it were this day (2026-11-22).")
  private @Nullable LocalDate today;

  @Option(names = "--base-url", paramLabel = "URL", description = "Where the site will be published; overrides base_url.")
  private @Nullable String baseUrl;

  @Option(names = "--strict", description = "Treat every warning as an error.")
  private boolean strict;

  @Option(names = "--jobs", paramLabel = "N", description = "Threads to parse and render with. Default: one per core.")
  private @Nullable Integer jobs;

  /// The options of a build of the site that was meant.
  BuildOptions options() {
    Path folder = folder();
    if (jobs != null && jobs < 1) {
      throw usage("--jobs takes a number from 1");
    }
    BuildOptions plain = BuildOptions.of(folder);
    return new BuildOptions(
        folder, plain.output(), Optional.ofNullable(baseUrl).map(this::checked), drafts, future,
        Optional.ofNullable(today), strict, false, false, jobs == null ? plain.jobs() : jobs);
  }

  /// The folder that was asked for; else the current one when it looks like a site; else the one the launcher is in.
  Path folder() {
    Path asked = root;
    if (asked != null) {
      if (!Files.isDirectory(asked)) {
        throw usage("--root: '" + asked + "' is not a folder");
      }
      return asked;
    }
    return usual();
  }

  /// The same as [#options], for commands that write: where another site than a reader would think of is meant, they say so.
  BuildOptions told(Terminal terminal) {
    BuildOptions options = options();
    Path current = Path.of("").toAbsolutePath();
    if (root == null && !options.root().startsWith(current) && !current.startsWith(options.root())) {
      terminal.err().println(
          "assay: this folder holds no site, so this is the one that Assay came with, in " + options.root()
              + "; --root DIR names another, and 'assay new site DIR' starts one");
    }
    return options;
  }

  /// The site that is meant when none is named.
  static Path usual() {
    Path current = Path.of("");
    String home = System.getProperty("assay.home", "");
    if (Files.isDirectory(current.resolve("content")) || home.isEmpty()) {
      return current.toAbsolutePath();
    }
    return Path.of(home);
  }

  private String checked(String written) {
    String url = WebAddress.ascii(written);
    try {
      URI uri = new URI(url);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (web && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null) {
        return url.endsWith("/") ? url : url + "/";
      }
    } catch (URISyntaxException e) {
      throw usage("--base-url: '" + url + "' is not an address: " + e.getReason());
    }
    throw usage("--base-url: '" + url + "' is not an address such as https://research.example/");
  }

  ParameterException usage(String message) {
    if (spec == null) {
      throw new IllegalStateException("options without a command");
    }
    return new ParameterException(spec.commandLine(), message);
  }
}
