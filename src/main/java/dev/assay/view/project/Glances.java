package dev.assay.view.project;

import dev.assay.catalog.Entry;
import dev.assay.catalog.Hub;
import dev.assay.claim.Checkpoint;
import dev.assay.claim.Claim;
import dev.assay.claim.Due;
import dev.assay.claim.ReasonGraph;
import dev.assay.claim.Status;
import dev.assay.note.Kind;
import dev.assay.note.Language;
import dev.assay.note.SourceId;
import dev.assay.view.ChangeView;
import dev.assay.view.CheckpointView;
import dev.assay.view.DateView;
import dev.assay.view.GlanceView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/// What notes and hubs come to at a glance.
final class Glances {
  private static final int OF_HUB = 3;
  private static final int OF_NOTE = 2;
  private static final int OF_SITE = 5;
  private static final int TEXT_LENGTH = 120;

  private final Model model;
  private final CheckpointViews checkpoints;
  private final Changes changes;
  private final ReasonGraph graph;
  private final Map<SourceId, List<Checkpoint>> byNote = new HashMap<>();

  Glances(Model model, ReasonGraph graph, CheckpointViews checkpoints, Changes changes) {
    this.model = model;
    this.checkpoints = checkpoints;
    this.changes = changes;
    this.graph = graph;
    model.ledger().checkpoints().forEach(each -> byNote.computeIfAbsent(each.note(), _ -> new ArrayList<>()).add(each));
  }

  /// A note at a glance: what is due next. What changed since, and how many claims of each kind there are, its page
  /// shows anyway.
  GlanceView of(Entry entry) {
    List<Agenda.Point> points = points(List.of(entry.source()), entry.language());
    List<GlanceView.Line> next = next(points, entry.language(), OF_NOTE);
    int overdue = overdue(points);
    return next.isEmpty() && overdue == 0
        ? GlanceView.NONE
        : new GlanceView(next, overdue, href("/checkpoints/", entry.language()), List.of(), 0, "");
  }

  /// A hub at a glance, over all its notes.
  GlanceView of(Hub hub) {
    Language language = hub.entry().language();
    List<SourceId> notes = notes(hub);
    List<Agenda.Point> points = points(notes, language);
    List<ChangeView> changed = changes.of(notes);
    return new GlanceView(
        next(points, language, OF_HUB), overdue(points), href("/checkpoints/", language),
        changed.stream().limit(OF_HUB).map(Glances::line).toList(), changed.size(), href("/corrections/", language));
  }

  /// A whole site in one language: what is due next, and what changed last.
  GlanceView of(Language language) {
    Map<Agenda.Standing, List<Agenda.Point>> agenda = Agenda.folded(model, language);
    List<Agenda.Point> next = agenda.getOrDefault(Agenda.Standing.NEXT, List.of());
    List<ChangeView> changed = changes.in(language).stream().map(Changes.Change::view).toList();
    return new GlanceView(
        next(next, language, OF_SITE), agenda.getOrDefault(Agenda.Standing.OVERDUE, List.of()).size(),
        href("/checkpoints/", language), changed.stream().limit(OF_SITE).map(Glances::line).toList(), changed.size(),
        href("/corrections/", language));
  }

  /// What is open in a hub: of what is blocked, else of what is guessed, the claim that carries most.
  ///
  /// @param told the claims that hubs before it on the page have named; hubs that share a note name different ones, where
  ///             they can. The claim that is given is added
  List<GlanceView.Line> open(Hub hub, Set<String> told) {
    List<Claim> open =
        Stream.of(Kind.BLOCKED, Kind.SPECULATION).flatMap(kind -> strongest(hub, kind).stream().filter(this::holds)).toList();
    return open.stream()
        .filter(claim -> told.add(claim.id()))
        .findFirst()
        .or(() -> open.stream().findFirst())
        .flatMap(claim -> line(claim, hub.entry().language()))
        .stream()
        .toList();
  }

  private String href(String path, Language language) {
    return model.base().href(model.catalog().addresses().at(language, path));
  }

  private static List<SourceId> notes(Hub hub) {
    List<SourceId> notes = new ArrayList<>(List.of(hub.entry().source()));
    hub.members().forEach(member -> notes.add(member.source()));
    return notes;
  }

  /// The claims of a hub's notes, each once.
  private Collection<Claim> claims(Collection<SourceId> notes) {
    Map<String, Claim> all = new LinkedHashMap<>();
    notes.forEach(note -> model.ledger().of(note).forEach(claim -> all.putIfAbsent(claim.id(), claim)));
    return all.values();
  }

  /// The claims of a hub of one kind, the most important first: those that hold before those that fell or rest on what did,
  /// those that the hub itself says (its writer chose them) in its order, confirmed ones before others, then those on which most rests, that have most sources, that are most probable, that
  /// have a name, and the newest.
  List<Claim> strongest(Hub hub, Kind kind) {
    SourceId own = hub.entry().source();
    return strongest(claims(notes(hub)), kind, claim -> claim.places().stream().filter(place -> place.note().equals(own)).mapToInt(Claim.Place::index).min().orElse(Integer.MAX_VALUE));
  }

  /// The same of any claims.
  List<Claim> strongest(Collection<Claim> some, Kind kind) {
    return strongest(some, kind, _ -> 0);
  }

  /// @param chosen where a claim stands among those that someone chose; those that nobody chose stand behind them
  private List<Claim> strongest(Collection<Claim> some, Kind kind, ToIntFunction<Claim> chosen) {
    return some.stream()
        .filter(claim -> claim.kind() == kind)
        .sorted(
            Comparator.comparing((Claim claim) -> !holds(claim))
                .thenComparingInt(chosen)
                .thenComparing(claim -> claim.status() != Status.CONFIRMED)
                .thenComparingInt(claim -> -graph.above(claim).size())
                .thenComparingInt(claim -> -claim.sources().size())
                .thenComparingDouble(claim -> -claim.probability().orElse(0))
                .thenComparing(claim -> !claim.named())
                .thenComparing(claim -> claim.asserted().orElse(LocalDate.MIN), Comparator.reverseOrder())
                .thenComparing(Claim::id))
        .toList();
  }

  private boolean holds(Claim claim) {
    boolean stands =
        switch (claim.status()) {
          case STANDING, CONFIRMED, AMENDED -> true;
          case REFUTED, WITHDRAWN, SUPERSEDED, EXPIRED, UNBLOCKED -> false;
        };
    return stands && model.ledger().fallenUnder(claim).isEmpty();
  }

  private Optional<GlanceView.Line> line(Claim claim, Language language) {
    Claim.Place place = claim.in(language).orElse(claim.first());
    return model.catalog()
        .entry(place.note())
        .map(
            entry ->
                new GlanceView.Line(
                    claim.kind().word(), Cut.words(model.plain(entry, place.draft().pieces()), TEXT_LENGTH),
                    model.base().href(entry.address(), place.draft().anchor()), DateView.NONE,
                    claim.status() == Status.STANDING ? "open" : claim.status().word()));
  }

  /// What some notes want looked at by a day, the soonest first.
  private List<Agenda.Point> points(Collection<SourceId> notes, Language language) {
    List<Agenda.Point> points = new ArrayList<>();
    notes.forEach(note -> byNote.getOrDefault(note, List.of()).forEach(each -> points.add(new Agenda.OfCheckpoint(each))));
    claims(notes).stream().filter(claim -> claim.due().isPresent() && claim.in(language).isPresent()).forEach(claim -> points.add(new Agenda.OfClaim(claim)));
    List<Agenda.Point> once = new ArrayList<>(Agenda.folded(points, model.today()));
    once.sort(Agenda::bySoonest);
    return once;
  }

  private int overdue(List<Agenda.Point> points) {
    return (int) points.stream().filter(point -> Agenda.standing(point, model.today()) == Agenda.Standing.OVERDUE).count();
  }

  private List<GlanceView.Line> next(List<Agenda.Point> points, Language language, int limit) {
    return points.stream()
        .filter(point -> Agenda.standing(point, model.today()) == Agenda.Standing.NEXT)
        .limit(limit)
        .flatMap(point -> view(point, language).stream())
        .map(view -> new GlanceView.Line(view.kind(), Cut.words(view.text(), TEXT_LENGTH), view.address(), view.due(), "open"))
        .toList();
  }

  private Optional<CheckpointView> view(Agenda.Point point, Language language) {
    return switch (point) {
      case Agenda.OfCheckpoint(Checkpoint checkpoint) -> checkpoints.view(checkpoint, language, false);
      case Agenda.OfClaim(Claim claim) -> checkpoints.ofClaim(claim, language);
    };
  }

  /// A note that was put right has no words of its own but its title.
  private static GlanceView.Line line(ChangeView change) {
    String text = change.text().isEmpty() ? change.where().text() : change.text();
    return new GlanceView.Line(change.kind(), Cut.words(text, TEXT_LENGTH), change.address(), change.date(), change.status());
  }
}
