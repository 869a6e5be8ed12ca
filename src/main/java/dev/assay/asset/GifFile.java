package dev.assay.asset;

import java.util.ArrayList;
import java.util.List;

/// The blocks of a GIF up to its end.
///
/// @param start    where they begin, behind the colours of the whole
/// @param frames   how many pictures it holds
/// @param complete whether its end was reached
record GifFile(List<Block> blocks, int start, int frames, boolean complete) {
  /// More than an hour of moving pictures; a file of nothing but empty blocks would fill the memory with them.
  private static final int MOST = 200_000;

  /// @param remark whether it is a remark or another program's notes
  record Block(int from, int to, boolean remark) {}

  static GifFile read(byte[] file) {
    Bytes bytes = new Bytes(file);
    List<Block> blocks = new ArrayList<>();
    int start = 13 + colours(bytes.u8(10));
    int at = start;
    int frames = 0;
    while (at < file.length && blocks.size() < MOST) {
      switch (bytes.u8(at)) {
        case 0x3b -> {
          return new GifFile(blocks, start, frames, true);
        }
        case 0x21 -> {
          int end = behind(bytes, at + 2);
          int label = bytes.u8(at + 1);
          boolean moves = bytes.is(at + 3, "NETSCAPE2.0") || bytes.is(at + 3, "ANIMEXTS1.0");
          blocks.add(new Block(at, end, label == 0xfe || (label == 0xff && !moves)));
          at = end;
        }
        case 0x2c -> {
          int end = behind(bytes, at + 11 + colours(bytes.u8(at + 9)));
          blocks.add(new Block(at, end, false));
          frames++;
          at = end;
        }
        default -> {
          return new GifFile(blocks, start, frames, false);
        }
      }
      if (at > file.length) {
        // A last picture that was cut is still shown as far as it goes; a remark is no loss.
        Block last = blocks.removeLast();
        if (!last.remark()) {
          blocks.add(new Block(last.from(), file.length, false));
        }
        return new GifFile(blocks, start, frames, false);
      }
    }
    return new GifFile(blocks, start, frames, false);
  }

  private static int colours(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  /// Behind a row of pieces that each say how long they are.
  private static int behind(Bytes bytes, int from) {
    int at = from;
    while (at < bytes.length() && bytes.u8(at) != 0) {
      at += bytes.u8(at) + 1;
    }
    return at < bytes.length() ? at + 1 : bytes.length() + 1;
  }
}
