package dev.assay.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds what a writer probably meant: the known word that is few edits away from the one that was written.
public final class Nearest {
  private static final Pattern PARTS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int MEANT = 3;

  private Nearest() {}

  /// The closest of some known words, when one is close enough to be worth saying; of equally close ones the first in
  /// the alphabet, whatever order they come in.
  public static Optional<String> to(String written, Collection<String> known) {
    String wanted = written.toLowerCase(Locale.ROOT);
    int limit = Math.max(1, Math.min(3, wanted.codePointCount(0, wanted.length()) / 3));
    String best = null;
    int bestDistance = limit + 1;
    for (String candidate : known) {
      int distance = distance(wanted, candidate.toLowerCase(Locale.ROOT), bestDistance + 1);
      boolean first = best != null && distance == bestDistance && candidate.compareTo(best) < 0;
      if (distance < bestDistance || first) {
        bestDistance = distance;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /// A hint that names the closest known words, or lists them all when there are few. Words that say what was written and more
  /// come before one with another number: who writes `h100` means `h100-sxm` rather than `h200`.
  public static String hint(String written, Collection<String> known) {
    Optional<String> nearest = to(written, known);
    boolean misspelt =
        nearest.filter(word -> digits(word).equals(digits(written)) && isOneEdit(written.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT))).isPresent();
    List<String> meant = misspelt ? List.of() : longer(written, known);
    if (meant.isEmpty() && nearest.isPresent()) {
      meant = List.of(nearest.get());
    }
    if (!meant.isEmpty()) {
      return "did you mean '" + String.join("' or '", meant) + "'?";
    }
    List<String> sorted = new ArrayList<>(new java.util.TreeSet<>(known));
    if (sorted.isEmpty()) {
      return "";
    }
    return sorted.size() <= 24
        ? "known: " + String.join(", ", sorted)
        : "known: " + String.join(", ", sorted.subList(0, 20)) + " and " + (sorted.size() - 20) + " more";
  }

  /// The shortest of the words that say what was written and more: `h100-sxm` and `h100-pcie` for `H100`.
  private static List<String> longer(String written, Collection<String> known) {
    List<String> parts = parts(written);
    boolean says = written.strip().length() >= 3 && !parts.isEmpty();
    return known.stream()
        .filter(word -> says && parts.stream().allMatch(part -> parts(word).stream().anyMatch(own -> own.startsWith(part))))
        .distinct()
        .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .limit(MEANT)
        .toList();
  }

  private static List<String> parts(String word) {
    return PARTS.splitAsStream(word.toLowerCase(Locale.ROOT)).filter(part -> !part.isEmpty()).toList();
  }

  private static String digits(String word) {
    return word.replaceAll("[^0-9]", "");
  }

  /// True for words that one edit tells apart: a letter more, less or other, or two that changed places.
  public static boolean isOneEdit(String a, String b) {
    return distance(a, b, 3) == 1;
  }

  /// Edits between two words, where swapping neighbours is one edit; `limit` when it is that or more.
  static int distance(String a, String b, int limit) {
    // Most of thousands of known words are out of question by their length alone.
    if (Math.abs(a.codePointCount(0, a.length()) - b.codePointCount(0, b.length())) >= limit) {
      return limit;
    }
    int[] x = a.codePoints().toArray();
    int[] y = b.codePoints().toArray();
    int[][] d = new int[x.length + 1][y.length + 1];
    for (int i = 0; i <= x.length; i++) {
      d[i][0] = i;
    }
    for (int j = 0; j <= y.length; j++) {
      d[0][j] = j;
    }
    for (int i = 1; i <= x.length; i++) {
      int least = i;
      for (int j = 1; j <= y.length; j++) {
        int change = x[i - 1] == y[j - 1] ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + change);
        if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1]) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
        least = Math.min(least, d[i][j]);
      }
      // A swap reaches two rows back and adds an edit, so a row that is all too far stays too far.
      if (least >= limit) {
        return limit;
      }
    }
    return Math.min(d[x.length][y.length], limit);
  }
}
