package dev.assay.asset;

/// A picture that gives its pixels row by row.
interface Rows {
  int width();

  int height();

  /// Bytes of a pixel, 1 to 4; with 2 and 4 the last is alpha.
  int bands();

  /// Writes a row into a buffer.
  void row(int y, byte[] out);
}
