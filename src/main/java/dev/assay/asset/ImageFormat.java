package dev.assay.asset;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The formats of pictures that browsers show, and one that they do not but cameras write.
public enum ImageFormat {
  JPEG("JPEG", "image/jpeg", "jpg", "jpeg", "jpe", "jfif"),
  PNG("PNG", "image/png", "png", "apng"),
  GIF("GIF", "image/gif", "gif"),
  WEBP("WebP", "image/webp", "webp"),
  AVIF("AVIF", "image/avif", "avif"),
  HEIC("HEIC", "image/heic", "heic", "heif"),
  SVG("SVG", "image/svg+xml", "svg");

  private static final int SVG_HEAD = 64 * 1024;

  /// What may stand before the root of a drawing.
  private static final Pattern ROOT =
      Pattern.compile("(?:\u00ef\u00bb\u00bf|\u00fe\u00ff|\u00ff\u00fe)?(?:\\s++|<\\?(?s:.*?)\\?>|<!--(?s:.*?)-->|<!DOCTYPE[^\\[>]*+(?:\\[[^\\]]*+\\]\\s*+)?>)*+<(?:[A-Za-z_][\\w.-]*:)?svg[\\s/>]");

  private final String title;
  private final String type;
  @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
  private final List<String> endings;

  ImageFormat(String title, String type, String... endings) {
    this.title = title;
    this.type = type;
    this.endings = List.of(endings);
  }

  /// What people call it.
  public String title() {
    return title;
  }

  /// Its media type.
  public String type() {
    return type;
  }

  /// The ending that files of this format are given.
  public String ending() {
    return endings.getFirst();
  }

  /// What the name of a file says that it is; absent for names of other files.
  public static Optional<ImageFormat> ofName(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    for (ImageFormat format : values()) {
      if (format.endings.contains(ending)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /// What a file is by its first bytes, whatever its name says; absent for anything else.
  public static Optional<ImageFormat> of(byte[] file) {
    Bytes bytes = new Bytes(file);
    if (bytes.u8(0) == 0xff && bytes.u8(1) == 0xd8 && bytes.u8(2) == 0xff) {
      return Optional.of(JPEG);
    }
    if (bytes.is(0, "\u0089PNG\r\n\u001a\n")) {
      return Optional.of(PNG);
    }
    if (bytes.is(0, "GIF87a") || bytes.is(0, "GIF89a")) {
      return Optional.of(GIF);
    }
    if (bytes.is(0, "RIFF") && bytes.is(8, "WEBP")) {
      return Optional.of(WEBP);
    }
    if (bytes.is(4, "ftyp")) {
      String brands = bytes.text(8, Math.clamp(bytes.u32(0), 12, 64) - 8);
      return brands.contains("avif") || brands.contains("avis")
          ? Optional.of(AVIF)
          : brands.contains("heic") || brands.contains("heix") || brands.contains("mif1") ? Optional.of(HEIC) : Optional.empty();
    }
    return isSvg(file) ? Optional.of(SVG) : Optional.empty();
  }

  /// True for a drawing, and for what is published under the name of one without being any picture: browsers read it as one.
  public static boolean isDrawing(byte[] file, String name) {
    Optional<ImageFormat> format = of(file);
    return format.isPresent() ? format.get() == SVG : name.toLowerCase(Locale.ROOT).endsWith(".svg");
  }

  private static boolean isSvg(byte[] file) {
    String head = new String(file, 0, Math.min(file.length, SVG_HEAD), StandardCharsets.ISO_8859_1).replace("\0", "");
    return ROOT.matcher(head).lookingAt();
  }
}
