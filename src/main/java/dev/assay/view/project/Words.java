package dev.assay.view.project;

import dev.assay.note.Language;

/// The words of the user interface.
public interface Words {
  /// The text of a key in a language.
  String of(Language language, String key);

  /// The text of a key with a number in it.
  String of(Language language, String key, int number);

  /// The text of a key in a language, or other words where the language has none of its own.
  String or(Language language, String key, String otherwise);
}
