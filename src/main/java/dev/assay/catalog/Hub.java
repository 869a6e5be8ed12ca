package dev.assay.catalog;

import java.util.List;

/// A hub and what it gathers.
///
/// @param pinned the notes its author put first, in reading order
/// @param others the other notes that it gathers, because they name it or by its rules, newest first
public record Hub(Entry entry, List<Entry> pinned, List<Entry> others) {
  public Hub {
    pinned = List.copyOf(pinned);
    others = List.copyOf(others);
  }

  /// The order in which to read them: the pinned ones, then the others as they were written.
  public List<Entry> path() {
    List<Entry> all = new java.util.ArrayList<>(pinned);
    all.addAll(others.reversed());
    return List.copyOf(all);
  }

  /// All its notes: the pinned ones, then the others.
  public List<Entry> members() {
    List<Entry> all = new java.util.ArrayList<>(pinned);
    all.addAll(others);
    return List.copyOf(all);
  }
}
