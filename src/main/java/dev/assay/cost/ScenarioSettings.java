package dev.assay.cost;

import dev.assay.cost.core.Lever;
import dev.assay.cost.core.Shape.Money;
import dev.assay.cost.data.Accelerator;
import dev.assay.cost.data.Architecture;
import dev.assay.cost.data.Catalog;
import dev.assay.cost.data.Format;
import dev.assay.cost.data.Input;
import dev.assay.cost.unit.Quantity;
import dev.assay.cost.unit.Range;
import dev.assay.note.Kind;
import dev.assay.note.Value;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import dev.assay.problem.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Turns the settings of one scenario, parents merged in, into a [Scenario]; whatever it fills in is written down as
/// an assumption.
final class ScenarioSettings {
  private static final Set<Lever> OWNING =
      Set.of(Lever.PRICE, Lever.LIFE, Lever.COST_OF_CAPITAL, Lever.BUILDING, Lever.OPERATIONS, Lever.SERVER_OVERHEAD);

  private static final String AGGREGATED = "aggregated";
  private static final String DISAGGREGATED = "disaggregated";
  private static final List<String> SERVING = List.of(AGGREGATED, DISAGGREGATED);
  private static final List<String> POOL = List.of("prefill_tp", "prefill_dp", "prefill_ep");

  private static final Set<Lever> COUNTED =
      Set.of(Lever.INPUT_TOKENS, Lever.OUTPUT_TOKENS, Lever.DRAFT_TOKENS, Lever.MAX_BATCH, Lever.CHUNK);

  private final Catalog catalog;
  private final Fields fields;
  private final boolean means;
  private final List<String> assumptions = new ArrayList<>();

  ScenarioSettings(Catalog catalog, Fields fields) {
    this(catalog, fields, false);
  }

  /// @param means whether counts may be means over many requests, as in tables of measurements
  ScenarioSettings(Catalog catalog, Fields fields, boolean means) {
    this.catalog = catalog;
    this.fields = fields;
    this.means = means;
  }

  Optional<Scenario> read(String name, Place place, Value.Mapping settings) {
    int faults = fields.count();
    Optional<Accelerator> hardware =
        named(settings, "hardware", place, catalog.accelerators(), "accelerator");
    Optional<Architecture> model = named(settings, "model", place, catalog.architectures(), "model");
    String engine = engine(settings);
    Map<Lever, Input> levers = levers(settings);
    if (hardware.isEmpty() || model.isEmpty()) {
      return Optional.empty();
    }
    Precision precision = precision(settings, hardware.get());
    Optional<Deployment> deployment = deployment(settings, hardware.get(), model.get(), precision, place);
    Optional<Deployment> pool = deployment.flatMap(decoding -> prefillPool(settings, decoding, place));
    Money money = money(settings, levers);
    if (deployment.isEmpty() || fields.count() > faults) {
      return Optional.empty();
    }
    Scenario scenario =
        new Scenario(
            name, place, hardware.get(), model.get(), precision, deployment.get(), pool, engine,
            text(settings, "engine_version"), money, levers, assumptions);
    new Fit(catalog, fields).check(scenario, settings, place);
    return fields.count() > faults ? Optional.empty() : Optional.of(scenario);
  }

  private <T> Optional<T> named(Value.Mapping settings, String key, Place place, Map<String, T> known, String what) {
    Optional<Value> value = settings.get(key);
    if (value.isEmpty()) {
      fields.refuse(Code.SCENARIO, place, "the scenario names no " + key, "add '" + key + ":' with one of the catalog's ids");
      return Optional.empty();
    }
    Optional<Value.Scalar> word = fields.word(value.get(), key);
    if (word.isEmpty()) {
      return Optional.empty();
    }
    T found = known.get(word.get().text());
    if (found == null) {
      fields.refuse(Code.SCENARIO, word.get().place(), "the catalog has no " + what + " '" + word.get().text() + "'",
          Nearest.hint(word.get().text(), known.keySet()));
    }
    return Optional.ofNullable(found);
  }

  private String engine(Value.Mapping settings) {
    Optional<Value.Scalar> word = settings.get("engine").flatMap(value -> fields.word(value, "engine"));
    if (word.isEmpty()) {
      assumptions.add("engine: trtllm");
      return "trtllm";
    }
    String engine = word.get().text();
    if (!catalog.engines().containsKey(engine)) {
      fields.refuse(Code.SCENARIO, word.get().place(), "the catalog has no engine '" + engine + "'",
          Nearest.hint(engine, catalog.engines().keySet()));
    }
    return engine;
  }

  private Map<Lever, Input> levers(Value.Mapping settings) {
    Map<Lever, Input> levers = new EnumMap<>(Lever.class);
    for (Value.Entry entry : settings.entries()) {
      Optional<Lever> lever = ScenarioReader.STRUCTURE.contains(entry.key()) ? Optional.empty() : Lever.of(entry.key());
      if (lever.isPresent()) {
        Optional<Quantity> quantity =
            lever.get() == Lever.CONCURRENCY && isWord(entry.value(), "max")
                ? Optional.of(new Quantity(Range.exact(lever.get().most()), lever.get().unit()))
                : fields.lever(entry.value(), lever.get());
        quantity.filter(known -> counts(known, entry.value(), lever.get())).ifPresent(
            known ->
                levers.put(
                    lever.get(),
                    Input.known(lever.get().key(), known.range(), known.unit(), Kind.INFERENCE,
                        Input.SCENARIO + entry.value().place().file())));
      }
    }
    return levers;
  }

  /// A request has a whole number of tokens; only a table of measured means may say otherwise.
  private boolean counts(Quantity quantity, Value value, Lever lever) {
    Range range = quantity.base();
    boolean whole = !COUNTED.contains(lever) || !range.isExact() || range.typical() == Math.rint(range.typical());
    if (!whole && !means) {
      long below = (long) Math.floor(range.typical());
      fields.refuse(Code.SCENARIO, value.place(), "'" + lever.key() + "' of " + quantity + " is not a whole number",
          "write " + below + " or " + (below + 1) + ", or a range");
    }
    return whole || means;
  }

  private static boolean isWord(Value value, String word) {
    return value instanceof Value.Scalar scalar && scalar.text().equals(word);
  }

  private Precision precision(Value.Mapping settings, Accelerator hardware) {
    Optional<Format> general = format(settings, "precision");
    Format usual = hardware.fp8().range().isPresent() ? Format.FP8 : Format.BF16;
    Format weights = format(settings, "weights").or(() -> general).orElse(usual);
    if (general.isEmpty() && settings.get("weights").isEmpty()) {
      assumptions.add("weights in " + weights.word());
    }
    Precision whole = Precision.of(weights);
    Format activations = format(settings, "activations").orElse(whole.activations());
    Format cache = format(settings, "cache").orElse(whole.cache());
    if (hardware.arithmetic(activations).bytes() > activations.bytes() && hardware.bf16().range().isPresent()) {
      assumptions.add(
          hardware.name() + " has no " + activations.word() + " arithmetic: it works in "
              + hardware.arithmetic(activations).word() + " on " + weights.word() + " weights");
    }
    return new Precision(weights, activations, cache);
  }

  private Optional<Format> format(Value.Mapping settings, String key) {
    Optional<Value.Scalar> word = settings.get(key).flatMap(value -> fields.word(value, key));
    Optional<Format> format = word.flatMap(scalar -> Format.parse(scalar.text()));
    if (word.isPresent() && format.isEmpty()) {
      fields.refuse(Code.SCENARIO, word.get().place(), "'" + word.get().text() + "' is no number format that Assay knows",
          Nearest.hint(word.get().text(), Format.words()));
    }
    return format;
  }

  private Optional<Deployment> deployment(
      Value.Mapping settings, Accelerator hardware, Architecture model, Precision precision, Place place) {
    int pp = whole(settings, "pp").orElse(1);
    int dp = whole(settings, "dp").orElse(1);
    int ep = whole(settings, "ep").orElse(1);
    Optional<Integer> accelerators = whole(settings, "accelerators");
    int tp = whole(settings, "tp").orElseGet(() -> smallestFit(hardware, model, precision, dp * pp, accelerators));
    // Experts spread over more accelerators than attention is: attention is split over all of them as well.
    int attention = ep > tp * dp && ep % dp == 0 ? ep / dp : tp;
    if (model.heads() > 0 && model.heads() % attention != 0) {
      Place where = settings.get(ep > tp * dp ? "ep" : "tp").map(Value::place).orElse(place);
      fields.refuse(Code.SCENARIO, where,
          "the " + model.heads() + " attention heads of " + model.name() + " cannot be shared out to " + attention
              + " accelerators",
          "use one of " + divisors(model.heads(), Math.max(16, 2 * attention)) + ", or 'dp' for attention of their own");
      return Optional.empty();
    }
    int replica = attention * dp * pp;
    int all = accelerators.orElse(replica);
    if (all % replica != 0) {
      Place where = settings.get("accelerators").map(Value::place).orElse(place);
      fields.refuse(Code.SCENARIO, where, all + " accelerators cannot be shared out to replicas of " + replica,
          "make it a multiple of tp × dp × pp");
      return Optional.empty();
    }
    return Optional.of(new Deployment(all, attention, pp, ep, dp));
  }

  private static String divisors(int heads, int most) {
    return IntStream.rangeClosed(1, Math.min(heads, most)).filter(i -> heads % i == 0).mapToObj(Integer::toString)
        .collect(Collectors.joining(", "));
  }

  /// The pool that reads inputs: laid out like the one that decodes where nothing else is said.
  private Optional<Deployment> prefillPool(Value.Mapping settings, Deployment decoding, Place place) {
    boolean layout = POOL.stream().anyMatch(key -> settings.get(key).isPresent());
    Optional<Value.Scalar> word = settings.get("serving").flatMap(value -> fields.word(value, "serving"));
    String serving = word.map(Value.Scalar::text).orElse(layout ? DISAGGREGATED : AGGREGATED);
    if (!SERVING.contains(serving)) {
      fields.refuse(Code.SCENARIO, word.map(Value.Scalar::place).orElse(place), "'" + serving + "' is no way of serving",
          Nearest.hint(serving, SERVING));
    }
    if (!serving.equals(DISAGGREGATED)) {
      return Optional.empty();
    }
    int dp = whole(settings, "prefill_dp").orElse(layout ? 1 : decoding.dp());
    int ep = whole(settings, "prefill_ep").orElse(layout ? 1 : decoding.ep());
    int tp = whole(settings, "prefill_tp").orElse(layout ? Math.max(1, ep / dp) : decoding.tp());
    int attention = ep > tp * dp && ep % dp == 0 ? ep / dp : tp;
    return Optional.of(new Deployment(attention * dp, attention, 1, ep, dp));
  }

  private String text(Value.Mapping settings, String key) {
    return settings.get(key).flatMap(value -> fields.word(value, key)).map(Value.Scalar::text).orElse("");
  }

  private Optional<Integer> whole(Value.Mapping settings, String key) {
    return settings.get(key).flatMap(value -> fields.whole(value, key));
  }

  /// The smallest power of two whose accelerators hold the weights with a third of their memory to spare.
  private int smallestFit(
      Accelerator hardware, Architecture model, Precision precision, int others, Optional<Integer> accelerators) {
    double weights = model.parameters() * precision.weights().bytes();
    double memory = hardware.memory().base().map(range -> range.typical()).orElse(weights * 2);
    int most = accelerators.map(all -> Math.max(1, all / others)).orElse(Math.max(1, Math.min(64, hardware.scaleUp())));
    int tp = 1;
    while (tp * 2 <= most && weights / (tp * others) > 0.66 * memory) {
      tp *= 2;
    }
    assumptions.add("tp: " + tp + ", the fewest accelerators that hold the weights");
    return tp;
  }

  private Money money(Value.Mapping settings, Map<Lever, Input> levers) {
    Optional<Value.Scalar> word = settings.get("money").flatMap(value -> fields.word(value, "money"));
    if (word.isPresent()) {
      Collection<String> words = Arrays.stream(Money.values()).map(m -> m.name().toLowerCase(Locale.ROOT)).toList();
      if (words.contains(word.get().text())) {
        return Money.valueOf(word.get().text().toUpperCase(Locale.ROOT));
      }
      fields.refuse(Code.SCENARIO, word.get().place(), "'" + word.get().text() + "' is no way to pay for accelerators",
          Nearest.hint(word.get().text(), words));
      return Money.RENTAL;
    }
    boolean colocated = levers.containsKey(Lever.COLOCATION);
    boolean owned = levers.keySet().stream().anyMatch(OWNING::contains);
    Money money = colocated ? Money.COLOCATION : owned ? Money.OWN : Money.RENTAL;
    assumptions.add("money: " + money.name().toLowerCase(Locale.ROOT));
    return money;
  }
}
