package dev.assay.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.cost.core.Lever;
import dev.assay.cost.core.Metric;
import dev.assay.cost.data.Catalog;
import dev.assay.cost.unit.Range;
import dev.assay.note.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Levers, break-evens, frontiers, searches and market series.
class LeversTest {
  private static final Catalog CATALOG = Catalog.shipped();

  private static Scenario rented(Object... more) {
    Object[] base = {"hardware", "h200", "model", "llama-3.1-70b", "tp", 2, "concurrency", 64, "rental_price", "2 USD/GPU-hour"};
    return CostModelTest.scenario(Stream.concat(List.of(base).stream(), List.of(more).stream()).toArray());
  }

  private static Levers.Effect effect(Levers levers, Lever lever) {
    return levers.effects().stream().filter(e -> e.key().equals(lever.key())).findFirst().orElseThrow();
  }

  @Test
  void rentMovesCostOneToOneAndUtilisationTheOtherWay() {
    Levers levers = Levers.of(CATALOG, rented(), Metric.USD_PER_MILLION_OUTPUT_TOKENS);
    assertEquals(1, effect(levers, Lever.RENTAL_PRICE).elasticity(), 1e-6);
    assertEquals(-0.1, effect(levers, Lever.RENTAL_PRICE).lower(), 1e-9);
    assertEquals(0.1, effect(levers, Lever.RENTAL_PRICE).higher(), 1e-9);
    assertEquals(-1, effect(levers, Lever.UTILISATION).elasticity(), 1e-6);
    assertEquals(1 / 0.9 - 1, effect(levers, Lever.UTILISATION).lower(), 1e-9);
    assertTrue(effect(levers, Lever.BANDWIDTH).elasticity() < -0.1);
    assertTrue(levers.effects().stream().noneMatch(e -> e.layer() == Lever.Layer.MODEL));
  }

  @Test
  void theStrongestComesFirstAndLayersHoldEveryLeverOnce() {
    Levers levers = Levers.of(CATALOG, rented(), Metric.USD_PER_MILLION_OUTPUT_TOKENS);
    for (int i = 1; i < levers.effects().size(); i++) {
      assertTrue(levers.effects().get(i - 1).strength() >= levers.effects().get(i).strength());
    }
    long keys = levers.layers().stream().mapToLong(layer -> layer.keys().size()).sum();
    assertEquals(levers.effects().size(), keys);
    for (Levers.LayerEffect layer : levers.layers()) {
      assertTrue(layer.lowest() <= 0 && layer.highest() >= 0, layer.toString());
    }
  }

  @Test
  void theElasticitiesOfAllTimesAndRatesAddUpToTheirDimension() {
    // Twice every rate and half every start and overhead is twice as fast: the elasticities of a time have to say so.
    Levers levers = Levers.of(CATALOG, rented(), Metric.STEP_TIME);
    double rates =
        effect(levers, Lever.PEAK).elasticity() + effect(levers, Lever.BANDWIDTH).elasticity()
            + effect(levers, Lever.LINK).elasticity();
    double times =
        List.of(Lever.GEMM_START, Lever.ATTENTION_START, Lever.COLLECTIVE_START, Lever.STEP_OVERHEAD, Lever.LAYER_OVERHEAD,
                Lever.SEQUENCE_OVERHEAD).stream()
            .mapToDouble(lever -> effect(levers, lever).elasticity())
            .sum();
    assertEquals(1, times - rates, 1e-6);
  }

  @Test
  void anUnknownPriceIsToldAndAnUnknownFigureHasNoLevers() {
    Scenario own = CostModelTest.scenario("hardware", "h200", "model", "llama-3.1-70b", "tp", 2, "money", "own");
    Levers levers = Levers.of(CATALOG, own, Metric.USD_PER_MILLION_OUTPUT_TOKENS);
    assertEquals(List.of(), levers.effects());
    assertEquals(List.of("price"), levers.unknown());
    assertEquals(Kind.BLOCKED, levers.figure().kind());
  }

  @Test
  void owningPaysFromSomeUtilisationOn() {
    Scenario own =
        CostModelTest.scenario("hardware", "h200", "model", "llama-3.1-70b", "tp", 2, "concurrency", 64, "money", "own",
            "price", "30000 USD");
    BreakEven even =
        BreakEven.between(
            CATALOG, own, rented("utilisation", 1), Lever.UTILISATION, Metric.USD_PER_MILLION_OUTPUT_TOKENS, 0.05, 1, false);
    assertEquals(1, even.crossings().size());
    double at = even.crossings().getFirst();
    double there = Trial.of(own, CATALOG).run(List.of(Lever.UTILISATION), new double[] {at}).value(Metric.USD_PER_MILLION_OUTPUT_TOKENS);
    assertEquals(even.points().getFirst().other(), there, there * 1e-9);
    assertTrue(even.outcome().startsWith("base is lower up to utilisation 0."), even.outcome());
    assertEquals(65, even.points().size());
  }

  @Test
  void whatNeverMeetsSaysSo() {
    BreakEven even = BreakEven.against(CATALOG, rented(), 1e-6, Lever.BANDWIDTH, Metric.TPOT_MS, 1, 10);
    assertEquals(List.of(), even.crossings());
    assertEquals("1.00e-6 ms stays below base from 1.00 TB/s to 10.0 TB/s", even.outcome().replace("0.00000100", "1.00e-6"));
  }

  @Test
  void onTheFrontierMoreForOneIsLessForAll() {
    Frontier frontier = Frontier.of(CATALOG, CostModelTest.scenario("hardware", "b200", "model", "deepseek-v3"));
    assertTrue(frontier.best().size() > 5);
    for (int i = 1; i < frontier.best().size(); i++) {
      Offer faster = frontier.best().get(i - 1);
      Offer fuller = frontier.best().get(i);
      assertTrue(faster.perUser() > fuller.perUser() && faster.perAccelerator() < fuller.perAccelerator());
    }
    for (Offer offer : frontier.offers()) {
      assertFalse(frontier.best().stream().anyMatch(best -> offer.beats(best)), offer.toString());
    }
  }

  @Test
  void theSearchKeepsItsPromisesAndNothingTriedIsCheaper() {
    Search.Target target = new Search.Target(Optional.of(25.0), Optional.of(1500.0));
    Scenario scenario = CostModelTest.scenario("hardware", "b200", "model", "deepseek-v3", "rental_price", "3 USD/GPU-hour");
    Search search = Search.of(CATALOG, scenario, target);
    Offer best = search.cheapest().getFirst();
    assertTrue(best.tpotMs() <= 25 && best.ttftMs() <= 1500);
    assertTrue(
        Frontier.of(CATALOG, scenario).offers().stream()
            .filter(target::allows)
            .allMatch(offer -> offer.usdPerMillionOutput() >= best.usdPerMillionOutput()));
  }

  @Test
  void whatCannotBePromisedIsTold() {
    Scenario scenario = CostModelTest.scenario("hardware", "l40s", "model", "llama-3.1-70b", "tp", 2);
    Search search = Search.of(CATALOG, scenario, new Search.Target(Optional.of(0.1), Optional.empty()));
    assertEquals(List.of(), search.cheapest());
    assertTrue(search.outcome().startsWith("nothing reaches TPOT ≤ 0.100 ms: "), search.outcome());
  }

  @Test
  void twiceTheHourIsTwiceTheToken() {
    MarketSeries.Hour spot = new MarketSeries.Hour("2026-01", "spot", Range.exact(1), Kind.INFERENCE, "a test");
    MarketSeries.Hour future = new MarketSeries.Hour("2026-04", "future", Range.exact(2), Kind.SPECULATION, "a test");
    MarketSeries series =
        MarketSeries.of(new CostModel(CATALOG), rented(), Metric.USD_PER_MILLION_OUTPUT_TOKENS, List.of(spot, future));
    Figure first = series.points().get(0).implied();
    Figure second = series.points().get(1).implied();
    assertEquals(2, second.estimate().orElseThrow().value() / first.estimate().orElseThrow().value(), 1e-9);
    assertEquals(Kind.SPECULATION, second.kind());
    assertTrue(MarketSeries.rentals(CATALOG, "h200").size() > 2);
  }

  @Test
  void aMarginIsWhatTheListPriceLeaves() {
    List<Margin> margins = Margin.of(new CostModel(CATALOG), CostModelTest.scenario("hardware", "h200", "model", "deepseek-v3", "tp", 8));
    assertTrue(margins.size() > 5);
    Margin dearest = margins.getFirst();
    double cost = dearest.cost().estimate().orElseThrow().value();
    assertEquals(100 * (1 - cost / dearest.revenue()), dearest.margin().estimate().orElseThrow().value(), 1e-9);
    assertTrue(dearest.margin().inputs().stream().anyMatch(input -> input.name().equals("list_price")));
  }

  @Test
  void theBottleneckOfOneUserIsReadingWeights() {
    Figures one = new CostModel(CATALOG).evaluate(CostModelTest.scenario("hardware", "h100-sxm", "model", "llama-3.1-8b", "concurrency", 1));
    Bottleneck bottleneck = Bottleneck.of(one).orElseThrow();
    assertEquals(Bottleneck.Resource.WEIGHT_TRAFFIC, bottleneck.shares().getFirst().resource());
    assertEquals(1, bottleneck.shares().stream().mapToDouble(Bottleneck.Share::share).sum(), 1e-9);
    assertFalse(bottleneck.capacityBinds());
    Figures full = new CostModel(CATALOG).evaluate(CostModelTest.scenario("hardware", "l40s", "model", "llama-3.1-8b", "input_tokens", 8000));
    assertTrue(Bottleneck.of(full).orElseThrow().capacityBinds());
  }
}
