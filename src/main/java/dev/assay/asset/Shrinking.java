package dev.assay.asset;

/// Makes a picture smaller: each pixel is the mean of the area that it covers. Everything is counted in whole numbers, so the
/// same comes out on every machine. What can be seen through counts for its colour only as far as it covers.
final class Shrinking {
  private final Rows from;
  private final int width;
  private final int height;
  private final int bands;
  private final boolean alpha;
  private final byte[] row;
  /// The sums of one row of the source, over the columns of the target.
  private final long[] across;
  /// The sums over the rows of the source that one row of the target covers.
  private final long[] down;
  private final byte[] data;

  private Shrinking(Rows from, int width, int height) {
    this.from = from;
    this.width = width;
    this.height = height;
    this.bands = from.bands();
    this.alpha = bands == 2 || bands == 4;
    this.row = new byte[from.width() * bands];
    this.across = new long[(width + 1) * bands];
    this.down = new long[(width + 1) * bands];
    this.data = new byte[Math.multiplyExact(Math.multiplyExact(width, height), bands)];
  }

  /// @param width  at most that of the source
  /// @param height at most that of the source
  static Pixels to(Rows from, int width, int height) {
    if (width > from.width() || height > from.height()) {
      throw new IllegalArgumentException("from " + from.width() + " × " + from.height() + " to " + width + " × " + height);
    }
    return new Shrinking(from, width, height).run();
  }

  private Pixels run() {
    // A row of the source is `height` units high, a row of the target as many as the source has rows.
    long end = from.height();
    int target = 0;
    for (int y = 0; y < from.height(); y++) {
      from.row(y, row);
      java.util.Arrays.fill(across, 0);
      if (alpha) {
        veiled();
      } else {
        opaque();
      }
      long top = (long) y * height;
      long bottom = top + height;
      long above = Math.min(bottom, end) - top;
      add(above);
      if (bottom >= end) {
        finish(target++);
        end += from.height();
        add(height - above);
      }
    }
    return new Pixels(width, height, bands, data);
  }

  private void opaque() {
    int source = from.width();
    long end = source;
    int at = 0;
    long left = 0;
    for (int i = 0; i < row.length; i += bands) {
      long right = left + width;
      if (right < end) {
        for (int k = 0; k < bands; k++) {
          across[at + k] += (long) (row[i + k] & 0xff) * width;
        }
      } else {
        long inside = end - left;
        for (int k = 0; k < bands; k++) {
          long value = row[i + k] & 0xff;
          across[at + k] += value * inside;
          across[at + bands + k] += value * (width - inside);
        }
        at += bands;
        end += source;
      }
      left = right;
    }
  }

  private void veiled() {
    int source = from.width();
    int colours = bands - 1;
    long end = source;
    int at = 0;
    long left = 0;
    for (int i = 0; i < row.length; i += bands) {
      long right = left + width;
      long cover = row[i + colours] & 0xff;
      long inside = Math.min(right, end) - left;
      for (int k = 0; k < bands; k++) {
        long value = k == colours ? cover : (row[i + k] & 0xff) * cover;
        across[at + k] += value * inside;
        across[at + bands + k] += value * (width - inside);
      }
      if (right >= end) {
        at += bands;
        end += source;
      }
      left = right;
    }
  }

  private void add(long weight) {
    if (weight > 0) {
      for (int i = 0; i < width * bands; i++) {
        down[i] += across[i] * weight;
      }
    }
  }

  private void finish(int target) {
    long area = (long) from.width() * from.height();
    int out = target * width * bands;
    if (alpha) {
      for (int i = 0; i < width * bands; i += bands) {
        long cover = down[i + bands - 1];
        for (int k = 0; k < bands - 1; k++) {
          data[out + i + k] = (byte) (cover == 0 ? 0 : (down[i + k] + cover / 2) / cover);
        }
        data[out + i + bands - 1] = (byte) ((cover + area / 2) / area);
      }
    } else {
      for (int i = 0; i < width * bands; i++) {
        data[out + i] = (byte) ((down[i] + area / 2) / area);
      }
    }
    java.util.Arrays.fill(down, 0);
  }
}
