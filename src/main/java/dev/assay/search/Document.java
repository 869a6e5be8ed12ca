package dev.assay.search;

import java.util.List;

/// A note as it is searched.
///
/// @param title  plain text
/// @param lead   its summary as its writer wrote it; empty when it is only the beginning of the text
/// @param labels what it is filed under: tags, categories, entities
public record Document(String title, String lead, List<String> labels, List<Section> sections) {
  public Document {
    labels = List.copyOf(labels);
    sections = List.copyOf(sections);
  }
}
