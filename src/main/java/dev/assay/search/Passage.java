package dev.assay.search;

import dev.assay.note.Kind;
import java.util.Optional;

/// A stretch of a note's text: what stands between two claims, or a claim.
///
/// @param text  plain text, in the composed form
/// @param claim what it is, when it is a claim
public record Passage(String text, Optional<OfClaim> claim) {
  /// A claim.
  ///
  /// @param index in the note's list of claims
  public record OfClaim(int index, Kind kind, String anchor) {
    /// Its kind's number in the index, by falling strength.
    int number() {
      return switch (kind) {
        case FACT -> 0;
        case INFERENCE -> 1;
        case SPECULATION -> 2;
        case BLOCKED -> 3;
      };
    }
  }

  /// The length in a file, about.
  int size() {
    int size = 8;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      size += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
    }
    return size;
  }
}
