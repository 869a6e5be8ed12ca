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
}
