package dev.assay.search;

import dev.assay.note.Digest;
import java.util.List;

/// The terms of a note by their numbers in the vocabulary of a [SearchMemory].
///
/// @param digest names what they were made from
/// @param leaves at least one
public record KnownNote(Digest digest, List<KnownNote.Leaf> leaves) {
  public KnownNote {
    leaves = List.copyOf(leaves);
  }

  /// @param terms rising
  /// @param marks as in [NoteWords.Leaf]
  @SuppressWarnings("ArrayRecordComponent") // a million of them are held at once
  public record Leaf(int[] terms, byte[] marks) {}
}
