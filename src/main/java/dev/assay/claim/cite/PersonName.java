package dev.assay.claim.cite;

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
