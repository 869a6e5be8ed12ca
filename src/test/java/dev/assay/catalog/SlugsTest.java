package dev.assay.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SlugsTest {
  @Test
  void aNameBecomesAPartOfAnAddress() {
    assertEquals("tokens-per-watt", Slugs.of(" Tokens per Watt! "));
    assertEquals("ai-메모리", Slugs.of("AI 메모리"));
    assertEquals("", Slugs.of("?!"));
  }

  @Test
  void aLongNameIsCutBetweenLettersAndDoesNotEndInAJoint() {
    assertEquals("a".repeat(199), Slugs.of("a".repeat(199) + " and more"));
    assertEquals("a".repeat(197) + "-b", Slugs.of("a".repeat(197) + " b and more"));
    String korean = Slugs.of("가".repeat(100));
    assertEquals("가".repeat(66), korean);
    assertEquals(198, korean.getBytes(StandardCharsets.UTF_8).length);
  }
}
