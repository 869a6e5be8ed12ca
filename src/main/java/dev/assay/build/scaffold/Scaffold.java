package dev.assay.build.scaffold;

import dev.assay.catalog.Slugs;
import dev.assay.frontmatter.FrontMatterOptions;
import dev.assay.frontmatter.FrontMatterReader;
import dev.assay.note.Language;
import dev.assay.note.Site;
import dev.assay.note.SitePath;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import dev.assay.template.Templates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Writes the first files of a site, or of a note or hub in one.
public final class Scaffold {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

  private Scaffold() {}

  /// What came of it.
  public sealed interface Result {
    /// The files that were written, in order.
    record Written(List<Path> files) implements Result {
      public Written {
        files = List.copyOf(files);
      }
    }

    /// Nothing was written.
    ///
    /// @param why  one sentence without a full stop
    /// @param hint what to do
    record Refused(String why, String hint) implements Result {}

    /// Nothing was written, because the site's own template for it is wrong.
    record Wrong(List<Problem> problems) implements Result {
      public Wrong {
        problems = List.copyOf(problems);
      }
    }
  }

  /// A whole site in an absent or empty folder.
  ///
  /// @param now the moment that the first note is dated
  public static Result site(Path folder, OffsetDateTime now) throws IOException {
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      if (!Files.isDirectory(folder)) {
        return new Result.Refused("'" + folder + "' is not a folder", "name a folder that does not exist yet");
      }
      try (Stream<Path> inside = Files.list(folder)) {
        if (inside.findAny().isPresent()) {
          return new Result.Refused("'" + folder + "' is not empty", "name a folder that does not exist yet, or an empty one");
        }
      }
    }
    String name = folder.toAbsolutePath().normalize().getFileName() == null
        ? "Research"
        : Slugs.title(folder.toAbsolutePath().normalize().getFileName().toString());
    Map<String, String> files = new LinkedHashMap<>();
    files.put("content/site.yaml", Examples.settings(name));
    files.put("content/post/first-note.md", Examples.firstNote(MOMENT.format(now)));
    files.put("content/hub/cost-of-compute.md", Examples.firstHub());
    files.put("content/page/about.md", Examples.about());
    files.put(".gitignore", "/.assay/\n/site/\n");
    List<Path> written = new ArrayList<>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      written.add(write(folder.resolve(file.getKey()), file.getValue()));
    }
    return new Result.Written(written);
  }

  /// What is wanted of a new note or hub.
  ///
  /// @param content   the folder that holds the content
  /// @param folder    where below it: `post`, `post/memory`, `hub`
  /// @param name      what the file is called, without its ending: the name of another note makes it a translation of that
  /// @param language  its language; in another than the site's own the file's name says so
  /// @param templates the site's, over the program's
  /// @param now       the moment it is dated
  public record Wanted(Path content, String folder, String title, String name, Language language, Site site, Templates templates, OffsetDateTime now) {}

  /// A note, from `new/<folder>.md` of the templates where the site has that, else from `new/note.md`.
  public static Result note(Wanted wanted) throws IOException {
    return one(wanted, "note", "");
  }

  /// A hub, from `new/hub.md`.
  public static Result hub(Wanted wanted) throws IOException {
    return one(wanted, "hub", "hub/");
  }

  private static Result one(Wanted wanted, String kind, String ofKind) throws IOException {
    String slug = Slugs.of(wanted.name());
    if (slug.isEmpty()) {
      return new Result.Refused((wanted.name().equals(wanted.title()) ? "the title '" : "the name '") + wanted.name() + "' has no letter or digit to make a file name of", "give it a word");
    }
    if (!isFolder(wanted.folder())) {
      return new Result.Refused("'" + wanted.folder() + "' is not a folder below 'content'", "name one as in 'post' or 'post/memory'");
    }
    if (!wanted.site().languages().contains(wanted.language())) {
      String known = String.join(", ", wanted.site().languages().stream().map(Language::tag).toList());
      return new Result.Refused("the site has no language '" + wanted.language() + "', only " + known, "add it to 'languages' in site.yaml");
    }
    boolean own = wanted.language().equals(wanted.site().language());
    String id = id(wanted.site(), wanted.now().toLocalDate(), (own ? "" : wanted.language() + "/") + ofKind + slug);
    SourceText template = template(wanted, kind);
    Starter starter = Starter.of(template, words(wanted, slug, id));
    List<Problem> problems = new ArrayList<>(starter.problems());
    int broken = template.text().indexOf('\uFFFD');
    if (broken >= 0) {
      problems.add(template.error(Code.FILE_NOT_UTF8, broken, broken + 1, "this file is not valid UTF-8", "save it as UTF-8"));
    }
    if (problems.isEmpty()) {
      problems.addAll(FrontMatterReader.read(new SourceText(template.file(), starter.text()), FrontMatterOptions.of(wanted.site())).problems());
    }
    if (problems.stream().anyMatch(Problem::isError)) {
      return new Result.Wrong(problems);
    }
    if (leadsOut(wanted.content(), wanted.content().resolve(wanted.folder()))) {
      return new Result.Refused("'" + wanted.folder() + "' is reached through a link that leads out of the site's folder", "name another folder, or put the folder itself there");
    }
    Path file = wanted.content().resolve(wanted.folder()).resolve(slug + (own ? "" : "." + wanted.language()) + ".md");
    try {
      return new Result.Written(List.of(write(file, starter.text())));
    } catch (FileAlreadyExistsException e) {
      return new Result.Refused("'" + file + "' exists already", "choose another title, or edit that note");
    }
  }

  private static boolean isFolder(String folder) {
    return !folder.isEmpty() && !folder.equals("data") && !folder.startsWith("data/") && SitePath.fault("/" + folder + "/").isEmpty()
        && List.of(folder.split("/", -1)).stream().noneMatch(part -> part.isEmpty() || part.startsWith("."));
  }

  private static boolean leadsOut(Path content, Path folder) throws IOException {
    Path there = folder;
    while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS) && there.getParent() != null) {
      there = there.getParent();
    }
    if (!there.startsWith(content)) {
      return false; // there is no content yet
    }
    try {
      return Files.isSymbolicLink(content) || !there.toRealPath().startsWith(content.toRealPath());
    } catch (NoSuchFileException | FileSystemLoopException _) {
      return true; // a link that leads nowhere does not lead into the site
    }
  }

  /// The nearest template: for the folder before that for the kind, in the language before that in none.
  private static SourceText template(Wanted wanted, String kind) {
    List<String> names = new ArrayList<>();
    for (String folder = wanted.folder(); !folder.isEmpty(); folder = folder.contains("/") ? folder.substring(0, folder.lastIndexOf('/')) : "") {
      names.add(folder);
    }
    names.remove("hub");
    names.add(kind);
    for (String name : names) {
      for (String each : List.of(name + "." + wanted.language(), name)) {
        Optional<SourceText> found = wanted.templates().starter(each);
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
    throw new IllegalStateException("the program lacks its template new/" + kind + ".md");
  }

  private static Map<String, String> words(Wanted wanted, String slug, String id) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("title", wanted.title());
    words.put("id", id);
    words.put("date", MOMENT.format(wanted.now()));
    words.put("day", wanted.now().toLocalDate().toString());
    words.put("slug", slug);
    words.put("folder", wanted.folder());
    words.put("language", wanted.language().tag());
    words.put("site", wanted.site().title());
    words.put("author", wanted.site().authors().isEmpty() ? "" : wanted.site().authors().getFirst().name());
    return words;
  }

  /// A `tag:` URI (RFC 4151): the site's host, the day, the slug. It never changes, whatever becomes of the title.
  ///
  /// @param slug unique among all that are started on one day: a hub and a note may have one title
  private static String id(Site site, LocalDate day, String slug) {
    String host = site.baseUrl().isEmpty() ? null : java.net.URI.create(site.baseUrl()).getHost();
    return "tag:" + (host == null ? "localhost" : host) + "," + day + ":" + slug;
  }

  private static Path write(Path file, String text) throws IOException {
    Path folder = file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    return Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }
}
