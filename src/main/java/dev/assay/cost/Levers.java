package dev.assay.cost;

import dev.assay.cost.core.Lever;
import dev.assay.cost.core.Lever.Layer;
import dev.assay.cost.core.Metric;
import dev.assay.cost.data.Catalog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// What moves a figure: for each lever the elasticity d ln(figure) / d ln(lever) and the figure's change when the lever
/// is a tenth lower or higher, the strongest first, and the same for the levers of each layer of the stack together.
///
/// `Levers.of(catalog, scenario, Metric.USD_PER_MILLION_TOKENS)` is the usual call. Rates of the same silicon (its
/// arithmetic in different formats) move together and count as one lever. The model's own errors are no levers.
///
/// @param figure  whose levers these are
/// @param effects the strongest first; levers without any effect are left out
/// @param layers  the layers of the stack, the strongest first
/// @param unknown keys of levers whose value nobody knows, so that their effect is unknown as well
public record Levers(Figure figure, List<Effect> effects, List<LayerEffect> layers, List<String> unknown) {
  /// How far a lever is moved for its finite effect.
  public static final double STEP = 0.1;

  private static final double SMALL = 1e-4;
  private static final double NOTHING = 1e-9;
  private static final List<Lever> SILICON = List.of(Lever.PEAK, Lever.EXPERTS_PEAK, Lever.ATTENTION_PEAK);

  public Levers {
    effects = List.copyOf(effects);
    layers = List.copyOf(layers);
    unknown = List.copyOf(unknown);
  }

  /// What one lever does.
  ///
  /// @param key        of the lever; of the first where several move together
  /// @param label      in words
  /// @param layer      of the stack
  /// @param text       its value with its unit: `8 TB/s`
  /// @param elasticity per cent of the figure for each per cent of the lever
  /// @param lower      the figure's relative change when the lever is a tenth lower: −0.03 is 3 % less
  /// @param higher     the same when it is a tenth higher
  public record Effect(
      String key, String label, Layer layer, String text, double elasticity, double lower, double higher) {
    /// The larger of the two changes, without its sign.
    public double strength() {
      return Math.max(Math.abs(lower), Math.abs(higher));
    }
  }

  /// What all levers of a layer do together, each moved by a tenth to where the figure falls (`lowest`) or rises.
  ///
  /// @param keys of its levers, the strongest first
  public record LayerEffect(Layer layer, double lowest, double highest, List<String> keys) {
    public LayerEffect {
      keys = List.copyOf(keys);
    }

    /// The larger of the two changes, without its sign.
    public double strength() {
      return Math.max(Math.abs(lowest), Math.abs(highest));
    }
  }

  /// The levers of a figure.
  ///
  /// @return no effects when the figure is blocked
  public static Levers of(Catalog catalog, Scenario scenario, Metric metric) {
    Figure figure = new CostModel(catalog).evaluate(scenario).get(metric.key()).orElseThrow();
    Trial trial = Trial.of(scenario, catalog);
    List<String> unknown =
        groups().stream()
            .filter(group -> group.stream().anyMatch(lever -> Double.isNaN(trial.typical(lever))))
            .map(group -> group.getFirst().key())
            .toList();
    OptionalDouble known = trial.run().base(metric);
    if (known.isEmpty()) {
      return new Levers(figure, List.of(), List.of(), unknown);
    }
    double base = known.getAsDouble();
    List<Moved> moved = new ArrayList<>();
    for (List<Lever> group : groups()) {
      Effect effect = effect(trial, metric, base, group);
      if (Math.abs(effect.elasticity()) > NOTHING || effect.strength() > NOTHING) {
        moved.add(new Moved(group, effect));
      }
    }
    moved.sort(Comparator.comparingDouble((Moved each) -> each.effect().strength()).reversed());
    return new Levers(
        figure, moved.stream().map(Moved::effect).toList(), layers(trial, metric, base, moved), unknown);
  }

  private record Moved(List<Lever> group, Effect effect) {}

  private static List<List<Lever>> groups() {
    List<List<Lever>> groups = new ArrayList<>(List.of(SILICON));
    Arrays.stream(Lever.values())
        .filter(lever -> lever.layer() != Layer.MODEL && !SILICON.contains(lever))
        .forEach(lever -> groups.add(List.of(lever)));
    return groups;
  }

  private static Effect effect(Trial trial, Metric metric, double base, List<Lever> group) {
    Lever first = group.getFirst();
    double up = change(trial, metric, base, group, 1 + SMALL);
    double down = change(trial, metric, base, group, 1 - SMALL);
    double width = Math.log(1 + SMALL) - Math.log(1 - SMALL);
    return new Effect(
        first.key(), first.label(), first.layer(), trial.operating().input(first).text(),
        (Math.log1p(up) - Math.log1p(down)) / width, change(trial, metric, base, group, 1 - STEP),
        change(trial, metric, base, group, 1 + STEP));
  }

  /// A lever that is unknown, or beyond which nothing can be computed, changes nothing.
  private static double change(Trial trial, Metric metric, double base, List<Lever> group, double factor) {
    double after = trial.scaled(group, factor).base(metric).orElse(base);
    return base == 0 ? 0 : after / base - 1;
  }

  private static List<LayerEffect> layers(Trial trial, Metric metric, double base, List<Moved> moved) {
    Map<Layer, List<Moved>> byLayer = new EnumMap<>(Layer.class);
    moved.forEach(each -> byLayer.computeIfAbsent(each.effect().layer(), _ -> new ArrayList<>()).add(each));
    return byLayer.entrySet().stream()
        .map(
            entry ->
                new LayerEffect(
                    entry.getKey(), together(trial, metric, base, entry.getValue(), false),
                    together(trial, metric, base, entry.getValue(), true),
                    entry.getValue().stream().map(each -> each.effect().key()).toList()))
        .sorted(Comparator.comparingDouble(LayerEffect::strength).reversed())
        .toList();
  }

  private static double together(Trial trial, Metric metric, double base, List<Moved> moved, boolean rise) {
    List<Lever> levers = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (Moved each : moved) {
      boolean up = each.effect().higher() > each.effect().lower() == rise;
      for (Lever lever : each.group()) {
        levers.add(lever);
        values.add(trial.typical(lever) * (up ? 1 + STEP : 1 - STEP));
      }
    }
    double after =
        trial.run(levers, values.stream().mapToDouble(Double::doubleValue).toArray()).base(metric).orElse(base);
    return base == 0 ? 0 : after / base - 1;
  }
}
