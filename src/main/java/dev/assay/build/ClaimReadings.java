package dev.assay.build;

import dev.assay.catalog.Entry;
import dev.assay.claim.Claim;
import dev.assay.claim.Ledger;
import dev.assay.claim.Premise;
import dev.assay.claim.ReasonGraph;
import dev.assay.claim.Reference;
import dev.assay.claim.Source;
import dev.assay.claim.Status;
import dev.assay.export.ClaimReading;
import dev.assay.export.NoteReading;
import dev.assay.note.ClaimDraft;
import dev.assay.note.PlainText;
import dev.assay.problem.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells how each claim of a site was read, for a writer who wonders why something counts, or doesn't.
public final class ClaimReadings {
  private static final int ABOVE_SHOWN = 5;
  private static final Comparator<Place> BY_PLACE = Comparator.comparingInt(Place::line).thenComparingInt(Place::column);

  private final Analysis analysis;
  private final Ledger ledger;
  private final ReasonGraph graph;

  private ClaimReadings(Analysis analysis) {
    this.analysis = analysis;
    this.ledger = analysis.model().ledger();
    this.graph = ReasonGraph.of(ledger);
  }

  /// The notes that make claims, or seem to, in the order of their files.
  public static List<NoteReading> of(Analysis analysis) {
    ClaimReadings readings = new ClaimReadings(analysis);
    return analysis.entries().stream()
        .sorted(Comparator.comparing(entry -> entry.note().file()))
        .map(readings::note)
        .filter(note -> !note.claims().isEmpty() || !note.misses().isEmpty())
        .toList();
  }

  private NoteReading note(Entry entry) {
    List<Claim> claims = ledger.of(entry.source());
    List<ClaimReading> readings = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      readings.add(claim(claims.get(i), entry.note().claims().get(i), entry));
    }
    readings.sort(Comparator.comparing(ClaimReading::place, BY_PLACE));
    return new NoteReading(entry.note().file(), readings, entry.note().misses());
  }

  private ClaimReading claim(Claim claim, ClaimDraft draft, Entry entry) {
    List<Claim> above = graph.above(claim);
    List<Place> places = claim.places().stream().map(place -> place.draft().place()).filter(place -> !place.equals(draft.place())).toList();
    return new ClaimReading(
        draft.place(), draft.kind(), draft.form(), PlainText.of(draft.written()), claim.named() ? claim.id() : "",
        analysis.model().plain(entry, draft.pieces()),
        claim.sources().stream().map(this::source).sorted(Comparator.comparingInt(ClaimReadings::rank)).toList(),
        and(claim.because().stream().map(this::premise), unknown(claim, draft, "because", entry)),
        and(claim.supports().stream().map(this::reason), unknown(claim, draft, "supports", entry)),
        above.stream().limit(ABOVE_SHOWN).map(Claim::id).toList(), above.size(),
        claim.due().map(due -> due.written()).orElse(""), probability(claim), claim.entities(),
        claim.status() == Status.STANDING ? "open" : claim.status().word(), places);
  }

  private ClaimReading.Ranked source(Source source) {
    return switch (source) {
      case Source.Citation citation -> new ClaimReading.Ranked(
          "@" + citation.key() + (citation.locator().isEmpty() ? "" : ", " + citation.locator()),
          analysis.model().sources().bibliography().entry(citation.key()).isPresent() ? "entry" : "missing");
      case Source.Web web -> new ClaimReading.Ranked(web.url(), "link");
      case Source.Attribution attribution -> new ClaimReading.Ranked(attribution.name(), "attribution");
    };
  }

  private static int rank(ClaimReading.Ranked source) {
    return List.of("entry", "link", "attribution", "missing").indexOf(source.rank());
  }

  private ClaimReading.Reason premise(Premise premise) {
    return switch (premise) {
      case Premise.OfClaim(String id) -> reason(id);
      case Premise.OfFigure(String name) -> new ClaimReading.Reason(name, Optional.empty(), Optional.empty(), true);
    };
  }

  private ClaimReading.Reason reason(String id) {
    Optional<Claim> claim = ledger.named(id);
    return new ClaimReading.Reason(id, claim.map(Claim::kind), claim.map(found -> found.first().draft().place()), true);
  }

  private static List<ClaimReading.Reason> and(Stream<ClaimReading.Reason> known, Stream<ClaimReading.Reason> unknown) {
    return Stream.concat(known, unknown).toList();
  }

  /// What a claim names as a reason and nothing is called.
  private Stream<ClaimReading.Reason> unknown(Claim claim, ClaimDraft draft, String key, Entry entry) {
    return draft.values(key).stream()
        .map(written -> Reference.read(written, entry.slug()))
        .filter(reference -> ledger.named(reference.globalName()).isEmpty() && !claim.because().contains(new Premise.OfFigure(reference.name())))
        .map(reference -> ClaimReading.Reason.unknown(reference.written()));
  }

  private static String probability(Claim claim) {
    return claim.probability().isEmpty()
        ? ""
        : String.format(Locale.ROOT, "%.2f", claim.probability().getAsDouble() * 100).replaceFirst("\\.?0+$", "") + "%";
  }
}
