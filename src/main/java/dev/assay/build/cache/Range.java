package dev.assay.build.cache;

import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// A stretch of a pack.
///
/// @param offset   where it begins
/// @param length   how many bytes it has
/// @param checksum of the bytes, so that a stretch that was not written as it should have been is noticed
record Range(long offset, int length, int checksum) {
  static int checksum(byte[] bytes, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }

  // Written out, as in [dev.assay.note.Digest].

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Range range && offset == range.offset && length == range.length && checksum == range.checksum;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Long.hashCode(offset) + length) + checksum;
  }
}
