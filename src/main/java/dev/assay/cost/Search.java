package dev.assay.cost;

import dev.assay.cost.data.Catalog;
import dev.assay.cost.unit.Numbers;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The cheapest layout and batch that is quick enough.
///
/// @param target   what users are promised
/// @param cheapest the least cost per output token within the target, cheapest layout first, one for each layout; by
///                 throughput per accelerator when no price is known. Empty when nothing is quick enough
/// @param outcome  one sentence without a full stop
public record Search(Target target, List<Offer> cheapest, String outcome) {
  public Search {
    cheapest = List.copyOf(cheapest);
  }

  /// What users are promised; whatever is empty may be as slow as it likes.
  ///
  /// @param tpotMs time per output token at most
  /// @param ttftMs time to first token at most
  public record Target(Optional<Double> tpotMs, Optional<Double> ttftMs) {
    boolean allows(Offer offer) {
      return tpotMs.map(most -> offer.tpotMs() <= most).orElse(true)
          && ttftMs.map(most -> offer.ttftMs() <= most).orElse(true);
    }

    @Override
    public String toString() {
      String tpot = tpotMs.map(most -> "TPOT ≤ " + Numbers.three(most) + " ms").orElse("");
      String ttft = ttftMs.map(most -> "TTFT ≤ " + Numbers.three(most) + " ms").orElse("");
      return tpot.isEmpty() || ttft.isEmpty() ? tpot + ttft : tpot + " and " + ttft;
    }
  }

  /// Tries every layout and batch of the scenario's hardware.
  public static Search of(Catalog catalog, Scenario scenario, Target target) {
    List<Offer> offers = Offers.of(catalog, scenario).stream().filter(offer -> Double.isFinite(offer.tpotMs())).toList();
    if (offers.isEmpty()) {
      return new Search(
          target, List.of(), scenario.model().name() + " fits on no layout of " + scenario.hardware().name()
          + " that was tried, or an input is unknown");
    }
    Comparator<Offer> order = order(offers);
    Map<Deployment, Offer> first = new LinkedHashMap<>();
    offers.stream().filter(target::allows).sorted(order).forEach(offer -> first.putIfAbsent(offer.deployment(), offer));
    List<Offer> perLayout = List.copyOf(first.values());
    if (perLayout.isEmpty()) {
      Offer nearest = offers.stream().min(Comparator.comparingDouble(o -> excess(o, target))).orElseThrow();
      return new Search(
          target, List.of(), "nothing reaches " + target + ": " + nearest.layout() + " with "
          + Numbers.three(nearest.concurrency()) + " requests comes nearest, TPOT " + Numbers.three(nearest.tpotMs())
          + " ms and TTFT " + Numbers.three(nearest.ttftMs()) + " ms");
    }
    Offer best = perLayout.getFirst();
    String price =
        Double.isFinite(best.usdPerMillionOutput())
            ? Numbers.three(best.usdPerMillionOutput()) + " USD per million output tokens"
            : Numbers.three(best.perAccelerator()) + " output tokens per second per accelerator";
    return new Search(
        target, perLayout, best.layout() + " with " + Numbers.three(best.concurrency()) + " requests in flight: " + price);
  }

  private static Comparator<Offer> order(List<Offer> offers) {
    boolean priced = offers.stream().allMatch(offer -> Double.isFinite(offer.usdPerMillionOutput()));
    return priced
        ? Comparator.comparingDouble(Offer::usdPerMillionOutput)
        : Comparator.comparingDouble(Offer::perAccelerator).reversed();
  }

  /// How far an offer misses, as a factor.
  private static double excess(Offer offer, Target target) {
    double tpot = target.tpotMs().map(most -> offer.tpotMs() / most).orElse(1.0);
    double ttft = target.ttftMs().map(most -> offer.ttftMs() / most).orElse(1.0);
    return Math.max(tpot, ttft);
  }
}
