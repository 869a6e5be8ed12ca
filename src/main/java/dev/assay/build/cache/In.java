package dev.assay.build.cache;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads what [Out] wrote with a table. Whatever the bytes are, it gives values or a [DamagedException], never takes more
/// memory than a small multiple of the bytes, and never nests deeper than [Out#MAX_DEPTH].
final class In {
  private final byte[] bytes;
  private final int end;
  private int at;
  private int depth;
  private final String[] table;

  In(byte[] bytes, int from, int length) throws DamagedException {
    this.bytes = bytes;
    this.at = from;
    this.end = from + length;
    this.table = new String[count()];
    for (int i = 0; i < table.length; i++) {
      table[i] = inline();
    }
  }

  void enter() throws DamagedException {
    if (++depth > Out.MAX_DEPTH) {
      throw new DamagedException("nested too deep");
    }
  }

  void leave() {
    depth--;
  }

  int one() throws DamagedException {
    if (at >= end) {
      throw new DamagedException("ends too early");
    }
    return bytes[at++] & 0xff;
  }

  long number() throws DamagedException {
    long value = unsigned();
    return (value >>> 1) ^ -(value & 1);
  }

  int small() throws DamagedException {
    long value = number();
    if (value != (int) value) {
      throw new DamagedException("a number is too large");
    }
    return (int) value;
  }

  long unsigned() throws DamagedException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = one();
      value |= (long) (next & 0x7f) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new DamagedException("a number does not end");
  }

  long eight() throws DamagedException {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = (value << 8) | one();
    }
    return value;
  }

  /// How many things follow; each of them takes at least one byte, so there can't be more than bytes are left.
  int count() throws DamagedException {
    long count = unsigned();
    if (count < 0 || count > end - at) {
      throw new DamagedException("a list is longer than the file");
    }
    return (int) count;
  }

  /// A choice among so many.
  int choice(int of) throws DamagedException {
    long choice = unsigned();
    if (choice < 0 || choice >= of) {
      throw new DamagedException("a choice that does not exist");
    }
    return (int) choice;
  }

  byte[] raw(int length) throws DamagedException {
    if (length > end - at) {
      throw new DamagedException("ends too early");
    }
    byte[] some = Arrays.copyOfRange(bytes, at, at + length);
    at += length;
    return some;
  }

  String text() throws DamagedException {
    return table[choice(table.length)];
  }

  private String inline() throws DamagedException {
    long header = unsigned();
    boolean wide = (header & 1) != 0;
    long length = header >>> 1;
    if (length > (wide ? (end - at) / 2 : end - at)) {
      throw new DamagedException("a text is longer than the file");
    }
    int count = (int) length;
    if (!wide) {
      String text = new String(bytes, at, count, StandardCharsets.ISO_8859_1);
      at += count;
      return text;
    }
    char[] chars = new char[count];
    for (int i = 0; i < count; i++) {
      chars[i] = (char) ((bytes[at] << 8) | (bytes[at + 1] & 0xff));
      at += 2;
    }
    return new String(chars);
  }

  void end() throws DamagedException {
    if (at != end) {
      throw new DamagedException("goes on after its end");
    }
  }
}
