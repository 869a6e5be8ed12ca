package dev.assay.view.project;

import dev.assay.catalog.Entry;
import dev.assay.catalog.Hub;
import dev.assay.claim.Checkpoint;
import dev.assay.claim.CheckpointQuery;
import dev.assay.claim.Claim;
import dev.assay.claim.Status;
import dev.assay.note.CheckpointDraft;
import dev.assay.note.Digest;
import dev.assay.note.Language;
import dev.assay.note.SourceId;
import dev.assay.note.ValueDigest;
import dev.assay.view.CheckpointView;
import dev.assay.view.ClaimView;
import dev.assay.view.DateView;
import dev.assay.view.LinkView;
import dev.assay.view.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Checkpoints as pages show them.
final class CheckpointViews {
  private final Model model;
  private final ClaimViews claims;
  private final Map<SourceId, List<Checkpoint>> byNote = new HashMap<>();

  CheckpointViews(Model model, ClaimViews claims) {
    this.model = model;
    this.claims = claims;
    model.ledger().checkpoints().forEach(each -> byNote.computeIfAbsent(each.note(), _ -> new ArrayList<>()).add(each));
  }

  /// A checkpoint for a page of some language.
  ///
  /// @param anchored whether it is printed on its own page, and so carries its anchor
  Optional<CheckpointView> view(Checkpoint checkpoint, Language language, boolean anchored) {
    return model.catalog().entry(checkpoint.note()).map(entry -> view(checkpoint, entry, language, anchored));
  }

  private CheckpointView view(Checkpoint checkpoint, Entry entry, Language language, boolean anchored) {
    return new CheckpointView(
        "", anchored ? checkpoint.anchor() : "", model.base().href(entry.address(), checkpoint.anchor()),
        model.plain(entry, checkpoint.text()), due(checkpoint, language), model.plain(entry, checkpoint.strong()),
        model.plain(entry, checkpoint.weak()), checkpoint.status() == Status.STANDING ? "" : checkpoint.status().word(),
        checkpoint.claims().stream().flatMap(id -> claims.ofClaim(id, language).stream()).toList(),
        checkpoint.history().stream().map(event -> claims.event(event, language)).toList(),
        new LinkView(entry.title(), model.base().href(entry.address())));
  }

  private static DateView due(Checkpoint checkpoint, Language language) {
    return checkpoint.due().map(due -> ClaimViews.due(due, language)).orElseGet(() -> new DateView("", checkpoint.when()));
  }

  /// Names what lists show of something to look at.
  Digest digest(Agenda.Point point, Language language) {
    return switch (point) {
      case Agenda.OfCheckpoint(Checkpoint checkpoint) -> view(checkpoint, language, false).map(ValueDigest::of).orElse(Digest.of(""));
      case Agenda.OfClaim(Claim claim) -> claims.digests(language).whole(claim);
    };
  }

  /// A claim that will be known by a day, as one thing more to look at.
  Optional<CheckpointView> ofClaim(Claim claim, Language language) {
    Claim.Place place = claim.in(language).orElse(claim.first());
    return model.catalog()
        .entry(place.note())
        .map(
            entry ->
                new CheckpointView(
                    claim.kind().word(), "", model.base().href(entry.address(), place.draft().anchor()),
                    model.plain(entry, place.draft().pieces()),
                    claim.due().map(due -> ClaimViews.due(due, language)).orElse(DateView.NONE), "", "",
                    claim.status() == Status.STANDING ? "" : claim.status().word(), List.<ClaimView.ReasonView>of(),
                    claim.history().stream().filter(event -> !event.lapsed()).map(event -> claims.event(event, language)).toList(),
                    new LinkView(entry.title(), model.base().href(entry.address()))));
  }

  /// The checkpoints in the head of a note whose text has no directive to show them.
  List<CheckpointView> unshown(Entry entry) {
    boolean shown = !model.queries().getOrDefault(entry.source(), Map.of()).isEmpty();
    if (shown) {
      return List.of();
    }
    return byNote.getOrDefault(entry.source(), List.of()).stream()
        .filter(checkpoint -> checkpoint.written().form() == Checkpoint.Form.HEAD)
        .flatMap(checkpoint -> view(checkpoint, entry.language(), true).stream())
        .toList();
  }

  /// The checkpoints in the tables of a note of which there is something to say, by their place among them.
  Map<Integer, CheckpointView> rows(Entry entry) {
    List<CheckpointDraft> drafts = entry.note().checkpoints();
    if (drafts.isEmpty()) {
      return Map.of();
    }
    Map<Integer, CheckpointView> rows = new TreeMap<>();
    for (Checkpoint checkpoint : byNote.getOrDefault(entry.source(), List.of())) {
      boolean said = checkpoint.status() != Status.STANDING || !checkpoint.claims().isEmpty();
      for (int i = 0; i < drafts.size() && said && checkpoint.written().form() == Checkpoint.Form.TABLE; i++) {
        int index = i;
        if (drafts.get(i).anchor().equals(checkpoint.anchor())) {
          view(checkpoint, entry.language(), true).ifPresent(view -> rows.put(index, view));
        }
      }
    }
    return rows;
  }

  /// What the directives of a note come to, with its checkpoints in their places.
  List<Part> blocks(Entry entry, List<Part> blocks) {
    Map<Integer, CheckpointQuery> queries = model.queries().getOrDefault(entry.source(), Map.of());
    if (queries.isEmpty()) {
      return blocks;
    }
    List<Part> all = new ArrayList<>(blocks);
    int first = queries.keySet().stream().min(Comparator.naturalOrder()).orElse(0);
    queries.forEach((index, query) -> all.set(index, new Part.Checkpoints(shown(entry, index, query, index == first))));
    return List.copyOf(all);
  }

  /// A directive shows its own items; the first of a note also those of the head, which have no other place. What it
  /// gathers from further notes carries no anchor here.
  private List<CheckpointView> shown(Entry entry, int index, CheckpointQuery query, boolean first) {
    List<Checkpoint> own = new ArrayList<>();
    for (Checkpoint checkpoint : byNote.getOrDefault(entry.source(), List.of())) {
      boolean inHead = first && checkpoint.written().form() == Checkpoint.Form.HEAD;
      boolean here = checkpoint.written().directive().isPresent() && checkpoint.written().directive().getAsInt() == index;
      if (inHead || here) {
        own.add(checkpoint);
      }
    }
    Set<Checkpoint> all = new LinkedHashSet<>(own);
    switch (query.of().orElse(model.catalog().hub(entry).isPresent() ? CheckpointQuery.Of.HUB : CheckpointQuery.Of.NOTE)) {
      case NOTE -> {}
      case HUB -> hubs(entry).forEach(hub -> hub.members().forEach(member -> all.addAll(sorted(byNote.getOrDefault(member.source(), List.of())))));
      case SITE ->
          all.addAll(sorted(model.ledger().checkpoints().stream().filter(each -> each.language().equals(entry.language())).toList()));
    }
    List<Checkpoint> chosen = all.stream().filter(each -> query.all() || each.isOpen()).limit(query.limit()).toList();
    return chosen.stream().flatMap(each -> view(each, entry.language(), own.contains(each)).stream()).toList();
  }

  private List<Hub> hubs(Entry entry) {
    return model.catalog().hub(entry).map(List::of).orElseGet(() -> model.catalog().hubsOf(entry));
  }

  private static List<Checkpoint> sorted(List<Checkpoint> checkpoints) {
    return checkpoints.stream()
        .sorted(Comparator.comparing((Checkpoint each) -> each.due().isEmpty()).thenComparing(each -> each.due().map(due -> due.last().toString()).orElse("")))
        .toList();
  }
}
