package dev.assay.build.scaffold;

import dev.assay.catalog.Slugs;
import dev.assay.note.Site;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
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

  /// A note in `content/post/`.
  ///
  /// @param content the folder that holds the content
  public static Result note(Path content, String title, Site site, OffsetDateTime now) throws IOException {
    return one(content.resolve("post"), title, slug -> Examples.note(title, id(site, now.toLocalDate(), slug), MOMENT.format(now)));
  }

  /// A hub in `content/hub/`.
  public static Result hub(Path content, String title, Site site, OffsetDateTime now) throws IOException {
    return one(content.resolve("hub"), title, slug -> Examples.hub(title, id(site, now.toLocalDate(), "hub/" + slug)));
  }

  private static Result one(Path folder, String title, java.util.function.UnaryOperator<String> text) throws IOException {
    String slug = Slugs.of(title);
    if (slug.isEmpty()) {
      return new Result.Refused("the title '" + title + "' has no letter or digit to make a file name of", "give it a word");
    }
    Path file = folder.resolve(slug + ".md");
    try {
      return new Result.Written(List.of(write(file, text.apply(slug))));
    } catch (FileAlreadyExistsException e) {
      return new Result.Refused("'" + file + "' exists already", "choose another title, or edit that note");
    }
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
