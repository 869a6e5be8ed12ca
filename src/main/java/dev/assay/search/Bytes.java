package dev.assay.search;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes being written: small numbers take few of them.
final class Bytes {
  private byte[] bytes;
  private int size;

  Bytes(int room) {
    bytes = new byte[Math.max(16, room)];
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  byte[] toArray() {
    return first(size);
  }

  /// The first of the bytes.
  byte[] first(int count) {
    return Arrays.copyOf(bytes, count);
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
  }

  Bytes octet(int value) {
    room(1);
    bytes[size++] = (byte) value;
    return this;
  }

  /// A number of 0 or more: seven bits a byte, the lowest first, the highest bit set in all bytes but the last.
  Bytes number(long value) {
    if (value < 0) {
      throw new IllegalArgumentException("number " + value + " is below 0");
    }
    room(10);
    long rest = value;
    while (rest >= 0x80) {
      bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
    return this;
  }

  Bytes all(byte[] more) {
    return some(more, more.length);
  }

  /// What was written elsewhere.
  Bytes all(Bytes other) {
    return some(other.bytes, other.size);
  }

  private Bytes some(byte[] more, int length) {
    room(length);
    System.arraycopy(more, 0, bytes, size, length);
    size += length;
    return this;
  }

  /// A text with its length in bytes before it.
  Bytes text(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    return number(encoded.length).all(encoded);
  }
}
