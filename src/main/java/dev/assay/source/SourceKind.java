package dev.assay.source;

import java.util.Locale;
import java.util.Set;

/// What a file is for, by its name alone.
public enum SourceKind {
  /// The site's settings: `site.yaml`, `site.yml`, `site.toml` or `site.json` beside the other files of the content.
  SETTINGS,
  /// Text in Markdown: `.md` or `.markdown`.
  NOTE,
  /// A piece of text for notes to include: Markdown below `include/`.
  PIECE,
  /// Data, wherever it lies: YAML, TOML, JSON, CSV or BibTeX. Links may still lead to it as they do to an asset.
  DATA,
  /// Part of the theme: anything under `templates/`.
  TEMPLATE,
  /// Anything else: pictures, styles, downloads.
  ASSET;

  private static final Set<String> SETTINGS_NAMES = Set.of("site.yaml", "site.yml", "site.toml", "site.json");
  private static final Set<String> DATA_ENDINGS = Set.of("yaml", "yml", "toml", "json", "csv", "bib");

  /// The kind of a file of the content.
  ///
  /// @param path its path below the content's folder
  static SourceKind of(String path) {
    if (SETTINGS_NAMES.contains(path)) {
      return SETTINGS;
    }
    String ending = ending(path);
    if (ending.equals("md") || ending.equals("markdown")) {
      return path.startsWith("include/") ? PIECE : NOTE;
    }
    return DATA_ENDINGS.contains(ending) ? DATA : ASSET;
  }

  /// What stands behind the last dot of a path, in lower case.
  static String ending(String path) {
    return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
