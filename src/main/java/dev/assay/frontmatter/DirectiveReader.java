package dev.assay.frontmatter;

import dev.assay.note.Directive;

/// Reads the body of a directive: keys and values in YAML.
public final class DirectiveReader {
  private DirectiveReader() {}

  /// The keys and values; an empty body has none. Places are those of the note, lines and columns.
  public static ParsedMapping read(Directive directive) {
    Fragment fragment = Fragment.of(directive);
    return ParsedMapping.of(ValueReader.read(Format.YAML, fragment), fragment, "the body of '" + directive.name() + "'");
  }
}
