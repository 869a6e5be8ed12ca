package dev.assay.export;

import dev.assay.claim.Claim;
import dev.assay.claim.Event;
import dev.assay.claim.Premise;
import dev.assay.claim.Source;
import dev.assay.note.Kind;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/// One claim as other programs get it.
///
/// @param id          its global name, or the address of an unnamed claim
/// @param kind        how firm it is
/// @param text        what it says, without markup
/// @param html        what it says, as markup with absolute addresses
/// @param note        the slug of the note that made it first
/// @param url         the absolute address of the place that made it first
/// @param places      the absolute addresses of all places that make it, the first one too
/// @param sources     what it rests on outside the site
/// @param because     what it needs: global names of claims, and figures as `slug#scenario.figure`
/// @param status      what has become of it, one word
/// @param asserted    when it was first made
/// @param due         when it will be known, as written: `2026-11-22`, `2026-Q4`
/// @param probability between 0 and 1
/// @param entities    what it speaks of
/// @param history     what happened to it, oldest first
/// @param file        the file that makes it first, from the site's root
public record ClaimRow(
    String id,
    Kind kind,
    String text,
    String html,
    String note,
    String url,
    List<String> places,
    List<Source> sources,
    List<String> because,
    String status,
    Optional<LocalDate> asserted,
    Optional<String> due,
    OptionalDouble probability,
    List<String> entities,
    List<Change> history,
    String file) {
  public ClaimRow {
    places = List.copyOf(places);
    sources = List.copyOf(sources);
    because = List.copyOf(because);
    entities = List.copyOf(entities);
    history = List.copyOf(history);
  }

  /// Something that happened to a claim.
  ///
  /// @param note why, in the writer's words; may be empty
  public record Change(LocalDate date, String status, String note) {}

  /// The row of a claim of the ledger.
  ///
  /// @param text     its words, with the holes of its pieces filled
  /// @param html     its markup, likewise
  /// @param slug     the slug of its first note
  /// @param file     the first note's file, from the site's root
  /// @param entities what it speaks of
  /// @param absolute makes an address of the site absolute
  public static ClaimRow of(
      Claim claim, String text, String html, String slug, String file, Collection<String> entities, UnaryOperator<String> absolute) {
    return new ClaimRow(
        claim.named() ? claim.id() : absolute.apply(claim.id()),
        claim.kind(),
        text,
        html,
        slug,
        absolute.apply(claim.first().url()),
        claim.places().stream().map(place -> absolute.apply(place.url())).toList(),
        claim.sources(),
        claim.because().stream().map(premise -> name(premise, slug)).toList(),
        claim.status().word(),
        claim.asserted(),
        claim.due().map(due -> due.written()),
        claim.probability(),
        List.copyOf(entities),
        claim.history().stream().map(ClaimRow::change).toList(),
        file);
  }

  private static String name(Premise premise, String slug) {
    return switch (premise) {
      case Premise.OfClaim(String id) -> id;
      case Premise.OfFigure(String figure) -> slug + "#" + figure;
    };
  }

  private static Change change(Event event) {
    return new Change(event.date(), event.status().word(), event.note());
  }
}
