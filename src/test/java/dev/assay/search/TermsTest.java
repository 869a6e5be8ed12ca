package dev.assay.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a text is found by.
class TermsTest {
  private static List<String> terms(String text) {
    List<String> terms = new ArrayList<>();
    Terms.each(text, terms::add);
    return terms;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Memory sets the price.|memory sets the price",
        "HBM4, GB200 and H100s|hbm4 gb200 and h100s",
        "$0.27 per million|0.27 per million",
        "10~15%, 20–25 %|10 15 20 25",
        "1,000,000 tokens/s|1000000 tokens s",
        "3.35 TB/s; v4.1.2.|3.35 tb s v4.1.2",
        "TSMC's and don’t|tsmcs and dont",
        "Café, NAÏVE, Ångström|cafe naive angstrom",
        "ＨＢＭ４ ｗｉｄｅ|hbm4 wide",
        "ﬁrst ½ ① ㎏|first 1 2 1 kg",
        "Όσος ΟΔΟΣ|οσοσ οδοσ",
        "Ёлка|елка",
        "e.g. a.b|e g a b",
        "x² and H₂O|x2 and h2o",
        "snake_case C++|snake case c",
      })
  void wordsAreFoldedAndCutAtSigns(String text, String expected) {
    assertEquals(List.of(expected.split(" ")), terms(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "메모리|메모 모리 리",
        "메모리를|메모 모리 리를 를",
        "고대역폭메모리|고대 대역 역폭 폭메 메모 모리 리",
        "칩|칩",
        "HBM4를 쓴다|hbm4 를 쓴다 다",
        "GPU당 10만 원|gpu 당 10 만 원",
        "半導體 價格|半導 導體 體 價格 格",
        "半导体|半导 导体 体",
        "メモリー価格|メモ モリ リー ー価 価格 格",
        "ﾒﾓﾘ|メモ モリ リ",
        "がぎ|がぎ ぎ",
        "ราคา|รา าค คา า",
        "東京Tower2号|東京 京 tower2 号",
        "𠮷野家|𠮷野 野家 家",
      })
  void scriptsWithoutSpacesAreCutIntoPairs(String text, String expected) {
    assertEquals(List.of(expected.split(" ")), terms(text));
  }

  @Test
  void whateverAParticleOrACompoundAddsTheWordsPairsStay() {
    List<String> word = terms("메모리").subList(0, 2);
    for (String found : List.of("메모리를", "고대역폭메모리", "메모리반도체의", "차세대메모리에서는")) {
      assertTrue(terms(found).containsAll(word), found);
    }
  }

  @Test
  void apostrophesBindWithinAWordOnly() {
    assertEquals(List.of("quoted", "rock", "n", "roll"), terms("'quoted' rock-'n'-roll'"));
  }

  @Test
  void decomposedTextIsComposedBeforeItIsCut() {
    assertEquals(terms("메모리 café"), terms(NoteText.composed("메모리 cafe\u0301")));
  }

  @Test
  void hugeWordsAreCutAndNothingOverflows() {
    assertEquals(List.of("a".repeat(Terms.LONGEST)), terms("a".repeat(1_000_000)));
    assertTimeout(Duration.ofSeconds(10), () -> assertEquals(1_000_000, terms("가".repeat(1_000_000)).size()));
    assertTimeout(Duration.ofSeconds(10), () -> assertEquals(List.of(), terms("👩‍👩‍👧‍👦\u0000\u0007\uFFFD…".repeat(100_000))));
  }

  @Test
  void loneHalvesOfCharactersAndLoneMarksAreNoTerms() {
    assertEquals(List.of("a", "b"), terms("a\uD800b\u0301"));
    assertEquals(List.of("x"), terms("\u0301\u0301 x\uDC00"));
  }

  @Test
  void wordsOfProgramsAreWordsLikeOthers() {
    assertEquals(List.of("proto", "constructor", "tostring"), terms("__proto__ constructor toString"));
  }
}
