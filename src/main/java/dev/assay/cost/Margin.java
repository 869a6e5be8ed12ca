package dev.assay.cost;

import dev.assay.cost.core.Lever;
import dev.assay.cost.core.Metric;
import dev.assay.cost.data.Input;
import dev.assay.cost.data.MarketPrice;
import dev.assay.cost.unit.Range;
import dev.assay.cost.unit.Unit;
import dev.assay.note.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a list price leaves over the modelled cost, for requests of the scenario's lengths:
/// margin = 1 − cost / (input · input price + output · output price).
///
/// @param revenue what a request brings at the list price, per million tokens of input and output together
/// @param cost    all modelled costs per million tokens of input and output together
/// @param margin  the share of the price that is left, as a figure; blocked when the cost is
public record Margin(MarketPrice price, double revenue, Figure cost, Figure margin) {
  private static final Unit PER_CENT = Unit.of("%");

  /// The margins of the catalog's prices for the scenario's model, dearest first.
  public static List<Margin> of(CostModel model, Scenario scenario) {
    Figure cost = model.evaluate(scenario).get(Metric.USD_PER_MILLION_TOKENS.key()).orElseThrow();
    Trial trial = Trial.of(scenario, model.catalog());
    double input = trial.typical(Lever.INPUT_TOKENS);
    double output = trial.typical(Lever.OUTPUT_TOKENS);
    double hit = trial.typical(Lever.CACHE_HIT);
    List<Margin> margins = new ArrayList<>();
    for (MarketPrice price : model.catalog().prices()) {
      if (price.architecture().equals(Optional.of(scenario.model().id())) && price.input().isPresent() && price.output().isPresent()) {
        double fresh = price.input().get();
        double read = price.cachedInput().orElse(fresh) * hit + fresh * (1 - hit);
        double revenue = (read * input + price.output().get() * output) / (input + output);
        margins.add(new Margin(price, revenue, cost, margin(price, revenue, cost)));
      }
    }
    margins.sort((one, two) -> Double.compare(two.revenue(), one.revenue()));
    return List.copyOf(margins);
  }

  private static Figure margin(MarketPrice price, double revenue, Figure cost) {
    Input listed =
        Input.known("list_price", Range.exact(revenue), Unit.of("USD"), price.kind(), price.source());
    Optional<Estimate> estimate =
        cost.estimate()
            .map(c -> new Estimate(left(c.value(), revenue), left(c.p90(), revenue), left(c.p50(), revenue), left(c.p10(), revenue)));
    List<Input> inputs = new ArrayList<>(cost.inputs());
    inputs.add(listed);
    Kind kind = estimate.isEmpty() ? Kind.BLOCKED : Kind.weakest(cost.kind(), price.kind());
    String formula = "1 − cost per million tokens / list price per million tokens";
    Derivation derivation =
        new Derivation.Step("margin", "share of the list price left over the modelled cost", formula,
            estimate.map(Estimate::value), PER_CENT,
            List.of(cost.derivation(), new Derivation.Leaf("list_price", "list price, blended", listed)));
    return new Figure(
        cost.scenario(), "margin", "share of the list price left over the modelled cost", PER_CENT, estimate, kind, formula,
        inputs, cost.blockers(), derivation);
  }

  private static double left(double cost, double revenue) {
    return 100 * (1 - cost / revenue);
  }
}
