package dev.assay.catalog;

import dev.assay.note.Language;
import dev.assay.note.Site;
import dev.assay.note.SourceId;
import java.util.List;
import java.util.Optional;

/// What a file's path says of the note in it.
///
/// @param type     by its first folder
/// @param section  the first folder as it stands in addresses; `page` for a file beside `site.yaml`
/// @param stem     the name without its endings; for an `index.md` the name of its folder
/// @param language by a suffix such as `.ko`, else the site's
public record FileName(NoteType type, String section, String stem, Language language) {
  /// Reads a path. `index.md` right under `content/` is the home page's introduction.
  public static FileName of(Site site, SourceId source) {
    String stem = source.fileName().replaceFirst("\\.(md|markdown)$", "");
    Language language = site.language();
    int dot = stem.lastIndexOf('.');
    if (dot > 0) {
      String suffix = stem.substring(dot + 1);
      Optional<Language> known = site.languages().stream().filter(l -> l.tag().equalsIgnoreCase(suffix)).findFirst();
      if (known.isPresent()) {
        language = known.get();
        stem = stem.substring(0, dot);
      }
    }
    List<String> folders = source.folders();
    if (stem.equals("index")) {
      if (folders.isEmpty()) {
        return new FileName(NoteType.HOME, "", "index", language);
      }
      stem = folders.getLast();
      folders = folders.subList(0, folders.size() - 1);
    }
    String section = folders.isEmpty() ? "page" : folders.getFirst();
    return new FileName(type(section), Slugs.of(section), stem, language);
  }

  private static NoteType type(String section) {
    return switch (section) {
      case "hub" -> NoteType.HUB;
      case "page" -> NoteType.PAGE;
      case "guide" -> NoteType.GUIDE;
      default -> NoteType.POST;
    };
  }
}
