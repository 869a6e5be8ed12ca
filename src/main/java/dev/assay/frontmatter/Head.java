package dev.assay.frontmatter;

import dev.assay.note.FrontMatter;
import dev.assay.problem.Problem;
import java.util.List;
import java.util.Optional;

/// The head of a note, read, and where its body begins.
///
/// @param front      the typed head; [FrontMatter#EMPTY] when there is none
/// @param format     how it is written; empty when there is none
/// @param bodyOffset where the text below it begins, an offset into the file's text at the beginning of a line
/// @param problems   what is wrong with it
public record Head(FrontMatter front, Optional<Format> format, int bodyOffset, List<Problem> problems) {
  public Head {
    problems = List.copyOf(problems);
  }
}
