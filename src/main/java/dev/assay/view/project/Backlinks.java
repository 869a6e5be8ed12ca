package dev.assay.view.project;

import dev.assay.catalog.Backlink;
import dev.assay.catalog.Entry;
import dev.assay.catalog.Placement;
import dev.assay.note.ClaimDraft;
import dev.assay.note.Heading;
import dev.assay.note.SourceId;
import dev.assay.view.BacklinkGroup;
import dev.assay.view.BacklinkView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Who links to a note, and to which place in it.
final class Backlinks {
  /// A page to which everything links would be longer than all that link to it.
  private static final int SHOWN = 40;

  private Backlinks() {}

  private static List<Backlink> to(Model model, Entry entry) {
    return model.catalog().backlinks().getOrDefault(entry.source(), List.of());
  }

  /// How many notes link to each anchor of a note, by anchor.
  static Map<String, Integer> counts(Model model, Entry entry) {
    List<Backlink> links = to(model, entry);
    if (links.isEmpty()) {
      return Map.of();
    }
    Map<String, Set<SourceId>> from = new TreeMap<>();
    for (Backlink link : links) {
      if (!link.fragment().isEmpty()) {
        from.computeIfAbsent(link.fragment(), _ -> new LinkedHashSet<>()).add(link.from().source());
      }
    }
    Map<String, Integer> counts = new TreeMap<>();
    from.forEach((anchor, notes) -> counts.put(anchor, notes.size()));
    return counts;
  }

  /// The links to a note: those to the page first, then those to its places in the order of the text.
  static List<BacklinkGroup> of(Model model, Entry entry) {
    List<Backlink> links = new ArrayList<>(to(model, entry));
    if (links.isEmpty()) {
      return List.of();
    }
    links.sort(Comparator.comparing(Backlink::from, Placement.NEWEST_FIRST));
    Map<String, Map<SourceId, BacklinkView>> byPlace = new HashMap<>();
    for (Backlink link : links) {
      byPlace
          .computeIfAbsent(link.fragment(), _ -> new LinkedHashMap<>())
          .putIfAbsent(
              link.from().source(),
              new BacklinkView(
                  link.from().title(), model.base().href(link.from().address()), link.sentence(), Cards.date(link.from().date(), entry.language())));
    }
    Map<String, BacklinkGroup> places = places(model, entry, byPlace.keySet());
    List<BacklinkGroup> groups = new ArrayList<>();
    places.forEach(
        (anchor, place) -> {
          Map<SourceId, BacklinkView> from = byPlace.remove(anchor);
          if (from != null) {
            groups.add(filled(place, from));
          }
        });
    new TreeMap<>(byPlace).forEach((anchor, from) -> groups.add(filled(new BacklinkGroup(anchor, "#" + anchor, "", 0, List.of()), from)));
    return List.copyOf(groups);
  }

  private static BacklinkGroup filled(BacklinkGroup place, Map<SourceId, BacklinkView> from) {
    return new BacklinkGroup(place.anchor(), place.text(), place.kind(), from.size(), from.values().stream().limit(SHOWN).toList());
  }

  /// The places of a note that have words, in the order of the text: claims after the headings above them.
  private static Map<String, BacklinkGroup> places(Model model, Entry entry, Set<String> wanted) {
    Map<String, BacklinkGroup> places = new LinkedHashMap<>();
    places.put("", new BacklinkGroup("", "", "", 0, List.of()));
    claims(model, entry, "", wanted, places);
    for (Heading heading : entry.note().headings()) {
      places.putIfAbsent(heading.id(), new BacklinkGroup(heading.id(), heading.text(), "", 0, List.of()));
      claims(model, entry, heading.id(), wanted, places);
    }
    return places;
  }

  private static void claims(Model model, Entry entry, String section, Set<String> wanted, Map<String, BacklinkGroup> places) {
    for (ClaimDraft draft : entry.note().claims()) {
      if (draft.section().equals(section) && wanted.contains(draft.anchor())) {
        places.putIfAbsent(
            draft.anchor(), new BacklinkGroup(draft.anchor(), Cut.words(model.plain(entry, draft.pieces()), 120), draft.kind().word(), 0, List.of()));
      }
    }
  }
}
