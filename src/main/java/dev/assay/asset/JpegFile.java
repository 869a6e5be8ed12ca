package dev.assay.asset;

import java.util.ArrayList;
import java.util.List;

/// The segments of a JPEG up to its end. What lies behind, a second picture or a film that a telephone put there with its own
/// place and time, is no part of it.
///
/// @param complete whether its end was reached
@SuppressWarnings("ArrayRecordComponent") // a view of bytes that are handed on and never compared
record JpegFile(byte[] file, List<Segment> segments, boolean complete) {
  private static final int SOS = 0xda;

  /// Far more than any camera or editor writes; a file of nothing but markers would fill the memory with them.
  private static final int MOST = 50_000;

  /// @param marker the second byte of its marker
  /// @param from   where its marker begins
  /// @param to     where the next one begins
  record Segment(int marker, int from, int to) {
    /// Says how large the picture is.
    boolean isFrame() {
      return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /// A frame that decoders at hand read: baseline, extended or progressive, with Huffman's codes.
    boolean isUsual() {
      return marker >= 0xc0 && marker <= 0xc2;
    }
  }

  static JpegFile read(byte[] file) {
    Bytes bytes = new Bytes(file);
    List<Segment> segments = new ArrayList<>();
    int at = 2;
    while (at + 1 < file.length && segments.size() < MOST) {
      // Stray bytes between segments are passed over, as browsers do.
      while (at + 1 < file.length && (bytes.u8(at) != 0xff || bytes.u8(at + 1) == 0xff || bytes.u8(at + 1) == 0)) {
        at++;
      }
      int from = at;
      int marker = bytes.u8(at + 1);
      if (marker == 0xd9) {
        return new JpegFile(file, segments, true);
      }
      boolean alone = marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8);
      int length = alone ? 0 : bytes.u16(at + 2);
      int to = at + 2 + length;
      if ((!alone && length < 2) || to > file.length) {
        return new JpegFile(file, segments, false);
      }
      int end = marker == SOS ? scanEnd(file, to) : to;
      segments.add(new Segment(marker, from, end));
      at = end;
    }
    return new JpegFile(file, segments, false);
  }

  /// The end of a scan's data: the next marker that is none of its own.
  private static int scanEnd(byte[] file, int from) {
    for (int i = from; i + 1 < file.length; i++) {
      if (file[i] == (byte) 0xff) {
        int next = file[i + 1] & 0xff;
        if (next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
          return i;
        }
      }
    }
    return file.length;
  }

  boolean is(Segment segment, int marker, String name) {
    return segment.marker() == marker && data(segment) + name.length() <= segment.to() && new Bytes(file).is(data(segment), name);
  }

  /// Where the data of a segment begins.
  int data(Segment segment) {
    return segment.from() + 4;
  }

  /// What its camera wrote.
  Exif exif() {
    return segments.stream()
        .filter(segment -> is(segment, 0xe1, "Exif\0\0"))
        .findFirst()
        .map(segment -> Exif.read(file, data(segment) + 6, segment.to()))
        .orElse(Exif.NONE);
  }
}
