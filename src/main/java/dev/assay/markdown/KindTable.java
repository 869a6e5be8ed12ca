package dev.assay.markdown;

import dev.assay.claim.KindColumns;
import dev.assay.note.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// What the columns of a table say about claims: one may hold the kind of each row, one the source; and a column
/// whose head is just a tag makes a claim of each of its cells.
///
/// A column holds kinds when its cells are tags without text, or when it is headed "Kind" (or the like) and at least
/// half of its cells are words of kinds. A table that says what each kind means is a legend and makes no claims.
///
/// @param kind   the column with the rows' kinds
/// @param source the column with the rows' sources
/// @param number the column that counts the rows
/// @param heads  for each column, the kind that its head is
/// @param legend whether it says what kinds mean
record KindTable(OptionalInt kind, OptionalInt source, OptionalInt number, List<Optional<Kind>> heads, boolean legend) {
  /// What the columns of a table say that has a row at least.
  static KindTable of(Block.Table table, ClaimFinder finder) {
    List<String> names = table.head().stream().map(Prose::text).toList();
    List<Optional<Kind>> heads = table.head().stream().map(finder::ofHeading).toList();
    OptionalInt named = kindColumn(table, names, finder);
    boolean legend = named.isPresent() && isLegend(table, named.getAsInt(), names, finder);
    OptionalInt kind = legend ? OptionalInt.empty() : named;
    OptionalInt source = OptionalInt.empty();
    for (int i = 0; i < names.size() && kind.isPresent() && source.isEmpty(); i++) {
      source = KindColumns.isSource(names.get(i)) ? OptionalInt.of(i) : source;
    }
    OptionalInt number = names.size() > 2 && KindColumns.isNumber(names.getFirst()) ? OptionalInt.of(0) : OptionalInt.empty();
    return new KindTable(kind, source, number, heads, legend);
  }

  private static OptionalInt kindColumn(Block.Table table, List<String> names, ClaimFinder finder) {
    for (int column = 0; column < names.size(); column++) {
      boolean headed = KindColumns.isKind(names.get(column));
      if (names.size() > 1 && (headed || startsWithTag(table, column)) && holdsKinds(table, column, headed, finder)) {
        return OptionalInt.of(column);
      }
    }
    return OptionalInt.empty();
  }

  private static boolean startsWithTag(Block.Table table, int column) {
    return table.rows().getFirst().get(column).text().indexOf('[') >= 0;
  }

  private static boolean holdsKinds(Block.Table table, int column, boolean headed, ClaimFinder finder) {
    int kinds = 0;
    int others = 0;
    for (List<Prose> row : table.rows()) {
      Prose cell = row.get(column);
      if (finder.kindCell(cell).filter(found -> headed || found.bracketed()).isPresent()) {
        kinds++;
      } else if (!saysNothing(cell)) {
        others++;
      }
    }
    return kinds > 0 && (headed ? kinds >= others : others == 0);
  }

  /// True for a cell that is left empty or holds a dash.
  static boolean saysNothing(Prose cell) {
    return cell.text().strip().matches("[-–—.·]*|n/a|N/A");
  }

  private static boolean isLegend(Block.Table table, int column, List<String> names, ClaimFinder finder) {
    Set<Kind> seen = EnumSet.noneOf(Kind.class);
    List<Kind> all = new ArrayList<>();
    table.rows().forEach(row -> finder.kindCell(row.get(column)).ifPresent(cell -> all.add(cell.kind())));
    seen.addAll(all);
    return seen.size() == all.size() && all.size() >= 3 && KindColumns.isLegend(names);
  }
}
