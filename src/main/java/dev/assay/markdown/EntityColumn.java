package dev.assay.markdown;

import dev.assay.note.Entities;
import dev.assay.note.EntityRow;
import dev.assay.note.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The column of a table that names entities, and what stands beside each name.
final class EntityColumn {
  private static final Pattern FOOTNOTE = Pattern.compile("\\[\\^[^]]*]");
  private static final Pattern LINK = Pattern.compile("\\[([^]\\[]*)](?:\\([^()]*\\)|\\[[^]]*])?");
  private static final int MOST_ROWS = 500;

  private final Draft draft;
  private final Set<String> names;
  private final List<String> heads;
  private final int column;
  private List<List<Piece>> cells = new ArrayList<>();

  private EntityColumn(Draft draft, Set<String> names, List<String> heads, int column) {
    this.draft = draft;
    this.names = names;
    this.heads = heads;
    this.column = column;
  }

  /// The first column in which a cell is the name of an entity.
  ///
  /// @param units the unit of each column; empty where it has none
  static Optional<EntityColumn> of(Block.Table table, List<String> units, Set<String> names, Draft draft) {
    if (names.isEmpty()) {
      return Optional.empty();
    }
    for (int column = 0; column < table.head().size(); column++) {
      int at = column;
      if (table.rows().stream().limit(MOST_ROWS).anyMatch(row -> names.contains(Entities.key(words(row.get(at)))))) {
        List<String> heads = new ArrayList<>();
        for (int i = 0; i < table.head().size(); i++) {
          heads.add(words(table.head().get(i)) + (units.get(i).isEmpty() ? "" : " (" + units.get(i) + ")"));
        }
        return Optional.of(new EntityColumn(draft, names, heads, at));
      }
    }
    return Optional.empty();
  }

  /// Whether a row names an entity.
  boolean names(List<Prose> row) {
    return names.contains(Entities.key(words(row.get(column))));
  }

  /// A cell of the row that is being written.
  void cell(List<Piece> pieces) {
    cells.add(pieces);
  }

  /// A cell that is a claim: its content, without the host around it.
  void claim(List<Piece> pieces) {
    int from = 0;
    int to = pieces.size();
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i) instanceof Piece.ClaimTag) {
        from = i + 1;
      } else if (pieces.get(i) instanceof Piece.ClaimEnd) {
        to = i;
      }
    }
    cells.add(pieces.subList(from, to));
  }

  /// The row is written.
  void finish(List<Prose> row) {
    draft.add(new EntityRow(words(row.get(column)), draft.section(), heads, cells, column));
    cells = new ArrayList<>();
  }

  /// The words of a cell without its marks, as far as they can be told without reading it.
  private static String words(Prose cell) {
    String text = cell.text();
    if (text.indexOf('[') >= 0) {
      text = LINK.matcher(FOOTNOTE.matcher(text).replaceAll("")).replaceAll("$1");
    }
    return text.replaceAll("[*_`]", "").strip();
  }
}
