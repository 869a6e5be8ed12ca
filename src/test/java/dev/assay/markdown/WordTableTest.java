package dev.assay.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordTableTest {
  private static Map<String, Integer> counted(List<String> words) {
    WordTable table = new WordTable();
    for (String word : words) {
      char[] text = ("<" + word + ">").toCharArray();
      table.add(text, 1, word.length(), 1);
    }
    Map<String, Integer> counts = new HashMap<>();
    table.each((word, times) -> counts.merge(word, times, Integer::sum));
    return counts;
  }

  private static Map<String, Integer> expected(List<String> words) {
    Map<String, Integer> counts = new HashMap<>();
    words.forEach(word -> counts.merge(word, 1, Integer::sum));
    return counts;
  }

  @Test
  void countsWordsAsAMapDoes() {
    Random random = new Random(7);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      words.add(Integer.toString((int) (Math.pow(random.nextDouble(), 3) * 6_000), 36) + (i % 7 == 0 ? "가격" : ""));
    }
    assertEquals(expected(words), counted(words));
  }

  @Test
  void wordsThatWereChosenToFallTogetherAreCountedInTime() {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 1 << 16; i++) {
      StringBuilder word = new StringBuilder();
      for (int bit = 0; bit < 16; bit++) {
        word.append(((i >> bit) & 1) == 0 ? "Aa" : "BB");
      }
      words.add(word.toString());
    }
    words.addAll(words.subList(0, 100));
    assertEquals(expected(words), assertTimeoutPreemptively(Duration.ofSeconds(20), () -> counted(words)));
  }
}
