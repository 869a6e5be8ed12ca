package dev.assay.note;

import java.util.List;

/// How a site publishes pictures.
///
/// @param resize  whether smaller forms are made
/// @param widths  of the forms, in pixels, rising, at least one
/// @param quality of lossy forms, 1 to 100
/// @param webp    whether forms are offered as WebP
/// @param sizes   how wide the text's column is, as browsers read it in `sizes`
/// @param kept    what of a picture's metadata stays, one of [#KEPT]
public record PictureSettings(boolean resize, List<Integer> widths, int quality, boolean webp, String sizes, String kept) {
  /// Nothing, the names of artist and owner, everything.
  public static final List<String> KEPT = List.of("none", "copyright", "all");

  /// What a site does that says nothing else: the column of the shipped theme on screens of one to three pixels to a point.
  public static final PictureSettings DEFAULT =
      new PictureSettings(true, List.of(480, 800, 1200, 1800), 78, true, "(min-width: 41rem) 37rem, 92vw", "none");

  public PictureSettings {
    widths = List.copyOf(widths);
    if (widths.isEmpty() || quality < 1 || quality > 100 || !KEPT.contains(kept)) {
      throw new IllegalArgumentException("widths " + widths + ", quality " + quality + ", kept " + kept);
    }
  }
}
