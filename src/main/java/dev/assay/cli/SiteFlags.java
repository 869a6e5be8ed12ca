package dev.assay.cli;

import dev.assay.build.BuildOptions;
import dev.assay.note.WebAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/// The options by which every command finds and reads a site.
final class SiteFlags {
  private final OptionSpec root = Options.value(
      Path.class, "--root", "DIR", "The site's folder. Default: the current folder, or the one Assay came with.");
  private final OptionSpec drafts = Options.flag("Publish drafts too.", "--drafts");
  private final OptionSpec future = Options.flag("Publish notes dated after today too.", "--future");
  private final OptionSpec today = Options.value(LocalDate.class, "--today", "DATE", "Build as if it were this day (2026-11-22).");
  private final OptionSpec baseUrl = Options.value(
      String.class, "--base-url", "URL", "Where the site will be published; overrides base_url.");
  private final OptionSpec strict = Options.flag("Treat every warning as an error.", "--strict");
  private final OptionSpec jobs = Options.value(
      Integer.class, "--jobs", "N", "Threads to parse and render with. Default: one per core.");

  private @Nullable CommandSpec spec;

  /// Makes a command understand them.
  void addTo(CommandSpec command) {
    spec = command;
    for (OptionSpec each : List.of(root, drafts, future, today, baseUrl, strict, jobs)) {
      command.addOption(each);
    }
  }

  /// The options of a build of the site that was meant.
  BuildOptions options() {
    Path folder = folder();
    BuildOptions plain = BuildOptions.of(folder);
    int threads = Options.given(jobs, Integer.class).orElse(plain.jobs());
    if (threads < 1) {
      throw usage("--jobs takes a number from 1");
    }
    return new BuildOptions(
        folder, plain.output(), Options.given(baseUrl, String.class).map(this::checked), Options.isSet(drafts), Options.isSet(future),
        Options.given(today, LocalDate.class), Options.isSet(strict), false, false, threads);
  }

  /// The folder that was asked for; else the current one when it looks like a site; else the one the launcher is in.
  Path folder() {
    Optional<Path> asked = Options.given(root, Path.class);
    if (asked.isPresent() && !Files.isDirectory(asked.get())) {
      throw usage("--root: '" + asked.get() + "' is not a folder");
    }
    return asked.orElseGet(SiteFlags::usual);
  }

  /// The same as [#options], for commands that write: where another site than a reader would think of is meant, they say so.
  BuildOptions told(Terminal terminal) {
    BuildOptions options = options();
    Path current = Path.of("").toAbsolutePath();
    if (Options.given(root, Path.class).isEmpty() && !options.root().startsWith(current) && !current.startsWith(options.root())) {
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
