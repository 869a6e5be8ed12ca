package dev.assay.search;

import java.util.ArrayList;
import java.util.List;

/// Cuts a long note into leaves, each of which is found and fetched by itself, so that an excerpt of a book costs a reader
/// no more than one of a note.
final class Leaves {
  /// How many bytes of text a leaf has at most, about.
  static final int SIZE = 20_000;

  private Leaves() {}

  /// The sections of each leaf. A note has at least one, and most have one.
  static List<List<Section>> of(List<Section> sections) {
    List<List<Section>> leaves = new ArrayList<>();
    List<Section> leaf = new ArrayList<>();
    int filled = 0;
    for (Section section : sections) {
      List<Passage> passages = new ArrayList<>();
      for (Passage passage : section.passages()) {
        int size = passage.size();
        if (filled > 0 && filled + size > SIZE) {
          if (!passages.isEmpty()) {
            leaf.add(new Section(section.anchor(), section.heading(), passages));
          }
          leaves.add(leaf);
          leaf = new ArrayList<>();
          passages.clear();
          filled = 0;
        }
        passages.add(passage);
        filled += size;
      }
      leaf.add(new Section(section.anchor(), section.heading(), passages));
    }
    leaves.add(leaf);
    return leaves;
  }
}
