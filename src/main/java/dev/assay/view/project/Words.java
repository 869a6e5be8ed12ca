package dev.assay.view.project;

import dev.assay.note.Language;

/// The words of the user interface.
@FunctionalInterface
public interface Words {
  /// The text of a key in a language.
  String of(Language language, String key);
}
