package dev.assay.search;

import dev.assay.note.Digest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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
  private final List<String> terms;
  private final int[] starts;
  private final int[] leaves;
  private final byte[] marks;
  private final List<Shard> shards = new ArrayList<>();
  private final int leafCount;

  /// One file.
  ///
  /// @param name   its first term, or as much of it as tells it from the term before; empty for the first shard
  /// @param first  its first term
  /// @param list   the size of that term's list, in bytes
  /// @param size   in bytes
  /// @param digest names its bytes
  public record Shard(String name, String first, int list, int size, Digest digest) {
    static Shard of(Cutting.Head head, byte[] bytes) {
      return new Shard(head.name(), head.first(), head.list(), bytes.length, Digest.of(bytes));
    }

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
    Cutting cutting = new Cutting("", (head, bytes) -> shards.add(Shard.of(head, bytes)));
    Bytes list = new Bytes(1 << 14);
    for (int i = 0; i < terms.size(); i++) {
      cutting.add(terms.get(i), list(i, list));
    }
    cutting.end("");
  }

  private Bytes list(int number, Bytes list) {
    list.clear();
    Postings.write(leaves, marks, starts[number], starts[number + 1], list);
    return list;
  }

  /// The bytes of a shard.
  public byte[] bytes(Shard shard) {
    List<byte[]> made = new ArrayList<>();
    Cutting cutting = new Cutting("", (_, bytes) -> made.add(bytes));
    Bytes list = new Bytes(1 << 14);
    for (int i = Collections.binarySearch(terms, shard.first()); made.isEmpty() && i < terms.size(); i++) {
      cutting.add(terms.get(i), list(i, list));
    }
    cutting.end("");
    return made.getFirst();
  }
}
