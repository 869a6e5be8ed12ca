package dev.assay.asset;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/// Takes out of a picture what says where, when, by whom and with what it was made, and leaves its pixels, colours and
/// movement as they are, to the byte. How the camera was held stays, or the picture would lie on its side.
///
/// A file whose parts cannot be followed is kept as far as they can: what was not understood is not published. A file of another
/// kind stays as it is.
public final class Metadata {
  private static final Set<String> PNG_KEPT =
      Set.of(
          "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV", "cLLI", "sBIT", "bKGD", "pHYs", "hIST",
          "sPLT", "acTL", "fcTL", "fdAT");

  private Metadata() {}

  /// What stays.
  public enum Kept {
    /// Nothing that is about people or places.
    NOTHING,
    /// The names of the artist and the owner.
    COPYRIGHT,
    /// Everything.
    ALL
  }

  /// The file for readers.
  public static byte[] without(byte[] file, Kept kept) {
    if (kept == Kept.ALL) {
      return file;
    }
    return ImageFormat.of(file)
        .map(
            format ->
                switch (format) {
                  case JPEG -> jpeg(file, kept);
                  case PNG -> png(file, kept);
                  case GIF -> gif(file);
                  case WEBP -> webp(file);
                  case AVIF, HEIC, SVG -> file;
                })
        .orElse(file);
  }

  /// True for a file that says something about people or places that [#without] cannot take out.
  public static boolean staysIn(byte[] file) {
    return ImageFormat.of(file).filter(format -> format == ImageFormat.AVIF || format == ImageFormat.HEIC).isPresent()
        && new String(file, StandardCharsets.ISO_8859_1).contains("Exif\0");
  }

  private static byte[] jpeg(byte[] file, Kept kept) {
    JpegFile jpeg = JpegFile.read(file);
    Exif exif = kept == Kept.COPYRIGHT ? jpeg.exif() : jpeg.exif().withoutNames();
    ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
    out.write(0xff);
    out.write(0xd8);
    boolean told = exif.isEmpty();
    for (JpegFile.Segment segment : jpeg.segments()) {
      if (!told && !jpeg.is(segment, 0xe0, "JFIF\0")) {
        told = true;
        exif(exif, out);
      }
      if (isKept(jpeg, segment)) {
        out.write(file, segment.from(), segment.to() - segment.from());
      }
    }
    out.write(0xff);
    out.write(0xd9);
    return out.toByteArray();
  }

  private static boolean isKept(JpegFile jpeg, JpegFile.Segment segment) {
    boolean remark = segment.marker() == 0xfe;
    boolean application = segment.marker() >= 0xe0 && segment.marker() <= 0xef;
    return !remark
        && (!application || jpeg.is(segment, 0xe0, "JFIF\0") || jpeg.is(segment, 0xe2, "ICC_PROFILE\0") || jpeg.is(segment, 0xee, "Adobe"));
  }

  private static void exif(Exif exif, ByteArrayOutputStream out) {
    byte[] tiff = exif.tiff();
    int length = tiff.length + 8;
    out.write(0xff);
    out.write(0xe1);
    out.write(length >>> 8);
    out.write(length);
    out.writeBytes("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(tiff);
  }

  private static byte[] png(byte[] file, Kept kept) {
    PngFile png = PngFile.read(file);
    ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
    out.write(file, 0, 8);
    boolean ended = false;
    for (PngFile.Chunk chunk : png.chunks()) {
      boolean named = kept == Kept.COPYRIGHT && isName(file, chunk);
      if (PNG_KEPT.contains(chunk.type()) || named) {
        out.write(file, chunk.from(), chunk.to() - chunk.from());
      }
      ended |= chunk.type().equals("IEND");
    }
    if (!ended) {
      end(out);
    }
    return out.toByteArray();
  }

  private static boolean isName(byte[] file, PngFile.Chunk chunk) {
    Bytes bytes = new Bytes(file);
    return (chunk.type().equals("tEXt") || chunk.type().equals("iTXt"))
        && Stream.of("Author\0", "Copyright\0").anyMatch(name -> name.length() <= chunk.length() && bytes.is(chunk.data(), name));
  }

  private static void end(ByteArrayOutputStream out) {
    byte[] type = "IEND".getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(type);
    out.writeBytes(new byte[4]);
    out.writeBytes(type);
    for (int shift = 24; shift >= 0; shift -= 8) {
      out.write((int) (sum.getValue() >>> shift));
    }
  }

  private static byte[] gif(byte[] file) {
    GifFile gif = GifFile.read(file);
    ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
    out.write(file, 0, Math.min(gif.start(), file.length));
    for (GifFile.Block block : gif.blocks()) {
      if (!block.remark()) {
        out.write(file, block.from(), block.to() - block.from());
      }
    }
    out.write(0x3b);
    return out.toByteArray();
  }

  private static byte[] webp(byte[] file) {
    WebpFile webp = WebpFile.read(file);
    ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
    out.write(file, 0, 12);
    int extended = 0;
    for (WebpFile.Chunk chunk : webp.chunks()) {
      boolean kept = Set.of("VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP").contains(chunk.type());
      if (kept) {
        extended = extended == 0 && chunk.isExtended() ? out.size() + 8 : extended;
        out.write(file, chunk.from(), chunk.to() - chunk.from());
      }
    }
    byte[] bytes = out.toByteArray();
    for (int i = 0; i < 4; i++) {
      bytes[4 + i] = (byte) ((bytes.length - 8) >>> (8 * i));
    }
    if (extended > 0) {
      bytes[extended] = (byte) (webp.flags() & ~(WebpFile.EXIF | WebpFile.XMP));
    }
    return bytes;
  }
}
