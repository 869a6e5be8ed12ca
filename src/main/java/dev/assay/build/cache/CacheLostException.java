package dev.assay.build.cache;

import java.nio.file.Path;

/// The cache was damaged after it was opened, so that the body of a note that was found in it cannot be read. It has been
/// emptied: the pipeline starts over and reads every note again.
public final class CacheLostException extends RuntimeException {
  CacheLostException(Path file, Exception cause) {
    super("the cache was damaged while it was in use: " + file, cause);
  }
}
