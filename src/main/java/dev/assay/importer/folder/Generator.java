package dev.assay.importer.folder;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The generators whose folders are read.
public enum Generator {
  HUGO("Hugo", List.of("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml", "config.yaml", "config.yml", "config.json",
      "config/_default/hugo.toml", "config/_default/hugo.yaml", "config/_default/config.toml", "config/_default/config.yaml", "config/_default/config.yml")),
  JEKYLL("Jekyll", List.of("_config.yml", "_config.yaml", "_config.toml")),
  ZOLA("Zola", List.of("zola.toml", "config.toml"));

  private final String title;
  /// The names of its settings files, one a line.
  private final String configs;

  Generator(String title, List<String> configs) {
    this.title = title;
    this.configs = String.join("\n", configs);
  }

  /// The name as its makers write it.
  public String title() {
    return title;
  }

  /// The word by which it is asked for: `hugo`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The first of its settings files that a folder has.
  Optional<String> config(OldFolder folder) {
    return configs.lines().filter(folder::has).findFirst();
  }

  /// The generator that a folder was made for, by its files; empty when it is none of these.
  static Optional<Generator> of(OldFolder folder) {
    if (JEKYLL.config(folder).isPresent() || folder.hasFolder("_posts")) {
      return Optional.of(JEKYLL);
    }
    Optional<String> config = ZOLA.config(folder);
    // Zola's settings have `base_url`, Hugo's `baseURL` in any letter case; both may be called config.toml.
    if (config.isPresent() && folder.text(config.get()).orElse("").lines().anyMatch(line -> line.strip().startsWith("base_url"))) {
      return Optional.of(ZOLA);
    }
    return HUGO.config(folder).isPresent() ? Optional.of(HUGO) : Optional.empty();
  }
}
