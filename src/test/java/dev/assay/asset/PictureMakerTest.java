package dev.assay.asset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testing.TestPictures;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// Heads of pictures, and smaller forms of them.
class PictureMakerTest {
  private static ImageInfo info(byte[] file) {
    return assertInstanceOf(Looked.Found.class, ImageHead.at(file, "x")).info();
  }

  private static String fault(byte[] file, String name) {
    return assertInstanceOf(Looked.Faulty.class, ImageHead.at(file, name)).what();
  }

  private static BufferedImage made(byte[] file, int width, int height, ImageFormat format) throws IOException {
    PictureMaker.Made made = assertInstanceOf(PictureMaker.Made.class, PictureMaker.make(file, info(file), List.of(new Form(width, height, format)), 80));
    return ImageIO.read(new ByteArrayInputStream(made.files().getFirst()));
  }

  @Test
  void theHeadSaysTheSizeAsItIsSeen() {
    byte[] jpeg = TestPictures.jpeg(40, 30);
    assertEquals(new ImageInfo(ImageFormat.JPEG, 40, 30, 1, false, true), info(jpeg));
    assertEquals(new ImageInfo(ImageFormat.JPEG, 30, 40, 6, false, true), info(TestPictures.fromATelephone(jpeg, 6)));
    assertEquals(new ImageInfo(ImageFormat.PNG, 20, 10, 1, false, true), info(TestPictures.png(20, 10)));
    assertEquals(new ImageInfo(ImageFormat.PNG, 20, 10, 1, true, false), info(TestPictures.withChunk(TestPictures.png(20, 10), "acTL", new byte[8])));
    assertEquals(new ImageInfo(ImageFormat.SVG, 592, 296, 1, false, false), info("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 2 1\"/>".getBytes(UTF_8)));
    assertEquals(new ImageInfo(ImageFormat.SVG, 96, 48, 1, false, false), info("<?xml version='1.0'?><!-- x --><svg width='1in' height='0.5in'/>".getBytes(UTF_8)));
  }

  @Test
  void whatIsNoPictureIsNamed() {
    assertEquals("is empty", fault(new byte[0], "x.png"));
    assertTrue(fault(TestPictures.bomb(), "x.png").startsWith("says that it has 60000 × 60000 pixels"));
    assertEquals("is not a picture but a pointer of Git LFS", fault("version https://git-lfs.github.com/spec/v1\noid".getBytes(UTF_8), "x.png"));
    assertEquals("is not a picture that is known here, although its name says PNG", fault("<html>".getBytes(UTF_8), "x.png"));
    byte[] jpeg = TestPictures.jpeg(40, 30);
    assertEquals(Faults.CUT, fault(Arrays.copyOf(jpeg, jpeg.length / 2), "x.jpg"));
    byte[] png = TestPictures.png(40, 30);
    png[60] ^= 1;
    assertTrue(fault(png, "x.png").startsWith("is damaged: the checksum"));
  }

  @Test
  void nothingIsThrownAtAnyFile() {
    Random random = new Random(11);
    List<byte[]> files = List.of(TestPictures.fromATelephone(TestPictures.jpeg(9, 9), 3), TestPictures.png(9, 9), TestPictures.file(TestPictures.photograph(8, 8, BufferedImage.TYPE_BYTE_INDEXED), "gif"));
    for (byte[] file : files) {
      for (int i = 0; i < 400; i++) {
        byte[] damaged = Arrays.copyOf(file, random.nextInt(file.length) + 1);
        for (int k = 0; k < 4; k++) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
        }
        Metadata.without(damaged, Metadata.Kept.COPYRIGHT);
        if (ImageHead.at(damaged, "x.png") instanceof Looked.Found(ImageInfo info) && info.resizable() && info.width() > 2 && info.width() < 100 && info.height() > 2 && info.height() < 100) {
          PictureMaker.make(damaged, info, List.of(new Form(2, 2, ImageFormat.PNG)), 80);
        }
      }
    }
  }

  @Test
  void eachPixelIsTheMeanOfItsArea() {
    Pixels four = new Pixels(4, 2, 1, new byte[] {0, 100, 10, 20, 50, 50, 30, 40});
    assertEquals(List.of((byte) 50, (byte) 25), List.of(Shrinking.to(four, 2, 1).data()[0], Shrinking.to(four, 2, 1).data()[1]));
    Pixels three = new Pixels(3, 1, 1, new byte[] {0, 60, 120});
    assertEquals("[20, 100]", Arrays.toString(Shrinking.to(three, 2, 1).data()));
    Pixels veiled = new Pixels(2, 1, 4, new byte[] {100, 0, 0, (byte) 255, 0, 0, 100, 0});
    assertEquals("[100, 0, 0, -128]", Arrays.toString(Shrinking.to(veiled, 1, 1).data()), "what cannot be seen gives no colour");
  }

  @Test
  void aTallPictureLosesNoRow() {
    byte[] data = new byte[7 * 5];
    Arrays.fill(data, (byte) 200);
    for (int h = 1; h <= 7; h++) {
      for (int w = 1; w <= 5; w++) {
        for (byte value : Shrinking.to(new Pixels(5, 7, 1, data), w, h).data()) {
          assertEquals((byte) 200, value, w + " × " + h);
        }
      }
    }
  }

  @Test
  void everyWayOfHoldingACameraIsTurnedBack() {
    // As EXIF says where the first row and the first column of the file are seen.
    String[] seen = {"abc/def", "cba/fed", "fed/cba", "def/abc", "ad/be/cf", "da/eb/fc", "fc/eb/da", "cf/be/ad"};
    Pixels file = new Pixels(3, 2, 1, "abcdef".getBytes(UTF_8));
    for (int orientation = 1; orientation <= 8; orientation++) {
      Pixels turned = file.turned(orientation);
      String text = new String(turned.data(), UTF_8).replaceAll("(.{" + turned.width() + "})(?!$)", "$1/");
      assertEquals(seen[orientation - 1], text, "orientation " + orientation);
    }
  }

  @Test
  void formsLookLikeThePicture() throws IOException {
    byte[] held = TestPictures.fromATelephone(TestPictures.jpeg(200, 100), 6);
    BufferedImage turned = made(held, 50, 100, ImageFormat.JPEG);
    assertEquals("50 × 100", turned.getWidth() + " × " + turned.getHeight());
    // What was left is now at the top, what was at the top is on the right.
    assertTrue((turned.getRGB(25, 3) >> 16 & 0xff) > 220 && (turned.getRGB(25, 96) >> 16 & 0xff) < 90);
    assertTrue((turned.getRGB(46, 50) & 0xff) > 210 && (turned.getRGB(3, 50) & 0xff) < 110);
    BufferedImage grey = new BufferedImage(100, 100, BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setSamples(0, 0, 100, 100, 0, Arrays.stream(new int[10_000]).map(_ -> 77).toArray());
    assertEquals(77, made(TestPictures.file(grey, "png"), 10, 10, ImageFormat.PNG).getRaster().getSample(5, 5, 0));
    BufferedImage deep = new BufferedImage(100, 100, BufferedImage.TYPE_USHORT_GRAY);
    deep.getRaster().setSamples(0, 0, 100, 100, 0, Arrays.stream(new int[10_000]).map(_ -> 77 * 257).toArray());
    assertEquals(77, made(TestPictures.file(deep, "png"), 10, 10, ImageFormat.PNG).getRaster().getSample(5, 5, 0));
    BufferedImage clear = new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB);
    clear.setRGB(0, 0, 0x80ff0000);
    assertEquals(0, made(TestPictures.file(clear, "png"), 10, 10, ImageFormat.PNG).getRGB(9, 9) >>> 24);
    BufferedImage webp = made(TestPictures.png(200, 100), 100, 50, ImageFormat.WEBP);
    assertEquals("100 × 50", webp.getWidth() + " × " + webp.getHeight());
    assertTrue(Math.abs((webp.getRGB(50, 25) >> 16 & 0xff) - 155) < 12, Integer.toHexString(webp.getRGB(50, 25)));
  }

  @Test
  void coloursOfAnotherProfileBecomeThoseOfScreens() throws IOException {
    BufferedImage even = new BufferedImage(60, 60, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = even.createGraphics();
    pen.setColor(new Color(128, 128, 128));
    pen.fillRect(0, 0, 60, 60);
    pen.dispose();
    byte[] png = TestPictures.file(even, "png");
    byte[] linear = TestPictures.withChunk(png, "iCCP", TestPictures.profile("linear", ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData()));
    assertEquals(188, made(linear, 10, 10, ImageFormat.PNG).getRGB(5, 5) & 0xff, 2);
    byte[] usual = TestPictures.withChunk(png, "iCCP", TestPictures.profile("usual", ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData()));
    assertEquals(128, made(usual, 10, 10, ImageFormat.PNG).getRGB(5, 5) & 0xff);
    byte[] damaged = TestPictures.withChunk(png, "iCCP", TestPictures.profile("none", new byte[200]));
    assertEquals(128, made(damaged, 10, 10, ImageFormat.PNG).getRGB(5, 5) & 0xff);
  }

  @Test
  void aWebpIsMadeSmallerToo() throws IOException {
    byte[] png = TestPictures.png(200, 100);
    PictureMaker.Made made = assertInstanceOf(PictureMaker.Made.class, PictureMaker.make(png, info(png), List.of(new Form(160, 80, ImageFormat.WEBP)), 90));
    byte[] webp = made.files().getFirst();
    assertEquals(new ImageInfo(ImageFormat.WEBP, 160, 80, 1, false, true), info(webp));
    BufferedImage half = made(webp, 80, 40, ImageFormat.PNG);
    assertTrue((half.getRGB(2, 20) >> 16 & 0xff) > 220 && (half.getRGB(77, 20) >> 16 & 0xff) < 95, Integer.toHexString(half.getRGB(2, 20)));
  }

  @Test
  void anAvifIsReadAsFarAsItsSize() {
    byte[] avif = "\0\0\0\u0018ftypavif\0\0\0\0avifmif1\0\0\0\u0014ispe\0\0\0\0\0\0\u0001\u0000\0\0\0\u0080infeExif\0".getBytes(ISO_8859_1);
    assertEquals(new ImageInfo(ImageFormat.AVIF, 256, 128, 1, false, false), info(avif));
    assertTrue(Metadata.staysIn(avif));
  }

  @Test
  void noFormIsLargerThanThePicture() {
    Ladder ladder = new Ladder(List.of(480, 800, 1200), 80, true);
    ImageInfo info = new ImageInfo(ImageFormat.JPEG, 1000, 500, 1, false, true);
    assertEquals(List.of(480, 800, 1000), ladder.of(info, 200_000).set().stream().map(Form::width).toList());
    assertEquals(List.of(), ladder.of(info, 200_000).plain());
    assertTrue(ladder.of(info, 10_000).isEmpty(), "small already");
    ImageInfo large = new ImageInfo(ImageFormat.JPEG, 6000, 3000, 1, false, true);
    assertEquals(List.of(480, 800, 1200), ladder.of(large, 9_000_000).set().stream().map(Form::width).toList());
    assertEquals(List.of(new Form(1200, 600, ImageFormat.JPEG)), ladder.of(large, 9_000_000).plain());
    ImageInfo moving = new ImageInfo(ImageFormat.GIF, 6000, 3000, 1, true, false);
    assertTrue(ladder.of(moving, 9_000_000).isEmpty());
    assertTrue(new Ladder(List.of(480), 80, false).of(new ImageInfo(ImageFormat.WEBP, 900, 900, 1, false, true), 90_000).isEmpty());
  }

  @Test
  void machinesAreToldByTheirNames() {
    assertTrue(WebpWriting.isPossible("Linux", "amd64", false) && WebpWriting.isPossible("Mac OS X", "aarch64", false) && WebpWriting.isPossible("Windows 11", "amd64", false));
    assertTrue(!WebpWriting.isPossible("Linux", "amd64", true) && !WebpWriting.isPossible("Windows 11", "aarch64", false) && !WebpWriting.isPossible("FreeBSD", "amd64", false));
  }
}
