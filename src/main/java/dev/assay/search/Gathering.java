package dev.assay.search;

import dev.assay.note.Digest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Makes the next [SearchMemory] from the last one and the notes that changed.
///
/// Terms get their numbers in the order in which threads meet them; at the end all are numbered in their own order, so that
/// nothing of that is left.
public final class Gathering {
  private final SearchMemory before;
  private final AtomicInteger next;
  private final ConcurrentHashMap<String, Integer> numbers = new ConcurrentHashMap<>();

  public Gathering(SearchMemory before) {
    this.before = before;
    this.next = new AtomicInteger(before.terms().size());
  }

  /// A note that is what it was; its file's name and what names its text.
  public Optional<KnownNote> find(String file, Digest digest) {
    return before.find(file, digest);
  }

  /// A note that is new or has changed. May be called from any thread.
  public KnownNote read(Digest digest, Document document) {
    List<KnownNote.Leaf> leaves = new ArrayList<>();
    for (NoteWords.Leaf leaf : NoteWords.of(document).leaves()) {
      int[] terms = new int[leaf.terms().size()];
      for (int i = 0; i < terms.length; i++) {
        terms[i] = number(leaf.terms().get(i));
      }
      leaves.add(new KnownNote.Leaf(terms, leaf.marks()));
    }
    return new KnownNote(digest, leaves);
  }

  private int number(String term) {
    int old = Collections.binarySearch(before.terms(), term);
    return old >= 0 ? old : numbers.computeIfAbsent(term, _ -> next.getAndIncrement());
  }

  /// All notes of the site, in the order in which the index is to number them.
  public SearchMemory finish(SequencedMap<String, KnownNote> notes) {
    boolean[] used = new boolean[next.get()];
    for (KnownNote note : notes.values()) {
      for (KnownNote.Leaf leaf : note.leaves()) {
        for (int term : leaf.terms()) {
          used[term] = true;
        }
      }
    }
    if (numbers.isEmpty() && !hasUnused(used)) {
      return new SearchMemory(before.terms(), notes);
    }
    List<String> terms = new ArrayList<>(used.length);
    int[] renumbered = merged(used, terms);
    SequencedMap<String, KnownNote> all = new LinkedHashMap<>();
    for (Map.Entry<String, KnownNote> note : notes.entrySet()) {
      all.put(note.getKey(), renumbered(note.getValue(), renumbered));
    }
    return new SearchMemory(terms, all);
  }

  /// All terms in their order, the old ones, which are in theirs, and the new ones, and the new number of each.
  private int[] merged(boolean[] used, List<String> terms) {
    List<String> fresh = numbers.keySet().stream().sorted().toList();
    int[] renumbered = new int[used.length];
    int at = 0;
    for (int old = 0; old <= before.terms().size(); old++) {
      boolean last = old == before.terms().size();
      while (at < fresh.size() && (last || fresh.get(at).compareTo(before.terms().get(old)) < 0)) {
        renumbered[numbers.getOrDefault(fresh.get(at), 0)] = terms.size();
        terms.add(fresh.get(at));
        at++;
      }
      if (!last && used[old]) {
        renumbered[old] = terms.size();
        terms.add(before.terms().get(old));
      }
    }
    return renumbered;
  }

  private static boolean hasUnused(boolean[] used) {
    for (boolean each : used) {
      if (!each) {
        return true;
      }
    }
    return false;
  }

  /// A note's terms are in their order already, so their new numbers rise.
  private static KnownNote renumbered(KnownNote note, int[] numbers) {
    List<KnownNote.Leaf> leaves = new ArrayList<>();
    for (KnownNote.Leaf leaf : note.leaves()) {
      int[] terms = new int[leaf.terms().length];
      for (int i = 0; i < terms.length; i++) {
        terms[i] = numbers[leaf.terms()[i]];
      }
      leaves.add(new KnownNote.Leaf(terms, leaf.marks()));
    }
    return new KnownNote(note.digest(), leaves);
  }
}
