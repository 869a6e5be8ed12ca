package dev.assay.cost;

import dev.assay.cost.core.Lever;
import dev.assay.cost.core.Metric;
import dev.assay.cost.data.Catalog;
import dev.assay.cost.data.Input;
import dev.assay.cost.data.Rental;
import dev.assay.cost.unit.Range;
import dev.assay.cost.unit.Unit;
import dev.assay.note.Kind;
import java.util.ArrayList;
import java.util.List;

/// What prices of compute-hours say about the cost of a token: each hour's price, dated, and the cost per million tokens
/// that the scenario makes of it. The hour may be a spot price, a contract or a future; the scenario's speed and
/// utilisation turn it into tokens.
///
/// @param points in the order of the prices
public record MarketSeries(Scenario scenario, Metric metric, List<Point> points) {
  private static final Unit HOURLY = Unit.of("USD/accelerator-hour");

  public MarketSeries {
    points = List.copyOf(points);
  }

  /// A price of one accelerator for an hour.
  ///
  /// @param date  as its source gives it: `2026-03`, `catalog snapshot`
  /// @param label what kind of price: `spot`, `contract`, `3-month future`
  /// @param usd   per accelerator-hour
  public record Hour(String date, String label, Range usd, Kind kind, String source) {}

  /// What an hour's price implies.
  ///
  /// @param implied the figure at that price, blocked when something else is unknown
  public record Point(Hour hour, Figure implied) {}

  /// The implied figures of a series of prices.
  ///
  /// @param metric a price per token: `USD_PER_MILLION_OUTPUT_TOKENS`
  public static MarketSeries of(CostModel model, Scenario scenario, Metric metric, List<Hour> hours) {
    List<Point> points = new ArrayList<>();
    for (Hour hour : hours) {
      Input rent = Input.known(Lever.RENTAL_PRICE.key(), hour.usd(), HOURLY, hour.kind(), hour.source());
      Scenario rented = scenario.rented().with(Lever.RENTAL_PRICE, rent);
      points.add(new Point(hour, model.evaluate(rented).get(metric.key()).orElseThrow()));
    }
    return new MarketSeries(scenario, metric, points);
  }

  /// The catalog's rental prices of an accelerator as a series.
  public static List<Hour> rentals(Catalog catalog, String accelerator) {
    return catalog.rentals().stream()
        .filter(rental -> rental.accelerator().equals(accelerator))
        .map(MarketSeries::hour)
        .toList();
  }

  private static Hour hour(Rental rental) {
    return new Hour(rental.date(), rental.described(), rental.price(), rental.kind(), rental.source());
  }
}
