package dev.assay.view.project;

import dev.assay.catalog.Entry;
import dev.assay.catalog.Slugs;
import dev.assay.claim.Claim;
import dev.assay.claim.Source;
import dev.assay.claim.cite.SourceEntry;
import dev.assay.note.Language;
import dev.assay.note.Link;
import dev.assay.note.Entity;
import dev.assay.note.SitePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// What each source of the site carries: the claims that rest on it and the notes that cite it, in one language.
final class SourceIndex {
  /// Web sites and names have a page of their own when at least this many claims rest on them.
  static final int PAGE_AT = 2;

  private static final Set<String> RESERVED = Set.of("web", "named", "page");

  /// The three ranks, strongest first.
  enum Rank {
    ENTRY("entry", "/sources/"),
    LINK("link", "/sources/web/"),
    ATTRIBUTION("attribution", "/sources/named/");

    final String word;
    final String folder;

    Rank(String word, String folder) {
      this.word = word;
      this.folder = folder;
    }
  }

  /// One source and what it carries.
  static final class Carried {
    final Rank rank;
    final String id;
    final String slug;
    /// How it is named: an entry's label is made where it is shown.
    final String name;
    final List<Claim> claims = new ArrayList<>();
    final List<Entry> notes = new ArrayList<>();
    final Set<String> urls = new TreeSet<>();

    Carried(Rank rank, String id, String slug, String name) {
      this.rank = rank;
      this.id = id;
      this.slug = slug;
      this.name = name;
    }

    /// Adds what may name this source several times, one after another. It is known by its name: notes and claims are too large to compare.
    private static <T> void once(List<T> list, T added, Function<T, Object> name) {
      if (list.isEmpty() || !name.apply(list.getLast()).equals(name.apply(added))) {
        list.add(added);
      }
    }

    void add(Claim claim) {
      once(claims, claim, Claim::id);
    }

    void add(Entry note) {
      once(notes, note, Entry::source);
    }

    boolean hasPage() {
      return rank == Rank.ENTRY || claims.size() >= PAGE_AT;
    }
  }

  private final Model model;
  private final Language language;
  private final Map<String, String> canonical = new HashMap<>();
  private final Map<Rank, Map<String, Carried>> carried = new TreeMap<>();

  SourceIndex(Model model, Language language) {
    this.model = model;
    this.language = language;
    for (Rank rank : Rank.values()) {
      carried.put(rank, new LinkedHashMap<>());
    }
    for (Entity entity : model.site().entities().all()) {
      entity.spoken().forEach(alias -> canonical.put(folded(alias), entity.name()));
    }
    model.sources().bibliography().all().forEach(entry -> add(Rank.ENTRY, entry.key(), slug(model, entry), entry.title()));
    notes();
    for (Claim claim : model.ledger().claims()) {
      if (claim.in(language).isPresent()) {
        claim.sources().forEach(source -> claim(claim, source));
      }
    }
  }

  private Carried add(Rank rank, String id, String slug, String name) {
    return carried.getOrDefault(rank, Map.of()).computeIfAbsent(id, key -> new Carried(rank, key, slug, name));
  }

  private void notes() {
    Map<String, Carried> entries = carried.getOrDefault(Rank.ENTRY, Map.of());
    if (entries.isEmpty()) {
      return;
    }
    for (Entry entry : model.catalog().entries()) {
      if (entry.language().equals(language)) {
        for (Link link : entry.note().links()) {
          Carried source = link.role() == Link.Role.CITE || link.role() == Link.Role.MENTION ? entries.get(link.target()) : null;
          if (source != null) {
            source.add(entry);
          }
        }
      }
    }
  }

  private void claim(Claim claim, Source source) {
    switch (source) {
      case Source.Citation(String key, _) -> Optional.ofNullable(carried.getOrDefault(Rank.ENTRY, Map.of()).get(key)).ifPresent(found -> found.add(claim));
      case Source.Web(String url, _) -> {
        String host = Hosts.of(url);
        if (!host.isEmpty()) {
          Carried found = add(Rank.LINK, host, Slugs.of(host), host);
          found.add(claim);
          found.urls.add(url);
        }
      }
      case Source.Attribution(String name) -> {
        String shown = name(name);
        String slug = Slugs.of(shown);
        if (!slug.isEmpty()) {
          add(Rank.ATTRIBUTION, slug, slug, shown).add(claim);
        }
      }
    }
  }

  /// What a name is called on this site: an entity's own name for its aliases.
  private String name(String written) {
    String bare = written.replaceFirst("^(?i)the\\s+", "");
    return canonical.getOrDefault(folded(written), canonical.getOrDefault(folded(bare), bare));
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /// All sources of a rank: those with most claims first; the bibliography by name.
  List<Carried> of(Rank rank) {
    Collection<Carried> all = carried.getOrDefault(rank, Map.of()).values();
    List<Carried> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparingInt((Carried each) -> -each.claims.size()).thenComparing(each -> each.name).thenComparing(each -> each.id));
    return sorted;
  }

  /// Where a source's page is; empty when it has none.
  Optional<SitePath> page(Source source) {
    Optional<Carried> found =
        switch (source) {
          case Source.Citation(String key, _) -> Optional.ofNullable(carried.getOrDefault(Rank.ENTRY, Map.of()).get(key));
          case Source.Web(String url, _) -> Optional.ofNullable(carried.getOrDefault(Rank.LINK, Map.of()).get(Hosts.of(url)));
          case Source.Attribution(String name) -> Optional.ofNullable(carried.getOrDefault(Rank.ATTRIBUTION, Map.of()).get(Slugs.of(name(name))));
        };
    return found.filter(Carried::hasPage).map(this::address);
  }

  SitePath address(Carried source) {
    return model.catalog().addresses().at(language, source.rank.folder + source.slug + "/");
  }

  /// The last part of the address of an entry's page.
  static String slug(Model model, SourceEntry entry) {
    return model.sources().slugs().getOrDefault(entry.key(), entry.key());
  }

  /// A part of an address for each entry, none twice.
  static Map<String, String> slugs(Collection<SourceEntry> entries) {
    Map<String, String> slugs = new HashMap<>();
    Set<String> taken = new TreeSet<>(RESERVED);
    for (SourceEntry entry : entries) {
      String plain = Slugs.of(entry.key().replace(':', '-'));
      String wanted = plain.isEmpty() ? "source" : plain;
      String slug = wanted;
      for (int i = 2; !taken.add(slug); i++) {
        slug = wanted + "-" + i;
      }
      slugs.put(entry.key(), slug);
    }
    return slugs;
  }
}
