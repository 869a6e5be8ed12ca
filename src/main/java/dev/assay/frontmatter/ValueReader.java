package dev.assay.frontmatter;

import dev.assay.problem.Code;
import dev.assay.problem.SourceText;

/// Reads YAML, TOML and JSON into a tree in which everything has its place.
public final class ValueReader {
  private ValueReader() {}

  /// Reads a whole text. A syntax error is a `data-syntax` problem.
  public static ParsedValue read(Format format, SourceText text) {
    return read(format, Fragment.of(text, 0, text.text().length(), Code.DATA_SYNTAX));
  }

  /// Reads some whole lines of a text; places count from the top of the text.
  ///
  /// @param from an offset at the beginning of a line
  /// @param to   the offset behind the last line
  public static ParsedValue read(Format format, SourceText text, int from, int to) {
    return read(format, Fragment.of(text, from, to, Code.DATA_SYNTAX));
  }

  static ParsedValue read(Format format, Fragment fragment) {
    return switch (format) {
      case YAML -> plain(JacksonValues.yaml(fragment));
      case JSON -> plain(JacksonValues.json(fragment));
      case TOML -> TomlReader.read(fragment);
    };
  }

  private static ParsedValue plain(JacksonValues.Result result) {
    return new ParsedValue(result.value(), result.problems());
  }
}
