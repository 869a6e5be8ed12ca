package dev.assay.asset;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Looks at the head of a picture, and at whether the rest is there, without decoding it.
public final class ImageHead {
  /// The most pixels that a picture may have: ten times what a good camera makes. What a head promises beyond is refused before
  /// anything is decoded, since a file of a few bytes can promise any size.
  public static final long MOST_PIXELS = 120_000_000;

  private ImageHead() {}

  /// Looks at a file.
  ///
  /// @param name its name, which should say what it is
  public static Looked at(byte[] file, String name) {
    Optional<ImageFormat> format = ImageFormat.of(file);
    if (format.isEmpty()) {
      return foreign(file, name);
    }
    Looked looked =
        switch (format.get()) {
          case JPEG -> jpeg(file);
          case PNG -> png(file);
          case GIF -> gif(file);
          case WEBP -> webp(file);
          case AVIF, HEIC -> boxes(file, format.get());
          case SVG -> SvgSize.of(file);
        };
    return looked instanceof Looked.Found(ImageInfo info) && (long) info.width() * info.height() > MOST_PIXELS && info.format() != ImageFormat.SVG
        ? new Looked.Faulty(
            "says that it has " + info.width() + " × " + info.height() + " pixels, more than the " + MOST_PIXELS / 1_000_000 + " million that are taken",
            "make it smaller before it is published")
        : looked;
  }

  private static Looked foreign(byte[] file, String name) {
    String head = new String(file, 0, Math.min(file.length, 64), StandardCharsets.ISO_8859_1);
    if (file.length == 0) {
      return new Looked.Faulty("is empty", Faults.SAVE_AGAIN);
    }
    if (head.startsWith("version https://git-lfs")) {
      return new Looked.Faulty("is not a picture but a pointer of Git LFS", "fetch the file itself: git lfs pull");
    }
    return new Looked.Faulty(
        "is not a picture that is known here" + ImageFormat.ofName(name).map(format -> ", although its name says " + format.title()).orElse(""),
        "save it as JPEG, PNG, WebP or SVG");
  }

  private static Looked found(ImageFormat format, long width, long height, int orientation, boolean animated, boolean resizable) {
    if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
      return new Looked.Faulty("is damaged: it says that it has " + width + " × " + height + " pixels", Faults.SAVE_AGAIN);
    }
    boolean lies = orientation >= 5;
    return new Looked.Found(new ImageInfo(format, (int) (lies ? height : width), (int) (lies ? width : height), orientation, animated, resizable));
  }

  private static Looked jpeg(byte[] file) {
    JpegFile jpeg = JpegFile.read(file);
    Bytes bytes = new Bytes(file);
    Optional<JpegFile.Segment> frame = jpeg.segments().stream().filter(JpegFile.Segment::isFrame).findFirst();
    boolean sized = frame.isPresent() && frame.get().to() - frame.get().from() >= 10;
    if (!jpeg.complete() || frame.isEmpty() || !sized) {
      return new Looked.Faulty(jpeg.complete() ? "is damaged: it has no pixels" : Faults.CUT, Faults.SAVE_AGAIN);
    }
    int at = jpeg.data(frame.get());
    boolean usual = frame.get().isUsual() && bytes.u8(at) == 8;
    return found(ImageFormat.JPEG, bytes.u16(at + 3), bytes.u16(at + 1), jpeg.exif().orientation(), false, usual);
  }

  private static Looked png(byte[] file) {
    PngFile png = PngFile.read(file);
    if (!png.fault().isEmpty()) {
      return new Looked.Faulty(png.fault(), Faults.SAVE_AGAIN);
    }
    // Its size stands at its beginning and nowhere else, or no program shows it.
    PngFile.Chunk size = png.chunks().getFirst();
    if (!size.type().equals("IHDR") || size.from() != 8 || size.length() != 13 || !png.has("IDAT")) {
      return new Looked.Faulty("is damaged: it has no pixels", Faults.SAVE_AGAIN);
    }
    Bytes bytes = new Bytes(file);
    boolean moves = png.has("acTL");
    return found(ImageFormat.PNG, bytes.u32(size.data()), bytes.u32(size.data() + 4), 1, moves, !moves);
  }

  private static Looked gif(byte[] file) {
    GifFile gif = GifFile.read(file);
    Bytes bytes = new Bytes(file);
    // Browsers show a GIF whose last byte is missing, and many are so.
    return gif.frames() == 0
        ? new Looked.Faulty(gif.complete() ? "is damaged: it has no pixels" : Faults.CUT, Faults.SAVE_AGAIN)
        : found(ImageFormat.GIF, bytes.u16Little(6), bytes.u16Little(8), 1, gif.frames() > 1, false);
  }

  private static Looked webp(byte[] file) {
    WebpFile webp = WebpFile.read(file);
    if (!webp.complete()) {
      return new Looked.Faulty(Faults.CUT, Faults.SAVE_AGAIN);
    }
    boolean moves = (webp.flags() & WebpFile.ANIMATED) != 0;
    int[] size = webp.size();
    return found(ImageFormat.WEBP, size[0], size[1], 1, moves, !moves);
  }

  /// The largest of the sizes that a file of boxes gives: those of tiles and thumbnails are smaller.
  private static Looked boxes(byte[] file, ImageFormat format) {
    if (format == ImageFormat.HEIC) {
      return new Looked.Faulty("is HEIC, which most browsers do not show", "save it as JPEG");
    }
    Bytes bytes = new Bytes(file);
    long width = 0;
    long height = 0;
    for (int i = 0; i + 16 <= file.length; i++) {
      if (file[i] == 'i' && bytes.is(i, "ispe") && bytes.u32(i - 4) == 20 && bytes.u32(i + 8) * bytes.u32(i + 12) > width * height) {
        width = bytes.u32(i + 8);
        height = bytes.u32(i + 12);
      }
    }
    return found(format, width, height, 1, bytes.is(8, "avis"), false);
  }
}
