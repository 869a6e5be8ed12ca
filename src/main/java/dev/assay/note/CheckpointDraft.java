package dev.assay.note;

import dev.assay.problem.Place;
import java.util.List;
import java.util.Optional;

/// A row of a table of checkpoints, as it stands in a note's text.
///
/// @param name   its name without `#`, when the writer gave it one
/// @param anchor its anchor on the page, unique there
/// @param text   what to look at, as inline markup with holes
/// @param strong what would be a strong signal; empty when the table has no such column
/// @param weak   what would be a weak signal, likewise
/// @param due    by when, in the writer's words; may be empty
/// @param claims the claims it bears on as they are written: `#name`, `slug#name`
/// @param links  indexes of the note's links that stand in its row
/// @param place  the beginning of its text
public record CheckpointDraft(
    Optional<String> name,
    String anchor,
    List<Piece> text,
    List<Piece> strong,
    List<Piece> weak,
    String due,
    List<String> claims,
    List<Integer> links,
    Place place) {
  public CheckpointDraft {
    text = List.copyOf(text);
    strong = List.copyOf(strong);
    weak = List.copyOf(weak);
    claims = List.copyOf(claims);
    links = List.copyOf(links);
  }
}
