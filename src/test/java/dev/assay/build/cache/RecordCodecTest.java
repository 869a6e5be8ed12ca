package dev.assay.build.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.Body;
import dev.assay.note.ClaimDraft;
import dev.assay.note.Digest;
import dev.assay.note.Digested;
import dev.assay.note.Note;
import dev.assay.note.Piece;
import dev.assay.note.Site;
import dev.assay.note.Value;
import dev.assay.problem.Place;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecordCodecTest {
  enum Colour {
    RED {
      @Override
      int weight() {
        return 1;
      }
    },
    GREEN;

    int weight() {
      return 0;
    }
  }

  sealed interface Tree<T> {
    record Leaf<T>(T value) implements Tree<T> {}

    record Fork<T>(Tree<T> left, Tree<T> right) implements Tree<T> {}

    record None<T>() implements Tree<T> {}
  }

  record Empty() {}

  record Pair<A, B>(A a, B b) {}

  record Everything(
      String text, int number, long large, boolean yes, double real, char letter, Colour colour, Optional<String> maybe,
      OptionalDouble perhaps, List<Integer> list, Set<String> set, Map<String, List<Long>> map, LocalDate date,
      OffsetDateTime moment, Instant instant, Duration duration, ZoneId zone, BigDecimal exact, Digest digest,
      Tree<String> tree, Pair<String, Pair<Integer, List<Colour>>> pair, List<? extends Empty> empties) {}

  static Everything everything() {
    return new Everything(
        "café 데이터센터 🜁 \ud800", -7, Long.MIN_VALUE, true, -0.0, '한', Colour.RED, Optional.of(""), OptionalDouble.of(Double.NaN),
        List.of(0, -1, 63, 64, Integer.MAX_VALUE, Integer.MIN_VALUE), Set.of("b", "a", "c"), Map.of("k", List.of(1L), "j", List.of()),
        LocalDate.of(2026, 11, 22), OffsetDateTime.parse("2026-11-22T09:00:00.5+09:00"), Instant.EPOCH, Duration.ofMillis(3),
        ZoneId.of("Asia/Seoul"), new BigDecimal("1.10"), Digest.of("x"),
        new Tree.Fork<>(new Tree.Leaf<>("l"), new Tree.Fork<>(new Tree.None<>(), new Tree.Leaf<>("l"))),
        new Pair<>("p", new Pair<>(3, List.of(Colour.GREEN, Colour.RED))), List.of(new Empty(), new Empty()));
  }

  @Test
  void readsWhatItWrote() throws DamagedException {
    RecordCodec<Everything> codec = RecordCodec.of(Everything.class);
    assertEquals(everything(), codec.read(codec.write(everything())));
    byte[] padded = new byte[codec.write(everything()).length + 9];
    System.arraycopy(codec.write(everything()), 0, padded, 4, padded.length - 9);
    assertEquals(everything(), codec.read(padded, 4, padded.length - 9));
  }

  record Both(String a, String b) {}

  @Test
  void textsOfAnyLengthComeBack() throws DamagedException {
    RecordCodec<Both> codec = RecordCodec.of(Both.class);
    for (int length : new int[] {0, 1, 63, 64, 127, 128, 8191, 8192, 8193, 100_000}) {
      for (String letter : List.of("a", "ÿ", "Ā", "한")) {
        Both texts = new Both(letter.repeat(length), "a".repeat(length) + letter);
        assertEquals(texts, codec.read(codec.write(texts)));
      }
    }
  }

  @Test
  void equalTextsAreWrittenOnce() {
    RecordCodec<Both> codec = RecordCodec.of(Both.class);
    int one = codec.write(new Both("a".repeat(1000), "b")).length;
    int two = codec.write(new Both("a".repeat(1000), "a".repeat(1000))).length;
    assertTrue(two < one);
  }

  record Unordered(Set<String> set, Map<String, Integer> map) {}

  @Test
  void setsAndMapsWithoutOrderGiveTheSameBytes() throws DamagedException {
    RecordCodec<Unordered> codec = RecordCodec.of(Unordered.class);
    Set<String> names = new HashSet<>(64);
    Map<String, Integer> numbers = new HashMap<>(64);
    IntStream.range(0, 100).forEach(i -> {
      names.add("n" + i);
      numbers.put("n" + i, i);
    });
    byte[] bytes = codec.write(new Unordered(names, numbers));
    assertArrayEquals(bytes, codec.write(new Unordered(Set.copyOf(names), Map.copyOf(numbers))));
    assertArrayEquals(bytes, codec.write(codec.read(bytes)));
  }

  @Test
  void setsAndMapsWithAnOrderKeepIt() throws DamagedException {
    RecordCodec<Unordered> codec = RecordCodec.of(Unordered.class);
    Map<String, Integer> map = new LinkedHashMap<>();
    map.put("z", 1);
    map.put("a", 2);
    Unordered read = codec.read(codec.write(new Unordered(new LinkedHashSet<>(List.of("z", "a")), map)));
    assertEquals(List.of("z", "a"), List.copyOf(read.set()));
    assertEquals(List.of("z", "a"), List.copyOf(read.map().keySet()));
  }

  record Twice(Value value, List<Value> values) {}

  @Test
  void aTypeThatContainsItselfIsFine() throws DamagedException {
    Place place = new Place("content/x.md", 3, 4, 5);
    Value value = new Value.Scalar("1.10", false, place);
    for (int i = 0; i < 60; i++) {
      value = i % 2 == 0 ? new Value.Sequence(List.of(value, value), place) : new Value.Mapping(List.of(new Value.Entry("k", place, value)), place);
      if (i % 10 == 9) {
        value = new Value.Sequence(List.of(new Value.Scalar("", true, place)), place);
      }
    }
    RecordCodec<Twice> codec = RecordCodec.of(Twice.class);
    assertEquals(new Twice(value, List.of(value)), codec.read(codec.write(new Twice(value, List.of(value)))));
  }

  @Test
  void valuesNestedTooDeepAreRefusedWithoutOverflowing() {
    Place place = new Place("x", 1, 1, 1);
    Value value = new Value.Scalar("x", false, place);
    for (int i = 0; i < 5000; i++) {
      value = new Value.Sequence(List.of(value), place);
    }
    Twice deep = new Twice(value, List.of());
    assertThrows(IllegalArgumentException.class, () -> RecordCodec.of(Twice.class).write(deep));
  }

  @Test
  void theSchemaFollowsTheType() {
    record A(String x, int y) {}
    record B(String x, long y) {}
    assertEquals(RecordCodec.of(A.class).schema(), RecordCodec.of(A.class).schema());
    assertNotEquals(RecordCodec.of(A.class).schema(), RecordCodec.of(B.class).schema());
  }

  @Test
  void whatCannotBeWrittenIsNamed() {
    record Bad(String x, List<Thread> threads) {}
    String message = assertThrows(IllegalArgumentException.class, () -> RecordCodec.of(Bad.class)).getMessage();
    assertTrue(message.contains("threads") && message.contains("java.lang.Thread"), message);
    String nothing = assertThrows(IllegalArgumentException.class, () -> RecordCodec.of(Both.class).write(new Both("a", null))).getMessage();
    assertTrue(nothing.contains(".b is null"), nothing);
  }

  @Test
  void aTypeCanBeReplaced() throws DamagedException {
    record Holder(Body body, String text) {}
    Body held = new Body.Held(Digest.of("b"), List.of(new Piece.Html("<p>x</p>")));
    RecordCodec<Holder> codec = RecordCodec.with().replacing(Body.class, Digest.class, Body::digest, _ -> held).of(Holder.class);
    assertEquals(new Holder(held, "t"), codec.read(codec.write(new Holder(held, "t"))));
  }

  @Test
  void theSharedRecordsCanBeWritten() {
    RecordCodec.of(Site.class);
    RecordCodec.with()
        .replacing(Body.class, Digest.class, Body::digest, digest -> new Body.Held(digest, List.of()))
        .replacing(ClaimDraft.Text.class, ClaimDraft.Held.class, text -> new ClaimDraft.Held(text.pieces(), text.excerpt()), held -> held)
        .of(Note.class);
  }

  @Test
  void damagedBytesFailCleanly() {
    RecordCodec<Everything> codec = RecordCodec.of(Everything.class);
    byte[] good = codec.write(everything());
    long seed = 20261122;
    Random random = new Random(seed);
    int refused = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] bad = good.clone();
      for (int change = random.nextInt(4); change >= 0; change--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      if (round % 3 == 0) {
        bad = java.util.Arrays.copyOf(bad, random.nextInt(bad.length + 8));
      }
      try {
        codec.read(bad);
      } catch (DamagedException e) {
        refused++;
      }
    }
    assertTrue(refused > 10_000, "seed " + seed + ": " + refused);
  }

  @Test
  void damagedBytesCannotNestTooDeepOrAskForMuchMemory() {
    RecordCodec<Twice> codec = RecordCodec.of(Twice.class);
    byte[] sequences = new byte[100_000];
    java.util.Arrays.fill(sequences, (byte) 1);
    sequences[0] = 0;
    assertThrows(DamagedException.class, () -> codec.read(sequences));
    byte[] long1 = {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x7f};
    assertThrows(DamagedException.class, () -> codec.read(long1));
    byte[] long2 = {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x7f};
    assertThrows(DamagedException.class, () -> codec.read(long2));
    assertThrows(DamagedException.class, () -> codec.read(new byte[0]));
  }

  @Test
  void digestsTellValuesApart() {
    assertEquals(Digests.digestOf(everything()), Digests.digestOf(everything()));
    assertNotEquals(Digests.digestOf(new Both("a", "bc")), Digests.digestOf(new Both("ab", "c")));
    assertNotEquals(Digests.digestOf(new Both("a", "b")), Digests.digestOf(new Pair<>("a", "b")));
    assertNotEquals(Digests.digestOf(new Both("Ā", "")), Digests.digestOf(new Both("\u0001\u0000", "")));
    assertNotEquals(Digests.digestOf(List.of("a")), Digests.digestOf(Set.of("a")));
    assertNotEquals(Digests.digestOf(1), Digests.digestOf(1L));
    assertNotEquals(Digests.digestOf(Optional.empty()), Digests.digestOf(Optional.of("")));
    assertEquals(Digests.digestOf(new TreeMap<>(Map.of("b", 1, "a", 2))), Digests.digestOf(Map.of("b", 1, "a", 2)));
    assertNotEquals(Digests.digestOf("a", "b"), Digests.digestOf("ab"));
  }

  record Known(Digest digest, Object never) implements Digested {}

  record Page(String title, List<Object> parts, Digested body) {}

  @Test
  void aValueThatKnowsItsDigestContributesOnlyThat() {
    Known known = new Known(Digest.of("x"), new Thread());
    Known same = new Known(Digest.of("x"), new Object());
    Known other = new Known(Digest.of("y"), new Object());
    assertEquals(Digests.digestOf(new Page("t", List.of("a", 1), known)), Digests.digestOf(new Page("t", List.of("a", 1), same)));
    assertNotEquals(Digests.digestOf(new Page("t", List.of(), known)), Digests.digestOf(new Page("t", List.of(), other)));
    assertNotEquals(Digests.digestOf(new Page("t", List.of(1), known)), Digests.digestOf(new Page("t", List.of("1"), known)));
    assertNotEquals(Digests.digestOf(new Page("t", List.of(known), known)), Digests.digestOf(new Page("t", List.of(other), known)));
  }

  @Test
  void digestsAreTheSameInEveryRun() {
    record Fixed(String a, Set<String> b, Colour c) {}
    assertEquals("a6edfa371b0dd0f3616ea792f8b5f3e2", Digests.digestOf(new Fixed("a", Set.of("x", "y", "z"), Colour.GREEN)).hex());
  }
}
