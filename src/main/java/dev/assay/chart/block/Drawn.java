package dev.assay.chart.block;

import dev.assay.problem.Problem;
import dev.assay.view.Part;
import java.util.List;
import java.util.Optional;

/// A block, ready for its page.
///
/// @param part     what the page shows
/// @param rows     its rows as other programs read them, the first with the names of the columns; empty for a block
///                 whose figures are published elsewhere
/// @param figures  how many computed figures it shows
/// @param problems what is wrong with its options and data
/// @param named    what sentences of the note may quote
public record Drawn(Part part, List<List<String>> rows, int figures, List<Problem> problems, Optional<Named> named) {
  public Drawn {
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
  }

  /// A block of which nothing can be quoted by a name of its own.
  public Drawn(Part part, List<List<String>> rows, int figures, List<Problem> problems) {
    this(part, rows, figures, problems, Optional.empty());
  }

  /// What a block comes to, under a name that its writer gave it.
  ///
  /// @param text with its unit, as prose prints it; empty when it comes to nothing
  /// @param kind the word of its kind
  /// @param told in a sentence
  public record Named(String name, String text, String kind, String told) {}
}
