package dev.assay.build.cache;

import java.util.zip.CRC32C;

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

  void write(Out out) {
    out.unsigned(offset);
    out.unsigned(length);
    out.number(checksum);
  }

  static Range read(In in) throws DamagedException {
    long offset = in.unsigned();
    long length = in.unsigned();
    if (offset < 0 || length < 0 || length > Integer.MAX_VALUE - 16) {
      throw new DamagedException("a range that no pack has");
    }
    return new Range(offset, (int) length, in.small());
  }
}
