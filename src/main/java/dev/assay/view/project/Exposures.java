package dev.assay.view.project;

import dev.assay.catalog.Entry;
import dev.assay.catalog.Placement;
import dev.assay.note.EntityRow;
import dev.assay.note.Language;
import dev.assay.view.ExposureView;
import dev.assay.view.LinkView;
import dev.assay.view.Markup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The rows of tables that are about entities, over all notes.
final class Exposures {
  private final Model model;
  private final Bodies bodies;
  private final Map<String, List<Row>> rows = new HashMap<>();

  /// A row and the note in which it stands.
  record Row(Entry note, EntityRow row) {}

  Exposures(Model model, Bodies bodies) {
    this.model = model;
    this.bodies = bodies;
    for (Entry entry : model.catalog().entries().stream().sorted(Placement.NEWEST_FIRST).toList()) {
      for (EntityRow row : entry.note().entityRows()) {
        String name = model.site().entities().canonical(row.entity());
        rows.computeIfAbsent(key(name, entry.language()), _ -> new ArrayList<>()).add(new Row(entry, row));
      }
    }
  }

  private static String key(String name, Language language) {
    return language.tag() + "/" + name;
  }

  /// The rows that are about an entity, in one language, those of the newest note first.
  ///
  /// @param name what the site calls it
  List<Row> of(String name, Language language) {
    return rows.getOrDefault(key(name, language), List.of());
  }

  ExposureView view(Row of) {
    EntityRow row = of.row();
    List<ExposureView.Cell> cells = new ArrayList<>();
    for (int i = 0; i < row.cells().size() && i < row.heads().size(); i++) {
      Markup text = bodies.inline(of.note(), row.cells().get(i));
      if (i != row.column() && !text.html().isBlank()) {
        cells.add(new ExposureView.Cell(row.heads().get(i), text));
      }
    }
    return new ExposureView(cells, new LinkView(of.note().title(), model.base().href(of.note().address(), row.section())));
  }
}
