package dev.assay.view.project;

import dev.assay.catalog.Entry;
import dev.assay.catalog.FeedFormat;
import dev.assay.catalog.Hub;
import dev.assay.catalog.Placement;
import dev.assay.catalog.Terms;
import dev.assay.claim.Claim;
import dev.assay.note.Entity;
import dev.assay.note.Kind;
import dev.assay.note.Language;
import dev.assay.note.SourceId;
import dev.assay.view.BacklinkGroup;
import dev.assay.view.BodyView;
import dev.assay.view.ClaimView;
import dev.assay.view.EntityView;
import dev.assay.view.FrameView;
import dev.assay.view.HeadingView;
import dev.assay.view.HubPage;
import dev.assay.view.LateMarkup;
import dev.assay.view.LinkView;
import dev.assay.view.MapView;
import dev.assay.view.Mix;
import dev.assay.view.Settings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The pages of hubs.
final class HubPages {
  private static final int CLAIMS_OF_A_KIND = 3;
  private static final int FRESH = 5;

  /// Of a longer reading path the latest are shown; the archive has them all.
  private static final int PATH = 200;

  /// How many notes a map has room for.
  private static final int STOPS = 48;

  private static final int NEIGHBOURS = 6;
  private static final int SHARED = 3;
  private static final int ENTITIES = 24;
  private static final int EXPOSURES = 2;
  private static final int SAID = 2;

  private final Model model;
  private final Cards cards;
  private final Bodies bodies;
  private final ClaimViews claims;
  private final Glances glances;
  private final Exposures exposures;

  HubPages(Model model, Cards cards, Bodies bodies, ClaimViews claims, Glances glances, Exposures exposures) {
    this.model = model;
    this.cards = cards;
    this.bodies = bodies;
    this.claims = claims;
    this.glances = glances;
    this.exposures = exposures;
  }

  /// What a hub's page has as any note's.
  record Written(
      FrameView frame, List<HeadingView> toc, BodyView body, List<BacklinkGroup> backlinks, Settings params, LateMarkup linkedData) {}

  HubPage page(Hub hub, Written written) {
    Entry entry = hub.entry();
    Language language = entry.language();
    List<Entry> path = hub.path();
    List<Entry> then = path.subList(hub.pinned().size(), path.size());
    int left = Math.max(0, then.size() - PATH);
    List<HubPage.ClaimGroup> known = known(hub);
    List<Entry> newest = hub.members().stream().filter(each -> each.date().isPresent()).sorted(Placement.NEWEST_FIRST).limit(FRESH).toList();
    return new HubPage(
        written.frame(), cards.head(entry, entry.note().head().thesis().or(() -> entry.note().head().description()).orElse(""), cards.mix(hub)),
        entry.note().head().question().orElse(""), written.toc(), glances.of(hub),
        cards.notes(newest, language), map(path, hub.pinned().size(), language), written.body(),
        cards.notes(hub.pinned(), language), cards.notes(then.subList(left, then.size()), language), left, known,
        known.isEmpty() ? "" : model.base().href(model.catalog().addresses().at(language, "/claims/hub/" + entry.slug() + "/")),
        entities(hub), neighbours(hub), feeds(entry), written.backlinks(), written.params(), written.linkedData());
  }

  private List<FrameView.FeedAddress> feeds(Entry hub) {
    List<FrameView.FeedAddress> feeds = new ArrayList<>();
    if (hub.address().isFolder()) {
      for (FeedFormat format : FeedFormat.values()) {
        feeds.add(new FrameView.FeedAddress(model.base().href(hub.address().at(format.file())), format.mediaType(), format.label()));
      }
    }
    return feeds;
  }

  /// The claims of a hub's notes by kind, the most important first.
  private List<HubPage.ClaimGroup> known(Hub hub) {
    List<HubPage.ClaimGroup> groups = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      List<Claim> ofKind = glances.strongest(hub, kind);
      if (!ofKind.isEmpty()) {
        List<ClaimView> shown =
            ofKind.stream()
                .limit(CLAIMS_OF_A_KIND)
                .flatMap(claim -> claims.inList(claim, hub.entry().language(), bodies).stream())
                .toList();
        groups.add(new HubPage.ClaimGroup(kind.word(), ofKind.size(), shown));
      }
    }
    return groups;
  }

  /// Dated notes in time, the latest where there are more than a map has room for; one note alone needs no map.
  ///
  /// @param pinned how many of the notes are those with which to start
  MapView map(List<Entry> notes, int pinned, Language language) {
    Set<SourceId> first = new HashSet<>(notes.subList(0, pinned).stream().map(Entry::source).toList());
    List<Entry> dated = notes.stream().filter(note -> note.date().isPresent()).sorted(Placement.NEWEST_FIRST.reversed()).toList();
    if (dated.size() < 2) {
      return MapView.NONE;
    }
    int left = Math.max(0, dated.size() - STOPS);
    List<Entry> shown = dated.subList(left, dated.size());
    Map<SourceId, Integer> numbers = new HashMap<>();
    for (int i = 0; i < shown.size(); i++) {
      numbers.put(shown.get(i).source(), i);
    }
    List<NoteMaps.Stop> stops = new ArrayList<>();
    int ways = 0;
    for (Entry note : shown) {
      List<Entry> earlier =
          model.catalog().follows().getOrDefault(note.source(), List.of()).stream().filter(each -> numbers.containsKey(each.source())).toList();
      ways += earlier.size();
      stops.add(
          new NoteMaps.Stop(
              note.title(), model.base().href(note.address()), day(note), told(note, earlier, language), first.contains(note.source()),
              earlier.stream().map(each -> numbers.getOrDefault(each.source(), 0)).toList()));
    }
    Words words = model.words();
    String description =
        words.of(language, "map.description")
            .replace("{0}", Integer.toString(shown.size()))
            .replace("{1}", Cards.date(shown.getFirst().date(), language).text())
            .replace("{2}", Cards.date(shown.getLast().date(), language).text())
            .replace("{3}", Integer.toString(ways));
    return new MapView(":map", words.of(language, "map.title"), description, left, model.maps().draw(stops, language));
  }

  private LocalDate day(Entry note) {
    return note.date().map(date -> date.atZoneSameInstant(model.site().zone()).toLocalDate()).orElseThrow();
  }

  private String told(Entry note, List<Entry> earlier, Language language) {
    String told = note.title() + " · " + Cards.date(note.date(), language).text();
    return earlier.isEmpty()
        ? told
        : told + " · " + model.words().of(language, "context.follows") + " " + String.join("; ", earlier.stream().map(Entry::title).toList());
  }

  /// The hubs that share notes with a hub, those that share most first.
  private List<HubPage.Neighbour> neighbours(Hub hub) {
    Map<SourceId, Near> near = new LinkedHashMap<>();
    for (Entry note : hub.members().stream().sorted(Placement.NEWEST_FIRST).toList()) {
      for (Hub other : model.catalog().hubsOf(note)) {
        Entry entry = other.entry();
        if (!entry.source().equals(hub.entry().source()) && entry.language().equals(hub.entry().language())) {
          near.computeIfAbsent(entry.source(), _ -> new Near(entry, new ArrayList<>())).shared().add(note);
        }
      }
    }
    return near.values().stream()
        .sorted(Comparator.comparingInt((Near each) -> -each.shared().size()).thenComparing(each -> each.hub().source()))
        .limit(NEIGHBOURS)
        .map(each -> new HubPage.Neighbour(link(each.hub()), each.shared().size(), each.shared().stream().limit(SHARED).map(this::link).toList()))
        .toList();
  }

  /// Another hub and the notes that it shares with one, newest first.
  private record Near(Entry hub, List<Entry> shared) {}

  private LinkView link(Entry entry) {
    return new LinkView(entry.title(), model.base().href(entry.address()));
  }

  /// What is gathered of one entity.
  private static final class Spoken {
    private int notes;
    private final Map<String, Claim> claims = new LinkedHashMap<>();
  }

  /// The entities that most of a hub's notes speak of, with what its notes claim of them and the rows of its tables.
  private List<EntityView> entities(Hub hub) {
    Language language = hub.entry().language();
    List<Entry> notes = new ArrayList<>(List.of(hub.entry()));
    notes.addAll(hub.members().stream().sorted(Placement.NEWEST_FIRST).toList());
    Map<String, Spoken> spoken = new LinkedHashMap<>();
    for (Entry note : notes) {
      Terms.of(model.site(), "entities", note).forEach(name -> spoken.computeIfAbsent(name, _ -> new Spoken()).notes++);
      for (Claim claim : model.ledger().of(note.source())) {
        for (String name : LedgerPages.entities(model, claim)) {
          spoken.computeIfAbsent(name, _ -> new Spoken()).claims.putIfAbsent(claim.id(), claim);
        }
      }
    }
    Set<SourceId> within = new HashSet<>(notes.stream().map(Entry::source).toList());
    return spoken.entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<String, Spoken> each) -> -each.getValue().notes)
                .thenComparingInt(each -> -each.getValue().claims.size())
                .thenComparing(Map.Entry::getKey))
        .limit(ENTITIES)
        .map(each -> view(each.getKey(), each.getValue(), within, language))
        .toList();
  }

  /// What is most to be said of an entity: the most important claim of each of the firmest kinds.
  private List<ClaimView.ReasonView> said(Spoken spoken, Language language) {
    return Stream.of(Kind.values())
        .flatMap(kind -> glances.strongest(spoken.claims.values(), kind).stream().limit(1))
        .limit(SAID)
        .flatMap(claim -> claims.brief(claim, language).stream())
        .toList();
  }

  private EntityView view(String name, Spoken spoken, Set<SourceId> within, Language language) {
    var rows = exposures.of(name, language).stream().filter(row -> within.contains(row.note().source())).toList();
    var entity = model.site().entities().named(name);
    return new EntityView(
        cards.entity(name, language), entity.flatMap(Entity::kind).map(Entity.Kind::word).orElse(""), entity.map(Entity::tickers).orElse(List.of()),
        spoken.notes, Mix.of(spoken.claims.values().stream().map(Claim::kind).toList()), said(spoken, language), exposures.views(rows.stream().limit(EXPOSURES).toList()), Math.max(0, rows.size() - EXPOSURES));
  }
}
