package dev.assay.source;

import dev.assay.note.Digest;
import dev.assay.problem.Problem;

/// What came of reading a file: the whole of it or the reason why not.
public sealed interface Loaded<T> {
  /// The file as it was at one moment.
  ///
  /// @param file    with the size and time that belong to this content, should it have changed since it was listed
  /// @param digest  names the bytes, byte order mark included
  /// @param content the text or the bytes
  record Whole<T>(SourceFile file, Digest digest, T content) implements Loaded<T> {}

  /// It could not be read.
  record Failed<T>(Problem problem) implements Loaded<T> {}
}
