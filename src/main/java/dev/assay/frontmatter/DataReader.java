package dev.assay.frontmatter;

import dev.assay.problem.Code;
import dev.assay.problem.SourceText;

/// Reads data files: `content/data/scenarios.yaml` and the like.
public final class DataReader {
  private DataReader() {}

  /// Any value, by the format that the file's name promises.
  ///
  /// @throws IllegalArgumentException for a file that is neither YAML, TOML nor JSON
  public static ParsedValue read(SourceText text) {
    return ValueReader.read(format(text), text);
  }

  /// The same for a file that should hold keys and values; an empty file has none.
  ///
  /// @throws IllegalArgumentException for a file that is neither YAML, TOML nor JSON
  public static ParsedMapping mapping(SourceText text) {
    Fragment fragment = Fragment.of(text, 0, text.text().length(), Code.DATA_SYNTAX);
    return ParsedMapping.of(ValueReader.read(format(text), fragment), fragment, "'" + text.file() + "'");
  }

  /// Keys and values in YAML that stand on some lines of another file.
  ///
  /// @param from the offset at which the first of these lines begins
  /// @param name how a message names them: `the head of this shortcode`
  public static ParsedMapping lines(SourceText whole, int from, int to, String name) {
    Fragment fragment = Fragment.of(whole, from, to, Code.DATA_SYNTAX);
    return ParsedMapping.of(ValueReader.read(Format.YAML, fragment), fragment, name);
  }

  private static Format format(SourceText text) {
    return Format.ofFile(text.file())
        .orElseThrow(() -> new IllegalArgumentException("'" + text.file() + "' is neither YAML, TOML nor JSON"));
  }
}
