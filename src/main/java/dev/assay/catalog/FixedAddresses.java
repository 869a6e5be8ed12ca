package dev.assay.catalog;

import dev.assay.note.Kind;
import dev.assay.note.Language;
import dev.assay.note.Site;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The addresses of pages and files that every site has, whatever its notes are called. A link may lead to them, and
/// no note may take them.
public final class FixedAddresses {
  private FixedAddresses() {}

  /// All of them for a site with some notes.
  public static Set<String> of(Site site, List<Entry> entries) {
    Addresses addresses = new Addresses(site);
    Set<String> fixed = new HashSet<>(List.of("/sitemap.xml", "/robots.txt", "/claims.json"));
    for (Language language : site.languages()) {
      boolean used = language.equals(site.language()) || entries.stream().anyMatch(e -> e.language().equals(language));
      if (used) {
        for (String path : List.of("/", "/feed.xml", "/404.html", "/claims/", "/archive/", "/feeds/")) {
          fixed.add(addresses.at(language, path).value());
        }
        for (Kind kind : Kind.values()) {
          fixed.add(addresses.at(language, "/claims/" + kind.word() + "/").value());
        }
      }
    }
    for (Entry entry : entries) {
      lists(entry, addresses, fixed);
    }
    return fixed;
  }

  private static void lists(Entry entry, Addresses addresses, Set<String> fixed) {
    Language language = entry.language();
    switch (entry.type()) {
      case POST -> {
        fixed.add(addresses.at(language, "/" + entry.section() + "/").value());
        fixed.add(addresses.at(language, "/" + entry.section() + "/feed.xml").value());
      }
      case GUIDE -> fixed.add(addresses.at(language, "/guide/").value());
      case HUB -> {
        fixed.add(addresses.at(language, "/hubs/").value());
        if (entry.address().isFolder()) {
          fixed.add(entry.address().at("feed.xml").value());
        }
      }
      case PAGE, HOME -> {}
    }
    var head = entry.note().head();
    if (!head.tags().isEmpty()) {
      fixed.add(addresses.taxonomy("tags", language).value());
    }
    if (!head.categories().isEmpty()) {
      fixed.add(addresses.taxonomy("categories", language).value());
    }
    if (head.series().isPresent()) {
      fixed.add(addresses.taxonomy("series", language).value());
    }
  }
}
