package dev.assay.build.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.Body;
import dev.assay.note.CheckpointDraft;
import dev.assay.note.ClaimDraft;
import dev.assay.note.Digest;
import dev.assay.note.EntityRow;
import dev.assay.note.FrontMatter;
import dev.assay.note.Heading;
import dev.assay.note.Kind;
import dev.assay.note.Link;
import dev.assay.note.Mention;
import dev.assay.note.Note;
import dev.assay.note.Piece;
import dev.assay.note.SourceId;
import dev.assay.problem.Code;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoteCacheTest {
  private static final Digest PROGRAM = Digest.of("program");
  private static final Digest OPTIONS = Digest.of("options");

  @TempDir Path root;

  NoteCache open() {
    return NoteCache.open(root.resolve(".assay"), PROGRAM, OPTIONS);
  }

  static SourceId source(int i) {
    return new SourceId("post/note-" + i + ".md");
  }

  static Note note(int i, String text) {
    Place place = new Place("content/post/note-" + i + ".md", 3, 1, 4);
    List<Piece> pieces = List.of(new Piece.Html("<p>" + text + " 데이터센터</p>"), new Piece.Permalink(0), new Piece.ClaimTag(0));
    return new Note(
        source(i), "content/post/note-" + i + ".md", Digest.of(i + text), FrontMatter.EMPTY, new Body.Held(Digest.of(text), pieces, List.of(List.of(List.of("a", "b"), List.of("1", text)))),
        List.of(new Heading(2, "h", "H", 7)), "Title", Set.of("h", "c"), List.of(new Link("#h", Link.Role.FOLLOW, "t", "s", place)),
        List.of(new ClaimDraft(Kind.FACT, ClaimDraft.Form.TAG, Optional.of("c"), "c", List.of(), "[Fact]", pieces, List.of(0), new ClaimDraft.Names(List.of("Reuters"), List.of()), "h", place, "x")),
        List.of(new CheckpointDraft(Optional.empty(), "k", pieces, List.of(), pieces, "Q3 2026", List.of("#c"), List.of(0), place)),
        List.of(), List.of(new EntityRow("N", "h", List.of("Name"), List.of(pieces), 0)), List.of(new Mention("N", List.of(0))), List.of(), List.of(),
        List.of(Digest.of("rows of " + text)), List.of(new Piece.Html(text)), List.of(text), 12, 1,
        List.of(Problem.ofFile(Severity.WARNING, Code.MISSING_DATE, "content/post/note-" + i + ".md", "m", "h")));
  }

  /// What a note is, whatever its body lies in.
  static List<Object> content(Note note) {
    List<ClaimDraft.Held> claims = note.claims().stream().map(claim -> new ClaimDraft.Held(claim.pieces(), claim.excerpt())).toList();
    Note.Elsewhere here =
        new Note.Elsewhere(new Body.Held(note.body().digest(), List.of()), List.copyOf(note.headings()), Set.copyOf(note.anchors()), claims, List.copyOf(note.summary()));
    return List.of(note.with(here), note.body().pieces(), note.body().tables());
  }

  static void put(NoteCache cache, int i, String text) {
    cache.put(source(i), text.length(), i, Digest.of(text), note(i, text));
  }

  static List<SourceId> sources(int count) {
    return IntStream.range(0, count).mapToObj(NoteCacheTest::source).toList();
  }

  void fill(int count) throws IOException {
    try (NoteCache cache = open()) {
      for (int i = 0; i < count; i++) {
        put(cache, i, "text " + i);
      }
      assertEquals(List.of(), cache.save(sources(count)));
    }
  }

  @Test
  void aNewProcessFindsWhatWasPut() throws IOException {
    fill(300);
    try (NoteCache cache = open()) {
      for (int i = 0; i < 300; i++) {
        Note found = cache.find(source(i), ("text " + i).length(), i).orElseThrow().note();
        assertEquals(content(note(i, "text " + i)), content(found));
      }
    }
  }

  @Test
  void whatWasPutIsGivenBackFromDisk() throws IOException {
    try (NoteCache cache = open()) {
      Note given = cache.put(source(1), 4, 1, Digest.of("text"), note(1, "text")).note();
      assertTrue(given.body() instanceof PackedBody);
      assertEquals(content(note(1, "text")), content(given));
    }
  }

  @Test
  void whatANoteSaysIsReadAgainWhenTheSiteIsUnderstood() throws IOException {
    int many = 1_200;
    try (NoteCache cache = open()) {
      List<Note> given = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        given.add(cache.put(source(i), 1, i, Digest.of("text " + i), note(i, "text " + i)).note());
      }
      ClaimDraft before = given.getFirst().claims().getFirst();
      cache.settle();
      for (int i = 0; i < many; i++) {
        assertEquals(content(note(i, "text " + i)), content(given.get(i)));
      }
      ClaimDraft after = given.getFirst().claims().getFirst();
      assertNotSame(before, after);
      assertEquals(before, after);
      assertEquals(given.getFirst().claims(), List.copyOf(given.getFirst().claims()));
      assertTrue(given.getFirst().anchors().contains("h"));
      assertEquals(List.of("c", "h"), given.getFirst().anchors().stream().sorted().toList());
    }
  }

  @Test
  void aTextThatCannotBeReadMakesTheCacheAsGoodAsAbsent() throws IOException {
    try (NoteCache cache = open()) {
      Note given = cache.put(source(1), 4, 1, Digest.of("text"), note(1, "text")).note();
      cache.save(sources(2));
      cache.settle();
      for (Path pack : List.of(root.resolve(".assay/notes-1.pack"), root.resolve(".assay/notes-2.pack"))) {
        byte[] bytes = Files.readAllBytes(pack);
        bytes[0] ^= 1;
        Files.write(pack, bytes);
      }
      assertThrows(CacheLostException.class, () -> given.claims().getFirst().pieces());
      assertThrows(CacheLostException.class, () -> given.links().getFirst());
      assertFalse(Files.exists(root.resolve(".assay/notes-index")));
    }
  }

  @Test
  void anotherSizeOrTimeIsNotFoundButTheSameBytesAre() throws IOException {
    fill(1);
    try (NoteCache cache = open()) {
      assertTrue(cache.find(source(0), 7, 0).isEmpty());
      assertTrue(cache.find(source(0), 6, 1).isEmpty());
      assertTrue(cache.find(source(1), 6, 0).isEmpty());
      assertTrue(cache.findSame(source(0), 6, 1, Digest.of("other")).isEmpty());
      assertTrue(cache.findSame(source(0), 6, 1, Digest.of("text 0")).isPresent());
      cache.save(sources(1));
    }
    try (NoteCache cache = open()) {
      assertTrue(cache.find(source(0), 6, 1).isPresent());
    }
  }

  @Test
  void anotherProgramOrOtherOptionsFindNothing() throws IOException {
    fill(1);
    try (NoteCache other = NoteCache.open(root.resolve(".assay"), Digest.of("newer"), OPTIONS)) {
      assertTrue(other.find(source(0), 6, 0).isEmpty());
    }
    try (NoteCache other = NoteCache.open(root.resolve(".assay"), PROGRAM, Digest.of("strict"))) {
      assertTrue(other.find(source(0), 6, 0).isEmpty());
      put(other, 0, "text 0");
      other.save(sources(1));
    }
    assertEquals(3, files().size());
    try (NoteCache cache = open()) {
      assertTrue(cache.find(source(0), 6, 0).isEmpty());
    }
  }

  private Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(root.resolve(".assay"))) {
      for (Path file : all.toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  @Test
  void nothingChangedWritesNothing() throws IOException {
    fill(5);
    Map<String, Object> before = times();
    try (NoteCache cache = open()) {
      IntStream.range(0, 5).forEach(i -> assertTrue(cache.find(source(i), 6, i).isPresent()));
      cache.save(sources(5));
    }
    assertEquals(before, times());
  }

  private Map<String, Object> times() throws IOException {
    Map<String, Object> times = new TreeMap<>();
    for (String name : files().keySet()) {
      times.put(name, Files.getLastModifiedTime(root.resolve(".assay").resolve(name)));
    }
    return times;
  }

  @Test
  void aSourceThatIsGoneIsForgotten() throws IOException {
    fill(3);
    try (NoteCache cache = open()) {
      cache.save(sources(2));
    }
    try (NoteCache cache = open()) {
      assertTrue(cache.find(source(1), 6, 1).isPresent());
      assertTrue(cache.find(source(2), 6, 2).isEmpty());
    }
  }

  @Test
  void aBuildThatIsCutOffLosesOnlyWhatItWouldHaveSaved() throws IOException {
    fill(3);
    try (NoteCache cache = open()) {
      put(cache, 0, "edited and never saved, " + "x".repeat(300_000));
    }
    try (NoteCache cache = open()) {
      assertEquals(content(note(0, "text 0")), content(cache.find(source(0), 6, 0).orElseThrow().note()));
      put(cache, 1, "edited");
      cache.save(sources(3));
    }
    try (NoteCache cache = open()) {
      assertEquals(content(note(0, "text 0")), content(cache.find(source(0), 6, 0).orElseThrow().note()));
      assertEquals(content(note(1, "edited")), content(cache.find(source(1), 6, 1).orElseThrow().note()));
    }
  }

  @Test
  void manyEditsDoNotMakeItGrowForEver() throws IOException {
    fill(20);
    String large = "x".repeat(200_000);
    for (int round = 0; round < 60; round++) {
      try (NoteCache cache = open()) {
        Note before = cache.find(source(3), 6, 3).orElseThrow().note();
        put(cache, 7, large + round);
        assertEquals(List.of(), cache.save(sources(20)));
        assertEquals(content(note(3, "text 3")), content(before), "a body that was given out stays readable");
      }
    }
    long size = files().values().stream().mapToLong(bytes -> bytes.length).sum();
    assertTrue(size < 12_000_000, "bytes: " + size);
    assertEquals(3, files().size());
    try (NoteCache cache = open()) {
      assertEquals(content(note(7, large + 59)), content(cache.find(source(7), 200_002, 7).orElseThrow().note()));
      assertEquals(content(note(19, "text 19")), content(cache.find(source(19), 7, 19).orElseThrow().note()));
    }
  }

  @Test
  void aDamagedCacheIsAnEmptyOneOrGivesWhatWasPut() throws IOException {
    fill(8);
    Map<String, byte[]> good = files();
    Random random = new Random(7);
    for (int round = 0; round < 400; round++) {
      List<String> names = List.copyOf(good.keySet());
      String name = names.get(random.nextInt(names.size()));
      byte[] bad = good.get(name).clone();
      switch (round % 3) {
        case 0 -> bad[random.nextInt(bad.length)] ^= (byte) (1 + random.nextInt(255));
        case 1 -> bad = java.util.Arrays.copyOf(bad, random.nextInt(bad.length));
        default -> random.nextBytes(bad);
      }
      for (Map.Entry<String, byte[]> each : good.entrySet()) {
        Files.write(root.resolve(".assay").resolve(each.getKey()), each.getKey().equals(name) ? bad : each.getValue());
      }
      try (NoteCache cache = open()) {
        List<Note> found = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          cache.find(source(i), 6, i).ifPresent(kept -> found.add(kept.note()));
        }
        for (Note note : found) {
          try {
            int i = Integer.parseInt(note.source().value().replaceAll("[^0-9]", ""));
            assertEquals(content(note(i, "text " + i)), content(note));
          } catch (CacheLostException e) {
            assertFalse(Files.exists(root.resolve(".assay/notes-index")), "the next build does without");
          }
        }
      }
    }
  }

  @Test
  void aMissingPackIsAnEmptyCache() throws IOException {
    fill(2);
    for (String name : files().keySet()) {
      if (name.endsWith(".pack")) {
        Files.delete(root.resolve(".assay").resolve(name));
      }
    }
    try (NoteCache cache = open()) {
      assertTrue(cache.find(source(0), 6, 0).isEmpty());
      put(cache, 0, "text 0");
      cache.save(sources(1));
    }
    try (NoteCache cache = open()) {
      assertTrue(cache.find(source(0), 6, 0).isPresent());
    }
  }

  @Test
  void aFolderThatCannotBeMadeCostsOnlyTime() throws IOException {
    Files.writeString(root.resolve("file"), "x");
    try (NoteCache cache = NoteCache.open(root.resolve("file"), PROGRAM, OPTIONS)) {
      assertTrue(cache.find(source(0), 6, 0).isEmpty());
      Note note = note(0, "text");
      assertEquals(note, cache.put(source(0), 4, 0, Digest.of("text"), note).note());
      List<Problem> problems = cache.save(sources(1));
      assertEquals(1, problems.size());
      assertFalse(problems.getFirst().isError());
    }
  }

  @Test
  void manyThreadsMayUseIt() throws IOException {
    try (NoteCache cache = open()) {
      IntStream.range(0, 400).parallel().forEach(i -> {
        put(cache, i, "text " + i + "y".repeat(i * 10));
        Note found = cache.find(source(i), ("text " + i).length() + i * 10, i).orElseThrow().note();
        assertEquals(content(note(i, "text " + i + "y".repeat(i * 10))), content(found));
      });
      cache.save(sources(400));
    }
  }

  @Test
  void lookingLeavesNoTrace() throws IOException {
    try (NoteCache cache = open()) {
      assertTrue(cache.find(source(0), 6, 0).isEmpty());
      cache.save(List.of());
    }
    assertFalse(Files.exists(root.resolve(".assay")));
    fill(1);
    Map<String, byte[]> before = files();
    try (NoteCache other = NoteCache.open(root.resolve(".assay"), Digest.of("newer"), OPTIONS)) {
      assertTrue(other.find(source(0), 6, 0).isEmpty());
    }
    assertEquals(before.keySet(), files().keySet());
  }

  @Test
  void anOldSchemaIsNotRead() {
    assertThrows(DamagedException.class, () -> RecordCodec.of(PackedBody.Pieces.class).read(new byte[] {9, 9, 9}));
  }
}
