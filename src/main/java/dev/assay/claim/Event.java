package dev.assay.claim;

import dev.assay.note.SourceId;
import java.time.LocalDate;

/// Something that happened to a claim, told by a note.
///
/// @param claim  the claim's global name
/// @param status what it became
/// @param date   the day
/// @param note   why, in the writer's words; may be empty
/// @param source an address or key that shows it; may be empty
/// @param from   the note whose history tells it
public record Event(String claim, Status status, LocalDate date, String note, String source, SourceId from) {}
