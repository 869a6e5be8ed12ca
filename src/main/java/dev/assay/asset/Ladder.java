package dev.assay.asset;

import java.util.ArrayList;
import java.util.List;

/// Which smaller forms of a picture a site offers.
///
/// @param widths  in pixels, rising, at least one
/// @param quality of lossy forms, 1 to 100
/// @param webp    whether forms are offered as WebP, with one in the picture's own format for whoever cannot read that
public record Ladder(List<Integer> widths, int quality, boolean webp) {
  /// Names the way in which forms are made: another way, another name of each file. To be raised with every change of bytes.
  public static final int VERSION = 1;

  /// Files below this many bytes are as small as they need to be.
  private static final int SMALL = 24 * 1024;

  /// The width of what programs get that take one form only: feed readers, and sites that show a card of a page.
  private static final int USUAL = 1000;

  public Ladder {
    widths = List.copyOf(widths);
    if (widths.isEmpty() || quality < 1 || quality > 100) {
      throw new IllegalArgumentException("widths " + widths + ", quality " + quality);
    }
  }

  /// The forms to be made of a picture, none of them larger than it.
  ///
  /// @param set   for browsers to choose from, rising
  /// @param plain for everyone else, in the picture's own format; none where the picture itself serves
  public record Forms(List<Form> set, List<Form> plain) {
    static final Forms NONE = new Forms(List.of(), List.of());

    public Forms {
      set = List.copyOf(set);
      plain = List.copyOf(plain);
    }

    /// True when nothing is to be made.
    public boolean isEmpty() {
      return set.isEmpty() && plain.isEmpty();
    }
  }

  /// The forms of a picture.
  ///
  /// @param bytes the size of its file
  public Forms of(ImageInfo info, long bytes) {
    boolean readable = info.format() != ImageFormat.WEBP || webp;
    if (!info.resizable() || !readable || bytes < SMALL || info.width() <= widths.getFirst()) {
      return Forms.NONE;
    }
    ImageFormat format = webp ? ImageFormat.WEBP : info.format();
    List<Form> set = new ArrayList<>();
    for (int width : widths) {
      if (width < info.width()) {
        set.add(form(info, width, format));
      }
    }
    // As large as it is it may be smaller in another format; in its own it is there already.
    if (info.width() <= widths.getLast() && info.format() != format) {
      set.add(form(info, info.width(), format));
    }
    int usual = widths.stream().filter(width -> width >= USUAL).findFirst().orElse(widths.getLast());
    return new Forms(set, usual < info.width() ? List.of(form(info, usual, info.format())) : List.of());
  }

  /// True when browsers may be offered the picture as it is, as the largest of its forms.
  public boolean offersItself(ImageInfo info) {
    return info.width() <= widths.getLast() && (!webp || info.format() == ImageFormat.WEBP);
  }

  private static Form form(ImageInfo info, int width, ImageFormat format) {
    return new Form(width, (int) Math.max(1, Math.round((double) info.height() * width / info.width())), format);
  }
}
