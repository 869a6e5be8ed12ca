package dev.assay.view.project;

import dev.assay.catalog.Entry;
import dev.assay.view.PictureView;

/// The address of a picture that a note's head names.
final class Images {
  private Images() {}

  /// An absolute address stays; a file beside the note or below `content/` gets its address; else empty.
  static String address(String src, Entry entry, Model model) {
    return src.startsWith("https://") || src.startsWith("http://")
        ? src
        : model.catalog().asset(src, entry.source()).map(model.pictures()::plain).map(model.base()::href).orElse("");
  }

  /// The same in the forms that browsers choose from.
  static PictureView view(String src, Entry entry, Model model) {
    return src.startsWith("https://") || src.startsWith("http://")
        ? new PictureView(src, "", "", "", 0, 0)
        : model.catalog().asset(src, entry.source()).map(path -> model.pictures().view(path, model.base())).orElse(PictureView.NONE);
  }

  /// The full address of the same.
  static String absolute(String src, Entry entry, Model model) {
    return src.startsWith("https://") || src.startsWith("http://")
        ? src
        : model.catalog().asset(src, entry.source()).map(model.pictures()::plain).map(model.base()::absolute).orElse("");
  }
}
