package dev.assay.importer.html;

/// What a stretch of text is set in.
sealed interface Mark {
  /// An element that stands inside a sentence.
  ///
  /// @param name  in the spelling that Markdown's own output has: `strong`, `em`, `del`, …
  /// @param extra the value of the one attribute that says something: `title` of `abbr` and `dfn`, `datetime` of `time`
  record Tag(String name, String extra) implements Mark {}

  /// A link.
  ///
  /// @param serial tells it from another one with the same address
  record Link(String href, String title, int serial) implements Mark {}
}
