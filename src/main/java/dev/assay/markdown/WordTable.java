package dev.assay.markdown;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/// How often words stand in a text. A word is made a string when it comes for the first time, and found by its letters after that.
final class WordTable {
  /// Words that fall together more often than this were chosen to: a map that stands it counts them.
  private static final int MOST_PROBES = 8;

  private @Nullable String[] words = new String[1 << 9];
  private int[] counts = new int[words.length];
  private int size;
  private final Map<String, Integer> others = new HashMap<>();

  /// Counts a word that stands in some characters.
  void add(char[] text, int start, int length, int times) {
    int hash = 0;
    for (int i = start; i < start + length; i++) {
      hash = 31 * hash + text[i];
    }
    int slot = slot(hash);
    for (int probe = 0; probe < MOST_PROBES; probe++) {
      String there = words[slot];
      if (there == null) {
        words[slot] = new String(text, start, length);
        counts[slot] = times;
        if (++size * 2 > words.length) {
          grow();
        }
        return;
      }
      if (isSame(there, text, start, length)) {
        counts[slot] += times;
        return;
      }
      slot = (slot + 1) & (words.length - 1);
    }
    others.merge(new String(text, start, length), times, Integer::sum);
  }

  private int slot(int hash) {
    return (hash ^ (hash >>> 15)) & (words.length - 1);
  }

  private static boolean isSame(String word, char[] text, int start, int length) {
    if (word.length() != length) {
      return false;
    }
    int at = 0;
    while (at < length && word.charAt(at) == text[start + at]) {
      at++;
    }
    return at == length;
  }

  /// Puts the words into twice the room. One that finds no place there goes to the others.
  private void grow() {
    @Nullable String[] old = words;
    int[] times = counts;
    words = new String[old.length * 2];
    counts = new int[words.length];
    size = 0;
    for (int i = 0; i < old.length; i++) {
      String word = old[i];
      if (word != null) {
        put(word, times[i]);
      }
    }
  }

  private void put(String word, int times) {
    int slot = slot(word.hashCode());
    for (int probe = 0; probe < MOST_PROBES; probe++) {
      if (words[slot] == null) {
        words[slot] = word;
        counts[slot] = times;
        size++;
        return;
      }
      slot = (slot + 1) & (words.length - 1);
    }
    others.merge(word, times, Integer::sum);
  }

  /// Gives each word with its count, in no order. One that has a place in both tables comes twice.
  void each(ObjIntConsumer<String> word) {
    for (int i = 0; i < words.length; i++) {
      String there = words[i];
      if (there != null) {
        word.accept(there, counts[i]);
      }
    }
    others.forEach(word::accept);
  }
}
