package dev.assay.edit;

import dev.assay.problem.Problem;

/// What came of changing a text.
public sealed interface Edited {
  /// The whole text with the change in it; the text as it was when there was nothing to change.
  record Done(String text) implements Edited {}

  /// The text stays as it is.
  record Refused(Problem problem) implements Edited {}
}
