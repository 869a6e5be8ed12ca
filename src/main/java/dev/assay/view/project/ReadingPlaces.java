package dev.assay.view.project;

import dev.assay.catalog.Entry;
import dev.assay.catalog.Hub;
import dev.assay.catalog.Placement;
import dev.assay.catalog.RelatedNotes;
import dev.assay.catalog.RelatedNotes.Reason;
import dev.assay.catalog.Term;
import dev.assay.note.Language;
import dev.assay.note.SourceId;
import dev.assay.view.LinkView;
import dev.assay.view.PlaceView;
import dev.assay.view.RelatedView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Where notes stand among others: in the reading paths of hubs, in series, beside related notes.
///
/// A place names its two neighbours and no number: with "4 of 40" one more note would change all the others.
final class ReadingPlaces {
  private final Model model;
  private final Map<SourceId, List<PlaceView>> inHubs = new HashMap<>();
  private final Map<SourceId, List<PlaceView>> inSeries = new HashMap<>();
  private final Map<Language, RelatedNotes> related = new ConcurrentHashMap<>();

  ReadingPlaces(Model model) {
    this.model = model;
    for (Hub hub : model.catalog().hubs()) {
      List<Entry> path = hub.path();
      LinkView of = link(hub.entry());
      for (int i = 0; i < path.size(); i++) {
        if (isShown(hub, path.get(i))) {
          add(inHubs, path, i, of);
        }
      }
    }
    for (Term term : model.catalog().terms()) {
      if (term.taxonomy().equals("series")) {
        List<Entry> parts = parts(term);
        LinkView of = new LinkView(term.name(), model.base().href(term.address()));
        for (int i = 0; i < parts.size(); i++) {
          add(inSeries, parts, i, of);
        }
      }
    }
  }

  /// The parts of a series in the order in which they are read.
  static List<Entry> parts(Term series) {
    return series.entries().stream().sorted(Placement.PARTS).toList();
  }

  private boolean isShown(Hub hub, Entry entry) {
    return model.catalog().hubsOf(entry).stream().anyMatch(own -> own.entry().source().equals(hub.entry().source()));
  }

  private void add(Map<SourceId, List<PlaceView>> places, List<Entry> path, int at, LinkView of) {
    LinkView previous = at == 0 ? LinkView.NONE : link(path.get(at - 1));
    LinkView next = at + 1 == path.size() ? LinkView.NONE : link(path.get(at + 1));
    places.computeIfAbsent(path.get(at).source(), _ -> new ArrayList<>()).add(new PlaceView(of, previous, next));
  }

  private LinkView link(Entry entry) {
    return new LinkView(entry.title(), model.base().href(entry.address()));
  }

  /// A note's places in the reading paths of its hubs.
  List<PlaceView> inHubs(Entry entry) {
    return inHubs.getOrDefault(entry.source(), List.of());
  }

  /// A note's place in its series.
  List<PlaceView> inSeries(Entry entry) {
    return inSeries.getOrDefault(entry.source(), List.of());
  }

  /// The notes that have most in common with a note.
  List<RelatedView> related(Entry entry) {
    return related.computeIfAbsent(entry.language(), language -> new RelatedNotes(model.catalog(), language)).of(entry).stream()
        .map(
            each ->
                new RelatedView(
                    each.note().title(), model.base().href(each.note().address()),
                    each.why().stream().map(reason -> words(reason, entry.language())).toList(), Cards.date(each.note().date(), entry.language())))
        .toList();
  }

  private String words(Reason reason, Language language) {
    String pattern = model.words().of(language, "related." + reason.sort().name().toLowerCase(Locale.ROOT));
    return pattern.replace("{0}", String.join(model.words().of(language, "list.comma") + " ", reason.names()));
  }
}
