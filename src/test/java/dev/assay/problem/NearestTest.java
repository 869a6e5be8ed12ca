package dev.assay.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a writer probably meant.
class NearestTest {
  @Test
  void theClosestWordIsMeantAndOfEquallyCloseOnesTheFirstInTheAlphabet() {
    assertEquals(Optional.of("power"), Nearest.to("powr", List.of("tower", "power", "flower")));
    assertEquals(Optional.of("memory"), Nearest.to("mmeory", List.of("memory", "mentor")));
    for (List<String> known : List.of(List.of("note-b", "note-a"), List.of("note-a", "note-b"))) {
      assertEquals(Optional.of("note-a"), Nearest.to("note-x", known));
    }
  }

  @Test
  void whatIsFarFromEverythingIsNotGuessed() {
    assertEquals(Optional.empty(), Nearest.to("power", List.of("memory", "price", "")));
    assertEquals(Optional.empty(), Nearest.to("", List.of("ab")));
  }

  @Test
  void neighboursThatChangedPlacesAreOneEditAndCountsStopAtTheLimit() {
    assertEquals(1, Nearest.distance("ab", "ba", 4));
    assertEquals(2, Nearest.distance("abcd", "badc", 4));
    assertEquals(3, Nearest.distance("kitten", "sitting", 4));
    assertEquals(2, Nearest.distance("kitten", "sitting", 2));
    assertEquals(3, Nearest.distance("aaaaaaaa", "bbbbbbbb", 3));
  }

  @Test
  void guessingEndsWhenNobodyWouldReadOn() {
    Guesses guesses = new Guesses();
    List<String> known = Collections.nCopies(1_500_000, "a word that is too long to be near");
    assertEquals(Optional.of("power"), guesses.to("powr", List.of("power")));
    assertEquals(Optional.empty(), guesses.to("powr", known));
    assertEquals(Optional.empty(), guesses.to("powr", known));
    assertEquals(Optional.empty(), guesses.to("powr", List.of("power")));
  }

  @Test
  void wordsThatSayMoreAreNamedAndOtherNumbersAreNot() {
    assertEquals("did you mean 'h100-sxm' or 'h100-pcie'?", Nearest.hint("H100", List.of("h200", "h100-pcie", "h100-sxm", "b200")));
    assertEquals("did you mean 'llama-2-70b' or 'llama-3.1-70b'?", Nearest.hint("llama-70b", List.of("llama-2-70b", "llama-3.1-70b", "llama-3.1-8b")));
    assertEquals("did you mean 'probability'?", Nearest.hint("prob", List.of("probability", "due", "same")));
    assertEquals("did you mean 'h200'?", Nearest.hint("h100", List.of("h200", "mi300x")));
    assertEquals("did you mean 'hubs'?", Nearest.hint("hub", List.of("hubs", "hub_list")));
  }
}
