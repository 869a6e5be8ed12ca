package dev.assay.card;

import java.util.Arrays;

/// Bytes of a font, the most significant first. Nothing is read beyond their end.
final class FontBytes {
  private final byte[] bytes;

  FontBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  int length() {
    return bytes.length;
  }

  int uint8(int at) throws FontFaultException {
    check(at, 1);
    return bytes[at] & 0xff;
  }

  int uint16(int at) throws FontFaultException {
    check(at, 2);
    return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
  }

  int int16(int at) throws FontFaultException {
    return (short) uint16(at);
  }

  int int32(int at) throws FontFaultException {
    return uint16(at) << 16 | uint16(at + 2);
  }

  byte[] part(int from, int length) throws FontFaultException {
    check(from, length);
    return Arrays.copyOfRange(bytes, from, from + length);
  }

  private void check(int at, int length) throws FontFaultException {
    if (at < 0 || length < 0 || at > bytes.length - length) {
      throw new FontFaultException("ends where more is needed");
    }
  }
}
