package dev.assay.catalog;

import dev.assay.note.Language;
import dev.assay.note.Site;
import dev.assay.note.SitePath;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The addresses of a site, from the patterns in its settings.
public final class Addresses {
  /// The default patterns by what they address.
  public static final Map<String, String> DEFAULTS =
      Map.of(
          "post", "/post/:slug/", "hub", "/page/:slug/", "page", "/page/:slug/", "guide", "/guide/:slug/",
          "tags", "/tags/:slug/", "categories", "/categories/:slug/", "series", "/series/:slug/",
          "authors", "/authors/:slug/", "entities", "/entities/:slug/",
          "section", "/:section/:slug/");

  private static final Pattern PART = Pattern.compile(":(?:slug|year|month|day|section)");

  private final Map<String, String> patterns = new HashMap<>(DEFAULTS);
  private final Language siteLanguage;

  public Addresses(Site site) {
    patterns.putAll(site.permalinks());
    this.siteLanguage = site.language();
  }

  /// The address of a note.
  ///
  /// @param section the folder's name, for a site's own sections
  public String note(NoteType type, String section, String slug, Language language, Optional<OffsetDateTime> date) {
    String key =
        switch (type) {
          case POST -> patterns.containsKey(section) ? section : "section";
          case HUB -> "hub";
          case PAGE -> "page";
          case GUIDE -> "guide";
          case HOME -> "";
        };
    if (key.isEmpty()) {
      return home(language).value();
    }
    String pattern = patterns.getOrDefault(key, "/:section/:slug/");
    String path =
        pattern
            .replace(":section", section)
            .replace(":slug", slug)
            .replace(":year", date.map(d -> String.format(Locale.ROOT, "%04d", d.getYear())).orElse("undated"))
            .replace(":month", date.map(d -> String.format(Locale.ROOT, "%02d", d.getMonthValue())).orElse("00"))
            .replace(":day", date.map(d -> String.format(Locale.ROOT, "%02d", d.getDayOfMonth())).orElse("00"));
    return prefix(language) + path;
  }

  /// The slugs of which an address of a note may have been made, whatever the note was then.
  public Set<String> slugs(SitePath address, Language language) {
    Set<String> slugs = new TreeSet<>();
    for (Map.Entry<String, String> pattern : patterns.entrySet()) {
      if (!Site.TAXONOMIES.contains(pattern.getKey())) {
        String regex = PART.matcher(Pattern.quote(pattern.getValue())).replaceAll(part -> part.group().equals(":slug") ? "\\\\E([^/]+)\\\\Q" : "\\\\E[^/]+\\\\Q");
        Matcher parts = Pattern.compile(Pattern.quote(prefix(language)) + regex).matcher(address.value());
        if (parts.matches()) {
          slugs.add(parts.group(1));
        }
      }
    }
    return slugs;
  }

  /// The list page of a term.
  public SitePath term(String taxonomy, String slug, Language language) {
    String pattern = patterns.getOrDefault(taxonomy, "/" + taxonomy + "/:slug/");
    return new SitePath(prefix(language) + pattern.replace(":slug", slug));
  }

  /// The page that lists all terms of a taxonomy.
  public SitePath taxonomy(String taxonomy, Language language) {
    String pattern = patterns.getOrDefault(taxonomy, "/" + taxonomy + "/:slug/");
    int slug = pattern.indexOf(":slug");
    return new SitePath(prefix(language) + pattern.substring(0, slug));
  }

  /// A fixed address in a language: `/claims/`, `/ko/claims/`.
  public SitePath at(Language language, String path) {
    return new SitePath(prefix(language) + path);
  }

  /// The home page of a language.
  public SitePath home(Language language) {
    return new SitePath(prefix(language) + "/");
  }

  private String prefix(Language language) {
    return language.equals(siteLanguage) ? "" : "/" + language.tag().toLowerCase(Locale.ROOT);
  }
}
