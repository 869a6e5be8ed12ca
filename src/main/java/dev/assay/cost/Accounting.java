package dev.assay.cost;

import dev.assay.cost.core.Samples;
import dev.assay.cost.data.Input;
import dev.assay.cost.unit.Range;
import dev.assay.cost.unit.Unit;
import dev.assay.note.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The entrance from above: somebody reports a cost and a token count, and the figures are their plain ratios.
///
/// @param items what was reported; a ratio is only made when all it needs is there
public record Accounting(Map<Item, Input> items) {
  public Accounting {
    Map<Item, Input> ordered = new EnumMap<>(Item.class);
    ordered.putAll(items);
    items = Collections.unmodifiableMap(ordered);
  }

  /// Something that can be reported.
  // The one field that is no string is a record of immutable parts.
  @SuppressWarnings("ImmutableEnumChecker")
  public enum Item {
    COST("USD", "87072 USD"),
    INPUT_TOKENS("tokens", "608e9"),
    CACHED_TOKENS("tokens", "342e9"),
    OUTPUT_TOKENS("tokens", "168e9"),
    ENERGY("kWh", "30 MWh"),
    PERIOD("h", "24 h"),
    ACCELERATORS("accelerators", "1814 accelerators");

    private final Unit unit;
    private final String example;

    Item(String unit, String example) {
      this.unit = Unit.of(unit);
      this.example = example;
    }

    /// The key in the directive.
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The unit it is measured in.
    public Unit unit() {
      return unit;
    }

    /// Its place in an array of items, which lives within one evaluation only.
    @SuppressWarnings("EnumOrdinal")
    int index() {
      return ordinal();
    }

    /// How it may be written.
    public String example() {
      return example;
    }
  }

  /// A ratio that can be made of reported numbers.
  // Its fields are never changed, though their types would allow it.
  @SuppressWarnings("ImmutableEnumChecker")
  private enum Ratio {
    USD_PER_MILLION_TOKENS("cost per million tokens, input and output", "USD", "cost · 10⁶ / (input + output tokens)",
        Item.COST, Item.INPUT_TOKENS, Item.OUTPUT_TOKENS),
    USD_PER_MILLION_COMPUTED_TOKENS("cost per million tokens that were computed", "USD",
        "cost · 10⁶ / (input − cached + output tokens)", Item.COST, Item.INPUT_TOKENS, Item.CACHED_TOKENS,
        Item.OUTPUT_TOKENS),
    USD_PER_MILLION_OUTPUT_TOKENS("cost per million output tokens", "USD", "cost · 10⁶ / output tokens", Item.COST,
        Item.OUTPUT_TOKENS),
    TOKENS_PER_DOLLAR("tokens per dollar, input and output", "tokens/USD", "(input + output tokens) / cost", Item.COST,
        Item.INPUT_TOKENS, Item.OUTPUT_TOKENS),
    OUTPUT_TOKENS_PER_SECOND("output tokens per second", "tokens/s", "output tokens / period", Item.OUTPUT_TOKENS,
        Item.PERIOD),
    OUTPUT_TOKENS_PER_SECOND_PER_ACCELERATOR("output tokens per second per accelerator", "tokens/s",
        "output tokens / period / accelerators", Item.OUTPUT_TOKENS, Item.PERIOD, Item.ACCELERATORS),
    TOKENS_PER_JOULE("output tokens per joule of the reported energy", "tokens/J", "output tokens / energy",
        Item.OUTPUT_TOKENS, Item.ENERGY),
    USD_PER_ACCELERATOR_HOUR("cost of one accelerator for an hour", "USD/h", "cost / accelerators / period", Item.COST,
        Item.ACCELERATORS, Item.PERIOD);

    private final String label;
    private final Unit unit;
    private final String formula;
    private final List<Item> needs;

    Ratio(String label, String unit, String formula, Item... needs) {
      this.label = label;
      this.unit = Unit.of(unit);
      this.formula = formula;
      this.needs = List.of(needs);
    }

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// In base units.
    double of(double[] x) {
      double cost = x[Item.COST.index()];
      double input = x[Item.INPUT_TOKENS.index()];
      double output = x[Item.OUTPUT_TOKENS.index()];
      double period = x[Item.PERIOD.index()];
      double accelerators = x[Item.ACCELERATORS.index()];
      return switch (this) {
        case USD_PER_MILLION_TOKENS -> cost * 1e6 / (input + output);
        case USD_PER_MILLION_COMPUTED_TOKENS -> cost * 1e6 / (input - x[Item.CACHED_TOKENS.index()] + output);
        case USD_PER_MILLION_OUTPUT_TOKENS -> cost * 1e6 / output;
        case TOKENS_PER_DOLLAR -> (input + output) / cost;
        case OUTPUT_TOKENS_PER_SECOND -> output / period;
        case OUTPUT_TOKENS_PER_SECOND_PER_ACCELERATOR -> output / period / accelerators;
        case TOKENS_PER_JOULE -> output / x[Item.ENERGY.index()];
        case USD_PER_ACCELERATOR_HOUR -> cost / accelerators / period;
      };
    }
  }

  /// The figures that what was reported allows.
  ///
  /// @param name what they are called after
  public List<Figure> figures(String name) {
    List<Figure> figures = new ArrayList<>();
    for (Ratio ratio : Ratio.values()) {
      if (items.keySet().containsAll(ratio.needs)) {
        figures.add(figure(name, ratio));
      }
    }
    return List.copyOf(figures);
  }

  private Figure figure(String name, Ratio ratio) {
    List<Input> inputs = ratio.needs.stream().map(this::item).toList();
    Estimate estimate = estimate(ratio);
    Kind kind = inputs.stream().map(Input::kind).reduce(Kind.INFERENCE, Kind::weakest);
    List<Derivation> leaves =
        inputs.stream().<Derivation>map(input -> new Derivation.Leaf(input.name(), "reported", input)).toList();
    return new Figure(
        name, ratio.key(), ratio.label, ratio.unit, Optional.of(estimate), kind, ratio.formula, inputs, List.of(),
        new Derivation.Step(ratio.key(), ratio.label, ratio.formula, Optional.of(estimate.value()), ratio.unit, leaves));
  }

  private Input item(Item item) {
    return Optional.ofNullable(items.get(item)).orElseThrow();
  }

  private Estimate estimate(Ratio ratio) {
    double[] x = new double[Item.values().length];
    items.forEach((item, input) -> x[item.index()] = base(input).typical());
    double scale = ratio.unit.scale();
    double value = ratio.of(x) / scale;
    double[] sampled = new double[Samples.COUNT];
    for (int point = 0; point < Samples.COUNT; point++) {
      for (Map.Entry<Item, Input> entry : items.entrySet()) {
        int ordinal = entry.getKey().index();
        x[ordinal] = base(entry.getValue()).quantile(Samples.at(point, ordinal));
      }
      sampled[point] = ratio.of(x) / scale;
    }
    Arrays.sort(sampled);
    int last = Samples.COUNT - 1;
    return new Estimate(value, sampled[last / 10], sampled[last / 2], sampled[last - last / 10]);
  }

  private static Range base(Input input) {
    return input.base().orElseThrow();
  }
}
