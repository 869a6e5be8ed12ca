package dev.assay.claim;

import dev.assay.note.Kind;
import dev.assay.note.Language;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The words that name a kind in a tag: English ones always, those of the site's languages, and the site's own.
public final class KindWords {
  private static final String TRADITIONAL = "zh-Hant";
  private static final Words ENGLISH = new Words("Fact", "Inference", "Speculation", "Blocked");
  private static final Map<String, Words> BY_LANGUAGE = byLanguage();

  private final Map<String, Kind> kinds;

  private KindWords(Map<String, Kind> kinds) {
    this.kinds = Map.copyOf(kinds);
  }

  /// The words of a site.
  ///
  /// @param languages the site's languages; one without words of its own adds none
  /// @param further   the site's own words, in any letter case
  public static KindWords of(Collection<Language> languages, Map<String, Kind> further) {
    Map<String, Kind> kinds = new HashMap<>();
    add(kinds, ENGLISH);
    languages.forEach(language -> add(kinds, BY_LANGUAGE.getOrDefault(primary(language), ENGLISH)));
    further.forEach((word, kind) -> kinds.put(folded(word), kind));
    return new KindWords(kinds);
  }

  /// The kind that a word names, in any letter case; empty for any other word.
  public Optional<Kind> kind(String word) {
    return Optional.ofNullable(kinds.get(folded(word)));
  }

  /// What a word names in a language that the site does not have; empty when it names nothing there either.
  public static Optional<Foreign> elsewhere(String word) {
    for (Map.Entry<String, Words> language : BY_LANGUAGE.entrySet()) {
      for (Kind kind : Kind.values()) {
        if (folded(language.getValue().word(kind)).equals(folded(word))) {
          return Optional.of(new Foreign(kind, language.getKey()));
        }
      }
    }
    return Optional.empty();
  }

  /// A word of another language.
  ///
  /// @param language the tag of its language
  public record Foreign(Kind kind, String language) {}

  /// What a kind is called in a language, as it stands in a tag; in English for a language without words of its own.
  public static String label(Kind kind, Language language) {
    return BY_LANGUAGE.getOrDefault(primary(language), ENGLISH).word(kind);
  }

  /// The word of a kind that a site reads, in the script of another word where there is one: `사실` for `팩트`.
  String wordLike(String other, Kind kind) {
    Character.UnicodeScript script = Character.UnicodeScript.of(other.codePointAt(0));
    return BY_LANGUAGE.values().stream()
        .map(words -> words.word(kind))
        .filter(word -> kinds.get(folded(word)) == kind && Character.UnicodeScript.of(word.codePointAt(0)) == script)
        .findFirst()
        .orElse(ENGLISH.word(kind));
  }

  /// All words, in lower case and in order.
  public Set<String> words() {
    return new TreeSet<>(kinds.keySet());
  }

  /// In this order a word is looked for that more than one of them has.
  private static Map<String, Words> byLanguage() {
    Map<String, Words> languages = new LinkedHashMap<>();
    languages.put("en", ENGLISH);
    languages.put("ko", new Words("사실", "추론", "추측", "보류"));
    languages.put("ja", new Words("事実", "推論", "推測", "保留"));
    languages.put("zh", new Words("事实", "推论", "推测", "待定"));
    languages.put(TRADITIONAL, new Words("事實", "推論", "推測", "待定"));
    return languages;
  }

  private static void add(Map<String, Kind> kinds, Words words) {
    for (Kind kind : Kind.values()) {
      kinds.put(folded(words.word(kind)), kind);
    }
  }

  private static String primary(Language language) {
    String tag = language.tag();
    int dash = tag.indexOf('-');
    String primary = (dash < 0 ? tag : tag.substring(0, dash)).toLowerCase(Locale.ROOT);
    boolean traditional = primary.equals("zh") && tag.matches("(?i)zh-(?:.*-)?(?:Hant|TW|HK|MO)(?:-.*)?");
    return traditional ? TRADITIONAL : primary;
  }

  private static String folded(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  /// The four words of a language.
  private record Words(String fact, String inference, String speculation, String blocked) {
    String word(Kind kind) {
      return switch (kind) {
        case FACT -> fact;
        case INFERENCE -> inference;
        case SPECULATION -> speculation;
        case BLOCKED -> blocked;
      };
    }
  }
}
