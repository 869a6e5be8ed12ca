package dev.assay.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes being read, as [Bytes] wrote them. What ends too early or makes no sense is an [IllegalArgumentException].
final class Octets {
  private final byte[] bytes;
  private final int end;
  private int at;

  Octets(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  static int bounded(int value, int most) {
    if (value < 0 || value > most) {
      throw new IllegalArgumentException(value + " is not within " + most);
    }
    return value;
  }

  int left() {
    return end - at;
  }

  int octet() {
    bounded(1, left());
    return bytes[at++] & 0xFF;
  }

  int number() {
    long value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      int next = octet();
      value |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        return bounded((int) Math.min(value, Integer.MAX_VALUE + 1L), Integer.MAX_VALUE);
      }
    }
    throw new IllegalArgumentException("a number without end");
  }

  long word() {
    return ByteBuffer.wrap(bytes(8)).getLong();
  }

  byte[] bytes(int count) {
    bounded(count, left());
    at += count;
    return Arrays.copyOfRange(bytes, at - count, at);
  }

  String text() {
    int length = bounded(number(), left());
    at += length;
    return new String(bytes, at - length, length, StandardCharsets.UTF_8);
  }
}
