package dev.assay.source;

/// How much is read at most. What lies beyond a limit is a problem, never a crash.
///
/// @param files         files in one site
/// @param depth         folders within folders
/// @param noteBytes     bytes of a note or the settings
/// @param dataBytes     bytes of a data file
/// @param templateBytes bytes of a file under `templates/`
/// @param assetBytes    bytes of any other file
public record SourceLimits(int files, int depth, long noteBytes, long dataBytes, long templateBytes, long assetBytes) {
  private static final long MIB = 1L << 20;

  /// Far above what people write, far below what hurts a machine.
  public static final SourceLimits DEFAULT = new SourceLimits(200_000, 32, 4 * MIB, 16 * MIB, 16 * MIB, 256 * MIB);

  public SourceLimits {
    if (files < 1 || depth < 1 || noteBytes < 1 || dataBytes < 1 || templateBytes < 1 || assetBytes < 1) {
      throw new IllegalArgumentException("a limit below 1: files " + files + ", depth " + depth);
    }
  }

  /// The most bytes that a file of one kind may have.
  public long bytes(SourceKind kind) {
    return switch (kind) {
      case SETTINGS, NOTE, PIECE -> noteBytes;
      case DATA -> dataBytes;
      case TEMPLATE -> templateBytes;
      case ASSET -> assetBytes;
    };
  }
}
