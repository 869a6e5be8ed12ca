package dev.assay.claim.cite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The names of a BibTeX field: `Smith, John and {OpenAI} and van der Berg, Jan and others`.
final class BibtexNames {
  private BibtexNames() {}

  static List<PersonName> read(String field) {
    List<PersonName> names = new ArrayList<>();
    for (String part : parts(field, true)) {
      String name = part.strip();
      // CSL writes "et al." where its style says so; a list that ends in "others" is as long as it is.
      if (!name.isEmpty() && !name.toLowerCase(Locale.ROOT).equals("others")) {
        names.add(one(name));
      }
    }
    // Braces and commands may hold nothing.
    names.removeIf(name -> name.full().isBlank());
    return names;
  }

  private static PersonName one(String name) {
    if (name.startsWith("{") && closing(name, 0) == name.length() - 1) {
      return PersonName.literal(LatexText.plain(name));
    }
    List<String> commas = parts(name, false).stream().map(String::strip).toList();
    if (commas.size() == 1) {
      return firstLast(words(name));
    }
    List<String> last = words(commas.getFirst());
    int particles = particles(last, last.size() - 1);
    String given = commas.getLast();
    String suffix = commas.size() > 2 ? commas.get(1) : "";
    return PersonName.of(
        joined(last.subList(particles, last.size())), LatexText.plain(given), joined(last.subList(0, particles)), LatexText.plain(suffix));
  }

  /// `Jan van der Berg`: the first word in lower case begins the particle, the last word is the family name.
  private static PersonName firstLast(List<String> words) {
    int family = words.size() - 1;
    int from = 0;
    while (from < family && !isLower(words.get(from))) {
      from++;
    }
    int to = from;
    while (to < family && isLower(words.get(to))) {
      to++;
    }
    if (from == family) {
      return PersonName.of(LatexText.plain(words.get(family)), joined(words.subList(0, family)), "", "");
    }
    return PersonName.of(joined(words.subList(to, words.size())), joined(words.subList(0, from)), joined(words.subList(from, to)), "");
  }

  private static int particles(List<String> words, int most) {
    int count = 0;
    while (count < most && isLower(words.get(count))) {
      count++;
    }
    return count;
  }

  private static boolean isLower(String word) {
    return !word.startsWith("{") && Character.isLowerCase(LatexText.plain(word).codePoints().filter(Character::isLetter).findFirst().orElse('A'));
  }

  private static String joined(List<String> words) {
    return LatexText.plain(String.join(" ", words));
  }

  /// Splits at `and`, or at commas, outside of braces.
  private static List<String> parts(String text, boolean atAnd) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      int length = depth != 0 ? 0 : atAnd ? and(text, i) : c == ',' ? 1 : 0;
      if (length > 0) {
        parts.add(text.substring(from, i));
        from = i + length;
        i = from - 1;
      }
    }
    parts.add(text.substring(Math.min(from, text.length())));
    return parts;
  }

  private static int and(String text, int at) {
    boolean space = Character.isWhitespace(text.charAt(at));
    return space && text.regionMatches(true, at + 1, "and", 0, 3) && at + 4 < text.length() && Character.isWhitespace(text.charAt(at + 4)) ? 4 : 0;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0 && (Character.isWhitespace(c) || c == '~')) {
        if (!word.isEmpty()) {
          words.add(word.toString());
          word.setLength(0);
        }
      } else {
        word.append(c);
      }
    }
    if (!word.isEmpty() || words.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }

  private static int closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
