package dev.assay.syntax;

/// A stretch of a text that is something.
///
/// @param start its first character
/// @param end   behind its last
public record Token(Sort sort, int start, int end) {
  public Token {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("token " + start + " to " + end);
    }
  }
}
