package dev.assay.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The reasons of a ledger upside down: what rests on each claim.
public final class ReasonGraph {
  private final Ledger ledger;
  private final Map<String, List<Claim>> above;

  private ReasonGraph(Ledger ledger, Map<String, List<Claim>> above) {
    this.ledger = ledger;
    this.above = above;
  }

  /// The graph of all claims of a ledger.
  public static ReasonGraph of(Ledger ledger) {
    Map<String, List<Claim>> above = new HashMap<>();
    for (Claim claim : ledger.claims()) {
      for (Below below : below(claim, ledger)) {
        List<Claim> over = above.computeIfAbsent(below.claim().id(), _ -> new ArrayList<>());
        // A claim may name another both as a premise and as a help.
        if (over.isEmpty() || !over.getLast().id().equals(claim.id())) {
          over.add(claim);
        }
      }
    }
    return new ReasonGraph(ledger, above);
  }

  /// A claim that another one rests on.
  ///
  /// @param needed whether it is a premise; else it helps and is not needed
  public record Below(Claim claim, boolean needed) {}

  /// The claims that a claim names as its reasons: premises first, then what helps it.
  public List<Below> below(Claim claim) {
    return below(claim, ledger);
  }

  private static List<Below> below(Claim claim, Ledger ledger) {
    if (claim.because().isEmpty() && claim.supports().isEmpty()) {
      return List.of();
    }
    List<Below> below = new ArrayList<>();
    for (Premise premise : claim.because()) {
      switch (premise) {
        case Premise.OfClaim(String id) -> ledger.named(id).ifPresent(found -> below.add(new Below(found, true)));
        case Premise.OfFigure _ -> {}
      }
    }
    claim.supports().forEach(id -> ledger.named(id).ifPresent(found -> below.add(new Below(found, false))));
    return below;
  }

  /// The claims that rest on a claim, in the order of the ledger.
  public List<Claim> above(Claim claim) {
    return above.getOrDefault(claim.id(), List.of());
  }
}
