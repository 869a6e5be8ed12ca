package dev.assay.catalog;

import java.util.List;

/// A hub and what it gathers.
///
/// @param pinned the notes its author put first, in reading order
/// @param others the other notes that name it, newest first
public record Hub(Entry entry, List<Entry> pinned, List<Entry> others) {
  public Hub {
    pinned = List.copyOf(pinned);
    others = List.copyOf(others);
  }

  /// All its notes: the pinned ones, then the others.
  public List<Entry> members() {
    List<Entry> all = new java.util.ArrayList<>(pinned);
    all.addAll(others);
    return List.copyOf(all);
  }
}
