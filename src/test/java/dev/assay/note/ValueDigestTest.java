package dev.assay.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValueDigestTest {
  record Named(String a, String b, List<Integer> numbers, boolean truth) {}

  record Alike(String a, String b, List<Integer> numbers, boolean truth) {}

  record Wrong(Object value) {}

  @Test
  void equalValuesHaveEqualDigests() {
    assertEquals(
        ValueDigest.of(new Named("a", "b", List.of(1, 2), true)), ValueDigest.of(new Named("a", "b", List.of(1, 2), true)));
  }

  @Test
  void whateverDiffersChangesTheDigest() {
    List<Digest> digests = new ArrayList<>();
    digests.add(ValueDigest.of(new Named("a", "b", List.of(1, 2), true)));
    digests.add(ValueDigest.of(new Named("ab", "", List.of(1, 2), true)));
    digests.add(ValueDigest.of(new Named("", "ab", List.of(1, 2), true)));
    digests.add(ValueDigest.of(new Named("a", "b", List.of(2, 1), true)));
    digests.add(ValueDigest.of(new Named("a", "b", List.of(1), true)));
    digests.add(ValueDigest.of(new Named("a", "b", List.of(1, 2), false)));
    digests.add(ValueDigest.of(new Alike("a", "b", List.of(1, 2), true)));
    digests.add(ValueDigest.of(new Named("a", "x".repeat(10_000), List.of(1, 2), true)));
    digests.add(ValueDigest.of(new Named("a", "x".repeat(10_001), List.of(1, 2), true)));
    assertEquals(digests.size(), digests.stream().distinct().count());
    assertNotEquals(ValueDigest.ofList(List.of(List.of(), List.of())), ValueDigest.ofList(List.of(List.of(List.of()))));
  }

  @Test
  void otherValuesHaveNoDigest() {
    assertThrows(IllegalArgumentException.class, () -> ValueDigest.of(new Wrong(new StringBuilder("x"))));
  }

  /// The digest of a body names its pieces.
  @Test
  void everyPieceHasADigestOfItsOwn() throws ReflectiveOperationException {
    List<Digest> digests = new ArrayList<>();
    for (Class<?> type : Piece.class.getPermittedSubclasses()) {
      for (int number : new int[] {1, 2}) {
        Piece piece = piece(type, number);
        assertEquals(ValueDigest.ofList(List.of(piece)), ValueDigest.ofList(List.of(piece(type, number))));
        digests.add(ValueDigest.ofList(List.of(piece)));
        digests.add(ValueDigest.ofList(List.of(piece, piece)));
        digests.add(ValueDigest.ofList(List.of(new Piece.Margin(3, List.of(piece)))));
      }
    }
    assertEquals(digests.size(), digests.stream().distinct().count());
  }

  private static Piece piece(Class<?> type, int number) throws ReflectiveOperationException {
    Class<?>[] parts = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values =
        Arrays.stream(parts)
            .map(part -> part == int.class ? (Object) number : part == String.class ? "text " + number : List.of(new Piece.Html("inner " + number)))
            .toArray();
    return (Piece) type.getDeclaredConstructor(parts).newInstance(values);
  }
}
