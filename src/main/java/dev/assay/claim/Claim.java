package dev.assay.claim;

import dev.assay.note.ClaimDraft;
import dev.assay.note.Kind;
import dev.assay.note.Language;
import dev.assay.note.SourceId;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// One assertion of the site, with every place that makes it.
///
/// @param number      its place among those of the ledger, of which each has another; for whoever keeps something for each of them
/// @param id          its global name `slug#name`; for a claim without a name, its address on the site
/// @param named       whether it has an identity: only then can it be a premise and carry history
/// @param kind        how firm it is
/// @param places      where it is made; the first is where it was first asserted in the site's own language
/// @param sources     what it rests on outside the site, in the order of the text, those of all places
/// @param because     premises that are all needed
/// @param supports    claims that speak for it without being needed, and never weaken it: global names
/// @param due         when it will be known
/// @param probability between 0 and 1, as the writer put it
/// @param entities    what it speaks of, as its writer says
/// @param mentions    what its text names, as the site calls it
/// @param unblocks    global names of blocked claims that it would open
/// @param supersedes  global names of claims that it replaces
/// @param asserted    the day it was first asserted, by a note that makes it and does not only restate it
/// @param status      what has become of it
/// @param history     what happened to it, oldest first
public record Claim(
    int number,
    String id,
    boolean named,
    Kind kind,
    List<Place> places,
    List<Source> sources,
    List<Premise> because,
    List<String> supports,
    Optional<Due> due,
    OptionalDouble probability,
    List<String> entities,
    List<String> mentions,
    List<String> unblocks,
    List<String> supersedes,
    Optional<LocalDate> asserted,
    Status status,
    List<Event> history) {
  /// The option that says when a claim was made, where it came into its note later.
  static final String ASSERTED = "asserted";

  public Claim {
    if (places.isEmpty()) {
      throw new IllegalArgumentException("claim " + id + " has no place");
    }
    places = List.copyOf(places);
    sources = List.copyOf(sources);
    because = List.copyOf(because);
    supports = List.copyOf(supports);
    entities = List.copyOf(entities);
    mentions = List.copyOf(mentions);
    unblocks = List.copyOf(unblocks);
    supersedes = List.copyOf(supersedes);
    history = List.copyOf(history);
  }

  /// Where a claim is made.
  ///
  /// @param note     the file
  /// @param index    which of the note's drafts it is
  /// @param drafts   all of the note's, which may lie in the cache
  /// @param language the note's language
  /// @param url      the claim's address on the site: the note's address and the claim's anchor
  public record Place(SourceId note, int index, List<ClaimDraft> drafts, Language language, String url) {
    /// The draft itself.
    public ClaimDraft draft() {
      return drafts.get(index);
    }
  }

  /// The same claim after something has happened to it.
  Claim with(Status newStatus, List<Event> events) {
    return new Claim(
        number, id, named, kind, places, sources, because, supports, due, probability, entities, mentions, unblocks, supersedes, asserted, newStatus,
        events);
  }

  /// The day on which a draft says that it was made, for one that came into its note later; absent when it says none.
  public static Optional<LocalDate> asserted(ClaimDraft draft) {
    return draft.values(ASSERTED).stream().findFirst().flatMap(Claim::day);
  }

  /// True for a draft that says again what another one made: it dates nothing.
  public static boolean restates(ClaimDraft draft) {
    return !draft.values("same").isEmpty();
  }

  /// A day as the option is written, `2026-11-20`.
  static Optional<LocalDate> day(String written) {
    try {
      return Optional.of(LocalDate.parse(written));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  /// The place that stands for the claim.
  public Place first() {
    return places.getFirst();
  }

  /// The place in a language, when the claim is made in it.
  public Optional<Place> in(Language language) {
    return places.stream().filter(place -> place.language().equals(language)).findFirst();
  }
}
