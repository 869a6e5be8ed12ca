package dev.assay.asset;

import dev.assay.testing.FuzzTarget;
import dev.assay.testing.TestPictures;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// Files that say that they are pictures: looking never fails, what is taken out is out, a clean file is clean, and what is
/// looked at afterwards is as large as before.
public final class PicturesFuzz implements FuzzTarget {
  private static final List<String> TOKENS =
      List.of("\u00ff", "IHDR", "IDAT", "IEND", "tEXt", "eXIf", "iTXt", "acTL", "fcTL", "iCCP", "GIF89a", "GIF87a", "RIFF", "WEBP", "VP8 ", "VP8L", "VP8X", "EXIF", "XMP ", "ANIM", "ANMF", "ALPH", "ICCP", "Exif\0\0", "MM\0*", "II*\0", "JFIF\0", "ftypavif", "ftypheic", "ispe", "SECRET", "NETSCAPE2.0");

  @Override
  public List<String> tokens() {
    return TOKENS;
  }

  @Override
  public List<byte[]> seeds() {
    List<byte[]> all = new ArrayList<>();
    byte[] jpeg = TestPictures.jpeg(4, 3);
    byte[] png = TestPictures.png(4, 3);
    for (byte[] file :
        List.of(
            jpeg, TestPictures.fromATelephone(jpeg, 6), TestPictures.fromATelephone(jpeg, 1), png, TestPictures.withChunk(png, "tEXt", "Comment\0SECRET".getBytes(StandardCharsets.ISO_8859_1)),
            TestPictures.withChunk(png, "eXIf", "MM\0*SECRET".getBytes(StandardCharsets.ISO_8859_1)), TestPictures.file(TestPictures.photograph(3, 2, BufferedImage.TYPE_BYTE_INDEXED), "gif"), webp("VP8L", HexFormat.of().parseHex("2f02400000880001")),
            webp("VP8X", new byte[] {12, 0, 0, 0, 3, 0, 0, 2, 0, 0}), boxes())) {
      all.add(FuzzTarget.seed(0, file));
      all.add(FuzzTarget.seed(1, file));
    }
    return all;
  }

  private static byte[] webp(String chunk, byte[] data) {
    ByteBuffer out = ByteBuffer.allocate(12 + 8 + data.length + 8 + 6).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    out.put("RIFF".getBytes(StandardCharsets.ISO_8859_1)).putInt(out.capacity() - 8).put("WEBP".getBytes(StandardCharsets.ISO_8859_1));
    out.put(chunk.getBytes(StandardCharsets.ISO_8859_1)).putInt(data.length).put(data);
    return out.put("EXIF".getBytes(StandardCharsets.ISO_8859_1)).putInt(6).put("SECRET".getBytes(StandardCharsets.ISO_8859_1)).array();
  }

  private static byte[] boxes() {
    ByteBuffer out = ByteBuffer.allocate(44);
    out.putInt(24).put("ftypavif".getBytes(StandardCharsets.ISO_8859_1)).putInt(0).put("avifmif1".getBytes(StandardCharsets.ISO_8859_1));
    return out.putInt(20).put("ispe".getBytes(StandardCharsets.ISO_8859_1)).putInt(0).putInt(4).putInt(3).array();
  }

  @Override
  public void run(byte[] data) {
    byte[] file = FuzzTarget.rest(data);
    Metadata.Kept kept = (data[0] & 1) == 0 ? Metadata.Kept.NOTHING : Metadata.Kept.COPYRIGHT;
    String input = HexFormat.of().formatHex(file);
    Looked before = ImageHead.at(file, "x.png");
    byte[] clean = Metadata.without(file, kept);
    byte[] again = Metadata.without(clean, kept);
    // A file that is cut off is closed, wherever it ends.
    boolean cut = before instanceof Looked.Faulty || (ImageFormat.of(file).orElseThrow() == ImageFormat.GIF && !GifFile.read(file).complete());
    FuzzTarget.require(cut || Arrays.equals(clean, again), input, "cleaned twice it is another file: " + HexFormat.of().formatHex(clean) + " then " + HexFormat.of().formatHex(again));
    FuzzTarget.require(clean.length <= file.length + 64, input, "grown from " + file.length + " to " + clean.length);
    Metadata.staysIn(file);
    switch (before) {
      case Looked.Faulty(String what, String hint) -> FuzzTarget.require(!what.isBlank() && (what + hint).indexOf('\n') < 0, input, "no fault in one line: " + what);
      case Looked.Found(ImageInfo info) -> {
        FuzzTarget.require(info.format() == ImageFormat.SVG || (long) info.width() * info.height() <= ImageHead.MOST_PIXELS, input, "more pixels than are taken: " + info);
        FuzzTarget.require(info.format() == ImageFormat.SVG || (ImageHead.at(clean, "x.png") instanceof Looked.Found(ImageInfo after) && after.width() * after.height() == info.width() * info.height()), input, "cleaned, it is no longer " + info + " but " + ImageHead.at(clean, "x.png"));
      }
    }
  }
}
