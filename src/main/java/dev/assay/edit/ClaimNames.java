package dev.assay.edit;

import dev.assay.claim.ClaimName;
import dev.assay.claim.ClaimOptions;
import dev.assay.note.ClaimDraft;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/// Makes names for claims out of their words, and knows where in the text a name is written.
public final class ClaimNames {
  private static final int LONGEST = 36;
  private static final int MOST_WORDS = 6;

  /// Words that say nothing by themselves.
  private static final Set<String> SMALL =
      Set.of(
          "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "and", "or", "as", "is", "are", "was",
          "were", "be", "been", "has", "have", "had", "it", "its", "this", "that", "these", "those", "their", "there", "per",
          "according", "than", "then", "so", "but", "which", "will");

  private ClaimNames() {}

  /// A short name that can be read, made of the first words that say something: `two-h200-wrote-38-more`.
  ///
  /// @param words the claim's words, without markup
  /// @param free  whether a name is not taken yet
  public static String of(ClaimDraft claim, String words, Predicate<String> free) {
    List<String> all = words(words);
    List<String> telling = all.stream().filter(word -> !SMALL.contains(word)).toList();
    String base = joined(telling.isEmpty() ? all : telling);
    String name = base.isEmpty() ? claim.kind().word() : base;
    if (free.test(name) && ClaimName.fault(name).isEmpty()) {
      return name;
    }
    int number = 2;
    while (!free.test(name + "-" + number)) {
      number++;
    }
    return name + "-" + number;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    composed.codePoints()
        .forEach(
            c -> {
              if (ClaimName.fault("a" + Character.toString(c)).isEmpty() && c != '-' && c != '_') {
                word.appendCodePoint(c);
              } else if (c != '\'' && c != '’' && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
              }
            });
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }

  private static String joined(List<String> words) {
    StringBuilder name = new StringBuilder();
    int count = 0;
    for (String word : words) {
      boolean fits = name.length() + word.length() < LONGEST;
      if (count == MOST_WORDS || (count > 0 && !fits)) {
        break;
      }
      name.append(count == 0 ? "" : "-").append(fits ? word : cut(word));
      count++;
    }
    return name.toString();
  }

  /// The beginning of a word that is a whole sentence: Japanese and Chinese put no spaces between theirs.
  private static String cut(String word) {
    int points = Math.min(20, word.codePointCount(0, word.length()));
    return word.substring(0, word.offsetByCodePoints(0, points));
  }

  /// Where a claim's name could be written, the likeliest first. Whoever tries them reads the text again.
  ///
  /// @param end where its own text ends, or its name where it is a directive
  public static List<Change> places(String text, ClaimDraft.Form form, int end, String name) {
    int brace = optionsBehind(text, end);
    return switch (form) {
      case DIRECTIVE -> {
        int behind = end < text.length() && text.charAt(end) == '}' ? end + 1 : end;
        int inside = optionsBehind(text, behind);
        yield inside >= 0
            ? List.of(Change.insert(inside + 1, "#" + name + " "), Change.insert(behind, " #" + name))
            : List.of(Change.insert(behind, " #" + name));
      }
      case TAG, HEADING ->
          brace >= 0
              ? List.of(Change.insert(brace + 1, "#" + name + " "), Change.insert(end, " {#" + name + "}"))
              : List.of(Change.insert(end, " {#" + name + "}"));
    };
  }

  /// The brace that opens a claim's options behind its text, on the same line or the next; -1 when there is none.
  private static int optionsBehind(String text, int end) {
    int at = end;
    int lines = 0;
    while (at < text.length() && lines < 3 && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '>')) {
      lines += text.charAt(at) == '\n' ? 1 : 0;
      at++;
    }
    return at < text.length() && text.charAt(at) == '{' && ClaimOptions.endOfOptions(text, at) > 0 ? at : -1;
  }
}
