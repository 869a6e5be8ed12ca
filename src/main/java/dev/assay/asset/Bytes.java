package dev.assay.asset;

import java.nio.charset.StandardCharsets;

/// Numbers and words in a file. Behind its end everything is 0, so that whoever reads a file that is cut off meets nonsense that
/// it must refuse anyway, and never an exception.
@SuppressWarnings("ArrayRecordComponent") // a view of bytes that are handed on and never compared
record Bytes(byte[] file) {
  int length() {
    return file.length;
  }

  int u8(long at) {
    return at >= 0 && at < file.length ? file[(int) at] & 0xff : 0;
  }

  int u16(long at) {
    return u8(at) << 8 | u8(at + 1);
  }

  int u16Little(long at) {
    return u8(at) | u8(at + 1) << 8;
  }

  int u24Little(long at) {
    return u16Little(at) | u8(at + 2) << 16;
  }

  long u32(long at) {
    return (long) u16(at) << 16 | u16(at + 2);
  }

  long u32Little(long at) {
    return (long) u16Little(at + 2) << 16 | u16Little(at);
  }

  /// True when some characters of one byte each stand there.
  boolean is(long at, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (at + i >= file.length || u8(at + i) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// Some bytes as characters.
  String text(int at, int length) {
    int from = Math.min(at, file.length);
    return new String(file, from, Math.clamp(length, 0, file.length - from), StandardCharsets.ISO_8859_1);
  }
}
