package dev.assay.view.project;

import dev.assay.catalog.Catalog;
import dev.assay.catalog.Entry;
import dev.assay.catalog.Hub;
import dev.assay.catalog.NoteType;
import dev.assay.catalog.Term;
import dev.assay.claim.Claim;
import dev.assay.claim.Status;
import dev.assay.note.Language;
import dev.assay.note.SitePath;
import dev.assay.note.SourceId;
import dev.assay.note.Value;
import dev.assay.view.BodyView;
import dev.assay.view.ClaimView;
import dev.assay.view.FrameView;
import dev.assay.view.HeadingView;
import dev.assay.view.HubPage;
import dev.assay.view.LateList;
import dev.assay.view.LateMarkup;
import dev.assay.view.LinkView;
import dev.assay.view.NotePage;
import dev.assay.view.PageView;
import dev.assay.view.Settings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The pages of notes and hubs.
final class NotePages {
  private static final int TOC_DEPTH = 3;
  private static final int TOC_AT_LEAST = 3;
  private static final int DESCRIPTION_LENGTH = 200;

  private final Model model;
  private final Frames frames;
  private final Bodies bodies;
  private final Cards cards;
  private final ClaimViews claims;
  private final CheckpointViews checkpoints;
  private final Changes changes;
  private final Glances glances;
  private final HubPages hubs;
  private final ReadingPlaces places;
  private final LinkedData linkedData;
  private final Map<SourceId, LinkView> previous = new HashMap<>();
  private final Map<SourceId, LinkView> next = new HashMap<>();
  private final Map<String, Term> terms = new HashMap<>();

  NotePages(
      Model model, Frames frames, Bodies bodies, Cards cards, ClaimViews claims, CheckpointViews checkpoints, Changes changes,
      Glances glances, HubPages hubs) {
    this.model = model;
    this.frames = frames;
    this.bodies = bodies;
    this.cards = cards;
    this.claims = claims;
    this.checkpoints = checkpoints;
    this.changes = changes;
    this.glances = glances;
    this.hubs = hubs;
    this.places = new ReadingPlaces(model);
    this.linkedData = new LinkedData(model);
    model.catalog().terms().forEach(term -> terms.put(key(term.taxonomy(), term.slug(), term.language()), term));
    for (Language language : model.catalog().languages()) {
      model.catalog().bySection(language).values().forEach(newestFirst -> neighbours(newestFirst.reversed()));
      neighbours(model.catalog().of(NoteType.GUIDE, language));
    }
  }

  private static String key(String taxonomy, String slug, Language language) {
    return taxonomy + "/" + language + "/" + slug;
  }

  private void neighbours(List<Entry> inOrder) {
    for (int i = 0; i < inOrder.size(); i++) {
      previous.put(inOrder.get(i).source(), i == 0 ? LinkView.NONE : link(inOrder.get(i - 1)));
      next.put(inOrder.get(i).source(), i + 1 == inOrder.size() ? LinkView.NONE : link(inOrder.get(i + 1)));
    }
  }

  private LinkView link(Entry entry) {
    return new LinkView(entry.title(), model.base().href(entry.address()));
  }

  PageView page(Entry entry) {
    Optional<Hub> hub = model.catalog().hub(entry);
    return hub.isPresent() ? hubPage(hub.get()) : notePage(entry);
  }

  private NotePage notePage(Entry entry) {
    Catalog catalog = model.catalog();
    Language language = entry.language();
    BodyView body = bodies.of(entry);
    FrameView frame = frame(entry);
    return new NotePage(
        frame, kind(entry.type()), cards.head(entry), toc(entry),
        cards.notes(catalog.follows().getOrDefault(entry.source(), List.of()), language),
        cards.notes(catalog.followedBy().getOrDefault(entry.source(), List.of()), language),
        changes.of(entry.source()), glances.of(entry), body, open(entry, body), checkpoints.unshown(entry), entry.note().head().disclaimer().orElse(""),
        places.inHubs(entry), places.inSeries(entry), places.related(entry), Backlinks.of(model, entry),
        previous.getOrDefault(entry.source(), LinkView.NONE), next.getOrDefault(entry.source(), LinkView.NONE),
        params(entry), linked(entry, body, frame));
  }

  private LateMarkup linked(Entry entry, BodyView body, FrameView frame) {
    return linkedData.of(entry, body, cards.plainSummary(entry), frame.image());
  }

  private static String kind(NoteType type) {
    return switch (type) {
      case POST, HUB -> "post";
      case PAGE, HOME -> "page";
      case GUIDE -> "guide";
    };
  }

  private HubPage hubPage(Hub hub) {
    Entry entry = hub.entry();
    BodyView body = bodies.of(entry);
    FrameView frame = frame(entry);
    return hubs.page(hub, new HubPages.Written(frame, toc(entry), body, Backlinks.of(model, entry), params(entry), linked(entry, body, frame)));
  }

  private FrameView frame(Entry entry) {
    Map<Language, SitePath> translations = new LinkedHashMap<>();
    model.catalog().translations(entry).forEach(other -> translations.put(other.language(), other.address()));
    return frames.of(
        new Frames.About(
            entry.language(), entry.note().file(), entry.title(),
            Cut.words(cards.plainSummary(entry), DESCRIPTION_LENGTH), entry.address(),
            entry.note().head().image().map(image -> Images.absolute(image.src().value(), entry, model)).orElse(""),
            !entry.note().head().draft(), trail(entry), feeds(entry), translations),
        entry, entry.note().head().image().map(image -> image.alt()).orElse(""), CitedNotes.of(entry, model));
  }

  private List<LinkView> trail(Entry entry) {
    Language language = entry.language();
    var addresses = model.catalog().addresses();
    return switch (entry.type()) {
      case HOME, PAGE -> List.of();
      case HUB -> List.of(new LinkView(model.words().of(language, "menu.hubs"), model.base().href(addresses.at(language, "/hubs/"))));
      case GUIDE -> List.of(new LinkView(model.words().of(language, "menu.guide"), model.base().href(addresses.at(language, "/guide/"))));
      case POST ->
          List.of(
              new LinkView(
                  model.sectionTitle(entry.section(), language),
                  model.base().href(addresses.at(language, "/" + entry.section() + "/"))));
    };
  }

  /// The nearest feed first: the hub's own or those of its hubs, its categories, its section, then the site's.
  private List<FrameView.FeedLink> feeds(Entry entry) {
    List<FrameView.FeedLink> feeds = new ArrayList<>();
    List<Entry> hubs = new ArrayList<>(entry.type() == NoteType.HUB ? List.of(entry) : List.of());
    model.catalog().hubsOf(entry).forEach(hub -> hubs.add(hub.entry()));
    hubs.forEach(hub -> feeds.add(frames.feed(hub.title(), hub.address())));
    for (String category : entry.note().head().categories()) {
      Optional.ofNullable(terms.get(key("categories", dev.assay.catalog.Slugs.of(category), entry.language())))
          .ifPresent(term -> feeds.add(frames.feed(term.name(), term.address())));
    }
    section(entry).ifPresent(feeds::add);
    feeds.add(frames.siteFeed(entry.language()));
    return feeds.stream().distinct().toList();
  }

  private Optional<FrameView.FeedLink> section(Entry entry) {
    Language language = entry.language();
    String section =
        switch (entry.type()) {
          case HOME, PAGE -> "";
          case HUB -> "hubs";
          case GUIDE -> "guide";
          case POST -> entry.section();
        };
    String title = entry.type() == NoteType.POST ? model.sectionTitle(section, language) : model.words().or(language, "menu." + section, section);
    return section.isEmpty()
        ? Optional.empty()
        : Optional.of(frames.feed(title, model.catalog().addresses().at(language, "/" + section + "/")));
  }

  private static List<HeadingView> toc(Entry entry) {
    boolean wanted =
        entry.note().head().toc().orElse(entry.note().headings().size() >= TOC_AT_LEAST);
    return wanted ? HeadingView.tree(entry.note().headings(), TOC_DEPTH) : List.of();
  }

  /// What its body's digest names says which claims are open, too.
  private LateList<ClaimView> open(Entry entry, BodyView body) {
    List<Claim> own = model.ledger().of(entry.source());
    if (own.stream().noneMatch(NotePages::isOpen)) {
      return LateList.of(List.of());
    }
    return new LateList<>(
        body.digest(),
        () -> {
          List<ClaimView> views = claims.inBody(entry);
          List<ClaimView> open = new ArrayList<>();
          for (int i = 0; i < own.size(); i++) {
            if (isOpen(own.get(i))) {
              open.add(views.get(i));
            }
          }
          open.sort(Comparator.comparing(claim -> claim.due().iso()));
          return open;
        });
  }

  private static boolean isOpen(Claim claim) {
    return claim.due().isPresent() && claim.status() == Status.STANDING;
  }

  private static Settings params(Entry entry) {
    List<Settings.Setting> settings = new ArrayList<>();
    entry.note().head().params().ifPresent(mapping -> flatten("", mapping, settings));
    return new Settings(settings);
  }

  /// Nested settings get dotted names; lists are joined with commas.
  private static void flatten(String prefix, Value.Mapping mapping, List<Settings.Setting> out) {
    for (Value.Entry entry : mapping.entries()) {
      String name = prefix + entry.key();
      switch (entry.value()) {
        case Value.Scalar scalar -> out.add(new Settings.Setting(name, scalar.isNull() ? "" : scalar.text()));
        case Value.Sequence list ->
            out.add(
                new Settings.Setting(
                    name,
                    String.join(
                        ", ",
                        list.items().stream().filter(Value.Scalar.class::isInstance).map(v -> ((Value.Scalar) v).text()).toList())));
        case Value.Mapping inner -> flatten(name + ".", inner, out);
      }
    }
  }
}
