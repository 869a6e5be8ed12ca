package dev.assay.search;

import dev.assay.note.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The index of all terms in shards, each a range of terms in their order: so the terms that begin alike lie together, and
/// whoever is still typing a word needs no more than who has typed it.
///
/// A shard ends where it has a fair size and the next term says so by its own hash, or where it is full. So an edit moves the
/// ends of few shards, and the files of the others stay what they were.
///
/// A shard is its terms one after another: how many bytes of the term before it shares, the rest of it with its length, the
/// length of its list, and the list ([Postings]) of the leaves that have it, with their marks.
public final class TermShards {
  private static final int FAIR = 8_000;
  private static final int FULL = 16_000;

  /// One in this many terms may begin a shard.
  private static final int SELDOM = 4;

  private final List<String> terms;
  private final int[] starts;
  private final int[] leaves;
  private final byte[] marks;
  private final List<Shard> shards = new ArrayList<>();
  private final int leafCount;

  /// One file.
  ///
  /// @param name   its first term, or as much of it as tells it from the term before; empty for the first shard
  /// @param digest names its bytes
  public record Shard(String name, int from, int to, int size, Digest digest) {
    /// A name for a file that any disk takes: letters that are not small Latin ones are written as numbers.
    public String file() {
      StringBuilder file = new StringBuilder("_");
      name.codePoints()
          .forEach(
              c -> {
                if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                  file.append((char) c);
                } else {
                  file.append('-').append(Integer.toHexString(c)).append('-');
                }
              });
      return file + ".bin";
    }
  }

  private TermShards(List<String> terms, Collection<KnownNote> notes) {
    this.terms = terms;
    this.starts = new int[terms.size() + 1];
    int count = 0;
    for (KnownNote note : notes) {
      for (KnownNote.Leaf leaf : note.leaves()) {
        count++;
        for (int term : leaf.terms()) {
          starts[term + 1]++;
        }
      }
    }
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    this.leafCount = count;
    this.leaves = new int[starts[terms.size()]];
    this.marks = new byte[leaves.length];
    fill(notes);
  }

  private void fill(Collection<KnownNote> notes) {
    int[] filled = starts.clone();
    int number = 0;
    for (KnownNote note : notes) {
      for (KnownNote.Leaf leaf : note.leaves()) {
        for (int i = 0; i < leaf.terms().length; i++) {
          int at = filled[leaf.terms()[i]]++;
          leaves[at] = number;
          marks[at] = leaf.marks()[i];
        }
        number++;
      }
    }
  }

  /// The shards of a site.
  public static TermShards of(SearchMemory memory) {
    TermShards all = new TermShards(memory.terms(), memory.notes().values());
    all.cut();
    return all;
  }

  /// In the order of their terms.
  public List<Shard> shards() {
    return List.copyOf(shards);
  }

  /// How many leaves the notes have together.
  public int leafCount() {
    return leafCount;
  }

  private void cut() {
    Bytes shard = new Bytes(FULL * 2);
    Bytes term = new Bytes(FULL);
    int from = 0;
    for (int i = 0; i < terms.size(); i++) {
      int before = shard.size();
      add(i, i == from ? "" : terms.get(i - 1), shard, term);
      if (i > from && (shard.size() > FULL || (before >= FAIR && mayBegin(terms.get(i))))) {
        end(from, i, shard.first(before), shard);
        from = i;
        add(i, "", shard, term);
      }
    }
    if (from < terms.size()) {
      end(from, terms.size(), shard.toArray(), shard);
    }
  }

  private static boolean mayBegin(String term) {
    return Math.floorMod((term.hashCode() * 0x9E3779B1) >>> 16, SELDOM) == 0;
  }

  private void end(int from, int to, byte[] bytes, Bytes shard) {
    shards.add(new Shard(name(from), from, to, bytes.length, Digest.of(bytes)));
    shard.clear();
  }

  private String name(int from) {
    if (from == 0) {
      return "";
    }
    String term = terms.get(from);
    int shared = SearchMemory.shared(terms.get(from - 1), term);
    return term.substring(0, term.offsetByCodePoints(shared, 1));
  }

  /// The bytes of a shard.
  public byte[] bytes(Shard shard) {
    Bytes out = new Bytes(shard.size());
    Bytes term = new Bytes(FULL);
    for (int i = shard.from(); i < shard.to(); i++) {
      add(i, i == shard.from() ? "" : terms.get(i - 1), out, term);
    }
    return out.toArray();
  }

  private void add(int number, String before, Bytes out, Bytes list) {
    String term = terms.get(number);
    int shared = SearchMemory.shared(before, term);
    list.clear();
    Postings.write(leaves, marks, starts[number], starts[number + 1], list);
    out.number(term.substring(0, shared).getBytes(StandardCharsets.UTF_8).length)
        .text(term.substring(shared))
        .number(list.size())
        .all(list);
  }
}
