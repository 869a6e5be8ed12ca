package dev.assay.build.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.note.SourceId;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowsTest {
  private static final List<String> NAMES = List.of("a.md", "a/b.md", "a-b.md", "글.md", "z.md", "zz/글/x.md", "Z.md", "post/🙂.md", "post/ﬀ.md");

  private static byte[] row(long number) {
    return ByteBuffer.allocate(12).putLong(number).putInt((int) -number).array();
  }

  /// Whatever is added, changed and taken away, the rows say what a map would, and the same again once they were written and read.
  @Test
  void rowsAreWhatAMapWouldBe() throws DamagedException {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      Map<SourceId, Long> expected = new HashMap<>();
      Rows rows = Rows.none(12);
      for (int step = 0; step < 6; step++) {
        Map<SourceId, Optional<byte[]>> changes = new HashMap<>();
        for (String name : NAMES) {
          switch (random.nextInt(4)) {
            case 0 -> {
              changes.put(new SourceId(name), Optional.empty());
              expected.remove(new SourceId(name));
            }
            case 1 -> {
              long number = random.nextLong();
              changes.put(new SourceId(name), Optional.of(row(number)));
              expected.put(new SourceId(name), number);
            }
            default -> {}
          }
        }
        rows = rows.with(changes);
        check(expected, rows);
        Rows read = Rows.read(rows.bytes(), 0, 12);
        check(expected, read);
        assertArrayEquals(rows.bytes(), read.bytes());
      }
    }
  }

  private static void check(Map<SourceId, Long> expected, Rows rows) {
    assertEquals(expected.size(), rows.size());
    for (String name : NAMES) {
      SourceId id = new SourceId(name);
      int number = rows.find(id);
      for (int guess = 0; guess < rows.size() + 2; guess++) {
        assertEquals(number, rows.find(id, guess), name);
      }
      assertEquals(expected.containsKey(id), number >= 0, name);
      if (number >= 0) {
        assertEquals(id, rows.name(number));
        assertEquals(expected.get(id), rows.eight(number, 0));
        assertEquals((int) -expected.get(id), rows.four(number, 8));
        assertArrayEquals(row(expected.get(id)), Arrays.copyOf(bytes(rows.row(number)), 12));
      }
    }
  }

  private static byte[] bytes(ByteBuffer row) {
    byte[] bytes = new byte[row.remaining()];
    row.get(bytes);
    return bytes;
  }

  @Test
  void aNumberIsAddedToEach() {
    Rows rows = Rows.none(12).with(Map.of(new SourceId("a.md"), Optional.of(row(1)), new SourceId("글.md"), Optional.of(row(-5))));
    Rows moved = rows.plus(0, 1L << 40);
    assertEquals(List.of(1 + (1L << 40), -5 + (1L << 40)), IntStream.range(0, 2).mapToObj(i -> moved.eight(i, 0)).toList());
    assertEquals(List.of(1L, -5L), IntStream.range(0, 2).mapToObj(i -> rows.eight(i, 0)).toList());
  }

  @Test
  void whatEndsTooEarlyIsDamaged() {
    byte[] bytes = Rows.none(12).with(Map.of(new SourceId("a.md"), Optional.of(row(1)))).bytes();
    for (int length = 1; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThrows(DamagedException.class, () -> Rows.read(cut, 0, 12));
    }
  }
}
