package dev.assay.note;

/// A heading of a note.
///
/// @param level 1 to 6
/// @param id    its anchor, unique on the page
/// @param text  its words without markup
/// @param line  its line in the file
public record Heading(int level, String id, String text, int line) {
  /// The same heading elsewhere in the file.
  Heading onLine(int other) {
    return new Heading(level, id, text, other);
  }
}
