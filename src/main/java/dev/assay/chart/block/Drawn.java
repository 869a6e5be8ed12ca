package dev.assay.chart.block;

import dev.assay.problem.Problem;
import dev.assay.view.Part;
import java.util.List;

/// A block, ready for its page.
///
/// @param part     what the page shows
/// @param rows     its rows as other programs read them, the first with the names of the columns; empty for a block
///                 whose figures are published elsewhere
/// @param figures  how many computed figures it shows
/// @param problems what is wrong with its options and data
public record Drawn(Part part, List<List<String>> rows, int figures, List<Problem> problems) {
  public Drawn {
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
  }
}
