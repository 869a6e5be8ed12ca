package dev.assay.view.project;

import dev.assay.catalog.Addresses;
import dev.assay.catalog.Catalog;
import dev.assay.catalog.Entry;
import dev.assay.catalog.Hub;
import dev.assay.catalog.NoteType;
import dev.assay.catalog.Placement;
import dev.assay.catalog.Term;
import dev.assay.note.Language;
import dev.assay.note.SitePath;
import dev.assay.view.FrameView;
import dev.assay.view.LinkView;
import dev.assay.view.ListPage;
import dev.assay.view.Markup;
import dev.assay.view.Mix;
import dev.assay.view.Pagination;
import dev.assay.view.TermsPage;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.concurrent.ConcurrentHashMap;

/// Lists of notes: sections, hubs, the guide, terms, the archive.
final class ListPages {
  private static final int ARCHIVE_SIZE = 500;

  /// Lists of more pages name only some of them.
  private static final int PAGES_NAMED = 60;

  private final Model model;
  private final Frames frames;
  private final Cards cards;
  private final Map<Language, List<String>> sections = new ConcurrentHashMap<>();
  private final Map<String, List<Term>> termsOfAll = new HashMap<>();

  ListPages(Model model, Frames frames, Cards cards) {
    this.model = model;
    this.frames = frames;
    this.cards = cards;
    model.catalog().terms().forEach(term -> termsOfAll.computeIfAbsent(key(term), _ -> new ArrayList<>()).add(term));
  }

  private static String key(Term term) {
    return term.taxonomy() + "/" + term.slug();
  }

  /// All list pages of a language.
  List<Planned> of(Language language) {
    Catalog catalog = model.catalog();
    Addresses addresses = catalog.addresses();
    List<Planned> pages = new ArrayList<>();
    catalog
        .bySection(language)
        .forEach(
            (section, posts) ->
                pages.addAll(paged(new Source(language, "section", model.sectionTitle(section, language),
                    addresses.at(language, "/" + section + "/"), posts, true, List.of(), sameInOthers("/" + section + "/", language), model))));
    List<Entry> guide = catalog.of(NoteType.GUIDE, language);
    if (!guide.isEmpty()) {
      pages.addAll(paged(new Source(language, "section", model.words().of(language, "menu.guide"),
          addresses.at(language, "/guide/"), guide, true, List.of(), sameInOthers("/guide/", language), model)));
    }
    List<Entry> hubs = catalog.hubs().stream().map(Hub::entry).filter(e -> e.language().equals(language)).toList();
    if (!hubs.isEmpty()) {
      pages.addAll(paged(new Source(language, "section", model.words().of(language, "menu.hubs"),
          addresses.at(language, "/hubs/"), hubs, true, List.of(), sameInOthers("/hubs/", language), model)));
    }
    for (Term term : catalog.terms()) {
      if (term.language().equals(language)) {
        List<Planned> own = paged(term);
        // The first page of an entity is a page of another shape.
        pages.addAll(term.taxonomy().equals("entities") ? own.subList(1, own.size()) : own);
      }
    }
    for (String taxonomy : model.site().taxonomies()) {
      terms(taxonomy, language).ifPresent(pages::add);
    }
    pages.addAll(archive(language));
    return pages;
  }

  /// What a list is made from.
  ///
  /// @param mix     the claims of all its notes, counted once for all its pages
  /// @param changed when the last of its notes changed
  private record Source(
      Language language, String kind, String heading, SitePath address, List<Entry> entries, boolean feed,
      List<LinkView> trail, Map<Language, SitePath> translations, Mix mix, Optional<OffsetDateTime> changed) {
    Source(
        Language language, String kind, String heading, SitePath address, List<Entry> entries, boolean feed,
        List<LinkView> trail, Map<Language, SitePath> translations, Model model) {
      this(
          language, kind, heading, address, entries, feed, trail, translations, Cards.mix(entries, model),
          ListPages.changed(entries));
    }
  }

  /// The same fixed list in the other languages that have it.
  private Map<Language, SitePath> sameInOthers(String path, Language language) {
    Map<Language, SitePath> others = new LinkedHashMap<>();
    for (Language other : model.catalog().languages()) {
      boolean exists =
          switch (path) {
            case "/guide/" -> !model.catalog().of(NoteType.GUIDE, other).isEmpty();
            case "/hubs/" -> !model.catalog().of(NoteType.HUB, other).isEmpty();
            case "/archive/", "/claims/", "/feeds/" -> true;
            default -> sections.computeIfAbsent(other, model.catalog()::sections).contains(path.replace("/", ""));
          };
      if (!other.equals(language) && exists) {
        others.put(other, model.catalog().addresses().at(other, path));
      }
    }
    return others;
  }

  /// The pages of a term. A series is read from its beginning; of everything else the newest comes first.
  List<Planned> paged(Term term) {
    String kind =
        switch (term.taxonomy()) {
          case "tags" -> "tag";
          case "categories" -> "category";
          case "authors" -> "author";
          case "entities" -> "entity";
          default -> "series";
        };
    LinkView up =
        new LinkView(
            model.words().of(term.language(), "terms." + term.taxonomy()),
            model.base().href(model.catalog().addresses().taxonomy(term.taxonomy(), term.language())));
    Map<Language, SitePath> same = new LinkedHashMap<>();
    for (Term other : termsOfAll.getOrDefault(key(term), List.of())) {
      if (!other.language().equals(term.language())) {
        same.put(other.language(), other.address());
      }
    }
    List<Entry> entries = kind.equals("series") ? ReadingPlaces.parts(term) : term.entries();
    return paged(new Source(term.language(), kind, term.name(), term.address(), entries, true, List.of(up), same, model));
  }

  private List<Planned> paged(Source source) {
    int size = model.site().pageSize();
    int count = Math.max(1, (source.entries().size() + size - 1) / size);
    List<Planned> pages = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      List<Entry> shown = source.entries().subList((number - 1) * size, Math.min(source.entries().size(), number * size));
      pages.add(page(source, number, count, () -> List.of(new ListPage.NoteGroup("", cards.notes(shown, source.language())))));
    }
    return pages;
  }

  private Planned page(Source source, int number, int count, Supplier<List<ListPage.NoteGroup>> groups) {
    SitePath address = pageAddress(source.address(), number);
    return new Planned(address, () -> view(source, number, count, groups.get()), true, source.changed(), Optional.empty());
  }

  private ListPage view(Source source, int number, int count, List<ListPage.NoteGroup> groups) {
    Language language = source.language();
    SitePath address = pageAddress(source.address(), number);
    List<FrameView.FeedLink> feeds = new ArrayList<>();
    if (source.feed()) {
      feeds.add(frames.feed(source.heading(), source.address()));
    }
    feeds.add(frames.siteFeed(language));
    FrameView frame =
        frames.of(
            new Frames.About(
                language, address.value(), source.heading(), "", address, "", number == 1, source.trail(),
                feeds.stream().distinct().toList(), number == 1 ? source.translations() : Map.of()));
    return new ListPage(
        frame, source.kind(), source.heading(), Markup.NONE, source.entries().size(), source.mix(),
        groups, pagination(source.address(), number, count));
  }

  static SitePath pageAddress(SitePath first, int number) {
    return number == 1 ? first : first.at("page/" + number + "/");
  }

  Pagination pagination(SitePath first, int number, int count) {
    if (count == 1) {
      return Pagination.SINGLE;
    }
    List<LinkView> pages = new ArrayList<>();
    int last = 0;
    for (int i = 1; i <= count; i++) {
      if ((number == 1 && count <= PAGES_NAMED) || i == 1 || i == count || Math.abs(i - number) <= 2) {
        if (i - last > 1) {
          pages.add(new LinkView("…", ""));
        }
        pages.add(pageLink(first, i));
        last = i;
      }
    }
    return new Pagination(
        number, count, number == 1 ? LinkView.NONE : pageLink(first, number - 1),
        number == count ? LinkView.NONE : pageLink(first, number + 1), pages);
  }

  private LinkView pageLink(SitePath first, int number) {
    return new LinkView(Integer.toString(number), model.base().href(pageAddress(first, number)));
  }

  static Optional<OffsetDateTime> changed(List<Entry> entries) {
    return entries.stream().flatMap(e -> e.changed().stream()).max(Comparator.comparing(OffsetDateTime::toInstant));
  }

  private Optional<Planned> terms(String taxonomy, Language language) {
    List<Term> terms =
        model.catalog().terms().stream()
            .filter(t -> t.taxonomy().equals(taxonomy) && t.language().equals(language))
            .sorted(Comparator.comparing(Term::name, String.CASE_INSENSITIVE_ORDER).thenComparing(Term::slug))
            .toList();
    if (terms.isEmpty()) {
      return Optional.empty();
    }
    SitePath address = model.catalog().addresses().taxonomy(taxonomy, language);
    Map<Language, SitePath> others = new LinkedHashMap<>();
    for (Language other : model.catalog().languages()) {
      if (!other.equals(language) && model.catalog().terms().stream().anyMatch(t -> t.taxonomy().equals(taxonomy) && t.language().equals(other))) {
        others.put(other, model.catalog().addresses().taxonomy(taxonomy, other));
      }
    }
    FrameView frame =
        frames.of(
            new Frames.About(
                language, address.value(), model.words().of(language, "terms." + taxonomy), "", address, "", true, List.of(),
                List.of(frames.siteFeed(language)), others));
    return Optional.of(new Planned(address, new TermsPage(frame, taxonomy, terms.stream().map(cards::term).toList()), true, Optional.empty()));
  }

  /// Everything, by year; what has no date comes last. Its first page leads to each of its pages: so no note is further than
  /// three steps from home.
  private List<Planned> archive(Language language) {
    List<Entry> dated =
        model.catalog().entries().stream()
            .filter(e -> e.language().equals(language) && e.type() != NoteType.HOME)
            .sorted(Placement.NEWEST_FIRST)
            .toList();
    Source source =
        new Source(language, "archive", model.words().of(language, "menu.archive"),
            model.catalog().addresses().at(language, "/archive/"), dated, false, List.of(), sameInOthers("/archive/", language), model);
    boolean anyDated = dated.stream().anyMatch(entry -> entry.date().isPresent());
    int count = Math.max(1, (dated.size() + ARCHIVE_SIZE - 1) / ARCHIVE_SIZE);
    List<Planned> pages = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      List<Entry> shown = dated.subList((number - 1) * ARCHIVE_SIZE, Math.min(dated.size(), number * ARCHIVE_SIZE));
      pages.add(page(source, number, count, () -> byYear(shown, anyDated ? model.words().of(language, "list.undated") : "", language)));
    }
    return pages;
  }

  private List<ListPage.NoteGroup> byYear(List<Entry> entries, String undated, Language language) {
    Map<String, List<Entry>> years = new LinkedHashMap<>();
    for (Entry entry : entries) {
      String year = entry.date().map(date -> Integer.toString(date.getYear())).orElse(undated);
      years.computeIfAbsent(year, _ -> new ArrayList<>()).add(entry);
    }
    List<ListPage.NoteGroup> groups = new ArrayList<>();
    years.forEach((year, list) -> groups.add(new ListPage.NoteGroup(year, cards.notes(list, language))));
    return groups;
  }
}
