package dev.assay.build.cache;

/// Bytes that are not what was written. Whoever reads a cache takes it as if nothing were there.
public final class DamagedException extends Exception {
  DamagedException(String message) {
    // Neither a cause nor a stack: a damaged cache is an ordinary thing, and thousands of entries may be damaged at once.
    super(message, null, false, false);
  }
}
