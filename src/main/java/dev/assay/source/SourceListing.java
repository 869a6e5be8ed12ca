package dev.assay.source;

import dev.assay.note.Language;
import dev.assay.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// What a site's folder holds. The order is that of the ids, whatever the file system's.
///
/// @param root      the site's folder, without links in its path
/// @param content   the folder that holds the content: `root/content`, or the root itself
/// @param prefix    what stands before an id when a problem shows it: `content/`, or nothing
/// @param files     the files of the content
/// @param templates the files under `templates/`, their ids without that folder
/// @param problems  what could not be listed
public record SourceListing(
    Path root, Path content, String prefix, List<SourceFile> files, List<SourceFile> templates, List<Problem> problems) {
  public SourceListing {
    files = List.copyOf(files);
    templates = List.copyOf(templates);
    problems = List.copyOf(problems);
  }

  /// The same with one thing more that is wrong.
  public SourceListing with(Problem problem) {
    List<Problem> all = new ArrayList<>(problems);
    all.add(problem);
    return new SourceListing(root, content, prefix, files, templates, all);
  }

  /// The files of one kind.
  public List<SourceFile> files(SourceKind kind) {
    return files.stream().filter(file -> file.kind() == kind).toList();
  }

  /// The site's settings; `site.yaml` wins over the other spellings, and [SourceTree] reports when there are more.
  public Optional<SourceFile> settings() {
    List<SourceFile> found = files(SourceKind.SETTINGS);
    return found.stream().filter(file -> file.id().value().equals("site.yaml")).findFirst().or(() -> found.stream().findFirst());
  }

  /// The names of the folders right below the content's folder, or below that of a language, that hold notes: its sections.
  public List<String> sections() {
    TreeSet<String> names = new TreeSet<>();
    String seen = "";
    for (SourceFile file : files) {
      String folder = file.id().folder();
      // Most files of one folder follow each other.
      if (file.kind() == SourceKind.NOTE && !folder.isEmpty() && !folder.equals(seen)) {
        seen = folder;
        List<String> folders = file.id().folders();
        names.add(folders.getFirst());
        // A first folder may be a language's, which only the settings know; they are checked against these names.
        if (folders.size() > 1 && Language.isTag(folders.getFirst())) {
          names.add(folders.get(1));
        }
      }
    }
    return List.copyOf(names);
  }
}
