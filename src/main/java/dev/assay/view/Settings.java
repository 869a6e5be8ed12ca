package dev.assay.view;

import java.util.List;

/// Named texts that a site's writer chose freely for templates: `theme` in `site.yaml`, `params` of a note. Templates
/// read them by name, `params.banner`, and a name that is not there is missing, so `params.banner!""` has a default.
///
/// @param entries in the order of the file, each name once
public record Settings(List<Setting> entries) {
  /// Nothing chosen.
  public static final Settings NONE = new Settings(List.of());

  public Settings {
    entries = List.copyOf(entries);
  }

  /// One name and its text.
  ///
  /// @param name  as the writer chose it
  /// @param value plain text
  public record Setting(String name, String value) {}
}
