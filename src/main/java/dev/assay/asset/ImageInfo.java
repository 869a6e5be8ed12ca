package dev.assay.asset;

/// What the head of a picture says of it.
///
/// @param width       pixels as a reader sees it, turned the way its camera was held
/// @param height      the same
/// @param orientation how its pixels have to be turned for that, as EXIF counts: 1 for not at all, up to 8
/// @param animated    whether it moves
/// @param resizable   whether smaller forms can be made of it: not of what moves, of drawings, and of rare kinds
public record ImageInfo(ImageFormat format, int width, int height, int orientation, boolean animated, boolean resizable) {
  public ImageInfo {
    if (width < 1 || height < 1 || orientation < 1 || orientation > 8) {
      throw new IllegalArgumentException("a picture of " + width + " × " + height + " turned " + orientation);
    }
  }

  /// Whether its rows are columns for a reader.
  boolean lies() {
    return orientation >= 5;
  }

  /// The width of its pixels as they lie in the file.
  int fileWidth() {
    return lies() ? height : width;
  }

  /// The height of its pixels as they lie in the file.
  int fileHeight() {
    return lies() ? width : height;
  }
}
