package dev.assay.asset;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What of a camera's notes readers need: how it was held, and, where a site wants it, whose picture it is.
///
/// @param orientation 1 to 8
/// @param artist      bytes as they were written; empty for none
/// @param copyright   the same
@SuppressWarnings("ArrayRecordComponent") // handed from a reader to a writer
record Exif(int orientation, byte[] artist, byte[] copyright) {
  static final Exif NONE = new Exif(1, new byte[0], new byte[0]);

  private static final int ORIENTATION = 0x0112;
  private static final int ARTIST = 0x013b;
  private static final int COPYRIGHT = 0x8298;
  private static final int MOST_ENTRIES = 512;
  private static final int LONGEST = 1024;

  /// Reads the first directory of a TIFF structure; what cannot be read is not there.
  static Exif read(byte[] file, int from, int to) {
    byte[] tiff = from < to ? Arrays.copyOfRange(file, from, to) : new byte[0];
    Bytes bytes = new Bytes(tiff);
    boolean little = bytes.is(0, "II*\0");
    if (!little && !bytes.is(0, "MM\0*")) {
      return NONE;
    }
    long directory = little ? bytes.u32Little(4) : bytes.u32(4);
    int entries = Math.min(MOST_ENTRIES, little ? bytes.u16Little(directory) : bytes.u16(directory));
    int orientation = 1;
    byte[] artist = new byte[0];
    byte[] copyright = new byte[0];
    for (int i = 0; i < entries; i++) {
      long at = directory + 2 + 12L * i;
      int tag = little ? bytes.u16Little(at) : bytes.u16(at);
      if (tag == ORIENTATION) {
        int value = little ? bytes.u16Little(at + 8) : bytes.u16(at + 8);
        orientation = value >= 1 && value <= 8 ? value : 1;
      } else if (tag == ARTIST || tag == COPYRIGHT) {
        long count = little ? bytes.u32Little(at + 4) : bytes.u32(at + 4);
        long place = count <= 4 ? at + 8 : little ? bytes.u32Little(at + 8) : bytes.u32(at + 8);
        byte[] text = count > 0 && count <= LONGEST && place + count <= tiff.length ? Arrays.copyOfRange(tiff, (int) place, (int) (place + count)) : new byte[0];
        artist = tag == ARTIST ? text : artist;
        copyright = tag == COPYRIGHT ? text : copyright;
      }
    }
    return new Exif(orientation, artist, copyright);
  }

  /// The same without names.
  Exif withoutNames() {
    return new Exif(orientation, new byte[0], new byte[0]);
  }

  boolean isEmpty() {
    return orientation == 1 && artist.length == 0 && copyright.length == 0;
  }

  /// A TIFF structure that says this and nothing else.
  byte[] tiff() {
    int count = (orientation == 1 ? 0 : 1) + (artist.length == 0 ? 0 : 1) + (copyright.length == 0 ? 0 : 1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("MM\0*".getBytes(StandardCharsets.ISO_8859_1));
    four(8, out);
    two(count, out);
    ByteArrayOutputStream behind = new ByteArrayOutputStream();
    int start = 8 + 2 + 12 * count + 4;
    if (orientation != 1) {
      two(ORIENTATION, out);
      two(3, out);
      four(1, out);
      two(orientation, out);
      two(0, out);
    }
    text(ARTIST, artist, start, out, behind);
    text(COPYRIGHT, copyright, start, out, behind);
    four(0, out);
    out.writeBytes(behind.toByteArray());
    return out.toByteArray();
  }

  private static void text(int tag, byte[] text, int start, ByteArrayOutputStream out, ByteArrayOutputStream behind) {
    if (text.length > 0) {
      two(tag, out);
      two(2, out);
      four(text.length, out);
      if (text.length <= 4) {
        out.writeBytes(Arrays.copyOf(text, 4));
      } else {
        four(start + behind.size(), out);
        behind.writeBytes(text);
      }
    }
  }

  private static void two(int value, ByteArrayOutputStream out) {
    out.write(value >>> 8);
    out.write(value);
  }

  private static void four(int value, ByteArrayOutputStream out) {
    two(value >>> 16, out);
    two(value & 0xffff, out);
  }
}
