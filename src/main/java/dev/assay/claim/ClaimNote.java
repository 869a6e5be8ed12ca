package dev.assay.claim;

import dev.assay.note.Language;
import dev.assay.note.Note;
import dev.assay.note.Value;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A note as the ledger sees it.
///
/// @param note     its drafts
/// @param slug     the first half of its claims' global names
/// @param language the language it is written in
/// @param url      its address on the site, without a fragment
/// @param asserted the day its claims were asserted, when it is dated
/// @param checkpoints the bodies of its `{checkpoints}` directives, by the directive's index
public record ClaimNote(
    Note note, String slug, Language language, String url, Optional<LocalDate> asserted,
    Map<Integer, Value.Mapping> checkpoints) {
  public ClaimNote {
    checkpoints = new TreeMap<>(checkpoints);
  }
}
