package dev.assay.cost;

import dev.assay.cost.core.Lever;
import dev.assay.cost.core.Metric;
import dev.assay.cost.data.Architecture;
import dev.assay.cost.data.Architecture.Attention;
import dev.assay.cost.data.Catalog;
import dev.assay.cost.data.Format;
import java.util.EnumMap;
import java.util.Map;

/// The model once more, written from the guide's formulas and not from the program: it takes the sizes of a model from
/// the architecture itself, works in named quantities, and shares no arithmetic with what it checks.
final class SecondOpinion {
  private final Scenario scenario;
  private final Architecture model;
  private final Map<Lever, Double> value = new EnumMap<>(Lever.class);
  private final double gemmOrder;
  private final double expertsOrder;
  private final double weightBytes;
  private final double expertBytes;
  private final double cacheBytes;

  SecondOpinion(Scenario scenario, Catalog catalog) {
    this.scenario = scenario;
    this.model = scenario.model();
    Operating operating = Operating.of(scenario, catalog);
    for (Lever lever : Lever.values()) {
      value.put(lever, operating.input(lever).base().map(range -> range.typical()).orElse(Double.NaN));
    }
    this.gemmOrder = operating.shape().gemmOrder();
    this.expertsOrder = operating.shape().expertsOrder();
    Format asked = scenario.precision().weights();
    this.weightBytes = model.denseFormat().orElse(asked).bytes();
    Format packed = model.expertFormat().orElse(asked);
    this.expertBytes = Math.min(packed.bytes(), asked.bytes());
    this.cacheBytes = scenario.precision().cache().bytes();
  }

  private double of(Lever lever) {
    return value.getOrDefault(lever, Double.NaN);
  }

  private boolean has(Lever lever) {
    return scenario.settings().containsKey(lever);
  }

  private static double power(double a, double b, double p) {
    return Math.pow(Math.pow(a, p) + Math.pow(b, p), 1 / p);
  }

  /// Weights outside the experts and the vocabulary.
  private double dense() {
    double blocks = 0;
    for (int layer = 0; layer < model.layers(); layer++) {
      blocks += model.attentionParameters();
      boolean mixture = model.experts() > 0 && layer >= model.denseLayers();
      blocks +=
          mixture
              ? model.shared() * model.expertParameters() + (double) model.experts() * model.hidden()
              : model.denseParameters();
    }
    return blocks;
  }

  private double head() {
    return (double) model.vocab() * model.hidden();
  }

  private int windowed() {
    return model.window() > 0 ? model.layers() - model.fullLayers() : 0;
  }

  private int full() {
    return model.window() > 0 || model.attention() == Attention.HYBRID ? model.fullLayers() : model.layers();
  }

  private double cached(double length) {
    double sum = 0;
    for (int i = 0; i < full(); i++) {
      sum += length;
    }
    for (int i = 0; i < windowed(); i++) {
      sum += length > model.window() ? model.window() : length;
    }
    return sum;
  }

  /// One pass of a group's tokens, spread over so many launches.
  private double pass(Deployment on, double tokens, double launches, double linkFactor) {
    double perToken = 2 * dense() / on.tp() * tokens + 2 * head() / on.tp() * (launches == 1 ? tokens : launches);
    double arithmetic = perToken / (of(Lever.PEAK) * of(Lever.GEMM_COMPUTE));
    double traffic =
        launches * (dense() * weightBytes + head() * 2) / on.tp() / (of(Lever.BANDWIDTH) * of(Lever.GEMM_MEMORY));
    double hidden = of(Lever.START_SHARE);
    double time = power(arithmetic, traffic, gemmOrder) + launches * hidden * of(Lever.GEMM_START) * 4 * model.layers();
    return time + mixture(on, tokens, launches, hidden) + wires(on, tokens, launches, linkFactor);
  }

  private double mixture(Deployment on, double tokens, double launches, double hidden) {
    if (model.expertLayers() == 0) {
      return 0;
    }
    double everywhere = tokens * on.dp();
    double share = model.expertParameters() * model.expertLayers() / (on.tp() * on.dp());
    double skew = on.ep() > 1 ? of(Lever.EXPERT_SKEW) : 1;
    double missed = Math.pow(1 - (double) model.active() / model.experts(), everywhere / launches);
    double slice = on.ep() > 1 ? model.expertFfn() : (double) model.expertFfn() / (on.tp() * on.dp());
    double dense = slice / (slice + of(Lever.EXPERT_WIDTH));
    double reached = of(Lever.EXPERTS_COMPUTE) * (1 - dense) + of(Lever.GEMM_COMPUTE) * dense;
    double arithmetic = 2 * share * model.active() * everywhere * skew / (of(Lever.EXPERTS_PEAK) * reached);
    int holders = on.tp() * on.dp();
    double each = (double) model.experts() / holders;
    double spread = 0.564 * Math.pow(Math.log(holders) / Math.log(2), 0.8) * Math.sqrt(each * (1 - missed) * missed);
    double most = on.ep() > 1 ? Math.min(each, each * (1 - missed) + spread) : each * (1 - missed);
    double traffic =
        launches * model.expertParameters() * model.expertLayers() * most * expertBytes / (of(Lever.BANDWIDTH) * of(Lever.EXPERTS_MEMORY));
    return power(arithmetic, traffic, expertsOrder) + launches * hidden * of(Lever.EXPERTS_START) * model.expertLayers();
  }

  private double wires(Deployment on, double tokens, double launches, double linkFactor) {
    int group = on.tp() * on.dp();
    double start = of(Lever.COLLECTIVE_START) * Math.sqrt(Math.max(1, group / 8.0));
    double rate = of(Lever.LINK) * linkFactor * of(Lever.COLLECTIVE_SHARE);
    double time = 0;
    if (on.tp() > 1) {
      double message = tokens * model.hidden() * 2;
      double direct = Math.min(message, launches * of(Lever.ONE_SHOT));
      double sent = direct * (on.tp() - 1) + (message - direct) * 2 * (on.tp() - 1) / on.tp();
      time += 2 * model.layers() * (launches * start + sent / rate);
    }
    if (on.dp() > 1 && model.expertLayers() > 0) {
      double servers = (double) group / scenario.hardware().scaleUp();
      double copies =
          servers > 1
              ? servers * (1 - Math.pow(1 - 1 / servers, model.active()))
              : Math.min(model.active(), on.dp() - 1);
      time += 2 * model.expertLayers() * (launches * start + tokens * copies * model.hidden() * 1.5 / rate);
    }
    return time * (1 - of(Lever.OVERLAP));
  }

  Map<Metric, Double> metrics() {
    Map<Metric, Double> y = new EnumMap<>(Metric.class);
    Deployment on = scenario.deployment();
    double input = of(Lever.INPUT_TOKENS);
    double output = of(Lever.OUTPUT_TOKENS);
    double replicas = (double) on.accelerators() / on.replica();
    double weights =
        (on.dp() * (dense() * weightBytes + head() * 2 * (model.tied() ? 1 : 2))
                + (double) model.experts() * model.expertLayers() * model.expertParameters() * expertBytes)
            / on.replica();
    double room = (of(Lever.MEMORY) * of(Lever.MEMORY_SHARE) - weights) * of(Lever.FREE_SHARE);
    double most = input + output * of(Lever.OUTPUT_RESERVED);
    double behind = windowed() * Math.max(0, most - model.window()) * of(Lever.WINDOW_SAVING);
    double kept = (full() + windowed()) * most - behind;
    double shards = model.attention() == Attention.LATENT ? 1 : Math.min(on.tp(), Math.max(1, model.kvHeads()));
    double fits = on.dp() * room / (kept * model.cacheElements() * cacheBytes / shards / on.pp());
    double batch = Math.min(of(Lever.CONCURRENCY) / replicas, Math.min(fits, of(Lever.MAX_BATCH) * on.dp()));
    y.put(Metric.WEIGHT_BYTES, weights);
    y.put(Metric.BATCH, batch);
    double group = Math.max(1, batch / (on.dp() * on.pp()));
    double drafted = has(Lever.DRAFT_TOKENS) ? of(Lever.DRAFT_TOKENS) : 0;
    double tokens = group * (1 + drafted);
    double pairs = group * cached(input + output / 2);
    boolean latent = model.attention() == Attention.LATENT;
    Architecture.Latent widths = model.latent();
    double perPair =
        latent ? 2.0 * model.heads() * (2 * widths.kvRank() + widths.rope()) : 4.0 * model.heads() * model.headDim();
    double reading = pairs * model.cacheElements() * cacheBytes / shards / (of(Lever.BANDWIDTH) * of(Lever.ATTENTION_MEMORY));
    double work = pairs * (1 + drafted) * perPair / on.tp() / (of(Lever.ATTENTION_PEAK) * of(Lever.PREFILL_COMPUTE));
    double overhead = of(Lever.STEP_OVERHEAD) + of(Lever.LAYER_OVERHEAD) * model.layers();
    double step =
        pass(on, tokens, 1, 1) + Math.hypot(reading, work) + of(Lever.START_SHARE) * of(Lever.ATTENTION_START) * model.layers()
            + overhead + of(Lever.SEQUENCE_OVERHEAD) * group * on.pp();
    step *= of(Lever.SPEED_ERROR) * (drafted > 0 ? 1 + drafted * of(Lever.DRAFT_COST) : 1);
    y.put(Metric.STEP_TIME, step);
    return serve(y, batch, step, drafted, overhead, pairs, tokens, shards);
  }

  private Map<Metric, Double> serve(
      Map<Metric, Double> y, double batch, double step, double drafted, double overhead, double pairs, double tokens,
      double shards) {
    Deployment on = scenario.deployment();
    Deployment readers = scenario.prefill().orElse(on);
    double input = of(Lever.INPUT_TOKENS);
    double output = of(Lever.OUTPUT_TOKENS);
    boolean tiers = has(Lever.HIT_HOST) || has(Lever.HIT_SSD);
    double missed = 1 - of(Lever.CACHE_HIT) - (tiers ? of(Lever.HIT_HOST) + of(Lever.HIT_SSD) : 0);
    double fresh = input * missed;
    double launches = fresh / Math.min(of(Lever.CHUNK), fresh * Math.max(1, batch / readers.dp()));
    Architecture.Latent widths = model.latent();
    double perPair =
        model.attention() == Attention.LATENT
            ? 2.0 * model.heads() * (widths.nope() + widths.rope() + widths.value())
            : 4.0 * model.heads() * model.headDim();
    double seen = fresh * cached(input - fresh / 2);
    double attention = seen * perPair / readers.tp() / (of(Lever.ATTENTION_PEAK) * of(Lever.PREFILL_COMPUTE));
    double network = 50e9;
    boolean far = readers.tp() * readers.dp() > scenario.hardware().scaleUp();
    boolean decodesFar = on.tp() * on.dp() > scenario.hardware().scaleUp();
    double near = scenario.hardware().link().base().orElseThrow().typical();
    double linkFactor = far == decodesFar ? 1 : far ? network / near : near / network;
    double prefill =
        ((pass(readers, fresh, launches, linkFactor) + attention) / of(Lever.PREFILL_SHARE) + launches * overhead
                + of(Lever.PREFILL_OVERHEAD))
            * of(Lever.SPEED_ERROR);
    y.put(Metric.PREFILL_TIME, prefill);
    double tokenBytes = model.cacheElements() * cacheBytes * (full() + windowed());
    double copy = readers.tp() * readers.pp();
    double load =
        tiers
            ? input * tokenBytes / copy
                * (of(Lever.HIT_HOST) / of(Lever.HOST_BANDWIDTH) + of(Lever.HIT_SSD) / of(Lever.SSD_BANDWIDTH))
            : 0;
    double yielded = step / (drafted > 0 ? of(Lever.ACCEPTED_TOKENS) : 1);
    double own = batch / on.dp();
    boolean apart = scenario.prefill().isPresent();
    double busy = own * prefill / (own * prefill + output * yielded * on.pp());
    double stalled = on.dp() > 1 ? own + (batch - own) * of(Lever.GROUP_STALL) * (1 - busy) : own;
    double cycle = apart ? yielded : yielded + stalled * prefill / output / on.pp();
    double paced = tiers ? Math.max(cycle, own * load / output) : cycle;
    double tpot =
        (apart ? yielded : yielded + Math.max(0, stalled - 1) * prefill / output / on.pp() * (1 - of(Lever.COHORT)))
            * of(Lever.TPOT_ERROR);
    double replicas = (double) on.accelerators() / on.replica();
    double rate = replicas * batch / paced * of(Lever.RATE_ERROR);
    double pool = apart ? rate / output * prefill * copy : 0;
    double all = on.accelerators() + pool;
    y.put(Metric.TPOT_MS, tpot);
    y.put(Metric.OUTPUT_TOKENS_PER_SECOND, rate);
    y.put(Metric.PREFILL_ACCELERATORS, pool);
    double decoding = apart ? on.accelerators() / all : yielded / paced;
    y.put(Metric.DECODE_SHARE, decoding);
    double others = apart ? 0 : Math.max(0, batch / readers.dp() - 1);
    double turn =
        1 + of(Lever.COHORT) * others + (readers.dp() > 1 ? of(Lever.TTFT_GROUPS) * (readers.dp() - 1) : 0);
    double moved = apart ? input * tokenBytes / (of(Lever.KV_LINK) * readers.tp()) : 0;
    double excess = of(Lever.CONCURRENCY) >= 1e9 ? 0 : Math.max(0, of(Lever.CONCURRENCY) / replicas / batch - 1);
    y.put(Metric.TTFT_MS,
        (of(Lever.TTFT_FIXED) + prefill * turn + step * of(Lever.TTFT_STEPS) + load + moved + excess * output * tpot)
            * of(Lever.TTFT_ERROR));
    double perAccelerator = rate / all;
    double active = dense() + model.expertParameters() * model.expertLayers() * model.active();
    double checks = drafted > 0 ? (1 + drafted) / of(Lever.ACCEPTED_TOKENS) : 1;
    double use = 2 * active * (checks + fresh / output) * perAccelerator / of(Lever.PEAK);
    double touched =
        model.expertLayers() == 0
            ? 0
            : model.experts() * (1 - Math.pow(1 - (double) model.active() / model.experts(), tokens * on.dp()))
                * model.expertParameters() * model.expertLayers() * expertBytes / (on.tp() * on.dp());
    double weights = (dense() * weightBytes + head() * 2) / on.tp() + touched;
    double cache = pairs * model.cacheElements() * cacheBytes / shards;
    double second = on.pp() * of(Lever.BANDWIDTH) * step / decoding;
    double share =
        of(Lever.POWER_FLOOR) + of(Lever.POWER_COMPUTE) * Math.sqrt(use) + of(Lever.POWER_MEMORY) * weights / second
            + of(Lever.POWER_CACHE) * cache / second;
    double watts = of(Lever.RATED_POWER) * Math.min(1, share * of(Lever.POWER_ERROR));
    y.put(Metric.ACCELERATOR_WATTS, watts);
    y.put(Metric.TOKENS_PER_JOULE, perAccelerator / (watts * of(Lever.SERVER_POWER)));
    return money(y, watts, perAccelerator, fresh, tokenBytes, tiers);
  }

  private Map<Metric, Double> money(
      Map<Metric, Double> y, double watts, double perAccelerator, double fresh, double tokenBytes, boolean tiers) {
    double year = 365.25 * 86400;
    double life = of(Lever.LIFE) / year;
    double rate = of(Lever.COST_OF_CAPITAL);
    double annuity = rate / (1 - Math.pow(1 + rate, -life));
    double capital =
        of(Lever.PRICE) * (1 + of(Lever.SERVER_OVERHEAD)) / (1 - of(Lever.NETWORK_SHARE)) * (annuity + of(Lever.OPERATIONS))
            / year;
    double plug = of(Lever.SERVER_POWER);
    double used = of(Lever.UTILISATION);
    double drawn =
        plug * of(Lever.PUE) * (watts * used + of(Lever.RATED_POWER) * of(Lever.POWER_REST) * (1 - used));
    double electricity = drawn * of(Lever.ELECTRICITY);
    double rated = of(Lever.RATED_POWER) * plug;
    double hall = of(Lever.BUILDING_LIFE) / year;
    double second =
        switch (scenario.money()) {
          case RENTAL -> of(Lever.RENTAL_PRICE);
          case OWN -> capital + electricity + of(Lever.BUILDING) * rated * rate / (1 - Math.pow(1 + rate, -hall)) / year;
          case COLOCATION -> capital + electricity + of(Lever.COLOCATION) * rated;
        };
    y.put(Metric.USD_PER_ACCELERATOR_HOUR, second);
    double storage = 0;
    if (tiers) {
      double bytes = perAccelerator / of(Lever.OUTPUT_TOKENS) * (fresh + of(Lever.OUTPUT_TOKENS)) * tokenBytes;
      double held = bytes * of(Lever.HOLD_TIME) * annuity / year;
      storage += of(Lever.HIT_HOST) > 0 ? held * of(Lever.HOST_PRICE) : 0;
      storage += of(Lever.HIT_SSD) > 0 ? held * of(Lever.SSD_PRICE) + bytes * of(Lever.SSD_PRICE) / of(Lever.SSD_REWRITES) : 0;
    }
    double all = second / used + storage;
    y.put(Metric.USD_PER_MILLION_OUTPUT_TOKENS, all / perAccelerator * 1e6);
    y.put(Metric.USD_PER_MILLION_TOKENS,
        all / (perAccelerator * (1 + of(Lever.INPUT_TOKENS) / of(Lever.OUTPUT_TOKENS))) * 1e6);
    return y;
  }
}
