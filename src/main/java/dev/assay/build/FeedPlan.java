package dev.assay.build;

import dev.assay.catalog.Addresses;
import dev.assay.catalog.Catalog;
import dev.assay.catalog.Entry;
import dev.assay.catalog.Hub;
import dev.assay.catalog.NoteType;
import dev.assay.catalog.Term;
import dev.assay.claim.Claim;
import dev.assay.note.Kind;
import dev.assay.note.Language;
import dev.assay.note.SitePath;
import dev.assay.view.project.FeedOf;
import dev.assay.view.project.FeedOf.Sort;
import dev.assay.view.project.Model;
import dev.assay.view.project.Projection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Which feeds a site has, and what is in them, in each of its languages.
///
/// A feed more is a page that lists the same, a [Sort] with its words (unless it is of a sort that there is), items,
/// and one call of [#add] in [#of]; its files, its line on the page of feeds and in `/feeds.opml`, its limit and the
/// warning about its size follow. Items other than notes and claims are a [PlannedItem] of their own.
final class FeedPlan {
  private final Model model;
  private final Projection projection;
  private final NoteItems notes;
  private final ClaimItems claims;
  private final RecordItems records;
  private final int limit;
  private final List<PlannedFeed> feeds = new ArrayList<>();

  private FeedPlan(Model model, Projection projection, NoteItems notes, ClaimItems claims, RecordItems records) {
    this.model = model;
    this.projection = projection;
    this.notes = notes;
    this.claims = claims;
    this.records = records;
    this.limit = model.site().feeds().limit();
  }

  /// All feeds. An item needs a date, so notes without one are in no feed.
  static List<PlannedFeed> of(Model model, Projection projection, NoteItems notes, ClaimItems claims, RecordItems records) {
    FeedPlan plan = new FeedPlan(model, projection, notes, claims, records);
    model.catalog().languages().forEach(plan::of);
    return List.copyOf(plan.feeds);
  }

  private void of(Language language) {
    Catalog catalog = model.catalog();
    Addresses addresses = catalog.addresses();
    site(language);
    catalog
        .bySection(language)
        .forEach(
            (section, posts) ->
                add(language, Sort.SECTIONS, model.sectionTitle(section, language), addresses.at(language, "/" + section + "/"), posts));
    section("/guide/", "menu.guide", catalog.of(NoteType.GUIDE, language), language);
    section("/hubs/", "menu.hubs", catalog.of(NoteType.HUB, language), language);
    for (Hub hub : catalog.hubs()) {
      if (hub.entry().language().equals(language)) {
        hub(hub, language);
      }
    }
    for (Term term : catalog.terms()) {
      if (term.language().equals(language)) {
        add(language, Sort.valueOf(term.taxonomy().toUpperCase(Locale.ROOT)), term.name(), term.address(), posts(term.entries()));
      }
    }
    claims(language);
    record(language, "checkpoints", records.due(language));
    record(language, "corrections", records.changes(language));
  }

  private void record(Language language, String name, List<PlannedItem> items) {
    String title = model.words().of(language, "menu." + name);
    add(
        language, Sort.RECORD, title, model.words().of(language, "feeds.carries." + name),
        model.catalog().addresses().at(language, "/" + name + "/"), items);
  }

  private void section(String path, String title, List<Entry> entries, Language language) {
    if (!entries.isEmpty()) {
      add(language, Sort.SECTIONS, model.words().of(language, title), model.catalog().addresses().at(language, path), entries);
    }
  }

  private void hub(Hub hub, Language language) {
    Entry entry = hub.entry();
    String summary = projection.summary(entry);
    String about = summary.isEmpty() ? carries(Sort.HUBS, entry.title(), language) : summary;
    PlannedFeed listed = listed(language, Sort.HUBS, entry.title(), about, entry.address(), items(posts(hub.members())), PlannedFeed.Archive.NONE);
    feeds.add(new PlannedFeed(listed.of(), entry.feedId(), listed.folder(), listed.items(), listed.archive()));
  }

  private void claims(Language language) {
    List<Claim> inOrder = new ArrayList<>(model.ledger().claims());
    inOrder.sort(Comparator.comparing((Claim claim) -> claim.first().note()).thenComparingInt(claim -> claim.first().index()));
    // The newest first; those of one moment in the order of their notes.
    List<MadeClaim> made =
        inOrder.stream()
            .flatMap(claim -> claims.of(claim, language).map(item -> new MadeClaim(claim.kind(), item)).stream())
            .sorted(Comparator.comparing((MadeClaim each) -> each.item().date().toInstant()).reversed())
            .toList();
    Addresses addresses = model.catalog().addresses();
    String all = model.words().of(language, "menu.claims");
    add(language, Sort.CLAIMS, all, carries(Sort.CLAIMS, all, language), addresses.at(language, "/claims/"), items(made.stream()));
    for (Kind kind : Kind.values()) {
      String title = model.words().of(language, "feeds.claims." + kind.word());
      add(
          language, Sort.CLAIMS, title, carries(Sort.CLAIMS, title, language),
          addresses.at(language, "/claims/" + kind.word() + "/"), items(made.stream().filter(each -> each.kind() == kind)));
    }
  }

  /// A claim that may be in feeds.
  private record MadeClaim(Kind kind, PlannedItem item) {}

  private static List<PlannedItem> items(Stream<MadeClaim> made) {
    return made.map(MadeClaim::item).toList();
  }

  private void add(Language language, Sort sort, String title, SitePath page, List<Entry> entries) {
    add(language, sort, title, carries(sort, title, language), page, items(entries));
  }

  /// Adds a feed.
  ///
  /// @param page  the page that shows the same list
  /// @param items all that could be in it, newest first
  private void add(Language language, Sort sort, String title, String about, SitePath page, List<PlannedItem> items) {
    feeds.add(listed(language, sort, title, about, page, items, PlannedFeed.Archive.NONE));
  }

  private PlannedFeed listed(
      Language language, Sort sort, String title, String about, SitePath page, List<PlannedItem> items,
      PlannedFeed.Archive archive) {
    List<PlannedItem> shown = items.stream().limit(limit).toList();
    FeedOf of =
        new FeedOf(
            language, sort, title, about, page, shown.size(), shown.stream().findFirst().map(PlannedItem::date));
    return new PlannedFeed(of, page.value(), page.folder(), shown, archive);
  }

  /// The feed of the whole site, the only one with archives. They are cut from the oldest item, so that one that is
  /// full is the same for ever: the next one, empty at first, is there already when it fills up.
  private void site(Language language) {
    List<PlannedItem> items = items(model.catalog().posts(language));
    SitePath home = model.catalog().addresses().home(language);
    String description = model.site().description();
    String about = description.isEmpty() ? carries(Sort.SITE, model.site().title(), language) : description;
    String title = model.siteFeedTitle(language);
    if (items.size() <= limit || !model.site().feeds().archives()) {
      add(language, Sort.SITE, title, about, home, items);
      return;
    }
    int newestOutside = (items.size() - limit - 1) / limit + 1;
    PlannedFeed.Archive archive =
        new PlannedFeed.Archive(Optional.empty(), Optional.of(archive(newestOutside, language)), Optional.empty());
    PlannedFeed current = listed(language, Sort.SITE, title, about, home, items, archive);
    feeds.add(current);
    int last = items.size() / limit + 1;
    for (int number = 1; number <= last; number++) {
      List<PlannedItem> some =
          items.subList(Math.max(0, items.size() - number * limit), items.size() - (number - 1) * limit);
      feeds.add(new PlannedFeed(current.of(), current.name(), archive(number, language), some, neighbours(number, last, home, language)));
    }
  }

  private PlannedFeed.Archive neighbours(int number, int last, SitePath home, Language language) {
    return new PlannedFeed.Archive(
        Optional.of(home),
        number == 1 ? Optional.empty() : Optional.of(archive(number - 1, language)),
        number == last ? Optional.empty() : Optional.of(archive(number + 1, language)));
  }

  private SitePath archive(int number, Language language) {
    return model.catalog().addresses().at(language, "/feeds/archive/" + number + "/");
  }

  private static List<Entry> posts(Collection<Entry> entries) {
    return entries.stream().filter(entry -> entry.type() == NoteType.POST).toList();
  }

  private List<PlannedItem> items(List<Entry> entries) {
    return entries.stream()
        .filter(entry -> entry.date().isPresent())
        .map(notes::of)
        .sorted(PlannedItem.NEWEST_FIRST)
        .toList();
  }

  private String carries(Sort sort, String title, Language language) {
    return model.words().of(language, "feeds.carries." + sort.word()).replace("{0}", title);
  }
}
