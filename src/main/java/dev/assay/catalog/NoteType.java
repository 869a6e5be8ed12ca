package dev.assay.catalog;

/// What a note is on the site, said by its folder.
public enum NoteType {
  POST,
  HUB,
  PAGE,
  GUIDE,
  /// `content/index.md`: the introduction of the home page.
  HOME
}
