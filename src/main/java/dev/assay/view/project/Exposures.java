package dev.assay.view.project;

import dev.assay.catalog.Entry;
import dev.assay.catalog.Placement;
import dev.assay.note.Directive;
import dev.assay.note.EntityRow;
import dev.assay.note.Language;
import dev.assay.view.ExposureView;
import dev.assay.view.FigureTableView;
import dev.assay.view.LinkView;
import dev.assay.view.Markup;
import dev.assay.view.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The rows of tables that are about entities, over all notes: of tables in texts, and of tables of data whose rows are named
/// like an entity.
final class Exposures {
  private final Model model;
  private final Bodies bodies;
  private final Map<String, List<Row>> rows = new HashMap<>();

  /// A row and the note in which it stands.
  ///
  /// @param section the anchor at which its table is found; empty for the note itself
  /// @param heads   the heads of its columns
  /// @param of      the row of a table in the text, or of a table of data
  record Row(Entry note, String section, List<String> heads, Source of) {}

  /// Where a row is from.
  sealed interface Source {
    /// A table in the text.
    record Text(EntityRow row) implements Source {}

    /// A table of data.
    record Data(FigureTableView.Row row) implements Source {}
  }

  Exposures(Model model, Bodies bodies) {
    this.model = model;
    this.bodies = bodies;
    for (Entry entry : model.catalog().entries().stream().sorted(Placement.NEWEST_FIRST).toList()) {
      for (EntityRow row : entry.note().entityRows()) {
        List<String> heads = new ArrayList<>(row.heads());
        heads.remove(row.column());
        add(entry, row.entity(), new Row(entry, row.section(), heads, new Source.Text(row)));
      }
      data(entry);
    }
  }

  private void data(Entry entry) {
    List<Directive> directives = entry.note().directives();
    for (int i = 0; i < directives.size(); i++) {
      if (directives.get(i).name().equals("data-table") && model.figures(entry.source()).blocks().get(i) instanceof Part.FigureTable(FigureTableView table)) {
        List<String> heads = table.columns().stream().map(column -> column.unit().isEmpty() ? column.label() : column.label() + " (" + column.unit() + ")").toList();
        for (FigureTableView.Row row : table.rows()) {
          if (model.site().entities().named(row.label()).isPresent()) {
            add(entry, row.label(), new Row(entry, table.anchor(), heads, new Source.Data(row)));
          }
        }
      }
    }
  }

  private void add(Entry entry, String name, Row row) {
    rows.computeIfAbsent(key(model.site().entities().canonical(name), entry.language()), _ -> new ArrayList<>()).add(row);
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

  /// Some rows; those that follow each other under the same heads make one table.
  List<ExposureView> views(List<Row> some) {
    List<ExposureView> views = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= some.size(); i++) {
      if (i == some.size() || !isSameTable(some.get(from), some.get(i))) {
        views.add(view(some.subList(from, i)));
        from = i;
      }
    }
    return some.isEmpty() ? List.of() : views;
  }

  private static boolean isSameTable(Row one, Row other) {
    return one.note().source().equals(other.note().source()) && one.section().equals(other.section()) && one.heads().equals(other.heads());
  }

  /// Columns in which none of the rows says anything are left out.
  private ExposureView view(List<Row> of) {
    Row first = of.getFirst();
    List<List<Markup>> cells = of.stream().map(this::cells).toList();
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < first.heads().size(); i++) {
      int column = i;
      if (cells.stream().anyMatch(row -> !row.get(column).html().isBlank())) {
        kept.add(i);
      }
    }
    return new ExposureView(
        kept.stream().map(first.heads()::get).toList(), cells.stream().map(row -> new ExposureView.Row(kept.stream().map(row::get).toList())).toList(),
        new LinkView(first.note().title(), model.base().href(first.note().address(), first.section())));
  }

  private List<Markup> cells(Row row) {
    List<Markup> cells = new ArrayList<>();
    switch (row.of()) {
      case Source.Text(EntityRow text) -> {
        for (int i = 0; i < text.heads().size(); i++) {
          if (i != text.column()) {
            cells.add(i < text.cells().size() ? bodies.inline(row.note(), text.cells().get(i)) : new Markup(""));
          }
        }
      }
      case Source.Data(FigureTableView.Row data) -> {
        for (FigureTableView.Cell cell : data.cells()) {
          StringBuilder html = new StringBuilder();
          Html.text(cell.text() + (cell.range().isEmpty() ? "" : " (" + cell.range() + ")"), html);
          cells.add(new Markup(html.toString()));
        }
      }
    }
    return cells;
  }
}
