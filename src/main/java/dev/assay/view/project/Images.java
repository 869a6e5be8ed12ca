package dev.assay.view.project;

import dev.assay.catalog.Entry;
import dev.assay.note.SitePath;
import dev.assay.note.SourceId;
import java.util.Map;
import java.util.Optional;

/// The address of a picture that a note's head names.
final class Images {
  private Images() {}

  /// An absolute address stays; a file beside the note or below `content/` gets its address; else empty.
  static String address(String src, Entry entry, Model model) {
    return src.startsWith("https://") || src.startsWith("http://")
        ? src
        : path(src, entry.source(), model).map(model.base()::href).orElse("");
  }

  /// The full address of the same.
  static String absolute(String src, Entry entry, Model model) {
    return src.startsWith("https://") || src.startsWith("http://")
        ? src
        : path(src, entry.source(), model).map(model.base()::absolute).orElse("");
  }

  private static Optional<SitePath> path(String src, SourceId from, Model model) {
    String beside = from.folder().isEmpty() ? src : from.folder() + "/" + src;
    String top = src.startsWith("/") ? src.substring(1) : src;
    Map<SitePath, SourceId> assets = model.catalog().assets();
    return assets.entrySet().stream()
        .filter(asset -> asset.getValue().value().equals(src.startsWith("/") ? top : beside))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
