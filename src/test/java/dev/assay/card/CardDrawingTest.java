package dev.assay.card;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// What a card looks like, told by its pixels and by its lines.
class CardDrawingTest {
  private static final List<Card.Count> COUNTS =
      List.of(
          new Card.Count(Card.Sign.FULL, 10, "10 facts"), new Card.Count(Card.Sign.HALF, 5, "5 inferences"),
          new Card.Count(Card.Sign.HOLLOW, 4, "4 speculations"), new Card.Count(Card.Sign.BARRED, 3, "3 blocked"));

  private static BufferedImage drawn(String title) {
    try {
      return ImageIO.read(new ByteArrayInputStream(CardDrawing.png(new Card("Power", title, "22 November 2026", COUNTS), CardFonts.SHIPPED)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aCardIsAPictureOfTheSizeThatNetworksShow() {
    BufferedImage card = drawn("What lowers the cost of a token");
    assertEquals(1200, card.getWidth());
    assertEquals(630, card.getHeight());
    assertEquals(0xfffcfbf8, card.getRGB(2, 2), "paper");
    assertEquals(0xff07574f, card.getRGB(100, 528), "the bar begins with facts");
  }

  @Test
  void allKindsHaveTheirShareOfTheBarAndTheirFill() {
    BufferedImage card = drawn("A title");
    assertTrue(count(card, 0xff07574f) > count(card, 0xff3b379c), "facts before inferences");
    assertTrue(count(card, 0xff3b379c) > count(card, 0xff774000), "inferences are half full");
    assertTrue(count(card, 0xff4d525a) > 200, "blocked ones are barred");
  }

  private static long count(BufferedImage card, int colour) {
    return java.util.Arrays.stream(card.getRGB(0, 0, 1200, 630, null, 0, 1200)).filter(pixel -> pixel == colour).count();
  }

  @Test
  void twoTitlesLookOtherwiseAndOneAlwaysTheSame() {
    byte[] one = CardDrawing.png(new Card("S", "전력은 마지막에 온다", "", List.of()), CardFonts.SHIPPED);
    assertArrayEquals(one, CardDrawing.png(new Card("S", "전력은 마지막에 온다", "", List.of()), CardFonts.SHIPPED));
    assertNotEquals(java.util.Arrays.hashCode(one), java.util.Arrays.hashCode(CardDrawing.png(new Card("S", "전력은 마지막에 옵니다", "", List.of()), CardFonts.SHIPPED)));
  }

  @Test
  void nothingReachesTheEdgeHoweverLongTheTitleIs() {
    for (String title : List.of("W".repeat(500), "long ".repeat(100), "메모리".repeat(170), "전력은 마지막에 ".repeat(60), "一".repeat(500), "i".repeat(5_000))) {
      BufferedImage card = drawn(title);
      for (int y = 0; y < 630; y++) {
        for (int x : new int[] {0, 40, 70, 1130, 1160, 1199}) {
          assertEquals(0xfffcfbf8, card.getRGB(x, y), title.substring(0, 5) + " at " + x + ", " + y);
        }
      }
    }
  }

  @Test
  void longWordsOfALanguageAreSetSmaller() throws IOException {
    List<Card.Count> counts =
        List.of(
            new Card.Count(Card.Sign.FULL, 12_345, "12.345 Tatsachenbehauptungen"), new Card.Count(Card.Sign.HALF, 12_345, "12.345 Schlussfolgerungen"),
            new Card.Count(Card.Sign.HOLLOW, 12_345, "12.345 Vermutungen"), new Card.Count(Card.Sign.BARRED, 12_345, "12.345 noch nicht feststellbar"));
    BufferedImage card = ImageIO.read(new ByteArrayInputStream(CardDrawing.png(new Card("S", "T", "", counts), CardFonts.SHIPPED)));
    long drawn = java.util.stream.IntStream.range(550, 600).filter(y -> java.util.stream.IntStream.range(1000, 1124).anyMatch(x -> card.getRGB(x, y) != 0xfffcfbf8)).count();
    assertTrue(drawn > 5, "the last word is there");
  }

  @Test
  void everyKoreanSyllableAndEnglishLetterHasAnOutline() throws FontFaultException {
    for (int letter = '!'; letter <= '~'; letter++) {
      assertTrue(CardFonts.SHIPPED.font(letter).orElseThrow().has(letter));
    }
    for (int letter = 0xac00; letter <= 0xd7a3; letter++) {
      OutlineFont font = CardFonts.SHIPPED.font(letter).orElseThrow();
      Shape shape = new Shape();
      font.draw(letter, 0, 0, 10, shape);
      assertTrue(!shape.lines().isEmpty() && font.width(letter) > 0.5, Character.toString(letter));
    }
  }

  @Test
  void whatNoFontHasIsNamedAndWhatNobodySeesIsNot() {
    assertEquals(Optional.empty(), missing("Ångström & Ōsaka: №5, β ≥ 2, “quoted” — Đà Nẵng, Москва, 美·中 무역, カタカナ ₩1,000 → €2"));
    assertEquals(Optional.empty(), missing("A rocket 🚀 of a family 👨‍👩‍👧 in \u200bKorea 🇰🇷 ✈️"));
    assertEquals(Optional.of("ש"), missing("shalom שלום"), "read from right to left");
    assertEquals(Optional.of("ك"), missing("كتاب"));
    assertEquals(Optional.of("नम".substring(0, 1)), missing("नमस्ते"));
    assertEquals(Optional.of("𠮷"), missing("𠮷野家"));
    assertEquals(Optional.empty(), missing("\u1112\u1161\u11ab\u1100\u1173\u11af"), "letters of a syllable are one");
  }

  private static Optional<String> missing(String title) {
    return CardFonts.SHIPPED.missing(new Card("S", title, "", List.of()));
  }

  @Test
  void linesAreAboutEquallyLongAndEndBetweenWords() {
    assertEquals(List.of("What a data sheet promises", "and what a rack delivers"), lines("What a data sheet promises and what a rack delivers", 28));
    assertEquals(List.of("메모리가 부품값의 삼", "분의 이를 차지한다"), lines("메모리가 부품값의 삼 분의 이를 차지한다", 11));
    assertEquals(List.of("「全角」の東京、", "大阪の社名。"), lines("「全角」の東京、大阪の社名。", 9));
  }

  private static List<String> lines(String text, double ems) {
    return new Lines(CardFonts.SHIPPED).in(text, ems * 0.55 * (text.charAt(0) < 128 ? 1 : 2), 100, 1, 1).lines();
  }

  @Test
  void aTitleWithoutRoomIsCutWithASign() {
    Lines.Set set = new Lines(CardFonts.SHIPPED).in("word ".repeat(50).strip(), 10, 3, 1, 1);
    assertTrue(set.cut() && set.lines().size() == 3 && set.lines().getLast().endsWith("…"), set.toString());
  }

  @Test
  void damagedFontsAreRefusedWithAReason() {
    for (String start : List.of("", "wOF2", "OTTO", "ttcf", "hello world", "wOFF", "\0\1\0\0")) {
      byte[] file = java.util.Arrays.copyOf(start.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), 200);
      assertTrue(CardFonts.SHIPPED.and(file, "x") instanceof CardFonts.Faulty(String why) && !why.isEmpty(), start);
    }
  }

  @Test
  void aFontDamagedAnywhereNeverBreaksABuild() throws IOException {
    byte[] whole;
    try (var in = CardFonts.class.getResourceAsStream("noto-sans-kr-latin-ext-600-normal.woff")) {
      whole = in.readAllBytes();
    }
    java.util.Random random = new java.util.Random(7);
    for (int i = 0; i < 300; i++) {
      byte[] bad = whole.clone();
      for (int j = 0; j < 3; j++) {
        bad[44 + random.nextInt(i < 150 ? 400 : bad.length - 44)] ^= (byte) (1 + random.nextInt(255));
      }
      if (CardFonts.SHIPPED.and(bad, "x") instanceof CardFonts.Usable(CardFonts fonts)) {
        CardDrawing.png(new Card("Ōāē", "Łódź ŏ ğ ő", "", List.of()), fonts);
      }
    }
  }
}
