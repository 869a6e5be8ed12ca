package dev.assay.claim;

import dev.assay.note.Kind;
import dev.assay.note.SourceId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All claims of the site.
///
/// @param claims  in the order in which they were asserted, undated ones last; each once
/// @param byDraft for each note, the claims its drafts became, by index
/// @param fallen  by id, the claims that rest on something refuted or withdrawn, with the premises that do not hold
/// @param checkpoints what to look at, in the order of the notes
/// @param corrections what notes have put right, newest first
public record Ledger(
    List<Claim> claims,
    Map<String, Claim> byName,
    Map<SourceId, List<Claim>> byDraft,
    Map<String, List<Fallen>> fallen,
    List<Checkpoint> checkpoints,
    List<Correction> corrections) {
  public Ledger {
    claims = List.copyOf(claims);
    checkpoints = List.copyOf(checkpoints);
    corrections = List.copyOf(corrections);
  }

  Ledger with(Map<String, List<Fallen>> newFallen, List<Checkpoint> newCheckpoints, List<Correction> newCorrections) {
    return new Ledger(claims, byName, byDraft, newFallen, newCheckpoints, newCorrections);
  }

  /// A claim by its global name or a name that restates it.
  public Optional<Claim> named(String globalName) {
    return Optional.ofNullable(byName.get(globalName));
  }

  /// The claims of a note, in the order of its drafts.
  public List<Claim> of(SourceId note) {
    return byDraft.getOrDefault(note, List.of());
  }

  /// The premises of a claim that do not hold any more.
  public List<Fallen> fallenUnder(Claim claim) {
    return fallen.getOrDefault(claim.id(), List.of());
  }

  /// How many claims of each kind; every kind is a key.
  public static Map<Kind, Integer> count(List<Claim> claims) {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      counts.put(kind, 0);
    }
    claims.forEach(claim -> counts.merge(claim.kind(), 1, Integer::sum));
    return counts;
  }
}
