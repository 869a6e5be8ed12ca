package dev.assay.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureSizeTest {
  private static byte[] picture(String format, int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "gif", "jpg"})
  void the_size_is_read_from_the_head(String format) throws IOException {
    assertEquals(Optional.of(new PictureSize(300, 70)), PictureSize.of(picture(format, 300, 70)));
    assertEquals(Optional.of(new Feed.Image("u", 1, 999)), Feed.Image.of("u", picture(format, 1, 999)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "gif", "jpg"})
  void a_damaged_picture_has_no_size_or_some_size_but_is_no_fault(String format) throws IOException {
    byte[] whole = picture(format, 300, 70);
    for (int length = 0; length < Math.min(whole.length, 700); length++) {
      PictureSize.of(Arrays.copyOf(whole, length));
    }
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      byte[] bent = whole.clone();
      for (int j = 0; j < 4; j++) {
        bent[random.nextInt(Math.min(bent.length, 200))] = (byte) random.nextInt();
      }
      PictureSize.of(bent);
    }
  }

  @Test
  void other_files_have_none() {
    assertEquals(Optional.empty(), PictureSize.of(new byte[0]));
    assertEquals(Optional.empty(), PictureSize.of("<svg width='3' height='3'/>".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    assertEquals(Optional.empty(), PictureSize.of(new byte[100_000]));
    byte[] endless = new byte[100_000];
    Arrays.fill(endless, (byte) 0xff);
    endless[1] = (byte) 0xd8;
    assertEquals(Optional.empty(), PictureSize.of(endless));
  }
}
