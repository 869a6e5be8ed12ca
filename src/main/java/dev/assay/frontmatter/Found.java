package dev.assay.frontmatter;

import dev.assay.note.Value;

/// Says what was found where something else was expected.
final class Found {
  private static final int LONGEST = 40;

  private Found() {}

  static String words(Value value) {
    return switch (value) {
      case Value.Mapping _ -> "keys and values";
      case Value.Sequence _ -> "a list";
      case Value.Scalar scalar when scalar.isNull() -> "empty";
      case Value.Scalar scalar -> (scalar.quoted() ? "the text '" : "'") + cut(scalar.text()) + "'";
    };
  }

  /// A text fit for one line of a message.
  static String cut(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    int points = line.codePointCount(0, line.length());
    return points <= LONGEST ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
