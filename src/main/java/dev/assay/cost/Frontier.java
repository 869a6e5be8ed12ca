package dev.assay.cost;

import dev.assay.cost.data.Catalog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What one scenario's hardware can offer between speed for one user and throughput for all.
///
/// @param offers every layout and batch that was tried and fits, by layout
/// @param best   those that no other beats in both interactivity and throughput per accelerator, the fastest for one
///               user first
public record Frontier(Scenario scenario, List<Offer> offers, List<Offer> best) {
  public Frontier {
    offers = List.copyOf(offers);
    best = List.copyOf(best);
  }

  /// Tries every layout and batch; nothing comes back when the model fits in none or an input is unknown.
  public static Frontier of(Catalog catalog, Scenario scenario) {
    List<Offer> offers =
        Offers.of(catalog, scenario).stream()
            .filter(offer -> Double.isFinite(offer.perUser()) && Double.isFinite(offer.perAccelerator()))
            .toList();
    List<Offer> sorted = new ArrayList<>(offers);
    sorted.sort(Comparator.comparingDouble(Offer::perUser).thenComparingDouble(Offer::perAccelerator).reversed());
    List<Offer> best = new ArrayList<>();
    for (Offer offer : sorted) {
      if (best.isEmpty() || offer.perAccelerator() > best.getLast().perAccelerator()) {
        best.add(offer);
      }
    }
    return new Frontier(scenario, offers, best);
  }
}
