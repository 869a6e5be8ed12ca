package dev.assay.source;

import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// Lists the files of a site.
///
/// The content is the folder `content/` of the root. A root without one is its own content when a Markdown file lies
/// right in it; then `templates/`, `site/` and folders that hold programs are passed over, and so are the Markdown
/// files that speak about a folder (`README.md` and the like), unless there is nothing else. Such a folder may hold
/// anything, so of its other files only those of a site are listed: settings, pictures, sound, film, PDF, tables,
/// bibliographies and what lies under `data/`.
public final class SourceTree {
  private static final Set<String> NOT_CONTENT = Set.of("site", "templates", "node_modules", "target", "build", "dist");
  private static final Set<String> ABOUT_THE_FOLDER =
      Set.of("readme", "changelog", "contributing", "license", "security", "code_of_conduct");

  private static final Set<String> SHOWN =
      Set.of(
          "png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "mp3", "ogg", "wav", "mp4", "webm", "pdf", "csv", "bib");

  private SourceTree() {}

  /// Lists a site.
  ///
  /// @param root   the site's folder
  /// @param limits how much is listed at most
  /// @param skip   folders that are not content wherever they lie: the output folder
  public static SourceListing list(Path root, SourceLimits limits, Collection<Path> skip) {
    Path real;
    try {
      real = root.toRealPath();
    } catch (IOException e) {
      return nothing(root, FileProblems.noRoot(root, e));
    }
    Set<Path> skipped = new HashSet<>();
    skip.forEach(path -> skipped.add(path.toAbsolutePath().normalize()));
    skip.forEach(path -> real(path).forEach(skipped::add));
    List<Problem> problems = new ArrayList<>();
    Path content = real.resolve("content");
    boolean own = !Files.exists(content, LinkOption.NOFOLLOW_LINKS);
    if (own && !holdsMarkdown(real)) {
      problems.add(FileProblems.noContent(real));
      return new SourceListing(real, real, "", List.of(), templates(real, limits, skipped, problems), problems);
    }
    String prefix = own ? "" : "content/";
    Walk walk = new Walk(real, prefix, limits, skipped, false);
    walk.run(own ? real : content);
    problems.addAll(walk.problems());
    List<SourceFile> files = own ? whatIsOfASite(walk.files()) : walk.files();
    reportTwoSettings(files, problems);
    return new SourceListing(real, own ? real : content, prefix, files, templates(real, limits, skipped, problems), problems);
  }

  private static List<SourceFile> templates(Path root, SourceLimits limits, Set<Path> skipped, List<Problem> problems) {
    Path folder = root.resolve("templates");
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    Walk walk = new Walk(root, "templates/", limits, skipped, true);
    walk.run(folder);
    problems.addAll(walk.problems());
    return walk.files();
  }

  private static SourceListing nothing(Path root, Problem problem) {
    Path absolute = root.toAbsolutePath().normalize();
    return new SourceListing(absolute, absolute, "", List.of(), List.of(), List.of(problem));
  }

  private static Stream<Path> real(Path path) {
    try {
      return Stream.of(path.toRealPath());
    } catch (IOException _) {
      // It does not exist yet, as an output folder before the first build; then nothing can lie in it.
      return Stream.empty();
    }
  }

  private static boolean holdsMarkdown(Path root) {
    try (Stream<Path> children = Files.list(root)) {
      return children.anyMatch(
          path -> FileNames.of(path).filter(name -> !FileNames.isPassedOver(name) && SourceKind.of(name) == SourceKind.NOTE).isPresent());
    } catch (IOException | UncheckedIOException _) {
      // The walk that follows meets the same fault and reports it.
      return true;
    }
  }

  static boolean isNotContent(String name) {
    return NOT_CONTENT.contains(name);
  }

  private static List<SourceFile> whatIsOfASite(List<SourceFile> files) {
    List<SourceFile> ofSite = files.stream().filter(SourceTree::isOfASite).toList();
    List<SourceFile> rest = ofSite.stream().filter(file -> !isTalk(file)).toList();
    return rest.stream().anyMatch(file -> file.kind() == SourceKind.NOTE) ? rest : ofSite;
  }

  private static boolean isOfASite(SourceFile file) {
    return switch (file.kind()) {
      case NOTE, PIECE, SETTINGS, TEMPLATE -> true;
      case DATA, ASSET -> SHOWN.contains(SourceKind.ending(file.id().value())) || file.id().value().startsWith("data/");
    };
  }

  private static boolean isTalk(SourceFile file) {
    String name = file.id().value();
    int dot = name.indexOf('.');
    return file.kind() == SourceKind.NOTE
        && dot > 0
        && ABOUT_THE_FOLDER.contains(name.substring(0, dot).toLowerCase(Locale.ROOT));
  }

  private static void reportTwoSettings(List<SourceFile> files, List<Problem> problems) {
    List<SourceFile> settings = files.stream().filter(file -> file.kind() == SourceKind.SETTINGS).toList();
    for (SourceFile other : settings.subList(Math.min(1, settings.size()), settings.size())) {
      problems.add(
          Problem.ofFile(
              Severity.ERROR,
              Code.DUPLICATE_KEY,
              other.shown(),
              "the site has two files of settings, '" + settings.getFirst().shown() + "' and '" + other.shown() + "'",
              "keep one of them"));
    }
  }
}
