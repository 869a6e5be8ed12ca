package dev.assay.build.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// The cache was damaged after it was opened, so that the body of a note that was found in it cannot be read. It has been
/// emptied: the pipeline starts over and reads every note again. As a failure to read it passes through templates, which
/// take other exceptions for faults of their own.
public final class CacheLostException extends UncheckedIOException {
  CacheLostException(Path file, Exception cause) {
    super(new IOException("the cache was damaged while it was in use: " + file, cause));
  }
}
