package dev.assay.deploy;

import dev.assay.note.Digest;
import dev.assay.publish.Stage;
import java.nio.file.Path;

/// One file of the built site, and what a host has to be told about it.
///
/// @param file         its path below the site, with `/`
/// @param stage        when it is replaced
/// @param content      its bytes
/// @param at           where it lies
/// @param type         its media type, with the charset when it is text
/// @param cacheControl how long it may be kept without asking
record Piece(String file, Stage stage, Digest content, Path at, String type, String cacheControl) {
  /// Names the bytes and all that is told about them.
  Digest digest() {
    return digest(content, type, cacheControl);
  }

  static Digest digest(Digest content, String type, String cacheControl) {
    return Digest.of(content.hex() + "\n" + type + "\n" + cacheControl);
  }
}
