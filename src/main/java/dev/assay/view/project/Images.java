package dev.assay.view.project;

import dev.assay.catalog.Entry;

/// The address of a picture that a note's head names.
final class Images {
  private Images() {}

  /// An absolute address stays; a file beside the note or below `content/` gets its address; else empty.
  static String address(String src, Entry entry, Model model) {
    return src.startsWith("https://") || src.startsWith("http://")
        ? src
        : model.catalog().asset(src, entry.source()).map(model.base()::href).orElse("");
  }

  /// The full address of the same.
  static String absolute(String src, Entry entry, Model model) {
    return src.startsWith("https://") || src.startsWith("http://")
        ? src
        : model.catalog().asset(src, entry.source()).map(model.base()::absolute).orElse("");
  }
}
