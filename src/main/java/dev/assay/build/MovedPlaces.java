package dev.assay.build;

import dev.assay.build.cache.Facets;
import dev.assay.note.Note;
import dev.assay.problem.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where things stand in a note after an edit of its text: what has an outside is the same things in the same order.
final class MovedPlaces {
  private MovedPlaces() {}

  /// The new place of each place that is known from outside.
  ///
  /// @param now a note with the same outside
  static Map<Place, Place> between(Note was, Note now) {
    List<Place> from = Facets.places(was);
    List<Place> to = Facets.places(now);
    Map<Place, Place> moved = new LinkedHashMap<>();
    for (int i = 0; i < from.size() && i < to.size(); i++) {
      moved.put(from.get(i), to.get(i));
    }
    return moved;
  }
}
