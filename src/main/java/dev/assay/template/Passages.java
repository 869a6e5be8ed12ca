package dev.assay.template;

import java.util.List;
import java.util.Map;

/// What a printed page has of its note's own markup.
///
/// @param places where each of the stretches stands
/// @param asked  what the template asked whether the text holds it, with the answers: while they are the same, so is the rest of the page
public record Passages(List<Place> places, Map<String, Boolean> asked) {
  public Passages {
    places = List.copyOf(places);
    asked = Map.copyOf(asked);
  }

  /// Where a stretch stands on a page.
  ///
  /// @param start  in characters; -1 for a stretch without characters that stands nowhere in particular
  /// @param length in characters
  public record Place(int start, int length) {
    /// No characters.
    public static final Place NOWHERE = new Place(-1, 0);
  }
}
