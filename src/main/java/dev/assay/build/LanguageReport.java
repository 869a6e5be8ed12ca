package dev.assay.build;

import dev.assay.catalog.Entry;
import dev.assay.note.Language;
import dev.assay.note.SourceId;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import dev.assay.template.Strings;
import dev.assay.template.Templates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Which words of the theme and which notes each language of a site has.
///
/// @param languages    in the order of the settings
/// @param untranslated the notes that not every language has, by the path of the file that there is, with the languages that lack them
public record LanguageReport(List<OfLanguage> languages, Map<String, List<Language>> untranslated) {
  private static final int NAMED = 3;

  /// One language.
  ///
  /// @param notes   how many notes it has
  /// @param words   how many words of the theme are its own
  /// @param missing the names of those that it lacks, with what pages say instead
  /// @param unknown names in its file that the theme does not know, with the nearest one it does
  public record OfLanguage(Language language, int notes, int words, Map<String, String> missing, Map<String, String> unknown) {}

  static LanguageReport of(Reading reading, Analysis analysis) {
    List<Language> all = reading.site().languages();
    List<OfLanguage> languages = all.stream().map(language -> of(language, reading.templates(), analysis.entries())).toList();
    Map<String, List<Language>> untranslated = new TreeMap<>();
    Set<SourceId> seen = new LinkedHashSet<>();
    for (Entry entry : analysis.entries()) {
      if (seen.add(entry.source())) {
        List<Entry> others = analysis.model().catalog().translations(entry);
        others.forEach(other -> seen.add(other.source()));
        List<Language> lacking =
            all.stream().filter(language -> !entry.language().equals(language) && others.stream().noneMatch(other -> other.language().equals(language))).toList();
        if (!lacking.isEmpty()) {
          untranslated.put(entry.note().file(), lacking);
        }
      }
    }
    return new LanguageReport(languages, untranslated);
  }

  private static OfLanguage of(Language language, Templates templates, List<Entry> entries) {
    Strings strings = templates.strings(language);
    Map<String, String> missing = new LinkedHashMap<>();
    strings.missing().forEach(key -> missing.put(key, strings.text(key)));
    List<String> known = templates.strings(Language.ENGLISH).keys();
    Map<String, String> unknown = new LinkedHashMap<>();
    for (String key : strings.keys()) {
      if (!known.contains(key) && !known.contains(key.replaceFirst("\\.(one|other)$", "")) && !Strings.FURTHER.contains(key)) {
        Nearest.to(key, known).ifPresent(near -> unknown.put(key, near));
      }
    }
    int notes = (int) entries.stream().filter(entry -> entry.language().equals(language)).count();
    return new OfLanguage(language, notes, known.size() - missing.size(), missing, unknown);
  }

  /// Warns of each language whose pages would speak English in places.
  static List<Problem> problems(List<Language> languages, Templates templates) {
    List<Problem> problems = new ArrayList<>();
    for (Language language : languages) {
      Strings strings = templates.strings(language);
      if (!strings.missing().isEmpty()) {
        problems.add(problem(language, strings, templates.strings(Language.ENGLISH).keys().size()));
      }
    }
    return problems;
  }

  private static Problem problem(Language language, Strings strings, int all) {
    List<String> missing = strings.missing();
    String first = String.join(", ", missing.subList(0, Math.min(NAMED, missing.size())));
    String message =
        strings.anyOwn()
            ? "the language '" + language + "' lacks " + missing.size() + " of the theme's " + all + " texts, so pages say them in English: " + first + (missing.size() > NAMED ? " …" : "")
            : "the language '" + language + "' has no texts of its own, so pages say in English what the theme says";
    return Problem.ofFile(
        Severity.WARNING, Code.MISSING_TEXTS, "templates/i18n/" + language + ".properties", message, "assay languages " + language + " prints the file with what is missing");
  }

  /// A language's file with everything in it: what it has as it is, and what it lacks behind a `#`, in English.
  ///
  /// @return empty for a language that the site does not have
  public Optional<Map<String, String>> missing(String tag) {
    return languages.stream().filter(each -> each.language().tag().equalsIgnoreCase(tag)).findFirst().map(OfLanguage::missing);
  }
}
