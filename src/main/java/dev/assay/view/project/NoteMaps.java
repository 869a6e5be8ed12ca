package dev.assay.view.project;

import dev.assay.note.Language;
import dev.assay.view.MapView;
import java.time.LocalDate;
import java.util.List;

/// Draws notes in time. What draws them lives above this room.
public interface NoteMaps {
  /// A note to be drawn.
  ///
  /// @param told    what those are told who point at it, or do not see the map
  /// @param pinned  whether the reading path begins with it
  /// @param follows the indexes of the notes that it follows up
  record Stop(String title, String address, LocalDate day, String told, boolean pinned, List<Integer> follows) {
    public Stop {
      follows = List.copyOf(follows);
    }
  }

  /// The map for a wide page and for a narrow one; empty for no notes.
  ///
  /// @param stops    oldest first
  /// @param language of the days along its foot
  List<MapView.Drawing> draw(List<Stop> stops, Language language);
}
