package dev.assay.frontmatter;

import dev.assay.note.Value;
import dev.assay.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/// Keys and values, and what is wrong with them.
///
/// @param mapping empty when the text holds nothing, or something else than keys and values
public record ParsedMapping(Value.Mapping mapping, List<Problem> problems) {
  public ParsedMapping {
    problems = List.copyOf(problems);
  }

  /// What was read from a fragment, taken as keys and values.
  ///
  /// @param what the thing as a message names it: `the front matter`
  static ParsedMapping of(ParsedValue parsed, Fragment fragment, String what) {
    Value.Mapping empty = new Value.Mapping(List.of(), fragment.place(0, 1));
    Value value = parsed.value().orElse(empty);
    return switch (value) {
      case Value.Mapping mapping -> new ParsedMapping(mapping, parsed.problems());
      case Value.Scalar scalar when scalar.isNull() -> new ParsedMapping(empty, parsed.problems());
      case Value.Scalar scalar -> new ParsedMapping(empty, wrong(parsed, fragment, what, scalar));
      case Value.Sequence sequence -> new ParsedMapping(empty, wrong(parsed, fragment, what, sequence));
    };
  }

  private static List<Problem> wrong(ParsedValue parsed, Fragment fragment, String what, Value value) {
    List<Problem> problems = new ArrayList<>(parsed.problems());
    if (problems.isEmpty()) {
      problems.add(
          fragment.errorAt(
              value.place(), what + " should be keys and values, but is " + Found.words(value), "write 'key: value', one to a line"));
    }
    return problems;
  }
}
