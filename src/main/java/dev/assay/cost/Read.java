package dev.assay.cost;

import dev.assay.problem.Problem;
import java.util.List;

/// What was read, and what was wrong with the rest.
public record Read<T>(T value, List<Problem> problems) {
  public Read {
    problems = List.copyOf(problems);
  }
}
