package dev.assay.asset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testing.TestPictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// A published picture says nothing about people and places, and looks as it did.
class MetadataTest {
  @Test
  void aTelephonesPictureLosesAllButItsPixelsAndHowItWasHeld() throws IOException {
    byte[] jpeg = TestPictures.jpeg(40, 30);
    byte[] held = Metadata.without(TestPictures.fromATelephone(jpeg, 6), Metadata.Kept.NOTHING);
    String text = new String(held, ISO_8859_1);
    assertFalse(text.contains("SECRET") || text.contains("Jane"), text);
    assertEquals(6, JpegFile.read(held).exif().orientation());
    assertArrayEquals(pixels(jpeg), pixels(held));
    assertArrayEquals(jpeg, Metadata.without(TestPictures.fromATelephone(jpeg, 1), Metadata.Kept.NOTHING));
  }

  @Test
  void namesStayWhereTheyAreWanted() {
    byte[] kept = Metadata.without(TestPictures.fromATelephone(TestPictures.jpeg(40, 30), 8), Metadata.Kept.COPYRIGHT);
    Exif exif = JpegFile.read(kept).exif();
    assertEquals("Jane Doe\0", new String(exif.artist(), ISO_8859_1));
    assertEquals(8, exif.orientation());
    assertFalse(new String(kept, ISO_8859_1).contains("SECRET"));
    byte[] whole = TestPictures.fromATelephone(TestPictures.jpeg(40, 30), 8);
    assertSame(whole, Metadata.without(whole, Metadata.Kept.ALL));
  }

  @Test
  void aPngLosesItsWordsAndKeepsItsColours() throws IOException {
    byte[] png = TestPictures.png(20, 10);
    byte[] told = TestPictures.withChunk(png, "tEXt", "Comment\0SECRET".getBytes(ISO_8859_1));
    told = TestPictures.withChunk(told, "eXIf", "MM\0*SECRET".getBytes(ISO_8859_1));
    told = TestPictures.withChunk(told, "iTXt", "XML:com.adobe.xmp\0SECRET".getBytes(ISO_8859_1));
    told = TestPictures.withChunk(told, "gAMA", new byte[] {0, 0, (byte) 0xb1, (byte) 0x8f});
    byte[] clean = Metadata.without(told, Metadata.Kept.NOTHING);
    assertFalse(new String(clean, ISO_8859_1).contains("SECRET"));
    assertTrue(new String(clean, ISO_8859_1).contains("gAMA"));
    assertArrayEquals(pixels(png), pixels(clean));
    byte[] named = TestPictures.withChunk(png, "tEXt", "Copyright\0Jane".getBytes(ISO_8859_1));
    assertArrayEquals(named, Metadata.without(named, Metadata.Kept.COPYRIGHT));
    byte[] behind = Arrays.copyOf(png, png.length + 20);
    assertArrayEquals(png, Metadata.without(behind, Metadata.Kept.NOTHING), "what lies behind the end");
  }

  @Test
  void aGifLosesItsRemarks() throws IOException {
    byte[] gif = TestPictures.file(TestPictures.photograph(8, 8, BufferedImage.TYPE_BYTE_INDEXED), "gif");
    int start = GifFile.read(gif).start();
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    told.write(gif, 0, start);
    told.writeBytes(new byte[] {0x21, (byte) 0xfe, 6});
    told.writeBytes("SECRET\0".getBytes(ISO_8859_1));
    told.write(gif, start, gif.length - start);
    byte[] clean = Metadata.without(told.toByteArray(), Metadata.Kept.NOTHING);
    assertArrayEquals(gif, clean);
    assertArrayEquals(pixels(gif), pixels(clean));
  }

  @Test
  void aWebpLosesWhatItsHeadSaysItHas() {
    byte[] webp = webp("VP8X", new byte[] {0x0c, 0, 0, 0, 7, 0, 0, 7, 0, 0}, "VP8L", new byte[] {0x2f, 7, (byte) 0xc0, 1, 0, 0}, "EXIF", "SECRET".getBytes(ISO_8859_1), "XMP ", "SECRET".getBytes(ISO_8859_1));
    byte[] clean = Metadata.without(webp, Metadata.Kept.NOTHING);
    assertArrayEquals(webp("VP8X", new byte[] {0, 0, 0, 0, 7, 0, 0, 7, 0, 0}, "VP8L", new byte[] {0x2f, 7, (byte) 0xc0, 1, 0, 0}), clean);
  }

  @Test
  void whatIsCutOffAnywhereIsPublishedAsFarAsItIsUnderstood() {
    byte[] jpeg = TestPictures.fromATelephone(TestPictures.jpeg(40, 30), 6);
    byte[] png = TestPictures.withChunk(TestPictures.png(9, 9), "tEXt", "Comment\0SECRET".getBytes(ISO_8859_1));
    for (byte[] file : List.of(jpeg, png)) {
      for (int length = 0; length < file.length; length++) {
        byte[] cut = Arrays.copyOf(file, length);
        byte[] clean = Metadata.without(cut, Metadata.Kept.NOTHING);
        assertFalse(ImageFormat.of(cut).isPresent() && new String(clean, ISO_8859_1).contains("SECRET"), "cut at " + length);
      }
    }
  }

  @Test
  void aPartSaysNothingThatStandsInTheNext() {
    byte[] frame = HexFormat.of().parseHex("ffc000110800655849660122011f0000050101");
    byte[] jpeg = joined(HexFormat.of().parseHex("ffd8ffe00002"), "JFIF\0".getBytes(ISO_8859_1), frame, HexFormat.of().parseHex("ffd9"));
    byte[] clean = joined(HexFormat.of().parseHex("ffd8"), frame, HexFormat.of().parseHex("ffd9"));
    assertArrayEquals(clean, Metadata.without(jpeg, Metadata.Kept.NOTHING));
    byte[] empty = webp("VP8L", new byte[0], "EXIF", "SECRET".getBytes(ISO_8859_1));
    assertArrayEquals(new int[] {0, 0}, WebpFile.read(empty).size());
    byte[] png = TestPictures.png(9, 9);
    byte[] late = joined(Arrays.copyOf(png, 8), HexFormat.of().parseHex("00000000612e2e2e00000000"), Arrays.copyOfRange(png, 8, png.length));
    assertEquals("is damaged: it has no pixels", assertInstanceOf(Looked.Faulty.class, ImageHead.at(late, "x.png")).what());
    byte[] both = webp("VP8L", new byte[0], "VP8L", new byte[] {0x2f, 7, (byte) 0xc0, 1, 0, 0});
    assertArrayEquals(new int[] {8, 8}, WebpFile.read(both).size());
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] webp(Object... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < parts.length; i += 2) {
      byte[] content = (byte[]) parts[i + 1];
      out.writeBytes(((String) parts[i]).getBytes(ISO_8859_1));
      out.writeBytes(new byte[] {(byte) content.length, 0, 0, 0});
      out.writeBytes(Arrays.copyOf(content, content.length + (content.length & 1)));
    }
    byte[] chunks = out.toByteArray();
    out.reset();
    out.writeBytes("RIFF".getBytes(ISO_8859_1));
    out.writeBytes(new byte[] {(byte) (chunks.length + 4), 0, 0, 0});
    out.writeBytes("WEBP".getBytes(ISO_8859_1));
    out.writeBytes(chunks);
    return out.toByteArray();
  }

  private static int[] pixels(byte[] file) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  @Test
  void aFileOfNothingButMarkersDoesNotFillTheMemory() {
    byte[] jpeg = new byte[1 << 20];
    byte[] gif = new byte[1 << 20];
    for (int i = 0; i < jpeg.length; i += 2) {
      jpeg[i] = (byte) 0xff;
      jpeg[i + 1] = (byte) (i == 0 ? 0xd8 : 0x01);
    }
    System.arraycopy("GIF89a".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, gif, 0, 6);
    for (int i = 13; i + 2 < gif.length; i += 3) {
      gif[i] = 0x21;
      gif[i + 1] = (byte) 0xf9;
    }
    assertEquals(50_000, JpegFile.read(jpeg).segments().size());
    assertEquals(200_000, GifFile.read(gif).blocks().size());
  }
}
