package dev.assay.markdown;

import dev.assay.note.Language;
import dev.assay.note.Shortcodes;
import dev.assay.problem.SourceText;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One text to be read.
///
/// @param source    the whole file, so that places count from its top
/// @param bodyStart the offset (UTF-16) at which the text begins, behind the front matter
/// @param title     the title from the front matter; without one, a first-level heading at the top becomes the title
/// @param language  what the text is written in: decides the words of callouts and notes
/// @param options   what holds for the whole site
/// @param pieces    the texts that it may include, by name
/// @param shortcodes what it may call
/// @param names     what entities are called, as [dev.assay.note.Entities#key(String)] writes it
public record MarkdownInput(
    SourceText source, int bodyStart, Optional<String> title, Language language, MarkdownOptions options, Set<String> names, Map<String, SourceText> pieces, Shortcodes shortcodes) {
  /// A text without entities.
  public MarkdownInput(SourceText source, int bodyStart, Optional<String> title, Language language, MarkdownOptions options) {
    this(source, bodyStart, title, language, options, Set.of(), Map.of(), Shortcodes.NONE);
  }

  public MarkdownInput {
    if (bodyStart < 0 || bodyStart > source.text().length()) {
      throw new IllegalArgumentException("body start " + bodyStart + " in " + source.file());
    }
  }
}
