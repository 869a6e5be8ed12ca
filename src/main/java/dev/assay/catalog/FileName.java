package dev.assay.catalog;

import dev.assay.note.Language;
import dev.assay.note.Site;
import dev.assay.note.SourceId;
import java.util.List;
import java.util.Optional;

/// What a file's path says of the note in it.
///
/// @param type     by its first folder, below the folder of a language where there is one: `ko/post/x.md`
/// @param section  that folder as it stands in addresses; `page` for a file beside `site.yaml`
/// @param stem     the name without its endings; for an `index.md` the name of its folder
/// @param language by a suffix such as `.ko`, else by a first folder such as `ko`, else the site's
public record FileName(NoteType type, String section, String stem, Language language) {
  /// Reads a path. `index.md` right under `content/` is the home page's introduction.
  public static FileName of(Site site, SourceId source) {
    String stem = source.fileName().replaceFirst("\\.(md|markdown)$", "");
    Language language = site.language();
    boolean suffixed = false;
    int dot = stem.lastIndexOf('.');
    if (dot > 0) {
      Optional<Language> known = of(site, stem.substring(dot + 1));
      if (known.isPresent()) {
        language = known.get();
        stem = stem.substring(0, dot);
        suffixed = true;
      }
    }
    List<String> folders = source.folders();
    Optional<Language> folder = folders.isEmpty() ? Optional.empty() : of(site, folders.getFirst());
    if (folder.isPresent()) {
      folders = folders.subList(1, folders.size());
      language = suffixed ? language : folder.get();
    }
    if (stem.equals("index")) {
      if (folders.isEmpty()) {
        return new FileName(NoteType.HOME, "", "index", language);
      }
      stem = folders.getLast();
      folders = folders.subList(0, folders.size() - 1);
    }
    String section = folders.isEmpty() ? "page" : folders.getFirst();
    return new FileName(type(section), Slugs.of(section).intern(), stem, language);
  }

  /// The language of the site whose tag a part of a path is.
  private static Optional<Language> of(Site site, String part) {
    return site.languages().stream().filter(language -> language.tag().equalsIgnoreCase(part)).findFirst();
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
