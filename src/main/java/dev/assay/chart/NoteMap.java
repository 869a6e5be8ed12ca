package dev.assay.chart;

import dev.assay.chart.draw.NoteMapDrawing;
import dev.assay.note.Language;
import dev.assay.view.MapView;
import dev.assay.view.project.NoteMaps;
import java.util.List;

/// Draws notes in time.
public final class NoteMap implements NoteMaps {
  @Override
  public List<MapView.Drawing> draw(List<Stop> stops, Language language) {
    return stops.isEmpty() ? List.of() : NoteMapDrawing.of(stops, language);
  }
}
