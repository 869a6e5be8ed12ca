package dev.assay.publish;

import java.io.IOException;
import java.io.OutputStream;

/// The content of a file that may be too large for the memory: it is written piece by piece.
@FunctionalInterface
public interface Content {
  /// Writes all of it, the same each time. The stream stays open.
  void to(OutputStream out) throws IOException;
}
