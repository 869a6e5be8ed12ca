package dev.assay.claim.cite;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Someone who made a source: a person, or a body that is written as one word.
///
/// @param family   `Smith`; empty for a name that is not parted
/// @param given    `John A.`
/// @param particle `van der`, which stands before the family name and does not count in its order
/// @param suffix   `Jr.`
/// @param literal  the whole name of a body (`Reuters`), or of a person whose name is not parted; else empty
public record PersonName(String family, String given, String particle, String suffix, String literal) {
  private static final int MOST_WORDS = 6;

  /// Of a person's name in Hangul, Han or Kana.
  private static final int MOST_SYLLABLES = 6;

  /// Words that stand in names of bodies and in nobody's own.
  private static final Set<String> BODIES =
      Set.of(
          "the", "and", "of", "for", "und", "et", "lab", "labs", "laboratory", "research", "team", "group", "inc", "ltd", "llc", "gmbh", "corp", "company",
          "institute", "university", "desk", "staff", "editors", "authors", "press", "news", "journal", "capital", "partners", "advisors", "analytics", "media",
          "studio", "foundation", "office", "bureau", "agency", "committee", "society", "association", "department", "ministry", "bank", "securities");

  /// A name that is printed as it stands.
  public static PersonName literal(String name) {
    return new PersonName("", "", "", "", name);
  }

  /// Family and given name. Names in Hangul, Han or Kana are one word, family first, in every style: `김철수`.
  public static PersonName of(String family, String given, String particle, String suffix) {
    if (isEastAsian(family) && (given.isEmpty() || isEastAsian(given))) {
      boolean kana = (family + given).codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.KATAKANA);
      return literal(family + (kana && !given.isEmpty() ? "・" : "") + given);
    }
    return family.isEmpty() ? literal(given) : new PersonName(family, given, particle, suffix, "");
  }

  /// A name as somebody signs with it: `Jan van der Berg`, `김철수`, `The Power Desk`. What does not look like a person's, or is
  /// the name of the site, stands as it is.
  public static PersonName signed(String name, String site) {
    String whole = name.strip();
    List<String> words = List.of(whole.split("\\s+"));
    boolean body =
        words.size() < 2 || words.size() > MOST_WORDS || whole.equals(site)
            || words.stream().anyMatch(word -> BODIES.contains(word.toLowerCase(Locale.ROOT).replace(",", "").replace(".", "")))
            || !Character.isUpperCase(words.getLast().codePointAt(0))
            || whole.codePoints().anyMatch(c -> (!Character.isAlphabetic(c) && " .,'’-\u00a0".indexOf(c) < 0) || isEastAsian(Character.toString(c)));
    return body ? literal(whole) : BibtexNames.read(whole).getFirst();
  }

  /// Whether somebody who signs is a body and not a person, as far as the name tells.
  ///
  /// @param site the name of the site
  public static boolean isBody(String name, String site) {
    String joined = name.strip().replace(" ", "");
    boolean shortName = isEastAsian(joined) && joined.codePointCount(0, joined.length()) <= MOST_SYLLABLES;
    return name.strip().equals(site) || (name.strip().contains(" ") && !shortName && !signed(name, site).literal().isEmpty());
  }

  /// How the name stands in a sentence: `van Dijk`, `김철수`, `Reuters`.
  public String shortForm() {
    return literal.isEmpty()
        ? Stream.of(particle, family).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "))
        : literal;
  }

  /// The whole name, given name first.
  public String full() {
    return literal.isEmpty()
        ? Stream.of(given, particle, family, suffix).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "))
        : literal;
  }

  private static boolean isEastAsian(String text) {
    return !text.isEmpty()
        && text.codePoints()
            .allMatch(
                c ->
                    switch (Character.UnicodeScript.of(c)) {
                      case HANGUL, HAN, HIRAGANA, KATAKANA -> true;
                      default -> c == 'ー' || c == '・';
                    });
  }
}
