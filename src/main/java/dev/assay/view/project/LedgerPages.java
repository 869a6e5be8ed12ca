package dev.assay.view.project;

import dev.assay.catalog.Catalog;
import dev.assay.catalog.Entry;
import dev.assay.catalog.Hub;
import dev.assay.catalog.Slugs;
import dev.assay.catalog.Terms;
import dev.assay.claim.Claim;
import dev.assay.claim.Status;
import dev.assay.note.Kind;
import dev.assay.note.Language;
import dev.assay.note.Site;
import dev.assay.note.SitePath;
import dev.assay.view.ClaimsPage;
import dev.assay.view.FrameView;
import dev.assay.view.LinkView;
import dev.assay.view.Mix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The ledger on pages: whole, by kind, and by status, year, hub and entity. Every list can be read without script.
public final class LedgerPages {
  /// How many claims a page shows.
  static final int SIZE = 100;

  /// How many values of a facet are shown beside the ledger; the rest is found through what they belong to.
  private static final int VALUES = 40;

  private static final int SOURCES = 12;

  private final Model model;
  private final Frames frames;
  private final Bodies bodies;
  private final ClaimViews claims;
  private final ListPages lists;
  private final Map<Language, List<Claim>> ledgers = new ConcurrentHashMap<>();

  LedgerPages(Model model, Frames frames, Bodies bodies, ClaimViews claims, ListPages lists) {
    this.model = model;
    this.frames = frames;
    this.bodies = bodies;
    this.claims = claims;
    this.lists = lists;
  }

  /// One list of claims.
  ///
  /// @param facet    which facet it belongs to; empty for all claims, `kind` for a kind
  /// @param path     below `/claims/`, ending in `/`, or empty
  /// @param feeds    whether feeds stand beside it
  private record Listed(String facet, String text, String path, List<Claim> claims, boolean feeds) {}

  /// The claims that are made in a language, newest first.
  List<Claim> ledger(Language language) {
    return ledgers.computeIfAbsent(language, this::sorted);
  }

  private List<Claim> sorted(Language language) {
    return model.ledger().claims().stream()
        .filter(claim -> claim.in(language).isPresent())
        .sorted(
            Comparator.comparing((Claim claim) -> claim.asserted().orElse(java.time.LocalDate.MIN), Comparator.reverseOrder())
                .thenComparing(claim -> claim.first().note())
                .thenComparingInt(claim -> claim.first().index()))
        .toList();
  }

  /// Every page of the ledger in a language.
  List<Planned> of(Language language) {
    List<Claim> all = ledger(language);
    Mix mix = Mix.of(all.stream().map(Claim::kind).toList());
    List<Listed> listed = new ArrayList<>();
    listed.add(new Listed("", model.words().of(language, "menu.claims"), "", all, true));
    for (Kind kind : Kind.values()) {
      listed.add(
          new Listed("kind", model.words().of(language, "kind." + kind.word()), kind.word() + "/", all.stream().filter(claim -> claim.kind() == kind).toList(), true));
    }
    listed.addAll(statuses(all, language));
    listed.addAll(years(all));
    listed.addAll(hubs(all, language));
    listed.addAll(entities(all));
    List<ClaimsPage.Facet> facets = facets(listed, language);
    int[] rank = ranks(all);
    List<Ranked> pages = new ArrayList<>();
    listed.forEach(list -> pages.addAll(pages(list, language, mix, facets, rank)));
    // Lists that show the same claims are printed at the same time, and share what they print of them.
    pages.sort(Comparator.comparingInt(Ranked::rank));
    return pages.stream().map(Ranked::page).toList();
  }

  /// By the number of a claim, how many of some claims stand before it; -1 for one that is not among them.
  private int[] ranks(List<Claim> claims) {
    int[] ranks = new int[model.ledger().claims().size()];
    Arrays.fill(ranks, -1);
    for (int i = 0; i < claims.size(); i++) {
      ranks[claims.get(i).number()] = i;
    }
    return ranks;
  }

  private List<Listed> statuses(List<Claim> all, Language language) {
    List<Listed> lists = new ArrayList<>();
    for (Status status : Status.values()) {
      List<Claim> found = all.stream().filter(claim -> claim.status() == status).toList();
      if (status != Status.STANDING && !found.isEmpty()) {
        lists.add(new Listed("status", model.words().of(language, "status." + status.word()), "status/" + status.word() + "/", found, false));
      }
    }
    return lists;
  }

  private static List<Listed> years(List<Claim> all) {
    Map<Integer, List<Claim>> years = new TreeMap<>(Comparator.reverseOrder());
    all.forEach(claim -> claim.asserted().ifPresent(day -> years.computeIfAbsent(day.getYear(), _ -> new ArrayList<>()).add(claim)));
    // One year is the whole ledger.
    return years.size() < 2
        ? List.of()
        : years.entrySet().stream()
            .map(year -> new Listed("year", Integer.toString(year.getKey()), "year/" + year.getKey() + "/", year.getValue(), false))
            .toList();
  }

  private List<Listed> hubs(List<Claim> all, Language language) {
    List<Listed> lists = new ArrayList<>();
    int[] order = ranks(all);
    for (Hub hub : model.catalog().hubs()) {
      if (hub.entry().language().equals(language)) {
        Map<Integer, Claim> own = new TreeMap<>();
        Stream.concat(Stream.of(hub.entry()), hub.members().stream())
            .flatMap(member -> model.ledger().of(member.source()).stream())
            .filter(claim -> order[claim.number()] >= 0)
            .forEach(claim -> own.put(order[claim.number()], claim));
        List<Claim> found = List.copyOf(own.values());
        if (!found.isEmpty()) {
          lists.add(new Listed("hub", hub.entry().title(), "hub/" + hub.entry().slug() + "/", found, false));
        }
      }
    }
    return once(lists);
  }

  private List<Listed> entities(List<Claim> all) {
    Map<String, List<Claim>> bySlug = new LinkedHashMap<>();
    Map<String, String> names = new LinkedHashMap<>();
    for (Claim claim : all) {
      for (String name : entities(model, claim)) {
        String slug = Slugs.of(name);
        if (!slug.isEmpty()) {
          names.putIfAbsent(slug, name);
          bySlug.computeIfAbsent(slug, _ -> new ArrayList<>()).add(claim);
        }
      }
    }
    List<Listed> lists = new ArrayList<>();
    bySlug.forEach((slug, found) -> lists.add(new Listed("entity", names.getOrDefault(slug, slug), "entity/" + slug + "/", found, false)));
    return lists;
  }

  /// What a claim speaks of: what its writer says, and what its text names; under the names the site has for them.
  public static Set<String> entities(Model model, Claim claim) {
    Set<String> names = new LinkedHashSet<>();
    claim.entities().forEach(name -> names.add(canonical(model.site(), name)));
    names.addAll(claim.mentions());
    return names;
  }

  /// What a name is called on this site: an entity's own name for its aliases and its tickers.
  public static String canonical(Site site, String written) {
    return site.entities().canonical(written);
  }

  /// The hubs whose notes make a claim, in its language.
  public static List<String> hubs(Model model, Claim claim, Language language) {
    Catalog catalog = model.catalog();
    return claim.places().stream()
        .flatMap(place -> catalog.entry(place.note()).stream())
        .filter(entry -> entry.language().equals(language))
        .flatMap(entry -> hubs(catalog, entry).stream())
        .map(hub -> hub.entry().title())
        .distinct()
        .toList();
  }

  private static List<Hub> hubs(Catalog catalog, Entry entry) {
    List<Hub> hubs = new ArrayList<>(catalog.hubsOf(entry));
    catalog.hub(entry).ifPresent(hubs::add);
    return hubs;
  }

  /// Two hubs of one slug lie in different folders; the first one keeps the address.
  private static List<Listed> once(List<Listed> lists) {
    return List.copyOf(lists.stream().collect(Collectors.toMap(Listed::path, list -> list, (first, _) -> first, LinkedHashMap::new)).values());
  }

  private List<ClaimsPage.Facet> facets(List<Listed> listed, Language language) {
    List<ClaimsPage.Facet> facets = new ArrayList<>();
    for (String name : List.of("status", "year", "hub", "entity")) {
      List<ClaimsPage.Value> values =
          listed.stream()
              .filter(list -> list.facet().equals(name))
              .sorted(name.equals("year") ? (_, _) -> 0 : Comparator.comparingInt((Listed list) -> -list.claims().size()).thenComparing(Listed::text))
              .limit(VALUES)
              .map(list -> new ClaimsPage.Value(list.text(), list.claims().size(), href(list, language), false))
              .toList();
      if (!values.isEmpty()) {
        facets.add(new ClaimsPage.Facet(model.words().of(language, "facet." + name), values));
      }
    }
    List<ClaimsPage.Value> sources = sources(language);
    if (!sources.isEmpty()) {
      facets.add(new ClaimsPage.Facet(model.words().of(language, "facet.source"), sources));
    }
    return facets;
  }

  private List<ClaimsPage.Value> sources(Language language) {
    SourceIndex index = claims.sources(language);
    List<SourceIndex.Carried> all = new ArrayList<>();
    for (SourceIndex.Rank rank : SourceIndex.Rank.values()) {
      index.of(rank).stream().filter(source -> source.hasPage() && !source.claims.isEmpty()).forEach(all::add);
    }
    all.sort(Comparator.comparingInt(source -> -source.claims.size()));
    return all.stream()
        .limit(SOURCES)
        .map(
            source ->
                new ClaimsPage.Value(
                    model.sources().bibliography().entry(source.id).filter(_ -> source.rank == SourceIndex.Rank.ENTRY)
                        .map(entry -> entry.label(ClaimViews.isKorean(language))).orElse(source.name),
                    source.claims.size(), model.base().href(index.address(source)), false))
        .toList();
  }

  private SitePath address(Listed list, Language language) {
    return model.catalog().addresses().at(language, "/claims/" + list.path());
  }

  private String href(Listed list, Language language) {
    return model.base().href(address(list, language));
  }

  /// A page, and how many claims of the ledger are newer than its first.
  private record Ranked(int rank, Planned page) {}

  private List<Ranked> pages(Listed list, Language language, Mix mix, List<ClaimsPage.Facet> facets, int[] rank) {
    SitePath first = address(list, language);
    int count = Math.max(1, (list.claims().size() + SIZE - 1) / SIZE);
    List<Ranked> pages = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      int page = number;
      List<Claim> shown = list.claims().subList((number - 1) * SIZE, Math.min(list.claims().size(), number * SIZE));
      int newer = shown.isEmpty() ? 0 : rank[shown.getFirst().number()];
      pages.add(
          new Ranked(
              newer,
              new Planned(
                  ListPages.pageAddress(first, number), () -> view(list, language, mix, facets, new Shown(page, count, shown)), true, Optional.empty(),
                  Optional.empty())));
    }
    return pages;
  }

  /// The claims of one page of so many.
  private record Shown(int number, int of, List<Claim> claims) {}

  private ClaimsPage view(Listed list, Language language, Mix mix, List<ClaimsPage.Facet> facets, Shown shown) {
    SitePath first = address(list, language);
    SitePath address = ListPages.pageAddress(first, shown.number());
    SitePath whole = model.catalog().addresses().at(language, "/claims/");
    LinkView up = new LinkView(model.words().of(language, "menu.claims"), model.base().href(whole));
    String kind = list.facet().equals("kind") ? list.path().substring(0, list.path().length() - 1) : "";
    boolean begins = shown.number() == 1;
    List<FrameView.FeedLink> feeds = new ArrayList<>();
    if (list.feeds()) {
      feeds.add(frames.feed(list.text(), first));
    }
    feeds.add(frames.siteFeed(language));
    FrameView frame =
        frames.of(
            new Frames.About(
                language, address.value(), list.text(), model.words().of(language, "ledger.about"), address, "", begins, list.path().isEmpty() ? List.of() : List.of(up), feeds,
                begins && list.feeds() ? inAll("/claims/" + list.path(), language) : Map.of()));
    boolean main = list.path().isEmpty() && begins;
    return new ClaimsPage(
        frame, kind, mix, filters(language, kind, list.path().isEmpty(), mix), begins ? marked(facets, model.base().href(first)) : List.of(),
        list.claims().size(), claims.late(shown.claims(), language, bodies), lists.pagination(first, shown.number(), shown.of()),
        List.of(file("JSON", "/claims.json"), file("CSV", "/claims.csv")), main && !list.claims().isEmpty() ? model.base().href(index(language)) : "");
  }

  /// The address of what the script of the ledger filters.
  public SitePath index(Language language) {
    return model.catalog().addresses().at(language, "/claims/index.json");
  }

  private LinkView file(String text, String path) {
    return new LinkView(text, model.base().href(new SitePath(path)));
  }

  private static List<ClaimsPage.Facet> marked(List<ClaimsPage.Facet> facets, String address) {
    return facets.stream()
        .map(
            facet ->
                new ClaimsPage.Facet(
                    facet.text(),
                    facet.values().stream()
                        .map(value -> new ClaimsPage.Value(value.text(), value.count(), value.address(), value.address().equals(address)))
                        .toList()))
        .toList();
  }

  private List<ClaimsPage.Filter> filters(Language language, String kind, boolean whole, Mix all) {
    List<ClaimsPage.Filter> filters = new ArrayList<>();
    filters.add(new ClaimsPage.Filter("", all.total(), model.base().href(model.catalog().addresses().at(language, "/claims/")), whole));
    for (Kind other : Kind.values()) {
      SitePath address = model.catalog().addresses().at(language, "/claims/" + other.word() + "/");
      filters.add(new ClaimsPage.Filter(other.word(), all.of(other), model.base().href(address), kind.equals(other.word())));
    }
    return filters;
  }

  private Map<Language, SitePath> inAll(String path, Language language) {
    Map<Language, SitePath> others = new LinkedHashMap<>();
    for (Language other : model.catalog().languages()) {
      if (!other.equals(language)) {
        others.put(other, model.catalog().addresses().at(other, path));
      }
    }
    return others;
  }
}
