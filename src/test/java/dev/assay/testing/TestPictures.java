package dev.assay.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/// Pictures made for tests, with what cameras write into them.
public final class TestPictures {
  private TestPictures() {}

  /// A picture that does not become small: a fading colour, red on the left, blue at the top, with grain.
  public static BufferedImage photograph(int width, int height, int type) {
    Random grain = new Random(7);
    BufferedImage image = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int red = 255 - 200 * x / width;
        int blue = 255 - 200 * y / height;
        image.setRGB(x, y, 0xff000000 | red << 16 | (60 + grain.nextInt(60)) << 8 | blue);
      }
    }
    return image;
  }

  /// A file of some format.
  public static byte[] file(BufferedImage image, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.setUseCache(false);
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalArgumentException("no " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static byte[] jpeg(int width, int height) {
    return file(photograph(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
  }

  public static byte[] png(int width, int height) {
    return file(photograph(width, height, BufferedImage.TYPE_INT_RGB), "png");
  }

  /// A JPEG with everything that a telephone puts into it: how it was held, whose it is, where it was, and a second picture behind it.
  public static byte[] fromATelephone(byte[] jpeg, int orientation) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    segment(0xe1, concat("Exif\0\0".getBytes(ISO_8859_1), tiff(orientation)), out);
    segment(0xe1, "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>SECRET-XMP</x:xmpmeta>".getBytes(ISO_8859_1), out);
    segment(0xed, "Photoshop 3.0\0SECRET-IPTC".getBytes(ISO_8859_1), out);
    segment(0xe2, "MPF\0SECRET-MPF".getBytes(ISO_8859_1), out);
    segment(0xfe, "SECRET-REMARK".getBytes(ISO_8859_1), out);
    out.write(jpeg, 2, jpeg.length - 2);
    out.writeBytes("SECRET-TRAILER".getBytes(ISO_8859_1));
    return out.toByteArray();
  }

  private static byte[] tiff(int orientation) {
    byte[] artist = "Jane Doe\0".getBytes(ISO_8859_1);
    byte[] place = "SECRET-GPS 37N\0".getBytes(ISO_8859_1);
    int data = 8 + 2 + 12 * 3 + 4;
    ByteBuffer out = ByteBuffer.allocate(data + artist.length + place.length);
    out.put("MM\0*".getBytes(ISO_8859_1)).putInt(8).putShort((short) 3);
    out.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
    out.putShort((short) 0x013b).putShort((short) 2).putInt(artist.length).putInt(data);
    out.putShort((short) 0x8825).putShort((short) 2).putInt(place.length).putInt(data + artist.length);
    return out.putInt(0).put(artist).put(place).array();
  }

  private static void segment(int marker, byte[] content, ByteArrayOutputStream out) {
    out.write(0xff);
    out.write(marker);
    out.write(content.length + 2 >> 8);
    out.write(content.length + 2);
    out.writeBytes(content);
  }

  /// A PNG with a chunk behind its head.
  public static byte[] withChunk(byte[] png, String type, byte[] content) {
    CRC32 sum = new CRC32();
    sum.update(type.getBytes(ISO_8859_1));
    sum.update(content);
    ByteBuffer chunk = ByteBuffer.allocate(content.length + 12).putInt(content.length).put(type.getBytes(ISO_8859_1)).put(content).putInt((int) sum.getValue());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(png, 0, 33);
    out.writeBytes(chunk.array());
    out.write(png, 33, png.length - 33);
    return out.toByteArray();
  }

  /// What a chunk with a colour profile holds.
  public static byte[] profile(String name, byte[] profile) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes((name + "\0\0").getBytes(ISO_8859_1));
    try (DeflaterOutputStream packed = new DeflaterOutputStream(out)) {
      packed.write(profile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /// A PNG of 60 bytes that says it is as large as a small country.
  public static byte[] bomb() {
    byte[] head = ByteBuffer.allocate(13).putInt(60_000).putInt(60_000).put(new byte[] {8, 6, 0, 0, 0}).array();
    byte[] signature = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(signature);
    for (Object[] part : new Object[][] {{"IHDR", head}, {"IDAT", new byte[] {1}}, {"IEND", new byte[0]}}) {
      byte[] content = (byte[]) part[1];
      CRC32 sum = new CRC32();
      sum.update(((String) part[0]).getBytes(ISO_8859_1));
      sum.update(content);
      out.writeBytes(ByteBuffer.allocate(content.length + 12).putInt(content.length).put(((String) part[0]).getBytes(ISO_8859_1)).put(content).putInt((int) sum.getValue()).array());
    }
    return out.toByteArray();
  }

  private static byte[] concat(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }
}
