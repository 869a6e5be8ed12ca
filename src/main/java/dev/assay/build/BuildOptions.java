package dev.assay.build;

import dev.assay.note.Site;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/// What to build, and how.
///
/// @param root    the site's folder
/// @param output  where the site is written
/// @param baseUrl takes the place of the one in the settings; checked, ends with `/`
/// @param drafts  whether drafts are published
/// @param future  whether notes dated after today are published
/// @param today   the day of the build; the date in the site's zone when absent
/// @param strict  whether warnings are errors, whatever the settings say
/// @param clean   whether neither the cache nor old output is used
/// @param verify  whether the output is read again instead of trusting size and time
/// @param jobs    how many threads parse and render
public record BuildOptions(
    Path root,
    Path output,
    Optional<String> baseUrl,
    boolean drafts,
    boolean future,
    Optional<LocalDate> today,
    boolean strict,
    boolean clean,
    boolean verify,
    int jobs) {
  /// The usual build of a folder, with its output in `site/`.
  public static BuildOptions of(Path root) {
    return new BuildOptions(
        root, root.resolve("site"), Optional.empty(), false, false, Optional.empty(), false, false, false,
        Math.max(1, Runtime.getRuntime().availableProcessors()));
  }

  /// The address under which a site is built; empty where nobody said one.
  String url(Site site) {
    return baseUrl.orElse(site.baseUrl());
  }

  /// The same, drafts and notes of the future too.
  public BuildOptions withDrafts(boolean wanted) {
    return new BuildOptions(root, output, baseUrl, wanted, future, today, strict, clean, verify, jobs);
  }

  /// The same at another address.
  public BuildOptions withBaseUrl(String url) {
    return new BuildOptions(root, output, Optional.of(url), drafts, future, today, strict, clean, verify, jobs);
  }

  /// The same on another day.
  public BuildOptions withToday(LocalDate day) {
    return new BuildOptions(root, output, baseUrl, drafts, future, Optional.of(day), strict, clean, verify, jobs);
  }

  /// The same without anything that is known from earlier builds.
  public BuildOptions withClean(boolean wanted) {
    return new BuildOptions(root, output, baseUrl, drafts, future, today, strict, wanted, verify, jobs);
  }

  /// The same into another folder.
  public BuildOptions withOutput(Path folder) {
    return new BuildOptions(root, folder, baseUrl, drafts, future, today, strict, clean, verify, jobs);
  }
}
