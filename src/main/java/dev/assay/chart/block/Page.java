package dev.assay.chart.block;

import dev.assay.note.Language;
import dev.assay.view.LinkView;
import dev.assay.view.project.Words;
import java.util.Map;

/// What a block needs to know of the page that it stands on.
///
/// @param words    the words of the user interface
/// @param language of the page
/// @param anchor   the block's anchor
/// @param image    where its picture will be published
/// @param rows     where its rows will be published as CSV
/// @param labels   what it calls the scenarios that have a label, by name
public record Page(Words words, Language language, String anchor, LinkView image, LinkView rows, Map<String, String> labels) {
  public Page {
    labels = Map.copyOf(labels);
  }

  /// What a scenario is called.
  String scenario(String name) {
    return labels.getOrDefault(name, name);
  }

  /// A word of the page's language, with numbers or words in the place of `{0}`, `{1}`.
  String word(String key, Object... values) {
    String text = words.of(language, key);
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", values[i].toString());
    }
    return text;
  }

  /// The word of a kind of figure.
  String name(String key, String otherwise) {
    return words.or(language, key, otherwise);
  }
}
