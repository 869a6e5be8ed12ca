package dev.assay.asset;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Reads the pixels of a picture.
final class Decoder {
  private static final int LARGEST_PROFILE = 4 << 20;

  private Decoder() {}

  /// @param rows    the pixels as they lie in the file
  /// @param profile what its colours mean; absent when that is what screens show anyway
  record Decoded(Rows rows, Optional<ICC_Profile> profile) {}

  /// @param step takes each so-many-th pixel of each so-many-th row
  static Decoded read(byte[] file, ImageFormat format, int step) throws IOException {
    ImageReader reader = reader(format);
    try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(stream, true, true);
      ImageReadParam how = reader.getDefaultReadParam();
      how.setSourceSubsampling(step, step, 0, 0);
      BufferedImage image = reader.read(0, how);
      return new Decoded(rows(image), profile(image, file, format));
    } finally {
      reader.dispose();
    }
  }

  private static ImageReader reader(ImageFormat format) throws IOException {
    return switch (format) {
      case JPEG -> IIORegistry.getDefaultInstance().getServiceProviderByClass(JPEGImageReaderSpi.class).createReaderInstance();
      case WEBP -> new WebPImageReaderSpi().createReaderInstance();
      case PNG -> {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
        if (!readers.hasNext()) {
          throw new IOException("this Java reads no PNG");
        }
        yield readers.next();
      }
      case GIF, AVIF, HEIC, SVG -> throw new IllegalArgumentException("no smaller forms are made of " + format);
    };
  }

  private static Rows rows(BufferedImage image) {
    Raster raster = image.getRaster();
    ColorModel colours = image.getColorModel();
    boolean plain = colours instanceof ComponentColorModel && !colours.isAlphaPremultiplied() && raster.getNumBands() <= 4;
    if (!plain) {
      return new Painted(image, colours.hasAlpha() ? 4 : 3);
    }
    boolean bytes = raster.getSampleModel() instanceof PixelInterleavedSampleModel && raster.getDataBuffer() instanceof DataBufferByte;
    return bytes ? Interleaved.of(raster) : new Sampled(raster, raster.getSampleModel().getSampleSize(0));
  }

  /// Bytes that lie as they are wanted, but for the order in which a pixel's colours stand.
  @SuppressWarnings("ArrayRecordComponent") // a view of the picture's own memory
  private record Interleaved(int width, int height, int bands, byte[] data, int start, int line, int step, int[] offsets) implements Rows {
    static Interleaved of(Raster raster) {
      PixelInterleavedSampleModel model = (PixelInterleavedSampleModel) raster.getSampleModel();
      DataBufferByte buffer = (DataBufferByte) raster.getDataBuffer();
      int start = buffer.getOffset() - raster.getSampleModelTranslateY() * model.getScanlineStride() - raster.getSampleModelTranslateX() * model.getPixelStride();
      return new Interleaved(
          raster.getWidth(), raster.getHeight(), raster.getNumBands(), buffer.getData(), start, model.getScanlineStride(), model.getPixelStride(), model.getBandOffsets());
    }

    @Override
    public void row(int y, byte[] out) {
      for (int k = 0; k < bands; k++) {
        int at = start + y * line + offsets[k];
        for (int i = k; i < width * bands; i += bands) {
          out[i] = data[at];
          at += step;
        }
      }
    }
  }

  /// Samples of any depth. Grey is taken as it is: Java's own idea of grey would make it lighter.
  private record Sampled(Raster raster, int bits) implements Rows {
    @Override
    public int width() {
      return raster.getWidth();
    }

    @Override
    public int height() {
      return raster.getHeight();
    }

    @Override
    public int bands() {
      return raster.getNumBands();
    }

    @Override
    public void row(int y, byte[] out) {
      int[] samples = raster.getPixels(raster.getMinX(), raster.getMinY() + y, width(), 1, new int[width() * bands()]);
      long most = (1L << Math.min(bits, 31)) - 1;
      for (int i = 0; i < samples.length; i++) {
        out[i] = (byte) ((samples[i] * 255L + most / 2) / most);
      }
    }
  }

  /// Colours from a table, or packed.
  private record Painted(BufferedImage image, int bands) implements Rows {
    @Override
    public int width() {
      return image.getWidth();
    }

    @Override
    public int height() {
      return image.getHeight();
    }

    @Override
    public void row(int y, byte[] out) {
      int[] colours = image.getRGB(0, y, width(), 1, new int[width()], 0, width());
      for (int x = 0; x < colours.length; x++) {
        out[x * bands] = (byte) (colours[x] >> 16);
        out[x * bands + 1] = (byte) (colours[x] >> 8);
        out[x * bands + 2] = (byte) colours[x];
        if (bands == 4) {
          out[x * bands + 3] = (byte) (colours[x] >>> 24);
        }
      }
    }
  }

  private static Optional<ICC_Profile> profile(BufferedImage image, byte[] file, ImageFormat format) {
    ColorSpace space = image.getColorModel().getColorSpace();
    boolean own = space instanceof ICC_ColorSpace && !space.isCS_sRGB() && space.getType() == ColorSpace.TYPE_RGB;
    byte[] profile =
        own
            ? ((ICC_ColorSpace) space).getProfile().getData()
            : switch (format) {
              case PNG -> pngProfile(file);
              case WEBP -> webpProfile(file);
              case JPEG, GIF, AVIF, HEIC, SVG -> new byte[0];
            };
    // Most profiles are the usual one under one of its names.
    String text = new Bytes(profile).text(0, profile.length).replace("\0", "");
    boolean usual = text.contains("sRGB") && !text.toLowerCase(Locale.ROOT).contains("linear");
    if (profile.length == 0 || usual || !new Bytes(profile).is(16, "RGB ")) {
      return Optional.empty();
    }
    try {
      return Optional.of(ICC_Profile.getInstance(profile));
    } catch (IllegalArgumentException _) {
      // Browsers pass over a profile that is damaged as well.
      return Optional.empty();
    }
  }

  private static byte[] pngProfile(byte[] file) {
    Optional<PngFile.Chunk> chunk = PngFile.read(file).chunks().stream().filter(each -> each.type().equals("iCCP")).findFirst();
    if (chunk.isEmpty()) {
      return new byte[0];
    }
    int name = chunk.get().data();
    while (name < chunk.get().to() && file[name] != 0) {
      name++;
    }
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(file, name + 2, Math.max(0, chunk.get().to() - 4 - name - 2));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] some = new byte[8192];
      int count = inflater.inflate(some);
      while (count > 0 && out.size() < LARGEST_PROFILE) {
        out.write(some, 0, count);
        count = inflater.inflate(some);
      }
      return inflater.finished() ? out.toByteArray() : new byte[0];
    } catch (DataFormatException _) {
      return new byte[0];
    }
  }

  private static byte[] webpProfile(byte[] file) {
    return WebpFile.read(file).chunks().stream()
        .filter(chunk -> chunk.type().equals("ICCP"))
        .findFirst()
        .map(chunk -> Arrays.copyOfRange(file, chunk.data(), chunk.to()))
        .orElse(new byte[0]);
  }
}
