package dev.assay.edit;

import java.util.Comparator;
import java.util.List;

/// A stretch of a text and what is to stand there instead.
///
/// @param start an offset into the text
/// @param end   the offset behind the stretch; the same as `start` where something is put in
/// @param with  the new words; empty where something is taken out
public record Change(int start, int end, String with) {
  public Change {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("change of " + start + " to " + end);
    }
  }

  /// Something put in at an offset.
  public static Change insert(int at, String text) {
    return new Change(at, at, text);
  }

  /// A text with all changes made.
  ///
  /// @param changes in any order; those at one offset are made in the order they are given
  /// @throws IllegalArgumentException when two of them overlap
  public static String apply(String text, List<Change> changes) {
    StringBuilder out = new StringBuilder(text.length() + 64);
    int at = 0;
    for (Change change : changes.stream().sorted(Comparator.comparingInt(Change::start)).toList()) {
      if (change.start < at) {
        throw new IllegalArgumentException("two changes overlap at " + change.start);
      }
      out.append(text, at, change.start).append(change.with);
      at = change.end;
    }
    return out.append(text, at, text.length()).toString();
  }
}
