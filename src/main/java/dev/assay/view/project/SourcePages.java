package dev.assay.view.project;

import dev.assay.catalog.Placement;
import dev.assay.claim.Claim;
import dev.assay.claim.cite.Formatted;
import dev.assay.claim.cite.PartialDate;
import dev.assay.claim.cite.SourceEntry;
import dev.assay.note.Language;
import dev.assay.note.SitePath;
import dev.assay.view.DateView;
import dev.assay.view.FrameView;
import dev.assay.view.LateMarkup;
import dev.assay.view.LinkView;
import dev.assay.view.Mix;
import dev.assay.view.NoteCard;
import dev.assay.view.SourcePage;
import dev.assay.view.SourcesPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The pages of sources: one that lists them all, and one for each with what rests on it.
public final class SourcePages {
  /// How references and citations are called on a page; a colon cannot begin an anchor that a writer gives.
  public static final Formatted.Anchors ANCHORS =
      new Formatted.Anchors() {
        @Override
        public String reference(String key) {
          return referenceAnchor(key);
        }

        @Override
        public String citation(int index) {
          return citationAnchor(index);
        }
      };

  private static final int LIST_SIZE = 200;
  private static final int CLAIMS_SIZE = 100;
  private static final int URLS = 50;

  private final Model model;
  private final Frames frames;
  private final Bodies bodies;
  private final Cards cards;
  private final ClaimViews claims;
  private final ListPages lists;

  SourcePages(Model model, Frames frames, Bodies bodies, Cards cards, ClaimViews claims, ListPages lists) {
    this.model = model;
    this.frames = frames;
    this.bodies = bodies;
    this.cards = cards;
    this.claims = claims;
    this.lists = lists;
  }

  static String referenceAnchor(String key) {
    return ":ref-" + key;
  }

  static String citationAnchor(int index) {
    return ":cite-" + (index + 1);
  }

  /// The page of an entry of the bibliography.
  static SitePath address(Model model, SourceEntry entry, Language language) {
    return model.catalog().addresses().at(language, "/sources/" + SourceIndex.slug(model, entry) + "/");
  }

  /// All of them in a language.
  List<Planned> of(Language language) {
    SourceIndex index = claims.sources(language);
    List<Planned> pages = new ArrayList<>(list(index, language));
    for (SourceIndex.Rank rank : SourceIndex.Rank.values()) {
      for (SourceIndex.Carried source : index.of(rank)) {
        if (source.hasPage()) {
          pages.addAll(one(index, source, language));
        }
      }
    }
    return pages;
  }

  private SitePath home(Language language) {
    return model.catalog().addresses().at(language, "/sources/");
  }

  private Map<Language, SitePath> inOthers(Language language, String path) {
    Map<Language, SitePath> others = new LinkedHashMap<>();
    for (Language other : model.catalog().languages()) {
      if (!other.equals(language)) {
        others.put(other, model.catalog().addresses().at(other, path));
      }
    }
    return others;
  }

  private List<Planned> list(SourceIndex index, Language language) {
    List<SourceIndex.Carried> all = new ArrayList<>();
    for (SourceIndex.Rank rank : SourceIndex.Rank.values()) {
      all.addAll(index.of(rank));
    }
    int count = Math.max(1, (all.size() + LIST_SIZE - 1) / LIST_SIZE);
    List<Planned> pages = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      SitePath address = ListPages.pageAddress(home(language), number);
      FrameView frame =
          frames.of(
              new Frames.About(
                  language, address.value(), model.words().of(language, "menu.sources"), "", address, "", number == 1 && !all.isEmpty(), List.of(),
                  List.of(frames.siteFeed(language)), number == 1 ? inOthers(language, "/sources/") : Map.of()));
      List<SourcesPage.Group> groups = new ArrayList<>();
      for (SourceIndex.Rank rank : SourceIndex.Rank.values()) {
        List<SourcesPage.Row> rows =
            all.subList((number - 1) * LIST_SIZE, Math.min(all.size(), number * LIST_SIZE)).stream()
                .filter(source -> source.rank == rank)
                .map(source -> row(index, source, language))
                .toList();
        if (!rows.isEmpty()) {
          groups.add(new SourcesPage.Group(rank.word, rows));
        }
      }
      pages.add(
          new Planned(
              address, new SourcesPage(frame, all.size(), groups, lists.pagination(home(language), number, count)), true, Optional.empty()));
    }
    return pages;
  }

  private SourcesPage.Row row(SourceIndex index, SourceIndex.Carried source, Language language) {
    String title = entry(source).map(SourceEntry::title).orElse("");
    String address =
        source.hasPage()
            ? model.base().href(index.address(source))
            : source.claims.stream().findFirst().flatMap(claim -> claim.in(language)).map(this::place).orElse("");
    return new SourcesPage.Row(label(source, language), title, address, mix(source), source.notes.size());
  }

  private String place(Claim.Place place) {
    return model.catalog().entry(place.note()).map(entry -> model.base().href(entry.address(), place.draft().anchor())).orElse("");
  }

  private Optional<SourceEntry> entry(SourceIndex.Carried source) {
    return source.rank == SourceIndex.Rank.ENTRY ? model.sources().bibliography().entry(source.id) : Optional.empty();
  }

  private String label(SourceIndex.Carried source, Language language) {
    return entry(source).map(entry -> entry.label(ClaimViews.isKorean(language))).orElse(source.name);
  }

  private static Mix mix(SourceIndex.Carried source) {
    return Mix.of(source.claims.stream().map(Claim::kind).toList());
  }

  private List<Planned> one(SourceIndex index, SourceIndex.Carried source, Language language) {
    Optional<SourceEntry> entry = entry(source);
    SitePath first = index.address(source);
    List<Claim> all =
        source.claims.stream()
            .sorted(Comparator.comparing((Claim claim) -> claim.asserted().orElse(java.time.LocalDate.MIN), Comparator.reverseOrder()))
            .toList();
    int count = Math.max(1, (all.size() + CLAIMS_SIZE - 1) / CLAIMS_SIZE);
    LinkView up = new LinkView(model.words().of(language, "menu.sources"), model.base().href(home(language)));
    List<NoteCard> notes = cards.notes(source.notes.stream().sorted(Placement.NEWEST_FIRST).toList(), language);
    String path = source.rank.folder + source.slug + "/";
    Mix mix = mix(source);
    String label = label(source, language);
    List<Planned> pages = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      SitePath address = ListPages.pageAddress(first, number);
      FrameView frame =
          frames.of(
              new Frames.About(
                  language, address.value(), label, entry.map(SourceEntry::title).orElse(""), address, "",
                  number == 1, List.of(up), List.of(frames.siteFeed(language)),
                  number == 1 && entry.isPresent() ? inOthers(language, path) : Map.of()));
      List<Claim> shown = all.subList((number - 1) * CLAIMS_SIZE, Math.min(all.size(), number * CLAIMS_SIZE));
      SourcePage view =
          new SourcePage(
              frame, source.rank.word, entry.map(SourceEntry::key).orElse(""),
              entry.map(each -> model.sources().reference().apply(each, language)).orElse(LateMarkup.NONE),
              entry.map(SourceEntry::address).orElse(""), accessed(entry, language), mix, claims.late(shown, language, bodies), number == 1 ? notes : List.of(),
              number == 1 ? urls(source) : List.of(), lists.pagination(first, number, count));
      pages.add(new Planned(address, view, true, Optional.empty()));
    }
    return pages;
  }

  private static List<LinkView> urls(SourceIndex.Carried source) {
    return source.urls.stream().limit(URLS).map(url -> new LinkView(url, url)).toList();
  }

  private static DateView accessed(Optional<SourceEntry> entry, Language language) {
    Optional<PartialDate> date = entry.flatMap(SourceEntry::accessed);
    Optional<PartialDate.Point> day = date.flatMap(PartialDate::from).filter(point -> point.day() > 0);
    return day.map(point -> DateView.of(java.time.LocalDate.of(point.year(), point.month(), Math.min(point.day(), java.time.YearMonth.of(point.year(), point.month()).lengthOfMonth())), language))
        .orElseGet(() -> date.map(each -> new DateView(each.toString(), each.toString())).orElse(DateView.NONE));
  }
}
