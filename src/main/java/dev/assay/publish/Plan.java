package dev.assay.publish;

import dev.assay.note.Digest;
import dev.assay.problem.Problem;
import java.util.List;
import java.util.Optional;

/// What is to be done about one artifact.
sealed interface Plan {
  /// The file is what the artifact would be; its maker was not called.
  record Keep(Manifest.Entry entry) implements Plan {}

  /// The maker made the bytes that lie there already.
  ///
  /// @param warnings what its maker found doubtful
  record Same(Manifest.Entry entry, List<Problem> warnings) implements Plan {}

  /// The bytes lie in the staging folder and go to their place when all others are ready.
  ///
  /// @param staged   the name in the staging folder
  /// @param instead  the digest of what lies in their place now
  /// @param warnings what its maker found doubtful
  record Write(Manifest.Entry entry, String staged, Optional<Digest> instead, List<Problem> warnings) implements Plan {}

  /// It cannot be made or written.
  record Faulty(List<Problem> problems) implements Plan {}
}
