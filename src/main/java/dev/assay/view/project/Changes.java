package dev.assay.view.project;

import dev.assay.catalog.Entry;
import dev.assay.claim.Checkpoint;
import dev.assay.claim.Claim;
import dev.assay.claim.Correction;
import dev.assay.claim.Event;
import dev.assay.claim.Evidence;
import dev.assay.note.Language;
import dev.assay.note.SourceId;
import dev.assay.view.ChangeView;
import dev.assay.view.ClaimView;
import dev.assay.view.DateView;
import dev.assay.view.LinkView;
import dev.assay.view.SourceView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What changed after it was published: every change of a claim's or a checkpoint's status, and every correction.
public final class Changes {
  private static final int TEXT_LENGTH = 400;

  private static final Comparator<Change> NEWEST_FIRST = Comparator.comparing(Change::date).reversed().thenComparing(Change::id);

  private final Model model;
  private final ClaimViews claims;
  private final Map<SourceId, List<Change>> byNote = new HashMap<>();
  private final Map<Language, List<Change>> byLanguage = new HashMap<>();

  /// One change in one language.
  ///
  /// @param id   names it within the site, whatever its words become: what changed, how and when
  /// @param note the note in which what changed stands
  /// @param by   the note that tells it; that in which it stands when no note does
  public record Change(String id, LocalDate date, SourceId note, SourceId by, ChangeView view) {}

  Changes(Model model, ClaimViews claims) {
    this.model = model;
    this.claims = claims;
    for (Claim claim : model.ledger().claims()) {
      if (!claim.history().isEmpty()) {
        claim.places().forEach(place -> events(claim, place));
      }
    }
    for (Checkpoint checkpoint : model.ledger().checkpoints()) {
      checkpoint.history().forEach(event -> event(checkpoint, event));
    }
    model.ledger().corrections().forEach(this::correction);
    byNote.values().forEach(list -> list.sort(NEWEST_FIRST));
    byLanguage.values().forEach(list -> list.sort(NEWEST_FIRST));
  }

  /// What changed in a language, newest first.
  public List<Change> in(Language language) {
    return byLanguage.getOrDefault(language, List.of());
  }

  /// What changed in a note, newest first.
  List<ChangeView> of(SourceId note) {
    return byNote.getOrDefault(note, List.of()).stream().map(Change::view).toList();
  }

  /// What changed in some notes of one language, newest first; what several of them tell, once.
  List<ChangeView> of(Collection<SourceId> notes) {
    Set<List<String>> seen = new HashSet<>();
    return notes.stream()
        .flatMap(note -> byNote.getOrDefault(note, List.of()).stream())
        .sorted(NEWEST_FIRST)
        .map(Change::view)
        .filter(view -> seen.add(List.of(view.date().iso(), view.status(), view.kind(), view.text(), view.text().isEmpty() ? view.address() : "")))
        .toList();
  }

  /// The first place of a language stands for it in the list; each note shows what happened to all claims it makes.
  private void events(Claim claim, Claim.Place place) {
    Optional<Entry> entry = model.catalog().entry(place.note());
    if (entry.isEmpty()) {
      return;
    }
    boolean listed = claim.in(place.language()).map(place::equals).orElse(false);
    for (Event event : claim.history()) {
      Change change =
          change(
              event, claim.kind().word(), place.draft().anchor(), Cut.words(model.plain(entry.get(), place.draft().pieces()), TEXT_LENGTH),
              entry.get());
      add(change, listed, place.language());
    }
  }

  private void add(Change change, boolean listed, Language language) {
    byNote.computeIfAbsent(change.note(), _ -> new ArrayList<>()).add(change);
    if (listed) {
      byLanguage.computeIfAbsent(language, _ -> new ArrayList<>()).add(change);
    }
  }

  private Change change(Event event, String kind, String anchor, String text, Entry entry) {
    ClaimView.Event told = claims.event(event, entry.language());
    SourceId by = event.in(entry.language()).map(Event.Telling::from).orElse(entry.source());
    String own = entry.feedId() + (entry.feedId().contains("#") ? "/" : "#") + anchor;
    return new Change(
        own + "/" + event.status().word() + "/" + event.date(), event.date(), entry.source(), by,
        new ChangeView(
            told.date(), told.status(), kind, text, model.base().href(entry.address(), anchor), told.note(), told.source(), told.told(),
            where(entry)));
  }

  private void event(Checkpoint checkpoint, Event event) {
    model.catalog()
        .entry(checkpoint.note())
        .ifPresent(
            entry ->
                add(
                    change(event, "", checkpoint.anchor(), Cut.words(model.plain(entry, checkpoint.text()), TEXT_LENGTH), entry), true,
                    checkpoint.language()));
  }

  private void correction(Correction correction) {
    model.catalog().entry(correction.from()).ifPresent(entry -> add(correction(correction, entry), true, correction.language()));
  }

  private Change correction(Correction correction, Entry entry) {
    Optional<ClaimView.ReasonView> claim = correction.claim().flatMap(id -> claims.ofClaim(id, entry.language()).stream().findFirst());
    SourceView source = correction.source().isEmpty() ? SourceView.NONE : claims.source(Evidence.read(correction.source()), entry.language());
    String own = entry.feedId() + (entry.feedId().contains("#") ? "/" : "#");
    return new Change(
        own + "corrected/" + correction.date() + (correction.number() > 1 ? "/" + correction.number() : ""), correction.date(), entry.source(),
        entry.source(),
        new ChangeView(
            DateView.of(correction.date(), entry.language()), "corrected", claim.map(ClaimView.ReasonView::kind).orElse(""),
            claim.map(ClaimView.ReasonView::text).orElse(""),
            claim.map(ClaimView.ReasonView::address).orElse(model.base().href(entry.address())), correction.note(), source, where(entry),
            where(entry)));
  }

  private LinkView where(Entry entry) {
    return new LinkView(entry.title(), model.base().href(entry.address()));
  }
}
