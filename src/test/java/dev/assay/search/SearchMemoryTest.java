package dev.assay.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.Digest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// What is remembered of notes from one build to the next comes to the same index as reading them all again.
class SearchMemoryTest {
  private static final Digest PROGRAM = Digest.of("program");

  private static Document note(String text) {
    return new Document(text, "", List.of(), List.of(new Section("", "", List.of(new Passage(text, Optional.empty())))));
  }

  private static SearchMemory of(SearchMemory before, List<String> texts) {
    Gathering gathering = new Gathering(before);
    SequencedMap<String, KnownNote> notes = new LinkedHashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      Digest digest = Digest.of(text);
      notes.put("post/" + i + ".md", gathering.find("post/" + i + ".md", digest).orElseGet(() -> gathering.read(digest, note(text))));
    }
    return gathering.finish(notes);
  }

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = 5 + random.nextInt(60); i > 0; i--) {
      int word = random.nextInt(400);
      text.append(word % 3 == 0 ? "메모" + (char) ('가' + word) : "w" + word).append(' ');
    }
    return text.toString().strip();
  }

  @Test
  void whatIsWrittenReadsBackTheSame() {
    SearchMemory memory = of(SearchMemory.EMPTY, List.of("memory price", "메모리를 산다", "𠮷野家 price"));
    byte[] bytes = memory.write(PROGRAM);
    SearchMemory again = SearchMemory.read(bytes, PROGRAM).orElseThrow();
    assertEquals(memory.terms(), again.terms());
    assertArrayEquals(bytes, again.write(PROGRAM));
    assertTrue(again.find("post/0.md", Digest.of("memory price")).isPresent());
    assertTrue(again.find("post/0.md", Digest.of("another text")).isEmpty());
  }

  @Test
  void whatIsDamagedOrOfAnotherProgramIsNothing() {
    byte[] bytes = of(SearchMemory.EMPTY, List.of("memory price", "메모리를 산다")).write(PROGRAM);
    assertTrue(SearchMemory.read(bytes, Digest.of("another")).isEmpty());
    assertTrue(SearchMemory.read(new byte[0], PROGRAM).isEmpty());
    for (int i = 0; i < bytes.length; i++) {
      byte[] damaged = bytes.clone();
      damaged[i] ^= 0x40;
      assertTrue(SearchMemory.read(damaged, PROGRAM).isEmpty(), "byte " + i);
      byte[] cut = java.util.Arrays.copyOf(bytes, i);
      assertTrue(SearchMemory.read(cut, PROGRAM).isEmpty(), "cut at " + i);
    }
  }

  @Test
  void manyEditsLeaveTheSameIndexAsReadingEverythingAgain() {
    SplittableRandom random = new SplittableRandom(20261122);
    java.util.ArrayList<String> texts = new java.util.ArrayList<>();
    for (int i = 0; i < 30; i++) {
      texts.add(text(random));
    }
    SearchMemory memory = SearchMemory.EMPTY;
    for (int round = 0; round < 40; round++) {
      switch (random.nextInt(3)) {
        case 0 -> texts.add(text(random));
        case 1 -> texts.removeLast();
        default -> texts.set(random.nextInt(texts.size()), text(random));
      }
      memory = of(SearchMemory.read(memory.write(PROGRAM), PROGRAM).orElseThrow(), texts);
      assertArrayEquals(of(SearchMemory.EMPTY, texts).write(PROGRAM), memory.write(PROGRAM), "round " + round);
    }
  }

  @Test
  void anEditTouchesFewShards() {
    SplittableRandom random = new SplittableRandom(7);
    java.util.ArrayList<String> texts = new java.util.ArrayList<>();
    for (int i = 0; i < 1_500; i++) {
      StringBuilder text = new StringBuilder();
      for (int word = 0; word < 300; word++) {
        text.append(Integer.toString(random.nextInt(60_000) + 50_000, 36)).append(' ');
      }
      texts.add(text.toString());
    }
    List<TermShards.Shard> before = TermShards.of(of(SearchMemory.EMPTY, texts)).shards();
    texts.set(700, texts.get(700) + " a few words more");
    List<TermShards.Shard> after = TermShards.of(of(SearchMemory.EMPTY, texts)).shards();
    long kept = after.stream().filter(shard -> before.stream().anyMatch(old -> old.file().equals(shard.file()) && old.digest().equals(shard.digest()))).count();
    assertTrue(after.size() > 60, after.size() + " shards");
    assertTrue(after.size() - kept <= 12, (after.size() - kept) + " of " + after.size() + " shards changed");
  }

  @Test
  void shardsAreSmallAndTheirNamesAreFilesOnAnyDisk() {
    SearchMemory memory = of(SearchMemory.EMPTY, List.of("con aux nul Memory", "메모리 ß 𠮷 ..", "x".repeat(5000)));
    TermShards shards = TermShards.of(memory);
    for (TermShards.Shard shard : shards.shards()) {
      assertTrue(shard.file().matches("_[a-z0-9-]*\\.bin"), shard.file());
      assertEquals(shard.size(), shards.bytes(shard).length);
      assertEquals(shard.digest(), Digest.of(shards.bytes(shard)));
    }
  }
}
