package dev.assay.template;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PageTextTest {
  private static final String[] LETTERS = {"a", "<b>", "·", "é", "›", "가", "😀", "\uD83D", "\uDE00", "…", "plain words, "};

  @Test
  void theBytesAreThoseOfTheStringWhereverItIsCut() throws IOException {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      StringBuilder all = new StringBuilder();
      PageText page = new PageText(1 << 20, BoundedText.UNHEARD);
      for (int i = random.nextInt(200); i >= 0; i--) {
        StringBuilder some = new StringBuilder();
        for (int j = random.nextInt(6); j > 0; j--) {
          some.append(LETTERS[random.nextInt(LETTERS.length)]);
        }
        int from = random.nextInt(some.length() + 1);
        int to = from + random.nextInt(some.length() - from + 1);
        all.append(some, from, to);
        if (random.nextBoolean()) {
          page.write(some.toString(), from, to - from);
        } else {
          page.write(some.toString().toCharArray(), from, to - from);
        }
      }
      assertArrayEquals(all.toString().getBytes(StandardCharsets.UTF_8), page.done(), "seed " + seed);
    }
  }

  @Test
  void whereAStringStandsIsToldInCharacters() throws IOException {
    List<String> heard = new ArrayList<>();
    PageText page = new PageText(1 << 20, (string, at) -> heard.add(string + " " + at));
    page.write("가나");
    page.write("<p>".toCharArray());
    page.write("😀");
    page.write("x");
    page.write("half \uD83D");
    page.write("\uDE00 whole");
    assertEquals(List.of("가나 0", "😀 5", "x 7", "half \uD83D 8", "\uDE00 whole 14"), heard);
  }

  @Test
  void aLongerPageThanAllowedIsRefused() throws IOException {
    PageText page = new PageText(4, BoundedText.UNHEARD);
    page.write("가나다라");
    assertThrows(BoundedText.Full.class, () -> page.write("x"));
    assertThrows(BoundedText.Full.class, () -> page.write("half \uD83D"));
  }
}
