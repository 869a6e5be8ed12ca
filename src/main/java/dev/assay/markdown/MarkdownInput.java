package dev.assay.markdown;

import dev.assay.note.Language;
import dev.assay.problem.SourceText;
import java.util.Optional;

/// One text to be read.
///
/// @param source    the whole file, so that places count from its top
/// @param bodyStart the offset (UTF-16) at which the text begins, behind the front matter
/// @param title     the title from the front matter; without one, a first-level heading at the top becomes the title
/// @param language  what the text is written in: decides the words of callouts and notes
/// @param options   what holds for the whole site
public record MarkdownInput(
    SourceText source, int bodyStart, Optional<String> title, Language language, MarkdownOptions options) {
  public MarkdownInput {
    if (bodyStart < 0 || bodyStart > source.text().length()) {
      throw new IllegalArgumentException("body start " + bodyStart + " in " + source.file());
    }
  }
}
