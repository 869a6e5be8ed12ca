package dev.assay.view.project;

import dev.assay.claim.cite.Bibliography;
import dev.assay.claim.cite.SourceEntry;
import dev.assay.note.Language;
import dev.assay.note.SourceId;
import dev.assay.view.LateMarkup;
import java.util.Map;
import java.util.function.BiFunction;

/// The bibliography and how notes cite it.
///
/// @param slugs     the last part of the address of each entry's page, by key
/// @param byNote    the citations of each note that has some
/// @param reference an entry as a line of a list of references, in a language
public record CitedSources(
    Bibliography bibliography,
    Map<String, String> slugs,
    Map<SourceId, NoteCitations> byNote,
    BiFunction<SourceEntry, Language, LateMarkup> reference) {
  /// A site without a bibliography.
  public static final CitedSources NONE = of(Bibliography.EMPTY, Map.of(), (_, _) -> LateMarkup.NONE);

  /// Gives each entry its address.
  public static CitedSources of(
      Bibliography bibliography, Map<SourceId, NoteCitations> byNote, BiFunction<SourceEntry, Language, LateMarkup> reference) {
    return new CitedSources(bibliography, SourceIndex.slugs(bibliography.all()), byNote, reference);
  }

  /// The citations of a note.
  public NoteCitations of(SourceId note) {
    return byNote.getOrDefault(note, NoteCitations.NONE);
  }
}
