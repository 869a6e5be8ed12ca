package dev.assay.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.Digest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Shards that were changed where they lie are those that the whole site would give.
class ShardEditTest {
  private static final int LEAVES = 150;

  private final SplittableRandom random = new SplittableRandom(20_261_123);
  private final List<String> words = words();

  /// Words of three scripts that begin alike, some of them long: shards end in the middle of them.
  private List<String> words() {
    Set<String> words = new TreeSet<>();
    String[] parts = {"a", "ab", "rack", "0", "9", "전력", "반도", "😀", "é", "z", "qu", "memory"};
    while (words.size() < 3_000) {
      StringBuilder word = new StringBuilder();
      for (int i = random.nextInt(1, 7); i > 0; i--) {
        word.append(parts[random.nextInt(parts.length)]);
      }
      words.add(word.toString());
    }
    return List.copyOf(words);
  }

  /// Words that stand nearly everywhere and words that stand nearly nowhere.
  private NoteWords.Leaf leaf(int from) {
    SortedMap<String, Byte> marks = new TreeMap<>();
    for (int i = 0; i < 250; i++) {
      int rank = (int) (Math.pow(random.nextDouble(), 3) * words.size());
      marks.put(words.get((rank * 7 + from) % words.size()), mark());
    }
    return leaf(marks);
  }

  private byte mark() {
    return (byte) ((random.nextInt(1, 16) << 4) | (random.nextInt(4) == 0 ? random.nextInt(16) : 0));
  }

  private static NoteWords.Leaf leaf(SortedMap<String, Byte> marks) {
    byte[] all = new byte[marks.size()];
    int at = 0;
    for (byte mark : marks.values()) {
      all[at++] = mark;
    }
    return new NoteWords.Leaf(List.copyOf(marks.keySet()), all);
  }

  private static TermShards shards(List<NoteWords.Leaf> leaves) {
    Set<String> all = new TreeSet<>();
    leaves.forEach(leaf -> all.addAll(leaf.terms()));
    List<String> terms = List.copyOf(all);
    Map<String, Integer> numbers = new HashMap<>();
    terms.forEach(term -> numbers.put(term, numbers.size()));
    SequencedMap<String, KnownNote> notes = new LinkedHashMap<>();
    for (NoteWords.Leaf leaf : leaves) {
      int[] of = leaf.terms().stream().mapToInt(term -> numbers.getOrDefault(term, -1)).toArray();
      notes.put("n" + notes.size(), new KnownNote(Digest.of(""), List.of(new KnownNote.Leaf(of, leaf.marks()))));
    }
    return TermShards.of(new SearchMemory(terms, notes));
  }

  private NoteWords.Leaf edited(NoteWords.Leaf leaf, int round) {
    SortedMap<String, Byte> marks = new TreeMap<>();
    for (int i = 0; i < leaf.marks().length; i++) {
      marks.put(leaf.terms().get(i), leaf.marks()[i]);
    }
    int most = round % 7 == 0 ? 200 : round % 3 == 0 ? 1 : 12;
    for (int i = random.nextInt(1, most + 1); i > 0; i--) {
      String word = words.get(random.nextInt(words.size()));
      switch (random.nextInt(3)) {
        case 0 -> marks.remove(leaf.terms().get(random.nextInt(leaf.terms().size())));
        case 1 -> marks.put(random.nextInt(4) == 0 ? word + "x".repeat(random.nextInt(9)) : word, mark());
        default -> marks.replaceAll((term, mark) -> random.nextInt(40) == 0 ? mark() : mark);
      }
    }
    return leaf(marks);
  }

  @Test
  void editedShardsAreThoseOfTheWholeSite() {
    List<NoteWords.Leaf> leaves = new ArrayList<>();
    for (int i = 0; i < LEAVES; i++) {
      leaves.add(leaf(0));
    }
    TermShards before = shards(leaves);
    int kept = 0;
    int moved = 0;
    for (int round = 0; round < 80; round++) {
      Map<Integer, NoteWords.Leaf> was = new HashMap<>();
      Map<Integer, NoteWords.Leaf> are = new HashMap<>();
      for (int i = round % 10 == 9 ? 5 : 1; i > 0; i--) {
        int number = random.nextInt(LEAVES);
        if (!was.containsKey(number)) {
          was.put(number, leaves.get(number));
          are.put(number, edited(leaves.get(number), round));
          leaves.set(number, are.get(number));
        }
      }
      TermShards after = shards(leaves);
      Set<String> read = new HashSet<>();
      TermShards old = before;
      ShardEdit.Source source = shard -> {
        read.add(shard.name());
        return Optional.of(old.bytes(shard));
      };
      ShardEdit.Edited edited = ShardEdit.of(before.shards(), source, was, are).orElseThrow();
      assertEquals(after.shards(), edited.shards(), "round " + round);
      Map<String, TermShards.Shard> known = new HashMap<>();
      before.shards().forEach(shard -> known.put(shard.name(), shard));
      Set<String> names = new HashSet<>();
      for (TermShards.Shard shard : after.shards()) {
        names.add(shard.name());
        boolean same = known.containsKey(shard.name()) && known.get(shard.name()).digest().equals(shard.digest());
        assertEquals(!same, edited.made().containsKey(shard.name()), "round " + round + ", " + shard);
        if (!same) {
          assertArrayEquals(after.bytes(shard), edited.made().get(shard.name()), "round " + round + ", " + shard);
        }
      }
      assertEquals(before.shards().stream().filter(shard -> !names.contains(shard.name())).toList(), edited.gone(), "round " + round);
      kept += before.shards().size() - read.size();
      moved += edited.gone().isEmpty() ? 0 : 1;
      before = after;
    }
    assertTrue(kept > 200, "only " + kept + " shards were left alone");
    assertTrue(moved > 5, "only " + moved + " edits moved the beginnings of shards");
  }

  @Test
  void shardsThatAreNotWhatTheyWereAreNotChanged() {
    List<NoteWords.Leaf> leaves = new ArrayList<>(List.of(leaf(0), leaf(5)));
    TermShards shards = shards(leaves);
    Map<Integer, NoteWords.Leaf> was = Map.of(0, leaves.get(0));
    Map<Integer, NoteWords.Leaf> are = Map.of(0, leaf(9));
    assertTrue(ShardEdit.of(shards.shards(), shard -> Optional.of(shards.bytes(shard)), was, are).isPresent());
    assertEquals(Optional.empty(), ShardEdit.of(shards.shards(), _ -> Optional.empty(), was, are));
    assertEquals(Optional.empty(), ShardEdit.of(shards.shards(), _ -> Optional.of(new byte[] {1, 2, 3}), was, are));
    assertEquals(Optional.empty(), ShardEdit.of(List.of(), _ -> Optional.empty(), was, are));
    // Bytes with the right digest that are no shard at all.
    byte[] wrong = {0, 1, 'a', 3, 127, 1, 1};
    TermShards.Shard forged = new TermShards.Shard("", "a", 3, wrong.length, Digest.of(wrong));
    Map<Integer, NoteWords.Leaf> letter = Map.of(0, new NoteWords.Leaf(List.of("a"), new byte[] {16}));
    assertEquals(Optional.empty(), ShardEdit.of(List.of(forged), _ -> Optional.of(wrong), Map.of(), letter));
  }
}
