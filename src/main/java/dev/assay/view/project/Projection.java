package dev.assay.view.project;

import dev.assay.catalog.Entry;
import dev.assay.catalog.Hub;
import dev.assay.catalog.NoteType;
import dev.assay.note.Language;
import dev.assay.note.SitePath;
import dev.assay.view.FeedsPage;
import dev.assay.view.FrameView;
import dev.assay.view.LinkView;
import dev.assay.view.RedirectPage;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All pages of a site.
public final class Projection {
  private final Model model;
  private final Frames frames;
  private final Bodies bodies;
  private final Cards cards;
  private final NotePages notes;
  private final ListPages lists;
  private final SitePages site;

  public Projection(Model model) {
    this.model = model;
    this.frames = new Frames(model);
    ClaimViews claims = new ClaimViews(model);
    this.bodies = new Bodies(model, claims);
    this.cards = new Cards(model, bodies);
    this.notes = new NotePages(model, frames, bodies, cards, claims);
    this.lists = new ListPages(model, frames, cards);
    this.site = new SitePages(model, frames, bodies, cards, claims, lists);
  }

  /// A feed as the page of feeds lists it.
  ///
  /// @param sort    `site`, `hubs`, `tags`, `categories`, `series` or `sections`
  /// @param page    the page that shows the same
  /// @param entries what it carries, newest first
  public record FeedOf(Language language, String sort, String title, SitePath page, List<Entry> entries) {
    /// Where the feed is in RSS.
    public SitePath rss() {
      return page.at("feed.xml");
    }
  }

  /// Every page, in no particular order.
  public List<Planned> pages(List<FeedOf> feeds) {
    List<Planned> pages = new ArrayList<>();
    for (Entry entry : model.catalog().entries()) {
      if (entry.type() != NoteType.HOME) {
        pages.add(new Planned(entry.address(), notes.page(entry), entry.type() == NoteType.HUB, changed(entry)));
      }
    }
    for (Language language : model.catalog().languages()) {
      pages.add(site.home(language));
      pages.add(site.notFound(language));
      pages.addAll(site.claims(language));
      pages.addAll(lists.of(language));
      pages.add(feedsPage(language, feeds));
    }
    model.catalog().redirects().forEach((from, to) -> pages.add(redirect(from, to)));
    return pages;
  }

  /// A hub changes with the notes it gathers.
  private Optional<OffsetDateTime> changed(Entry entry) {
    List<Entry> shown = new ArrayList<>(model.catalog().hub(entry).map(Hub::members).orElse(List.of()));
    shown.add(entry);
    return ListPages.changed(shown);
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
    List<FeedsPage.FeedGroup> groups = new ArrayList<>();
    for (String sort : List.of("site", "sections", "hubs", "categories", "tags", "series")) {
      List<FeedsPage.FeedRow> rows =
          feeds.stream()
              .filter(feed -> feed.language().equals(language) && feed.sort().equals(sort))
              .map(feed -> row(feed, language))
              .toList();
      if (!rows.isEmpty()) {
        groups.add(new FeedsPage.FeedGroup(model.words().of(language, label(sort)), rows));
      }
    }
    return new Planned(address, new FeedsPage(frame, groups, ""), true, Optional.empty());
  }

  private static String label(String sort) {
    return switch (sort) {
      case "sections" -> "menu.posts";
      case "series" -> "terms.series";
      default -> "feeds." + sort;
    };
  }

  private FeedsPage.FeedRow row(FeedOf feed, Language language) {
    int items = Math.min(feed.entries().size(), model.site().feeds().limit());
    var latest = feed.entries().stream().flatMap(e -> e.date().stream()).findFirst();
    return new FeedsPage.FeedRow(
        feed.title(), model.base().href(feed.page()), items, Cards.date(latest, language),
        List.of(new LinkView("RSS", model.base().href(feed.rss()))));
  }

  private Planned redirect(SitePath from, Entry to) {
    FrameView frame =
        frames.of(
            new Frames.About(
                to.language(), to.note().file(), to.title(), "", to.address(), "", false, List.of(), List.of(), Map.of()));
    return new Planned(from, new RedirectPage(frame, model.base().href(to.address())), true, Optional.empty());
  }
}
