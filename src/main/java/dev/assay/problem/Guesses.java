package dev.assay.problem;

import java.util.Collection;
import java.util.Optional;

/// Guesses what a writer meant, for as many faults as somebody will read: in a large site whose links or names are all
/// broken, to compare each with all known words would take longer than anything else.
public final class Guesses {
  private static final long COMPARISONS = 2_000_000;

  private long left = COMPARISONS;

  /// The closest of some known words, as [Nearest#to] finds it; none once enough have been compared.
  public Optional<String> to(String written, Collection<String> known) {
    if (left <= 0) {
      return Optional.empty();
    }
    left -= known.size();
    return Nearest.to(written, known);
  }
}
