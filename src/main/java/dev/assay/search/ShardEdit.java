package dev.assay.search;

import dev.assay.note.Digest;
import dev.assay.search.TermShards.Shard;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Brings other words of a few leaves into the shards as they lie, which come out as [TermShards] would make them of the whole
/// site. Only those shards are read in which something changes, and sometimes one beside them, because a shard that grows or
/// shrinks may end elsewhere.
public final class ShardEdit {
  private final List<Shard> shards;
  private final Source source;

  /// By term and leaf: the mark, or that there is none any more.
  private final SortedMap<String, SortedMap<Integer, Optional<Byte>>> changes;
  private final List<Shard> now = new ArrayList<>();
  private final Map<String, byte[]> made = new HashMap<>();

  /// Where the bytes of shards lie.
  @FunctionalInterface
  public interface Source {
    /// The bytes of a shard; empty when they are not what they were.
    Optional<byte[]> read(Shard shard);
  }

  /// What shards have become.
  ///
  /// @param shards all, in the order of their terms
  /// @param made   the bytes of those that are new or have other bytes, by name
  /// @param gone   those that are no more
  public record Edited(List<Shard> shards, Map<String, byte[]> made, List<Shard> gone) {}

  private ShardEdit(List<Shard> shards, Source source, SortedMap<String, SortedMap<Integer, Optional<Byte>>> changes) {
    this.shards = shards;
    this.source = source;
    this.changes = changes;
  }

  /// What other words of some leaves make of the shards of a site; empty when the shards are not what they were.
  ///
  /// @param was what the words of each leaf were
  /// @param are what they are
  public static Optional<Edited> of(List<Shard> shards, Source source, Map<Integer, NoteWords.Leaf> was, Map<Integer, NoteWords.Leaf> are) {
    SortedMap<String, SortedMap<Integer, Optional<Byte>>> changes = new TreeMap<>();
    was.forEach((number, leaf) -> leaf.terms().forEach(term -> of(changes, term).put(number, Optional.empty())));
    are.forEach((number, leaf) -> {
      for (int i = 0; i < leaf.marks().length; i++) {
        of(changes, leaf.terms().get(i)).put(number, Optional.of(leaf.marks()[i]));
      }
    });
    // What has the mark that it had is no change.
    was.forEach((number, leaf) -> {
      for (int i = 0; i < leaf.marks().length; i++) {
        String term = leaf.terms().get(i);
        SortedMap<Integer, Optional<Byte>> of = of(changes, term);
        if (Optional.of(leaf.marks()[i]).equals(of.get(number))) {
          of.remove(number);
        }
      }
    });
    changes.values().removeIf(Map::isEmpty);
    if (shards.isEmpty()) {
      return Optional.empty();
    }
    ShardEdit edit = new ShardEdit(shards, source, changes);
    try {
      return Optional.of(edit.edited());
    } catch (IllegalArgumentException | ArithmeticException _) {
      // Bytes that are not what they were, or were written by something else.
      return Optional.empty();
    }
  }

  private static SortedMap<Integer, Optional<Byte>> of(SortedMap<String, SortedMap<Integer, Optional<Byte>>> changes, String term) {
    return changes.computeIfAbsent(term, _ -> new TreeMap<>());
  }

  private Edited edited() {
    SortedSet<Integer> touched = touched();
    int at = 0;
    while (at < shards.size()) {
      if (touched.contains(at)) {
        at = stretch(at, touched);
      } else {
        now.add(shards.get(at));
        at++;
      }
    }
    Set<Shard> before = new HashSet<>(shards);
    now.stream().filter(before::contains).forEach(shard -> made.remove(shard.name()));
    Set<String> names = now.stream().map(Shard::name).collect(Collectors.toSet());
    return new Edited(now, made, shards.stream().filter(shard -> !names.contains(shard.name())).toList());
  }

  /// The shards in which something changes. Where the first term of one does, the one before may end elsewhere.
  private SortedSet<Integer> touched() {
    SortedSet<Integer> touched = new TreeSet<>();
    for (String term : changes.keySet()) {
      int shard = holder(term);
      touched.add(shard);
      if (shard > 0 && shards.get(shard).first().equals(term)) {
        touched.add(shard - 1);
      }
    }
    return touched;
  }

  /// The last shard that does not begin behind a term.
  private int holder(String term) {
    int low = 0;
    int high = shards.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (shards.get(middle).first().compareTo(term) <= 0) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /// Cuts anew from the beginning of a shard to that of another from which on all is what it was, and takes that, too. Returns the
  /// number of the next.
  private int stretch(int from, SortedSet<Integer> touched) {
    Cutting cutting = new Cutting(shards.get(from).name(), this::take);
    int at = from;
    boolean goesOn = true;
    while (goesOn) {
      feed(at, cutting);
      at++;
      goesOn = at < shards.size() && (touched.contains(at) || !cutting.endsBefore(shards.get(at)));
    }
    if (at == shards.size()) {
      cutting.end("");
      return at;
    }
    // It is what it was, but what it is called tells it from the last term before.
    Shard next = shards.get(at);
    String name = cutting.end(next.first());
    if (!name.equals(next.name())) {
      made.put(name, read(next));
    }
    now.add(new Shard(name, next.first(), next.list(), next.size(), next.digest()));
    return at + 1;
  }

  private void take(Cutting.Head head, byte[] bytes) {
    now.add(Shard.of(head, bytes));
    made.put(head.name(), bytes);
  }

  private byte[] read(Shard shard) {
    byte[] bytes = source.read(shard).orElseThrow(() -> new IllegalArgumentException("a shard is not what it was: " + shard));
    if (!Digest.of(bytes).equals(shard.digest())) {
      throw new IllegalArgumentException("a shard is not what it was: " + shard);
    }
    return bytes;
  }

  /// Adds the terms of a shard as they are now.
  private void feed(int number, Cutting cutting) {
    byte[] bytes = read(shards.get(number));
    SortedMap<String, SortedMap<Integer, Optional<Byte>>> here = number == 0 ? changes : changes.tailMap(shards.get(number).first());
    here = number + 1 == shards.size() ? here : here.headMap(shards.get(number + 1).first());
    Iterator<Map.Entry<String, SortedMap<Integer, Optional<Byte>>>> waiting = here.entrySet().iterator();
    Map.Entry<String, SortedMap<Integer, Optional<Byte>>> next = waiting.hasNext() ? waiting.next() : null;
    Octets in = new Octets(bytes, 0, bytes.length);
    byte[] term = new byte[0];
    while (in.left() > 0) {
      int shared = Octets.bounded(in.number(), term.length);
      byte[] rest = in.bytes(in.number());
      term = Arrays.copyOf(term, shared + rest.length);
      System.arraycopy(rest, 0, term, shared, rest.length);
      String word = new String(term, StandardCharsets.UTF_8);
      byte[] list = in.bytes(in.number());
      while (next != null && next.getKey().compareTo(word) < 0) {
        add(next.getKey(), new byte[] {0, 0}, next.getValue(), cutting);
        next = waiting.hasNext() ? waiting.next() : null;
      }
      if (next != null && next.getKey().equals(word)) {
        add(word, list, next.getValue(), cutting);
        next = waiting.hasNext() ? waiting.next() : null;
      } else {
        cutting.add(word, new Bytes(0).all(list));
      }
    }
    while (next != null) {
      add(next.getKey(), new byte[] {0, 0}, next.getValue(), cutting);
      next = waiting.hasNext() ? waiting.next() : null;
    }
  }

  /// Adds a term with another list, or not at all when nothing is left of it.
  private static void add(String term, byte[] list, SortedMap<Integer, Optional<Byte>> change, Cutting cutting) {
    Postings.Read was = Postings.read(new Octets(list, 0, list.length));
    SortedMap<Integer, Byte> marks = new TreeMap<>();
    for (int i = 0; i < was.marks().length; i++) {
      marks.put(was.numbers()[i], was.marks()[i]);
    }
    change.forEach((leaf, mark) -> mark.ifPresentOrElse(value -> marks.put(leaf, value), () -> marks.remove(leaf)));
    if (!marks.isEmpty()) {
      int[] numbers = marks.keySet().stream().mapToInt(Integer::intValue).toArray();
      byte[] all = new byte[numbers.length];
      for (int i = 0; i < all.length; i++) {
        all[i] = marks.getOrDefault(numbers[i], (byte) 0);
      }
      Bytes out = new Bytes(list.length + 16);
      Postings.write(numbers, all, 0, numbers.length, out);
      cutting.add(term, out);
    }
  }
}
