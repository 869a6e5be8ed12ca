package dev.assay.build;

import dev.assay.search.SearchFiles;
import java.util.List;

/// What readers find a note by and see of it when they do, beyond its own text. With it another text of the same note is brought
/// into the search without anything of the rest of the site.
///
/// @param number the number of its first leaf
/// @param leaves how many it has
/// @param labels names of its tags, categories and entities, in each form
/// @param roles  the texts of figures and citations in its sentences
/// @param titles of links without words of their own; empty for the others
/// @param shown  as results show it
record FoundText(int number, int leaves, List<String> labels, List<String> roles, List<String> titles, SearchFiles.Shown shown) {
  FoundText {
    labels = List.copyOf(labels);
    roles = List.copyOf(roles);
    titles = List.copyOf(titles);
  }

  /// The same with its place among all leaves.
  FoundText at(int first, int count) {
    return new FoundText(first, count, labels, roles, titles, shown);
  }
}
