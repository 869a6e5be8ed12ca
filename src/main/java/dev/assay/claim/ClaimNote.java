package dev.assay.claim;

import dev.assay.note.Language;
import dev.assay.note.Note;
import java.time.LocalDate;
import java.util.Optional;

/// A note as the ledger sees it.
///
/// @param note     its drafts
/// @param slug     the first half of its claims' global names
/// @param language the language it is written in
/// @param url      its address on the site, without a fragment
/// @param asserted the day its claims were asserted, when it is dated
public record ClaimNote(
    Note note, String slug, Language language, String url, Optional<LocalDate> asserted) {}
