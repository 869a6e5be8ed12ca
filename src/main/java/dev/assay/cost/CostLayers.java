package dev.assay.cost;

import dev.assay.cost.core.Lever;
import dev.assay.cost.core.Metric;
import dev.assay.cost.data.Catalog;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// What the cost of a token is made of: the same cost, with one thing after the other given for nothing.
///
/// Operations are a share of the capital, and the network a share of the servers, so each is what goes away with it while
/// those before it in the list are gone already. The parts add up to the whole.
///
/// @param parts in the order of the stack, from what is bought to what is paid for running it; those that cost nothing are
///              left out
/// @param total in the metric's unit; NaN when it is unknown
public record CostLayers(Scenario scenario, Metric metric, List<Part> parts, double total) {
  public CostLayers {
    parts = List.copyOf(parts);
  }

  /// What one thing costs.
  ///
  /// @param value in the metric's unit
  public record Part(Item item, double value) {}

  /// What can be paid for.
  public enum Item {
    RENT(Lever.RENTAL_PRICE, "rent"),
    ACCELERATORS(Lever.PRICE, "accelerators"),
    SERVERS(Lever.SERVER_OVERHEAD, "rest of the servers"),
    NETWORK(Lever.NETWORK_SHARE, "network"),
    OPERATIONS(Lever.OPERATIONS, "operations"),
    BUILDING(Lever.BUILDING, "building"),
    COLOCATION(Lever.COLOCATION, "colocation"),
    ELECTRICITY(Lever.ELECTRICITY, "electricity");

    private final Lever lever;
    private final String label;

    Item(Lever lever, String label) {
      this.lever = lever;
      this.label = label;
    }

    /// In words.
    public String label() {
      return label;
    }
  }

  /// Takes a cost apart.
  ///
  /// @param metric a cost, such as `USD_PER_MILLION_OUTPUT_TOKENS`
  public static CostLayers of(Catalog catalog, Scenario scenario, Metric metric) {
    Trial trial = Trial.of(scenario, catalog);
    OptionalDouble whole = trial.run().base(metric);
    if (whole.isEmpty()) {
      return new CostLayers(scenario, metric, List.of(), Double.NaN);
    }
    Map<Item, Double> values = new EnumMap<>(Item.class);
    List<Lever> free = new ArrayList<>();
    double left = whole.getAsDouble();
    // What multiplies others has to go before them.
    for (Item item : List.of(Item.ELECTRICITY, Item.COLOCATION, Item.BUILDING, Item.OPERATIONS, Item.NETWORK, Item.SERVERS, Item.ACCELERATORS, Item.RENT)) {
      free.add(item.lever);
      double rest = trial.run(free, new double[free.size()]).base(metric).orElse(left);
      values.put(item, left - rest);
      left = rest;
    }
    List<Part> parts = new ArrayList<>();
    values.forEach(
        (item, value) -> {
          if (Math.abs(value) > 1e-9 * whole.getAsDouble()) {
            parts.add(new Part(item, metric.unit().fromBase(value)));
          }
        });
    return new CostLayers(scenario, metric, parts, metric.unit().fromBase(whole.getAsDouble()));
  }
}
