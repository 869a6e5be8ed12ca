package dev.assay.claim;

import dev.assay.note.Language;
import dev.assay.note.SourceId;
import java.time.LocalDate;
import java.util.Optional;

/// Something that a note said wrongly and has put right.
///
/// @param from     the note that was corrected and says so
/// @param language the language of that note
/// @param date     the day
/// @param number   which correction of its note and day it is, from 1: names it together with them
/// @param note     what was wrong and what is right, in the writer's words
/// @param source   an address or a name that shows it; may be empty
/// @param claim    the claim that it concerns, when the writer says which
public record Correction(
    SourceId from, Language language, LocalDate date, int number, String note, String source, Optional<String> claim) {}
