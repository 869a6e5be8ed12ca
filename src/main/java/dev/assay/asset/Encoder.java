package dev.assay.asset;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Writes pixels as a file without any metadata.
final class Encoder {
  /// A drawing comes to fewer bytes a pixel without loss than this; what comes to more is a photograph.
  private static final double DRAWN = 0.7;

  private Encoder() {}

  /// Whether some pixels are rather drawn than photographed: few colours, sharp edges, large even areas.
  static boolean isDrawn(Pixels pixels, int quality) throws IOException {
    return webp(pixels, quality, true).length < DRAWN * pixels.width() * pixels.height();
  }

  /// @param drawn whether it is a drawing, whose edges lossy forms blur
  static byte[] write(Pixels pixels, ImageFormat format, int quality, boolean drawn) throws IOException {
    return switch (format) {
      case JPEG -> jpeg(pixels, quality);
      case PNG -> png(pixels);
      case WEBP -> webp(pixels, quality, drawn);
      case GIF, AVIF, HEIC, SVG -> throw new IllegalArgumentException("no " + format + " is written");
    };
  }

  private static byte[] jpeg(Pixels pixels, int quality) throws IOException {
    ImageWriter writer = writer("jpeg");
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionQuality(quality / 100f);
    how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    return write(writer, how, image(pixels, pixels.bands() <= 2 ? 1 : 3));
  }

  private static byte[] png(Pixels pixels) throws IOException {
    ImageWriter writer = writer("png");
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionQuality(0);
    return write(writer, how, image(pixels, pixels.bands() == 2 ? 4 : pixels.bands()));
  }

  private static byte[] webp(Pixels pixels, int quality, boolean lossless) throws IOException {
    WebPWriteParam how = new WebPWriteParam(Locale.ROOT);
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionType(lossless ? CompressionType.Lossless : CompressionType.Lossy);
    how.setCompressionQuality(lossless ? 0.5f : quality / 100f);
    how.setMethod(lossless ? 3 : 4);
    boolean alpha = pixels.bands() == 2 || pixels.bands() == 4;
    return write(new WebPImageWriterSpi().createWriterInstance(), how, image(pixels, alpha ? 4 : 3));
  }

  private static ImageWriter writer(String format) throws IOException {
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
    while (writers.hasNext()) {
      ImageWriter writer = writers.next();
      // Java's own: what else is on the path decides nothing.
      if (writer.getClass().getName().startsWith("com.sun.imageio.")) {
        return writer;
      }
    }
    throw new IOException("this Java writes no " + format);
  }

  private static byte[] write(ImageWriter writer, ImageWriteParam how, BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  private static BufferedImage image(Pixels pixels, int bands) {
    int type =
        switch (bands) {
          case 1 -> BufferedImage.TYPE_BYTE_GRAY;
          case 3 -> BufferedImage.TYPE_3BYTE_BGR;
          default -> BufferedImage.TYPE_4BYTE_ABGR;
        };
    BufferedImage image = new BufferedImage(pixels.width(), pixels.height(), type);
    byte[] out = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    byte[] in = pixels.data();
    int from = pixels.bands();
    boolean grey = from <= 2;
    for (int i = 0, o = 0; i < in.length; i += from, o += bands) {
      if (bands == 1) {
        out[o] = in[i];
      } else {
        int first = bands == 4 ? 1 : 0;
        out[o + first] = in[grey ? i : i + 2];
        out[o + first + 1] = in[grey ? i : i + 1];
        out[o + first + 2] = in[i];
        if (bands == 4) {
          out[o] = from == 2 || from == 4 ? in[i + from - 1] : (byte) 0xff;
        }
      }
    }
    return image;
  }
}
