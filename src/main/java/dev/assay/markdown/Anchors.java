package dev.assay.markdown;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The ids of one page: each is given once. Names that the writer chose are kept; the ones made here avoid them.
final class Anchors {
  private static final int LONGEST = 1000;

  private final Set<String> reserved;
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> counters = new HashMap<>();

  /// @param reserved names that writers chose, wherever they stand in the text
  Anchors(Set<String> reserved) {
    this.reserved = reserved;
  }

  /// Takes a name that the writer chose; false when it stands on the page already.
  boolean claim(String name) {
    return taken.add(name);
  }

  /// An id like a wish, which is not taken yet.
  String untaken(String wish) {
    String id = wish;
    for (int number = 1; !free(id); number++) {
      id = wish + "-" + number;
    }
    return id;
  }

  /// An id like a wish: the wish itself, or with `-1`, `-2`, … behind it.
  String like(String wish) {
    if (free(wish)) {
      taken.add(wish);
      return wish;
    }
    int number = counters.getOrDefault(wish, 0);
    String id;
    do {
      number++;
      id = wish + "-" + number;
    } while (!free(id));
    counters.put(wish, number);
    taken.add(id);
    return id;
  }

  Set<String> all() {
    return new TreeSet<>(taken);
  }

  private boolean free(String id) {
    return !taken.contains(id) && !reserved.contains(id);
  }

  /// A heading's words as an id, by GitHub's rule as Hugo applies it: lower case, letters, digits, `_` and `-` of
  /// every script kept, each space a `-`, everything else dropped.
  static String slug(String words) {
    StringBuilder out = new StringBuilder(words.length());
    words.strip().codePoints().forEach(c -> {
      if (c == ' ' || c == '-' || c == '\n' || c == '\t') {
        out.append('-');
      } else if (c == '_' || Character.isLetterOrDigit(c) || isMark(c)) {
        out.appendCodePoint(c);
      }
    });
    String slug = out.toString().toLowerCase(Locale.ROOT);
    return slug.isEmpty() ? "section" : cut(slug);
  }

  private static String cut(String slug) {
    if (slug.length() <= LONGEST) {
      return slug;
    }
    int end = Character.isHighSurrogate(slug.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return slug.substring(0, end);
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}
