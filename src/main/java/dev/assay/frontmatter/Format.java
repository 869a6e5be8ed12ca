package dev.assay.frontmatter;

import java.util.Locale;
import java.util.Optional;

/// The three ways of writing keys and values.
public enum Format {
  YAML,
  TOML,
  JSON;

  /// The format that a file's name promises; empty for any other file.
  public static Optional<Format> ofFile(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
      case "yaml", "yml" -> Optional.of(YAML);
      case "toml" -> Optional.of(TOML);
      case "json" -> Optional.of(JSON);
      default -> Optional.empty();
    };
  }
}
