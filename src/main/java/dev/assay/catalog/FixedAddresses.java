package dev.assay.catalog;

import dev.assay.note.Kind;
import dev.assay.note.Language;
import dev.assay.note.Site;
import dev.assay.note.SitePath;
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
    Set<String> fixed = new HashSet<>(List.of("/sitemap.xml", "/robots.txt", "/claims.json", "/claims.csv", "/feeds.opml"));
    if (site.search()) {
      fixed.addAll(List.of("/search/index.json", "/search/notes.bin", "/search/facets.bin"));
    }
    for (Language language : site.languages()) {
      boolean used = language.equals(site.language()) || entries.stream().anyMatch(e -> e.language().equals(language));
      if (used) {
        for (String path : List.of("/404.html", "/claims/scores/", "/checkpoints.ics", "/archive/", "/feeds/", "/sources/")) {
          fixed.add(addresses.at(language, path).value());
        }
        if (site.search()) {
          fixed.add(addresses.at(language, "/search/").value());
        }
        list(addresses.home(language), site, fixed);
        list(addresses.at(language, "/claims/"), site, fixed);
        list(addresses.at(language, "/checkpoints/"), site, fixed);
        list(addresses.at(language, "/corrections/"), site, fixed);
        for (Kind kind : Kind.values()) {
          list(addresses.at(language, "/claims/" + kind.word() + "/"), site, fixed);
        }
      }
    }
    for (Entry entry : entries) {
      lists(entry, site, addresses, fixed);
    }
    return fixed;
  }

  /// The feeds beside a list.
  static void feeds(SitePath list, Site site, Set<String> fixed) {
    for (FeedFormat format : FeedFormat.of(site)) {
      fixed.add(format.beside(list).value());
    }
  }

  private static void list(SitePath list, Site site, Set<String> fixed) {
    fixed.add(list.value());
    feeds(list, site, fixed);
  }

  private static void lists(Entry entry, Site site, Addresses addresses, Set<String> fixed) {
    Language language = entry.language();
    switch (entry.type()) {
      case POST -> list(addresses.at(language, "/" + entry.section() + "/"), site, fixed);
      case GUIDE -> list(addresses.at(language, "/guide/"), site, fixed);
      case HUB -> {
        list(addresses.at(language, "/hubs/"), site, fixed);
        feeds(entry.address(), site, fixed);
      }
      case PAGE, HOME -> {}
    }
    for (String taxonomy : site.taxonomies()) {
      if (!Terms.of(site, taxonomy, entry).isEmpty()) {
        fixed.add(addresses.taxonomy(taxonomy, language).value());
      }
    }
  }
}
