package dev.assay.build.cache;

import dev.assay.note.Digest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Bytes that grow: numbers as few bytes as they need, texts exactly as they are.
///
/// With a table, equal texts are written once; without one they are written where they stand, which is faster when the
/// bytes only serve to be digested.
final class Out {
  /// How deep values may be nested: far below what overflows a small stack.
  static final int MAX_DEPTH = 400;

  private byte[] bytes;
  private int size;
  private int depth;
  private final @Nullable Map<String, Integer> table;

  private Out(int capacity, @Nullable Map<String, Integer> table) {
    this.bytes = new byte[capacity];
    this.table = table;
  }

  static Out plain() {
    return new Out(4096, null);
  }

  static Out withTable() {
    return new Out(4096, new LinkedHashMap<>());
  }

  private void need(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
    }
  }

  void enter() {
    if (++depth > MAX_DEPTH) {
      throw new IllegalArgumentException("values are nested deeper than " + MAX_DEPTH);
    }
  }

  void leave() {
    depth--;
  }

  void one(int value) {
    need(1);
    bytes[size++] = (byte) value;
  }

  /// A number that is seldom negative or large: seven bits a byte, the lowest first, the sign in the first bit.
  void number(long value) {
    unsigned((value << 1) ^ (value >> 63));
  }

  void unsigned(long value) {
    need(10);
    long left = value;
    while ((left & ~0x7fL) != 0) {
      bytes[size++] = (byte) (left | 0x80);
      left >>>= 7;
    }
    bytes[size++] = (byte) left;
  }

  void eight(long value) {
    need(8);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (value >>> shift);
    }
  }

  void raw(byte[] some, int from, int length) {
    need(length);
    System.arraycopy(some, from, bytes, size, length);
    size += length;
  }

  void text(String text) {
    if (table == null) {
      inline(text);
    } else {
      Integer known = table.putIfAbsent(text, table.size());
      unsigned(known == null ? table.size() - 1 : known);
    }
  }

  /// Length and width, then one byte for each character, or two when one of them does not fit into one. Not UTF-8: it
  /// would change texts with half a surrogate pair, and is slower.
  private void inline(String text) {
    int length = text.length();
    unsigned((long) length << 1);
    int start = size;
    need(length);
    int all = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      all |= c;
      bytes[start + i] = (byte) c;
    }
    size = start + length;
    if (all > 0xff) {
      size = start - lengthOf((long) length << 1);
      unsigned(((long) length << 1) | 1);
      need(length * 2);
      for (int i = 0; i < length; i++) {
        char c = text.charAt(i);
        bytes[size++] = (byte) (c >> 8);
        bytes[size++] = (byte) c;
      }
    }
  }

  private static int lengthOf(long unsigned) {
    int length = 1;
    for (long left = unsigned >>> 7; left != 0; left >>>= 7) {
      length++;
    }
    return length;
  }

  /// Everything that was written; the table of texts, if there is one, comes first.
  byte[] done() {
    if (table == null) {
      return Arrays.copyOf(bytes, size);
    }
    Out whole = new Out(size * 2 + 64, null);
    whole.unsigned(table.size());
    table.keySet().forEach(whole::inline);
    whole.raw(bytes, 0, size);
    return whole.done();
  }

  /// The digest of everything that was written.
  Digest digest() {
    return Digest.of(bytes, 0, size);
  }
}
