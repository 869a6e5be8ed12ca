package dev.assay.export;

import dev.assay.cost.Estimate;
import dev.assay.cost.Figure;
import dev.assay.cost.FigureTable;
import dev.assay.cost.unit.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A table of figures as its rows, for a file beside the note: a column for each figure with its unit, and where any
/// row has a range one for each end of it. Numbers are in full; what is unknown is blank.
public final class FigureRows {
  private FigureRows() {}

  /// The rows, the names of the columns first.
  public static List<List<String>> of(FigureTable table) {
    List<Boolean> ranged = new ArrayList<>();
    List<String> names = new ArrayList<>(List.of("scenario"));
    for (int i = 0; i < table.columns().size(); i++) {
      int column = i;
      boolean any = table.rows().stream().anyMatch(row -> row.cells().get(column).figure().estimate().filter(FigureRows::isRange).isPresent());
      ranged.add(any);
      FigureTable.Column named = table.columns().get(i);
      String name = named.unit().isEmpty() ? named.key() : named.key() + " (" + named.unit() + ")";
      names.addAll(any ? List.of(name, named.key() + " p10", named.key() + " p90", named.key() + " kind") : List.of(name, named.key() + " kind"));
    }
    List<List<String>> rows = new ArrayList<>(List.of(names));
    for (FigureTable.Row row : table.rows()) {
      List<String> cells = new ArrayList<>(List.of(row.scenario()));
      for (int i = 0; i < row.cells().size(); i++) {
        Figure figure = row.cells().get(i).figure();
        Optional<Estimate> estimate = figure.estimate();
        cells.add(estimate.map(known -> Numbers.shortest(known.value())).orElse(""));
        if (ranged.get(i)) {
          cells.add(estimate.map(known -> Numbers.shortest(known.p10())).orElse(""));
          cells.add(estimate.map(known -> Numbers.shortest(known.p90())).orElse(""));
        }
        cells.add(figure.kind().word());
      }
      rows.add(List.copyOf(cells));
    }
    return List.copyOf(rows);
  }

  private static boolean isRange(Estimate estimate) {
    return estimate.p10() != estimate.p90();
  }
}
