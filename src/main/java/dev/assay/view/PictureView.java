package dev.assay.view;

/// A picture in the forms that browsers choose from.
///
/// @param src    the address for whoever does not choose; empty when there is no picture
/// @param type   the media type of the forms where it is another than that of `src`; then they belong to a `source` in a `picture`
/// @param set    the forms and their widths, ready for `srcset`; empty when there is one only
/// @param sizes  how wide it will be shown, ready for `sizes`
/// @param width  of the picture, in pixels; 0 when it is not known
/// @param height the same
public record PictureView(String src, String type, String set, String sizes, int width, int height) {
  /// No picture.
  public static final PictureView NONE = new PictureView("", "", "", "", 0, 0);
}
