package dev.assay.asset;

import java.util.ArrayList;
import java.util.List;

/// The chunks of a WebP.
///
/// @param complete whether it is as long as it says
@SuppressWarnings("ArrayRecordComponent") // a view of bytes that are handed on and never compared
record WebpFile(byte[] file, List<Chunk> chunks, boolean complete) {
  static final int ANIMATED = 0x02;
  static final int XMP = 0x04;
  static final int EXIF = 0x08;

  /// @param to behind its last byte and the one that makes its length even
  record Chunk(String type, int from, int to) {
    int data() {
      return from + 8;
    }

    /// Whether it says what the whole file is, and whole.
    boolean isExtended() {
      return type.equals("VP8X") && to - data() >= 10;
    }
  }

  static WebpFile read(byte[] file) {
    Bytes bytes = new Bytes(file);
    long end = Math.min(file.length, bytes.u32Little(4) + 8);
    List<Chunk> chunks = new ArrayList<>();
    long at = 12;
    while (at + 8 <= end) {
      long length = bytes.u32Little(at + 4);
      long to = at + 8 + length + (length & 1);
      if (at + 8 + length > file.length) {
        String type = bytes.text((int) at, 4);
        if (type.equals("VP8 ") || type.equals("VP8L") || type.equals("ANMF")) {
          chunks.add(new Chunk(type, (int) at, file.length));
        }
        return new WebpFile(file, chunks, false);
      }
      chunks.add(new Chunk(bytes.text((int) at, 4), (int) at, (int) Math.min(to, file.length)));
      at = to;
    }
    return new WebpFile(file, chunks, bytes.u32Little(4) + 8 <= file.length && !chunks.isEmpty());
  }

  /// The flags of the extended form; 0 without one.
  int flags() {
    return chunks.stream().filter(Chunk::isExtended).findFirst().map(chunk -> new Bytes(file).u8(chunk.data())).orElse(0);
  }

  /// Width and height, or two zeros where the part that says them ends too soon: what comes behind it is of another part.
  int[] size() {
    Bytes bytes = new Bytes(file);
    for (Chunk chunk : chunks) {
      int at = chunk.data();
      if (chunk.to() - at < leastOf(chunk.type())) {
        continue;
      }
      switch (chunk.type()) {
        case "VP8X" -> {
          return new int[] {bytes.u24Little(at + 4) + 1, bytes.u24Little(at + 7) + 1};
        }
        case "VP8 " -> {
          return new int[] {bytes.u16Little(at + 6) & 0x3fff, bytes.u16Little(at + 8) & 0x3fff};
        }
        case "VP8L" -> {
          long bits = bytes.u32Little(at + 1);
          return new int[] {(int) (bits & 0x3fff) + 1, (int) (bits >> 14 & 0x3fff) + 1};
        }
        default -> {}
      }
    }
    return new int[] {0, 0};
  }

  /// How many bytes a part has that says how large the picture is.
  private static int leastOf(String type) {
    return type.equals("VP8L") ? 5 : 10;
  }
}
