package dev.assay.search;

import java.util.BitSet;

/// A list of rising numbers, each with a mark, in as few bytes as they need: how many; a byte that says how they are
/// written; then either the steps from one to the next, or the length of a set of bits and the set; then the upper halves of
/// the marks, two a byte; then, unless all are zero, the lower halves.
///
/// A word that every one of 10,000 notes has takes 6 to 11 kB.
final class Postings {
  private static final int BITS = 1;
  private static final int LOWER = 2;

  private Postings() {}

  /// Writes a part of two arrays.
  static void write(int[] numbers, byte[] marks, int from, int to, Bytes out) {
    boolean lower = false;
    for (int i = from; i < to; i++) {
      lower |= (marks[i] & 0xF) != 0;
    }
    list(numbers, from, to, lower ? LOWER : 0, out);
    halves(marks, from, to, 4, out);
    if (lower) {
      halves(marks, from, to, 0, out);
    }
  }

  /// Writes numbers without marks.
  static void write(int[] numbers, Bytes out) {
    list(numbers, 0, numbers.length, 0, out);
  }

  private static void list(int[] numbers, int from, int to, int flags, Bytes out) {
    out.number(to - from);
    if (from == to) {
      out.octet(flags);
      return;
    }
    int bits = numbers[to - 1] / 8 + 1;
    int steps = 0;
    for (int i = from; i < to; i++) {
      int step = step(numbers, from, i);
      steps += step < 1 << 7 ? 1 : step < 1 << 14 ? 2 : step < 1 << 21 ? 3 : 4;
    }
    if (bits < steps) {
      BitSet set = new BitSet();
      for (int i = from; i < to; i++) {
        set.set(numbers[i]);
      }
      byte[] bytes = set.toByteArray();
      out.octet(flags | BITS).number(bytes.length).all(bytes);
    } else {
      out.octet(flags);
      for (int i = from; i < to; i++) {
        out.number(step(numbers, from, i));
      }
    }
  }

  private static int step(int[] numbers, int from, int i) {
    return numbers[i] - (i == from ? 0 : numbers[i - 1]);
  }

  private static void halves(byte[] marks, int from, int to, int shift, Bytes out) {
    for (int i = from; i < to; i += 2) {
      int first = (marks[i] >>> shift) & 0xF;
      int second = i + 1 < to ? (marks[i + 1] >>> shift) & 0xF : 0;
      out.octet(first | (second << 4));
    }
  }

  /// A list with its marks.
  @SuppressWarnings("ArrayRecordComponent") // read, changed and written again at once
  record Read(int[] numbers, byte[] marks) {}

  /// Reads what [#write] wrote.
  ///
  /// @throws IllegalArgumentException when it makes no sense
  static Read read(Octets in) {
    int count = in.number();
    int flags = in.octet();
    if (count > in.left() * 8L) {
      throw new IllegalArgumentException("a list is longer than its bytes");
    }
    int[] numbers = new int[count];
    if ((flags & BITS) != 0) {
      BitSet set = BitSet.valueOf(in.bytes(in.number()));
      if (set.cardinality() != count) {
        throw new IllegalArgumentException(set.cardinality() + " bits are set for " + count);
      }
      int number = -1;
      for (int i = 0; i < count; i++) {
        number = set.nextSetBit(number + 1);
        numbers[i] = number;
      }
    } else {
      int number = 0;
      for (int i = 0; i < count; i++) {
        number = Math.addExact(number, in.number());
        numbers[i] = number;
      }
    }
    byte[] marks = new byte[count];
    halves(in, marks, 4);
    if ((flags & LOWER) != 0) {
      halves(in, marks, 0);
    }
    return new Read(numbers, marks);
  }

  private static void halves(Octets in, byte[] marks, int shift) {
    for (int i = 0; i < marks.length; i += 2) {
      int two = in.octet();
      marks[i] |= (byte) ((two & 0xF) << shift);
      if (i + 1 < marks.length) {
        marks[i + 1] |= (byte) (two >>> 4 << shift);
      }
    }
  }
}
