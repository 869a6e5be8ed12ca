package dev.assay.view.project;

import dev.assay.catalog.Addresses;
import dev.assay.catalog.Entry;
import dev.assay.catalog.FeedFormat;
import dev.assay.catalog.Hub;
import dev.assay.catalog.NoteType;
import dev.assay.claim.Claim;
import dev.assay.note.Digest;
import dev.assay.note.Language;
import dev.assay.note.Mapper;
import dev.assay.note.Site;
import dev.assay.note.SitePath;
import dev.assay.note.SpokenNames;
import dev.assay.view.CheckpointView;
import dev.assay.view.ClaimView;
import dev.assay.view.DateView;
import dev.assay.view.FeedsPage;
import dev.assay.view.FrameView;
import dev.assay.view.Part;
import dev.assay.view.RedirectPage;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// All pages of a site.
public final class Projection {
  /// The list of all feeds for reader programs.
  public static final SitePath OPML = new SitePath("/feeds.opml");

  /// Where the search page of the site's first language and the index of all languages lie.
  public static final SitePath SEARCH = new SitePath("/search/");

  private final Model model;
  private final CardPlan plan;
  private final Frames frames;
  private final Bodies bodies;
  private final Cards cards;
  private final NotePages notes;
  private final ListPages lists;
  private final EntityPages entities;
  private final SitePages site;
  private final ClaimViews claims;
  private final SourcePages sources;
  private final RecordPages records;
  private final ScorePages scores;
  private final Changes changes;
  private final LedgerPages ledgers;
  private final CheckpointViews checkpoints;

  public Projection(Model model) {
    this.model = model;
    this.plan = new CardPlan(model);
    this.frames = new Frames(model, plan);
    this.claims = new ClaimViews(model);
    this.checkpoints = new CheckpointViews(model, claims);
    this.changes = new Changes(model, claims);
    this.bodies = new Bodies(model, claims, checkpoints);
    this.cards = new Cards(model, bodies);
    Glances glances = new Glances(model, claims.graph(), checkpoints, changes);
    Exposures exposures = new Exposures(model, bodies);
    HubPages hubs = new HubPages(model, cards, bodies, claims, glances, exposures);
    this.notes = new NotePages(model, frames, bodies, cards, claims, checkpoints, changes, glances, hubs);
    this.lists = new ListPages(model, frames, cards);
    this.entities = new EntityPages(model, lists, bodies, claims, glances, exposures, hubs);
    this.ledgers = new LedgerPages(model, frames, bodies, claims, lists);
    this.site = new SitePages(model, frames, bodies, cards, glances, ledgers);
    this.sources = new SourcePages(model, frames, bodies, cards, claims, lists);
    this.records = new RecordPages(model, frames, lists, site, checkpoints, changes);
    this.scores = new ScorePages(model, frames, site, claims, bodies);
  }

  /// Every page but those of notes, in no particular order.
  ///
  /// @param threads on which they are planned
  public List<Planned> others(List<FeedOf> feeds, Mapper threads) {
    List<Supplier<List<Planned>>> parts = new ArrayList<>();
    for (Language language : model.catalog().languages()) {
      parts.add(() -> List.of(site.home(language), site.notFound(language)));
      if (model.site().search()) {
        parts.add(() -> List.of(site.search(language)));
      }
      parts.add(() -> ledgers.of(language));
      parts.add(() -> sources.of(language));
      parts.add(() -> records.checkpoints(language));
      parts.add(() -> records.corrections(language));
      parts.add(() -> List.of(scores.of(language)));
      parts.add(() -> lists.of(language));
      parts.add(() -> entities.of(language));
      parts.add(() -> List.of(feedsPage(language, feeds)));
    }
    List<Planned> pages = new ArrayList<>();
    threads.map(parts, Supplier::get).forEach(pages::addAll);
    model.catalog().redirects().forEach((from, to) -> pages.add(redirect(from, to, to.address())));
    Set<SitePath> known = new HashSet<>();
    pages.forEach(page -> known.add(page.address()));
    model.catalog().entries().forEach(entry -> known.add(entry.address()));
    model.catalog().redirects().forEach((from, to) -> claimsOfHub(from, to, known, pages));
    return pages;
  }

  /// The card images of a site's notes and of the site itself, in all its languages.
  public List<CardPlan.Planned> cards() {
    return plan.all();
  }

  /// The page of a note; none for a home page, which is more than the note that is written for it.
  public Optional<Planned> page(Entry entry) {
    return entry.type() == NoteType.HOME
        ? Optional.empty()
        : Optional.of(new Planned(entry.address(), () -> notes.page(entry), entry.type() == NoteType.HUB, changed(entry), Optional.of(entry)));
  }

  /// The names of entities to whose pages texts of a language are linked.
  public List<SpokenNames.Name> spoken(Language language) {
    return bodies.spoken(language);
  }

  /// The claims of a hub have a page of their own, whose address is made of the hub's slug.
  private void claimsOfHub(SitePath from, Entry to, Set<SitePath> known, List<Planned> pages) {
    Addresses addresses = model.catalog().addresses();
    SitePath now = addresses.at(to.language(), "/claims/hub/" + to.slug() + "/");
    if (to.type() == NoteType.HUB && known.contains(now)) {
      addresses.slugs(from, to.language()).stream()
          .map(slug -> addresses.at(to.language(), "/claims/hub/" + slug + "/"))
          .filter(known::add)
          .forEach(old -> pages.add(redirect(old, to, now)));
    }
  }

  /// A hub changes with the notes it gathers.
  private Optional<OffsetDateTime> changed(Entry entry) {
    List<Entry> shown = new ArrayList<>(model.catalog().hub(entry).map(Hub::members).orElse(List.of()));
    shown.add(entry);
    return ListPages.changed(shown);
  }

  /// A claim as lists in some language show it; absent when its note is not published.
  public Optional<ClaimView> claim(Claim claim, Language language) {
    return claims.inList(claim, language, bodies);
  }

  /// The claims that are made in a language, newest first.
  public List<Claim> ledger(Language language) {
    return ledgers.ledger(language);
  }

  /// Names a claim as lists in a language show it, without making its view.
  public Digest digest(Claim claim, Language language) {
    return claims.digests(language).whole(claim);
  }

  /// Names something to look at as lists show it.
  public Digest digest(Agenda.Point point, Language language) {
    return checkpoints.digest(point, language);
  }

  /// The address of what the script of the ledger filters.
  public SitePath ledgerIndex(Language language) {
    return ledgers.index(language);
  }

  /// The full address of the picture that stands for a note; empty when it has none or the file isn't there.
  public String image(Entry entry) {
    return entry.note().head().image().map(image -> Images.absolute(image.src().value(), entry, model)).orElse("");
  }

  /// Something to look at, as lists show it; absent when its note is not published.
  public Optional<CheckpointView> point(Agenda.Point point, Language language) {
    return switch (point) {
      case Agenda.OfCheckpoint(var checkpoint) -> checkpoints.view(checkpoint, language, false);
      case Agenda.OfClaim(var claim) -> checkpoints.ofClaim(claim, language);
    };
  }

  /// What a note's directives come to, with its checkpoints in their places.
  public List<Part> blocks(Entry entry) {
    return checkpoints.blocks(entry, model.figures(entry.source()).blocks());
  }

  /// What changed after it was published.
  public Changes changes() {
    return changes;
  }

  /// When a note was published, as readers of its language read it.
  public DateView date(Entry entry) {
    return Cards.date(entry.date(), entry.language());
  }

  /// The words by which lists and feeds sum a note up, plain text.
  public String summary(Entry entry) {
    return cards.plainSummary(entry);
  }

  private Planned feedsPage(Language language, List<FeedOf> feeds) {
    SitePath address = model.catalog().addresses().at(language, "/feeds/");
    FrameView frame =
        frames.of(
            new Frames.About(
                language, address.value(), model.words().of(language, "menu.feeds"), "", address, "", true, List.of(),
                List.of(frames.siteFeed(language)), site.inAll("/feeds/", language)));
    Site.Feeds feedsOf = model.site().feeds();
    List<FeedsPage.FeedGroup> groups = new ArrayList<>();
    for (FeedOf.Sort sort : FeedOf.Sort.values()) {
      List<FeedsPage.FeedRow> rows =
          feeds.stream().filter(feed -> feed.language().equals(language) && feed.sort() == sort).map(this::row).toList();
      if (!rows.isEmpty()) {
        groups.add(
            new FeedsPage.FeedGroup(
                model.words().of(language, "feeds.sort." + sort.word()),
                model.words().of(language, "feeds.about." + sort.word()), rows));
      }
    }
    return new Planned(
        address,
        new FeedsPage(
            frame, groups, feedsOf.limit(), feedsOf.full(), feedsOf.formats().size(), feedsOf.archives(), model.base().href(OPML)),
        true,
        Optional.empty());
  }

  private FeedsPage.FeedRow row(FeedOf feed) {
    return new FeedsPage.FeedRow(
        feed.title(), feed.description(), model.base().href(feed.page()), feed.items(),
        Cards.date(feed.latest(), feed.language()), model.base().absolute(FeedFormat.of(model.site()).getFirst().beside(feed.page())),
        frames.feed(feed.title(), feed.page()).formats());
  }

  private Planned redirect(SitePath from, Entry to, SitePath address) {
    FrameView frame =
        frames.of(
            new Frames.About(
                to.language(), to.note().file(), to.title(), "", address, "", false, List.of(), List.of(), Map.of()));
    return new Planned(from, new RedirectPage(frame, model.base().href(address)), true, Optional.empty());
  }
}
