package dev.assay.edit;

import dev.assay.problem.Place;

/// One thing to change in the head of a note.
public sealed interface HeadChange {
  /// Gives a key a value, whether it has one or not.
  record Set(String key, NewValue.Single value) implements HeadChange {}

  /// Adds an item to the list under a key. A missing list is begun, and a single value becomes the first of two.
  record Append(String key, NewValue item) implements HeadChange {}

  /// Writes something else where a value stands now.
  ///
  /// @param place where the value begins, as it was read from the very text that is changed
  record Replace(Place place, NewValue.Single value) implements HeadChange {}
}
