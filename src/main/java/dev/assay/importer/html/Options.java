package dev.assay.importer.html;

import dev.assay.note.Kind;
import dev.assay.note.Language;
import java.util.List;
import java.util.Map;

/// What a conversion has to know of the site that the note will stand on.
///
/// @param languages  the site's languages; their words for kinds make claims
/// @param claimNames the site's further words for kinds
public record Options(List<Language> languages, Map<String, Kind> claimNames) {
  public Options {
    languages = List.copyOf(languages);
    claimNames = Map.copyOf(claimNames);
  }
}
