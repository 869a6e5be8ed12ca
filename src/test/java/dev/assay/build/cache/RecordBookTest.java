package dev.assay.build.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.assay.note.Digest;
import dev.assay.note.SourceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordBookTest {
  private static final SourceId A = new SourceId("a.md");
  private static final SourceId B = new SourceId("b.md");
  private static final SourceId C = new SourceId("c.md");

  @TempDir private Path folder;
  private Path file;

  record Entry(String text, List<Integer> numbers) {}

  private static Entry entry(int i) {
    return new Entry("한 " + "x".repeat(i), List.of(-1, i, Integer.MAX_VALUE));
  }

  private RecordBook<Entry> book() {
    return new RecordBook<>(file, Entry.class, Digest.of("program"));
  }

  @BeforeEach
  void hasTwo() throws IOException {
    file = folder.resolve("book");
    try (RecordBook<Entry>.Draft draft = book().draft()) {
      draft.put(A, Optional.of(entry(1)));
      draft.put(B, Optional.of(entry(200_000)));
      draft.finish(_ -> true);
    }
  }

  @Test
  void findsWhatWasPut() throws IOException {
    assertEquals(Optional.of(entry(1)), book().find(A));
    assertEquals(Optional.of(entry(200_000)), book().find(B));
    assertEquals(Optional.empty(), book().find(C));
  }

  @Test
  void replacesKeepsAndForgets() throws IOException {
    try (RecordBook<Entry>.Draft draft = book().draft()) {
      draft.put(A, Optional.of(entry(7)));
      draft.put(C, Optional.of(entry(8)));
      draft.put(C, Optional.of(entry(9)));
      draft.finish(_ -> true);
    }
    assertEquals(List.of(Optional.of(entry(7)), Optional.of(entry(200_000)), Optional.of(entry(9))), List.of(book().find(A), book().find(B), book().find(C)));
    try (RecordBook<Entry>.Draft draft = book().draft()) {
      draft.put(A, Optional.empty());
      draft.finish(note -> !note.equals(B));
    }
    assertEquals(List.of(Optional.empty(), Optional.empty(), Optional.of(entry(9))), List.of(book().find(A), book().find(B), book().find(C)));
  }

  @Test
  void aDraftThatIsNotFinishedCountsAsNothing() throws IOException {
    try (RecordBook<Entry>.Draft draft = book().draft()) {
      draft.put(A, Optional.of(entry(300_000)));
    }
    assertEquals(Optional.of(entry(1)), book().find(A));
    assertFalse(Files.size(file) < 200_000);
  }

  @Test
  void nothingIsWrittenForNothing() throws IOException {
    long before = Files.getLastModifiedTime(file).toMillis();
    RecordBook<Entry>.Draft draft = book().draft();
    draft.finish(_ -> false);
    draft.put(A, Optional.of(entry(5)));
    assertEquals(before, Files.getLastModifiedTime(file).toMillis());
    assertEquals(Optional.of(entry(1)), book().find(A));
  }

  @Test
  void whatIsDamagedIsAbsentAndCanBeReplaced() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int i : IntStream.range(0, whole.length).filter(at -> at < 40 || at % 5_003 == 0 || at > whole.length - 200).toArray()) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 0x21;
      Files.write(file, damaged);
      Optional<Entry> a = book().find(A);
      Optional<Entry> b = book().find(B);
      assertEquals(a.isPresent() ? Optional.of(entry(1)) : Optional.empty(), a, "byte " + i);
      assertEquals(b.isPresent() ? Optional.of(entry(200_000)) : Optional.empty(), b, "byte " + i);
    }
    for (int length : List.of(0, 1, 39, 40, 41, whole.length - 1)) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      assertEquals(Optional.empty(), book().find(B), "length " + length);
    }
    try (RecordBook<Entry>.Draft draft = book().draft()) {
      draft.put(C, Optional.of(entry(3)));
      draft.finish(_ -> true);
    }
    assertEquals(Optional.of(entry(3)), book().find(C));
  }

  @Test
  void anotherProgramOrFormFindsNothing() throws IOException {
    record Other(String text) {}
    assertEquals(Optional.empty(), new RecordBook<>(file, Entry.class, Digest.of("another")).find(A));
    assertEquals(Optional.empty(), new RecordBook<>(file, Other.class, Digest.of("program")).find(A));
  }
}
