package dev.assay.claim.cite;

import dev.assay.problem.Problem;
import java.util.List;

/// The entries of one file, and what is wrong with it.
public record ReadEntries(List<SourceEntry> entries, List<Problem> problems) {
  public ReadEntries {
    entries = List.copyOf(entries);
    problems = List.copyOf(problems);
  }
}
