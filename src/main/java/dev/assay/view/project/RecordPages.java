package dev.assay.view.project;

import dev.assay.claim.Claim;
import dev.assay.note.Language;
import dev.assay.note.SitePath;
import dev.assay.note.ValueDigest;
import dev.assay.view.ChangeView;
import dev.assay.view.CheckpointView;
import dev.assay.view.CheckpointsPage;
import dev.assay.view.CorrectionsPage;
import dev.assay.view.FrameView;
import dev.assay.view.LateList;
import dev.assay.view.LinkView;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The pages that keep a site to its word, once per language: what is due, and what changed after it was published.
final class RecordPages {
  private static final int SIZE = 100;

  private final Model model;
  private final Frames frames;
  private final ListPages lists;
  private final SitePages site;
  private final CheckpointViews checkpoints;
  private final Changes changes;

  RecordPages(Model model, Frames frames, ListPages lists, SitePages site, CheckpointViews checkpoints, Changes changes) {
    this.model = model;
    this.frames = frames;
    this.lists = lists;
    this.site = site;
    this.checkpoints = checkpoints;
    this.changes = changes;
  }

  /// One line of the agenda in its group.
  private record Line(Agenda.Standing standing, Agenda.Point point) {}

  /// What is due.
  List<Planned> checkpoints(Language language) {
    List<Line> all = new ArrayList<>();
    Map<Agenda.Standing, Integer> totals = new EnumMap<>(Agenda.Standing.class);
    Agenda.folded(model, language)
        .forEach(
            (standing, points) -> {
              totals.put(standing, points.size());
              points.forEach(point -> all.add(new Line(standing, point)));
            });
    SitePath first = model.catalog().addresses().at(language, "/checkpoints/");
    LinkView calendar = new LinkView("iCalendar", model.base().href(model.catalog().addresses().at(language, "/checkpoints.ics")));
    List<Planned> pages = new ArrayList<>();
    int count = pages(all.size());
    for (int number = 1; number <= count; number++) {
      List<Line> shown = part(all, number);
      List<CheckpointsPage.Group> groups = new ArrayList<>();
      for (Agenda.Standing standing : Agenda.Standing.values()) {
        List<Agenda.Point> alike = shown.stream().filter(line -> line.standing() == standing).map(Line::point).toList();
        if (!alike.isEmpty()) {
          groups.add(new CheckpointsPage.Group(standing.name().toLowerCase(Locale.ROOT), totals.getOrDefault(standing, 0), late(alike, language)));
        }
      }
      SitePath address = ListPages.pageAddress(first, number);
      CheckpointsPage view =
          new CheckpointsPage(
              frame(language, "/checkpoints/", "checkpoints", address, number), groups, lists.pagination(first, number, count), List.of(calendar));
      pages.add(new Planned(address, view, true, Optional.empty()));
    }
    return pages;
  }

  private LateList<CheckpointView> late(List<Agenda.Point> points, Language language) {
    return new LateList<>(
        ValueDigest.ofList(points.stream().map(point -> checkpoints.digest(point, language).hex()).toList()),
        () -> points.stream().flatMap(point -> view(point, language).stream()).toList());
  }

  private Optional<CheckpointView> view(Agenda.Point point, Language language) {
    return switch (point) {
      case Agenda.OfCheckpoint(var checkpoint) -> checkpoints.view(checkpoint, language, false);
      case Agenda.OfClaim(Claim claim) -> checkpoints.ofClaim(claim, language);
    };
  }

  /// What changed after it was published.
  List<Planned> corrections(Language language) {
    List<Changes.Change> all = changes.in(language);
    SitePath first = model.catalog().addresses().at(language, "/corrections/");
    List<Planned> pages = new ArrayList<>();
    int count = pages(all.size());
    for (int number = 1; number <= count; number++) {
      SitePath address = ListPages.pageAddress(first, number);
      List<ChangeView> shown = part(all, number).stream().map(Changes.Change::view).toList();
      CorrectionsPage view =
          new CorrectionsPage(
              frame(language, "/corrections/", "corrections", address, number), shown, lists.pagination(first, number, count));
      pages.add(
          new Planned(
              address, view, true,
              all.stream().findFirst().map(newest -> newest.date().atStartOfDay(model.site().zone()).toOffsetDateTime())));
    }
    return pages;
  }

  private static int pages(int items) {
    return Math.max(1, (items + SIZE - 1) / SIZE);
  }

  private static <T> List<T> part(List<T> all, int number) {
    return all.subList((number - 1) * SIZE, Math.min(all.size(), number * SIZE));
  }

  private FrameView frame(Language language, String path, String word, SitePath address, int number) {
    return frames.of(
        new Frames.About(
            language, address.value(), model.words().of(language, "menu." + word), model.words().of(language, word + ".about"), address, "",
            number == 1, List.of(),
            List.of(frames.feed(model.words().of(language, "menu." + word), model.catalog().addresses().at(language, path)), frames.siteFeed(language)),
            number == 1 ? site.inAll(path, language) : Map.of()));
  }
}
