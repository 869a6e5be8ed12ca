package dev.assay.frontmatter;

import dev.assay.note.Value;
import dev.assay.problem.Problem;
import java.util.List;
import java.util.Optional;

/// What was read, and what is wrong with it. After a syntax error the value holds what stood before it.
///
/// @param value empty when the text holds no value at all
public record ParsedValue(Optional<Value> value, List<Problem> problems) {
  public ParsedValue {
    problems = List.copyOf(problems);
  }
}
