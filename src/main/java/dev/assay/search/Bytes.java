package dev.assay.search;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Bytes being written: small numbers take few of them.
final class Bytes {
  private final ByteArrayOutputStream out;

  Bytes(int size) {
    out = new ByteArrayOutputStream(size);
  }

  int size() {
    return out.size();
  }

  void clear() {
    out.reset();
  }

  byte[] toArray() {
    return out.toByteArray();
  }

  Bytes octet(int value) {
    out.write(value);
    return this;
  }

  /// A number of 0 or more: seven bits a byte, the lowest first, the highest bit set in all bytes but the last.
  Bytes number(long value) {
    if (value < 0) {
      throw new IllegalArgumentException("number " + value + " is below 0");
    }
    long rest = value;
    while (rest >= 0x80) {
      out.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
    return this;
  }

  Bytes all(byte[] bytes) {
    return some(bytes, 0, bytes.length);
  }

  Bytes some(byte[] bytes, int from, int length) {
    out.write(bytes, from, length);
    return this;
  }

  /// A text with its length in bytes before it.
  Bytes text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return number(bytes.length).all(bytes);
  }
}
