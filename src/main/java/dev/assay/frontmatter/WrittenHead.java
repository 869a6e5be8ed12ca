package dev.assay.frontmatter;

import dev.assay.note.Value;
import dev.assay.problem.Problem;
import java.util.List;

/// The head of a note as it stands in its file, for whoever wants to change it there.
///
/// @param format     how it is written
/// @param from       where its keys begin, an offset into the file's text: the line after the opening fence, or the
///                   brace that opens JSON
/// @param to         where they end: the beginning of the closing fence, or behind the brace that closes JSON
/// @param bodyOffset where the text below it begins
/// @param keys       what it says, untyped
/// @param problems   what is wrong with its form; keys that Assay does not know are nothing wrong here
public record WrittenHead(
    Format format, int from, int to, int bodyOffset, Value.Mapping keys, List<Problem> problems) {
  public WrittenHead {
    problems = List.copyOf(problems);
  }
}
