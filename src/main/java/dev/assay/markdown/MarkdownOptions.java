package dev.assay.markdown;

import dev.assay.claim.KindWords;
import dev.assay.note.Kind;
import dev.assay.note.Language;
import dev.assay.note.Writing;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What holds for every text of a site. Texts that are read with equal options and have equal bytes give equal
/// results; [#fingerprint()] names the options in a cache key.
///
/// @param languages   the site's languages; their words for kinds count in tags
/// @param claimNames  further words for kinds, by the word in lower case
/// @param trustedHtml whether raw HTML is passed through unchanged
/// @param directives  the names of directives that other rooms know
/// @param roles       the names of roles that other rooms know
/// @param limits      how large and how deep a text may be
/// @param writing     what its text is read as where writers differ
/// @param policy      what browsers let pages do; looked at where raw HTML is passed through
public record MarkdownOptions(
    List<Language> languages,
    Map<String, Kind> claimNames,
    boolean trustedHtml,
    Set<String> directives,
    Set<String> roles,
    Limits limits,
    Writing writing,
    PolicyCheck policy) {
  /// The directives of the note format.
  public static final Set<String> DIRECTIVES =
      Set.of(
          "cost-table", "cost-chart", "cost-levers", "cost-breakeven", "cost-accounting", "cost-accuracy", "data-table", "data-chart",
          "checkpoints");

  /// The roles of the note format.
  public static final Set<String> ROLES = Set.of("cost", "data");

  /// Options for text as it was written.
  public MarkdownOptions(
      List<Language> languages, Map<String, Kind> claimNames, boolean trustedHtml, Set<String> directives, Set<String> roles, Limits limits) {
    this(languages, claimNames, trustedHtml, directives, roles, limits, Writing.AS_WRITTEN, PolicyCheck.NONE);
  }

  public MarkdownOptions {
    languages = List.copyOf(languages);
    claimNames = Map.copyOf(claimNames);
    directives = Set.copyOf(directives);
    roles = Set.copyOf(roles);
  }

  /// The options of a site with the directives and roles of the note format.
  public static MarkdownOptions of(List<Language> languages, Map<String, Kind> claimNames, boolean trustedHtml) {
    return new MarkdownOptions(languages, claimNames, trustedHtml, DIRECTIVES, ROLES, Limits.DEFAULT);
  }

  /// The same options for text that is read in another way.
  public MarkdownOptions with(Writing other) {
    return other.equals(writing) ? this : new MarkdownOptions(languages, claimNames, trustedHtml, directives, roles, limits, other, policy);
  }

  /// The same options for pages of which browsers are told a policy.
  public MarkdownOptions with(PolicyCheck check) {
    return new MarkdownOptions(languages, claimNames, trustedHtml, directives, roles, limits, writing, check);
  }

  /// The words that name a kind in a tag.
  public KindWords kindWords() {
    return KindWords.of(languages, claimNames);
  }

  /// A text that is the same for equal options and differs for different ones.
  public String fingerprint() {
    return String.join(
        "\n",
        languages.toString(),
        new java.util.TreeMap<>(claimNames).toString(),
        Boolean.toString(trustedHtml),
        new java.util.TreeSet<>(directives).toString(),
        new java.util.TreeSet<>(roles).toString(),
        limits.toString(),
        writing.toString(),
        policy.fingerprint());
  }
}
