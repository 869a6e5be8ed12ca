package dev.assay.feed;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The size of a picture as its file says it, read from the head without decoding the picture.
///
/// @param width  pixels, at least 1
/// @param height pixels, at least 1
public record PictureSize(int width, int height) {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /// The size of a PNG, GIF or JPEG; absent for anything else and for a file that is cut off before its size.
  public static Optional<PictureSize> of(byte[] file) {
    Optional<PictureSize> size =
        begins(file, PNG)
            ? png(file)
            : begins(file, "GIF8".getBytes(StandardCharsets.US_ASCII)) ? gif(file) : jpeg(file);
    return size.filter(found -> found.width >= 1 && found.height >= 1);
  }

  private static Optional<PictureSize> png(byte[] file) {
    return file.length < 24
        ? Optional.empty()
        : Optional.of(
            new PictureSize(two(file, 16) << 16 | two(file, 18), two(file, 20) << 16 | two(file, 22)));
  }

  private static Optional<PictureSize> gif(byte[] file) {
    return file.length < 10
        ? Optional.empty()
        : Optional.of(
            new PictureSize(one(file, 6) | one(file, 7) << 8, one(file, 8) | one(file, 9) << 8));
  }

  /// Goes from segment to segment until one that begins a frame, which has the size.
  private static Optional<PictureSize> jpeg(byte[] file) {
    if (file.length < 4 || two(file, 0) != 0xFFD8) {
      return Optional.empty();
    }
    int at = 2;
    while (at + 9 <= file.length && one(file, at) == 0xFF) {
      int marker = one(file, at + 1);
      boolean tables = marker == 0xC4 || marker == 0xC8 || marker == 0xCC;
      if (marker >= 0xC0 && marker <= 0xCF && !tables) {
        return Optional.of(new PictureSize(two(file, at + 7), two(file, at + 5)));
      }
      boolean padding = marker == 0xFF;
      boolean alone = marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
      at += padding ? 1 : alone ? 2 : 2 + Math.max(2, two(file, at + 2));
    }
    return Optional.empty();
  }

  private static boolean begins(byte[] file, byte[] start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= file.length || file[i] != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static int one(byte[] file, int at) {
    return file[at] & 0xff;
  }

  private static int two(byte[] file, int at) {
    return one(file, at) << 8 | one(file, at + 1);
  }
}
