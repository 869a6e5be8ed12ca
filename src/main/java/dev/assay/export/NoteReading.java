package dev.assay.export;

import dev.assay.note.NearMiss;
import java.util.List;

/// How the claims of one note were read.
///
/// @param file   its path from the site's root
/// @param claims in the order of their places
/// @param misses what looks like a tag and is none, in order
public record NoteReading(String file, List<ClaimReading> claims, List<NearMiss> misses) {
  public NoteReading {
    claims = List.copyOf(claims);
    misses = List.copyOf(misses);
  }
}
