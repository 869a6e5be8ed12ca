package dev.assay.asset;

/// Pixels in rows from the top, each of some bytes: grey, grey and alpha, red green blue, or these and alpha.
///
/// @param bands bytes of a pixel, 1 to 4
@SuppressWarnings("ArrayRecordComponent") // millions of bytes, handed on and never compared
record Pixels(int width, int height, int bands, byte[] data) implements Rows {
  @Override
  public void row(int y, byte[] out) {
    System.arraycopy(data, y * width * bands, out, 0, width * bands);
  }

  /// Turned the way the camera was held.
  Pixels turned(int orientation) {
    if (orientation == 1) {
      return this;
    }
    boolean lies = orientation >= 5;
    int w = lies ? height : width;
    int h = lies ? width : height;
    byte[] turned = new byte[data.length];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        int fromX =
            switch (orientation) {
              case 2, 3 -> width - 1 - x;
              case 5, 6 -> y;
              case 7, 8 -> width - 1 - y;
              default -> x;
            };
        int fromY =
            switch (orientation) {
              case 3, 4 -> height - 1 - y;
              case 5, 8 -> x;
              case 6, 7 -> height - 1 - x;
              default -> y;
            };
        System.arraycopy(data, (fromY * width + fromX) * bands, turned, (y * w + x) * bands, bands);
      }
    }
    return new Pixels(w, h, bands, turned);
  }
}
