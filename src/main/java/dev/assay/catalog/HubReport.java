package dev.assay.catalog;

import dev.assay.note.Link;
import dev.assay.note.Site;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How well the notes of a site hang together. Nothing here is wrong; it says where a reader gets lost.
///
/// @param homeless posts that no hub gathers, newest first
/// @param stale    hubs to which nothing has come for long, the longest first
/// @param deadEnds posts, pages and hubs from whose text no link leads to another page of the site, newest first
public record HubReport(List<Entry> homeless, List<Stale> stale, List<Entry> deadEnds) {
  public HubReport {
    homeless = List.copyOf(homeless);
    stale = List.copyOf(stale);
    deadEnds = List.copyOf(deadEnds);
  }

  /// A hub to which nothing has come for long.
  ///
  /// @param since the day of the newest thing in it; empty for a hub without any dated note
  /// @param days  how many days ago that was
  public record Stale(Entry hub, Optional<LocalDate> since, long days) {}

  /// Looks at a site.
  ///
  /// @param today the day of the build
  /// @param days  a hub is stale when nothing has come to it for more than so many days
  public static HubReport of(Catalog catalog, LocalDate today, int days) {
    List<Entry> homeless =
        catalog.entries().stream()
            .filter(entry -> entry.type() == NoteType.POST && catalog.hubsOf(entry).isEmpty())
            .sorted(Placement.NEWEST_FIRST)
            .toList();
    List<Stale> stale = new ArrayList<>();
    for (Hub hub : catalog.hubs()) {
      Optional<LocalDate> latest =
          hub.members().stream().flatMap(entry -> entry.changed().stream()).map(moment -> day(moment, catalog.site())).max(Comparator.naturalOrder());
      long ago = latest.map(day -> ChronoUnit.DAYS.between(day, today)).orElse(0L);
      if (latest.isEmpty() || ago > days) {
        stale.add(new Stale(hub.entry(), latest, ago));
      }
    }
    stale.sort(Comparator.comparing((Stale each) -> each.since().orElse(LocalDate.MIN)).thenComparing(each -> each.hub().source()));
    List<Entry> deadEnds =
        catalog.entries().stream()
            .filter(entry -> entry.type() != NoteType.HOME && entry.type() != NoteType.GUIDE && !leadsOn(catalog, entry))
            .sorted(Placement.NEWEST_FIRST)
            .toList();
    return new HubReport(homeless, stale, deadEnds);
  }

  private static LocalDate day(java.time.OffsetDateTime moment, Site site) {
    return moment.atZoneSameInstant(site.zone()).toLocalDate();
  }

  private static boolean leadsOn(Catalog catalog, Entry entry) {
    List<Destination> leads = catalog.destinations().getOrDefault(entry.source(), List.of());
    for (int i = 0; i < leads.size(); i++) {
      boolean followed = entry.note().links().get(i).role() == Link.Role.FOLLOW;
      if (followed && leads.get(i) instanceof Destination.Here here && !here.path().equals(entry.address())) {
        return true;
      }
    }
    return false;
  }
}
