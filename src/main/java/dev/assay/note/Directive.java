package dev.assay.note;

import dev.assay.problem.Place;
import java.util.List;

/// A directive that is not a claim: `{cost-table}`, `{checkpoints}`.
///
/// @param name     its name without braces
/// @param argument what follows the braces on the first line, trimmed
/// @param body     the text between the fences, as it was written, lines ended by LF
/// @param bodyLine the file's line on which the body begins
/// @param indent   how many characters of block structure stand before each line of the body
/// @param place    the name
/// @param lines    the file's lines of the body, in full, for excerpts; as many as the body has
public record Directive(
    String name, String argument, String body, int bodyLine, int indent, Place place, List<String> lines) {
  public Directive {
    lines = List.copyOf(lines);
  }

  /// The same directive elsewhere in the file.
  Directive onLine(int line) {
    return new Directive(name, argument, body, line, indent, place, lines);
  }
}
