package dev.assay.importer;

import java.nio.file.Path;

/// A file that comes along with notes.
///
/// @param path    where it goes, below the content's folder
/// @param content what it holds
public record ImportedFile(String path, Content content) {
  /// Where the bytes are.
  public sealed interface Content {
    /// A file on this machine, copied as it is.
    record At(Path file) implements Content {}

    /// Bytes in hand.
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    record Bytes(byte[] bytes) implements Content {}
  }
}
