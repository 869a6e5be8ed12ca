package dev.assay.export;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A checkpoint as other programs get it.
///
/// @param id       its global name
/// @param text     what to look at, plain text
/// @param strong   what would be a strong signal; may be empty
/// @param weak     what would be a weak signal; may be empty
/// @param note     the slug of its note
/// @param url      its full address
/// @param claims   global names of the claims it bears on
/// @param status   what has become of it
/// @param asserted when it was written
/// @param due      by when, as the writer wrote it
/// @param file     its note's file, from the site's root
public record CheckpointRow(
    String id,
    String text,
    String strong,
    String weak,
    String note,
    String url,
    List<String> claims,
    String status,
    Optional<LocalDate> asserted,
    Optional<String> due,
    String file) {
  public CheckpointRow {
    claims = List.copyOf(claims);
  }
}
